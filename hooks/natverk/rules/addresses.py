"""Addresses of decisions, follow-ups and meetings that nothing has, each with the nearest that something does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from natverk.findings import (
    Finding,
    Place,
    did_you_mean,
    error,
    shorten,
)
from natverk.history.follow_ups import ENDING
from natverk.model.addresses import decision_address, meeting_address
from natverk.model.vocabulary import FactLabel

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.decisions import Fact
    from natverk.model.notes import Notes


def okant_beslut(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find addresses of decisions that do not exist."""
    for text, meeting, place in _decision_addresses(catalogue):
        address = decision_address(text, meeting)
        if address and address not in catalogue.decisions and _is_readable(catalogue, address):
            yield _no_such(address, list(catalogue.decisions), "okant-beslut", "Beslutet", place)
        elif address and _is_hidden(catalogue, address) and not _is_hidden(catalogue, meeting):
            yield error(
                "okant-beslut",
                place,
                f"Beslutet {address} finns bara i ett utkast och visas inte.",
                "Publicera utkastet först, eller vänta med raden.",
            )


def _is_hidden(catalogue: Catalogue, address: str) -> bool:
    """Tell whether a decision, or a meeting, is in a draft."""
    meeting = catalogue.meetings.get("/".join(address.split("/")[:2]))
    return bool(meeting and meeting.notes and not meeting.notes.is_public)


def _decision_addresses(catalogue: Catalogue) -> Iterator[tuple[str, str, Place]]:
    for notes in catalogue.notes:
        for decision in notes.decisions:
            for relation in decision.relations:
                yield relation.target, notes.id, notes.place(relation.line)
    for network in catalogue.networks.values():
        for member in network.members:
            if member.appointed_by:
                yield member.appointed_by, f"{network.id}/", member.at.place("appointed_by")


def okand_uppfoljning(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find follow-ups that are said to be done or struck but do not exist."""
    for notes, fact in all_facts(catalogue):
        if fact.label in ENDING:
            for text in (one.target for one in fact.ended):
                address = decision_address(text, notes.id, "a")
                if address in catalogue.follow_ups:
                    continue
                if address is None or _is_readable(catalogue, address):
                    known = list(catalogue.follow_ups)
                    place = notes.place(fact.line)
                    yield _no_such(
                        address or text, known, "okand-uppfoljning", "Uppföljningen", place
                    )


def _is_readable(catalogue: Catalogue, address: str) -> bool:
    """Tell whether the meeting of a decision or a follow-up has no faults that hide it."""
    return address.rpartition("/")[0] not in catalogue.unreadable


def _no_such(address: str, known: list[str], rule: str, noun: str, place: Place) -> Finding:
    network, _, _ = address.partition("/")
    near = [one for one in known if one.startswith(f"{network}/")] or known[:2000]
    letter = "b" if rule == "okant-beslut" else "a"
    here = [one for one in near if one.rpartition("/")[0] == address.rpartition("/")[0]]
    return error(
        rule,
        place,
        f"{noun} {shorten(address, 60)} finns inte.",
        did_you_mean(
            address,
            here or near,
            f"Skriv nätverk/datum/nummer, till exempel forskolenatverket/2020-02-07/{letter}1.",
        ),
    )


def okant_mote(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find meetings that do not exist, where reports were received or items began."""
    for notes, fact in all_facts(catalogue):
        if fact.label is FactLabel.CONTINUES:
            address = meeting_address(fact.value, notes.id)
            if address and address not in catalogue.meetings:
                yield _no_such_meeting(catalogue, address, notes.place(fact.line))
    for network in catalogue.networks.values():
        for report in network.annual_reports:
            if report.meeting and report.meeting not in catalogue.meetings:
                yield _no_such_meeting(catalogue, report.meeting, report.at.place("meeting"))


def _no_such_meeting(catalogue: Catalogue, address: str, place: Place) -> Finding:
    network = address.partition("/")[0]
    near = [one for one in catalogue.meetings if one.startswith(f"{network}/")]
    return error(
        "okant-mote",
        place,
        f"Mötet {shorten(address, 60)} finns inte.",
        did_you_mean(
            address,
            near or catalogue.meetings,
            "Skriv nätverk/datum, till exempel forskolenatverket/2020-02-07. "
            "Finns mötet inte här, skriv det i ord: februarimötet 2021.",
        ),
    )


def all_facts(catalogue: Catalogue) -> Iterator[tuple[Notes, Fact]]:
    """Yield every fact of every document, with its document."""
    for notes in catalogue.notes:
        yield from ((notes, fact) for fact in notes.facts())
