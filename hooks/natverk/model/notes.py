"""A meeting's document, from invitation to notes.

The text is kept as blocks with lines; what is marked in it stands beside the text it was read from,
so that nothing an author wrote is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from natverk.findings import Place
from natverk.model.days import Day
from natverk.model.decisions import Decision, Fact, FollowUp
from natverk.model.documents import Passage
from natverk.model.heads import MeetingHead
from natverk.model.vocabulary import DocumentStatus, SectionKind
from natverk.source.blocks import Block, Quote


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
    """A line of the attachments list: `path` in the repository, None when the file is not here.

    `title` is the author's Markdown, as are `text`, the whole of its paragraph, and `more`, what
    stands below it; what is said of accessibility is in neither.
    """

    title: str
    line: int
    text: str = ""
    more: tuple[Block, ...] = ()
    target: str | None = None
    path: str | None = None
    accessible: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was changed after publication, and when."""

    day: Day | None
    text: str
    line: int


@dataclass(frozen=True, kw_only=True)
class Notes:
    """A meeting's document, from invitation to notes.

    What it holds is gathered once, since forty rules and pages ask for it.
    """

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

    @cached_property
    def items(self) -> tuple[AgendaItem, ...]:
        """Every point of the agenda, in order."""
        return tuple(item for section in self.sections for item in section.items)

    @cached_property
    def units(self) -> tuple[Section | AgendaItem, ...]:
        """Every section, each followed by its points: all that has facts and parts of its own."""
        return tuple(self._units())

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """Every decision, in the order of the text."""
        return tuple(part for part in self._parts() if isinstance(part, Decision))

    @cached_property
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
    def is_invitation(self) -> bool:
        """Whether it is the invitation: what is marked in it is proposed, and not yet made."""
        return self.head.status is DocumentStatus.INVITATION

    @property
    def is_proposing(self) -> bool:
        """Whether it is an invitation with proposals that are still marked as made."""
        return self.is_invitation and bool(self.marked)

    @property
    def has_quotes(self) -> bool:
        """Whether any quotation stands in it, which in an invitation may be a proposal."""
        return any(isinstance(part, Quote) for part in self._parts())

    def as_proposed(self) -> Notes:
        """Return the document with its decisions and follow-ups as quotations and nothing more."""
        sections = tuple(
            replace(
                section,
                parts=_unmarked(section.parts),
                items=tuple(replace(one, parts=_unmarked(one.parts)) for one in section.items),
            )
            for section in self.sections
        )
        return replace(self, sections=sections)

    @property
    def anchors(self) -> frozenset[str]:
        """Every place on the meeting's page that a link may name."""
        return frozenset(
            [
                *(section.anchor for section in self.sections if section.anchor),
                *(item.anchor for item in self.items),
                *self._marks(),
            ]
        )

    def _marks(self) -> Iterator[str]:
        if not self.is_invitation:
            yield from (f"beslut-{decision.number}" for decision in self.decisions)
            yield from (f"att-gora-{item.number}" for item in self.follow_ups)

    def place(self, line: int = 1) -> Place:
        """Return a line of the document."""
        return Place(self.path, line)

    @cached_property
    def marked(self) -> tuple[Decision | FollowUp, ...]:
        """Every decision, then every follow-up."""
        return (*self.decisions, *self.follow_ups)

    def facts(self) -> Iterator[Fact]:
        """Yield every fact: of sections, of items, of decisions and of follow-ups."""
        for unit in self.units:
            yield from unit.facts
        for part in self.marked:
            yield from part.facts

    def _units(self) -> Iterator[Section | AgendaItem]:
        for section in self.sections:
            yield section
            yield from section.items

    def _parts(self) -> Iterator[Block | Decision | FollowUp]:
        for unit in self.units:
            yield from unit.parts


def _unmarked(
    parts: tuple[Block | Decision | FollowUp, ...],
) -> tuple[Block | Decision | FollowUp, ...]:
    return tuple(part if isinstance(part, Block) else part.quote for part in parts)
