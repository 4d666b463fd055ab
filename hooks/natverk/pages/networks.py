"""The pages of networks and of their mandates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natverk import urls
from natverk.changes import Changes
from natverk.history.mandates import mandate_on, text_of
from natverk.history.names import latest_name
from natverk.model.days import Day
from natverk.model.vocabulary import NetworkStatus
from natverk.outputs import Front, Output
from natverk.pages.explained import Explainer
from natverk.pages.facets import filters
from natverk.pages.links import rewriter
from natverk.pages.markdown import changed, mandate_period, render
from natverk.pages.pictures import presence_picture
from natverk.pages.prose import bare, write_blocks
from natverk.views.agreement import agreements_of
from natverk.views.glossary import terms_of
from natverk.views.mandate import revision_of
from natverk.views.matter import Matters, MatterView
from natverk.views.naming import named
from natverk.views.network import duties, network_view
from natverk.views.subscriptions import subscription
from natverk.words import swedish

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.documents import Mandate
    from natverk.model.matters import Agreement
    from natverk.model.networks import Network
    from natverk.views.duties import FollowedUp
    from natverk.views.rows import Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What a network works with: its matters, the agreements it steers, how its duties are met."""

    matters: tuple[MatterView, ...]
    agreements: tuple[Agreement, ...]
    followed: FollowedUp | None


def network_pages(
    rows: Rows, changes: Changes, matters: Matters, followed: Mapping[str, FollowedUp], site: str
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
        yield _network_page(rows, network, changes, work, site)
        for mandate in catalogue.mandates_of.get(network.id, ()):
            yield _mandate_page(catalogue, network, mandate, changes, rows.today)


def _network_page(rows: Rows, network: Network, changes: Changes, work: Work, site: str) -> Output:
    catalogue = rows.catalogue
    scope = f"natverk/{network.id}"
    view = network_view(rows, network)
    kind = swedish().say(network.kind)
    front = Front(
        title=view.name,
        kind="Nätverk",
        name=view.name,
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
        feed=urls.feed_file(scope),
        calendar=urls.calendar_file(scope),
    )
    content = render(
        "network.md.j2",
        front,
        view=view,
        followed=work.followed,
        subscription=subscription(view.name, scope, urls.network(network.id), site),
        network=network,
        explained=Explainer(terms_of(catalogue, [network.id], Day.of(rows.today))).data,
        is_active=network.status is NetworkStatus.ACTIVE,
        named=lambda identity: named(catalogue, identity),
        body=lambda text: catalogue.body(text) or text,
        matters=sorted(work.matters, key=_by_wait),
        agreements=work.agreements,
        principles=_principles(catalogue, network, rows.today),
        bare=bare,
        picture=presence_picture(view.presence, f"Närvaro i {view.name}") if view.presence else "",
    )
    return Output(
        path=urls.network(network.id),
        content=content,
        front=front,
        origin=network.at.path,
        parent=urls.NETWORKS,
    )


def _by_wait(view: MatterView) -> tuple[bool, int]:
    """Sort what waits for somebody before the rest, and the rest by when it was taken up last."""
    day = view.latest.day if view.latest else None
    return view.waiting is None, 0 if view.waiting or day is None else -day.first.toordinal()


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
    terms = terms_of(catalogue, [network.id], mandate.interval.start)
    front = Front(
        title=f"Uppdrag för {name}, {period}",
        kind="Uppdrag",
        description=f"Uppdragsbeskrivning för {name}, {period}.",
        filters=filters(catalogue, "Uppdrag", bodies=(network.id,)),
        is_slight=mandate_on(revisions, today) not in (None, mandate),
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
        text=write_blocks(text_of(revisions, mandate), rewriter(mandate.path), Explainer(terms)),
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
