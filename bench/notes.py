"""Writes the notes of one meeting after the other for a made-up network."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ledger import Ledger
from roll import Roll, call_the_roll
from words import Noun, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys import Journey, Stop
    from network import Network
    from office import Office

ITEMS = 8
SIZE = (8_400, 11_800)
"""Bytes of a meeting's file."""
DECISIONS = (3, 4, 5, 5, 6, 7)
TASKS = (1, 2, 3)
SOMETIMES = 0.1
"""The share of notes with a table, a file that is attached, a correction."""
FILES = ("underlag.pdf", "statistik.csv", "presentation.pdf")


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

    def __init__(self, network: Network, office: Office) -> None:
        """Begin with an empty ledger; what all secretaries share is the office's."""
        self.network = network
        self.office = office
        self.rng = network.rng
        self.writer = network.writer
        self.ledger = Ledger(self.rng, self.writer, office.sent)
        self.before: dt.date | None = None

    def notes(self, day: dt.date) -> Notes:
        """Return the notes of the next meeting."""
        roll = call_the_roll(self.network, self.office.partner(self.network, day), day)
        self.writer.day = day
        self.writer.people = roll.names
        head = [*self._head(roll), *roll.lines()]
        calls = self.office.calls(self.network, day)
        points = self._points(day, roll.guests, calls)
        attached, tail = self._tail(day)
        self._fill(points, head + tail)
        lines = [*head, *self._agenda(points), *tail]
        self.before = day
        return Notes("\n".join(lines).rstrip() + "\n", attached)

    def _head(self, roll: Roll) -> list[str]:
        place = self.network.place
        form = "digitalt" if place.startswith("Digitalt") else "fysiskt"
        hours = self.network.timetable.hours
        joint = [f"tillsammans med: [{roll.partner.body.id}]"] if roll.partner else []
        status = ["status: utkast"] if self.office.is_draft(self.network, roll.day) else []
        facts = [f"tid: {hours}", f"plats: {place}", f"form: {form}", *joint, *status]
        return ["---", *facts, "---", ""]

    def _points(
        self, day: dt.date, guests: Sequence[str], calls: Sequence[tuple[Journey, Stop]]
    ) -> list[Point]:
        last = max(ITEMS, len(calls) + 1)
        points = [self._first(), *(self._point(number) for number in range(2, last + 1))]
        for point, guest in zip(points[1:], guests, strict=False):
            point.facts.append(f"- Föredragande: {guest}")
        number = self._call(day, points, calls)
        wanted = sum(self.rng.random() < self.office.share for _ in range(self._decisions()))
        for point in self._turns(points[1:], max(wanted, 1) - number):
            number += 1
            point.marks.append(self.ledger.decision(day, number))
        for at, point in enumerate(self._turns(points[1:], self.rng.choice(TASKS)), 1):
            point.marks.append(self.ledger.task(day, at))
        closer = self.rng.choice(vocabulary().raw["closers"])
        closing = Point(self.writer.topic, f"### {closer}", texts=[self.writer.paragraph(2)])
        return [*points, closing]

    def _decisions(self) -> int:
        return self.rng.choice(DECISIONS)

    def _call(
        self, day: dt.date, points: list[Point], calls: Sequence[tuple[Journey, Stop]]
    ) -> int:
        """Give each matter that is called a point, and return how many decisions were made."""
        made = 0
        for point, (journey, stop) in zip(reversed(points[1:]), calls, strict=False):
            self.writer.topic = point.topic = journey.topic
            point.facts.append(f"- Ärende: {journey.id}")
            if stop.does != "tar upp frågan":
                made += 1
                address = f"{self.network.body.id}/{day}/b{made}"
                point.marks.append(self.ledger.passed(journey, stop, address))
        return made

    def _turns(self, points: list[Point], count: int) -> Iterator[Point]:
        """Yield so many of the points, in order, while the writer writes about each one's topic."""
        chosen = sorted(self.rng.randrange(len(points)) for _ in range(count))
        for at in chosen:
            self.writer.topic = points[at].topic
            yield points[at]

    def _turn_to(self, points: list[Point]) -> Point:
        """Choose one of the points and let the writer write about its topic."""
        return next(self._turns(points, 1))

    def _first(self) -> Point:
        before = f"[förra mötet]({self.before}.md)" if self.before else "det första mötet"
        text = f"Anteckningarna från {before} gicks igenom och lades till handlingarna."
        title = "### 1. Föregående mötes anteckningar"
        return Point(self.writer.topic, title, self.ledger.ended(), [text])

    def _point(self, number: int) -> Point:
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
            if at % 3 == 0 and at // 3 < len(sections):
                lines += [f"## {sections[at // 3]}", ""]
            lines += point.lines()
        return lines

    def _tail(self, day: dt.date) -> tuple[tuple[str, ...], list[str]]:
        shown = sorted(self.rng.sample(range(2, ITEMS + 1), 2))
        lines = ["## Bilagor", ""]
        lines += [f"- Bilder till punkt {number} (nämns, finns inte här)" for number in shown]
        attached: tuple[str, ...] = ()
        if self.rng.random() < SOMETIMES:
            attached = tuple(self.rng.sample(FILES, self.rng.choice((1, 1, 2))))
            lines += [f"- [Till punkt 3: {name}]({day}/{name})" for name in attached]
        if self.rng.random() < SOMETIMES / 2:
            corrected = day + dt.timedelta(self.rng.randint(7, 40))
            lines += ["", "## Rättelser", "", f"- {corrected}: Närvaron rättad."]
        return attached, lines


def _size(lines: list[str]) -> int:
    return sum(len(line.encode()) + 1 for line in lines)
