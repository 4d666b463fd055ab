"""Names and addresses that nothing bears, each with the nearest that something does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from itertools import chain
from typing import TYPE_CHECKING

from natverk.findings import (
    Finding,
    Place,
    did_you_mean,
    error,
    fold,
    nearest,
    shorten,
    tip,
    warning,
)
from natverk.history.members import names_of_person
from natverk.history.names import latest_name
from natverk.model.matters import EVERY_MUNICIPALITY
from natverk.model.vocabulary import FactLabel

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.decisions import Decision, Fact, FollowUp
    from natverk.model.matters import LocalDecision, Party
    from natverk.model.networks import Member, Network, Seat
    from natverk.model.notes import Notes
    from natverk.model.organisations import MemberOrganisation

ORGANISATIONS, PEOPLE = "networks/organisations.yml", "networks/people.yml"
"""Registers that hide many records at once when they cannot be read."""


def okant_natverk(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find references to networks that do not exist."""
    yield from _misplaced(catalogue)
    for name, place in _network_names(catalogue):
        if catalogue.body(name) is None and not catalogue.may_exist(name):
            yield error(
                "okant-natverk",
                place,
                f"Nätverket {shorten(name, 40)} finns inte.",
                did_you_mean(name, catalogue.networks, "Lägg till nätverket under networks/."),
            )


def _misplaced(catalogue: Catalogue) -> Iterator[Finding]:
    """Find notes in a folder that is not named by a network's id."""
    for notes in catalogue.notes:
        if notes.network in catalogue.networks or notes.network in catalogue.unreadable:
            continue
        meant = catalogue.body(notes.network) or nearest(notes.network, catalogue.networks)
        yield error(
            "okant-natverk",
            notes.place(),
            f"Mappen minutes/{shorten(notes.network, 40)} hör inte till något nätverk.",
            f"Döp om mappen till {meant}." if meant else "Lägg till nätverket under networks/.",
        )


def _network_names(catalogue: Catalogue) -> Iterator[tuple[str, Place]]:
    for network in catalogue.networks.values():
        at = network.at
        if network.reports_to:
            yield network.reports_to, at.place("reports_to")
        yield from ((name, at.place("guided_by")) for name in network.guided_by)
        yield from ((name, at.place("may_consult")) for name in network.may_consult)
    for agreement in catalogue.agreements.values():
        yield from ((name, agreement.at.place("bodies")) for name in agreement.bodies)
    for notes in catalogue.notes:
        joint = notes.head.at.place("tillsammans med")
        yield from ((name, joint) for name in notes.head.jointly_with)
    for news in catalogue.news:
        yield from ((name, news.head.at.place("nätverk")) for name in news.head.networks)


def okand_organisation(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find organisations that do not exist; in attendance lists only those nearly known."""
    if ORGANISATIONS in catalogue.unreadable:
        return
    for name, place in _organisation_names(catalogue):
        if catalogue.organisation(name) is None and not catalogue.may_exist(name):
            yield _unknown_organisation(catalogue, name, place)
    known = [latest_name(record).name for record in catalogue.organisations.values()]
    for notes in catalogue.notes:
        for attendee in notes.attendance:
            written = attendee.organisation
            if written and catalogue.organisation(written) is None:
                close = nearest(written, known)
                if close and SequenceMatcher(None, fold(written), fold(close)).ratio() > 0.84:  # noqa: PLR2004 - one letter in six
                    yield tip(
                        "okand-organisation",
                        notes.place(attendee.line),
                        f"Organisationen {shorten(written, 40)} finns inte i registret.",
                        f"Menade du {close}?",
                    )


def _unknown_organisation(catalogue: Catalogue, name: str, place: Place) -> Finding:
    return error(
        "okand-organisation",
        place,
        f"Organisationen {shorten(name, 40)} finns inte.",
        did_you_mean(name, catalogue.organisations, "Lägg till den i networks/organisations.yml."),
    )


def _organisation_names(catalogue: Catalogue) -> Iterator[tuple[str, Place]]:
    holders: Iterator[MemberOrganisation | Seat | Member | Party | LocalDecision] = chain(
        *(association.members for association in catalogue.associations.values()),
        *(network.seats for network in catalogue.networks.values()),
        *(network.members for network in catalogue.networks.values()),
        *(agreement.parties for agreement in catalogue.agreements.values()),
        *(matter.local_decisions for matter in catalogue.matters.values()),
    )
    for holder in holders:
        if holder.organisation:
            yield holder.organisation, holder.at.place("organisation")
    for known in catalogue.people.values():
        yield from ((name, known.at.place("organisations")) for name in known.organisations)


def okand_person(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find ids that people.yml lacks, and spokespersons or deputies who are no members."""
    for network in catalogue.networks.values():
        for member in network.members:
            known = catalogue.people if PEOPLE not in catalogue.unreadable else (member.person,)
            if member.person and member.person not in known:
                yield error(
                    "okand-person",
                    member.at.place("person"),
                    f"Personen {shorten(member.person, 40)} finns inte i networks/people.yml.",
                    did_you_mean(member.person, catalogue.people, "Lägg till personen där."),
                )
        for representation in network.represented_in:
            for name in representation.persons:
                yield from _not_member(catalogue, network, name, representation.at.place("persons"))
    for notes in catalogue.notes:
        body = catalogue.networks.get(notes.network)
        for attendee in notes.attendance:
            if attendee.deputy_for and body and body.members:
                place = notes.place(attendee.line)
                yield from _not_member(catalogue, body, attendee.deputy_for, place, warning)


def _not_member(
    catalogue: Catalogue,
    network: Network,
    name: str,
    place: Place,
    level: Callable[[str, Place, str, str], Finding] = error,
) -> Iterator[Finding]:
    names = {known for member in network.members for known in names_of_person(catalogue, member)}
    if fold(name) in names:
        return
    members = [member.name for member in network.members if member.name]
    yield level(
        "okand-person",
        place,
        f"{shorten(name, 40)} är inte med bland ledamöterna i {latest_name(network).name}.",
        did_you_mean(name, members, f"Lägg till personen under members i {network.at.path}."),
    )


def okand_instans(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find bodies that decide, adopt or receive something but are not known here."""
    for name, place in _bodies(catalogue):
        known = catalogue.body(name) or catalogue.organisation(name)
        if known or fold(name) in EVERY_MUNICIPALITY or catalogue.may_exist(name):
            continue
        if ORGANISATIONS in catalogue.unreadable:
            continue
        bodies = [
            *(latest_name(body).name for body in catalogue.networks.values()),
            *catalogue.networks,
        ]
        yield error(
            "okand-instans",
            place,
            f"Instansen {shorten(name, 40)} finns inte.",
            did_you_mean(
                name,
                bodies,
                "Lägg till instansen under networks/, med outside: ja om den bara nämns.",
            ),
        )


def _bodies(catalogue: Catalogue) -> Iterator[tuple[str, Place]]:
    for mandate in catalogue.mandates:
        if mandate.head.adopted_by:
            yield mandate.head.adopted_by, mandate.head.at.place("antagen av")
    for matter in catalogue.matters.values():
        yield from ((step.body, step.at.place("body")) for step in matter.steps)
    for notes in catalogue.notes:
        for decision in notes.decisions:
            if decision.by:
                yield decision.by, notes.place(_line(decision, FactLabel.BY))
            for relation in decision.relations:
                if not catalogue.decision_address(relation.target, decision.meeting):
                    yield relation.target, notes.place(relation.line)


def _line(part: Decision | FollowUp, label: FactLabel) -> int:
    return next((fact.line for fact in part.facts if fact.label is label), part.line)


def okant_arende(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find matters that do not exist."""
    for matter, place in _matter_names(catalogue):
        if catalogue.matter(matter) is None and matter not in catalogue.unreadable:
            yield error(
                "okant-arende",
                place,
                f"Ärendet {shorten(matter, 40)} finns inte.",
                did_you_mean(
                    matter,
                    catalogue.matters,
                    f"Skapa networks/<förbund>/matters/{shorten(matter, 40)}.yml, eller ta bort raden.",
                ),
            )


def _matter_names(catalogue: Catalogue) -> Iterator[tuple[str, Place]]:
    for notes, fact in _all_facts(catalogue):
        if fact.label is FactLabel.MATTER:
            yield from ((matter, notes.place(fact.line)) for matter in fact.values)
    for news in catalogue.news:
        yield from ((matter, news.head.at.place("ärenden")) for matter in news.head.matters)


def okant_beslut(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find addresses of decisions that do not exist."""
    for text, meeting, place in _decision_addresses(catalogue):
        address = catalogue.decision_address(text, meeting)
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
    for notes, fact in _all_facts(catalogue):
        if fact.label in {FactLabel.DONE, FactLabel.STRUCK}:
            for text in fact.values:
                address = catalogue.decision_address(text, notes.id, "a")
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
    for notes, fact in _all_facts(catalogue):
        if fact.label is FactLabel.CONTINUES:
            address = catalogue.meeting_address(fact.value, notes.id)
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


def okant_amne(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find topics that topics.yml lacks, where there is one."""
    if not catalogue.topics:
        return
    for name, place in _topics(catalogue):
        if catalogue.topic(name) is None:
            yield tip(
                "okant-amne",
                place,
                f"Ämnet {shorten(name, 40)} finns inte bland ämnena.",
                did_you_mean(name, catalogue.topics, "Lägg till det i networks/topics.yml."),
            )


def _topics(catalogue: Catalogue) -> Iterator[tuple[str, Place]]:
    for network in catalogue.networks.values():
        yield from ((name, network.at.place("topics")) for name in network.topics)
    for matter in catalogue.matters.values():
        yield from ((name, matter.at.place("topics")) for name in matter.topics)
    for news in catalogue.news:
        yield from ((name, news.head.at.place("ämnen")) for name in news.head.topics)
    for notes, fact in _all_facts(catalogue):
        if fact.label is FactLabel.TOPIC:
            yield from ((name, notes.place(fact.line)) for name in fact.values)


def okand_punkt(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find attendance at points that the agenda lacks."""
    for notes in catalogue.notes:
        known = [number for item in notes.items if (number := item.number)]
        if not known:
            continue
        for attendee in notes.attendance:
            unknown = [point for point in attendee.items if point.lower() not in known]
            if unknown:
                yield warning(
                    "okand-punkt",
                    notes.place(attendee.line),
                    f"{attendee.name} står vid punkt {', '.join(unknown[:5])}, "
                    "men det finns ingen sådan punkt.",
                    f"Punkterna är {', '.join(known[:20])}.",
                )


def _all_facts(catalogue: Catalogue) -> Iterator[tuple[Notes, Fact]]:
    for notes in catalogue.notes:
        yield from ((notes, fact) for fact in notes.facts())
