"""Lists the words that a search can find, so that others are understood or said not to be there.

Only what is shown is told: the words come from the marked pages, not from the registers.
"""

from __future__ import annotations

import json
from collections import defaultdict
from itertools import takewhile
from typing import TYPE_CHECKING
from unicodedata import normalize

from natverk import urls
from natverk.outputs import Output
from natverk.searching.compounds import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from natverk.searching.marks import Marker

COUNTS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""Signs of numbers; words are in small letters."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"

OTHER = "ovriga"
"""The file of words that begin with another letter when its accents are taken away."""


def known_files(marker: Marker) -> Iterator[Output]:
    """Yield what sok-stavning.js knows: a file for each first letter, with plain words in order.

    `marker` has marked all that can be found. Each word is a sign that tells how many letters it has
    in common with the one before, and its other letters: half as much to fetch.
    """
    by_letter: dict[str, set[str]] = defaultdict(set)
    for word in filter(str.isalpha, marker.seen()):
        stem = plain(word, marker.words)
        first = normalize("NFD", stem)[0]
        by_letter[first if first in LETTERS else OTHER].add(stem)
    for name in (*LETTERS, OTHER):
        content = json.dumps(packed(sorted(by_letter[name])), ensure_ascii=False)
        yield Output(path=urls.search_known(name), content=content.encode())


def packed(words: Sequence[str]) -> str:
    """Return words in order as one text: "möte", "mötes" and "nät" are "0möte4s0nät"."""
    shown, before = [], ""
    for word in words:
        alike = takewhile(lambda pair: pair[0] == pair[1], zip(before, word, strict=False))
        shared = min(sum(1 for _ in alike), len(COUNTS) - 1)
        shown.append(COUNTS[shared] + word[shared:])
        before = word
    return "".join(shown)
