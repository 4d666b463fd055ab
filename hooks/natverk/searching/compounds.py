"""Finds a Swedish word's plain form and the words that a compound is made of.

Rules and a list, no dictionary: what matters is that the index and the search box do the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from natverk.words.search import SearchWords

LEAST = 4
"""Letters that are left of a word when its ending is taken away; three for some endings."""

SHORTEST = 7
"""Letters of the shortest compound that is split, such as "läroråd"."""

OWN = 5
"""Letters of the shortest of the site's own words that compounds are split at."""

VOWELS = frozenset("aeiouyåäöé")


def plain(word: str, words: SearchWords) -> str:
    """Return a word without its ending, or the plain word of an irregular form.

    `word` is in small letters. The same is done with what a reader writes, in sok-fraga.js.
    """
    if known := words.forms.get(word):
        return known
    if word.endswith(words.keep):
        return word
    for ending in words.endings:
        if word.endswith(ending):
            left = len(word) - len(ending)
            if left >= LEAST or (left == LEAST - 1 and ending in words.short):
                return word[:left]
    return word


@dataclass(slots=True)
class Compounds:
    """Splits compounds: with the field's words, and with the site's `own` where both ends are known.

    `names` are never split: persons and places, in small letters.
    """

    words: SearchWords
    own: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    _tails: dict[str, bool] = field(default_factory=dict)
    _heads: frozenset[str] = frozenset()
    _own: frozenset[str] = frozenset()
    _whole: frozenset[str] = frozenset()
    _known: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make the forms that compounds begin and end with, once."""
        self._heads = self.words.heads | {
            head for word in self.words.plain for head in _linked(word)
        }
        for word in sorted(self.words.plain):
            strong = word in self.words.strong
            stem = plain(word, self.words)
            self._tails[stem] = self._tails.get(stem, False) or strong
            self._tails[word] = self._tails.get(word, False) or strong
        self._whole = frozenset(plain(word, self.words) for word in self.words.whole)
        self._own = frozenset(plain(word, self.words) for word in self.own if len(word) >= OWN)

    def split(self, word: str) -> tuple[str, ...]:
        """Return the words of a compound as they stand in it, nothing for a word that is none.

        `word` is in small letters: "utbildningschefsnätverket" gives "utbildnings", "chefs" and
        "nätverket".
        """
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._split(word)
        return found

    def _split(self, word: str) -> tuple[str, ...]:
        if len(word) < SHORTEST or word in self.names or word.removesuffix("s") in self.names:
            return ()
        if self._is_whole(word):
            return ()
        return self._at_known(word) or self._at_strong(word) or self._at_own(word)

    def _is_whole(self, word: str) -> bool:
        stem = plain(word, self.words)
        return stem in self._tails or stem in self._whole or word in self.words.forms

    def _at_known(self, word: str) -> tuple[str, ...]:
        """Split where a known word follows known beginnings, the longest last word first."""
        for at in range(3, len(word) - 1):
            if self._ends(word[at:]) is not None and (heads := self._heading(word[:at])):
                return (*heads, word[at:])
        return ()

    def _at_strong(self, word: str) -> tuple[str, ...]:
        """Split before a word that tells a compound even after an unknown beginning."""
        for at in range(LEAST, len(word) - LEAST + 1):
            if self._ends(word[at:]) and not VOWELS.isdisjoint(word[:at]) and _can_end(word[:at]):
                return (*(self._heading(word[:at]) or (word[:at],)), word[at:])
        return ()

    def _at_own(self, word: str) -> tuple[str, ...]:
        """Split where the site has both ends as words of their own, or one and the list the other."""
        for at in range(OWN, len(word) - OWN + 1):
            head, tail = word[:at], word[at:]
            own_tail = plain(tail, self.words) in self._own
            own_head = head in self.own or head.removesuffix("s") in self.own
            if (own_tail and (own_head or head in self._heads)) or (
                own_head and self._ends(tail) is not None
            ):
                return (head, tail)
        return ()

    def _heading(self, text: str) -> tuple[str, ...]:
        """Return the known beginnings that `text` is made of, the longest first one."""
        if text in self._heads:
            return (text,)
        for at in range(len(text) - 3, 2, -1):
            if text[:at] in self._heads and (rest := self._heading(text[at:])):
                return (text[:at], *rest)
        return ()

    def _ends(self, tail: str) -> bool | None:
        """Tell whether a known word ends a compound: strongly, weakly, or (None) not at all."""
        stem = plain(tail, self.words)
        return None if stem in self._whole else self._tails.get(stem)


def _linked(word: str) -> Iterable[str]:
    """Yield the forms a word has at the beginning of a compound: "möte" is "mötes" there."""
    yield word
    yield word + "s"
    if word[-1] in "ae" and len(word) > LEAST:
        yield word[:-1]
        yield word[:-1] + "e"
        yield word[:-1] + "s"


def _can_end(head: str) -> bool:
    """Tell whether an unknown beginning can stand before a word: two consonants of a cluster can."""
    return head[-1] not in "åäö"
