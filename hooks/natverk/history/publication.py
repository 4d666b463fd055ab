"""Whether the notes of a meeting were published in time, as far as the version history can tell."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from natverk.history.seen import Seen

if TYPE_CHECKING:
    from natverk.changes import Changes
    from natverk.history.deadlines import Deadline
    from natverk.model.meetings import Meeting
    from natverk.model.networks import Network

_SWEDEN = ZoneInfo("Europe/Stockholm")


def published_within(
    meeting: Meeting, due: Deadline | None, network: Network, changes: Changes, today: dt.date
) -> Seen:
    """Tell whether notes of a meeting were published by a day; None means without a limit.

    A file's last change is the latest day that its text can have been published, its first the
    earliest. Notes that come late here are late only if the network was kept here at the time, and
    the notes do not say that they were published elsewhere first.
    """
    day, notes = meeting.day.first, meeting.notes
    is_sure = due is not None and due.is_known
    if notes is None or not notes.is_published:
        is_due = due is not None and is_sure and due.last < today
        return Seen(day=day, fits=False if is_due else None, has_notes=False, due=due)
    change = changes.last(notes.path)
    if due is None or (change and _day(change.when) <= due.last):
        return Seen(day=day, fits=True, due=due)
    came = _day(change.first) if change and change.first else None
    was_late = came and came > due.last and is_sure and not notes.head.source
    if came and was_late and _was_kept_here(network, changes, day):
        return Seen(day=day, fits=False, late=(came - due.last).days, due=due)
    return Seen(day=day, fits=None, due=due)


def _was_kept_here(network: Network, changes: Changes, day: dt.date) -> bool:
    register = changes.last(network.at.path)
    return bool(register and register.first and _day(register.first) <= day)


def _day(when: dt.datetime) -> dt.date:
    return when.astimezone(_SWEDEN).date()
