"""What an association's page tells: its bodies, what they meet about, decide and wait for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from natverk.model.vocabulary import NetworkKind, NetworkStatus
from natverk.views.matter import Matters, MatterView
from natverk.views.naming import by_name
from natverk.views.network import Branch, hierarchy
from natverk.views.registers import all_decisions, all_meetings
from natverk.views.rows import DecisionRow, MeetingRow, Rows

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.matters import Agreement
    from natverk.model.organisations import Association

Row = TypeVar("Row")

LATEST = 5
"""How many meetings and decisions an association's page has of each; the registers have all."""

STEERING = frozenset(
    {
        NetworkKind.BOARD,
        NetworkKind.EXECUTIVE_COMMITTEE,
        NetworkKind.POLITICAL_STEERING_GROUP,
        NetworkKind.STEERING_GROUP,
    }
)
"""The bodies that steer others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssociationView:
    """An association on a day: coming meetings from the next, notes and decisions from the latest.

    `members` are ids by name. Matters that wait for somebody come before the others.
    """

    association: Association
    members: tuple[str, ...]
    branches: tuple[Branch, ...]
    coming: tuple[MeetingRow, ...]
    noted: tuple[MeetingRow, ...]
    decisions: tuple[DecisionRow, ...]
    matters: tuple[MatterView, ...]
    agreements: tuple[Agreement, ...]

    @property
    def steering(self) -> tuple[Branch, ...]:
        """The bodies at work that steer others."""
        return tuple(
            branch
            for branch in self.branches
            if branch.kind in STEERING and branch.status is not NetworkStatus.ENDED
        )


def association_views(rows: Rows, matters: Matters) -> tuple[AssociationView, ...]:
    """Return every association's page; meetings and decisions are gone through once for all."""
    catalogue = rows.catalogue
    meetings = all_meetings(rows)
    coming = _latest(catalogue, ((row, row.hosts) for row in meetings if rows.is_coming(row)))
    noted = _latest(catalogue, ((row, row.hosts) for row in reversed(meetings) if row.has_notes))
    decided = ((row, (*row.bodies, row.network)) for row in all_decisions(rows))
    decisions = _latest(catalogue, decided)
    views = sorted(matters.views.values(), key=lambda view: view.waiting is None)
    return tuple(
        AssociationView(
            association=one,
            members=_members(rows, one),
            branches=tuple(hierarchy(catalogue, one.id)),
            coming=tuple(coming[one.id]),
            noted=tuple(noted[one.id]),
            decisions=tuple(decisions[one.id]),
            matters=tuple(view for view in views if view.matter.association == one.id),
            agreements=tuple(
                agreement
                for agreement in catalogue.agreements.values()
                if agreement.association == one.id
            ),
        )
        for one in catalogue.associations.values()
    )


def _latest(
    catalogue: Catalogue, found: Iterable[tuple[Row, Iterable[str]]]
) -> Mapping[str, list[Row]]:
    """Return the first rows of each association; a row comes with the bodies that it belongs to."""
    kept: defaultdict[str, list[Row]] = defaultdict(list)
    for row, bodies in found:
        for association in dict.fromkeys(map(catalogue.association_of, bodies)):
            if len(kept[association]) < LATEST:
                kept[association].append(row)
    return kept


def _members(rows: Rows, association: Association) -> tuple[str, ...]:
    catalogue = rows.catalogue
    members = [
        catalogue.organisation(member.organisation) or member.organisation
        for member in association.members
        if rows.today in member.interval
    ]
    return tuple(by_name(catalogue, members))
