"""Whether the notes of a meeting were published in time, as far as the version history can tell."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from natverk.changes import Changes
    from natverk.model.meetings import Meeting
    from natverk.model.networks import Network

_SWEDEN = ZoneInfo("Europe/Stockholm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A meeting that a duty was judged by; `fits` is None where nobody can know.

    `late` is how many days after its last one the notes came, 0 when they did not or were in time.
    """

    day: dt.date
    fits: bool | None
    late: int = 0
    has_notes: bool = True


def published_within(
    meeting: Meeting, days: int | None, network: Network, changes: Changes, today: dt.date
) -> Seen:
    """Tell whether notes were published within `days` of a meeting; None means without a limit.

    A file's last change is the latest day that its text can have been published, its first the
    earliest. Notes that come late here are late only if the network was kept here at the time, and
    the notes do not say that they were published elsewhere first.
    """
    day, notes = meeting.day.first, meeting.notes
    due = meeting.last_day.last + dt.timedelta(days=days or 0)
    if notes is None or not notes.is_published:
        is_due = days is not None and due < today
        return Seen(day=day, fits=False if is_due else None, has_notes=False)
    change = changes.last(notes.path)
    if days is None or (change and _day(change.when) <= due):
        return Seen(day=day, fits=True)
    came = _day(change.first) if change and change.first else None
    if came and came > due and not notes.head.source and _was_kept_here(network, changes, day):
        return Seen(day=day, fits=False, late=(came - due).days)
    return Seen(day=day, fits=None)


def _was_kept_here(network: Network, changes: Changes, day: dt.date) -> bool:
    register = changes.last(network.at.path)
    return bool(register and register.first and _day(register.first) <= day)


def _day(when: dt.datetime) -> dt.date:
    return when.astimezone(_SWEDEN).date()
