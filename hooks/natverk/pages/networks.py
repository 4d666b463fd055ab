"""The pages of associations, networks, mandates and organisations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natverk import urls
from natverk.changes import Changes
from natverk.history.mandates import mandate_on, text_of
from natverk.history.names import latest_name
from natverk.model.vocabulary import NetworkStatus
from natverk.outputs import Front, Output
from natverk.pages.facets import filters
from natverk.pages.links import rewriter
from natverk.pages.markdown import changed, mandate_period, render
from natverk.pages.pictures import hierarchy_picture
from natverk.pages.prose import bare, write_blocks
from natverk.views.agreement import agreements_of
from natverk.views.coverage import coverage_by_network, coverage_of
from natverk.views.mandate import revision_of
from natverk.views.matter import Matters, MatterView
from natverk.views.naming import by_name, named
from natverk.views.network import duties, hierarchy, network_view
from natverk.views.organisation import Place, organisation_view
from natverk.words import swedish

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.documents import Mandate
    from natverk.model.matters import Agreement
    from natverk.model.networks import Network
    from natverk.model.organisations import Association
    from natverk.views.coverage import Coverage
    from natverk.views.duties import FollowedUp
    from natverk.views.rows import Rows


def association_pages(
    rows: Rows, places: Mapping[str, tuple[Place, ...]], changes: Changes
) -> Iterator[Output]:
    """Yield a page for every association; `places` is every organisation's."""
    coverages = coverage_by_network(rows.catalogue, places)
    for association in rows.catalogue.associations.values():
        front = _association_front(rows, association, changes)
        yield Output(
            path=urls.association(association.id),
            content=_association_page(rows, association, coverages.get(association.id, ()), front),
            front=front,
            origin=association.at.path,
            parent=urls.NETWORKS,
        )


def _association_front(rows: Rows, association: Association, changes: Changes) -> Front:
    name = latest_name(association)
    return Front(
        title=name.name,
        kind="Förbund",
        description=f"{name.name}: medlemmar, nätverk och kontakt.",
        filters=filters(rows.catalogue, "Förbund", associations=(association.id,)),
        changed=changed(changes, association.at.path),
    )


def _association_page(
    rows: Rows, association: Association, coverages: Sequence[Coverage], front: Front
) -> bytes:
    catalogue = rows.catalogue
    name = latest_name(association)
    members = [
        catalogue.organisation(member.organisation) or member.organisation
        for member in association.members
        if rows.today in member.interval
    ]
    branches = hierarchy(catalogue, association.id)
    return render(
        "association.md.j2",
        front,
        association=association,
        name=name,
        members=by_name(catalogue, members),
        branches=branches,
        picture=hierarchy_picture(branches, f"Hur nätverken i {name.name} hänger ihop"),
        coverages=coverages,
        matters=[one for one in catalogue.matters.values() if one.association == association.id],
        agreements=[
            one for one in catalogue.agreements.values() if one.association == association.id
        ],
        today=rows.today,
        named=lambda identity: named(catalogue, identity),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What a network works with: its matters, the agreements it steers, how its duties are met."""

    matters: tuple[MatterView, ...]
    agreements: tuple[Agreement, ...]
    followed: FollowedUp | None


def network_pages(
    rows: Rows, changes: Changes, matters: Matters, followed: Mapping[str, FollowedUp]
) -> Iterator[Output]:
    """Yield a page for every network and for every revision of its mandate."""
    catalogue = rows.catalogue
    steered = agreements_of(catalogue)
    for network in catalogue.networks.values():
        work = Work(
            matters=matters.of_network.get(network.id, ()),
            agreements=steered.get(network.id, ()),
            followed=followed.get(network.id),
        )
        yield _network_page(rows, network, changes, work)
        for mandate in catalogue.mandates_of.get(network.id, ()):
            yield _mandate_page(catalogue, network, mandate, changes, rows.today)


def _network_page(rows: Rows, network: Network, changes: Changes, work: Work) -> Output:
    catalogue = rows.catalogue
    view = network_view(rows, network)
    kind = swedish().say(network.kind)
    front = Front(
        title=view.name,
        kind="Nätverk",
        description=f"{view.name}, {kind} i {named(catalogue, network.association)}: "
        "uppdrag, ledamöter, möten och beslut.",
        filters=filters(
            catalogue,
            "Nätverk",
            bodies=(network.id,),
            organisations=(row.organisation for row in view.members),
            topics=network.topics,
        ),
        changed=changed(changes, network.at.path),
    )
    content = render(
        "network.md.j2",
        front,
        view=view,
        followed=work.followed,
        network=network,
        is_ended=network.status is NetworkStatus.ENDED,
        is_active=network.status is NetworkStatus.ACTIVE,
        named=lambda identity: named(catalogue, identity),
        body=lambda text: catalogue.body(text) or text,
        matters=work.matters,
        agreements=work.agreements,
        principles=_principles(catalogue, network, rows.today),
        bare=bare,
    )
    return Output(
        path=urls.network(network.id),
        content=content,
        front=front,
        origin=network.at.path,
        parent=urls.NETWORKS,
    )


def _principles(
    catalogue: Catalogue, network: Network, today: dt.date
) -> list[tuple[str, Mandate | None]]:
    """Return the bodies whose principles a network inherits, each with the text that tells them."""
    bodies = [body for one in network.guided_by if (body := catalogue.body(one))]
    found = []
    for body in bodies:
        revisions = catalogue.mandates_of.get(body, ())
        found.append((body, mandate_on(revisions, today) or (revisions[-1] if revisions else None)))
    return found


def _mandate_page(
    catalogue: Catalogue, network: Network, mandate: Mandate, changes: Changes, today: dt.date
) -> Output:
    revisions = catalogue.mandates_of[network.id]
    name = latest_name(network).name
    period = mandate_period(mandate)
    at = revisions.index(mandate)
    front = Front(
        title=f"Uppdrag för {name}, {period}",
        kind="Uppdrag",
        description=f"Uppdragsbeskrivning för {name}, {period}.",
        filters=filters(catalogue, "Uppdrag", bodies=(network.id,)),
        changed=changed(changes, mandate.path),
    )
    content = render(
        "mandate.md.j2",
        front,
        network=network,
        name=name,
        mandate=mandate,
        head=mandate.head,
        title=mandate.head.title or f"Uppdrag för {name}",
        text=write_blocks(text_of(revisions, mandate), rewriter(mandate.path)),
        duties=duties(mandate.head),
        revision=revision_of(revisions, mandate),
        bare=bare,
        is_current=mandate_on(revisions, today) is mandate and mandate.is_dated,
        others=[one for one in reversed(revisions) if one is not mandate],
        adopted_by=catalogue.body(mandate.head.adopted_by or ""),
        named=lambda identity: named(catalogue, identity),
    )
    return Output(
        path=urls.mandate(network.id, mandate.key),
        content=content,
        front=front,
        origin=mandate.path,
        parent=urls.network(network.id),
        earlier=urls.mandate(network.id, revisions[at - 1].key) if at else None,
        later=urls.mandate(network.id, revisions[at + 1].key) if at + 1 < len(revisions) else None,
    )


def organisation_pages(rows: Rows, places: Mapping[str, tuple[Place, ...]]) -> Iterator[Output]:
    """Yield the list of organisations and a page for each."""
    catalogue = rows.catalogue
    identities = by_name(catalogue, [*catalogue.organisations, *catalogue.associations])
    kinds: dict[str, list[str]] = {}
    for identity in identities:
        record = catalogue.organisations.get(identity) or catalogue.associations[identity]
        kinds.setdefault(swedish().say(record.kind), []).append(identity)
    front = Front(
        title="Organisationer",
        kind="Lista",
        description="Kommuner och andra organisationer, och vem som företräder dem i nätverken.",
        searched=False,
    )
    content = render(
        "organisations.md.j2",
        front,
        kinds=kinds,
        places=places,
        named=lambda identity: named(catalogue, identity),
    )
    yield Output(
        path=urls.ORGANISATIONS, content=content, front=front, origin="networks/organisations.yml"
    )
    for identity in identities:
        yield _organisation_page(rows, identity, places.get(identity, ()))


def _organisation_page(rows: Rows, identity: str, places: tuple[Place, ...]) -> Output:
    catalogue = rows.catalogue
    view = organisation_view(rows, identity, places)
    front = Front(
        title=view.name,
        kind="Organisation",
        description=f"Vem som företräder {view.name} i nätverken, lediga platser och kommande möten.",
        filters=filters(
            catalogue,
            "Organisation",
            associations=view.associations,
            organisations=(identity,),
        ),
    )
    content = render(
        "organisation.md.j2",
        front,
        view=view,
        organisation=view.organisation,
        coverage=coverage_of(view.places),
        is_association=identity in catalogue.associations,
        named=lambda one: named(catalogue, one),
        bare=bare,
    )
    return Output(
        path=urls.organisation(identity),
        content=content,
        front=front,
        origin=view.organisation.at.path,
        parent=urls.ORGANISATIONS,
    )
