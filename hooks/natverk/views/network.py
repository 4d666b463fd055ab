"""What a network's page tells."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natverk.history.mandates import latest_mandate
from natverk.history.members import members_on
from natverk.history.names import latest_name
from natverk.model.days import WEEKDAYS
from natverk.model.vocabulary import MeetingStatus, NetworkKind, NetworkStatus
from natverk.views.duties import SeatRow, vacancies
from natverk.views.follow_ups import FollowUpRow
from natverk.views.naming import by_name, person_name, sort_key
from natverk.views.periods import Periods, periods_of
from natverk.views.rows import (
    DecisionRow,
    MeetingRow,
    MemberRow,
    Rows,
    member_row,
)
from natverk.views.topics import TopicRow, topic_rows
from natverk.words import swedish

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.demands import Quorum
    from natverk.model.documents import Mandate
    from natverk.model.heads import MandateHead
    from natverk.model.networks import Network
    from natverk.model.organisations import Association
    from natverk.views.presence import Presence


@dataclass(frozen=True, slots=True, kw_only=True)
class Spokesmen:
    """Who speaks for the network in a body outside the site."""

    body: str
    persons: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """Who leads the network or keeps its papers; `organisation` is an id, empty when unknown."""

    role: str
    name: str
    organisation: str
    organisation_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkView:
    """A network on a day; lists of bodies are ids."""

    network: Network
    name: str
    association: Association
    topics: tuple[TopicRow, ...]
    children: tuple[str, ...]
    mandate: Mandate | None
    mandate_has_ended: bool
    duties: tuple[str, ...]
    officers: tuple[Officer, ...]
    members: tuple[MemberRow, ...]
    periods: Periods
    vacancies: tuple[SeatRow, ...]
    spokesmen: tuple[Spokesmen, ...]
    next_meeting: MeetingRow | None
    """The first coming one that is neither cancelled nor moved to another day."""
    coming: tuple[MeetingRow, ...]
    past: tuple[MeetingRow, ...]
    decisions: tuple[DecisionRow, ...]
    other_decisions: tuple[DecisionRow, ...]
    presence: Presence | None
    follow_ups: tuple[FollowUpRow, ...]
    ended_follow_ups: tuple[FollowUpRow, ...]


def network_view(rows: Rows, network: Network) -> NetworkView:
    """Return a network's page; what is over is shown as of the day it ended."""
    catalogue, today = rows.catalogue, rows.today
    revisions = catalogue.mandates_of.get(network.id, ())
    mandate = latest_mandate(revisions, today)
    meetings = rows.of_network(network.id)
    latest = [
        meeting.notes for meeting in reversed(catalogue.meetings_of(network.id)) if meeting.notes
    ]
    noted = [rows.decisions[one.id] for notes in latest for one in notes.decisions]
    follow_ups = [rows.follow_ups[one.id] for notes in latest for one in notes.follow_ups]
    members = _members(catalogue, network, today)
    return NetworkView(
        network=network,
        name=latest_name(network).name,
        association=catalogue.associations[network.association],
        topics=topic_rows(catalogue, network.topics),
        children=tuple(by_name(catalogue, catalogue.children_of.get(network.id, ()))),
        mandate=mandate,
        mandate_has_ended=bool(mandate and mandate.interval.last < today),
        duties=tuple(duties(mandate.head)) if mandate else (),
        officers=tuple(_officers(members)),
        members=tuple(members),
        periods=periods_of(catalogue, network, today),
        vacancies=tuple(vacancies(catalogue, network, today)),
        spokesmen=tuple(
            Spokesmen(
                body=one.body,
                persons=tuple(person_name(catalogue, name) for name in one.persons),
                note=one.note or "",
            )
            for one in network.represented_in
            if today in one.interval
        ),
        next_meeting=_next_meeting(rows, meetings),
        coming=tuple(row for row in meetings if rows.is_coming(row)),
        past=tuple(row for row in reversed(meetings) if not rows.is_coming(row)),
        decisions=tuple(_own_decisions(rows, network.id, noted)),
        other_decisions=tuple(row for row in noted if row.body != network.id),
        presence=rows.presences.of_network(network.id),
        follow_ups=tuple(row for row in follow_ups if row.closed_by is None),
        ended_follow_ups=tuple(row for row in follow_ups if row.closed_by),
    )


def _next_meeting(rows: Rows, meetings: list[MeetingRow]) -> MeetingRow | None:
    off = {MeetingStatus.CANCELLED, MeetingStatus.MOVED}
    coming = (row for row in meetings if rows.is_coming(row))
    return next((row for row in coming if rows.catalogue.meetings[row.id].status not in off), None)


def _own_decisions(rows: Rows, network: str, noted: list[DecisionRow]) -> list[DecisionRow]:
    """Return a body's decisions, the latest first: of its meetings, and in the notes of others."""
    found = {row.id: row for row in noted if row.body == network}
    found |= {row.id: row for row in rows.recorded_by_others.get(network, ())}
    return sorted(found.values(), key=lambda row: (-row.day.toordinal(), row.network, row.number))


def _members(catalogue: Catalogue, network: Network, date: dt.date) -> list[MemberRow]:
    """Return the places of a day, by organisation and name; places without a person come last."""
    rows = [member_row(catalogue, member, date) for member in members_on(network, date)]
    return sorted(
        rows, key=lambda row: (not row.name, sort_key(row.organisation_name), sort_key(row.name))
    )


OFFICERS = (
    "chair",
    "first_vice_chair",
    "vice_chair",
    "second_vice_chair",
    "convener",
    "secretary",
    "contact",
)
"""The roles that a reader looks for first, in the order they are shown."""


def _officers(members: list[MemberRow]) -> list[Officer]:
    known = swedish().lists["Role"]
    return [
        Officer(
            role=role,
            name=row.name,
            organisation=row.organisation,
            organisation_name=row.organisation_name,
        )
        for role in (known[code][0] for code in OFFICERS)
        for row in members
        if row.name and role in row.roles
    ]


def duties(head: MandateHead) -> list[str]:
    """Return what a mandate demands, in plain Swedish and the words that judgements have too."""
    found: list[str] = []
    if head.meetings_per_year:
        meetings = "möte" if head.meetings_per_year == 1 else "möten"
        found.append(f"Minst {head.meetings_per_year} {meetings} per år")
    if head.weekday is not None:
        found.append(f"Möten på {WEEKDAYS[head.weekday]}ar")
    if head.quorum:
        quorum = told_quorum(head.quorum)
        found.append(f"{quorum[:1].upper()}{quorum[1:]} för att besluta")
    if head.notes:
        within = (
            f" inom {swedish().counted(head.notes.days, head.notes.kind)}"
            if head.notes.days
            else ""
        )
        found.append(f"Anteckningar som publiceras{within}")
    if head.revised_yearly:
        found.append("Uppdraget revideras varje år")
    if head.annual_report:
        found.append("En verksamhetsrapport varje år")
    return found


def told_quorum(quorum: Quorum) -> str:
    """Return a quorum in words: "minst hälften av ledamöterna", "minst 5 ledamöter"."""
    if quorum.share:
        share = "hälften" if quorum.share.denominator == 2 else "två tredjedelar"  # noqa: PLR2004 - a half
        return f"{'fler än' if quorum.is_more else 'minst'} {share} av {swedish().all_of(quorum.counted)}"
    if quorum.least is None:
        return "tillräckligt många"
    return f"minst {swedish().counted(quorum.least, quorum.counted)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A body in a hierarchy, with those that report to it; `depth` counts from 0."""

    id: str
    name: str
    kind: NetworkKind
    status: NetworkStatus
    depth: int


def hierarchy(catalogue: Catalogue, association: str) -> list[Branch]:
    """Return an association's bodies, each followed by those below it, by name.

    A body that reports to one of another association stands at the top.
    """
    own = {one.id: one for one in catalogue.networks.values() if one.association == association}
    below: dict[str, list[str]] = {}
    for network in own.values():
        parent = catalogue.body(network.reports_to) if network.reports_to else None
        below.setdefault(parent if parent in own else "", []).append(network.id)
    branches: list[Branch] = []
    waiting = [(identity, 0) for identity in reversed(by_name(catalogue, below.get("", [])))]
    while waiting:
        identity, depth = waiting.pop()
        network = own[identity]
        branches.append(
            Branch(
                id=identity,
                name=latest_name(network).name,
                kind=network.kind,
                status=network.status,
                depth=depth,
            )
        )
        waiting += [
            (child, depth + 1) for child in reversed(by_name(catalogue, below.get(identity, [])))
        ]
    return branches
