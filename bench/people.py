"""Made-up persons: most have one name of their own, some share it, change it or keep it private."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from words import to_id, vocabulary

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

    from world import Body

NAMESAKES = 0.02
CHANGED = 0.03
PRIVATE = 0.01
DAY = dt.timedelta(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody; only one whom the register must tell apart, or tell more of, has an id."""

    name: str
    id: str = ""
    later: str = ""
    changed: dt.date | None = None
    publish: str = ""

    def called(self, day: dt.date) -> str:
        """Return the name that the person bore on a day."""
        return self.later if self.changed and day >= self.changed else self.name


@dataclass(slots=True)
class People:
    """Hands out persons; names are used once each, but by those who share theirs."""

    rng: random.Random
    used: set[str] = field(default_factory=set)
    twins: list[Person] = field(default_factory=list)
    known: list[tuple[Person, Body]] = field(default_factory=list)

    def person(self, organisation: Body, since: dt.date) -> Person:
        """Return somebody who comes from an organisation on a day, and note whom to register."""
        kind = self.rng.random()
        found = self.twins.pop() if self.twins and kind < 1 / 2 else self._new(kind, since)
        if found.id:
            self.known.append((found, organisation))
        return found

    def register(self) -> Mapping[str, Mapping[str, Any]]:
        """Return what `people.yml` says."""
        return {person.id: _entry(person, organisation) for person, organisation in self.known}

    def name(self) -> str:
        """Return a name that nobody else has got."""
        known = vocabulary()
        while True:
            first = self.rng.choice(known.names("first_names"))
            name = f"{first} {self._surname()}"
            if name not in self.used:
                self.used.add(name)
                return name

    def _surname(self) -> str:
        known = vocabulary()
        start = self.rng.choice(known.names("surname_starts"))
        return f"{start}{self.rng.choice(known.names('surname_ends'))}"

    def _new(self, kind: float, since: dt.date) -> Person:
        name = self.name()
        identity = to_id(name)
        if kind > 1 - NAMESAKES:
            self.twins.append(Person(name=name, id=f"{identity}-2"))
            return Person(name=name, id=f"{identity}-1")
        if kind > 1 - NAMESAKES - CHANGED:
            changed = since + dt.timedelta(self.rng.randint(200, 500))
            later = f"{name.partition(' ')[0]} {self._surname()}"
            self.used.add(later)
            return Person(name=name, id=identity, later=later, changed=changed)
        if kind > 1 - NAMESAKES - CHANGED - PRIVATE:
            return Person(name=name, id=identity, publish="initialer")
        return Person(name=name)


def _entry(person: Person, organisation: Body) -> dict[str, Any]:
    entry: dict[str, Any] = {"name": person.name}
    if person.changed:
        before = {"name": person.name, "to": str(person.changed - DAY)}
        entry = {"names": [before, {"name": person.later, "from": str(person.changed)}]}
    publish = {"publish": person.publish} if person.publish else {}
    return {**entry, "organisations": [organisation.id], **publish}
