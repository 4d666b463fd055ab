"""Whether a decision still holds: computed from what later decisions say of it, and from dates.

Only decisions made on or before the day count, so a decision replaced tomorrow holds today; in
which order the files were read never matters.

A decision that only amends or extends others falls with them: when each of them is revoked,
replaced or refused, nothing is left of it to hold.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
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
    `body` the id or name of whoever is to decide next. `fell_as` tells, of one that fell with the
    decisions it amended or extended, which of the two it did.
    """

    kind: StandingKind
    by: Decision | None = None
    day: Day | None = None
    body: str | None = None
    fell_as: RelationKind | None = None


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


LEANING = frozenset({RelationKind.AMENDS, RelationKind.EXTENDS})
"""How a decision leans on another: without that one it says nothing."""

ENDING = frozenset({RelationKind.REVOKES, RelationKind.REPLACES})


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
    if later := _fallen(catalogue, decision, date).get(decision.id):
        relation = next(one.kind for one in decision.relations if one.kind in LEANING)
        return Standing(kind=StandingKind.ENDED, by=later, fell_as=relation)
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

    None when it, or one that extends it, is open. An amendment without a period of its own lasts as
    long as what it amends. Each decision counts once, however many point at it.
    """
    ends: list[Day] = []
    seen = {decision.id}
    waiting = [decision]
    while waiting:
        at = waiting.pop()
        amended = [] if at.period else _targets(catalogue, at, {RelationKind.AMENDS})
        end = at.period.end if at.period else None
        if end is None and not amended:
            return None
        ends += [end] if end else []
        for other in (*amended, *_extensions(catalogue, at, date)):
            if other.id not in seen:
                seen.add(other.id)
                waiting.append(other)
    return max(ends, key=lambda day: (day.last, day.first), default=None)


def _extensions(catalogue: Catalogue, decision: Decision, date: dt.date) -> list[Decision]:
    return [
        later
        for later in _related(catalogue, decision, RelationKind.EXTENDS, date)
        if not _latest(catalogue, later, RelationKind.REVOKES, date)
    ]


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


def _fallen(catalogue: Catalogue, decision: Decision, date: dt.date) -> dict[str, Decision]:
    """Return what has ended among a decision and all that it leans on, each with what ended it.

    A decision falls only with what ended on its own day or later, and not with what it ended
    itself; found by going round until nothing more falls, so that circles end too.
    """
    bases = _leaning(catalogue, decision)
    ends = {
        target.id: end
        for own in bases.values()
        for target in own
        if (end := _ender(catalogue, target, date))
    }
    while falling := {
        identity: max((ends[one.id] for one in own), key=_order)
        for identity, own in bases.items()
        if identity not in ends and _falls(catalogue.decisions[identity], own, ends)
    }:
        ends |= falling
    return ends


def _falls(decision: Decision, bases: list[Decision], ends: Mapping[str, Decision]) -> bool:
    """Tell whether all that a decision leans on has ended, on its own day or later."""
    day = made_on(decision)
    return bool(bases) and all(one.id in ends and made_on(ends[one.id]) >= day for one in bases)


def _leaning(catalogue: Catalogue, decision: Decision) -> dict[str, list[Decision]]:
    """Return what a decision amends or extends, and what that does, by the address of each."""
    found: dict[str, list[Decision]] = {}
    waiting = [decision]
    while waiting:
        at = waiting.pop()
        if at.id not in found:
            ended = _targets(catalogue, at, ENDING)
            leant = _targets(catalogue, at, LEANING)
            found[at.id] = [one for one in leant if one not in ended and one is not at]
            waiting += found[at.id]
    return found


def _ender(catalogue: Catalogue, decision: Decision, date: dt.date) -> Decision | None:
    for relation in (RelationKind.REVOKES, RelationKind.REPLACES):
        if later := _latest(catalogue, decision, relation, date):
            return later
    return _refused(catalogue, decision, date)


def _targets(
    catalogue: Catalogue, decision: Decision, kinds: Collection[RelationKind]
) -> list[Decision]:
    """Return the decisions that one has a relation of some kinds to."""
    named = [one.target for one in decision.relations if one.kind in kinds]
    found = [catalogue.target(text, decision) or "" for text in named]
    return [catalogue.decisions[one] for one in found if one in catalogue.decisions]


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
