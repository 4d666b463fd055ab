"""Places and their holders."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from natverk.findings import Finding, error, fold
from natverk.history.members import FILLING
from natverk.model.periods import Interval

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.networks import Member, Network, Seat


def fler_an_platserna(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find seats with more holders at one time than places.

    Days known only by month or year are given the benefit of the doubt.
    """
    for network in catalogue.networks.values():
        for seat in network.seats:
            holders = _surely_holding(catalogue, network, seat)
            together = _most_at_once(holders)
            if len(together) > seat.places:
                names = ", ".join(str(member.name) for member in together)
                places = "1 plats" if seat.places == 1 else f"{seat.places} platser"
                yield error(
                    "fler-an-platserna",
                    seat.at.place("places"),
                    f"Här finns {places} men {len(together)} innehavare samtidigt: {names}.",
                    "Sätt to: på den som har slutat, eller ändra places:.",
                )


def _surely_holding(catalogue: Catalogue, network: Network, seat: Seat) -> list[Member]:
    wanted = {fold(scope) for scope in seat.scope}
    organisation = catalogue.organisation(seat.organisation)
    return [
        member
        for member in network.members
        if member.name
        and member.kind in FILLING
        and member.organisation
        and catalogue.organisation(member.organisation) == organisation
        and (not wanted or wanted & {fold(scope) for scope in member.scope})
        and member.interval.overlaps_surely(seat.interval)
    ]


def _most_at_once(members: list[Member]) -> list[Member]:
    """Return the largest group of members who surely sat on one day."""
    best: list[Member] = []
    for one in members:
        start = one.interval.start
        instant = Interval(start, start) if start and start.is_exact else one.interval
        together = [other for other in members if other.interval.overlaps_surely(instant)]
        together = [other for other in together if _all_overlap(other, together)]
        best = max(best, together, key=len)
    return best


def _all_overlap(member: Member, others: list[Member]) -> bool:
    return all(member.interval.overlaps_surely(other.interval) for other in others)


def overlappande_perioder(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find a person who holds one place twice at one time."""
    for network in catalogue.networks.values():
        alike: dict[tuple[object, ...], list[Member]] = {}
        for member in network.members:
            if member.name:
                alike.setdefault(_place_of(catalogue, member), []).append(member)
        for members in alike.values():
            for earlier, later in combinations(members, 2):
                if earlier.interval.overlaps_surely(later.interval):
                    yield error(
                        "overlappande-perioder",
                        later.at.place("from"),
                        f"{later.name} har samma plats redan på rad {earlier.at.line}, "
                        "och tiderna går in i varandra.",
                        "Sätt to: på den första raden, eller slå ihop raderna.",
                    )


def _place_of(catalogue: Catalogue, member: Member) -> tuple[object, ...]:
    organisation = catalogue.organisation(member.organisation or "")
    scope = frozenset(fold(part) for part in member.scope)
    return (fold(member.name or ""), member.person, organisation, scope, member.kind)
