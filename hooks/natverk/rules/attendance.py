"""Attendance lists against themselves and against the members of the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from natverk.findings import Finding, did_you_mean, error, fold, warning
from natverk.history.members import Roster, members_on, names_of_person
from natverk.history.names import latest_name
from natverk.model.vocabulary import MemberKind, SectionKind

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.networks import Network
    from natverk.model.notes import Notes


def narvarande_och_franvarande(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find persons who are listed as present and as absent at once."""
    for notes in catalogue.notes:
        absent = {
            (fold(attendee.name), fold(attendee.organisation)): attendee.line
            for attendee in notes.attendance
            if attendee.section is SectionKind.ABSENT
        }
        for attendee in notes.attendance:
            line = absent.get((fold(attendee.name), fold(attendee.organisation)))
            if attendee.section is SectionKind.PRESENT and line:
                yield error(
                    "narvarande-och-franvarande",
                    notes.place(attendee.line),
                    f"{attendee.name} står både som närvarande och, på rad {line}, som frånvarande.",
                    "Ta bort den rad som är fel. Var någon med en del av mötet skrivs "
                    f"- {attendee.name}; punkt 1–3",
                )


def narvarande_utan_plats(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find persons listed as present or absent who were no members that day."""
    for notes, networks, roster in _listed(catalogue):
        if len(networks) < len(hosts_of(catalogue, notes)):
            continue
        for attendee in notes.attendance:
            if attendee.section is SectionKind.OTHERS or attendee.deputy_for:
                continue
            if roster.find(attendee) is None:
                members = [member.name for member in roster.members if member.name]
                names = " eller ".join(latest_name(network).name for network in networks)
                yield warning(
                    "narvarande-utan-plats",
                    notes.place(attendee.line),
                    f"{attendee.name} var inte ledamot av {names} den dagen.",
                    did_you_mean(
                        attendee.name,
                        members,
                        "Flytta gäster till Övriga, eller lägg till personen under members "
                        f"i {networks[0].at.path}.",
                    ),
                )


def ledamot_utan_narvaro(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find members of the day who are listed neither as present nor as absent."""
    for notes, _, roster in _listed(catalogue):
        listed = {fold(attendee.name) for attendee in notes.attendance}
        listed |= {
            fold(attendee.deputy_for) for attendee in notes.attendance if attendee.deputy_for
        }
        present = next(section for section in notes.sections if section.kind is SectionKind.PRESENT)
        for member in roster.members:
            if member.kind is not MemberKind.MEMBER or not member.name or member.vacant:
                continue
            if not names_of_person(catalogue, member) & listed:
                yield warning(
                    "ledamot-utan-narvaro",
                    notes.place(present.line),
                    f"{member.name} är ledamot men står varken som närvarande eller frånvarande.",
                    f"Lägg till en rad under Närvarande eller Frånvarande: - {member.name}",
                )


def _listed(catalogue: Catalogue) -> Iterator[tuple[Notes, list[Network], Roster]]:
    """Yield published notes with a list of those present, their networks and the members then.

    A network whose members of the day are not known is left out.
    """
    for notes in catalogue.notes:
        present = any(attendee.section is SectionKind.PRESENT for attendee in notes.attendance)
        if present and notes.is_published:
            date = dt.date.fromisoformat(notes.key[:10])
            if networks := [one for one in hosts_of(catalogue, notes) if members_on(one, date)]:
                yield notes, networks, Roster(catalogue, networks, date)


def hosts_of(catalogue: Catalogue, notes: Notes) -> list[Network]:
    """Return the networks whose meeting it is, those that are known."""
    names = (notes.network, *notes.head.jointly_with)
    hosts = dict.fromkeys(catalogue.body(name) for name in names)
    return [catalogue.networks[host] for host in hosts if host]
