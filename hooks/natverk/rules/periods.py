"""Periods that end before they begin, and mandates that have run out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from natverk.findings import Finding, Place, error, warning
from natverk.history.names import latest_name
from natverk.model.days import Day
from natverk.model.periods import Interval
from natverk.model.vocabulary import NetworkStatus

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.records import Dated
    from natverk.model.times import Times


def slut_fore_borjan(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find intervals that end before they start."""
    for interval, place in (*_dated(catalogue), *_spans(catalogue)):
        if interval.is_backwards:
            yield error(
                "slut-fore-borjan",
                place,
                f"Slutet, {interval.end}, kommer före början, {interval.start}.",
                "Byt plats på datumen, eller rätta det som är fel.",
            )
    for times, key, last, place in _hours(catalogue):
        if times.is_backwards:
            yield error(
                "slut-fore-borjan",
                place,
                f"{key}: Mötet slutar inte efter att det har börjat, {times}.",
                f"Skriv till exempel 08.30–11.30. Pågår det flera dagar, skriv också {last}.",
            )
    for notes in catalogue.notes:
        approved = notes.head.approved
        if approved and approved.last < Day.read(notes.key[:10]).first:
            yield error(
                "slut-fore-borjan",
                notes.head.at.place("godkända"),
                f"Anteckningarna kan inte vara godkända {approved}, före mötet {notes.key[:10]}.",
                "Rätta dagen, eller ta bort raden.",
            )


def _hours(catalogue: Catalogue) -> Iterator[tuple[Times, str, str, Place]]:
    """Yield the hours of every meeting of a single day, their key, and that of a last day."""
    for notes in catalogue.notes:
        if notes.head.time and str(notes.head.until or notes.key[:10]) == notes.key[:10]:
            yield notes.head.time, "tid", "till", notes.head.at.place("tid")
    for network in catalogue.networks.values():
        for entry in network.meetings:
            if entry.time and entry.until in {None, entry.date}:
                yield entry.time, "time", "until", entry.at.place("time")


def _dated(catalogue: Catalogue) -> Iterator[tuple[Interval, Place]]:
    for record in _dated_records(catalogue):
        yield record.interval, record.at.place("to")


def _dated_records(catalogue: Catalogue) -> Iterator[Dated]:
    for named in (
        *catalogue.organisations.values(),
        *catalogue.associations.values(),
        *catalogue.networks.values(),
        *catalogue.people.values(),
    ):
        yield from named.names
    for association in catalogue.associations.values():
        yield from association.members
    for network in catalogue.networks.values():
        yield from network.seats
        yield from network.represented_in
        for member in network.members:
            yield member
            yield from member.roles
    for agreement in catalogue.agreements.values():
        yield agreement
        yield from agreement.parties
    yield from catalogue.glossary.values()


def _spans(catalogue: Catalogue) -> Iterator[tuple[Interval, Place]]:
    for school_break in catalogue.breaks.values():
        yield school_break.interval, school_break.at.place("to")
    for network in catalogue.networks.values():
        yield network.lifetime, network.at.place("ended")
        for entry in network.meetings:
            if entry.until:
                yield Interval(entry.date, entry.until), entry.at.place("until")
    for meeting in catalogue.meetings.values():
        if meeting.notes and meeting.notes.head.until:
            yield (
                Interval(meeting.day, meeting.notes.head.until),
                meeting.notes.head.at.place("till"),
            )


def uppdrag_utgatt(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Find active networks whose last mandate has ended."""
    for network_id, revisions in catalogue.mandates_of.items():
        network = catalogue.networks.get(network_id)
        if network is None or network.outside or network.status is not NetworkStatus.ACTIVE:
            continue
        last = max(revisions, key=lambda revision: revision.interval.last)
        if last.interval.last < today:
            yield warning(
                "uppdrag-utgatt",
                Place(last.path, last.head.at.place("gäller").line),
                f"Uppdraget för {latest_name(network).name} gick ut {last.interval.end}, "
                "och inget nytt har kommit.",
                "Lägg till det nya uppdraget i mandates/, eller ändra nätverkets status.",
            )
