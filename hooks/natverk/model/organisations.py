"""Organisations, associations and persons."""

from __future__ import annotations

from typing import Annotated

from natverk.model.records import (
    Dated,
    EmailAddress,
    Named,
    Record,
    ReportAddress,
    Text,
    Texts,
    WebAddress,
    word,
)
from natverk.model.vocabulary import LegalForm, MemberKind, OrganisationKind, Publish


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
    report: ReportAddress = None
    about: Text | None = None
    decisions_note: Text | None = None
    legal_texts: tuple[LegalText, ...] = ()


class Person(Named):
    """A person who needs telling apart, has changed name, or wishes not to be named."""

    id: str
    organisations: Texts = ()
    publish: Annotated[Publish, word(Publish)] = Publish.NAME
