"""Which of the glossary's words a text may use, and in what sense."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.days import Day
    from natverk.model.terms import Term


def terms_of(catalogue: Catalogue, bodies: Sequence[str], day: Day | None) -> Mapping[str, Term]:
    """Return the one sense of each word in texts of some networks and associations, by the word.

    A sense of their own goes before one that everybody uses, and of several the one that was used
    on `day`. A word whose sense is still open is left out: no explanation is better than a wrong one.
    """
    names = {*bodies, *(catalogue.association_of(body) for body in bodies)}
    senses: dict[str, list[Term]] = defaultdict(list)
    for term in catalogue.glossary.values():
        if not term.scope or _homes(catalogue, term) & names:
            senses[term.term].append(term)
    chosen = {word: _chosen(found, day) for word, found in senses.items()}
    return {word: found[0] for word, found in chosen.items() if len(found) == 1}


def _homes(catalogue: Catalogue, term: Term) -> set[str]:
    return {catalogue.body(name) or catalogue.organisation(name) or name for name in term.scope}


def _chosen(senses: Sequence[Term], day: Day | None) -> Sequence[Term]:
    own = [term for term in senses if term.scope] or senses
    if len(own) == 1 or day is None:
        return own
    return [term for term in own if day.first in term.interval]
