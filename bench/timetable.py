"""When a made-up network meets: evenly over the school year, always on its own weekday."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

NOW = dt.date(2026, 11, 14)
"""The day on which the corpus is thought to be written; what comes later is only planned."""
LAST_YEAR = 2027
WEEKS = (*range(3, 8), *range(9, 12), *range(19, 23), *range(34, 44), *range(45, 50))
"""ISO weeks without school breaks and without public holidays on the weekdays below."""
WEEKDAYS = {"tisdag": 2, "onsdag": 3, "fredag": 5}
HOURS = ("08.30–11.30", "09.00–12.00", "13.00–15.30", "13.15–16.00", "10.00–15.00")
PER_YEAR = (4, 5, 6)


@dataclass(frozen=True, slots=True)
class Timetable:
    """A network's meetings: those with notes, and those only in the calendar, by day."""

    weekday: str
    hours: str
    per_year: int
    held: tuple[dt.date, ...]
    coming: tuple[dt.date, ...]

    @property
    def first(self) -> dt.date:
        """The first day of the network's first year."""
        return dt.date(self.held[0].year, 1, 1)


def make_timetable(rng: random.Random, meetings: int) -> Timetable:
    """Return a timetable with so many meetings held, the last of them shortly before NOW."""
    weekday = rng.choice(list(WEEKDAYS))
    per_year = rng.choice(PER_YEAR)
    held: list[dt.date] = []
    coming: list[dt.date] = []
    year = LAST_YEAR
    while len(held) < meetings:
        for day in sorted(_days(rng, year, weekday, per_year), reverse=True):
            (coming if day > NOW else held).append(day)
        year -= 1
    return Timetable(
        weekday,
        rng.choice(HOURS),
        per_year,
        tuple(sorted(held[:meetings])),
        tuple(sorted(coming)),
    )


def _days(rng: random.Random, year: int, weekday: str, count: int) -> Iterator[dt.date]:
    share = len(WEEKS) // count
    for part in range(count):
        week = WEEKS[part * share + rng.randrange(share)]
        yield dt.date.fromisocalendar(year, week, WEEKDAYS[weekday])
