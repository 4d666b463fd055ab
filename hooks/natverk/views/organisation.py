"""Who speaks for an organisation where, and when they meet next."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natverk.history.members import members_on, seats_on
from natverk.history.names import names_of
from natverk.model.vocabulary import NetworkStatus
from natverk.views.follow_ups import FollowUpRow
from natverk.views.matter import Matters, MatterView
from natverk.views.naming import named, sort_key
from natverk.views.rows import MeetingRow, MemberRow, Rows, member_row

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.days import Day
    from natverk.model.matters import LocalDecision
    from natverk.model.networks import Network
    from natverk.model.organisations import Association, Organisation
    from natverk.views.presence import OwnPresence

LATEST = 10
"""How many ended follow-ups an organisation's page has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An organisation's part in a network; `wanted` and `vacant` are the scopes of its places.

    `reviewed` is the day that the network's own page says its facts are of, None when it does not.
    """

    network: str
    network_name: str
    association: str
    reviewed: Day | None
    members: tuple[MemberRow, ...]
    wanted: tuple[tuple[str, ...], ...]
    vacant: tuple[tuple[str, ...], ...]
    former: tuple[MemberRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalMatter:
    """A matter that an organisation decides for itself, and what it has decided as far as is known."""

    view: MatterView
    decisions: tuple[LocalDecision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationView:
    """An organisation and its places, by the networks' names.

    `ended_follow_ups` are the latest ones; the pages of years have all.
    """

    organisation: Organisation | Association
    name: str
    other_names: tuple[str, ...]
    associations: tuple[str, ...]
    places: tuple[Place, ...]
    former_places: tuple[Place, ...]
    coming: tuple[MeetingRow, ...]
    matters: tuple[LocalMatter, ...]
    follow_ups: tuple[FollowUpRow, ...]
    ended_follow_ups: tuple[FollowUpRow, ...]
    presence: OwnPresence | None


def places_by_organisation(catalogue: Catalogue, today: dt.date) -> Mapping[str, tuple[Place, ...]]:
    """Return every organisation's places, gathered in one pass over the networks."""
    found: dict[str, list[Place]] = defaultdict(list)
    for network in catalogue.networks.values():
        if network.status is not NetworkStatus.ENDED:
            for organisation, place in _places(catalogue, network, today):
                found[organisation].append(place)
    return {
        organisation: tuple(sorted(places, key=lambda place: sort_key(place.network_name)))
        for organisation, places in found.items()
    }


def _places(catalogue: Catalogue, network: Network, today: dt.date) -> list[tuple[str, Place]]:
    sitting: dict[str, list[MemberRow]] = defaultdict(list)
    former: dict[str, list[MemberRow]] = defaultdict(list)
    vacant: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    wanted: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    now = set(map(id, members_on(network, today)))
    for member in network.members:
        row = member_row(catalogue, member, today)
        if id(member) in now:
            sitting[row.organisation].append(row)
        elif member.interval.last < today and member.name:
            former[row.organisation].append(row)
    for filled in seats_on(catalogue, network, today):
        organisation = catalogue.organisation(filled.seat.organisation) or ""
        wanted[organisation].append(filled.seat.scope)
        vacant[organisation] += [filled.seat.scope] * filled.vacant
    return [
        (
            organisation,
            Place(
                network=network.id,
                network_name=named(catalogue, network.id),
                association=network.association,
                reviewed=network.reviewed,
                members=tuple(sitting[organisation]),
                wanted=tuple(wanted[organisation]),
                vacant=tuple(vacant[organisation]),
                former=tuple(former[organisation]),
            ),
        )
        for organisation in sorted({*sitting, *former, *wanted})
        if organisation
    ]


def local_matters(matters: Matters) -> Mapping[str, tuple[LocalMatter, ...]]:
    """Return the matters that each municipality decides for itself, those it has not decided first."""
    found: dict[str, list[LocalMatter]] = defaultdict(list)
    for view in matters.views.values():
        for place in view.places:
            found[place.organisation].append(LocalMatter(view=view, decisions=place.decisions))
    return {
        organisation: tuple(sorted(own, key=lambda one: bool(one.decisions)))
        for organisation, own in found.items()
    }


def organisation_view(
    rows: Rows, identity: str, places: tuple[Place, ...], own: tuple[LocalMatter, ...]
) -> OrganisationView:
    """Return an organisation's page; `own` are the matters that it decides for itself."""
    catalogue = rows.catalogue
    organisation = catalogue.organisations.get(identity) or catalogue.associations[identity]
    name = named(catalogue, identity)
    to_do = rows.to_do_by.get(identity, ())
    current = tuple(place for place in places if place.members or place.vacant)
    coming = [
        row for place in current for row in rows.of_network(place.network) if rows.is_coming(row)
    ]
    return OrganisationView(
        organisation=organisation,
        name=name,
        other_names=tuple(other for other in names_of(organisation) if other != name),
        associations=associations_of(catalogue, identity, rows.today),
        places=current,
        former_places=tuple(place for place in places if place.former),
        coming=tuple(sorted(set(coming), key=lambda row: (row.day, row.id))),
        matters=own,
        follow_ups=tuple(row for row in to_do if not row.closed_by),
        ended_follow_ups=tuple(row for row in to_do if row.closed_by)[:LATEST],
        presence=rows.presences.of_organisation(identity),
    )


def associations_of(catalogue: Catalogue, identity: str, today: dt.date) -> tuple[str, ...]:
    """Return the ids of the associations that an organisation belongs to."""
    return tuple(
        association.id
        for association in catalogue.associations.values()
        for member in association.members
        if catalogue.organisation(member.organisation) == identity and today in member.interval
    )


def networks_of(places: tuple[Place, ...]) -> tuple[str, ...]:
    """Return the ids of the networks that an organisation has or had places in."""
    return tuple(place.network for place in places)
