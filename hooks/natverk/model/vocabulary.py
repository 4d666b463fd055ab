"""The vocabularies: every word with a fixed meaning, by the name that the code uses.

The Swedish words themselves stand in `words/sv.yml`.
"""

from __future__ import annotations

from enum import StrEnum


class DocumentStatus(StrEnum):
    """How far a meeting's document has come; only a draft is kept off the site."""

    INVITATION = "invitation"
    DRAFT = "draft"
    PUBLISHED = "published"


class MeetingForm(StrEnum):
    """How those who took part met."""

    IN_PERSON = "in_person"
    DIGITAL = "digital"
    HYBRID = "hybrid"
    BY_LETTER = "by_letter"


class NotesKind(StrEnum):
    """What sort of document it is."""

    NOTES = "notes"
    MINNESANTECKNINGAR = "minnesanteckningar"
    MINUTES = "minutes"
    BRIEF = "brief"


class DecisionKind(StrEnum):
    """What a decision does."""

    DECISION = "decision"
    RECOMMENDATION = "recommendation"
    POSITION = "position"
    DIRECTION = "direction"
    COMMISSION = "commission"
    OPINION = "opinion"
    ENDORSEMENT = "endorsement"
    ELECTION = "election"
    APPROVAL = "approval"
    TABLING = "tabling"
    REFERRAL_BACK = "referral_back"
    REFERRAL = "referral"
    REJECTION = "rejection"


class RelationKind(StrEnum):
    """How a decision bears on an earlier one, or where it goes next."""

    EXTENDS = "extends"
    REPLACES = "replaces"
    AMENDS = "amends"
    REVOKES = "revokes"
    CONFIRMS = "confirms"
    ANSWERS = "answers"
    GOES_TO = "goes_to"
    RECOMMENDED_TO = "recommended_to"


class FactLabel(StrEnum):
    """The labels of facts, other than relations."""

    KIND = "kind"
    BY = "by"
    RESPONSIBLE = "responsible"
    DUE = "due"
    PERIOD = "period"
    MATTER = "matter"
    TOPIC = "topic"
    PRESENTER = "presenter"
    CONTINUES = "continues"
    DONE = "done"
    STRUCK = "struck"
    NOTE = "note"
    ACCESSIBLE = "accessible"


class SectionKind(StrEnum):
    """The sections whose names are reserved."""

    PRESENT = "present"
    ABSENT = "absent"
    OTHERS = "others"
    ATTACHMENTS = "attachments"
    CORRECTIONS = "corrections"


ATTENDANCE = (SectionKind.PRESENT, SectionKind.ABSENT, SectionKind.OTHERS)


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


class Conformance(StrEnum):
    """How far a site meets the law on access to digital public service, in the law's three steps."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


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


class DayKind(StrEnum):
    """Which days a time is counted in: all, those people work, those children go to school."""

    CALENDAR = "calendar"
    WORKING = "working"
    SCHOOL = "school"


class Counted(StrEnum):
    """What a quorum counts: persons, or the organisations or municipalities that they come from."""

    MEMBERS = "members"
    ORGANISATIONS = "organisations"
    MUNICIPALITIES = "municipalities"
