"""Lists the words that a search can find, so that a misspelt one or an unseen compound is understood."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from natverk import urls
from natverk.history.names import names_of
from natverk.outputs import Output
from natverk.searching.alternatives import phrase, protected
from natverk.searching.compounds import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natverk.model.catalogue import Catalogue
    from natverk.words.search import SearchWords

SHORTEST = 4
"""Letters of the shortest word that is taken for a misspelling of another."""

MOST = 4000
"""Words of the texts, the most common ones; the list must not weigh more than a search does."""


def known_file(catalogue: Catalogue, words: SearchWords) -> Output:
    """Return what sok-stavning.js knows: plain words, in order of their letters."""
    used = sorted(catalogue.word_counts.items(), key=lambda one: (-one[1], one[0]))
    common = (word for word, _ in used[:MOST])
    stems = {plain(word, words) for word in (*common, *protected(catalogue))}
    found = sorted({stem for stem in (*stems, *_named(catalogue, words)) if len(stem) >= SHORTEST})
    return Output(
        path=urls.SEARCH_KNOWN, content=json.dumps(" ".join(found), ensure_ascii=False).encode()
    )


def _named(catalogue: Catalogue, words: SearchWords) -> Iterator[str]:
    records = (
        *catalogue.networks.values(),
        *catalogue.organisations.values(),
        *catalogue.associations.values(),
    )
    named = (
        *(name for one in records for name in names_of(one)),
        *(one.name for one in catalogue.topics.values()),
        *(one.title for one in catalogue.matters.values()),
        *(one.term for one in catalogue.glossary.values()),
    )
    for name in named:
        yield from phrase(name, words)
