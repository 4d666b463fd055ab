"""Days with the precision their author knew: a day, a month or a year."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import total_ordering

from natverk.findings import RefusalError, in_quotes

UNKNOWN = "okänt"
"""What an author writes for a value that nobody knows."""
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")
_WRITTEN = re.compile(rf"(?:(?:den )?(\d{{1,2}}) )?({'|'.join(MONTHS)}) (\d{{4}})$")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})[ -](\d{4})$")
_WEEKDAY = re.compile(rf"(?:{'|'.join(WEEKDAYS)})(?:en)?\s+")
_YEARLESS = re.compile(rf"(?:den )?\d{{1,2}} (?:{'|'.join(MONTHS)})$|\d{{1,2}}/\d{{1,2}}$")
_FIRST_YEAR, _LAST_YEAR = 1800, 2200
"""No network is older or plans further; outside them a year is a slip of the hand."""
_EXAMPLE = "Skriv till exempel 2021-03-05, 2021-03 eller 2021."


@total_ordering
@dataclass(frozen=True, slots=True)
class Day:
    """A day, a month or a year, in the calendar of Sweden."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def read(cls, text: str) -> Day:
        """Return the day that `text` names: `2021-03-05`, `2021-03`, `2021`, `fredag 5 mars 2021`.

        Raise `RefusalError` for a day that does not exist or lacks its year.
        """
        wanted = _WEEKDAY.sub("", " ".join(text.lower().split()), count=1)
        parts: tuple[int, ...]
        if found := _SLASHED.match(wanted):
            parts = (int(found[3]), int(found[2]), int(found[1]))
        elif found := _WRITTEN.match(wanted):
            day = (int(found[1]),) if found[1] else ()
            parts = (int(found[3]), MONTHS.index(found[2]) + 1, *day)
        elif found := _ISO.match(wanted):
            parts = tuple(int(part) for part in found.groups() if part)
        elif _YEARLESS.match(wanted):
            raise RefusalError("ar-saknas", f"{in_quotes(text)} saknar år.", _EXAMPLE)
        else:
            raise RefusalError("fel-varde", f"{in_quotes(text)} är inget datum.", _EXAMPLE)
        return cls._checked(parts, text)

    @classmethod
    def _checked(cls, parts: tuple[int, ...], text: str) -> Day:
        day = cls(*parts)
        last = _days_in(day.year, day.month)
        if last is None:
            raise RefusalError(
                "omojligt-datum",
                f"{in_quotes(text)} finns inte: månaden ska vara 1–12 och året {_FIRST_YEAR}–{_LAST_YEAR}.",
                _EXAMPLE,
            )
        if day.day is not None and not 1 <= day.day <= last:
            raise RefusalError(
                "omojligt-datum",
                f"{in_quotes(text)} finns inte: {MONTHS[(day.month or 1) - 1]} {day.year} "
                f"har {last} dagar.",
                f"Menade du {cls(day.year, day.month, last)}?",
            )
        return day

    @classmethod
    def of(cls, date: dt.date) -> Day:
        """Return `date` as a day of full precision."""
        return cls(date.year, date.month, date.day)

    @property
    def first(self) -> dt.date:
        """The first date it may mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        """The last date it may mean."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def is_exact(self) -> bool:
        """Whether the day itself is known."""
        return self.day is not None

    def __lt__(self, other: Day) -> bool:
        return (self.first, self.last) < (other.first, other.last)

    def __str__(self) -> str:
        """Return it as ISO 8601 with the precision it has."""
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)]
        return "-".join(parts)


def _days_in(year: int, month: int | None) -> int | None:
    month = 1 if month is None else month
    if not _FIRST_YEAR <= year <= _LAST_YEAR or not 1 <= month <= len(MONTHS):
        return None
    return calendar.monthrange(year, month)[1]
