"""Persons who are written as known but are not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from natverk.findings import (
    Finding,
    Place,
    did_you_mean,
    error,
    fold,
    shorten,
    warning,
)
from natverk.history.members import names_of_person
from natverk.history.names import latest_name
from natverk.rules.attendance import hosts_of

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.networks import Network


PEOPLE = "networks/people.yml"
"""The register that hides every person's id when it cannot be read."""


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
                place = representation.at.place("persons")
                yield from _not_member(catalogue, [network], name, place)
    for notes in catalogue.notes:
        absent = [attendee for attendee in notes.attendance if attendee.deputy_for]
        hosts = hosts_of(catalogue, notes) if absent else []
        if hosts and all(host.members for host in hosts):
            for attendee in absent:
                place = notes.place(attendee.line)
                yield from _not_member(catalogue, hosts, attendee.deputy_for, place, warning)


def _not_member(
    catalogue: Catalogue,
    networks: Sequence[Network],
    name: str,
    place: Place,
    level: Callable[[str, Place, str, str], Finding] = error,
) -> Iterator[Finding]:
    members = [member for network in networks for member in network.members]
    if any(fold(name) in names_of_person(catalogue, member) for member in members):
        return
    bodies = " eller ".join(latest_name(network).name for network in networks)
    yield level(
        "okand-person",
        place,
        f"{shorten(name, 40)} är inte med bland ledamöterna i {bodies}.",
        did_you_mean(
            name,
            [member.name for member in members if member.name],
            f"Lägg till personen under members i {networks[0].at.path}.",
        ),
    )
