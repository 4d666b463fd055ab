"""What a topic's page tells: everything that bears the topic, gathered in one pass over it all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from natverk.views.matter import Matters, MatterView
from natverk.views.mentions import ItemRow
from natverk.views.naming import named, sort_key
from natverk.views.registers import all_decisions
from natverk.views.rows import DecisionRow, MeetingRow, Rows
from natverk.views.topics import topics_in

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.documents import News
    from natverk.model.matters import Agreement
    from natverk.model.notes import Notes
    from natverk.model.terms import Topic

Bearer = TypeVar("Bearer")


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenUp:
    """A meeting that took a topic up, and the points it stands at; none when only a decision does."""

    meeting: MeetingRow
    items: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """A network and a topic: whether its register names the topic, and how many meetings took it up."""

    network: str
    name: str
    is_its_own: bool
    meetings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """A topic on a day: decisions, meetings and news from the latest, what is to come from the next.

    Matters that wait for somebody come before the others.
    """

    topic: Topic
    decisions: tuple[DecisionRow, ...]
    matters: tuple[MatterView, ...]
    agreements: tuple[Agreement, ...]
    networks: tuple[Worker, ...]
    coming: tuple[TakenUp, ...]
    past: tuple[TakenUp, ...]
    news: tuple[News, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing bears the topic."""
        return not (
            self.decisions or self.matters or self.networks or self.coming or self.past or self.news
        )

    @property
    def years(self) -> Mapping[int, int]:
        """How many meetings of each year took the topic up, the latest year first."""
        return Counter(one.meeting.day.year for one in self.past)


def topic_views(rows: Rows, matters: Matters) -> tuple[TopicView, ...]:
    """Return every topic by name; all that bears topics is gone through once."""
    catalogue = rows.catalogue
    decisions = _by_topic((row, row.topics) for row in all_decisions(rows))
    meetings = _by_topic(_taken_up(rows))
    cases = _by_topic(
        (view, (row.id for row in view.topics)) for view in _waiting_first(matters.views.values())
    )
    news = _by_topic((one, _known(catalogue, one.head.topics)) for one in _latest_first(catalogue))
    own = _by_topic((one.id, _known(catalogue, one.topics)) for one in catalogue.networks.values())
    views = []
    for topic in sorted(catalogue.topics.values(), key=lambda topic: sort_key(topic.name)):
        past = [one for one in reversed(meetings[topic.id]) if not _is_coming(rows, one)]
        view = TopicView(
            topic=topic,
            decisions=tuple(decisions[topic.id]),
            matters=tuple(cases[topic.id]),
            agreements=tuple(_agreements(catalogue, cases[topic.id])),
            networks=tuple(_workers(catalogue, own[topic.id], past)),
            coming=tuple(one for one in meetings[topic.id] if _is_coming(rows, one)),
            past=tuple(past),
            news=tuple(news[topic.id]),
        )
        views.append(view)
    return tuple(views)


def _by_topic(pairs: Iterable[tuple[Bearer, Iterable[str]]]) -> defaultdict[str, list[Bearer]]:
    """Return what bears each topic, in the order it comes; an empty list for other topics."""
    found: defaultdict[str, list[Bearer]] = defaultdict(list)
    for bearer, topics in pairs:
        for topic in dict.fromkeys(topics):
            found[topic].append(bearer)
    return found


def _taken_up(rows: Rows) -> Iterator[tuple[TakenUp, tuple[str, ...]]]:
    """Yield each meeting with each of its topics, by day."""
    catalogue = rows.catalogue
    documents = {notes.id: notes for notes in catalogue.notes}
    for row in sorted(rows.meetings.values(), key=lambda row: (row.day.first, row.id)):
        if not row.topics:
            continue
        items = _by_topic(_items(catalogue, documents[row.id]))
        for topic in row.topics:
            yield TakenUp(meeting=row, items=tuple(items[topic])), (topic,)


def _items(catalogue: Catalogue, notes: Notes) -> Iterator[tuple[ItemRow, tuple[str, ...]]]:
    for unit in notes.units:
        if unit.title and (topics := topics_in(catalogue, unit.facts)):
            yield ItemRow(title=unit.title, meeting=notes.id, anchor=unit.anchor), topics


def _waiting_first(views: Iterable[MatterView]) -> list[MatterView]:
    return sorted(views, key=lambda view: view.waiting is None)


def _latest_first(catalogue: Catalogue) -> list[News]:
    return sorted(catalogue.news, key=lambda one: (one.day.last, one.key), reverse=True)


def _known(catalogue: Catalogue, names: Iterable[str]) -> Iterator[str]:
    return (topic.id for name in names if (topic := catalogue.topic(name)))


def _agreements(catalogue: Catalogue, views: Iterable[MatterView]) -> Iterator[Agreement]:
    identities = dict.fromkeys(view.matter.agreement for view in views if view.matter.agreement)
    return (catalogue.agreements[one] for one in identities if one in catalogue.agreements)


def _workers(catalogue: Catalogue, own: Iterable[str], meetings: Iterable[TakenUp]) -> list[Worker]:
    """Return the networks that name the topic as theirs, then those that have taken it up most."""
    theirs = dict.fromkeys(own)
    counts = Counter(host for one in meetings for host in one.meeting.hosts)
    found = [
        Worker(
            network=network,
            name=named(catalogue, network),
            is_its_own=network in theirs,
            meetings=counts[network],
        )
        for network in {**theirs, **counts}
    ]
    return sorted(found, key=lambda one: (not one.is_its_own, -one.meetings, sort_key(one.name)))


def _is_coming(rows: Rows, one: TakenUp) -> bool:
    return rows.is_coming(one.meeting) and not one.meeting.has_notes
