"""How many from each organisation were at a network's meetings, as their attendance lists tell it.

Counts and no names, by organisation in the order of the alphabet: this is no league table. With
many meetings they are counted by the year, so that neither picture nor table grows without end.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from natverk.model.vocabulary import MeetingStatus, SectionKind
from natverk.views.attendance import groups
from natverk.views.naming import by_name, named, sort_key

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.days import Day
    from natverk.model.meetings import Meeting

MOST = 6
"""So many meetings are shown one by one; with more they are counted by the year."""

LATEST = 5
"""How many years an organisation's page has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A meeting with a list: how many were there from each organisation, by id.

    `nameless` are those whose organisation nobody knows.
    """

    meeting: Meeting
    counts: Mapping[str, int]
    nameless: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A meeting, or the meetings of a year: `meetings` is how many had a list.

    `meeting` is the id of the only one and `day` its day as "8/3", both empty for a year; `date` is
    the day of the first, `counts` as in `Sitting`, added up.
    """

    year: int
    meeting: str
    day: str
    date: Day
    meetings: int
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An organisation, with a count for each column."""

    organisation: str
    name: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """Who was at a network's meetings; `held` counts all that were held, `listed` those with lists.

    `nameless` counts those present whose organisation is not known; they are in no line.
    """

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    by_year: bool
    held: int
    listed: int
    nameless: int

    @property
    def only(self) -> Column | None:
        """The only meeting with a list, None when there are more."""
        return self.columns[0] if self.listed == 1 else None

    @property
    def persons(self) -> int:
        """Everybody in the lines, those of every meeting added up."""
        return sum(sum(line.counts) for line in self.lines)

    @property
    def has_gaps(self) -> bool:
        """Whether some organisation has nobody in some column."""
        return any(not all(line.counts) for line in self.lines)

    def latest(self, most: int) -> Presence:
        """Return it with its latest columns only, and the organisations that those tell of."""
        columns = self.columns[-most:]
        seen = {one for column in columns for one in column.counts}
        lines = [
            replace(one, counts=one.counts[-most:])
            for one in self.lines
            if one.organisation in seen
        ]
        return replace(self, columns=columns, lines=tuple(lines))


@dataclass(frozen=True, slots=True, kw_only=True)
class YearAt:
    """An organisation at a network's meetings of a year: persons added up, and at how many of them."""

    persons: int
    attended: int
    listed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPresence:
    """An organisation's presence, by network and year, the latest first; None without lists."""

    years: tuple[int, ...]
    networks: tuple[tuple[str, tuple[YearAt | None, ...]], ...]

    @property
    def has_gaps(self) -> bool:
        """Whether some network has no list in some year."""
        return any(None in years for _, years in self.networks)


class Presences:
    """The presence of one build, read from every list once."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Read the lists of all meetings; a joint meeting is a meeting of each of its networks."""
        self.catalogue = catalogue
        sittings = {
            one.id: found
            for one in catalogue.meetings.values()
            if (found := _sitting(catalogue, one))
        }
        self.sittings = {
            network: tuple(
                sittings[one.id] for one in catalogue.meetings_of(network) if one.id in sittings
            )
            for network in catalogue.networks
        }

    def of_network(self, network: str) -> Presence | None:
        """Return a network's presence, None when no meeting of its has a list."""
        sittings = self.sittings[network]
        if not sittings:
            return None
        by_year = len(sittings) > MOST
        columns = tuple(_years(sittings) if by_year else map(_single, sittings))
        known = {one for column in columns for one in column.counts}
        lines = (
            Line(
                organisation=one,
                name=named(self.catalogue, one),
                counts=tuple(column.counts.get(one, 0) for column in columns),
            )
            for one in known
        )
        meetings = self.catalogue.meetings_of(network)
        return Presence(
            columns=columns,
            lines=tuple(sorted(lines, key=lambda line: sort_key(line.name))),
            by_year=by_year,
            held=sum(1 for one in meetings if one.status is MeetingStatus.HELD),
            listed=len(sittings),
            nameless=sum(one.nameless for one in sittings),
        )

    def of_organisation(self, organisation: str) -> OwnPresence | None:
        """Return an organisation's presence in the latest years, None when no list has it."""
        networks = self._networks_of.get(organisation, ())
        found = {network: self._by_year(network) for network in networks}
        years = tuple(
            sorted({year for own in found.values() for year in own}, reverse=True)[:LATEST]
        )
        rows = tuple(
            (network, tuple(_at(own.get(year, ()), organisation) for year in years))
            for network, own in found.items()
        )
        kept = tuple(row for row in rows if any(one and one.attended for one in row[1]))
        return OwnPresence(years=years, networks=kept) if kept else None

    @cached_property
    def _networks_of(self) -> Mapping[str, Sequence[str]]:
        """The networks whose lists have an organisation, by its id, in the order of their names."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for network in by_name(self.catalogue, self.sittings):
            for sitting in self.sittings[network]:
                for organisation in sitting.counts:
                    found[organisation][network] = None
        return {organisation: tuple(own) for organisation, own in found.items()}

    def _by_year(self, network: str) -> Mapping[int, Sequence[Sitting]]:
        found: dict[int, list[Sitting]] = defaultdict(list)
        for one in self.sittings[network]:
            found[one.meeting.day.year].append(one)
        return found


def _sitting(catalogue: Catalogue, meeting: Meeting) -> Sitting | None:
    if meeting.notes is None or not meeting.notes.is_published:
        return None
    listed = [
        row
        for group in groups(catalogue, meeting.notes, meeting.day.first)
        if group.kind is SectionKind.PRESENT
        for row in group.rows
    ]
    counts = Counter(row.organisation for row in listed if row.organisation)
    nameless = sum(1 for row in listed if not row.organisation)
    return Sitting(meeting=meeting, counts=counts, nameless=nameless) if listed else None


def _single(sitting: Sitting) -> Column:
    meeting = sitting.meeting
    return Column(
        year=meeting.day.year,
        meeting=meeting.id,
        date=meeting.day,
        day=f"{meeting.day.first.day}/{meeting.day.first.month}",
        meetings=1,
        counts=sitting.counts,
    )


def _years(sittings: Sequence[Sitting]) -> Iterator[Column]:
    for year, found in groupby(sittings, key=lambda one: one.meeting.day.year):
        own = list(found)
        counts: Counter[str] = Counter()
        for one in own:
            counts.update(one.counts)
        yield Column(
            year=year, meeting="", day="", date=own[0].meeting.day, meetings=len(own), counts=counts
        )


def _at(sittings: Sequence[Sitting], organisation: str) -> YearAt | None:
    counts = [one.counts.get(organisation, 0) for one in sittings]
    if not counts:
        return None
    return YearAt(persons=sum(counts), attended=sum(1 for one in counts if one), listed=len(counts))
