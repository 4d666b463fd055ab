"""Who was at a meeting, who was not, and what their attendance lists hold besides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natverk.history.members import Roster, roles_on
from natverk.model.vocabulary import ATTENDANCE, SectionKind
from natverk.source.blocks import Block, List
from natverk.views.naming import named, person_name, sort_key
from natverk.words import swedish

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.networks import Member
    from natverk.model.notes import Attendee, Notes


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendeeRow:
    """Somebody in an attendance list; `remarks` holds all that has no column of its own."""

    name: str
    organisation: str
    organisation_name: str
    scope: tuple[str, ...]
    roles: tuple[str, ...]
    remarks: tuple[str, ...]

    @property
    def about(self) -> tuple[str, ...]:
        """What is said of the person after the organisation."""
        return (*self.roles, *self.scope, *self.remarks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Those present, absent, or otherwise there, by organisation; and text that is no list."""

    kind: SectionKind
    title: str
    rows: tuple[AttendeeRow, ...]
    texts: tuple[Block, ...]


def groups(catalogue: Catalogue, notes: Notes, date: dt.date) -> Iterable[Group]:
    """Yield the attendance lists that the document has, each sorted by organisation."""
    hosts = [catalogue.body(name) for name in (notes.network, *notes.head.jointly_with)]
    networks = [catalogue.networks[host] for host in hosts if host]
    roster = Roster(catalogue, networks, date)
    for kind in ATTENDANCE:
        rows = [
            _attendee_row(catalogue, roster, attendee, date)
            for attendee in notes.attendance
            if attendee.section is kind
        ]
        texts = tuple(reserved_texts(notes, kind))
        if rows or texts:
            title = next(section.title for section in notes.sections if section.kind is kind)
            ordered = sorted(
                rows, key=lambda row: (not row.organisation_name, sort_key(row.organisation_name))
            )
            yield Group(kind=kind, title=title, rows=tuple(ordered), texts=texts)


def reserved_texts(notes: Notes, kind: SectionKind) -> Iterable[Block]:
    """Yield what a reserved section holds besides its list, so that nothing is lost."""
    for section in notes.sections:
        if section.kind is kind:
            yield from (
                part
                for part in section.parts
                if isinstance(part, Block) and not isinstance(part, List)
            )


def _attendee_row(
    catalogue: Catalogue, roster: Roster, attendee: Attendee, date: dt.date
) -> AttendeeRow:
    member = roster.find(attendee)
    scope = (member.scope if member else ()) or attendee.scope
    written = attendee.organisation or (member.organisation if member else "") or ""
    if not written and len(scope) == 1 and catalogue.organisation(scope[0]):
        written, scope = scope[0], ()
    organisation = catalogue.organisation(written) or ""
    remarks = [*attendee.remarks]
    if attendee.deputy_for:
        remarks.append(f"ersättare för {person_name(catalogue, attendee.deputy_for)}")
    if attendee.items:
        remarks.append("punkt " + _spans(attendee.items))
    return AttendeeRow(
        name=person_name(catalogue, attendee.name, member.person if member else None),
        organisation=organisation,
        organisation_name=named(catalogue, organisation, date) if organisation else written,
        scope=scope,
        roles=tuple(swedish().role(role) for role in attendee.roles) or _roles(member, date),
        remarks=tuple(remarks),
    )


def _roles(member: Member | None, date: dt.date) -> tuple[str, ...]:
    if member is None:
        return ()
    roles = tuple(swedish().role(role.role) for role in roles_on(member, date))
    return (*roles, *((member.title,) if member.title and not roles else ()))


def _spans(points: tuple[str, ...]) -> str:
    """Return points as they are written: runs of three or more as a span."""
    shown: list[str] = []
    run: list[str] = []
    for point in (*points, ""):
        if run and point.isdecimal() and run[-1].isdecimal() and int(point) == int(run[-1]) + 1:
            run.append(point)
            continue
        shown += [f"{run[0]}–{run[-1]}"] if len(run) > 2 else run  # noqa: PLR2004 - two are no span
        run = [point] if point else []
    return ", ".join(shown)
