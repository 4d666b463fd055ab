"""Whether enough members were at a meeting for it to decide, as far as its list can tell.

The list is held against the register's members of the day. Somebody whom the register does not know,
or who was there for some points only, may or may not count; a lack is told only where it is one
whoever they were.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from natverk.history.members import Roster
from natverk.history.seen import Seen
from natverk.model.demands import Quorum
from natverk.model.vocabulary import Counted, MemberKind, OrganisationKind, SectionKind

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.meetings import Meeting
    from natverk.model.networks import Member, Network
    from natverk.model.notes import Attendee


def quorate(catalogue: Catalogue, network: Network, meeting: Meeting, quorum: Quorum) -> Seen:
    """Tell whether a meeting of a network had its quorum."""
    day = meeting.day.first
    listed = _listed(meeting)
    if not listed:
        return Seen(day=day, fits=None, has_notes=False)
    return _Count(catalogue, network, day, quorum.counted).judge(listed, quorum)


def _listed(meeting: Meeting) -> list[Attendee]:
    notes = meeting.notes if meeting.notes and meeting.notes.is_published else None
    return [one for one in notes.attendance if one.section is SectionKind.PRESENT] if notes else []


@dataclass(frozen=True, slots=True)
class _There:
    """What counts for sure, and how many more may count."""

    sure: frozenset[object]
    maybe: int


class _Count:
    """Counts members, or their organisations or municipalities, of a network on a day."""

    def __init__(
        self, catalogue: Catalogue, network: Network, day: dt.date, counted: Counted
    ) -> None:
        self.catalogue = catalogue
        self.counted = counted
        self.day = day
        self.roster = Roster(catalogue, [network], day)
        self.places = [one for one in self.roster.members if one.kind is MemberKind.MEMBER]

    def judge(self, listed: Sequence[Attendee], quorum: Quorum) -> Seen:
        """Judge by a list; vacant places may or may not be part of "half of the members"."""
        filled = [one for one in self.places if one.name and not one.vacant]
        low, high = (quorum.of(len(self._units(some))) for some in (filled, self.places))
        if not self.places or low is None or high is None:
            return Seen(day=self.day, fits=None)
        there = self._there(listed)
        present = len(there.sure)
        seen = Seen(day=self.day, fits=None, present=present, needed=high)
        if present >= high:
            return replace(seen, fits=True)
        is_sure = not quorum.share or all(one.since for one in self.places)
        if present + there.maybe < low and is_sure:
            return replace(seen, fits=False, needed=low)
        return seen

    def _there(self, listed: Sequence[Attendee]) -> _There:
        sure: list[Member] = []
        unsure: list[Attendee] = []
        for attendee in listed:
            stands_for = replace(attendee, name=attendee.deputy_for or attendee.name)
            member = self.roster.find(stands_for)
            if member is None or member.kind is MemberKind.DEPUTY or attendee.items:
                unsure.append(attendee)
            elif member.kind is MemberKind.MEMBER:
                sure.append(member)
        units = self._units(sure)
        return _There(units, self._maybe(unsure, units))

    def _maybe(self, unsure: Sequence[Attendee], sure: frozenset[object]) -> int:
        """Return how many more those may be who are not surely members for all of the meeting."""
        left = self._units(self.places) - sure
        if self.counted is Counted.MEMBERS:
            return min(len(unsure), len(left))
        known = [self._organisation(one) for one in unsure]
        nameless = sum(1 for one in known if not one)
        return min(len(left & set(known)) + nameless, len(left))

    def _organisation(self, attendee: Attendee) -> str:
        member = self.roster.find(attendee)
        written = attendee.organisation or (member.organisation if member else "") or ""
        return self.catalogue.organisation(written) or ""

    def _units(self, members: Iterable[Member]) -> frozenset[object]:
        if self.counted is Counted.MEMBERS:
            return frozenset((one.at.path, one.at.line) for one in members)
        known = (self.catalogue.organisation(one.organisation or "") for one in members)
        return frozenset(one for one in known if one and self._is_counted(one))

    def _is_counted(self, organisation: str) -> bool:
        kind = self.catalogue.organisations[organisation].kind
        return self.counted is Counted.ORGANISATIONS or kind is OrganisationKind.MUNICIPALITY
