"""Who sits in a made-up network: seats by municipality, their holders over time, and roles."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timetable import NOW
from words import vocabulary

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

    from people import Person
    from world import Association, Body, World

SEATS = (20, 23)
TERM_DAYS = (600, 2600)
GAP_DAYS = (30, 200)
GAP_CHANCE = 0.08
SEATS_A_DEPUTY = 5
CHAIR_DAYS = 3 * 365
DAY = dt.timedelta(1)
Seat = tuple["Body", str, str]
"""An organisation, a scope and a kind of membership."""


@dataclass(frozen=True, slots=True)
class Term:
    """A role for a time, both days included; without an end it lasts."""

    role: str
    since: dt.date
    until: dt.date | None


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody in a seat for a time, both days included."""

    person: Person
    organisation: Body
    scope: str
    kind: str
    since: dt.date
    until: dt.date | None
    terms: list[Term] = field(default_factory=list)

    def sits(self, day: dt.date) -> bool:
        """Tell whether the seat is this holder's on a day."""
        return self.since <= day and (self.until is None or day <= self.until)

    def name(self, day: dt.date) -> str:
        """Return the name that the holder bore on a day."""
        return self.person.called(day)

    def role(self, day: dt.date) -> str:
        """Return the role that the holder has on a day, or nothing."""
        return next(
            (
                term.role
                for term in self.terms
                if term.since <= day and (term.until is None or day <= term.until)
            ),
            "",
        )


def make_holders(
    rng: random.Random, world: World, association: Association, first: dt.date
) -> list[Holder]:
    """Return every holder since `first`: members, deputies, an adjunct, and last the secretaries."""
    scopes = rng.sample(vocabulary().raw["scopes"], 2)
    count = rng.randint(*SEATS)
    wanted = [(member, scope) for scope in scopes for member in association.members][:count]
    found = _chains(rng, world, [(*seat, "ledamot") for seat in wanted], first)
    for role in ("ordförande", "vice ordförande"):
        _give_role(rng, found, role, first)
    deputies = [(*seat, "ersättare") for seat in wanted[::SEATS_A_DEPUTY]]
    others = _chains(rng, world, deputies, first)
    adjunct = (rng.choice(world.guests_from), "", "adjungerad")
    others += _chain(rng, world, adjunct, first)
    secretaries = list(_chain(rng, world, (association.body, "", "sekretariat"), first))
    for holder in secretaries:
        holder.terms.append(Term("sekreterare", holder.since, holder.until))
    return [*found, *others, *secretaries]


def _chains(
    rng: random.Random, world: World, seats: Sequence[Seat], first: dt.date
) -> list[Holder]:
    return [holder for seat in seats for holder in _chain(rng, world, seat, first)]


def sitting(holders: Sequence[Holder], day: dt.date) -> list[Holder]:
    """Return who sits on a day."""
    return [holder for holder in holders if holder.sits(day)]


def _chain(rng: random.Random, world: World, seat: Seat, first: dt.date) -> Iterator[Holder]:
    """Yield the holders of one seat, one after the other, now and then with a gap between."""
    since = first
    while since <= NOW:
        until = since + dt.timedelta(rng.randint(*TERM_DAYS))
        yield Holder(
            world.people.person(seat[0], since), *seat, since, until if until < NOW else None
        )
        gap = rng.randint(*GAP_DAYS) if rng.random() < GAP_CHANCE else 0
        since = until + DAY + dt.timedelta(gap)


def _give_role(rng: random.Random, holders: Sequence[Holder], role: str, first: dt.date) -> None:
    """Let holders without a role have `role` in turn, each at most three years."""
    day = first
    while day <= NOW:
        free = [holder for holder in sitting(holders, day) if not holder.terms]
        holder = rng.choice(free)
        last = min(day + dt.timedelta(CHAIR_DAYS), holder.until or dt.date.max)
        holder.terms.append(Term(role, day, last if last < NOW else None))
        day = last + DAY
