"""What is demanded of networks and whether it is done, as the pages tell it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natverk.history.decisions import StandingKind
from natverk.history.duties import judge_all
from natverk.history.members import members_on, roles_on, seats_on
from natverk.history.years import Outcome, Records, records_of
from natverk.model.vocabulary import NetworkStatus
from natverk.views.follow_ups import FollowUpRow
from natverk.views.judgements import DutyRow, duty_rows, only
from natverk.views.naming import name_of_member, named, sort_key
from natverk.views.rows import DecisionRow, MemberRow, Rows, member_row
from natverk.words import swedish

if TYPE_CHECKING:
    from natverk.changes import Changes
    from natverk.model.catalogue import Catalogue
    from natverk.model.networks import Member, Network

SOON = dt.timedelta(days=90)
"""How long before its end a term is told of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRow:
    """Places of an organisation that nobody holds."""

    organisation: str
    organisation_name: str
    scope: tuple[str, ...]
    vacant: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """A place or a role that ends soon; `role` is empty for the whole place."""

    name: str
    role: str
    last: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedUp:
    """What a network was to do, and what is left of it today."""

    network: Network
    name: str
    records: Records
    duties: tuple[DutyRow, ...]
    vacancies: tuple[SeatRow, ...]
    vacant: tuple[MemberRow, ...]
    endings: tuple[Ending, ...]
    overdue: tuple[FollowUpRow, ...]
    waiting: tuple[DecisionRow, ...]

    @property
    def not_met(self) -> tuple[DutyRow, ...]:
        """The duties that were not met in some year, with those years."""
        return only(self.duties, Outcome.NOT_MET)

    @property
    def unknown(self) -> tuple[DutyRow, ...]:
        """The duties that nobody can judge in some year, with those years."""
        return only(self.duties, Outcome.UNKNOWN)

    @property
    def is_clear(self) -> bool:
        """Whether there is nothing to tell."""
        return not (
            self.not_met
            or self.unknown
            or self.vacancies
            or self.vacant
            or self.endings
            or self.overdue
            or self.waiting
        )


def followed_up(rows: Rows, changes: Changes) -> Mapping[str, FollowedUp]:
    """Return what is followed up of each network, by its id; of outside bodies nothing is.

    A decision waits with the body that made it, or with the one that noted it down.
    """
    kept = {one.id: one for one in rows.catalogue.networks.values() if not one.outside}
    overdue: dict[str, list[FollowUpRow]] = defaultdict(list)
    for item in rows.follow_ups.values():
        if item.is_overdue:
            overdue[item.network].append(item)
    waiting: dict[str, list[DecisionRow]] = defaultdict(list)
    for decision in rows.decisions.values():
        if decision.standing.kind is StandingKind.WAITING:
            home = decision.body if decision.body in kept else decision.network
            waiting[home].append(decision)
    return {
        network.id: _of_network(rows, network, changes, overdue[network.id], waiting[network.id])
        for network in kept.values()
    }


def _of_network(
    rows: Rows,
    network: Network,
    changes: Changes,
    overdue: list[FollowUpRow],
    waiting: list[DecisionRow],
) -> FollowedUp:
    catalogue, today = rows.catalogue, rows.today
    has_ended = network.status is NetworkStatus.ENDED
    members = () if has_ended else members_on(network, today)
    return FollowedUp(
        network=network,
        name=named(catalogue, network.id),
        records=records_of(catalogue, network),
        duties=tuple(duty_rows(judge_all(catalogue, network, today, changes))),
        vacancies=() if has_ended else tuple(vacancies(catalogue, network, today)),
        vacant=tuple(member_row(catalogue, one, today) for one in members if one.vacant),
        endings=tuple(_endings(catalogue, members, today)),
        overdue=tuple(sorted(overdue, key=lambda row: (row.due and row.due.last, row.id))),
        waiting=tuple(sorted(waiting, key=lambda row: (row.day, row.id))),
    )


def vacancies(catalogue: Catalogue, network: Network, date: dt.date) -> list[SeatRow]:
    """Return the places of a day that nobody holds, by organisation."""
    rows = []
    for filled in seats_on(catalogue, network, date):
        organisation = catalogue.organisation(filled.seat.organisation) or filled.seat.organisation
        row = SeatRow(
            organisation=organisation,
            organisation_name=named(catalogue, organisation),
            scope=filled.seat.scope,
            vacant=filled.vacant,
        )
        rows += [row] if filled.vacant else []
    return sorted(rows, key=lambda row: (sort_key(row.organisation_name), row.scope))


def _endings(catalogue: Catalogue, members: Iterable[Member], today: dt.date) -> list[Ending]:
    """Return the places that end within 90 days, and the roles that end before their place."""
    found = []
    for member in members:
        name = name_of_member(catalogue, member, today)
        last = member.interval.last
        ends = [("", last)]
        ends += [
            (swedish().role(role.role), role.interval.last)
            for role in roles_on(member, today)
            if role.interval.last < last
        ]
        found += [
            Ending(name=name, role=role, last=day)
            for role, day in ends
            if name and today <= day <= today + SOON
        ]
    return sorted(found, key=lambda one: (one.last, sort_key(one.name), one.role))
