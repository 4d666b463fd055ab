"""What the sections of a meeting's document tell, with decisions and follow-ups in their places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natverk.findings import RefusalError
from natverk.model.addresses import decision_address, meeting_address
from natverk.model.days import Day
from natverk.model.decisions import Decision, FollowUp
from natverk.model.periods import Interval, read_period
from natverk.model.vocabulary import FactLabel
from natverk.source.blocks import Block
from natverk.views.follow_ups import FollowUpRow
from natverk.views.naming import named, person_name
from natverk.views.relations import RelationRow, Timeline, Timelines, relations
from natverk.views.rows import DecisionRow, Rows
from natverk.views.topics import TopicRow, topic_rows
from natverk.words import swedish

if TYPE_CHECKING:
    from natverk.model.decisions import Fact
    from natverk.model.notes import AgendaItem, Notes, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionView:
    """A decision on its meeting's page."""

    row: DecisionRow
    blocks: tuple[Block, ...]
    title: str
    facts: tuple[FactRow, ...]
    relations: tuple[RelationRow, ...]
    timeline: Timeline | None
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpView:
    """A follow-up on its meeting's page."""

    row: FollowUpRow
    blocks: tuple[Block, ...]
    title: str
    facts: tuple[FactRow, ...]
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """A fact as shown: its label in the vocabulary's spelling, plural for many topics, and its value.

    `meeting`, `follow_up` or `matter` is what it leads to, by id, empty when it leads nowhere.
    `topics` are all those that it names. `day` and `period` are the value where it is one; with a
    meeting, `day` is the meeting's. The value is empty where nobody is named.
    `places` are the names of the organisations that it is about, where it is about some.
    """

    label: str
    value: str
    meeting: str = ""
    follow_up: str = ""
    matter: str = ""
    topics: tuple[TopicRow, ...] = ()
    day: Day | None = None
    period: Interval | None = None
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """A point of the agenda; `level` is its heading's, as of those within it."""

    anchor: str
    heading: str
    level: int
    facts: tuple[FactRow, ...]
    parts: tuple[Block | DecisionView | FollowUpView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """A section of the notes that is not reserved."""

    anchor: str
    heading: str
    facts: tuple[FactRow, ...]
    parts: tuple[Block | DecisionView | FollowUpView, ...]
    items: tuple[ItemView, ...]


def section_views(rows: Rows, timelines: Timelines, notes: Notes) -> Iterable[SectionView]:
    """Yield the sections that are not reserved, names as they were on the meeting's day."""
    teller = _Teller(rows, timelines, notes.id)
    return (teller.section(section) for section in notes.sections if section.kind is None)


class _Teller:
    """Tells the sections of one document."""

    def __init__(self, rows: Rows, timelines: Timelines, meeting: str) -> None:
        self.rows = rows
        self.timelines = timelines
        self.catalogue = rows.catalogue
        self.meeting = meeting
        self.date = rows.catalogue.meetings[meeting].day.first

    def section(self, section: Section) -> SectionView:
        below = 3 if section.title else 2  # the untitled one stands right below the page's title
        return SectionView(
            anchor=section.anchor,
            heading=section.title,
            facts=tuple(self._facts(section.facts)),
            parts=tuple(self._part(part, below) for part in section.parts),
            items=tuple(self._item(item, below) for item in section.items),
        )

    def _item(self, item: AgendaItem, level: int) -> ItemView:
        heading = f"{item.mark} {item.title}".strip()
        below = level + 1 if heading else level  # an empty one is not shown
        return ItemView(
            level=level,
            anchor=item.anchor,
            heading=heading,
            facts=tuple(self._facts(item.facts)),
            parts=tuple(self._part(part, below) for part in item.parts),
        )

    def _part(
        self, part: Block | Decision | FollowUp, level: int
    ) -> Block | DecisionView | FollowUpView:
        match part:
            case Decision():
                return self._decision(part, level)
            case FollowUp():
                return FollowUpView(
                    row=self.rows.follow_ups[part.id],
                    blocks=part.blocks,
                    title=part.title,
                    facts=tuple(self._facts(part.facts)),
                    level=level,
                )
        return part

    def _decision(self, decision: Decision, level: int) -> DecisionView:
        timeline = self.timelines.of(decision)
        return DecisionView(
            row=self.rows.decisions[decision.id],
            blocks=decision.blocks,
            title=decision.title,
            facts=tuple(self._facts(_plain_facts(decision.facts))),
            relations=tuple(relations(self.catalogue, decision, timeline)),
            timeline=timeline,
            level=level,
        )

    def _facts(self, facts: Iterable[Fact]) -> Iterable[FactRow]:
        """Yield facts as they are shown, one for each follow-up that is ended and each matter."""
        for fact in facts:
            if fact.label in {FactLabel.DONE, FactLabel.STRUCK}:
                yield from self._ended(fact)
                continue
            if fact.label is FactLabel.MATTER and fact.values:
                yield from self._matters(fact)
                continue
            if fact.label is FactLabel.TOPIC and fact.values:
                yield self._topics(fact)
                continue
            if fact.label is FactLabel.CONTINUES and (earlier := self._meeting(fact.value)):
                yield self._continued(fact, earlier)
                continue
            yield FactRow(
                label=swedish().say(fact.label),
                value=self._value(fact),
                day=_due(fact),
                period=_dates(fact),
            )

    def _ended(self, fact: Fact) -> Iterable[FactRow]:
        label = swedish().say(fact.label)
        for ended in fact.ended:
            address = decision_address(ended.target, self.meeting, "a") or ""
            row = self.rows.follow_ups.get(address)
            yield FactRow(
                label=label,
                value=row.title if row else ended.target,
                follow_up=address if row else "",
                places=tuple(self._whom(one) for one in ended.organisations),
            )

    def _matters(self, fact: Fact) -> Iterable[FactRow]:
        for text in fact.values:
            matter = self.catalogue.matter(text)
            value, identity = (matter.title, matter.id) if matter else (text, "")
            yield FactRow(label=swedish().say(fact.label), value=value, matter=identity)

    def _topics(self, fact: Fact) -> FactRow:
        found = topic_rows(self.catalogue, fact.values)
        label = swedish().say(fact.label) if len(found) == 1 else "Ämnen"
        return FactRow(label=label, value=", ".join(row.name for row in found), topics=found)

    def _meeting(self, text: str) -> str:
        """Return the id of the meeting that a text names, by address or by its day alone."""
        address = meeting_address(text, self.meeting)
        return address if address in self.rows.meetings else ""

    def _continued(self, fact: Fact, earlier: str) -> FactRow:
        row = self.rows.meetings[earlier]
        return FactRow(
            label=swedish().say(fact.label), value=row.network_name, meeting=earlier, day=row.day
        )

    def _value(self, fact: Fact) -> str:
        match fact.label:
            case FactLabel.RESPONSIBLE | FactLabel.PRESENTER:
                return ", ".join(self._whom(one) for one in fact.values)
        return fact.value

    def _whom(self, text: str) -> str:
        identity = self.catalogue.body(text) or self.catalogue.organisation(text)
        return (
            named(self.catalogue, identity, self.date)
            if identity == text
            else person_name(self.catalogue, text)
        )


def _due(fact: Fact) -> Day | None:
    """Return the day by which something is to be done, None for what is no day."""
    if fact.label is not FactLabel.DUE:
        return None
    try:
        return Day.read(fact.value)
    except RefusalError:
        return None


def _dates(fact: Fact) -> Interval | None:
    """Return a period that is written with dates; "läsåret 2023/2024" is told as it stands."""
    if fact.label is not FactLabel.PERIOD or not re.search(r"\d{4}-\d{2}", fact.value):
        return None
    try:
        return read_period(fact.value)
    except RefusalError:
        return None


def _plain_facts(facts: Iterable[Fact]) -> Iterable[Fact]:
    """Yield a decision's facts without those that have places of their own on the page."""
    for fact in facts:
        if isinstance(fact.label, FactLabel) and fact.label not in {FactLabel.KIND, FactLabel.BY}:
            yield fact
