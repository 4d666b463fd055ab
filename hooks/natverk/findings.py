"""A Finding is one problem at one place; everything that can go wrong with content ends as one.

The lowest layer: it knows nothing of files, YAML or the domain.
"""

from __future__ import annotations

import difflib
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Level(StrEnum):
    """How much a finding matters: an error stops a build, a warning only a strict check."""

    ERROR = "error"
    WARNING = "warning"
    TIP = "tip"


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a content file.

    `path` is relative to the content root, with `/`; `line` counts from 1.
    """

    path: str
    line: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One problem: where, which rule, how grave, what is wrong and what to do about it.

    `message` and `hint` are whole sentences in plain Swedish; neither repeats the place.
    """

    path: str
    line: int
    rule: str
    level: Level
    message: str
    hint: str


class RefusalError(ValueError):
    """A value that cannot be read, told in the words of a finding but not yet with its place."""

    def __init__(self, rule: str, message: str, hint: str, line: int | None = None) -> None:
        """Keep the rule's name, the message and the hint for whoever knows the file.

        `line` is the fault's own line, where it is known already.
        """
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.hint = hint
        self.line = line

    def at(self, place: Place) -> Finding:
        """Return the refusal as an error at `place`, or at its own line of that file."""
        own = Place(place.path, self.line or place.line)
        return error(self.rule, own, self.message, self.hint)


def error(rule: str, place: Place, message: str, hint: str) -> Finding:
    """Return a finding that stops the build."""
    return Finding(place.path, place.line, rule, Level.ERROR, message, hint)


def warning(rule: str, place: Place, message: str, hint: str) -> Finding:
    """Return a finding that stops only a strict check."""
    return Finding(place.path, place.line, rule, Level.WARNING, message, hint)


def tip(rule: str, place: Place, message: str, hint: str) -> Finding:
    """Return a finding that stops nothing."""
    return Finding(place.path, place.line, rule, Level.TIP, message, hint)


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Return `text` in lower case, without diacritics and surrounding space: how names compare."""
    if text.isascii():
        return text.lower().strip()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).strip()


def nearest(wanted: str, known: Iterable[str]) -> str | None:
    """Return the known word most like `wanted`, or None when none is alike enough.

    Case and diacritics do not count: "goteborg" is near "Göteborg".
    """
    return _nearest(fold(wanted)[:80], tuple(known))


@lru_cache(maxsize=4096)
def _nearest(wanted: str, known: tuple[str, ...]) -> str | None:
    folded = {fold(word): word for word in reversed(known)}
    close = difflib.get_close_matches(wanted, folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else None


def did_you_mean(wanted: str, known: Iterable[str], otherwise: str) -> str:
    """Return a hint: the nearest known word as a question, or `otherwise`."""
    close = nearest(wanted, known)
    return f"Menade du {close}?" if close else otherwise


def shorten(text: str, width: int = 80) -> str:
    """Return `text` on one line, cut with an ellipsis when longer than `width` signs."""
    line = " ".join(text[: width * 4].split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def in_quotes(text: str, width: int = 60) -> str:
    """Return a value as messages show it: on one line, within quotation marks."""
    return f'"{shorten(text, width)}"'
