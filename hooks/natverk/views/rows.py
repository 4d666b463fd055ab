"""The rows of lists: a meeting, a decision, a follow-up, a member, as every page shows them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from natverk.history.decisions import Standing, made_on, standing
from natverk.history.members import roles_on
from natverk.model.days import Day
from natverk.model.vocabulary import (
    DocumentStatus,
    MeetingForm,
    MeetingStatus,
    MemberKind,
)
from natverk.views.follow_ups import FollowUpRow, FollowUpRows, title_of
from natverk.views.naming import name_of_member, named
from natverk.views.presence import Presences
from natverk.views.topics import topics_by_decision, topics_in
from natverk.words import swedish

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.decisions import Decision
    from natverk.model.meetings import Meeting
    from natverk.model.networks import Member
    from natverk.model.periods import Interval
    from natverk.model.vocabulary import DecisionKind


LATEST = 5
"""How much of a long list a page shows at once."""

FEW = 3
"""So few more are shown at once, too: a fold would save the reader nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Latest:
    """What a page shows of a list at once, and the rest, which it folds away; both in order."""

    shown: tuple[object, ...]
    rest: tuple[object, ...]


def latest(found: Sequence[object]) -> Latest:
    """Return a list that begins with the latest, divided."""
    most = LATEST if len(found) > LATEST + FEW else len(found)
    return Latest(shown=tuple(found[:most]), rest=tuple(found[most:]))


class Rows:
    """The rows of one build on a day, each made once: a decision is listed on four pages.

    `meetings`, `decisions` and `follow_ups` hold a row for every id, in the Catalogue's order.
    """

    def __init__(self, catalogue: Catalogue, today: dt.date) -> None:
        """Make every row; `today` is the day in Sweden."""
        self.catalogue = catalogue
        self.today = today
        left = FollowUpRows(catalogue, today)
        topics = topics_by_decision(catalogue)
        self.meetings = {
            one.id: _meeting_row(catalogue, one, today) for one in catalogue.meetings.values()
        }
        self.decisions = {
            one.id: _decision_row(catalogue, one, today, topics[one.id])
            for one in catalogue.decisions.values()
        }
        self.follow_ups = {one.id: left.row(one) for one in catalogue.follow_ups.values()}

    @cached_property
    def to_do_by(self) -> Mapping[str, tuple[FollowUpRow, ...]]:
        """The follow-ups of each organisation, each as far as the organisation has come with it.

        The latest meeting comes first.
        """
        found: dict[str, list[FollowUpRow]] = defaultdict(list)
        latest = sorted(self.follow_ups.values(), key=lambda row: (row.day, row.id), reverse=True)
        for row in latest:
            for part in row.parts:
                found[part.organisation].append(row.of(part))
        return {organisation: tuple(own) for organisation, own in found.items()}

    @cached_property
    def presences(self) -> Presences:
        """Who was at the meetings, by organisation."""
        return Presences(self.catalogue)

    def of_network(self, network: str) -> list[MeetingRow]:
        """Return the meetings of a network by day, joint ones too."""
        return [self.meetings[meeting.id] for meeting in self.catalogue.meetings_of(network)]

    @cached_property
    def recorded_by_others(self) -> dict[str, list[DecisionRow]]:
        """Each body's decisions that stand in another network's notes, by its id."""
        found: dict[str, list[DecisionRow]] = defaultdict(list)
        for row in self.decisions.values():
            if row.is_other_body:
                found[row.body].append(row)
        return found

    def is_coming(self, row: MeetingRow) -> bool:
        """Tell whether a meeting is today or later."""
        return row.last_day.last >= self.today


WITHOUT_NOTES = "inga anteckningar"
"""What a past meeting is marked with; whether it was held is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """A meeting in a list; `badge` is a word when something is out of the ordinary.

    `hosts` are the ids of the networks whose meeting it is, `form` is empty where nobody says it,
    and `topics` are ids.
    """

    id: str
    day: Day
    last_day: Day
    times: str
    venue: str
    network: str
    network_name: str
    association: str
    badge: str
    has_notes: bool
    decisions: int
    hosts: tuple[str, ...]
    form: str
    topics: tuple[str, ...]


def _meeting_row(catalogue: Catalogue, meeting: Meeting, today: dt.date) -> MeetingRow:
    """Return a meeting's row as of `today`, its network called as it was on the meeting's day."""
    notes = meeting.notes
    return MeetingRow(
        id=meeting.id,
        day=meeting.day,
        last_day=meeting.last_day,
        times=str(meeting.times or ""),
        venue=meeting.venue or "",
        network=meeting.network,
        network_name=named(catalogue, meeting.network, meeting.day.first),
        association=catalogue.association_of(meeting.network),
        badge=_badge(meeting, today),
        has_notes=bool(notes and notes.is_published),
        decisions=sum(1 for one in notes.decisions if one.by is None) if notes else 0,
        hosts=_hosts(catalogue, meeting),
        form=swedish().say(notes.head.form) if notes and notes.head.form else "",
        topics=topics_in(catalogue, notes.facts()) if notes else (),
    )


def _badge(meeting: Meeting, today: dt.date) -> str:
    if meeting.status in {MeetingStatus.CANCELLED, MeetingStatus.MOVED}:
        return swedish().say(meeting.status)
    if meeting.notes and meeting.notes.head.status is DocumentStatus.INVITATION:
        return swedish().say(DocumentStatus.INVITATION)
    if meeting.notes is None and meeting.last_day.last < today:
        return WITHOUT_NOTES
    if meeting.notes is None and meeting.status is MeetingStatus.PLANNED:
        return swedish().say(meeting.status)
    by_letter = meeting.notes and meeting.notes.head.form is MeetingForm.BY_LETTER
    return swedish().say(MeetingForm.BY_LETTER) if by_letter else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """A decision in a list; `body` is whose it is, as an id where it is known.

    `network` keeps the notes that it stands in, `bodies` are the ids of those that made it
    (several at a joint meeting), `topics` ids too.
    """

    id: str
    title: str
    number: int
    kind: DecisionKind
    day: dt.date
    network: str
    network_name: str
    body: str
    body_name: str
    bodies: tuple[str, ...]
    topics: tuple[str, ...]
    is_other_body: bool
    period: Interval | None
    standing: Standing
    waits_for: str


def _decision_row(
    catalogue: Catalogue, decision: Decision, today: dt.date, topics: tuple[str, ...]
) -> DecisionRow:
    """Return a decision's row with its standing today."""
    network = decision.meeting.partition("/")[0]
    day = made_on(decision)
    body = (catalogue.body(decision.by) or decision.by) if decision.by else network
    now = standing(catalogue, decision, today)
    return DecisionRow(
        id=decision.id,
        title=title_of(decision),
        number=decision.number,
        kind=decision.kind,
        day=day,
        network=network,
        network_name=named(catalogue, network, day),
        body=body,
        body_name=named(catalogue, body, day),
        bodies=_bodies(catalogue, decision) if body == network else (body,),
        topics=topics,
        is_other_body=body != network,
        period=decision.period,
        standing=now,
        waits_for=named(catalogue, now.body) if now.body else "",
    )


def _bodies(catalogue: Catalogue, decision: Decision) -> tuple[str, ...]:
    """Return the networks whose meeting a decision was made at."""
    return _hosts(catalogue, catalogue.meetings[decision.meeting])


def _hosts(catalogue: Catalogue, meeting: Meeting) -> tuple[str, ...]:
    return tuple(dict.fromkeys(catalogue.body(host) or host for host in meeting.hosts))


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """A place in a network: a person, or what is known of a place without one."""

    name: str
    organisation: str
    organisation_name: str
    scope: tuple[str, ...]
    roles: tuple[str, ...]
    title: str
    kind: str
    is_vacant: bool
    interval: Interval
    note: str


def member_row(catalogue: Catalogue, member: Member, date: dt.date) -> MemberRow:
    """Return a member's row with the roles of a day."""
    organisation = catalogue.organisation(member.organisation or "") or member.organisation or ""
    roles = [swedish().role(role.role) for role in roles_on(member, date)]
    kind = "" if member.kind is MemberKind.MEMBER else swedish().say(member.kind)
    return MemberRow(
        name=name_of_member(catalogue, member, date),
        organisation=organisation,
        organisation_name=named(catalogue, organisation, date),
        scope=member.scope,
        roles=tuple(roles),
        title=member.title or "",
        kind=kind,
        is_vacant=bool(member.vacant),
        interval=member.interval,
        note=member.note or "",
    )
