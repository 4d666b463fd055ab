"""Lines that are meant as headings but are none, so that nothing below them is read."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from natverk.findings import Finding, Place, shorten, warning
from natverk.model.notes import AgendaItem
from natverk.model.vocabulary import SectionKind
from natverk.source.blocks import Block, Heading, List, Prose
from natverk.words import swedish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natverk.model.catalogue import Catalogue
    from natverk.model.documents import Mandate, News
    from natverk.model.notes import Section

_GLUED = re.compile(r" {0,3}(?P<marks>#{2,6})(?P<title>[^#\s].*)$")
_BOLD = re.compile(r"(\*\*|__)(?P<title>[^*_]+)\1\s*:?$")
_LABEL = re.compile(
    r"(?:\*\*|__)?(?P<title>[^\W\d_][^:*_\n]{2,30})(?:\*\*|__)?:(?:\*\*|__)?(?:\s|$)"
)
_NUMBERED = re.compile(r"(?:§\s*)?\d{1,3}\s?[a-z]?[.:)]?\s+[^\W\d_]")


def omarkt_rubrik(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find bold lines, labels and glued `##` that stand where a heading should."""
    for notes in catalogue.notes:
        holders: list[AgendaItem | Section] = [*notes.sections, *notes.items]
        for holder in holders:
            for line, written, right in (*_in(holder.parts), *_too_low(holder)):
                yield warning(
                    "omarkt-rubrik",
                    notes.place(line),
                    f"Raden {shorten(written, 40)} är inte skriven som rubrik ska, så det "
                    "som följer läses bara som text.",
                    f"Skriv rubriken på en egen rad: {right}",
                )


def tom_rubrik(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find headings without text, which would stand empty on the page and in its contents."""
    for notes in catalogue.notes:
        for unit in notes.units:
            if _is_empty(unit):
                yield _empty(notes.place(unit.line))
            for part in unit.parts:
                if isinstance(part, Heading) and not part.title:
                    yield _empty(notes.place(part.line))
    documents: list[Mandate | News] = [*catalogue.mandates, *catalogue.news]
    for document in documents:
        for block in document.blocks:
            if isinstance(block, Heading) and not block.title:
                yield _empty(Place(document.path, block.line))


def _is_empty(unit: AgendaItem | Section) -> bool:
    """Tell whether a heading has no text; what stands before the first heading has none to fill."""
    if isinstance(unit, AgendaItem):
        return not (unit.mark or unit.title)
    return bool(unit.anchor) and not unit.title


def _empty(place: Place) -> Finding:
    return warning(
        "tom-rubrik",
        place,
        "Rubriken har ingen text, så den visas inte.",
        "Skriv rubriken efter tecknen, till exempel ### 1. Höstens möten, eller ta bort raden.",
    )


def _in(parts: tuple[object, ...]) -> Iterator[tuple[int, str, str]]:
    """Yield the line, the text and the right heading of what only looks like one."""
    for part in parts:
        if isinstance(part, Prose):
            for at, line in enumerate(part.lines):
                if found := _GLUED.match(line):
                    yield part.line + at, line, f"{found['marks']} {found['title'].strip()}"
            if right := _meant(part):
                yield part.line, part.lines[0], right


def _too_low(holder: AgendaItem | Section) -> Iterator[tuple[int, str, str]]:
    """Yield an item that is called Närvarande or Bilagor and has the list of such a section."""
    if isinstance(holder, AgendaItem) and any(isinstance(part, List) for part in holder.parts):
        title = holder.title.strip(" *_:")
        if swedish().find(SectionKind, title):
            yield holder.line, f"### {f'{holder.mark} {holder.title}'.strip()}", f"## {title}"


def _meant(block: Block) -> str | None:
    """Return the heading that a block's first line is meant as."""
    first = block.lines[0].strip()
    words = swedish()
    if found := _BOLD.match(first):
        title = found["title"].strip(" :")
        if _NUMBERED.match(title):
            return f"### {shorten(title, 60)}"
        return f"## {title}" if words.find(SectionKind, title) else None
    if (found := _LABEL.match(first)) and words.find(SectionKind, found["title"].strip()):
        return f"## {found['title'].strip()}"
    return None
