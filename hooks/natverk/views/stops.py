"""The places on a matter's time line: meetings, steps of the register, and news."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from natverk.model.decisions import Decision, FollowUp
from natverk.views.follow_ups import FollowUpRow
from natverk.views.mentions import ByMeeting, ItemRow
from natverk.views.naming import named
from natverk.views.rows import DecisionRow, MeetingRow, Rows
from natverk.views.steps import Stage, StepRow

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.days import Day
    from natverk.model.documents import News


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One place on a matter's time line: a meeting, a step of the register, a news item.

    `body` is an id where it is known. A meeting may hold a step of the register, items, decisions
    and follow-ups; news stands alone.
    """

    day: Day | None
    body: str
    body_name: str
    meeting: MeetingRow | None = None
    step: StepRow | None = None
    items: tuple[ItemRow, ...] = ()
    decisions: tuple[DecisionRow, ...] = ()
    follow_ups: tuple[FollowUpRow, ...] = ()
    news: News | None = None


def stops_of(
    rows: Rows, steps: Sequence[StepRow], said: ByMeeting, news: Iterable[News]
) -> list[Stop]:
    """Return every stop of a matter in the order of their days."""
    return _in_order(
        [*_step_stops(rows, steps, said), *_meeting_stops(rows, steps, said)],
        _news_stops(rows.catalogue, news),
    )


def is_coming(rows: Rows, stop: Stop) -> bool:
    """Tell whether nothing has been said of a stop, since its day has not come."""
    if stop.meeting:
        return rows.is_coming(stop.meeting) and not stop.meeting.has_notes
    return bool(stop.day and stop.day.first > rows.today)


def _in_order(known: Iterable[Stop], others: Iterable[Stop]) -> list[Stop]:
    """Sort stops by day; a step whose day nobody knows stays after the one that it follows."""
    keyed: list[tuple[dt.date, Stop]] = []
    day = dt.date.min
    for stop in known:
        day = stop.day.first if stop.day else day
        keyed.append((day, stop))
    keyed += [(stop.day.first, stop) for stop in others if stop.day]
    return [stop for _, stop in sorted(keyed, key=lambda pair: pair[0])]


def _step_stops(rows: Rows, steps: Sequence[StepRow], said: ByMeeting) -> Iterator[Stop]:
    """Yield the steps that are taken or have a day, each with what its meeting's text says."""
    told: set[str] = set()
    for step in steps:
        if step.stage is Stage.DONE or (step.day and step.day.first > rows.today):
            parts = said.get(step.meeting, ()) if step.meeting not in told else ()
            told.add(step.meeting)
            meeting = rows.meetings.get(step.meeting)
            yield Stop(
                day=step.day,
                body=step.body,
                body_name=step.body_name,
                meeting=meeting,
                step=step,
                **_told(rows, parts),
            )


def _meeting_stops(rows: Rows, steps: Sequence[StepRow], said: ByMeeting) -> Iterator[Stop]:
    """Yield the meetings that speak of the matter and are no step of the register."""
    known = {step.meeting for step in steps}
    for identity, parts in said.items():
        if identity not in known:
            row = rows.meetings[identity]
            yield Stop(
                day=row.day,
                body=row.network,
                body_name=row.network_name,
                meeting=row,
                **_told(rows, parts),
            )


def _told(rows: Rows, parts: Iterable[ItemRow | Decision | FollowUp]) -> dict[str, Any]:
    kept = tuple(parts)
    return {
        "items": tuple(one for one in kept if isinstance(one, ItemRow)),
        "decisions": tuple(rows.decisions[one.id] for one in kept if isinstance(one, Decision)),
        "follow_ups": tuple(rows.follow_ups[one.id] for one in kept if isinstance(one, FollowUp)),
    }


def _news_stops(catalogue: Catalogue, news: Iterable[News]) -> Iterator[Stop]:
    for one in news:
        name = named(catalogue, one.association, one.day.first)
        yield Stop(day=one.day, body=one.association, body_name=name, news=one)
