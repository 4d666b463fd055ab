"""The records of the documents: meetings, mandates and news as their authors wrote them.

Front matter is read like a register, by the same kind of records, with Swedish keys as aliases.
The text is kept as blocks with lines; what is marked in it (attendance, items, decisions,
follow-ups) stands beside the text it was read from, so that nothing an author wrote is lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator, Field

from natverk.findings import Place, RefusalError, shorten
from natverk.model.days import UNKNOWN, WEEKDAYS, Day, Interval
from natverk.model.records import (
    DayField,
    PeriodField,
    Record,
    Text,
    Texts,
    TimesField,
    YesNo,
    word,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natverk.source.blocks import Block


class DocumentStatus(StrEnum):
    """How far a meeting's document has come; only a draft is kept off the site."""

    INVITATION = "invitation"
    DRAFT = "draft"
    PUBLISHED = "published"


class MeetingForm(StrEnum):
    """How those who took part met."""

    IN_PERSON = "in_person"
    DIGITAL = "digital"
    HYBRID = "hybrid"
    BY_LETTER = "by_letter"


class NotesKind(StrEnum):
    """What sort of document it is."""

    NOTES = "notes"
    MINNESANTECKNINGAR = "minnesanteckningar"
    MINUTES = "minutes"
    BRIEF = "brief"


class DecisionKind(StrEnum):
    """What a decision does."""

    DECISION = "decision"
    RECOMMENDATION = "recommendation"
    POSITION = "position"
    DIRECTION = "direction"
    COMMISSION = "commission"
    OPINION = "opinion"
    ENDORSEMENT = "endorsement"
    ELECTION = "election"
    APPROVAL = "approval"
    TABLING = "tabling"
    REFERRAL_BACK = "referral_back"
    REFERRAL = "referral"
    REJECTION = "rejection"


class RelationKind(StrEnum):
    """How a decision bears on an earlier one, or where it goes next."""

    EXTENDS = "extends"
    REPLACES = "replaces"
    AMENDS = "amends"
    REVOKES = "revokes"
    CONFIRMS = "confirms"
    ANSWERS = "answers"
    GOES_TO = "goes_to"
    RECOMMENDED_TO = "recommended_to"


class FactLabel(StrEnum):
    """The labels of facts, other than relations."""

    KIND = "kind"
    BY = "by"
    RESPONSIBLE = "responsible"
    DUE = "due"
    PERIOD = "period"
    MATTER = "matter"
    TOPIC = "topic"
    PRESENTER = "presenter"
    CONTINUES = "continues"
    DONE = "done"
    STRUCK = "struck"
    NOTE = "note"
    ACCESSIBLE = "accessible"


class SectionKind(StrEnum):
    """The sections whose names are reserved."""

    PRESENT = "present"
    ABSENT = "absent"
    OTHERS = "others"
    ATTACHMENTS = "attachments"
    CORRECTIONS = "corrections"


ATTENDANCE = (SectionKind.PRESENT, SectionKind.ABSENT, SectionKind.OTHERS)


class MeetingHead(Record):
    """The front matter of a meeting's document."""

    time: TimesField = Field(default=None, alias="tid")
    place: Text | None = Field(default=None, alias="plats")
    form: Annotated[MeetingForm | None, word(MeetingForm)] = Field(default=None, alias="form")
    status: Annotated[DocumentStatus, word(DocumentStatus)] = Field(
        default=DocumentStatus.PUBLISHED, alias="status"
    )
    kind: Annotated[NotesKind, word(NotesKind)] = Field(default=NotesKind.NOTES, alias="slag")
    day: Text | None = Field(default=None, alias="dag")
    until: DayField = Field(default=None, alias="till")
    jointly_with: Texts = Field(default=(), alias="tillsammans med")
    written_by: Text | None = Field(default=None, alias="vid anteckningarna")
    approved: DayField = Field(default=None, alias="godkända")
    reference: Text | None = Field(default=None, alias="diarienummer")
    source: Text | None = Field(default=None, alias="källa")
    note: Text | None = Field(default=None, alias="anmärkning")


class NewsHead(Record):
    """The front matter of a news item."""

    title: Text = Field(alias="rubrik")
    networks: Texts = Field(default=(), alias="nätverk")
    topics: Texts = Field(default=(), alias="ämnen")
    contacts: Texts = Field(default=(), alias="kontakt")
    source: Text | None = Field(default=None, alias="källa")
    note: Text | None = Field(default=None, alias="anmärkning")


def _least(value: object) -> object:
    found = re.match(
        r"(?:minst\s+)?(\d{1,3})(?:\s+(?:möten|gånger))?(?:\s+per år)?$", str(value).strip().lower()
    )
    if not found:
        raise RefusalError(
            "fel-varde", f"{shorten(str(value))} är inget antal.", "Skriv till exempel minst 4."
        )
    return int(found[1])


def _weekday(value: object) -> object:
    written = str(value).strip().lower()
    day = written.removesuffix("ar")
    if day not in WEEKDAYS:
        raise RefusalError(
            "fel-varde", f"{shorten(str(value))} är ingen veckodag.", "Skriv till exempel fredag."
        )
    return WEEKDAYS.index(day)


def _within(value: object) -> object:
    written = str(value).strip().lower()
    if written == UNKNOWN:
        return NotesWithin(None)
    if written in {"nej", "inget krav"}:
        return None
    found = re.match(r"(?:inom\s+)?(\d{1,3})\s*(dag|dagar|vecka|veckor)?$", written)
    if not found:
        raise RefusalError(
            "fel-varde",
            f"{shorten(str(value))} är ingen tid att räkna med.",
            "Skriv till exempel 14 dagar, eller okänt.",
        )
    return NotesWithin(int(found[1]) * (7 if (found[2] or "").startswith("v") else 1))


def _yearly(value: object) -> object:
    written = str(value).strip().lower()
    return "ja" if written in {"årligen", "varje år", "en gång per år"} else value


@dataclass(frozen=True, slots=True)
class NotesWithin:
    """The duty to publish notes; `days` after the meeting, None when nobody knows how many."""

    days: int | None


class MandateHead(Record):
    """The front matter of a mandate: its period, its adoption and the duties that files can show.

    A duty that is left out is not demanded. `weekday` is 0 for Monday.
    """

    period: PeriodField = Field(default=None, alias="gäller")
    title: Text | None = Field(default=None, alias="rubrik")
    adopted: DayField = Field(default=None, alias="antagen")
    adopted_by: Text | None = Field(default=None, alias="antagen av")
    reference: Text | None = Field(default=None, alias="diarienummer")
    meetings_per_year: Annotated[int | None, BeforeValidator(_least)] = Field(
        default=None, alias="möten per år"
    )
    weekday: Annotated[int | None, BeforeValidator(_weekday)] = Field(
        default=None, alias="veckodag"
    )
    notes: Annotated[NotesWithin | None, BeforeValidator(_within)] = Field(
        default=None, alias="anteckningar inom"
    )
    revised_yearly: Annotated[YesNo, BeforeValidator(_yearly)] = Field(
        default=None, alias="revideras"
    )
    annual_report: Annotated[YesNo, BeforeValidator(_yearly)] = Field(
        default=None, alias="verksamhetsrapport"
    )
    source: Text | None = Field(default=None, alias="källa")
    note: Text | None = Field(default=None, alias="anmärkning")


@dataclass(frozen=True, slots=True)
class Passage:
    """A whole file's text for rules to search: code is blanked out, sign for sign.

    `body_at` is the index at which the text begins, after the front matter.
    """

    path: str
    text: str
    body_at: int

    def place(self, index: int) -> Place:
        """Return the line of the sign at `index`."""
        return Place(self.path, self.text.count("\n", 0, index) + 1)

    @property
    def body(self) -> str:
        """The text without front matter."""
        return self.text[self.body_at :]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A list item `- Label: value` with a label that is known; the label as written, too."""

    label: FactLabel | RelationKind
    written: str
    value: str
    line: int

    @property
    def values(self) -> list[str]:
        """What its value lists, without "okänt"."""
        return split_values(self.value)


def split_values(value: str) -> list[str]:
    """Return the parts of `value` between commas and semicolons, links reduced to their targets."""
    parts = re.split(r"[,;]\s+", value)
    return [_target(part) for part in parts if part.strip() and part.strip().lower() != UNKNOWN]


def _target(part: str) -> str:
    linked = re.fullmatch(r"\[[^\]]*\]\(<?([^)>\s]+)>?\)", part.strip())
    return (linked[1] if linked else part).strip().strip("`").rstrip(".")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What a decision does to `target`: an address of a decision, or the name or id of a body."""

    kind: RelationKind
    target: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A quotation that begins with a bold "Beslut".

    `number` is its permanent number, `is_numbered` whether the author wrote it. `text` is the
    author's Markdown without title and facts. `by` is another body than the meeting's.
    """

    meeting: str
    number: int
    is_numbered: bool
    title: str
    line: int
    blocks: tuple[Block, ...]
    facts: tuple[Fact, ...] = ()
    kind: DecisionKind = DecisionKind.DECISION
    by: str | None = None
    responsible: tuple[str, ...] = ()
    due: Day | None = None
    period: Interval | None = None
    matters: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()

    @property
    def id(self) -> str:
        """Its address: `<network>/<date>/b<number>`."""
        return f"{self.meeting}/b{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A quotation that begins with a bold "Att göra"; `ends` are facts about earlier ones."""

    meeting: str
    number: int
    is_numbered: bool
    title: str
    line: int
    blocks: tuple[Block, ...]
    facts: tuple[Fact, ...] = ()
    responsible: tuple[str, ...] = ()
    due: Day | None = None
    matters: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Its address: `<network>/<date>/a<number>`."""
        return f"{self.meeting}/a{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """A point of the agenda: `mark` as written (`1.`, `§ 12`, `9a`), or empty.

    `parts` is its text in order: blocks as written, with decisions and follow-ups in their places.
    """

    mark: str
    title: str
    line: int
    anchor: str
    facts: tuple[Fact, ...] = ()
    parts: tuple[Block | Decision | FollowUp, ...] = ()

    @property
    def number(self) -> str:
        """Its number without signs: `§ 12` is "12", `9a.` is "9a"; empty when it has none."""
        return point_number(self.mark)


def point_number(mark: str) -> str:
    """Return the number in an item's mark."""
    found = re.search(r"(\d+)\s?([a-z]?)", mark)
    return found[1] + found[2] if found else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading of level two and what stands under it, up to the next; the first may lack one."""

    title: str
    line: int
    anchor: str
    kind: SectionKind | None = None
    facts: tuple[Fact, ...] = ()
    parts: tuple[Block | Decision | FollowUp, ...] = ()
    items: tuple[AgendaItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """A line of an attendance list.

    `organisation` and `scope` are as written, empty when left out (the members' list knows them);
    `remarks` is what stands after a semicolon, less what has a field of its own.
    """

    section: SectionKind
    name: str
    line: int
    organisation: str = ""
    scope: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    deputy_for: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A line of the attachments list: `path` in the repository, None when the file is not here."""

    title: str
    line: int
    target: str | None = None
    path: str | None = None
    accessible: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was changed after publication, and when."""

    day: Day | None
    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """A meeting's document, from invitation to notes."""

    path: str
    network: str
    key: str
    head: MeetingHead
    prose: Passage
    sections: tuple[Section, ...] = ()
    attendance: tuple[Attendee, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def id(self) -> str:
        """The meeting's address: `<network>/<date>`."""
        return f"{self.network}/{self.key}"

    @property
    def items(self) -> tuple[AgendaItem, ...]:
        """Every point of the agenda, in order."""
        return tuple(item for section in self.sections for item in section.items)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Every decision, in the order of the text."""
        return tuple(part for part in self._parts() if isinstance(part, Decision))

    @property
    def follow_ups(self) -> tuple[FollowUp, ...]:
        """Every follow-up, in the order of the text."""
        return tuple(part for part in self._parts() if isinstance(part, FollowUp))

    @property
    def is_public(self) -> bool:
        """Whether the document may be shown; a draft may not."""
        return self.head.status is not DocumentStatus.DRAFT

    @property
    def is_published(self) -> bool:
        """Whether these are the notes, rather than an invitation or a draft."""
        return self.head.status is DocumentStatus.PUBLISHED

    @property
    def anchors(self) -> frozenset[str]:
        """Every place on the meeting's page that a link may name."""
        return frozenset(
            [
                *(section.anchor for section in self.sections if section.anchor),
                *(item.anchor for item in self.items),
                *(f"beslut-{decision.number}" for decision in self.decisions),
                *(f"att-gora-{item.number}" for item in self.follow_ups),
            ]
        )

    def place(self, line: int = 1) -> Place:
        """Return a line of the document."""
        return Place(self.path, line)

    @property
    def marked(self) -> tuple[Decision | FollowUp, ...]:
        """Every decision, then every follow-up."""
        return (*self.decisions, *self.follow_ups)

    def facts(self) -> Iterator[Fact]:
        """Yield every fact: of sections, of items, of decisions and of follow-ups."""
        for section in self.sections:
            yield from section.facts
            for item in section.items:
                yield from item.facts
        for part in self.marked:
            yield from part.facts

    def _parts(self) -> Iterator[Block | Decision | FollowUp]:
        for section in self.sections:
            yield from section.parts
            for item in section.items:
                yield from item.parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """One revision of a network's mandate; `blocks` is empty when the text is unchanged."""

    path: str
    network: str
    key: str
    head: MandateHead
    prose: Passage
    blocks: tuple[Block, ...] = ()

    @property
    def start(self) -> Day | None:
        """Its first day as the file's name has it, None for `okant.md`."""
        return None if self.key == "okant" else Day.read(self.key)

    @property
    def is_dated(self) -> bool:
        """Whether anything is known of when it holds."""
        return self.head.period is not None or self.start is not None

    @property
    def interval(self) -> Interval:
        """The time it says that it holds for, from the file's name where it says nothing."""
        return self.head.period or Interval(self.start, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A news item; `day` is as exact as the file's name."""

    path: str
    association: str
    key: str
    day: Day
    head: NewsHead
    prose: Passage
    blocks: tuple[Block, ...] = ()
