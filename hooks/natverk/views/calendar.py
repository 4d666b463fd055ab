"""What the calendar's pages tell: meetings month by month, and what they may be narrowed to."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natverk.model.days import MONTHS
from natverk.model.vocabulary import MeetingStatus
from natverk.views.naming import named, sort_key
from natverk.views.rows import MeetingRow, Rows

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.views.organisation import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The meetings of a month, those before today apart from those that are to come.

    `has_today` is true for the one month of a list that today is marked in: the first with
    anything to come, and the last one of the year when nothing is.
    """

    first: dt.date
    past: tuple[MeetingRow, ...]
    coming: tuple[MeetingRow, ...]
    has_today: bool

    @property
    def name(self) -> str:
        """Its name without the year: `mars`."""
        return MONTHS[self.first.month - 1]

    @property
    def anchor(self) -> str:
        """Its place on the page: `mars-2024`."""
        return f"{self.name}-{self.first.year}"

    @property
    def count(self) -> int:
        """How many meetings it has."""
        return len(self.past) + len(self.coming)


def by_month(rows: Rows, meetings: Iterable[MeetingRow], year: int | None = None) -> list[Month]:
    """Return meetings, in their order, month by month; today is marked in its own year alone."""
    found: dict[dt.date, list[MeetingRow]] = defaultdict(list)
    for row in meetings:
        found[row.day.first.replace(day=1)].append(row)
    marked = _marked(rows, found) if year == rows.today.year else None
    return [
        Month(
            first=first,
            past=tuple(row for row in own if not rows.is_coming(row)),
            coming=tuple(row for row in own if rows.is_coming(row)),
            has_today=first == marked,
        )
        for first, own in found.items()
    ]


def _marked(rows: Rows, found: Mapping[dt.date, Sequence[MeetingRow]]) -> dt.date | None:
    ahead = (first for first, own in found.items() if any(map(rows.is_coming, own)))
    return next(ahead, max(found, default=None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """What the calendar may be narrowed to and a row does not say; `state` is coming, past, cancelled or moved."""

    networks: tuple[str, ...]
    state: str
    form: str
    topics: tuple[str, ...]


_OFF = {MeetingStatus.CANCELLED: "cancelled", MeetingStatus.MOVED: "moved"}


def meeting_facets(rows: Rows, row: MeetingRow) -> Facets:
    """Return the names of a meeting's networks and topics today, its form and whether it is off."""
    off = _OFF.get(rows.catalogue.meetings[row.id].status)
    return Facets(
        networks=tuple(named(rows.catalogue, host) for host in row.hosts),
        state=off or ("coming" if rows.is_coming(row) else "past"),
        form=row.form,
        topics=tuple(rows.catalogue.topics[topic].name for topic in row.topics),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """A network in the calendar, its association, and the organisations that have or had places in it."""

    network: str
    association: str
    organisations: tuple[str, ...]


def circles(
    catalogue: Catalogue, meetings: Iterable[MeetingRow], sitting: Mapping[str, tuple[str, ...]]
) -> list[Circle]:
    """Return the networks of some meetings by name; `sitting` is who has places in each of all."""
    networks = {host for row in meetings for host in row.hosts if host in catalogue.networks}
    found = [
        Circle(
            network=named(catalogue, network),
            association=named(catalogue, catalogue.association_of(network)),
            organisations=sitting.get(network, ()),
        )
        for network in networks
    ]
    return sorted(found, key=lambda one: (sort_key(one.network), one.association))


def sitting_in(
    catalogue: Catalogue, places: Mapping[str, tuple[Place, ...]]
) -> Mapping[str, tuple[str, ...]]:
    """Return the names of the organisations with places in each network, by the network's id."""
    found: dict[str, list[str]] = defaultdict(list)
    for organisation, own in places.items():
        for place in own:
            found[place.network].append(named(catalogue, organisation))
    return {network: tuple(sorted(names, key=sort_key)) for network, names in found.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDay:
    """A day with meetings; `state` is held or coming, and off when none of them took place."""

    count: int
    state: str


def meeting_days(
    rows: Rows, meetings: Iterable[MeetingRow], year: int
) -> dict[dt.date, MeetingDay]:
    """Return the days of a year that have meetings, each day of one that lasts for several."""
    on: dict[dt.date, list[MeetingRow]] = defaultdict(list)
    for row in meetings:
        last = min(row.last_day.last, dt.date(year, 12, 31))
        for ordinal in range(row.day.first.toordinal(), last.toordinal() + 1):
            on[dt.date.fromordinal(ordinal)].append(row)
    return {day: _meeting_day(rows, day, own) for day, own in on.items()}


def _meeting_day(rows: Rows, day: dt.date, own: Sequence[MeetingRow]) -> MeetingDay:
    if all(is_off(rows, row) for row in own):
        return MeetingDay(count=len(own), state="off")
    return MeetingDay(count=len(own), state="held" if day < rows.today else "coming")


def is_off(rows: Rows, row: MeetingRow) -> bool:
    """Tell whether a meeting was cancelled, or moved to another day."""
    return rows.catalogue.meetings[row.id].status in _OFF
