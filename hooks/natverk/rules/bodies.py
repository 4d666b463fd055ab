"""Networks, organisations and other bodies that nothing bears the name of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
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
)
from natverk.history.follow_ups import ENDING
from natverk.history.names import latest_name
from natverk.model.addresses import decision_address
from natverk.model.matters import EVERY_MUNICIPALITY
from natverk.model.vocabulary import FactLabel

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.decisions import Decision, FollowUp
    from natverk.model.matters import LocalDecision, Party
    from natverk.model.networks import Member, Seat
    from natverk.model.organisations import MemberOrganisation


ORGANISATIONS = "networks/organisations.yml"
"""The register that hides many records at once when it cannot be read."""


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
    for name, place in chain(_organisation_names(catalogue), _ended_for(catalogue)):
        if catalogue.organisation(name) is None and not catalogue.may_exist(name):
            yield _unknown_organisation(catalogue, name, place)
    yield from _unknown_associations(catalogue)
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


def _unknown_associations(catalogue: Catalogue) -> Iterator[Finding]:
    """Find school breaks of associations that do not exist."""
    for one in catalogue.breaks.values():
        name = one.association or ""
        is_known = catalogue.organisation(name) in catalogue.associations
        if name and not is_known and not catalogue.may_exist(name):
            known = list(catalogue.associations)
            yield error(
                "okand-organisation",
                one.at.place("association"),
                f"Förbundet {shorten(name, 40)} finns inte.",
                did_you_mean(
                    name, known, "Skriv förbundets mapp under networks/, eller ta bort raden."
                ),
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


def _ended_for(catalogue: Catalogue) -> Iterator[tuple[str, Place]]:
    """Yield the organisations that follow-ups are said to be done for."""
    for notes in catalogue.notes:
        for fact in notes.facts():
            if fact.label in ENDING:
                for ended in fact.ended:
                    yield from ((name, notes.place(fact.line)) for name in ended.organisations)


def okand_instans(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find bodies that decide, adopt or receive something but are not known here."""
    for name, place in _bodies(catalogue):
        known = catalogue.body(name) or catalogue.organisation(name)
        if known or fold(name) in EVERY_MUNICIPALITY or catalogue.may_exist(name):
            continue
        if ORGANISATIONS in catalogue.unreadable:
            continue
        bodies = {latest_name(body).name: body.id for body in catalogue.networks.values()}
        close = nearest(name, [*bodies, *catalogue.networks])
        yield error(
            "okand-instans",
            place,
            f"Instansen {shorten(name, 40)} finns inte.",
            _as_body(close, bodies)
            if close
            else "Lägg till instansen under networks/, med outside: ja om den bara nämns.",
        )


def _as_body(name: str, ids: Mapping[str, str]) -> str:
    """Return a hint to write a body's name, or its id where a comma would make two of the name."""
    if "," in name:
        return f"Menade du {ids[name]}? Skriv id, för kommat delar {shorten(name, 60)} i två."
    return f"Menade du {name}?"


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
                if not decision_address(relation.target, decision.meeting):
                    yield relation.target, notes.place(relation.line)


def _line(part: Decision | FollowUp, label: FactLabel) -> int:
    return next((fact.line for fact in part.facts if fact.label is label), part.line)
