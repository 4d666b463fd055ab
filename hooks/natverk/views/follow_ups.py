"""What meetings left to somebody to do, as every page shows it: who, by when, and how far it is.

A follow-up for several organisations has a part for each; a part ends by itself, or with the whole.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypedDict

from natverk.findings import shorten
from natverk.history.follow_ups import Closing, closings, first_closings
from natverk.views.naming import named
from natverk.views.owners import Owner, Owners

if TYPE_CHECKING:
    from collections.abc import Mapping

    from natverk.model.catalogue import Catalogue
    from natverk.model.days import Day
    from natverk.model.decisions import Decision, FollowUp


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRow:
    """An organisation's part of a follow-up; `closed_by` as in `FollowUpRow`."""

    organisation: str
    closed_by: str | None
    closed_on: dt.date | None
    was_struck: bool
    is_overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsEnd:
    """A meeting that ended the parts of some organisations, by their ids."""

    closed_by: str
    closed_on: dt.date
    was_struck: bool
    organisations: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpRow:
    """A follow-up in a list; `closed_by` is the meeting that ended it, None while it is open.

    `municipalities` are the ids of those it is for when it is for each of the association's,
    `parts` has a row for each of them and for each other organisation that is responsible.
    """

    id: str
    number: int
    title: str
    network: str
    network_name: str
    day: dt.date
    responsible: tuple[Owner, ...]
    municipalities: tuple[str, ...]
    parts: tuple[PartRow, ...]
    due: Day | None
    is_overdue: bool
    closed_by: str | None
    closed_on: dt.date | None
    was_struck: bool

    @property
    def shared(self) -> tuple[PartRow, ...]:
        """The parts, where there is more than one to tell of."""
        return self.parts if len(self.parts) > 1 else ()

    @property
    def done(self) -> tuple[PartRow, ...]:
        """The parts that are done."""
        return tuple(part for part in self.parts if part.closed_by and not part.was_struck)

    @property
    def ends(self) -> tuple[PartsEnd, ...]:
        """What ended the parts, in the order of their days."""
        found: dict[tuple[dt.date, str, bool], list[str]] = defaultdict(list)
        for part in self.parts:
            if part.closed_by and part.closed_on:
                found[part.closed_on, part.closed_by, part.was_struck].append(part.organisation)
        return tuple(
            PartsEnd(closed_by=by, closed_on=on, was_struck=struck, organisations=tuple(own))
            for (on, by, struck), own in sorted(found.items())
        )

    @property
    def left(self) -> tuple[str, ...]:
        """The organisations whose parts are not ended."""
        return tuple(part.organisation for part in self.parts if not part.closed_by)

    @property
    def is_uneven(self) -> bool:
        """Whether some of those who share it have come further than others."""
        return len(self.ends) + bool(self.left) > 1

    def of(self, part: PartRow) -> FollowUpRow:
        """Return the row as it is for one of its organisations."""
        return replace(
            self,
            parts=(),
            closed_by=part.closed_by,
            closed_on=part.closed_on,
            was_struck=part.was_struck,
            is_overdue=part.is_overdue,
        )


class FollowUpRows:
    """Makes the rows of one build, as of a day."""

    def __init__(self, catalogue: Catalogue, today: dt.date) -> None:
        """Gather what has ended by the day, once."""
        self.catalogue = catalogue
        self.today = today
        self.ended = closings(catalogue, today)
        self.owners = Owners(catalogue)

    def row(self, item: FollowUp) -> FollowUpRow:
        """Return a follow-up's row; of several meetings that end the same, the first counts."""
        network = item.meeting.partition("/")[0]
        day = dt.date.fromisoformat(item.meeting.rpartition("/")[2][:10])
        responsible = tuple(self.owners.owner(one, day) for one in item.responsible)
        municipalities = self.owners.municipalities(item, day)
        own = [owner.organisation for owner in responsible if owner.organisation]
        wanted = tuple(dict.fromkeys([*municipalities, *own]))
        ends = first_closings(self.ended.get(item.id, ()))
        end = _whole(ends, wanted, responsible)
        return FollowUpRow(
            id=item.id,
            number=item.number,
            title=title_of(item),
            network=network,
            network_name=named(self.catalogue, network, day),
            day=day,
            responsible=responsible,
            municipalities=municipalities,
            parts=tuple(self._part(one, item, ends) for one in wanted),
            due=item.due,
            **self._state(item, end),
        )

    def _part(self, organisation: str, item: FollowUp, ends: Mapping[str, Closing]) -> PartRow:
        found = [ends[key] for key in (organisation, "") if key in ends]
        end = min(found, key=lambda one: one.day, default=None)
        return PartRow(organisation=organisation, **self._state(item, end))

    def _state(self, item: FollowUp, end: Closing | None) -> _State:
        return {
            "closed_by": end.notes.id if end else None,
            "closed_on": end.day if end else None,
            "was_struck": bool(end and end.was_struck),
            "is_overdue": bool(item.due and item.due.last < self.today and not end),
        }


class _State(TypedDict):
    closed_by: str | None
    closed_on: dt.date | None
    was_struck: bool
    is_overdue: bool


def _whole(
    ends: Mapping[str, Closing], wanted: tuple[str, ...], responsible: tuple[Owner, ...]
) -> Closing | None:
    """Return what ended all of a follow-up: one fact, or the last of those that ended its parts.

    Where a person or a body is responsible too, the parts of organisations are not all of it.
    """
    found = [ends[""]] if "" in ends else []
    are_all = all(owner.organisation or owner.is_everyone for owner in responsible)
    if wanted and are_all and all(one in ends for one in wanted):
        own = [ends[one] for one in wanted]
        done = [one for one in own if not one.was_struck]
        found.append(max(done or own, key=lambda one: one.day))
    return min(found, key=lambda one: one.day, default=None)


def title_of(part: Decision | FollowUp) -> str:
    """Return a title, the beginning of the text where the author gave none."""
    if part.title:
        return part.title
    return shorten(part.blocks[0].text, 90) if part.blocks else ""
