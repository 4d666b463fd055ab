"""A network: its places, members and calendar."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, model_validator

from natverk.findings import RefusalError, shorten
from natverk.model.organisations import Contact
from natverk.model.periods import Interval
from natverk.model.records import (
    Count,
    Dated,
    DayField,
    EmailAddress,
    Named,
    Places,
    Record,
    Text,
    Texts,
    TimesField,
    WebAddress,
    YesNo,
    word,
)
from natverk.model.vocabulary import MeetingStatus, MemberKind, NetworkKind, NetworkStatus


class Role(Dated):
    """A role in a network, for the whole membership or a part of it."""

    role: Text


def _as_role(value: object) -> object:
    return {"role": value} if isinstance(value, str) else value


class Seat(Dated):
    """Places to be filled in a network, apart from who fills them."""

    organisation: Text
    scope: Texts = ()
    places: Places = 1


class Member(Dated):
    """Somebody's place in a network for a time; without a name, a vacant or unnamed place.

    `person` is an id of `people.yml`, needed only where two persons share a name.
    """

    name: Text | None = None
    person: Text | None = None
    title: Text | None = None
    organisation: Text | None = None
    scope: Texts = ()
    roles: tuple[Annotated[Role, BeforeValidator(_as_role)], ...] = ()
    role: Text | None = None
    kind: Annotated[MemberKind, word(MemberKind)] = MemberKind.MEMBER
    vacant: YesNo = False
    appointed_by: Text | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _vacant_or_named(self) -> Member:
        if self.vacant and self.name:
            raise RefusalError(
                "fel-varde",
                f"Platsen är vakant men har ett namn: {shorten(self.name, 40)}.",
                "Ta bort vacant: ja, eller ta bort namnet.",
                self.at.keys.get("vacant"),
            )
        return self

    @property
    def all_roles(self) -> tuple[Role, ...]:
        """Every role, those without days of their own held as long as the membership."""
        alone = (Role(role=self.role, at=self.at),) if self.role else ()
        return (*alone, *self.roles)


class Representation(Dated):
    """Persons who speak for the network in a body outside the site."""

    body: Text
    persons: Texts
    note: Text | None = None


class AnnualReport(Record):
    """A year's report and the meeting that received it."""

    year: Count
    meeting: Text | None = None
    document: WebAddress = None


class CalendarEntry(Record):
    """A meeting in the network's calendar."""

    date: DayField
    until: DayField = None
    time: TimesField = None
    place: Text | None = None
    status: Annotated[MeetingStatus, word(MeetingStatus)] = MeetingStatus.PLANNED
    moved_to: DayField = None
    reason: Text | None = None
    note: Text | None = None


class Network(Named):
    """A body whose mandate, members, meetings and decisions are kept here (or known of)."""

    id: str
    association: str
    kind: Annotated[NetworkKind, word(NetworkKind)]
    about: Text | None = None
    note: Text | None = None
    reports_to: Text | None = None
    guided_by: Texts = ()
    may_consult: Texts = ()
    started: DayField = None
    ended: DayField = None
    status: Annotated[NetworkStatus, word(NetworkStatus)] = NetworkStatus.ACTIVE
    status_from: DayField = None
    outside: YesNo = False
    site: WebAddress = None
    records_from: DayField = None
    reviewed: DayField = None
    email: EmailAddress = None
    topics: Texts = ()
    contacts: tuple[Contact, ...] = ()
    seats: tuple[Seat, ...] = ()
    members: tuple[Member, ...] = ()
    represented_in: tuple[Representation, ...] = ()
    annual_reports: tuple[AnnualReport, ...] = ()
    meetings: tuple[CalendarEntry, ...] = ()

    @property
    def lifetime(self) -> Interval:
        """From its start to its end, as far as known."""
        return Interval(self.started, self.ended)
