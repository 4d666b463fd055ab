"""Intervals between days, and the periods that authors write.

Swedish "fr.o.m." and "t.o.m." include the day they name, so intervals are inclusive at both ends.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from natverk.findings import RefusalError, in_quotes
from natverk.model.days import UNKNOWN, Day


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

    def within(self, other: Interval) -> Interval:
        """Return the part of it that lies in `other`; backwards when no date lies in both."""
        start = self.start if self.first >= other.first else other.start
        end = self.end if self.last <= other.last else other.end
        return Interval(start, end)

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
            f"Perioden {in_quotes(text)} slutar innan den börjar.",
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
        message = f"{in_quotes(text)} är ingen period som går att läsa."
        raise RefusalError("fel-varde", message, _PERIOD_EXAMPLE) from None


def _school_year(found: re.Match[str], text: str) -> Interval:
    start = int(found[1])
    end = start + 1
    if not str(end).endswith(found[2]):
        raise RefusalError(
            "fel-varde",
            f"{in_quotes(text)} är inget läsår: ett läsår går över två år i följd.",
            f"Menade du läsåret {start}/{start + 1}?",
        )
    return Interval(Day(start, 7, 1), Day(end, 6, 30))
