"""Days with the precision their author knew, and the intervals between them.

Swedish "fr.o.m." and "t.o.m." include the day they name, so intervals are inclusive at both ends.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import total_ordering

from natverk.findings import RefusalError, shorten

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
            raise RefusalError("ar-saknas", f"{shorten(text)} saknar år.", _EXAMPLE)
        else:
            raise RefusalError("fel-varde", f"{shorten(text)} är inget datum.", _EXAMPLE)
        return cls._checked(parts, text)

    @classmethod
    def _checked(cls, parts: tuple[int, ...], text: str) -> Day:
        day = cls(*parts)
        last = _days_in(day.year, day.month)
        if last is None:
            raise RefusalError(
                "omojligt-datum",
                f"{shorten(text)} finns inte: månaden ska vara 1–12 och året {_FIRST_YEAR}–{_LAST_YEAR}.",
                _EXAMPLE,
            )
        if day.day is not None and not 1 <= day.day <= last:
            raise RefusalError(
                "omojligt-datum",
                f"{shorten(text)} finns inte: {MONTHS[(day.month or 1) - 1]} {day.year} "
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


@dataclass(frozen=True, slots=True)
class Interval:
    """From one day to another, both included; None is unknown or open."""

    start: Day | None = None
    end: Day | None = None

    @property
    def first(self) -> dt.date:
        """The first date in it; the calendar's first when the start is open."""
        return self.start.first if self.start else dt.date.min

    @property
    def last(self) -> dt.date:
        """The last date in it; the calendar's last when the end is open."""
        return self.end.last if self.end else dt.date.max

    @property
    def is_backwards(self) -> bool:
        """Whether it ends before it starts."""
        return self.last < self.first

    def __contains__(self, date: dt.date) -> bool:
        return self.first <= date <= self.last

    def overlaps(self, other: Interval) -> bool:
        """Tell whether some date lies in both."""
        return self.first <= other.last and other.first <= self.last

    def overlaps_surely(self, other: Interval) -> bool:
        """Tell whether some date lies in both, whatever the days of coarse precision mean."""
        start = max(_surely_from(self), _surely_from(other))
        return start <= min(_surely_to(self), _surely_to(other))


def _surely_from(interval: Interval) -> dt.date:
    return interval.start.last if interval.start else dt.date.min


def _surely_to(interval: Interval) -> dt.date:
    return interval.end.first if interval.end else dt.date.max


ALWAYS = Interval()

_YEAR_SPAN = re.compile(r"(?:läsåret|läsår)\s+(\d{4})\s*[/–-]\s*(\d{2}|\d{4})$")
_TERM = re.compile(r"(våren|vårterminen|hösten|höstterminen|vt|ht)\s*(\d{4})$")
_FROM = re.compile(r"(?:från och med|fr\.?\s?o\.?\s?m\.?|från)\s+(.+)$")
_TO = re.compile(r"(?:till och med|t\.?\s?o\.?\s?m\.?|till)\s+(.+)$")
_AND_ON = re.compile(r"(.+?)\s+(?:och (?:kommande år|framåt|tills vidare)|tills vidare)$")
_SPAN = re.compile(r"(.+?)\s*(?:–|—|\s-\s|\s+till\s+)\s*(.*)$|(\d{4})-(\d{4})$")
_DATES = re.compile(r"(\d{4}-\d{2}-\d{2})-(\d{4}-\d{2}-\d{2})$")
_PERIOD_EXAMPLE = "Skriv till exempel 2023–2026, läsåret 2018/2019 eller 2021-01-01–2021-06-30."


def read_period(text: str) -> Interval:
    """Return the period that `text` names.

    A school year is 1 July to 30 June, spring January to June, autumn July to December (the
    Swedish school year's halves). "tills vidare" and "okänt" are open. Raise `RefusalError` for
    anything that is no period, or one that ends before it starts.
    """
    wanted = " ".join(text.strip().lower().split())
    period = _period(wanted, text)
    if period.is_backwards:
        raise RefusalError(
            "slut-fore-borjan",
            f"Perioden {shorten(text)} slutar innan den börjar.",
            "Byt plats på datumen, eller rätta det som är fel.",
        )
    return period


def _period(wanted: str, text: str) -> Interval:
    if wanted in {UNKNOWN, "tills vidare"}:
        return ALWAYS
    if found := _YEAR_SPAN.match(wanted):
        return _school_year(found, text)
    if found := _TERM.match(wanted):
        year = int(found[2])
        spring = found[1].startswith("v")
        return (
            Interval(Day(year, 1, 1), Day(year, 6, 30))
            if spring
            else Interval(Day(year, 7, 1), Day(year, 12, 31))
        )
    if found := _AND_ON.match(wanted):
        return Interval(_period(found[1], text).start, None)
    if found := _FROM.match(wanted):
        inner = _TO.search(found[1])
        if inner and inner.start():
            return Interval(_day(found[1][: inner.start()], text), _day(inner[1], text))
        return Interval(_day(found[1], text), None)
    if found := _TO.match(wanted):
        return Interval(None, _day(found[1], text))
    if found := _DATES.match(wanted):
        return Interval(_day(found[1], text), _day(found[2], text))
    if found := _SPAN.match(wanted):
        start, end = found[1] or found[3], found[2] if found[1] else found[4]
        return Interval(_day(start, text), _day(end, text) if end else None)
    day = _day(wanted, text)
    return Interval(day, day)


def _day(part: str, text: str) -> Day:
    try:
        return Day.read(part)
    except RefusalError as refusal:
        if refusal.rule != "fel-varde":
            raise
        message = f"{shorten(text)} är ingen period som går att läsa."
        raise RefusalError("fel-varde", message, _PERIOD_EXAMPLE) from None


def _school_year(found: re.Match[str], text: str) -> Interval:
    start = int(found[1])
    end = start + 1
    if not str(end).endswith(found[2]):
        raise RefusalError(
            "fel-varde",
            f"{shorten(text)} är inget läsår: ett läsår går över två år i följd.",
            f"Menade du läsåret {start}/{start + 1}?",
        )
    return Interval(Day(start, 7, 1), Day(end, 6, 30))


@dataclass(frozen=True, slots=True)
class Times:
    """When a meeting begins and ends: minutes after midnight, Europe/Stockholm."""

    start: int
    end: int | None = None

    def __str__(self) -> str:
        """Return it as it is written in tables: `08.30–12.00`."""
        return _clock(self.start) + (f"–{_clock(self.end)}" if self.end is not None else "")


_CLOCK = r"(\d{1,2})(?:[.:](\d{2}))?"
_TIMES = re.compile(
    rf"(?:kl\.?|klockan)?\s*{_CLOCK}(?:\s*(?:–|—|-|till)\s*(?:kl\.?\s*)?{_CLOCK})?\s*$",
    re.IGNORECASE,
)
_MIDNIGHT = 24 * 60


def read_times(text: str) -> Times:
    """Return the hours that `text` names: `08.30–11.30`, `kl. 13-16`, `13:00`.

    Raise `RefusalError` for anything else, for an hour that does not exist, and for an end that
    does not come after its start.
    """
    found = _TIMES.match(text.strip())
    if not found:
        raise RefusalError(
            "fel-varde", f"{shorten(text)} är ingen tid.", "Skriv till exempel 08.30–11.30."
        )
    start = _minutes(found[1], found[2], text, _MIDNIGHT - 1)
    end = _minutes(found[3], found[4], text) if found[3] else None
    if end is not None and end <= start:
        raise RefusalError(
            "slut-fore-borjan",
            f"Mötet slutar kl. {_clock(end)} men börjar kl. {_clock(start)}.",
            "Skriv till exempel 08.30–11.30.",
        )
    return Times(start, end)


def _minutes(hour: str, minute: str | None, text: str, latest: int = _MIDNIGHT) -> int:
    minutes = int(hour) * 60 + int(minute or 0)
    if minutes > latest or int(minute or 0) > 59:  # noqa: PLR2004 - the clock's own limit
        raise RefusalError(
            "fel-varde", f"{shorten(text)} är inget klockslag.", "Skriv till exempel 08.30–11.30."
        )
    return minutes


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}.{minutes % 60:02d}"
