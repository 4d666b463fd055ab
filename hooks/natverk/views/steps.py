"""The way of a matter: which steps are taken, which is next, and what each municipality says."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from natverk.history.members import municipalities_on
from natverk.views.naming import by_name, named

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.days import Day
    from natverk.model.matters import LocalDecision, Matter, Step


class Stage(StrEnum):
    """Where a step stands on a day."""

    DONE = "done"
    NEXT = "next"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """A step of the register; `body` is an id where it is known, `network` empty for others.

    `meeting` is the meeting that took it, by id, empty when that is not here.
    """

    number: int
    body: str
    body_name: str
    network: str
    stage: Stage
    day: Day | None
    expected: str
    does: str
    outcome: str
    link: str
    meeting: str
    is_every_municipality: bool

    @property
    def told(self) -> str:
        """What the body does and what it led to, as sentences."""
        told = [text[:1].upper() + text[1:] for text in (self.does, self.outcome) if text]
        return " ".join(f"{text.rstrip('.')}." for text in told)


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalRow:
    """A municipality of the association and what it has decided, nothing when that is not known."""

    organisation: str
    name: str
    decisions: tuple[LocalDecision, ...]


def local_rows(catalogue: Catalogue, matter: Matter, today: dt.date) -> tuple[LocalRow, ...]:
    """Return the municipalities that are to decide for themselves, in the order of their names.

    None unless the matter's way or its decisions say so.
    """
    asked = any(step.is_every_municipality for step in matter.steps)
    if not asked and not matter.local_decisions:
        return ()
    made: dict[str, list[LocalDecision]] = defaultdict(list)
    for decision in matter.local_decisions:
        name = catalogue.organisation(decision.organisation) or decision.organisation
        made[name].append(decision)
    wanted = municipalities_on(catalogue, matter.association, today)
    return tuple(
        LocalRow(
            organisation=identity,
            name=named(catalogue, identity),
            decisions=tuple(made.get(identity, ())),
        )
        for identity in by_name(catalogue, {*wanted, *made})
    )


def step_rows(
    catalogue: Catalogue, matter: Matter, places: Sequence[LocalRow], today: dt.date
) -> tuple[StepRow, ...]:
    """Return the steps of a matter in their order, each with where it stands today."""
    everywhere = bool(places) and all(place.decisions for place in places)
    taken = [
        everywhere if step.is_every_municipality else _is_taken(step, today)
        for step in matter.steps
    ]
    last = max((at for at, is_taken in enumerate(taken) if is_taken), default=-1)
    rows: list[StepRow] = []
    stage = Stage.NEXT
    for at, step in enumerate(matter.steps):
        if taken[at] or (at < last and not step.expected and not step.date):
            rows.append(_step_row(catalogue, step, at + 1, Stage.DONE))
        else:
            rows.append(_step_row(catalogue, step, at + 1, stage))
            stage = Stage.LATER
    return tuple(rows)


def _is_taken(step: Step, today: dt.date) -> bool:
    """Tell whether a step's day has come, or it has led to something."""
    return step.date.first <= today if step.date else step.outcome is not None


def _step_row(catalogue: Catalogue, step: Step, number: int, stage: Stage) -> StepRow:
    network = catalogue.body(step.body) or ""
    body = network or catalogue.organisation(step.body) or step.body
    return StepRow(
        number=number,
        body=body,
        body_name=named(catalogue, body, step.date.first if step.date else dt.date.max),
        network=network,
        stage=stage,
        day=step.date,
        expected=step.expected or "",
        does=step.does or "",
        outcome=step.outcome or "",
        link=step.link or "",
        meeting=_meeting_on(catalogue, network, step.date),
        is_every_municipality=step.is_every_municipality,
    )


def _meeting_on(catalogue: Catalogue, network: str, day: Day | None) -> str:
    """Return the id of a network's meeting on a day, a joint one too; empty when none is here."""
    if day is None:
        return ""
    own = catalogue.meetings_of(network)
    at = bisect_left(own, day.first, key=lambda meeting: meeting.day.first)
    return own[at].id if at < len(own) and own[at].day == day else ""
