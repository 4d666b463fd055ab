"""What a meeting's page tells: invitation or notes, with the names of its day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from natverk.model.vocabulary import MeetingStatus, SectionKind
from natverk.source.blocks import Block
from natverk.views.attendance import Group, groups, reserved_texts
from natverk.views.follow_ups import FollowUpRow
from natverk.views.naming import named
from natverk.views.relations import Timelines
from natverk.views.rows import DecisionRow, Rows
from natverk.views.sections import SectionView, section_views
from natverk.views.topics import TopicRow, topic_rows

if TYPE_CHECKING:
    from natverk.model.days import Day
    from natverk.model.meetings import Meeting
    from natverk.model.notes import Notes


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingView:
    """A meeting; `notes` is None for one that is only in the calendar."""

    meeting: Meeting
    notes: Notes | None
    network_name: str
    network_name_now: str
    association_name: str
    hosts: tuple[str, ...]
    topics: tuple[TopicRow, ...]
    is_past: bool
    is_invitation: bool
    has_proposals: bool
    is_cancelled: bool
    was_only_planned: bool
    moved_to: str | None
    moved_from: str | None
    moved_from_day: Day | None
    decisions: tuple[DecisionRow, ...]
    follow_ups: tuple[FollowUpRow, ...]
    sections: tuple[SectionView, ...]
    attendance: tuple[Group, ...]
    attachment_texts: tuple[Block, ...]


def meeting_view(rows: Rows, timelines: Timelines, meeting: Meeting) -> MeetingView:
    """Return a meeting's page, bodies and organisations called as they were that day."""
    catalogue = rows.catalogue
    notes = meeting.notes
    date = meeting.day.first
    is_moved = meeting.status is MeetingStatus.MOVED
    moved_from = catalogue.moved_from.get(meeting.id)
    return MeetingView(
        meeting=meeting,
        notes=notes,
        network_name=named(catalogue, meeting.network, date),
        network_name_now=named(catalogue, meeting.network),
        association_name=named(catalogue, catalogue.association_of(meeting.network)),
        hosts=tuple(catalogue.body(name) or name for name in meeting.hosts[1:]),
        topics=topic_rows(catalogue, rows.meetings[meeting.id].topics),
        is_past=meeting.last_day.last < rows.today,
        is_invitation=bool(notes and notes.is_invitation),
        has_proposals=bool(notes and notes.is_invitation and notes.has_quotes),
        is_cancelled=meeting.status is MeetingStatus.CANCELLED,
        was_only_planned=meeting.status is MeetingStatus.PLANNED,
        moved_to=catalogue.moved_on.get(meeting.id) if is_moved else None,
        moved_from=moved_from,
        moved_from_day=catalogue.meetings[moved_from].day if moved_from else None,
        decisions=tuple(rows.decisions[one.id] for one in notes.decisions) if notes else (),
        follow_ups=tuple(rows.follow_ups[one.id] for one in notes.follow_ups) if notes else (),
        sections=tuple(section_views(rows, timelines, notes)) if notes else (),
        attendance=tuple(groups(catalogue, notes, date)) if notes else (),
        attachment_texts=tuple(reserved_texts(notes, SectionKind.ATTACHMENTS)) if notes else (),
    )
