"""Where documents say more of a matter's way than its register: the register is kept by hand.

A page that only followed the register would go on saying that a matter waits for a body which has
decided, or for another than the one it was sent to.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natverk.history.decisions import made_on, next_body
from natverk.model.decisions import Decision, matters_named
from natverk.model.vocabulary import DecisionKind

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.matters import Matter, Step

UNDECIDED = frozenset(
    {DecisionKind.TABLING, DecisionKind.REFERRAL_BACK, DecisionKind.REFERRAL, DecisionKind.OPINION}
)
"""Kinds of decisions after which a body still has the matter, or never had to decide it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A step that the register says is next, and a decision that says otherwise.

    `goes_to` is the body that the decision sends the matter to; empty when the step's own body made
    it, so that the step is taken.
    """

    step: Step
    decision: Decision
    goes_to: str


def decisions_by_matter(catalogue: Catalogue) -> Mapping[str, tuple[Decision, ...]]:
    """Return the decisions in each matter by its id, oldest first; an item's matter is its own."""
    found: dict[str, dict[str, Decision]] = defaultdict(dict)
    for decision, names in _named(catalogue):
        for matter in filter(None, map(catalogue.matter, names)):
            found[matter.id][decision.id] = decision
    return {
        matter: tuple(sorted(own.values(), key=lambda one: (made_on(one), one.id)))
        for matter, own in found.items()
    }


def _named(catalogue: Catalogue) -> Iterator[tuple[Decision, Sequence[str]]]:
    for notes in catalogue.notes:
        for unit in notes.units:
            names = matters_named(unit.facts)
            for part in unit.parts:
                if isinstance(part, Decision):
                    yield part, part.matters or names


def gap(
    catalogue: Catalogue, matter: Matter, decisions: Sequence[Decision], date: dt.date
) -> Gap | None:
    """Return what the latest decisions say against a matter's next step on a day, or None."""
    taken = [at for at, step in enumerate(matter.steps) if _is_taken(step, date)]
    coming = matter.steps[max(taken, default=-1) + 1 :]
    if not coming:
        return None
    since = max(
        (one.date.first for one in matter.steps if one.date and one.date.first <= date),
        default=dt.date.min,
    )
    made = [one for one in decisions if since <= made_on(one) <= date]
    step = coming[0]
    body = _body(catalogue, step.body)
    for one in reversed(made):
        goes_to = next_body(catalogue, one, date)
        if goes_to and goes_to != body and not step.is_every_municipality:
            return Gap(step=step, decision=one, goes_to=goes_to)
        decided = one.kind not in UNDECIDED and made_on(one) > since and not goes_to
        if decided and _body(catalogue, one.by or one.meeting.partition("/")[0]) == body:
            return Gap(step=step, decision=one, goes_to="")
    return None


def _is_taken(step: Step, date: dt.date) -> bool:
    return step.date.first <= date if step.date else step.outcome is not None


def _body(catalogue: Catalogue, text: str) -> str:
    return catalogue.body(text) or catalogue.organisation(text) or text
