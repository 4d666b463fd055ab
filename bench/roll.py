"""Who was at a made-up meeting: members, deputies, guests, and those who came for a part of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from membership import Holder, sitting

if TYPE_CHECKING:
    import datetime as dt
    import random
    from collections.abc import Iterator, Sequence

    from network import Network
    from world import Body

ABSENT = (1, 2, 2, 3, 4)
PARTLY = 0.05
"""The share of those present who left before the end."""
DEPUTIES = 0.5
"""The share of deputies who come in the place of somebody from their organisation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """A meeting's attendance; `partner` is the network that it was held with, if any."""

    day: dt.date
    partner: Network | None
    present: Sequence[Holder]
    absent: Sequence[Holder]
    deputies: Sequence[tuple[Holder, Holder]]
    visitors: Sequence[tuple[str, Body]]
    leaving: frozenset[int]

    @property
    def guests(self) -> list[str]:
        """The names of the guests."""
        return [name for name, _ in self.visitors]

    @property
    def names(self) -> list[str]:
        """Everybody who may be named in running text."""
        named = [one.name(self.day) for one in self.present if not one.person.publish]
        return [*named, *self.guests]

    def lines(self) -> list[str]:
        """Return the attendance as Markdown."""
        return [
            *("## Närvarande", "", *self._present()),
            *("", "## Frånvarande", "", *(_attendee(one, self.day) for one in self.absent)),
            *("", "## Övriga", ""),
            *(
                f"- {name}, {organisation.name}; punkt {at}"
                for at, (name, organisation) in enumerate(self.visitors, 2)
            ),
            "",
        ]

    def _present(self) -> Iterator[str]:
        for at, one in enumerate(self.present):
            partly = "; punkt 1–5" if at in self.leaving else ""
            yield _attendee(one, self.day) + partly
        for deputy, absent in self.deputies:
            yield f"{_attendee(deputy, self.day)}; ersättare för {absent.name(self.day)}"


def call_the_roll(network: Network, partner: Network | None, day: dt.date) -> Roll:
    """Return the attendance of a meeting."""
    rng = network.rng
    holders = [*sitting(network.holders, day), *(sitting(partner.holders, day) if partner else ())]
    members = [one for one in holders if one.kind != "ersättare"]
    absent = rng.sample(members, min(rng.choice(ABSENT), len(members) // 3))
    present = [one for one in members if one not in absent]
    return Roll(
        day=day,
        partner=partner,
        present=present,
        absent=absent,
        deputies=list(_deputies(rng, holders, absent)),
        visitors=rng.sample(network.guests, 2),
        leaving=frozenset(at for at in range(len(present)) if rng.random() < PARTLY),
    )


def _deputies(
    rng: random.Random, holders: Sequence[Holder], absent: Sequence[Holder]
) -> Iterator[tuple[Holder, Holder]]:
    """Yield deputies, each with the one in whose place they came: nobody has two."""
    vacant = list(absent)
    for deputy in holders:
        if deputy.kind == "ersättare" and rng.random() < DEPUTIES:
            same = (one for one in vacant if one.organisation == deputy.organisation)
            if away := next(same, None):
                vacant.remove(away)
                yield deputy, away


def _attendee(holder: Holder, day: dt.date) -> str:
    scope = f" ({holder.scope})" if holder.scope else ""
    role = f", {holder.role(day)}" if holder.role(day) else ""
    return f"- {holder.name(day)}, {holder.organisation.name}{scope}{role}"
