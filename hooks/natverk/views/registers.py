"""The lists over all networks: decisions by year, meetings by month, what is new."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natverk.model.vocabulary import MeetingStatus
from natverk.views.naming import named
from natverk.views.rows import DecisionRow, MeetingRow, Rows
from natverk.words import swedish

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The meetings of a month."""

    first: dt.date
    meetings: tuple[MeetingRow, ...]


def all_decisions(rows: Rows) -> list[DecisionRow]:
    """Return every decision, the latest first."""
    return sorted(
        rows.decisions.values(), key=lambda row: (-row.day.toordinal(), row.network, row.number)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """What the register may be narrowed to and a row does not say, by the names of today."""

    networks: tuple[str, ...]
    associations: tuple[str, ...]
    topics: tuple[str, ...]


def facets(catalogue: Catalogue, row: DecisionRow) -> Facets:
    """Return the names of a decision's bodies, of their associations and of its topics.

    A body that is not here counts to the association in whose notes its decision stands.
    """
    associations = (
        catalogue.association_of(body) or catalogue.association_of(row.network)
        for body in row.bodies
    )
    return Facets(
        networks=tuple(named(catalogue, body) for body in row.bodies),
        associations=tuple(named(catalogue, one) for one in dict.fromkeys(associations)),
        topics=tuple(catalogue.topics[topic].name for topic in row.topics),
    )


def by_year(rows: list[DecisionRow]) -> dict[int, list[DecisionRow]]:
    """Return decisions by the year they were made, the latest year first."""
    years: dict[int, list[DecisionRow]] = defaultdict(list)
    for row in rows:
        years[row.day.year].append(row)
    return dict(years)


def all_meetings(rows: Rows) -> list[MeetingRow]:
    """Return every meeting by day and network."""
    return sorted(rows.meetings.values(), key=lambda row: (row.day, row.network_name, row.id))


def by_month(rows: list[MeetingRow]) -> list[Month]:
    """Return meetings, in their order, month by month."""
    months: dict[dt.date, list[MeetingRow]] = defaultdict(list)
    for row in rows:
        months[row.day.first.replace(day=1)].append(row)
    return [Month(first=first, meetings=tuple(meetings)) for first, meetings in months.items()]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDay:
    """A day with meetings; `state` is held or coming, and off when none of them took place."""

    count: int
    state: str


def meeting_days(rows: list[MeetingRow], year: int, today: dt.date) -> dict[dt.date, MeetingDay]:
    """Return the days of a year that have meetings, each day of one that lasts for several."""
    on: dict[dt.date, list[MeetingRow]] = defaultdict(list)
    for row in rows:
        last = min(row.last_day.last, dt.date(year, 12, 31))
        for ordinal in range(row.day.first.toordinal(), last.toordinal() + 1):
            on[dt.date.fromordinal(ordinal)].append(row)
    return {day: _meeting_day(day, meetings, today) for day, meetings in on.items()}


def _meeting_day(day: dt.date, rows: list[MeetingRow], today: dt.date) -> MeetingDay:
    off = {swedish().say(status) for status in (MeetingStatus.CANCELLED, MeetingStatus.MOVED)}
    if all(row.badge in off for row in rows):
        return MeetingDay(count=len(rows), state="off")
    return MeetingDay(count=len(rows), state="held" if day < today else "coming")
