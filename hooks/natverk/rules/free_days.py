"""Planned meetings on days when few can come: holidays, their eves, and school breaks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from natverk.findings import Finding, shorten, tip
from natverk.history.deadlines import breaks_of, holiday
from natverk.model.vocabulary import MeetingStatus

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.meetings import Meeting

_LONGEST = 31
"""So many days of a meeting are looked at; one of more is a slip of the pen."""


def mote_pa_helgdag(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find planned meetings on a Swedish holiday, or on an eve that is free in fact."""
    for meeting in _planned(catalogue):
        for day in _days(meeting):
            if name := holiday(day):
                yield tip(
                    "mote-pa-helgdag",
                    meeting.place,
                    f"Mötet {day} är planerat till en helgdag eller helgdagsafton: {name}.",
                    "Stämmer dagen, låt den stå. Annars: rätta date i kalendern, eller filens namn.",
                )
                break


def mote_under_lov(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find planned meetings in a school break of the network's association."""
    breaks = cache(lambda association: breaks_of(catalogue, association))
    for meeting in _planned(catalogue):
        own = breaks(catalogue.association_of(meeting.network))
        days = list(_days(meeting))
        found = next((one for one in own if any(day in one.interval for day in days)), None)
        if found:
            yield tip(
                "mote-under-lov",
                meeting.place,
                f"Mötet {meeting.day} är planerat under {shorten(found.name, 40)}, "
                f"{found.since} till {found.until}.",
                "Är det meningen, låt det stå. Annars: välj en annan dag.",
            )


def _planned(catalogue: Catalogue) -> Iterator[Meeting]:
    for meeting in catalogue.meetings.values():
        if meeting.status in {MeetingStatus.PLANNED, MeetingStatus.CONFIRMED}:
            yield meeting


def _days(meeting: Meeting) -> Iterator[dt.date]:
    length = (meeting.last_day.last - meeting.day.first).days
    for later in range(min(max(length, 0), _LONGEST) + 1):
        yield meeting.day.first + dt.timedelta(days=later)
