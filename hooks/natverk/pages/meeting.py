"""The pages of meetings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natverk import urls
from natverk.changes import Changes
from natverk.model.vocabulary import SectionKind
from natverk.outputs import Front, Output, Part
from natverk.pages.explained import Explainer
from natverk.pages.facets import decision_filters, filters
from natverk.pages.links import rewriter
from natverk.pages.markdown import changed, render, weekday_date, written_days
from natverk.pages.prose import bare, write_blocks, write_inline
from natverk.views.glossary import terms_of
from natverk.views.meeting import MeetingView, meeting_view
from natverk.views.naming import named
from natverk.views.relations import Timelines
from natverk.views.sections import DecisionView, FollowUpView
from natverk.views.topics import topics_in

if TYPE_CHECKING:
    from natverk.model.meetings import Meeting
    from natverk.views.rows import Rows


def meeting_pages(rows: Rows, changes: Changes, site: str) -> Iterator[Output]:
    """Yield a page for every meeting, with the one before and after it in its network.

    `site` is the site's address, which citations name; empty when it has none.
    """
    catalogue = rows.catalogue
    timelines = Timelines(rows)
    for network in catalogue.networks:
        own = [meeting for meeting in catalogue.meetings_of(network) if meeting.network == network]
        for at, meeting in enumerate(own):
            view = meeting_view(rows, timelines, meeting)
            front = _front(rows, view, changes)
            yield Output(
                path=urls.meeting(meeting.id),
                content=_page(rows, view, front, site),
                front=front,
                origin=meeting.place.path,
                parent=urls.network(network),
                earlier=urls.meeting(own[at - 1].id) if at else None,
                later=urls.meeting(own[at + 1].id) if at + 1 < len(own) else None,
            )


def _front(rows: Rows, view: MeetingView, changes: Changes) -> Front:
    catalogue, meeting = rows.catalogue, view.meeting
    present = _present(view)
    title = meeting_title(meeting, view.network_name)
    return Front(
        title=title,
        kind="Möte",
        description=_description(view),
        filters=filters(
            catalogue,
            "Möte",
            bodies=(meeting.network, *view.hosts),
            organisations=present,
            topics=topics_in(catalogue, view.notes.facts()) if view.notes else (),
            year=meeting.day.year,
        ),
        date=str(meeting.day),
        is_slight=view.notes is None or view.is_invitation,
        changed=changed(changes, meeting.place.path),
        parts=tuple(
            Part(
                anchor=f"beslut-{row.number}",
                title=bare(row.title),
                kind="Beslut",
                about=title,
                filters=decision_filters(catalogue, row, present),
                date=row.day.isoformat(),
            )
            for row in view.decisions
        ),
    )


def _present(view: MeetingView) -> list[str]:
    """Return the ids of the organisations that took part."""
    return [
        row.organisation
        for group in view.attendance
        if group.kind is not SectionKind.ABSENT
        for row in group.rows
        if row.organisation
    ]


def _page(rows: Rows, view: MeetingView, front: Front, site: str) -> bytes:
    meeting = view.meeting
    rewrite = rewriter(meeting.place.path)
    terms = terms_of(rows.catalogue, [meeting.network, *view.hosts], meeting.day)
    explain = Explainer(terms)
    return render(
        "meeting.md.j2",
        front,
        view=view,
        title=front.title,
        meeting=meeting,
        head=meeting.notes.head if meeting.notes else None,
        prose=lambda blocks: write_blocks(blocks, rewrite, explain),
        alone=lambda blocks: write_blocks(blocks, rewrite, Explainer(terms)),
        inline=lambda text: write_inline(text, rewrite),
        bare=bare,
        permanent=lambda identity: f"{site.rstrip('/')}/{urls.page(urls.decision(identity))}",
        named=lambda identity: named(rows.catalogue, identity),
        then=lambda identity: named(rows.catalogue, identity, meeting.day.first),
        is_decision=lambda part: isinstance(part, DecisionView),
        is_follow_up=lambda part: isinstance(part, FollowUpView),
        present=_count(view, SectionKind.PRESENT),
        absent=_count(view, SectionKind.ABSENT),
    )


def meeting_title(meeting: Meeting, network_name: str) -> str:
    """Return the network and the days, and which of the day's meetings it is after the first."""
    days = written_days(meeting.day, meeting.last_day)
    return f"{network_name} {days}{_number(meeting)}"


def _number(meeting: Meeting) -> str:
    number = meeting.key[11:]
    return f", möte {number}" if number else ""


def _count(view: MeetingView, kind: SectionKind) -> int:
    return sum(len(group.rows) for group in view.attendance if group.kind is kind)


def _description(view: MeetingView) -> str:
    day = weekday_date(view.meeting.day) + _number(view.meeting)
    if view.is_cancelled:
        return f"Mötet med {view.network_name} {day} är inställt."
    if view.notes is None or view.is_invitation:
        return f"Möte med {view.network_name} {day}."
    if view.decisions:
        titles = "; ".join(bare(row.title) for row in view.decisions[:3])
        return f"Anteckningar från {view.network_name} {day}. Beslut: {titles}."
    return f"Anteckningar från {view.network_name} {day}."
