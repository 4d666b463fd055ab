"""What is demanded of networks and whether it is done, as the pages tell it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from natverk.history.decisions import StandingKind
from natverk.history.duties import Demand, Duty, Judgement, judge_all
from natverk.history.members import members_on, roles_on, seats_on
from natverk.history.years import Outcome, Records, Why, records_of
from natverk.model.vocabulary import DayKind, NetworkStatus
from natverk.views.follow_ups import FollowUpRow
from natverk.views.naming import name_of_member, named, sort_key
from natverk.views.rows import DecisionRow, MemberRow, Rows, member_row
from natverk.words import swedish

if TYPE_CHECKING:
    from natverk.changes import Changes
    from natverk.history.seen import Seen
    from natverk.model.catalogue import Catalogue
    from natverk.model.documents import Mandate
    from natverk.model.networks import AnnualReport, Member, Network

SOON = dt.timedelta(days=90)
"""How long before its end a term is told of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementRow:
    """How a duty was met in a year, or in several years in a row of which nothing can be known.

    The meetings that were looked at stand by how they met the duty; `timed` are those whose last
    day was not counted in all days alike, `counted` those where it was counted who was there.
    """

    first: int
    last: int
    outcome: Outcome
    why: Why | None
    fitting: tuple[dt.date, ...]
    unsure: tuple[dt.date, ...]
    missing: tuple[dt.date, ...]
    awaited: tuple[dt.date, ...]
    late: tuple[Seen, ...]
    timed: tuple[Seen, ...]
    counted: tuple[Seen, ...]
    gap: dt.date | None
    revision: Mandate | None
    report: AnnualReport | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyRow:
    """A duty with its judgements, the latest year first; `demand` as in `Judgement`."""

    duty: Duty
    demand: Demand | None
    judgements: tuple[JudgementRow, ...]


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
        return _only(self.duties, Outcome.NOT_MET)

    @property
    def unknown(self) -> tuple[DutyRow, ...]:
        """The duties that nobody can judge in some year, with those years."""
        return _only(self.duties, Outcome.UNKNOWN)

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


def duty_rows(judgements: Iterable[Judgement]) -> list[DutyRow]:
    """Return judgements by duty, in the order that duties are told; a changed demand is another."""
    found: dict[tuple[int, Demand | None], list[Judgement]] = defaultdict(list)
    for one in judgements:
        found[one.duty.value, one.demand].append(one)
    return [
        DutyRow(
            duty=own[0].duty,
            demand=own[0].demand,
            judgements=tuple(
                _row([one for _, one in run]) for _, run in groupby(enumerate(own), key=_alike)
            ),
        )
        for _, own in sorted(found.items(), key=lambda pair: (pair[0][0], -pair[1][0].year))
    ]


def _alike(numbered: tuple[int, Judgement]) -> tuple[object, ...]:
    """Return what judgements must share to be told as one: years in a row, and no facts."""
    at, one = numbered
    facts = one.seen or one.gap or one.revision or one.report
    return one.year + at, one.outcome, one.why, one.year if facts else None


def _row(run: list[Judgement]) -> JudgementRow:
    one = run[0]
    unsure = [seen for seen in one.seen if seen.fits is None]
    broken = [seen for seen in one.seen if seen.fits is False]
    return JudgementRow(
        first=run[-1].year,
        last=one.year,
        outcome=one.outcome,
        why=one.why,
        fitting=tuple(seen.day for seen in one.seen if seen.fits),
        unsure=tuple(seen.day for seen in unsure if seen.has_notes),
        missing=tuple(seen.day for seen in broken if not seen.late),
        awaited=tuple(seen.day for seen in unsure if not seen.has_notes),
        late=tuple(seen for seen in broken if seen.late),
        timed=tuple(seen for seen in one.seen if not seen.fits and _is_counted_out(seen)),
        counted=tuple(seen for seen in one.seen if seen.present is not None),
        gap=one.gap,
        revision=one.revision,
        report=one.report,
    )


def _is_counted_out(seen: Seen) -> bool:
    """Tell whether a reader needs to be told how a deadline was counted."""
    return bool(
        seen.due and seen.due.kind is not DayKind.CALENDAR and (seen.late or not seen.has_notes)
    )


def _only(duties: Iterable[DutyRow], outcome: Outcome) -> tuple[DutyRow, ...]:
    kept = [(row, tuple(one for one in row.judgements if one.outcome is outcome)) for row in duties]
    return tuple(
        DutyRow(duty=row.duty, demand=row.demand, judgements=judgements)
        for row, judgements in kept
        if judgements
    )
