"""Which happenings each feed tells of: everything, decisions, an association, a network and so on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import nlargest
from typing import TYPE_CHECKING

from natverk import urls
from natverk.views.happenings import Happening, Happenings
from natverk.views.naming import by_name, named
from natverk.views.organisation import Place, networks_of

if TYPE_CHECKING:
    from natverk.views.matter import Matters, MatterView
    from natverk.views.rows import Rows

NEWEST, NEWEST_OF_SOME, NEWEST_OF_ONE = 50, 20, 10
"""How many entries a feed has: all networks', an association's or an organisation's, one's own.

An entry holds whole notes and a network meets some four to eight times a year, so that even the
shortest feed covers more than a year and a feed never grows with the years.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a subscriber to a part of the site is told, the latest first.

    `scope` is the part's place, as in `natverk/<id>`, empty for the whole site; `page` is the
    source of its page. `association` is the id of the one that answers for it.
    """

    scope: str
    title: str
    page: str
    association: str
    happenings: tuple[Happening, ...]


def feeds(
    rows: Rows, told: Happenings, cases: Matters, places: Mapping[str, tuple[Place, ...]]
) -> Iterator[Feed]:
    """Yield every feed; `places` are every organisation's, so that it follows the same networks.

    The feeds of the site itself are named by its first association, since ids of organisations
    and topics are the same on the sites of others.
    """
    first = next(iter(rows.catalogue.associations), "")
    by_network = _by_network(rows, told)
    yield from _of_the_site(told, first)
    yield from _of_associations(rows, by_network)
    yield from _of_networks(rows, by_network)
    yield from _of_organisations(rows, by_network, places, first)
    yield from _of_matters(told, cases)
    yield from _of_topics(rows, told, first)


def _by_network(rows: Rows, told: Happenings) -> Mapping[str, tuple[Happening, ...]]:
    """Return all that each network is told of, joint meetings with every host of theirs."""
    catalogue = rows.catalogue
    found: dict[str, list[Happening]] = defaultdict(list)
    for network in catalogue.networks:
        meetings = catalogue.meetings_of(network)
        found[network] += [
            told.of_meetings[one.id] for one in meetings if one.id in told.of_meetings
        ]
    for news in catalogue.news:
        for network in {catalogue.body(name) or name for name in news.head.networks}:
            found[network] += [told.of_news[news.key]] if news.key in told.of_news else []
    return {network: tuple(own) for network, own in found.items()}


def _of_the_site(told: Happenings, first: str) -> Iterator[Feed]:
    everything = [*told.of_meetings.values(), *told.of_news.values()]
    for scope, title, page, found in (
        ("", "Alla nätverk", urls.HOME, everything),
        ("beslut", "Beslut", urls.DECISIONS, told.of_decisions.values()),
    ):
        newest = _newest(found, NEWEST)
        yield Feed(scope=scope, title=title, page=page, association=first, happenings=newest)


def _of_associations(rows: Rows, by_network: Mapping[str, tuple[Happening, ...]]) -> Iterator[Feed]:
    catalogue = rows.catalogue
    own: dict[str, list[Happening]] = defaultdict(list)
    for network in catalogue.networks.values():
        own[network.association] += by_network[network.id]
    for identity in catalogue.associations:
        yield Feed(
            scope=f"forbund/{identity}",
            title=named(catalogue, identity),
            page=urls.association(identity),
            association=identity,
            happenings=_newest(own[identity], NEWEST_OF_SOME),
        )


def _of_networks(rows: Rows, by_network: Mapping[str, tuple[Happening, ...]]) -> Iterator[Feed]:
    for network in rows.catalogue.networks.values():
        yield Feed(
            scope=f"natverk/{network.id}",
            title=named(rows.catalogue, network.id),
            page=urls.network(network.id),
            association=network.association,
            happenings=_newest(by_network[network.id]),
        )


def _of_organisations(
    rows: Rows,
    by_network: Mapping[str, tuple[Happening, ...]],
    places: Mapping[str, tuple[Place, ...]],
    first: str,
) -> Iterator[Feed]:
    catalogue = rows.catalogue
    newest = {network: _newest(own) for network, own in by_network.items()}
    for identity in by_name(catalogue, [*catalogue.organisations, *catalogue.associations]):
        networks = networks_of(places.get(identity, ()))
        yield Feed(
            scope=f"organisationer/{identity}",
            title=f"Nätverk för {named(catalogue, identity)}",
            page=urls.organisation(identity),
            association=first,
            happenings=_newest(
                (one for network in networks for one in newest[network]), NEWEST_OF_SOME
            ),
        )


def _of_matters(told: Happenings, cases: Matters) -> Iterator[Feed]:
    for view in cases.views.values():
        yield Feed(
            scope=f"arenden/{view.matter.id}",
            title=view.matter.title,
            page=urls.matter(view.matter.id),
            association=view.matter.association,
            happenings=_newest(_in_matter(told, view)),
        )


def _in_matter(told: Happenings, view: MatterView) -> Iterator[Happening]:
    """Yield a matter's decisions and news, and the meetings that took it up without deciding."""
    for stop in (*view.past, *view.coming):
        found = [told.of_decisions.get(row.id) for row in stop.decisions]
        if stop.news:
            found.append(told.of_news.get(stop.news.key))
        elif stop.meeting and not any(found):
            found.append(told.of_meetings.get(stop.meeting.id))
        yield from (one for one in found if one)


def _of_topics(rows: Rows, told: Happenings, first: str) -> Iterator[Feed]:
    """Yield the feeds of topics: decisions, news, and meetings with no decision on the topic."""
    found: dict[str, list[Happening]] = defaultdict(list)
    decided = set()
    for happening in told.of_decisions.values():
        for topic in happening.topics:
            found[topic.id].append(happening)
            decided.add((topic.id, happening.source.partition("#")[0]))
    for happening in (*told.of_meetings.values(), *told.of_news.values()):
        for topic in happening.topics:
            if (topic.id, happening.source) not in decided:
                found[topic.id].append(happening)
    for topic in rows.catalogue.topics.values():
        yield Feed(
            scope=f"amnen/{topic.id}",
            title=topic.name,
            page=urls.topic(topic.id),
            association=first,
            happenings=_newest(found[topic.id]),
        )


def _newest(found: Iterable[Happening], most: int = NEWEST_OF_ONE) -> tuple[Happening, ...]:
    """Return the latest changed, of those that changed together the latest by their days."""
    once = {happening.id: happening for happening in found}
    return tuple(nlargest(most, once.values(), key=lambda one: (one.updated, one.day, one.id)))
