"""Tells what of a title counts when hits are put in order.

Pagefind multiplies what a field of a page counts by the cube of how many of its words begin as the
word that is searched for. A compound that is marked with its parts and plain forms would so weigh a
hundred times as much as a plain word; here no two words of a field begin alike.
"""

from __future__ import annotations

import re
import unicodedata

BEGINNING = 4
"""Letters that two words have in common when they are alike; fewer when one of them is shorter."""

TOKEN = re.compile(r"([^\s{]+)(?:\{([^}]*)\})?")
SIGNS = re.compile(r"[^\w]+")


def ranked(marked: str) -> tuple[str, str]:
    """Return what a marked title counts for: its words, and the other words that they are found by.

    The second also has those words of the title that begin as one before them.
    """
    words: dict[str, str] = {}
    others: dict[str, str] = {}
    for shown, braced in TOKEN.findall(marked):
        first, *parts = SIGNS.sub(" ", shown).split() or [""]
        found = (*parts, *braced.split(","))
        if not _add(words, shown.replace("`", "")):
            found = (first, *found)
        for other in found:
            if not _is_found(other, words):
                _add(others, other)
    return " ".join(words.values()), " ".join(others.values())


def _is_found(word: str, words: dict[str, str]) -> bool:
    """Tell whether a word needs no place: it begins another, or is a day, which has its own field."""
    return word[:1].isdigit() or any(known.startswith(folded(word)) for known in words)


def _add(words: dict[str, str], word: str) -> bool:
    """Add a word that begins as none of the others, or in place of its own beginning.

    Tell whether it is among them now.
    """
    letters = folded(word)
    alike = [known for known in words if _alike(letters, known)]
    if not letters or any(not letters.startswith(known) for known in alike):
        return False
    for known in alike:
        del words[known]
    words[letters] = word
    return True


def folded(word: str) -> str:
    """Return a word as Pagefind compares it: small letters without accents and signs."""
    plain = unicodedata.normalize("NFD", word.casefold()).encode("ascii", "ignore").decode()
    return SIGNS.sub("", plain)


def _alike(one: str, other: str) -> bool:
    length = min(len(one), len(other), BEGINNING)
    return one[:length] == other[:length]
