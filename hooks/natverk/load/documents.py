"""Makes records of documents: meetings' notes, mandates and news."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from natverk.decode import decode, keys_of
from natverk.findings import Finding, Place, RefusalError, error, in_quotes, warning
from natverk.load.attachments import read_attachment
from natverk.load.attendance import read_attendee
from natverk.load.layout import news_day
from natverk.load.safety import passage_of, unsafe_text
from natverk.load.structure import read_structure
from natverk.model.days import Day
from natverk.model.documents import Mandate, News
from natverk.model.heads import MandateHead, MeetingHead, NewsHead
from natverk.model.notes import Attendee, Correction, Notes, Section
from natverk.model.records import Origin
from natverk.model.vocabulary import ATTENDANCE, SectionKind
from natverk.source.blocks import Block, Item, List, Prose, read_blocks
from natverk.source.frontmatter import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natverk.load.layout import Home


def read_notes(text: str, home: Home) -> tuple[Notes, list[Finding]]:
    """Return a meeting's document and what is wrong with it.

    With a faulty front matter the text is read all the same, so that all faults come at once.
    """
    document, findings = read_document(text, home.path, keys_of(MeetingHead))
    head, wrong = decode(document.head, MeetingHead, home.path)
    prose = passage_of(text, home.path, document.body_line)
    blocks = read_blocks(document.body, document.body_line)
    structure = read_structure(blocks, f"{home.network}/{home.key}", home.path)
    corrections = list(_corrections(structure.sections, home.path))
    attachments = [
        read_attachment(item, home.path)
        for item in _listed(structure.sections, SectionKind.ATTACHMENTS)
    ]
    findings = [
        *findings,
        *wrong,
        *structure.findings,
        *(found for _, found in corrections if found),
        *(found for _, found in attachments if found),
        *_unread_attendance(structure.sections, home.path),
        *unsafe_text(prose),
    ]
    notes = Notes(
        path=home.path,
        network=home.network,
        key=home.key,
        head=head or MeetingHead(at=Origin(home.path)),
        prose=prose,
        sections=structure.sections,
        attendance=tuple(_attendance(structure.sections)),
        attachments=tuple(attachment for attachment, _ in attachments),
        corrections=tuple(correction for correction, _ in corrections if correction),
    )
    return notes, findings


def read_mandate(text: str, home: Home) -> tuple[Mandate, list[Finding]]:
    """Return a mandate's revision and what is wrong with it."""
    document, findings = read_document(text, home.path, keys_of(MandateHead))
    head, wrong = decode(document.head, MandateHead, home.path)
    prose = passage_of(text, home.path, document.body_line)
    findings = [*findings, *wrong, *unsafe_text(prose)]
    mandate = Mandate(
        path=home.path,
        network=home.network,
        key=home.key,
        head=head or MandateHead(at=Origin(home.path)),
        prose=prose,
        blocks=read_blocks(document.body, document.body_line),
    )
    return mandate, findings


def read_news(text: str, home: Home) -> tuple[News | None, list[Finding]]:
    """Return a news item and what is wrong with it."""
    document, findings = read_document(text, home.path, keys_of(NewsHead))
    head, wrong = decode(document.head, NewsHead, home.path)
    prose = passage_of(text, home.path, document.body_line)
    findings = [*findings, *wrong, *unsafe_text(prose)]
    if head is None:
        return None, findings
    news = News(
        path=home.path,
        association=home.association,
        key=home.key,
        day=news_day(home.key),
        head=head,
        prose=prose,
        blocks=read_blocks(document.body, document.body_line),
    )
    return news, findings


def _listed(sections: tuple[Section, ...], kind: SectionKind) -> Iterator[Item]:
    for section in sections:
        if section.kind is kind:
            for part in section.parts:
                if isinstance(part, List):
                    yield from part.items


def _attendance(sections: tuple[Section, ...]) -> Iterator[Attendee]:
    for kind in ATTENDANCE:
        for item in _listed(sections, kind):
            yield read_attendee(item, kind)


def _unread_attendance(sections: tuple[Section, ...], path: str) -> Iterator[Finding]:
    for section in sections:
        if section.kind in ATTENDANCE:
            for part in section.parts:
                if isinstance(part, Prose):
                    yield warning(
                        "narvaro-utan-lista",
                        Place(path, part.line),
                        f"Texten under {section.title} är ingen lista, så ingen person läses ur den.",
                        "Skriv en person per rad med bindestreck framför: - Anna Exempel, Ale",
                    )
                elif isinstance(part, List):
                    yield from _nobody(part, section, path)
                    yield from _melted(part, path)


_NOBODY = frozenset({"ingen", "inga", "alla", "vakant", "-", "–"})


def _nobody(part: List, section: Section, path: str) -> Iterator[Finding]:
    """Find lines that name nobody, which would be counted as persons."""
    for item in part.items:
        if item.text.strip(" .").casefold() in _NOBODY:
            yield warning(
                "narvaro-utan-lista",
                Place(path, item.line),
                f'"{item.text}" är ingen person, men räknas som en under {section.title}.',
                "Ta bort raden. Finns ingen att skriva upp tas rubriken också bort.",
            )


_ROW_OF_ITS_OWN = re.compile(r"\S|[ \t]+[-–—*+•·]")
"""How a line begins that does not look as though it went on with the row above."""


def _melted(part: List, path: str) -> Iterator[Finding]:
    """Find lines that are read as the end of the row above, and seem to name another person."""
    for item in part.items:
        for at, line in enumerate(item.lines[1:], 1):
            if _ROW_OF_ITS_OWN.match(line):
                yield warning(
                    "narvaro-utan-lista",
                    Place(path, item.line + at),
                    f"Raden {in_quotes(line, 40)} läses ihop med raden ovanför, så ingen egen "
                    "person läses ur den.",
                    "Börja varje person med ett bindestreck och ett mellanslag, utan indrag: "
                    "- Anna Exempel, Ale",
                )


def _corrections(
    sections: tuple[Section, ...], path: str
) -> Iterator[tuple[Correction | None, Finding | None]]:
    """Yield the corrections, and a finding for each that has no day or is no line of a list."""
    for section in sections:
        if section.kind is SectionKind.CORRECTIONS:
            for part in section.parts:
                if isinstance(part, List):
                    yield from (_correction(item, path) for item in part.items)
                elif isinstance(part, Block) and part.text.strip("-*_ \t"):
                    yield None, _no_correction(part, path)


def _no_correction(part: Block, path: str) -> Finding:
    return error(
        "rattelse-utan-datum",
        Place(path, part.line),
        "Texten är ingen rad i listan över rättelser, så den skulle inte visas.",
        _DATED,
    )


_DATED = "Skriv varje rättelse med bindestreck och datum: - 2021-04-01: Närvaron rättad."


def _correction(item: Item, path: str) -> tuple[Correction, Finding | None]:
    written, colon, text = item.text.partition(":")
    try:
        day = Day.read(written)
    except RefusalError:
        colon = ""
    if colon:
        return Correction(day=day, text=text.strip(), line=item.line), None
    undated = error(
        "rattelse-utan-datum",
        Place(path, item.line),
        "Rättelsen börjar inte med sitt datum.",
        _DATED,
    )
    return Correction(day=None, text=item.text, line=item.line), undated
