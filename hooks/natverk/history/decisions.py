"""Whether a decision still holds: computed from what later decisions say of it, and from dates.

Only decisions made on or before the day count, so a decision replaced tomorrow holds today; in
which order the files were read never matters.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from natverk.model.days import Day
from natverk.model.vocabulary import DecisionKind, RelationKind

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.decisions import Decision


class StandingKind(StrEnum):
    """What has become of a decision."""

    HOLDS = "holds"
    AMENDED = "amended"
    COMING = "coming"
    ENDED = "ended"
    REPLACED = "replaced"
    REVOKED = "revoked"
    WAITING = "waiting"
    ONCE = "once"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A decision's standing on a day.

    `by` is the decision that changed it, `day` its last day (or first, when it is yet to come),
    `body` the id or name of whoever is to decide next.
    """

    kind: StandingKind
    by: Decision | None = None
    day: Day | None = None
    body: str | None = None


ONCE = frozenset(
    {
        DecisionKind.ELECTION,
        DecisionKind.APPROVAL,
        DecisionKind.REJECTION,
        DecisionKind.TABLING,
        DecisionKind.REFERRAL_BACK,
        DecisionKind.REFERRAL,
        DecisionKind.OPINION,
    }
)
"""Kinds that are done with once they are made, and claim nothing afterwards."""


def made_on(decision: Decision) -> dt.date:
    """Return the date of the meeting that a decision stands in."""
    return Day.read(decision.meeting.rpartition("/")[2][:10]).first


def standing(catalogue: Catalogue, decision: Decision, date: dt.date) -> Standing:
    """Return what has become of `decision` by the end of `date`."""
    for relation, kind in (
        (RelationKind.REVOKES, StandingKind.REVOKED),
        (RelationKind.REPLACES, StandingKind.REPLACED),
    ):
        if later := _latest(catalogue, decision, relation, date):
            return Standing(kind=kind, by=later)
    last = last_day(catalogue, decision, date)
    if last and last.last < date:
        return Standing(kind=StandingKind.ENDED, day=last)
    if answer := _refused(catalogue, decision, date):
        return Standing(kind=StandingKind.ENDED, by=answer)
    if waits_for := next_body(catalogue, decision, date):
        return Standing(kind=StandingKind.WAITING, body=waits_for)
    if decision.kind in ONCE:
        return Standing(kind=StandingKind.ONCE)
    first = decision.period.start if decision.period else None
    if first and date < first.first:
        return Standing(kind=StandingKind.COMING, day=first)
    if later := _latest(catalogue, decision, RelationKind.AMENDS, date):
        return Standing(kind=StandingKind.AMENDED, by=later, day=last)
    return Standing(kind=StandingKind.HOLDS, day=last)


def last_day(catalogue: Catalogue, decision: Decision, date: dt.date) -> Day | None:
    """Return the last day of a decision, with the extensions made and not revoked by `date`.

    None when it, or one that extends it, is open. Each extension counts once, however many say so.
    """
    ends: list[Day] = []
    seen = {decision.id}
    waiting = [decision]
    while waiting:
        at = waiting.pop()
        if at.period is None or at.period.end is None:
            return None
        ends.append(at.period.end)
        for later in _related(catalogue, at, RelationKind.EXTENDS, date):
            if later.id not in seen and not _latest(catalogue, later, RelationKind.REVOKES, date):
                seen.add(later.id)
                waiting.append(later)
    return max(ends, key=lambda day: (day.last, day.first))


def next_body(catalogue: Catalogue, decision: Decision, date: dt.date) -> str | None:
    """Return the body that has yet to decide, as an id where it is known, or None.

    A decision that answers or confirms this one ends the waiting, whoever made it.
    """
    for kind in (RelationKind.ANSWERS, RelationKind.CONFIRMS):
        if _related(catalogue, decision, kind, date):
            return None
    onward = [relation for relation in decision.relations if relation.kind is RelationKind.GOES_TO]
    if not onward:
        return None
    return catalogue.target(onward[0].target, decision) or onward[0].target


def _refused(catalogue: Catalogue, decision: Decision, date: dt.date) -> Decision | None:
    answers = _related(catalogue, decision, RelationKind.ANSWERS, date)
    return next((answer for answer in answers if answer.kind is DecisionKind.REJECTION), None)


def _latest(
    catalogue: Catalogue, decision: Decision, kind: RelationKind, date: dt.date
) -> Decision | None:
    return max(_related(catalogue, decision, kind, date), key=_order, default=None)


def _related(
    catalogue: Catalogue, decision: Decision, kind: RelationKind, date: dt.date
) -> list[Decision]:
    """Return the decisions made by `date` that have the relation `kind` to `decision`."""
    return [
        later
        for later, relation in catalogue.relations_to.get(decision.id, ())
        if relation.kind is kind and made_on(later) <= date
    ]


def _order(decision: Decision) -> tuple[dt.date, str]:
    return made_on(decision), decision.id
