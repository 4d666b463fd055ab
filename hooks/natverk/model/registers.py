"""The records of the registers: organisations, associations, networks and what belongs to them.

The field names are the keys of the files; `docs/utveckling/innehall.md` tells them with examples.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from natverk.model.days import Interval
from natverk.model.records import (
    Count,
    Dated,
    DayField,
    EmailAddress,
    Named,
    Record,
    Text,
    Texts,
    TimesField,
    WebAddress,
    YesNo,
    word,
)


class OrganisationKind(StrEnum):
    """What an organisation is."""

    MUNICIPALITY = "municipality"
    REGION = "region"
    ASSOCIATION = "association"
    UNIVERSITY = "university"
    AGENCY = "agency"
    INTEREST = "interest"
    COMPANY = "company"
    OTHER = "other"


class LegalForm(StrEnum):
    """An association's legal form; the law on public documents and appeals depends on it."""

    KOMMUNALFORBUND = "kommunalforbund"
    NON_PROFIT = "non_profit"
    REGION = "region"
    OTHER = "other"


class NetworkKind(StrEnum):
    """What a body is."""

    DIRECTORS = "directors"
    PROFESSION = "profession"
    WORKING_GROUP = "working_group"
    REFERENCE_GROUP = "reference_group"
    STEERING_GROUP = "steering_group"
    POLITICAL_STEERING_GROUP = "political_steering_group"
    EXECUTIVE_COMMITTEE = "executive_committee"
    BOARD = "board"
    COUNCIL = "council"
    SECTOR_COUNCIL = "sector_council"
    FORUM = "forum"
    COOPERATION = "cooperation"
    OTHER = "other"


class NetworkStatus(StrEnum):
    """Whether a body is at work."""

    TRIAL = "trial"
    ACTIVE = "active"
    RESTING = "resting"
    ENDED = "ended"


class MemberKind(StrEnum):
    """In which capacity somebody sits in a network."""

    MEMBER = "member"
    DEPUTY = "deputy"
    ADJUNCT = "adjunct"
    SECRETARIAT = "secretariat"
    CONTACT = "contact"


class MeetingStatus(StrEnum):
    """What is planned for a meeting in the calendar, and what became of it."""

    PLANNED = "planned"
    CONFIRMED = "confirmed"
    MOVED = "moved"
    CANCELLED = "cancelled"
    HELD = "held"


class Publish(StrEnum):
    """How a person's name may be shown."""

    NAME = "name"
    INITIALS = "initials"
    NO = "no"


class Organisation(Named):
    """A municipality, a region, an agency: whoever persons represent."""

    id: str
    kind: Annotated[OrganisationKind, word(OrganisationKind)]
    code: Text | None = None
    site: WebAddress = None


class MemberOrganisation(Dated):
    """An organisation's membership of an association."""

    organisation: Text
    kind: Annotated[MemberKind, word(MemberKind)] = MemberKind.MEMBER


class Contact(Record):
    """Whom to turn to; not a membership."""

    name: Text
    title: Text | None = None
    email: EmailAddress = None
    phone: Text | None = None


class LegalText(Record):
    """A text of the association's own, by what it is about."""

    about: Text
    text: Text


class Association(Named):
    """A body of municipalities that runs networks; an organisation like others."""

    id: str
    kind: Annotated[OrganisationKind, word(OrganisationKind)] = OrganisationKind.ASSOCIATION
    legal_form: Annotated[LegalForm, word(LegalForm)]
    members: tuple[MemberOrganisation, ...] = ()
    site: WebAddress = None
    notice_board: WebAddress = None
    contacts: tuple[Contact, ...] = ()
    about: Text | None = None
    decisions_note: Text | None = None
    legal_texts: tuple[LegalText, ...] = ()


class Role(Dated):
    """A role in a network, for the whole membership or a part of it."""

    role: Text


def _as_role(value: object) -> object:
    return {"role": value} if isinstance(value, str) else value


class Seat(Dated):
    """Places to be filled in a network, apart from who fills them."""

    organisation: Text
    scope: Texts = ()
    places: Count = 1


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


class Person(Named):
    """A person who needs telling apart, has changed name, or wishes not to be named."""

    id: str
    organisations: Texts = ()
    publish: Annotated[Publish, word(Publish)] = Publish.NAME


class Term(Dated):
    """An abbreviation or word of the field, in one sense."""

    id: str
    term: Text
    expansion: Text
    explanation: Text | None = None
    scope: Texts = ()


class Topic(Record):
    """A subject that items and decisions are filed under."""

    id: str
    name: Text
    about: Text | None = None


class Step(Record):
    """One step of a matter's way: which body, when or when expected, and what it does there."""

    body: Text
    date: DayField = None
    expected: Text | None = None
    does: Text | None = None
    outcome: Text | None = None
    link: WebAddress = None


class LocalDecision(Record):
    """One municipality's own decision in a matter."""

    organisation: Text
    date: DayField = None
    outcome: Text | None = None
    link: WebAddress = None


class Matter(Record):
    """A question that travels between bodies."""

    id: str
    association: str
    title: Text
    topics: Texts = ()
    agreement: Text | None = None
    about: Text | None = None
    note: Text | None = None
    steps: tuple[Step, ...] = ()
    local_decisions: tuple[LocalDecision, ...] = ()


class Party(Dated):
    """A party to an agreement: an organisation, or a group that is only described."""

    organisation: Text | None = None
    group: Text | None = None
    count: Count | None = None


class AgreementDocument(Record):
    """A text of an agreement."""

    title: Text
    link: WebAddress = None


class Agreement(Dated):
    """What several parties have agreed, and the bodies that steer it."""

    id: str
    association: str
    title: Text
    parties: tuple[Party, ...] = ()
    governs: Text | None = None
    bodies: Texts = ()
    documents: tuple[AgreementDocument, ...] = ()
    note: Text | None = None


class Break(Record):
    """Days without school, for which no meeting is expected."""

    id: str
    name: Text
    since: DayField = Field(alias="from")
    until: DayField = Field(alias="to")
    association: Text | None = None

    @property
    def interval(self) -> Interval:
        """The days of the break."""
        return Interval(self.since, self.until)
