"""When a time is up: calendar days as they come, working days and school days without the free ones.

Working days leave out Saturdays, Sundays, Swedish public holidays and the eves that nobody works
on. School days leave out school breaks too, those of the network's association.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from holidays.countries.sweden import Sweden

from natverk.model.vocabulary import DayKind

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.demands import NotesWithin
    from natverk.model.terms import Break

_SATURDAY = 5
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Free:
    """A holiday or a school break that a deadline leaps over; one day, or several."""

    name: str
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """The last day of a time, and what it leapt over besides weekends.

    `is_known` is false where school days are counted and no break near them is recorded: then the
    day may be later, never earlier.
    """

    last: dt.date
    kind: DayKind
    skipped: tuple[Free, ...] = ()
    is_known: bool = True


@lru_cache(maxsize=512)
def holidays_of(year: int) -> dict[dt.date, str]:
    """Return the holidays of a year and the eves that are free in fact, by day, in Swedish."""
    found = Sweden(years=year, categories=("public", "de_facto"), language="sv")
    return dict(sorted(found.items()))


def holiday(day: dt.date) -> str:
    """Return what holiday a day is, in Swedish; empty when it is none."""
    return holidays_of(day.year).get(day, "")


def breaks_of(catalogue: Catalogue, association: str) -> tuple[Break, ...]:
    """Return the school breaks of an association, those of all others too, by day.

    A break without a first or a last day is left out, since nobody knows what it covers.
    """
    found = [
        one
        for one in catalogue.breaks.values()
        if (one.since and one.until and not one.interval.is_backwards)
        and (not one.association or catalogue.organisation(one.association) == association)
    ]
    return tuple(sorted(found, key=lambda one: (one.interval.first, one.id)))


def deadline(after: dt.date, within: NotesWithin, breaks: Sequence[Break]) -> Deadline | None:
    """Return the last day of a time that begins on the day after `after`; None without a limit."""
    if within.days is None:
        return None
    if within.kind is DayKind.CALENDAR:
        return Deadline(last=after + within.days * _DAY, kind=within.kind)
    own = breaks if within.kind is DayKind.SCHOOL else ()
    day, left, skipped = after, within.days, dict[Free, None]()
    while left:
        day += _DAY
        free = _free(day, own)
        skipped |= dict.fromkeys(free)
        left -= not free and day.weekday() < _SATURDAY
    is_known = within.kind is DayKind.WORKING or _has_near(breaks, after, day)
    return Deadline(
        last=day, kind=within.kind, skipped=tuple(_on_weekdays(skipped)), is_known=is_known
    )


def _free(day: dt.date, breaks: Sequence[Break]) -> list[Free]:
    """Return what makes a day free: a break before the holidays in it."""
    for one in breaks:
        if day in one.interval:
            return [Free(one.name, one.interval.first, one.interval.last)]
    name = holiday(day)
    return [Free(name, day, day)] if name else []


def _on_weekdays(found: Iterable[Free]) -> list[Free]:
    """Return what was free on some other day than a Saturday or a Sunday."""
    return [one for one in found if one.first < one.last or one.first.weekday() < _SATURDAY]


def _has_near(breaks: Sequence[Break], first: dt.date, last: dt.date) -> bool:
    """Tell whether some break is recorded in the school years that the days lie in."""
    start = dt.date(first.year - (first.month < 7), 7, 1)  # noqa: PLR2004 - it begins in July
    end = dt.date(last.year + (last.month > 6), 6, 30)  # noqa: PLR2004 - it ends in June
    return any(one.interval.last >= start and one.interval.first <= end for one in breaks)
