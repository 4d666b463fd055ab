"""Every period of a network: its names, mandates, chairs, members and roles, present and past.

A period is shown with the precision its author knew. Which of them held on a day is what
`history` says, so that a reader who picks a day sees the names, the mandate and the members of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from natverk.history.mandates import terms
from natverk.history.members import role_periods
from natverk.history.names import names_over_time
from natverk.model.periods import ALWAYS
from natverk.model.vocabulary import NetworkStatus, Publish
from natverk.views.naming import sort_key
from natverk.views.rows import MemberRow, member_row
from natverk.words import swedish

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.documents import Mandate
    from natverk.model.networks import Member, Network, Role
    from natverk.model.periods import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePeriod:
    """A name and when it was used."""

    name: str
    interval: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class MandatePeriod:
    """A revision of the mandate and when it was the one that applied."""

    mandate: Mandate
    interval: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberPeriod:
    """A membership, or a role in it with days of its own; `former_names` are of the same person."""

    row: MemberRow
    interval: Interval
    former_names: tuple[str, ...]
    is_membership: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Periods:
    """A network's periods; a list with nothing to tell over time is empty.

    `goes_on` is whether a period without an end is taken to go on: not in a network that is over.
    """

    names: tuple[NamePeriod, ...]
    mandates: tuple[MandatePeriod, ...]
    chairs: tuple[MemberPeriod, ...]
    members: tuple[MemberPeriod, ...]
    goes_on: bool

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.names or self.mandates or self.members)


def periods_of(catalogue: Catalogue, network: Network, today: dt.date) -> Periods:
    """Return a network's periods: by time, members by organisation and then by time."""
    names = [NamePeriod(name=name.name, interval=at) for name, at in names_over_time(network)]
    revisions = catalogue.mandates_of.get(network.id, ())
    mandates = [MandatePeriod(mandate=one, interval=at) for one, at in terms(revisions)]
    members = sorted(member_periods(catalogue, network, today), key=_order)
    chair = swedish().lists["Role"]["chair"][0]
    chairs = sorted(
        (one for one in members if chair in one.row.roles), key=lambda one: one.interval.first
    )
    is_dated = any(one.interval != ALWAYS for one in members)
    return Periods(
        names=tuple(names) if len(names) > 1 else (),
        mandates=tuple(mandates) if len(mandates) > 1 else (),
        chairs=tuple(chairs) if len(chairs) > 1 else (),
        members=tuple(members) if is_dated else (),
        goes_on=network.status is not NetworkStatus.ENDED,
    )


def _order(period: MemberPeriod) -> tuple[object, ...]:
    row = period.row
    return (
        sort_key(row.organisation_name),
        period.interval.first,
        sort_key(row.name),
        not period.is_membership,
        row.roles,
    )


def member_periods(
    catalogue: Catalogue, network: Network, today: dt.date
) -> Iterator[MemberPeriod]:
    """Yield every membership, and after each its roles that held for a part of it."""
    for member in network.members:
        row = member_row(catalogue, member, min(member.interval.last, today))
        former = _former_names(catalogue, member, row)
        yield MemberPeriod(
            row=replace(row, roles=_lasting_roles(member), kind=_kind(member)),
            interval=member.interval,
            former_names=former,
            is_membership=True,
        )
        for role, interval in role_periods(member):
            yield MemberPeriod(
                row=replace(row, roles=(_said(role),), title="", kind="", note=""),
                interval=interval,
                former_names=former,
                is_membership=False,
            )


def _said(role: Role) -> str:
    return swedish().role(role.role)


def _lasting_roles(member: Member) -> tuple[str, ...]:
    return tuple(_said(role) for role in member.all_roles if role.interval == ALWAYS)


def _kind(member: Member) -> str:
    """Return what kind of member it is, also a plain one when nothing else is said of it."""
    return "" if _lasting_roles(member) or member.title else swedish().say(member.kind)


def _former_names(catalogue: Catalogue, member: Member, row: MemberRow) -> tuple[str, ...]:
    """Return the other names a person has had, unless the person wishes not to be named."""
    person = catalogue.people.get(member.person or "")
    if person is None or person.publish is not Publish.NAME:
        return ()
    return tuple(name.name for name in person.names if name.name != row.name)
