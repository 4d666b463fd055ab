"""The calendar: what is to come, and every year month by month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from natverk import urls
from natverk.outputs import Front, Output
from natverk.pages.markdown import render
from natverk.pages.pictures import year_picture
from natverk.views.calendar import (
    by_month,
    circles,
    is_off,
    meeting_days,
    meeting_facets,
    sitting_in,
)
from natverk.views.registers import all_meetings
from natverk.views.subscriptions import subscription

if TYPE_CHECKING:
    from natverk.views.organisation import Place
    from natverk.views.rows import MeetingRow, Rows

LATEST = 6
"""How many of the latest meetings stand where none are to come."""


def calendar_pages(
    rows: Rows, places: Mapping[str, tuple[Place, ...]], site: str
) -> Iterator[Output]:
    """Yield the calendar of what is to come, and a page for each year.

    `places` is every organisation's, `site` the site's address.
    """
    meetings = all_meetings(rows)
    years: dict[int, list[MeetingRow]] = {}
    for row in meetings:
        years.setdefault(row.day.year, []).append(row)
    around = {
        "years": {year: len(years[year]) for year in sorted(years, reverse=True)},
        "sitting": sitting_in(rows.catalogue, places),
        "subscription": subscription("Alla nätverk", "", urls.HOME, site),
    }
    yield _coming_page(rows, meetings, around)
    for year, own in years.items():
        yield _year_page(rows, year, own, around)


def _coming_page(rows: Rows, meetings: Sequence[MeetingRow], around: Mapping[str, Any]) -> Output:
    front = Front(
        title="Kalender",
        kind="Kalender",
        name="Kalender möten mötesdagar",
        description="Kommande möten i alla nätverk, månad för månad.",
        searched=False,
        calendar=urls.calendar_file(),
    )
    coming = [row for row in meetings if rows.is_coming(row)]
    latest = [row for row in reversed(meetings) if not rows.is_coming(row)][:LATEST]
    content = _render(rows, front, coming, year=None, picture="", latest=latest, **around)
    return Output(path=urls.CALENDAR, content=content, front=front)


def _year_page(
    rows: Rows, year: int, meetings: Sequence[MeetingRow], around: Mapping[str, Any]
) -> Output:
    front = Front(
        title=f"Kalender {year}",
        kind="Kalender",
        description=f"Alla möten {year}, månad för månad.",
        searched=False,
        is_slight=True,
    )
    picture = year_picture(year, meeting_days(rows, meetings, year))
    content = _render(rows, front, meetings, year=year, picture=picture, latest=(), **around)
    return Output(path=urls.calendar_of(year), content=content, front=front, parent=urls.CALENDAR)


def _render(
    rows: Rows,
    front: Front,
    meetings: Sequence[MeetingRow],
    *,
    year: int | None,
    sitting: Mapping[str, tuple[str, ...]],
    **shown: object,
) -> bytes:
    return render(
        "calendar.md.j2",
        front,
        months=by_month(rows, meetings, year),
        count=len(meetings),
        off=sum(1 for row in meetings if is_off(rows, row)),
        circles=circles(rows.catalogue, meetings, sitting),
        about=lambda row: meeting_facets(rows, row),
        year=year,
        today=rows.today,
        **shown,
    )
