"""What machines are told of bodies and organisations, in the words of schema.org.

A body is named by its page's address wherever it occurs, so that machines see that it is the same
one. Members are organisations: no person is told of here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from natverk import urls
from natverk.history.members import members_on
from natverk.history.names import latest_name, names_of
from natverk.model.vocabulary import LegalForm, MemberKind, OrganisationKind
from natverk.views.naming import by_name, named

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.networks import Network
    from natverk.model.organisations import Association, Organisation
    from natverk.model.records import Named

Thing = dict[str, object]
"""A thing of schema.org: its type and properties, as JSON-LD has them."""

_PUBLIC = {OrganisationKind.MUNICIPALITY, OrganisationKind.REGION, OrganisationKind.AGENCY}


class Bodies:
    """Describes the bodies of a catalogue, and refers to them from other things."""

    def __init__(self, catalogue: Catalogue, today: dt.date, site: str) -> None:
        """Remember whose bodies they are, the day, and the address of the site."""
        self.catalogue = catalogue
        self.today = today
        self.site = site.rstrip("/")

    def address(self, source: str) -> str:
        """Return the whole address of a page."""
        return f"{self.site}/{urls.page(source)}"

    def refer(self, identity: str) -> Thing:
        """Name a body or an organisation, with its address when it has a page."""
        catalogue = self.catalogue
        if identity in catalogue.networks:
            kind, source = "Organization", urls.network(identity)
        elif identity in catalogue.associations:
            kind, source = _kind_of(catalogue.associations[identity]), urls.association(identity)
        elif identity in catalogue.organisations:
            kind, source = _kind_of(catalogue.organisations[identity]), urls.organisation(identity)
        else:
            return {"@type": "Organization", "name": identity}
        address = self.address(source)
        return {"@type": kind, "@id": address, "name": named(catalogue, identity), "url": address}

    def association(self, association: Association) -> Thing:
        """Describe an association and the organisations that are its members today."""
        members = [
            one.organisation
            for one in association.members
            if self.today in one.interval and one.kind is MemberKind.MEMBER
        ]
        return {
            **self._body(_kind_of(association), urls.association(association.id), association),
            "description": association.about,
            "sameAs": association.site,
            "member": self._organisations(members),
        }

    def organisation(self, organisation: Organisation) -> Thing:
        """Describe an organisation."""
        source = urls.organisation(organisation.id)
        described = self._body(_kind_of(organisation), source, organisation)
        return {**described, "sameAs": organisation.site}

    def network(self, network: Network) -> Thing:
        """Describe a network, what it belongs to and the organisations in it today."""
        parent = self.catalogue.body(network.reports_to or "") or network.association
        members = [
            one.organisation
            for one in members_on(network, self.today)
            if one.organisation and one.kind is MemberKind.MEMBER
        ]
        return {
            **self._body("Organization", urls.network(network.id), network),
            "description": network.about,
            "parentOrganization": self.refer(parent),
            "foundingDate": network.started and str(network.started),
            "dissolutionDate": network.ended and str(network.ended),
            "email": network.email,
            "sameAs": network.site,
            "member": self._organisations(members),
        }

    def _organisations(self, names: Iterable[str]) -> list[Thing]:
        known = {self.catalogue.organisation(name) or name for name in names}
        return [self.refer(identity) for identity in by_name(self.catalogue, known)]

    def _body(self, kind: str, source: str, record: Named) -> Thing:
        name = latest_name(record).name
        return {
            "@type": kind,
            "@id": self.address(source),
            "name": name,
            "alternateName": [other for other in names_of(record) if other != name],
            "url": self.address(source),
        }


def _kind_of(body: Association | Organisation) -> str:
    if getattr(body, "legal_form", None) is LegalForm.KOMMUNALFORBUND or body.kind in _PUBLIC:
        return "GovernmentOrganization"
    if body.kind is OrganisationKind.UNIVERSITY:
        return "CollegeOrUniversity"
    return "Organization"
