"""Weekdays that contradict their date, and dates in texts that do not exist."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from natverk.findings import Finding, RefusalError, error, warning
from natverk.model.days import MONTHS, WEEKDAYS, Day

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.notes import Notes

_STATED = re.compile(
    rf"\b(?P<weekday>{'|'.join(WEEKDAYS)})(?P<ending>en)?\s+(?:den\s+)?"
    rf"(?:(?P<day>\d{{1,2}})\s+(?P<month>{'|'.join(MONTHS)})\s+(?P<year>\d{{4}})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2}))\b",
    re.IGNORECASE,
)
_DATE = re.compile(rf"\d\d?\s+(?:{'|'.join(MONTHS)})\s+\d{{4}}\b", re.IGNORECASE)
_ISO = re.compile(r"\d\d\d\d-\d\d-\d\d\b")
"""These begin with a digit and no condition, which is what a long text is searched for fastest."""

_NEAR = 40
"""How many signs before its date a weekday is looked for."""

_BEFORE = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})(?:en)?\s+(?:den\s+)?\Z", re.IGNORECASE)


def veckodag_stammer_inte(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find weekdays that their date did not have: an error in front matter, else a warning."""
    for passage in catalogue.passages:
        for found in _stated(passage.text):
            date = _date(_written_date(found))
            if date and WEEKDAYS[date.weekday()] != found["weekday"].lower():
                level = error if found.start() < passage.body_at else warning
                yield level(
                    "veckodag-stammer-inte",
                    passage.place(found.start()),
                    _message(found[0], date),
                    _hint(found, date),
                )
    for notes in catalogue.notes:
        yield from _own_day(notes)


def _dates(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the dates of a text that are no part of a longer number or word."""
    for found in pattern.finditer(text):
        if not re.match(r"\w", text[max(0, found.start() - 1) : found.start()]):
            yield found


def _stated(text: str) -> Iterator[re.Match[str]]:
    """Yield the dates of a text that stand after a weekday, together with it."""
    for date in (*_dates(text, _DATE), *_dates(text, _ISO)):
        start = date.start()
        before = _BEFORE.search(text, max(0, start - _NEAR), start)
        if before and (found := _STATED.match(text, before.start())):
            yield found


def _written_date(found: re.Match[str]) -> str:
    return found["iso"] or f"{found['day']} {found['month']} {found['year']}"


def _date(text: str) -> dt.date | None:
    try:
        return Day.read(re.sub(r"\s+", " ", text)).first
    except RefusalError:
        return None


def _message(written: str, date: dt.date) -> str:
    was = WEEKDAYS[date.weekday()]
    stated = re.sub(r"\s+", " ", written)
    return f'"{stated}" stämmer inte, {written_day(date)} är en {was}.'


def _hint(found: re.Match[str], date: dt.date) -> str:
    """Offer the nearest date with that weekday, and the weekday that the date has."""
    definite = found["ending"] or ""
    step = (WEEKDAYS.index(found["weekday"].lower()) - date.weekday() + 3) % 7 - 3
    near = date + dt.timedelta(days=step)
    article = "den " if definite else ""
    return (
        f"Menade du {found['weekday'].lower()}{definite} {article}{_plain_day(near)}, "
        f"eller {WEEKDAYS[date.weekday()]}{definite} {article}{_plain_day(date)}?"
    )


def written_day(date: dt.date) -> str:
    """Return a date as running text has it: den 5 mars 2021."""
    return f"den {_plain_day(date)}"


def _plain_day(date: dt.date) -> str:
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def _own_day(notes: Notes) -> Iterator[Finding]:
    """Compare the front matter's `dag` with the day that the file is named after."""
    if not notes.head.day or _contradicts_itself(notes.head.day):
        return
    date = dt.date.fromisoformat(notes.key[:10])
    stated = notes.head.day.lower()
    weekday = next((day for day in WEEKDAYS if re.match(rf"{day}(?:en)?\b", stated)), None)
    other = _stated_date(stated)
    if (weekday and WEEKDAYS[date.weekday()] != weekday) or (other and other != date):
        yield error(
            "veckodag-stammer-inte",
            notes.head.at.place("dag"),
            f"Dagen, {notes.head.day}, stämmer inte med filnamnet: "
            f"{written_day(date)} är en {WEEKDAYS[date.weekday()]}.",
            f"Skriv {WEEKDAYS[date.weekday()]}en {written_day(date)}, eller döp om filen.",
        )


def _stated_date(stated: str) -> dt.date | None:
    """Return the date that `dag` has in any form, None for one that lacks its year."""
    found = _DATE.search(stated) or _ISO.search(stated)
    try:
        day = Day.read(re.sub(r"\s+", " ", found[0]) if found else stated)
    except RefusalError:
        return None
    return day.first if day.is_exact else None


def _contradicts_itself(stated: str) -> bool:
    """Tell whether a weekday and its own date differ, which is a finding already."""
    found = _STATED.search(stated)
    date = _date(_written_date(found)) if found else None
    return bool(found and date and WEEKDAYS[date.weekday()] != found["weekday"].lower())


def omojligt_datum(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find dates in running text that the calendar lacks."""
    for passage in catalogue.passages:
        for found in _dates(passage.text, _DATE):
            try:
                Day.read(re.sub(r"\s+", " ", found[0]))
            except RefusalError as refusal:
                place = passage.place(found.start())
                yield warning("omojligt-datum", place, refusal.message, refusal.hint)
