"""Signs and spaces that mean something elsewhere, in the host's preview or in Word, and not here."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from natverk.findings import Finding, Place, shorten, tip
from natverk.source.blocks import Block, Prose

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.documents import Mandate, News

_SIGN = re.compile(
    r"(?P<note>\[\^[^\]\s]+\])"
    r"|(?P<struck>~~(?=\S)[^~\n]+~~)"
    r"|(?:^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+)(?P<box>\[[ xX]\](?=[ \t]))",
    re.MULTILINE,
)
_INSTEAD = {
    "note": "Skriv noten inom parentes där den hör hemma.",
    "struck": "Ta bort det som är struket, eller skriv att det inte gäller.",
    "box": "Ta bort rutan. Något som ska göras skrivs: > **Att göra 1: Boka lokal**",
}


def tecken_utan_verkan(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find footnotes, struck words and boxes to tick, which GitHub renders and the site does not."""
    for passage in catalogue.passages:
        text = passage.text
        if "[^" in text or "~~" in text or "[ ]" in text or "[x]" in text or "[X]" in text:
            for found in _SIGN.finditer(text, passage.body_at):
                kind = found.lastgroup or ""
                yield tip(
                    "tecken-utan-verkan",
                    passage.place(found.start(kind)),
                    f"Tecknen i {shorten(found[kind], 40)} visas som de står.",
                    _INSTEAD[kind],
                )


def indraget_stycke(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find paragraphs that are code by their indent, as those of Word often are."""
    for path, blocks in _texts(catalogue):
        for block in blocks:
            if isinstance(block, Prose) and block.lines[0].expandtabs(4).startswith("    "):
                yield tip(
                    "indraget-stycke",
                    Place(path, block.line),
                    "Stycket är indraget, så det visas i en ruta som programkod.",
                    f"Ta bort mellanrummet först på raden: {shorten(block.lines[0].strip(), 40)}",
                )


def _texts(catalogue: Catalogue) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """Yield the blocks of every document, those within decisions too, with its path."""
    for notes in catalogue.notes:
        for unit in notes.units:
            for part in unit.parts:
                yield notes.path, (part,) if isinstance(part, Block) else part.blocks
    documents: list[Mandate | News] = [*catalogue.mandates, *catalogue.news]
    for document in documents:
        yield document.path, document.blocks
