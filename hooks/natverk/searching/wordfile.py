"""Hands the tables that index and search box share to the browser, so that they have one home."""

from __future__ import annotations

import json
from collections import defaultdict

from natverk import urls
from natverk.outputs import Output
from natverk.searching.alternatives import ABBREVIATED
from natverk.searching.compounds import LEAST
from natverk.searching.entries import EVERY
from natverk.words.search import SearchWords


def word_file(words: SearchWords) -> Output:
    """Return what sok-fraga.js knows of Swedish.

    `forms` holds the irregular forms by their plain word, `least` how many letters an ending leaves
    (one less for those in `short`), `every` the word that each entry of the index bears,
    `abbreviated` what an abbreviation ends with there.
    """
    forms: dict[str, list[str]] = defaultdict(list)
    for form, word in words.forms.items():
        forms[word].append(form)
    told = {
        "every": EVERY,
        "abbreviated": ABBREVIATED,
        "least": LEAST,
        "keep": list(words.keep),
        "endings": list(words.endings),
        "short": sorted(words.short),
        "derivations": list(words.derivations),
        "stop": sorted(words.stop),
        "places": sorted(words.places),
        "forms": {word: " ".join(own) for word, own in sorted(forms.items())},
    }
    content = json.dumps(told, ensure_ascii=False, indent=0) + "\n"
    return Output(path=urls.SEARCH_WORDS, content=content.encode())
