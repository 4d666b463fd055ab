"""Writes the notes of one meeting after the other for a made-up network."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ledger import Ledger
from membership import Holder, sitting
from words import Noun, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from network import Network

ITEMS = 8
SIZE = (8_400, 11_800)
"""Bytes of a meeting's file."""
DECISIONS = (1, 1, 2, 2, 3)
TASKS = (1, 2, 3)
ABSENT = (1, 2, 2, 3, 4)
SOMETIMES = 0.1
"""The share of notes with a table, a deputy, a file that is attached, a correction."""


@dataclass(slots=True)
class Point:
    """A point of the agenda: its heading, its facts, its paragraphs and what is marked in it."""

    topic: Noun
    title: str
    facts: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    marks: list[list[str]] = field(default_factory=list)

    def lines(self) -> list[str]:
        """Return the point as Markdown."""
        parts = [self.title, "\n".join(self.facts), *self.texts]
        parts += ["\n".join(mark) for mark in self.marks]
        return [line for part in parts if part for line in (part, "")]


@dataclass(slots=True)
class Notes:
    """A meeting's document, and the files attached to it by name."""

    text: str
    attached: tuple[str, ...]


class Secretary:
    """Writes a network's notes in order, since later ones point at earlier."""

    def __init__(self, network: Network) -> None:
        """Begin with an empty ledger."""
        self.network = network
        self.rng = network.rng
        self.writer = network.writer
        superiors = [network.association.board.name]
        superiors += [network.superior.name] if network.superior else []
        self.ledger = Ledger(self.rng, self.writer, tuple(superiors), tuple(network.matters))
        self.before: dt.date | None = None

    def all_notes(self) -> Iterator[tuple[dt.date, Notes]]:
        """Yield every meeting's day and notes, the first one first."""
        for day in self.network.timetable.held:
            yield day, self._notes(day)
            self.before = day

    def _notes(self, day: dt.date) -> Notes:
        members = sitting(self.network.holders, day)
        absent = self.rng.sample(members, min(self.rng.choice(ABSENT), len(members) // 3))
        present = [member for member in members if member not in absent]
        guests = self.rng.sample(self.network.guests, 2)
        self.writer.day = day
        self.writer.people = [holder.name for holder in present] + [name for name, _ in guests]
        head = [*self._head(), *self._attendance(day, (present, absent), guests)]
        points = self._points(day, [name for name, _ in guests])
        attached, tail = self._tail(day)
        self._fill(points, head + tail)
        lines = [*head, *self._agenda(points), *tail]
        return Notes("\n".join(lines).rstrip() + "\n", attached)

    def _head(self) -> list[str]:
        place = self.network.place
        form = "digitalt" if place.startswith("Digitalt") else "fysiskt"
        hours = self.network.timetable.hours
        return ["---", f"tid: {hours}", f"plats: {place}", f"form: {form}", "---", ""]

    def _attendance(
        self,
        day: dt.date,
        members: tuple[list[Holder], list[Holder]],
        guests: Sequence[tuple[str, object]],
    ) -> list[str]:
        present, absent = members
        lines = ["## Närvarande", "", *(_attendee(holder, day) for holder in present)]
        lines += ["", "## Frånvarande", "", *(_attendee(holder, day) for holder in absent)]
        lines += ["", "## Övriga", ""]
        for at, (name, organisation) in enumerate(guests):
            lines.append(f"- {name}, {getattr(organisation, 'name', '')}; punkt {at + 2}")
        return [*lines, ""]

    def _points(self, day: dt.date, guests: list[str]) -> list[Point]:
        points = [self._first(), *(self._point(number) for number in range(2, ITEMS + 1))]
        for point, guest in zip(points[1:], guests, strict=False):
            point.facts.append(f"- Föredragande: {guest}")
        for number in range(1, self.rng.choice(DECISIONS) + 1):
            point = self._turn_to(points[1:])
            point.marks.append(self.ledger.decision(day, number))
        for number in range(1, self.rng.choice(TASKS) + 1):
            point = self._turn_to(points[1:])
            point.marks.append(self.ledger.task(day, number))
        closer = self.rng.choice(vocabulary().raw["closers"])
        last = Point(self.writer.topic, f"### {closer}", texts=[self.writer.paragraph(2)])
        return [*points, last]

    def _turn_to(self, points: list[Point]) -> Point:
        """Choose one of the points and let the writer write about its topic."""
        point = self.rng.choice(points)
        self.writer.topic = point.topic
        return point

    def _first(self) -> Point:
        before = f"[förra mötet]({self.before}.md)" if self.before else "det första mötet"
        text = f"Anteckningarna från {before} gicks igenom och lades till handlingarna."
        title = "### 1. Föregående mötes anteckningar"
        return Point(self.writer.topic, title, self.ledger.ended(), [text])

    def _point(self, number: int) -> Point:
        if self.rng.random() < SOMETIMES:
            matter, topic = self.rng.choice(list(self.network.matters.items()))
            facts = [f"- Ärende: {matter}"]
        else:
            topic, facts = self.writer.compound(), []
        self.writer.topic = topic
        if self.rng.random() < 1 / 3:
            facts.append(f"- Ämne: {self.rng.choice(self.network.topics)}")
        title = f"### {number}. {self.writer.one('titles')}"
        return Point(topic, title, facts, [self._paragraph(), *self._extra()])

    def _extra(self) -> list[str]:
        """Return a list or a table now and then, as real notes have them."""
        if self.rng.random() < SOMETIMES / ITEMS:
            rows = [
                f"| {name} | {self.rng.randint(3, 900)} | {self.rng.randint(2, 99)} % |"
                for name in self.writer.organisations
            ]
            return ["\n".join(["| Kommun | Antal | Andel |", "|---|---|---|", *rows])]
        if self.rng.random() < 1 / 4:
            return ["\n".join(f"- {self.writer.one('tasks')}" for _ in range(4))]
        return []

    def _paragraph(self) -> str:
        return self.writer.paragraph(self.rng.randint(2, 5))

    def _fill(self, points: list[Point], rest: list[str]) -> None:
        """Write on, point by point, until the document has its size."""
        size = _size(rest) + sum(_size(point.lines()) for point in points)
        wanted = self.rng.randint(*SIZE)
        while size < wanted:
            point = self._turn_to(points[1:-1])
            text = self._paragraph()
            point.texts.append(text)
            size += len(text.encode()) + 2

    def _agenda(self, points: list[Point]) -> list[str]:
        """Spread the points over three sections."""
        sections = self.rng.sample(vocabulary().raw["sections"], 3)
        lines: list[str] = []
        for at, point in enumerate(points):
            if at % 3 == 0:
                lines += [f"## {sections[at // 3]}", ""]
            lines += point.lines()
        return lines

    def _tail(self, day: dt.date) -> tuple[tuple[str, ...], list[str]]:
        shown = sorted(self.rng.sample(range(2, ITEMS + 1), 2))
        lines = ["## Bilagor", ""]
        lines += [f"- Bilder till punkt {number} (nämns, finns inte här)" for number in shown]
        attached: tuple[str, ...] = ()
        if self.rng.random() < SOMETIMES:
            attached = ("underlag.pdf",)
            lines.append(f"- [Underlag till punkt 3]({day}/underlag.pdf)")
        if self.rng.random() < SOMETIMES / 2:
            corrected = day + dt.timedelta(self.rng.randint(7, 40))
            lines += ["", "## Rättelser", "", f"- {corrected}: Närvaron rättad."]
        return attached, lines


def _attendee(holder: Holder, day: dt.date) -> str:
    scope = f" ({holder.scope})" if holder.scope else ""
    role = f", {holder.role(day)}" if holder.role(day) else ""
    return f"- {holder.name}, {holder.organisation.name}{scope}{role}"


def _size(lines: list[str]) -> int:
    return sum(len(line.encode()) + 1 for line in lines)
