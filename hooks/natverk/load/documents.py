"""Makes records of documents: meetings' notes, mandates and news."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from natverk.decode import decode, keys_of
from natverk.findings import Finding, Place, RefusalError, error, warning
from natverk.load.attendance import read_attendee
from natverk.load.layout import news_day
from natverk.load.safety import passage_of, unsafe_text
from natverk.load.structure import read_structure
from natverk.model.days import Day
from natverk.model.documents import Mandate, News
from natverk.model.heads import MandateHead, MeetingHead, NewsHead
from natverk.model.notes import Attachment, Attendee, Correction, Notes, Section
from natverk.model.records import Origin
from natverk.model.vocabulary import ATTENDANCE, SectionKind
from natverk.source.blocks import Item, List, Prose, read_blocks
from natverk.source.frontmatter import read_document
from natverk.source.links import find_links, is_outside
from natverk.urls import beside

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
    corrections = [
        _correction(item, home.path)
        for item in _listed(structure.sections, SectionKind.CORRECTIONS)
    ]
    findings = [
        *findings,
        *wrong,
        *structure.findings,
        *(found for _, found in corrections if found),
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
        attachments=tuple(
            _attachment(item, home.path)
            for item in _listed(structure.sections, SectionKind.ATTACHMENTS)
        ),
        corrections=tuple(correction for correction, _ in corrections),
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


def _attachment(item: Item, path: str) -> Attachment:
    first = re.sub(r"^[ \t]*(?:[-*+]|\d+[.)])[ \t]+", "", item.lines[0])
    links = find_links(item.text)
    target = links[0].target if links else None
    accessible = re.search(r"Tillgängligt?:\s*(\w+)", item.text, re.IGNORECASE)
    linked = re.match(r"!?\[(?P<text>[^\]]+)\]", first)
    return Attachment(
        title=(linked["text"] if linked else first).strip(),
        line=item.line,
        target=target,
        path=beside(path, target) if target and not is_outside(target) else None,
        accessible=accessible[1].lower() if accessible else None,
    )


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
        "Skriv till exempel - 2021-04-01: Närvaron rättad.",
    )
    return Correction(day=None, text=item.text, line=item.line), undated
