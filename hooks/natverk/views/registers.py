"""The lists over all networks: decisions by year, meetings by month, what is new."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natverk.views.rows import DecisionRow, MeetingRow, decision_row, meeting_row

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The meetings of a month."""

    first: dt.date
    meetings: tuple[MeetingRow, ...]


def all_decisions(catalogue: Catalogue, today: dt.date) -> list[DecisionRow]:
    """Return every decision with its standing, the latest first."""
    rows = [decision_row(catalogue, one, today) for one in catalogue.decisions.values()]
    return sorted(rows, key=lambda row: (-row.day.toordinal(), row.network, row.number))


def by_year(rows: list[DecisionRow]) -> dict[int, list[DecisionRow]]:
    """Return decisions by the year they were made, the latest year first."""
    years: dict[int, list[DecisionRow]] = defaultdict(list)
    for row in rows:
        years[row.day.year].append(row)
    return dict(years)


def all_meetings(catalogue: Catalogue) -> list[MeetingRow]:
    """Return every meeting by day and network."""
    rows = [meeting_row(catalogue, meeting) for meeting in catalogue.meetings.values()]
    return sorted(rows, key=lambda row: (row.day, row.network_name, row.id))


def by_month(rows: list[MeetingRow]) -> list[Month]:
    """Return meetings, in their order, month by month."""
    months: dict[dt.date, list[MeetingRow]] = defaultdict(list)
    for row in rows:
        months[row.day.first.replace(day=1)].append(row)
    return [Month(first=first, meetings=tuple(meetings)) for first, meetings in months.items()]
