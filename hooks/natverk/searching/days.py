"""Writes times as the numbers that a search asks for, since they are written in so many ways.

A day is 20210305 and a month 202103. Half-years and school years (docs/utveckling/beslut/008) have
the numbers of months that no year has: spring 2021 is 202113, autumn 202114, and the school year
that begins in 2021 is 202115. The same is done with what a reader writes, in sok-fraga.js.
"""

from __future__ import annotations

import re

MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
SPRING, AUTUMN, SCHOOL_YEAR = 13, 14, 15
JULY = 7
"""The month that an autumn and a school year begin with."""

MONTH = re.compile(rf"(?:{'|'.join(MONTHS)}) \d{{4}}\b")
SLASHED = re.compile(r"/(\d{1,2}) (\d{4})\b")
TERM = re.compile(
    r"\b(?:(v)åren|(v)årterminen|(v)t|hösten|höstterminen|ht) ?(\d{4})\b", re.IGNORECASE
)
YEARS = re.compile(r"(?<=[\s>(])(\d{4})[/–-](\d{4}|\d\d)\b(?![-/])")
LAST_NUMBER = re.compile(r"\b\d{1,2} ?$")


def numbered(html: str) -> str:
    """Return HTML with the number of each day, month, half-year and school year after it, in braces."""
    html = SLASHED.sub(_slashed, MONTH.sub(_dated, html))
    return YEARS.sub(_years, TERM.sub(_term, html))


def numbers(date: str | None) -> tuple[str, ...]:
    """Return the month, half-year and school year of a day in ISO 8601, nothing for a mere year."""
    if not date or len(date) < len("2021-03"):
        return ()
    year, month = int(date[:4]), int(date[5:7])
    term = AUTUMN if month >= JULY else SPRING
    began = year if month >= JULY else year - 1
    return (f"{year}{month:02}", f"{year}{term}", f"{began}{SCHOOL_YEAR}")


def _dated(found: re.Match[str]) -> str:
    """Return "mars 2021" with the day as a number, with the month alone where no day is written."""
    month, year = found[0].split()
    day = LAST_NUMBER.search(found.string, max(0, found.start() - 3), found.start())
    number = f"{year}{MONTHS.index(month) + 1:02}"
    told = f"{number}{int(day[0]):02},{number}" if day else number
    return f"{found[0]}{{{told}}}"


def _slashed(found: re.Match[str]) -> str:
    day = LAST_NUMBER.search(found.string, max(0, found.start() - 2), found.start())
    return f"{found[0]}{{{found[2]}{int(found[1]):02}{int(day[0]):02}}}" if day else found[0]


def _term(found: re.Match[str]) -> str:
    term = SPRING if found[1] or found[2] or found[3] else AUTUMN
    return f"{found[0]}{{{found[4]}{term}}}"


def _years(found: re.Match[str]) -> str:
    """Return "2020/21" with the school year's number, other years with each by itself."""
    began, ended = int(found[1]), found[2]
    follows = str(began + 1).endswith(ended)
    told = f"{began}{SCHOOL_YEAR}" if follows else f"{began},{ended}"
    return f"{found[0]}{{{told}}}"
