"""Names over time."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING

from natverk.model.days import Day
from natverk.model.periods import Interval

if TYPE_CHECKING:
    from natverk.model.records import Name, Named


def name_on(record: Named, date: dt.date) -> Name:
    """Return the name that was used on `date`.

    Before the first known name the first is used, after the last the last, in a gap the earlier.
    """
    ordered = sorted(record.names, key=lambda name: name.interval.first)
    begun = [name for name in ordered if name.interval.first <= date]
    return begun[-1] if begun else ordered[0]


def latest_name(record: Named) -> Name:
    """Return the name that is used now: the one that began last."""
    return name_on(record, dt.date.max)


def names_over_time(record: Named) -> list[tuple[Name, Interval]]:
    """Return every name with the time it was used, the oldest first.

    A name ends where its author says, at the latest on the day before the next one begins.
    """
    ordered = sorted(record.names, key=lambda name: name.interval.first)
    found = [
        (name, _until(name.interval, later.interval.first)) for name, later in pairwise(ordered)
    ]
    return [*found, (ordered[-1], ordered[-1].interval)]


def _until(interval: Interval, later: dt.date) -> Interval:
    """Return the part of an interval that lies before the day `later`."""
    if interval.last < later or later == dt.date.min:
        return interval
    return Interval(interval.start, Day.of(later - dt.timedelta(days=1)))


def names_of(record: Named) -> list[str]:
    """Return every name, short name and alias the record has had, the oldest names first."""
    ordered = sorted(record.names, key=lambda name: name.interval.first)
    given = [text for name in ordered for text in (name.name, name.short) if text]
    return list(dict.fromkeys([*given, *record.aliases]))
