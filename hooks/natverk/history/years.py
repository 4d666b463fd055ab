"""A network's calendar year as the files show it, and what it means that something is missing.

A lack is told as a lack only where the files would show the contrary: from the day that records
are kept from, in years that are over, and not after the year that the register was last looked
through. Everything else cannot be known, and `Why` says why.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from functools import cached_property
from typing import TYPE_CHECKING

from natverk.history.deadlines import breaks_of
from natverk.history.mandates import mandate_on
from natverk.model.periods import Interval
from natverk.model.vocabulary import MeetingStatus, NetworkStatus

if TYPE_CHECKING:
    from natverk.changes import Changes
    from natverk.model.catalogue import Catalogue
    from natverk.model.documents import Mandate
    from natverk.model.heads import MandateHead
    from natverk.model.meetings import Meeting
    from natverk.model.networks import Network
    from natverk.model.terms import Break


class Outcome(StrEnum):
    """Whether a duty was met in a year."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"
    PENDING = "pending"


class Why(Enum):
    """Why nobody can know from the files whether a duty was met."""

    NO_RECORDS = auto()
    BEFORE_RECORDS = auto()
    AFTER_RECORDS = auto()
    PART_OF_YEAR = auto()
    DEMAND_CHANGED = auto()
    MAYBE_HELD = auto()
    NO_MEETINGS = auto()
    PUBLICATION = auto()
    ATTENDANCE = auto()


@dataclass(frozen=True, slots=True)
class Records:
    """From which day, and through which year, the files tell what a network did.

    `first` is None where nothing is recorded, `last_year` None where nothing says that they end.
    """

    first: dt.date | None
    last_year: int | None


def records_of(catalogue: Catalogue, network: Network) -> Records:
    """Return what the files claim to know: from `records_from`, else from the first notes.

    A register that says when it was last looked through (`reviewed`) claims nothing about later
    years, unless a later meeting has been recorded.
    """
    held = [one for one in catalogue.meetings_of(network.id) if one.status is MeetingStatus.HELD]
    noted = [one.day.first for one in held if one.notes and one.notes.is_published]
    first = network.records_from.first if network.records_from else min(noted, default=None)
    if network.reviewed is None:
        return Records(first, None)
    return Records(first, max(network.reviewed.year, *(one.day.year for one in held), 0))


@dataclass(frozen=True)
class Year:
    """A network's calendar year, as of `today`.

    `life` is the time that the network was at work, `meetings` are those of the year up to today.
    """

    catalogue: Catalogue
    network: Network
    number: int
    life: Interval
    revisions: tuple[Mandate, ...]
    meetings: tuple[Meeting, ...]
    records: Records
    today: dt.date
    changes: Changes

    @property
    def first(self) -> dt.date:
        """Its first day, or the network's own."""
        return max(dt.date(self.number, 1, 1), self.life.first)

    @property
    def last(self) -> dt.date:
        """Its last day, or the network's own."""
        return min(dt.date(self.number, 12, 31), self.life.last)

    @cached_property
    def breaks(self) -> tuple[Break, ...]:
        """The school breaks that the network's association has."""
        return breaks_of(self.catalogue, self.network.association)

    @property
    def is_over(self) -> bool:
        """Whether nothing more can happen in it."""
        return self.last < self.today

    @cached_property
    def mandates(self) -> tuple[tuple[dt.date, Mandate | None], ...]:
        """The mandates that held in it, each with its first day there; None where none did."""
        turns = {self.first}
        for one in self.revisions:
            turns |= {one.interval.first} if self._within(one.interval.first) else set()
            turns |= _after(one.interval.last) if self._within(one.interval.last) else set()
        days = sorted(day for day in turns if self._within(day))
        return tuple((day, mandate_on(self.revisions, day)) for day in days)

    def _within(self, day: dt.date) -> bool:
        return self.first <= day <= self.last

    def demands(self, read: Callable[[MandateHead], object]) -> list[object]:
        """Return what each mandate of the year demanded, None for no demand."""
        return [read(mandate.head) if mandate else None for _, mandate in self.mandates]

    @property
    def held(self) -> list[Meeting]:
        """The meetings that were surely held: their notes are here, or the calendar says so."""
        return [one for one in self.meetings if one.status is MeetingStatus.HELD]

    @property
    def judged(self) -> list[tuple[Meeting, MandateHead]]:
        """The meetings held since records began, each with what was demanded that day."""
        pairs = [(one, mandate_on(self.revisions, one.day.first)) for one in self.held]
        return [
            (one, mandate.head)
            for one, mandate in pairs
            if mandate and self.records.first and one.day.first >= self.records.first
        ]

    def lack(self, until: int | None = None) -> tuple[Outcome, Why | None]:
        """Return what it means that something is missing from the year.

        `until` is the year by whose end it should have been there, when that is a later one.
        """
        first, last = self.records.first, self.records.last_year
        due = until or self.number
        if first is None:
            return Outcome.UNKNOWN, Why.NO_RECORDS
        if self.last < first:
            return Outcome.UNKNOWN, Why.BEFORE_RECORDS
        if not self.is_over or (self.today.year <= due and until):
            return Outcome.PENDING, None
        if last is not None and last < due:
            return Outcome.UNKNOWN, Why.AFTER_RECORDS
        whole = (dt.date(self.number, 1, 1), dt.date(self.number, 12, 31))
        if first > whole[0] or (self.first, self.last) != whole:
            return Outcome.UNKNOWN, Why.PART_OF_YEAR
        return Outcome.NOT_MET, None


def life_of(network: Network) -> Interval | None:
    """Return the time that a network was at work, None when it rests or has ended nobody knows when."""
    if network.status in {NetworkStatus.ACTIVE, NetworkStatus.TRIAL}:
        return network.lifetime
    end = network.ended or network.status_from
    return Interval(network.started, end) if end else None


def _after(day: dt.date) -> set[dt.date]:
    return {day + dt.timedelta(days=1)} if day < dt.date.max else set()
