"""What a decision does to others and what they do to it, and the time line that they make."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from natverk.history.chains import chains
from natverk.history.decisions import made_on
from natverk.views.follow_ups import title_of
from natverk.views.naming import named
from natverk.words import swedish

if TYPE_CHECKING:
    from natverk.history.chains import Chain
    from natverk.model.catalogue import Catalogue
    from natverk.model.decisions import Decision
    from natverk.views.rows import DecisionRow, Rows

MOST = 12
"""How many decisions a time line shows; the register has the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationRow:
    """A relation of a decision, in either direction: a label, and a decision or a body.

    `title` is empty for a decision whose title stands in the time line beside it.
    """

    label: str
    address: str
    title: str
    day: dt.date | None
    is_decision: bool
    is_network: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A decision in a time line; `does` is what it does to others of them, and where it goes."""

    row: DecisionRow
    does: tuple[RelationRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The decisions around one, oldest first; `earlier` and `later` count those left out."""

    steps: tuple[Step, ...]
    earlier: int
    later: int

    @property
    def others(self) -> int:
        """How many decisions bear on the one that it is around."""
        return self.earlier + len(self.steps) - 1 + self.later

    @property
    def shown(self) -> frozenset[str]:
        """The addresses of the decisions in it."""
        return frozenset(step.row.id for step in self.steps)


class Timelines:
    """The time lines of one build: each chain, and each step of it, made once."""

    def __init__(self, rows: Rows) -> None:
        """Keep the rows; chains are gathered when first asked for."""
        self.rows = rows
        self._steps: dict[str, Step] = {}

    @cached_property
    def _chains(self) -> dict[str, Chain]:
        return chains(self.rows.catalogue)

    def of(self, decision: Decision) -> Timeline | None:
        """Return a decision's time line, None when no other decision bears on it."""
        chain = self._chains.get(decision.id)
        if chain is None:
            return None
        start, end = chain.around(decision.id, MOST)
        return Timeline(
            steps=tuple(self._step(one) for one in chain.decisions[start:end]),
            earlier=start,
            later=len(chain.decisions) - end,
        )

    def _step(self, decision: Decision) -> Step:
        if decision.id not in self._steps:
            self._steps[decision.id] = Step(
                row=self.rows.decisions[decision.id],
                does=tuple(own_relations(self.rows.catalogue, decision)),
            )
        return self._steps[decision.id]


def relations(
    catalogue: Catalogue, decision: Decision, timeline: Timeline | None
) -> Iterable[RelationRow]:
    """Yield a decision's relations in either direction; its time line has the titles of those near."""
    shown = timeline.shown if timeline else frozenset()
    back = (
        _to_decision(swedish().say(relation.kind, "RelationBack"), later)
        for later, relation in catalogue.relations_to.get(decision.id, ())
    )
    for row in (*own_relations(catalogue, decision), *back):
        yield replace(row, title="") if row.address in shown else row


def own_relations(catalogue: Catalogue, decision: Decision) -> Iterable[RelationRow]:
    """Yield the relations that a decision itself states, bodies called as they were that day."""
    for relation in decision.relations:
        target = catalogue.target(relation.target, decision)
        label = swedish().say(relation.kind)
        if target in catalogue.decisions:
            yield _to_decision(label, catalogue.decisions[target or ""])
        else:
            yield RelationRow(
                label=label,
                address=target or relation.target,
                title=named(catalogue, target or relation.target, made_on(decision)),
                day=None,
                is_decision=False,
                is_network=target in catalogue.networks,
            )


def _to_decision(label: str, decision: Decision) -> RelationRow:
    return RelationRow(
        label=label,
        address=decision.id,
        title=title_of(decision),
        day=made_on(decision),
        is_decision=True,
        is_network=False,
    )
