"""Writes marks into the HTML that is indexed, so that other words than the written ones find it.

Pagefind takes a token with signs in it as its pieces, all at one place: ``skol`miljarden`` is found
by "miljarden", and `SKL{skr}` by "SKR". The page that people read has no marks, and sok-svar.js
takes them out of what it shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from natverk.searching.alternatives import (
    WORD,
    Alternatives,
    Phrase,
    abbreviated,
    alternatives,
    protected,
    vocabulary,
)
from natverk.searching.compounds import Compounds, plain
from natverk.searching.days import numbered

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.words.search import SearchWords

SHORTEST = 3
"""Letters of the shortest word that is marked."""

TOKEN = re.compile(
    r"(?:<[^>]*>\s*)+|&#?\w+;|\{[^}]*\}|([^\W\d_]+)"
    r"|(?P<hyphen>(?:(?<=[^\W_]{2})|(?<=[^\W_]</a>))-(?=[^\W\d_]))"
)
UNSEEN = re.compile(r"<[^>]*>|\{[^}]*\}|^[^<{]*[>}]")
HYPHENED = re.compile(r"-(?= (?:och|eller|samt) ([^\W\d_]{6,}))")
LAST_WORD = re.compile(r"[^\W\d_]{2,}$")
FUSED = re.compile(r"</(?:a|b|em|span|strong|time)><(?:a|b|em|span|strong|time)\b")
PARTING = "-` "
"""Stands for the hyphen of a compound: its words are two, so that a quotation finds them in order."""

MAY_END = "\0"
"""Says that what follows from a word depends on what stands before it."""

BEHIND = 160
"""Signs before a word that are looked at for the rest of a name."""

OTHER_SIGNS = (("`", "'"), ("{", "("), ("}", ")"))


@dataclass(slots=True)
class Marker:
    """Marks text; what a word becomes is worked out once."""

    words: SearchWords
    compounds: Compounds
    others: Alternatives
    _known: dict[str, str] = field(default_factory=dict)

    def mark(self, html: str) -> str:
        """Return HTML with marks in its text, the author's own such signs made others first."""
        html = FUSED.sub(_parted, _without_signs(html))
        return TOKEN.sub(self._token, HYPHENED.sub(self._hyphened, numbered(html)))

    def seen(self) -> Iterator[str]:
        """Yield every word that has been marked, with its parts and marks, in small letters."""
        for marked in self._known.values():
            whole, _, braced = marked.rstrip("}" + MAY_END).partition("{")
            yield whole.replace("`", "").casefold()
            yield from whole.casefold().split("`")
            yield from filter(None, braced.split(","))
        for names in self.others.phrases.values():
            for _, others in names:
                yield from others

    def _token(self, found: re.Match[str]) -> str:
        word = found[1]
        if found["hyphen"]:
            return PARTING
        if not word:
            return found[0]
        marked = self._known.get(word)
        if marked is None:
            marked = self._known[word] = self._marked(word)
        if marked[-1] == MAY_END:
            return self._named(found, marked[:-1])
        return marked

    def _marked(self, word: str) -> str:
        """Return a word as it is indexed, `MAY_END` last when it may be the last of a longer name."""
        lower = word.casefold()
        names = self.others.phrases.get(plain(lower, self.words), ())
        other = [
            one
            for name, others in names
            if len(name) == 1 and (word.isupper() or lower not in self.others.shouted)
            for one in others
        ]
        other += abbreviated(word) if word.isupper() else ()
        last = MAY_END if any(len(name) > 1 for name, _ in names) else ""
        if len(word) < SHORTEST or word.removesuffix("s").casefold() in self.compounds.names:
            return word + _braced(other) + last
        parts = self.compounds.split(lower)
        extra = list(dict.fromkeys((*self._extra(lower, parts), *other)))
        if parts and extra:
            extra = list(dict.fromkeys((self._whole(lower, parts), *extra)))
        return _divided(word, parts) + _braced(extra) + last

    def _extra(self, word: str, parts: tuple[str, ...]) -> Iterator[str]:
        """Yield what a word is also found by: plain forms, and parts of a compound of three."""
        whole = self._whole(word, parts)
        if self._is_needed(word, whole):
            yield whole
        if not parts:
            return
        yield from (self.words.forms[part] for part in parts[:-1] if part in self.words.forms)
        tail = plain(parts[-1], self.words)
        if self._is_needed(parts[-1], tail):
            yield tail
        for at in range(1, len(parts) - 1):
            yield "".join(parts[: at + 1])
            yield "".join((*parts[at:-1], tail))

    def _is_needed(self, word: str, stem: str) -> bool:
        """Tell whether a search for `stem` would miss `word`: Pagefind finds words by their beginning.

        Irregular forms are too unlike or too short for that; every one is marked.
        """
        return stem != word and (word in self.words.forms or not word.startswith(stem))

    def _whole(self, word: str, parts: tuple[str, ...]) -> str:
        """Return the plain form of a whole word, a compound's by its last part."""
        if not parts:
            return plain(word, self.words)
        return "".join((*parts[:-1], plain(parts[-1], self.words)))

    def _named(self, found: re.Match[str], marked: str) -> str:
        """Return a word with the other names of what is named, when a whole name ends in it."""
        before = found.string[max(0, found.start() - BEHIND) : found.start()].casefold()
        stem = plain(found[1].casefold(), self.words)
        extra: list[str] = []
        for name, others in self.others.phrases[stem]:
            if len(name) > 1 and name[-2] in before and self._ends_so(before, name[:-1]):
                extra += others
        return _joined(marked, extra) if extra else marked

    def _ends_so(self, before: str, name: Phrase) -> bool:
        """Tell whether text ends with the words of a name, whatever their endings."""
        words = WORD.findall(UNSEEN.sub(" ", before))
        told = [plain(word, self.words) for word in words if word not in self.words.stop]
        return tuple(told[-len(name) :]) == name

    def _hyphened(self, found: re.Match[str]) -> str:
        """Return "skol-" with what it leans on: "skol- och utbildningschef" tells of a skolchef."""
        head = LAST_WORD.search(found.string, max(0, found.start() - 30), found.start())
        parts = self.compounds.split(found[1].casefold())
        if not parts or not head:
            return found[0]
        return f"-{_braced([head[0].casefold() + plain(parts[-1], self.words)])}"


def _without_signs(html: str) -> str:
    """Return HTML without the signs that marks are made of; replacing each is ten times as fast."""
    for sign, other in OTHER_SIGNS:
        html = html.replace(sign, other)
    return html


def _parted(found: re.Match[str]) -> str:
    """Part neighbours such as name and badge, which Pagefind would read as one word."""
    return found[0].replace("><", "> <")


def _divided(word: str, parts: tuple[str, ...]) -> str:
    """Return a word as written, with a sign between the parts."""
    shown, at = [], 0
    for part in parts:
        shown.append(word[at : at + len(part)])
        at += len(part)
    return "`".join(shown) if parts else word


def _braced(extra: list[str]) -> str:
    return "{" + ",".join(extra) + "}" if extra else ""


def _joined(marked: str, extra: list[str]) -> str:
    shown, _, known = marked.rstrip("}").partition("{")
    return shown + _braced(list(dict.fromkeys((*known.split(","), *extra))) if known else extra)


def marker(catalogue: Catalogue, words: SearchWords) -> Marker:
    """Return what marks the pages made of a Catalogue."""
    return Marker(
        words=words,
        compounds=Compounds(words=words, own=vocabulary(catalogue), names=protected(catalogue)),
        others=alternatives(catalogue, words),
    )
