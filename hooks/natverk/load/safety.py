"""Finds what no document may hold: raw HTML, and addresses that run scripts or cannot be read."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from natverk.findings import Finding, Place, error, shorten
from natverk.model.documents import Passage
from natverk.source.blocks import outside_code
from natverk.source.links import find_links, find_pictures, is_outside, is_safe, is_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

_HTML = re.compile(
    r"<(?=[A-Za-z/!?])(?![A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>)(?![\w.+-]+@[\w-]+(?:\.[\w-]+)+>)[^>\n]{0,60}>?"
)
_CONTROL = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_FENCED = re.compile(r"(?ms)^[ \t>]*(`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t>]*\1[`~]*[ \t]*$|\Z)")


def unsafe_text(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each piece of raw HTML and each dangerous or broken link in a document."""
    seen, path = passage.text, passage.path
    for found in _CONTROL.finditer(seen):
        yield error(
            "inte-text",
            passage.place(found.start()),
            "Raden har ett osynligt tecken som inte hör hemma i en text.",
            "Skriv om raden för hand.",
        )
    if "<" in seen:
        yield from _first_on_each_line(_raw_html_in(passage))
    for link in find_links(seen):
        place = Place(path, _line(seen, link.start))
        if not is_safe(link.target):
            yield error(
                "farlig-lank",
                place,
                f"Länken {shorten(link.target, 40)} kan köra kod hos läsaren.",
                "Länka bara till webbadresser (https://…), e-post (mailto:…) eller filer här.",
            )
        elif link.has_space:
            yield error(
                "trasig-lank",
                place,
                f"Adressen {shorten(link.target, 60)} har ett mellanslag eller en radbrytning i sig "
                "och läses då inte överallt som en länk.",
                f"Sätt vinkelparenteser om adressen: [text](<{shorten(link.target, 80)}>)",
            )
        elif not is_whole(link.target):
            yield error(
                "trasig-lank",
                place,
                f"Länken {shorten(link.target, 60)} går inte att tolka som en adress.",
                "Kopiera adressen en gång till: https://www.exempel.se/sida",
            )
    for picture in find_pictures(seen):
        if is_outside(picture.target) and is_safe(picture.target):
            yield error(
                "frammande-bild",
                Place(path, _line(seen, picture.start)),
                f"Bilden {shorten(picture.target, 60)} hämtas från en annan webbplats, "
                "som då får veta vem som läser sidan.",
                "Lägg bilden i mötets mapp: ![Karta](2021-03-05/karta.png), "
                "eller länka till den utan utropstecken.",
            )


def _raw_html_in(passage: Passage) -> Iterator[Finding]:
    r"""Find tags, but neither an escaped `\<` nor a link's target in angle brackets."""
    for found in _HTML.finditer(passage.text):
        if not passage.text.endswith(("\\", "]("), 0, found.start()):
            yield _raw_html(found[0], passage.place(found.start()))


def _first_on_each_line(findings: Iterator[Finding]) -> Iterator[Finding]:
    """Yield one finding for each line: a pasted table would give dozens."""
    for _, same in groupby(findings, key=lambda finding: finding.line):
        yield next(same)


def passage_of(text: str, path: str, body_line: int) -> Passage:
    """Return a document's text for rules to search; its body begins on the line `body_line`."""
    begins = 0
    for _ in range(body_line - 1):
        begins = text.find("\n", begins) + 1
    return Passage(path, outside_code(_without_fences(text)), begins)


def _without_fences(text: str) -> str:
    if "```" not in text and "~~~" not in text:
        return text
    return _FENCED.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def _line(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1


def _raw_html(written: str, place: Place) -> Finding:
    return error(
        "ra-html",
        place,
        f"Texten innehåller html: {shorten(written, 40)}",
        "Ta bort det. Fetstil skrivs **så**, kursiv *så* och en länk [text](https://adress). "
        r"Ska tecknet synas skrivs det \<.",
    )
