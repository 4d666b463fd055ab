"""Organisations, associations and persons."""

from __future__ import annotations

from typing import Annotated

from natverk.model.records import (
    Dated,
    DayField,
    EmailAddress,
    Named,
    Record,
    ReportAddress,
    Text,
    Texts,
    WebAddress,
    word,
)
from natverk.model.vocabulary import Conformance, LegalForm, MemberKind, OrganisationKind, Publish


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


class Barrier(Record):
    """Content of the site that not everyone can use, and why it is so."""

    what: Text
    why: Text | None = None


class Accessibility(Record):
    """What an association has found about access to its site; what is left out is not known.

    The law on access to digital public service (2018:1937) has the site tell it.
    """

    service: Text | None = None
    status: Annotated[Conformance | None, word(Conformance)] = None
    assessed: DayField = None
    updated: DayField = None
    method: Text | None = None
    email: EmailAddress = None
    feedback: WebAddress = None
    barriers: tuple[Barrier, ...] = ()


class Association(Named):
    """A body of municipalities that runs networks; an organisation like others."""

    id: str
    kind: Annotated[OrganisationKind, word(OrganisationKind)] = OrganisationKind.ASSOCIATION
    legal_form: Annotated[LegalForm, word(LegalForm)]
    members: tuple[MemberOrganisation, ...] = ()
    site: WebAddress = None
    notice_board: WebAddress = None
    contacts: tuple[Contact, ...] = ()
    report: ReportAddress = None
    about: Text | None = None
    decisions_note: Text | None = None
    legal_texts: tuple[LegalText, ...] = ()
    accessibility: Accessibility | None = None


class Person(Named):
    """A person who needs telling apart, has changed name, or wishes not to be named."""

    id: str
    organisations: Texts = ()
    publish: Annotated[Publish, word(Publish)] = Publish.NAME
