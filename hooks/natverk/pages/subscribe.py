"""The page of everything that can be subscribed to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from natverk import urls
from natverk.outputs import Front, Output
from natverk.pages.facets import filters
from natverk.pages.markdown import render
from natverk.views.naming import by_name, named, sort_key
from natverk.views.subscriptions import Subscription, subscription

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.views.organisation import Place


def subscribe_page(
    catalogue: Catalogue, places: Mapping[str, tuple[Place, ...]], site: str
) -> Iterator[Output]:
    """Yield the page; organisations that have never had anyone in a network are left out."""
    followed = [one for one in places if any(map(_is_told_of, places[one]))]
    front = Front(
        title="Prenumerera",
        kind="Prenumerera",
        description="Kalendrar och flöden att prenumerera på, och hur man gör.",
        filters=filters(catalogue, "Sida"),
        feed=urls.feed_file(),
        calendar=urls.calendar_file(),
    )
    content = render(
        "subscriptions.md.j2",
        front,
        everything=subscription("Alla nätverk", "", urls.HOME, site),
        groups=[
            (
                named(catalogue, one),
                _association(catalogue, one, site),
                _networks(catalogue, one, site),
            )
            for one in by_name(catalogue, catalogue.associations)
        ],
        organisations=[
            subscription(
                named(catalogue, one), f"organisationer/{one}", urls.organisation(one), site
            )
            for one in by_name(catalogue, followed)
        ],
        matters=_in_order(
            subscription(one.title, f"arenden/{one.id}", urls.matter(one.id), site)
            for one in catalogue.matters.values()
        ),
        topics=_in_order(
            subscription(one.name, f"amnen/{one.id}", urls.topic(one.id), site)
            for one in catalogue.topics.values()
        ),
    )
    yield Output(path=urls.SUBSCRIBE, content=content, front=front)


def _association(catalogue: Catalogue, identity: str, site: str) -> Subscription:
    page = urls.association(identity)
    return subscription(named(catalogue, identity), f"forbund/{identity}", page, site)


def _networks(catalogue: Catalogue, association: str, site: str) -> list[Subscription]:
    """Return an association's networks whose meetings are kept here."""
    return _in_order(
        subscription(named(catalogue, one.id), f"natverk/{one.id}", urls.network(one.id), site)
        for one in catalogue.networks.values()
        if one.association == association and not one.outside
    )


def _is_told_of(place: Place) -> bool:
    return bool(place.members or place.vacant or place.former)


def _in_order(found: Iterable[Subscription]) -> list[Subscription]:
    return sorted(found, key=lambda one: sort_key(one.name))
