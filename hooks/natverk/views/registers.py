"""The lists over all networks: decisions by year, meetings by month, what is new."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from natverk.views.rows import DecisionRow, MeetingRow, Rows


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
