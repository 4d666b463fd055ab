"""What the mandate of the time demanded of a network each year, against what the files show."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from natverk.history.deadlines import deadline
from natverk.history.publication import published_within
from natverk.history.quorum import quorate
from natverk.history.seen import Seen
from natverk.history.years import Outcome, Why, Year, life_of, records_of
from natverk.model.demands import NotesWithin, Quorum
from natverk.model.vocabulary import MeetingStatus

if TYPE_CHECKING:
    from natverk.changes import Changes
    from natverk.model.catalogue import Catalogue
    from natverk.model.documents import Mandate
    from natverk.model.meetings import Meeting
    from natverk.model.networks import AnnualReport, Network


class Duty(Enum):
    """What a mandate may demand, in the order it is told."""

    MEETINGS = auto()
    WEEKDAY = auto()
    QUORUM = auto()
    NOTES = auto()
    IN_FORCE = auto()
    REVISED = auto()
    REPORT = auto()


Demand = int | NotesWithin | Quorum


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """How a duty was met in a year, with the facts.

    `demand` is a number of meetings, a weekday from 0, a time or a quorum, None where the duty has
    no such measure. `seen` are the meetings that were looked at, `gap` the first day without a
    mandate, `revision` and `report` what the year left behind.
    """

    duty: Duty
    year: int
    outcome: Outcome
    why: Why | None = None
    demand: Demand | None = None
    seen: tuple[Seen, ...] = ()
    gap: dt.date | None = None
    revision: Mandate | None = None
    report: AnnualReport | None = None


def judge_all(
    catalogue: Catalogue, network: Network, today: dt.date, changes: Changes
) -> tuple[Judgement, ...]:
    """Return the judgements of every year since the first mandate began, the latest year first."""
    return tuple(
        judgement
        for year in _years(catalogue, network, today, changes)
        for judgement in judge(year)
    )


def judge(year: Year) -> Iterator[Judgement]:
    """Yield the judgement of everything that was demanded in a year."""
    for rule in (_meetings, _weekday, _quorum, _notes, _in_force, _revised, _report):
        if found := rule(year):
            yield found


def _years(
    catalogue: Catalogue, network: Network, today: dt.date, changes: Changes
) -> Iterator[Year]:
    """Yield the years since the first mandate began, as far as the network was at work."""
    revisions = catalogue.mandates_of.get(network.id, ())
    life = life_of(network)
    if network.outside or not revisions or life is None:
        return
    records = records_of(catalogue, network)
    meetings: dict[int, list[Meeting]] = defaultdict(list)
    for one in catalogue.meetings_of(network.id):
        if one.last_day.last <= today:
            meetings[one.day.year].append(one)
    starts = [one.interval.start.year for one in revisions if one.interval.start]
    first = min(starts, default=records.first.year if records.first else today.year)
    for number in range(min(today.year, life.last.year), max(first, life.first.year) - 1, -1):
        yield Year(
            catalogue=catalogue,
            network=network,
            number=number,
            life=life,
            revisions=revisions,
            meetings=tuple(meetings[number]),
            records=records,
            today=today,
            changes=changes,
        )


def _meetings(year: Year) -> Judgement | None:
    demands = [int(str(one or 0)) for one in year.demands(lambda head: head.meetings_per_year)]
    demand = max(demands)
    if not demand:
        return None
    held = tuple(Seen(day=one.day.first, fits=True) for one in year.held)
    maybe = tuple(
        Seen(day=one.day.first, fits=None) for one in year.meetings if _may_have_been_held(one)
    )
    outcome, why = (Outcome.MET, None) if len(held) >= demand else year.lack()
    if outcome is Outcome.NOT_MET and len(held) + len(maybe) >= min(demands):
        changed = len(held) >= min(demands)
        outcome, why = Outcome.UNKNOWN, Why.DEMAND_CHANGED if changed else Why.MAYBE_HELD
    seen = tuple(sorted((*held, *maybe), key=lambda one: one.day))
    return Judgement(
        duty=Duty.MEETINGS, year=year.number, outcome=outcome, why=why, demand=demand, seen=seen
    )


def _may_have_been_held(meeting: Meeting) -> bool:
    return meeting.status in {MeetingStatus.PLANNED, MeetingStatus.CONFIRMED}


def _weekday(year: Year) -> Judgement | None:
    demands = [one for one in year.demands(lambda head: head.weekday) if one is not None]
    if not demands:
        return None
    seen = tuple(
        Seen(day=meeting.day.first, fits=_falls_on(meeting, head.weekday))
        for meeting, head in year.judged
        if head.weekday is not None
    )
    return _of_meetings(year, Duty.WEEKDAY, seen, int(str(demands[-1])))


def _falls_on(meeting: Meeting, weekday: int) -> bool:
    """Tell whether some day of a meeting is the right one."""
    length = (meeting.last_day.last - meeting.day.first).days
    days = (meeting.day.first + dt.timedelta(days=later) for later in range(length + 1))
    return any(day.weekday() == weekday for day in days)


def _quorum(year: Year) -> Judgement | None:
    demands = [m.head.quorum for _, m in year.mandates if m and m.head.quorum]
    if not demands:
        return None
    seen = tuple(
        quorate(year.catalogue, year.network, meeting, head.quorum)
        for meeting, head in year.judged
        if head.quorum
    )
    return _of_meetings(year, Duty.QUORUM, seen, demands[-1])


def _notes(year: Year) -> Judgement | None:
    demands = [mandate.head.notes for _, mandate in year.mandates if mandate and mandate.head.notes]
    if not demands:
        return None
    seen = tuple(
        published_within(
            meeting,
            deadline(meeting.last_day.last, head.notes, year.breaks),
            year.network,
            year.changes,
            year.today,
        )
        for meeting, head in year.judged
        if head.notes
    )
    return _of_meetings(year, Duty.NOTES, seen, demands[-1])


def _of_meetings(
    year: Year, duty: Duty, seen: tuple[Seen, ...], demand: Demand | None
) -> Judgement:
    """Judge a duty that each meeting of the year meets or does not."""
    if not seen:
        outcome, why = year.lack()
        if outcome is Outcome.NOT_MET:
            outcome, why = Outcome.UNKNOWN, Why.NO_MEETINGS
        return Judgement(duty=duty, year=year.number, outcome=outcome, why=why, demand=demand)
    found = {one.fits for one in seen}
    outcome, why = Outcome.MET, None
    if not year.is_over:
        outcome = Outcome.PENDING
    elif False in found:
        outcome = Outcome.NOT_MET
    elif None in found:
        outcome = Outcome.UNKNOWN
        why = Why.ATTENDANCE if duty is Duty.QUORUM else Why.PUBLICATION
    return Judgement(
        duty=duty, year=year.number, outcome=outcome, why=why, demand=demand, seen=seen
    )


def _in_force(year: Year) -> Judgement | None:
    """Judge whether the year had a mandate on each of its days, once there had been one."""
    begun = min(one.interval.first for one in year.revisions)
    if not any(one.is_dated for one in year.revisions) or year.last < begun:
        return None
    gaps = [day for day, mandate in year.mandates if mandate is None and day > begun]
    if not gaps:
        return Judgement(duty=Duty.IN_FORCE, year=year.number, outcome=Outcome.MET)
    outcome, why = year.lack()
    return Judgement(duty=Duty.IN_FORCE, year=year.number, outcome=outcome, why=why, gap=gaps[0])


def _revised(year: Year) -> Judgement | None:
    """Judge whether the mandate was revised: one was adopted in the year, or began in it."""
    demands = year.demands(lambda head: head.revised_yearly)
    if not any(demands):
        return None
    for one in year.revisions:
        days = (one.interval.start, one.head.adopted)
        if any(day and day.year == year.number for day in days):
            return Judgement(duty=Duty.REVISED, year=year.number, outcome=Outcome.MET, revision=one)
    outcome, why = _unless_changed(demands, *year.lack())
    return Judgement(duty=Duty.REVISED, year=year.number, outcome=outcome, why=why)


def _report(year: Year) -> Judgement | None:
    """Judge whether the year's report was given; it may come until the end of the next year."""
    demands = year.demands(lambda head: head.annual_report)
    if not any(demands):
        return None
    for one in year.network.annual_reports:
        if one.year == year.number:
            return Judgement(duty=Duty.REPORT, year=year.number, outcome=Outcome.MET, report=one)
    outcome, why = _unless_changed(demands, *year.lack(until=year.number + 1))
    return Judgement(duty=Duty.REPORT, year=year.number, outcome=outcome, why=why)


def _unless_changed(
    demands: list[object], outcome: Outcome, why: Why | None
) -> tuple[Outcome, Why | None]:
    """Return a lack as it was, or as unknown when only a part of the year had the demand."""
    if outcome is Outcome.NOT_MET and not all(demands):
        return Outcome.UNKNOWN, Why.DEMAND_CHANGED
    return outcome, why
