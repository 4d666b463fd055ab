"""What subscribers are told: every invitation, every meeting's notes, every decision, every news item.

A happening's id is made of permanent ids alone, and notes have another than the invitation before
them, so that a feed reader tells of them as something new.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from natverk import urls
from natverk.model.decisions import Decision
from natverk.model.documents import News
from natverk.model.notes import Notes
from natverk.model.vocabulary import DocumentStatus
from natverk.views.naming import named
from natverk.views.topics import topics_in
from natverk.words import swedish

if TYPE_CHECKING:
    from natverk.changes import Changes
    from natverk.model.meetings import Meeting
    from natverk.model.terms import Topic
    from natverk.views.rows import Rows

_SWEDEN = ZoneInfo("Europe/Stockholm")
_NOON = dt.time(12, tzinfo=dt.UTC)
"""The hour of what is known by its day alone: the same day wherever in Sweden it is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One thing to be told; `source` is the page, and the place on it, that shows it.

    `updated` is when its file changed last, in UTC, or noon of its day when that is not known;
    `published` is None when nobody knows. `authors` are names of bodies, `kind` is a Swedish word.
    """

    id: str
    source: str
    association: str
    authors: tuple[str, ...]
    kind: str
    topics: tuple[Topic, ...]
    day: dt.date
    updated: dt.datetime
    published: dt.datetime | None
    record: Notes | Decision | News


class Happenings:
    """The happenings of one build, each made once."""

    def __init__(self, rows: Rows, changes: Changes) -> None:
        """Keep what they are made of; drafts must be gone from the rows' Catalogue."""
        self.rows = rows
        self.catalogue = rows.catalogue
        self.changes = changes

    @cached_property
    def of_meetings(self) -> dict[str, Happening]:
        """The invitation to a meeting, or its notes, by the meeting's id."""
        return {
            meeting.id: found
            for meeting in self.catalogue.meetings.values()
            if meeting.notes and (found := self._of_meeting(meeting, meeting.notes))
        }

    def _of_meeting(self, meeting: Meeting, notes: Notes) -> Happening | None:
        last = meeting.last_day.last
        corrected = [one.day.last for one in notes.corrections if one.day]
        updated = self._updated(max([last, *corrected]), notes.path)
        if updated is None:
            return None
        hosts = [self.catalogue.body(host) or host for host in meeting.hosts]
        told = notes.head.kind if notes.is_published else DocumentStatus.INVITATION
        return Happening(
            id=f"{'mote' if notes.is_published else 'kallelse'}/{meeting.id}",
            source=urls.meeting(meeting.id),
            association=self.catalogue.association_of(meeting.network),
            authors=tuple(named(self.catalogue, host, meeting.day.first) for host in hosts),
            kind=swedish().say(told),
            topics=self._topics(topics_in(self.catalogue, notes.facts())),
            day=last,
            updated=updated,
            published=self._published(notes, last),
            record=notes,
        )

    @cached_property
    def of_decisions(self) -> dict[str, Happening]:
        """Every decision by its id; it changes when the notes that it stands in do."""
        return {happening.id.partition("/")[2]: happening for happening in self._decisions()}

    def _decisions(self) -> Iterator[Happening]:
        for decision in self.catalogue.decisions.values():
            meeting = self.of_meetings.get(decision.meeting)
            if meeting is None:
                continue
            row = self.rows.decisions[decision.id]
            yield Happening(
                id=f"beslut/{decision.id}",
                source=urls.decision(decision.id),
                association=meeting.association,
                authors=(row.body_name,) if row.is_other_body else meeting.authors,
                kind=swedish().say(row.kind),
                topics=self._topics(row.topics),
                day=row.day,
                updated=meeting.updated,
                published=meeting.published,
                record=decision,
            )

    @cached_property
    def of_news(self) -> dict[str, Happening]:
        """Every news item by its key."""
        return {news.key: found for news in self.catalogue.news if (found := self._of_news(news))}

    def _of_news(self, news: News) -> Happening | None:
        updated = self._updated(news.day.first, news.path)
        if updated is None:
            return None
        change = self.changes.last(news.path)
        return Happening(
            id=f"nyhet/{news.key}",
            source=urls.news(news.key),
            association=news.association,
            authors=(named(self.catalogue, news.association),),
            kind="nyhet",
            topics=self._topics(
                tuple(
                    topic.id for name in news.head.topics if (topic := self.catalogue.topic(name))
                )
            ),
            day=news.day.first,
            updated=updated,
            published=change.first if change else None,
            record=news,
        )

    def _updated(self, day: dt.date, path: str) -> dt.datetime | None:
        """Return when a file changed; by its day without a history, None while that is to come.

        Never the time of the build: what has not changed must not look as if it had.
        """
        if change := self.changes.last(path):
            return change.when
        return dt.datetime.combine(day, _NOON) if day <= self.rows.today else None

    def _published(self, notes: Notes, last: dt.date) -> dt.datetime | None:
        """Return when a document came; notes whose file is older than the meeting were invitations."""
        change = self.changes.last(notes.path)
        if change is None or change.first is None:
            return None
        came_after = change.first.astimezone(_SWEDEN).date() > last
        return change.first if came_after or not notes.is_published else None

    def _topics(self, identities: tuple[str, ...]) -> tuple[Topic, ...]:
        return tuple(self.catalogue.topics[identity] for identity in identities)
