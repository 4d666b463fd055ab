"""The calendar against the meetings' own documents, and against itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from natverk.findings import Finding, Place, error, fold, shorten, warning
from natverk.model.vocabulary import MeetingStatus
from natverk.words import swedish

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.networks import CalendarEntry
    from natverk.model.notes import Notes

_OFF = frozenset({MeetingStatus.CANCELLED, MeetingStatus.MOVED})


def kalender_skiljer(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find what a meeting's document and its calendar entry tell differently."""
    for meeting in catalogue.meetings.values():
        if meeting.entry is None or meeting.notes is None:
            continue
        for what, key, here, there in _differences(meeting.notes, meeting.entry):
            yield warning(
                "kalender-skiljer",
                meeting.notes.head.at.place(key),
                f"{what} är {shorten(here, 40)} här men {shorten(there, 40)} i kalendern "
                f"({meeting.entry.at.path} rad {meeting.entry.at.line}).",
                "Det som står här visas. Rätta kalendern, så att alla ser samma sak.",
            )


def _differences(notes: Notes, entry: CalendarEntry) -> Iterator[tuple[str, str, str, str]]:
    head = notes.head
    if head.time and entry.time and head.time != entry.time:
        yield "Tiden", "tid", str(head.time), str(entry.time)
    if head.place and entry.place and fold(head.place) != fold(entry.place):
        yield "Platsen", "plats", head.place, entry.place
    if head.until and entry.until and head.until != entry.until:
        yield "Sista dagen", "till", str(head.until), str(entry.until)
    if notes.is_published and entry.status in _OFF:
        status = "inställt" if entry.status is MeetingStatus.CANCELLED else "flyttat"
        yield "Mötet", "status", "genomfört", status


def anteckningar_fore_motet(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Find notes that are published although their meeting is yet to come."""
    for meeting in catalogue.meetings.values():
        notes = meeting.notes
        if notes and notes.is_published and meeting.day.first > today:
            yield warning(
                "anteckningar-fore-motet",
                notes.head.at.place("status"),
                f"Mötet är först {meeting.day}, men filen är publicerad som anteckningar.",
                "Skriv status: kallelse överst i filen tills mötet har hållits.",
            )


def flyttat_utan_datum(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find meetings that were moved without a word on where to, or to a day without meaning."""
    for network in catalogue.networks.values():
        for entry in network.meetings:
            if entry.status is MeetingStatus.MOVED and not (
                entry.moved_to and entry.moved_to.is_exact
            ):
                yield error(
                    "flyttat-utan-datum",
                    entry.at.place("status"),
                    "Mötet är flyttat, men den nya dagen saknas.",
                    "Lägg till moved_to: 2021-03-12, eller skriv status: inställt.",
                )


def flytt_utan_status(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find a new day, or a reason, of meetings that are not said to be moved or cancelled."""
    for network in catalogue.networks.values():
        for entry in network.meetings:
            if entry.moved_to and entry.status is not MeetingStatus.MOVED:
                yield error(
                    "flytt-utan-status",
                    entry.at.place("moved_to"),
                    f"Mötet har en ny dag men är {swedish().say(entry.status)}, "
                    "så det står kvar på sin gamla.",
                    "Skriv status: flyttat, eller ta bort moved_to.",
                )
            elif entry.reason and entry.status not in _OFF:
                yield warning(
                    "flytt-utan-status",
                    entry.at.place("reason"),
                    f"Skälet visas inte, för mötet är {swedish().say(entry.status)}.",
                    "Skriv status: inställt eller status: flyttat. "
                    "Är det en upplysning, skriv note: i stället för reason:.",
                )


def mote_utan_dag(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find meetings in the calendar of which only the month or the year is known, or nothing."""
    for network in catalogue.networks.values():
        for entry in network.meetings:
            if entry.date is None or not entry.date.is_exact:
                known = f"bara känd som {entry.date}" if entry.date else "inte känd"
                yield error(
                    "mote-utan-dag",
                    entry.at.place("date"),
                    f"Mötets dag är {known}, och ett möte i kalendern behöver en dag.",
                    "Skriv hela datumet, till exempel 2021-03-05, eller vänta tills det är bestämt.",
                )


def samma_adress(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find news items of two associations that would get one address."""
    taken: dict[str, str] = {}
    for news in catalogue.news:
        earlier = taken.setdefault(news.key, news.path)
        if earlier != news.path:
            yield error(
                "samma-adress",
                Place(news.path),
                f"Nyheten får samma adress som {earlier}.",
                "Döp om den ena filen.",
            )
