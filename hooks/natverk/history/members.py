"""Who sat where on a day, in which roles, and which places were empty."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natverk.findings import fold
from natverk.model.periods import ALWAYS, Interval
from natverk.model.vocabulary import MemberKind, OrganisationKind

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.networks import Member, Network, Role, Seat
    from natverk.model.notes import Attendee

FILLING = (MemberKind.MEMBER, MemberKind.CONTACT)
"""The kinds of members that fill a seat."""


def members_on(network: Network, date: dt.date) -> tuple[Member, ...]:
    """Return the memberships that held on `date`, vacant and unnamed ones too, in file order."""
    return tuple(member for member in network.members if date in member.interval)


def municipalities_on(catalogue: Catalogue, association: str, date: dt.date) -> tuple[str, ...]:
    """Return the ids of the municipalities that were an association's members in their own right."""
    known = catalogue.associations.get(association)
    members = [
        catalogue.organisations.get(catalogue.organisation(one.organisation) or "")
        for one in (known.members if known else ())
        if one.kind is MemberKind.MEMBER and date in one.interval
    ]
    return tuple(one.id for one in members if one and one.kind is OrganisationKind.MUNICIPALITY)


def roles_on(member: Member, date: dt.date) -> tuple[Role, ...]:
    """Return the roles of a membership on `date`; one without days holds as long as it does."""
    if date not in member.interval:
        return ()
    return tuple(
        role for role in member.all_roles if role.interval == ALWAYS or date in role.interval
    )


def role_periods(member: Member) -> tuple[tuple[Role, Interval], ...]:
    """Return the roles with days of their own, each with the part of the membership it held for.

    A role that held on no day of the membership is left out, as `roles_on` does.
    """
    parts = [(role, role.interval.within(member.interval)) for role in member.all_roles]
    return tuple(
        (role, part) for role, part in parts if role.interval != ALWAYS and not part.is_backwards
    )


def names_of_person(catalogue: Catalogue, member: Member) -> set[str]:
    """Return every name, folded, that a member may be written with."""
    names = {fold(member.name)} if member.name else set()
    person = catalogue.people.get(member.person or "")
    if person:
        names |= {fold(name.name) for name in person.names}
    return names


class Roster:
    """The members of one or several networks on a day, found by any name they are written with."""

    def __init__(self, catalogue: Catalogue, networks: Iterable[Network], date: dt.date) -> None:
        """Gather the members once; a meeting's whole attendance list is looked up in them."""
        self.catalogue = catalogue
        self.members = tuple(member for network in networks for member in members_on(network, date))
        self._by_name: dict[str, list[Member]] = {}
        for member in self.members:
            for name in names_of_person(catalogue, member):
                self._by_name.setdefault(name, []).append(member)

    def find(self, attendee: Attendee) -> Member | None:
        """Return the membership that an attendee was there by, or None.

        Where two members share a name, the organisation tells them apart.
        """
        alike = self._by_name.get(fold(attendee.name), [])
        if len(alike) > 1 and attendee.organisation:
            organisation = self.catalogue.organisation(attendee.organisation)
            same = [one for one in alike if _sits_for(self.catalogue, one, organisation)]
            alike = same or alike
        return alike[0] if alike else None


def _sits_for(catalogue: Catalogue, member: Member, organisation: str | None) -> bool:
    return (
        organisation is not None
        and catalogue.organisation(member.organisation or "") == organisation
    )


@dataclass(frozen=True, slots=True)
class Filled:
    """A seat on a day: who holds it, and how many of its places nobody holds."""

    seat: Seat
    holders: tuple[Member, ...]

    @property
    def vacant(self) -> int:
        """Places without a holder."""
        return max(self.seat.places - len(self.holders), 0)


def seats_on(catalogue: Catalogue, network: Network, date: dt.date) -> tuple[Filled, ...]:
    """Return every seat of a day with its holders.

    A seat without scope is filled by anyone of its organisation; one with scope by whoever covers
    a part of it.
    """
    present = [
        member
        for member in members_on(network, date)
        if member.name and not member.vacant and member.kind in FILLING
    ]
    seats = [seat for seat in network.seats if date in seat.interval]
    return tuple(Filled(seat, _holders(catalogue, seat, present)) for seat in seats)


def _holders(catalogue: Catalogue, seat: Seat, members: Iterable[Member]) -> tuple[Member, ...]:
    organisation = catalogue.organisation(seat.organisation)
    wanted = {fold(scope) for scope in seat.scope}
    return tuple(
        member
        for member in members
        if _sits_for(catalogue, member, organisation)
        and (not wanted or not member.scope or wanted & {fold(scope) for scope in member.scope})
    )
