"""Pictures: SVG made by a serializer, coloured by the stylesheet, beside a list that tells the same.

A picture is as wide as a small phone and grows with the page. It has a name and a description for
those who do not see it, and nothing in it can be clicked: the list has the links.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from markupsafe import Markup

from natverk.model.days import MONTHS
from natverk.model.vocabulary import NetworkKind, NetworkStatus
from natverk.pages.svg import Length, element, lines, written
from natverk.words import swedish

if TYPE_CHECKING:
    from natverk.views.calendar import MeetingDay
    from natverk.views.network import Branch
    from natverk.views.presence import Line, Presence

_WIDTH = 340
_INDENT = 24
_NARROWEST = 190
"""No box is narrower, however deep it stands."""
_SIGN = 7.4
"""The width of a letter of a name, on the wide side."""
_LINE = 17
_PADDING = 8
_GAP = 10
_LEADING = frozenset(
    {NetworkKind.BOARD, NetworkKind.POLITICAL_STEERING_GROUP, NetworkKind.STEERING_GROUP}
)


_MONTH = 24
"""The height of a month's line."""
_FIRST, _DAY = 32, 10
"""Where the first day of a month stands, and how far it is to the next."""


def hierarchy_picture(branches: Sequence[Branch], title: str) -> Markup:
    """Return bodies as boxes, each below the one it reports to; empty where none reports to another.

    `branches` are in the order of `views.network.hierarchy`.
    """
    deepest = max((branch.depth for branch in branches), default=0)
    if not deepest:
        return Markup("")
    indent = min(_INDENT, (_WIDTH - _NARROWEST) // deepest)
    picture = _picture(
        title, "Varje ruta är en instans. Strecket går upp till den som den rapporterar till."
    )
    above: list[tuple[int, int]] = []
    top = 1
    for branch in branches:
        left = 1 + indent * branch.depth
        height = _box(picture, branch, left, top)
        del above[branch.depth :]
        if above:
            _joined_to(picture, above[-1], left, top + height // 2)
        above.append((left + indent // 2, top + height))
        top += height + _GAP
    return _written(picture, top - _GAP + 1)


def year_picture(year: int, days: Mapping[dt.date, MeetingDay]) -> Markup:
    """Return a year's meetings as dots, a line for each month with the days from left to right."""
    picture = _picture(f"Möten {year}, dag för dag", _by_month(days))
    for month in range(1, 13):
        middle = _MONTH * month - _MONTH // 2
        last = calendar.monthrange(year, month)[1]
        _text(picture, "nv-svg__month", 0, middle + 4, MONTHS[month - 1][:3])
        way = f"M{_at(1)} {middle}H{_at(last)}"
        picture.append(element("path", {"class": "nv-svg__days", "d": way}))
    for day, meetings in sorted(days.items()):
        radius = 4 if meetings.count == 1 else 6
        place = {"cx": _at(day.day), "cy": _MONTH * day.month - _MONTH // 2, "r": radius}
        kind = f"nv-svg__day nv-svg__day--{meetings.state}"
        picture.append(element("circle", {"class": kind, **place}))
    return _written(picture, _MONTH * 12)


_NAMES = 116
"""How wide the names of organisations stand."""
_COLUMN, _COLUMNS = 37, 6
"""How wide a column of counts is, and how many there is room for."""
_ROW, _HEAD = 34, 34
_NAME_SIGNS = 18


def presence_picture(presence: Presence, title: str) -> Markup:
    """Return who was at meetings: a line for each organisation, a square with a count for each one.

    The latest six columns, meetings or years; empty where one column would tell nothing of time.
    """
    shown = presence.latest(_COLUMNS)
    if len(shown.columns) < 2:  # noqa: PLR2004 - one is no time
        return Markup("")
    what = "år" if presence.by_year else "möte"
    picture = _picture(
        title,
        f"En rad för varje organisation i bokstavsordning och en kolumn för varje {what}. "
        "Talen är hur många som var med. Samma tal står i tabellen under bilden.",
    )
    for at, column in enumerate(shown.columns):
        middle = _middle(at)
        is_first = at == 0 or shown.columns[at - 1].year != column.year
        if column.day:
            _centred(picture, "nv-svg__month", middle, _HEAD - 6, column.day)
        if is_first or not column.day:
            top = 13 if column.day else _HEAD - 6
            _centred(picture, "nv-svg__kind", middle, top, str(column.year))
    most = max((count for line in shown.lines for count in line.counts), default=1)
    for row, line in enumerate(shown.lines):
        _counts(picture, line, _HEAD + _ROW * row, most)
    return _written(picture, _HEAD + _ROW * len(shown.lines))


def _counts(picture: ET.Element, line: Line, top: int, most: int) -> None:
    """Draw an organisation's name and its counts; none is a line without a number."""
    name = lines(line.name, _NAME_SIGNS, 2)
    first = top + (21 if len(name) == 1 else 14)
    for at, text in enumerate(name):
        _text(picture, "nv-svg__month", 0, first + 14 * at, text)
    for at, count in enumerate(line.counts):
        middle = _middle(at)
        if not count:
            way = f"M{middle - 4} {top + 17}H{middle + 4}"
            picture.append(element("path", {"class": "nv-svg__days", "d": way}))
            continue
        many = " nv-svg__present--many" if 2 * count > most > 1 else ""
        place = {"x": middle - 15, "y": top + 4, "width": 30, "height": 26, "rx": 4}
        picture.append(element("rect", {"class": f"nv-svg__present{many}", **place}))
        _centred(
            picture,
            f"nv-svg__count{many.replace('present', 'count')}",
            middle,
            top + 21,
            str(count),
        )


def _middle(at: int) -> int:
    return _NAMES + _COLUMN * at + _COLUMN // 2


def _centred(picture: ET.Element, kind: str, middle: int, top: int, text: str) -> None:
    place: dict[str, Length] = {"class": kind, "x": middle, "y": top, "text-anchor": "middle"}
    picture.append(element("text", place, text))


def _at(day: int) -> int:
    return _FIRST + (day - 1) * _DAY


def _by_month(days: Mapping[dt.date, MeetingDay]) -> str:
    """Tell how many days of each month have meetings, for those who do not see the dots."""
    counts = Counter(day.month for day in days)
    told = [f"{MONTHS[month - 1]} {counts[month]}" for month in sorted(counts)]
    return f"Dagar med möten: {', '.join(told)}. Mötena står månad för månad på sidan."


def _picture(title: str, description: str) -> ET.Element:
    label = {"role": "img", "class": "nv-svg", "aria-label": title}
    return element("svg", label, element("desc", {}, description))


def _box(picture: ET.Element, branch: Branch, left: int, top: int) -> int:
    """Draw a body as a box with its name and kind; return how high it became."""
    width = _WIDTH - 1 - left
    name = lines(branch.name, int((width - 2 * _PADDING) / _SIGN), 4)
    height = 2 * _PADDING + _LINE * (len(name) + 1)
    place = {"x": left, "y": top, "width": width, "height": height, "rx": 4}
    picture.append(element("rect", {"class": _class(branch), **place}))
    for at, line in enumerate(name, 1):
        _text(picture, "nv-svg__name", left + _PADDING, top + _LINE * at + 3, line)
    kind = swedish().say(branch.kind)
    if branch.status is not NetworkStatus.ACTIVE:
        kind += f", {swedish().say(branch.status)}"
    _text(picture, "nv-svg__kind", left + _PADDING, top + height - _PADDING - 2, kind)
    return height


def _class(branch: Branch) -> str:
    if branch.status is NetworkStatus.ENDED:
        return "nv-svg__box nv-svg__box--ended"
    return "nv-svg__box nv-svg__box--leading" if branch.kind in _LEADING else "nv-svg__box"


def _text(picture: ET.Element, kind: str, left: int, top: int, text: str) -> None:
    picture.append(element("text", {"class": kind, "x": left, "y": top}, text))


def _joined_to(picture: ET.Element, above: tuple[int, int], left: int, middle: int) -> None:
    way = f"M{above[0]} {above[1]}V{middle}H{left}"
    picture.append(element("path", {"class": "nv-svg__line", "d": way}))


def _written(picture: ET.Element, height: int) -> Markup:
    picture.set("viewBox", f"0 0 {_WIDTH} {height}")
    return written(element("div", {"class": "nv-picture"}, picture))
