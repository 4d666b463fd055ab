"""What a matter's page tells: where it is, what it waits for, and all that has been said of it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from natverk.history.decisions import StandingKind
from natverk.history.matters import gap
from natverk.model.decisions import Decision, FollowUp
from natverk.views.follow_ups import FollowUpRow
from natverk.views.mentions import ByMeeting, ItemRow, mentions, news_of
from natverk.views.naming import named, sort_key
from natverk.views.rows import DecisionRow, MeetingRow, Rows
from natverk.views.steps import LocalRow, Stage, StepRow, local_rows, step_rows
from natverk.views.topics import TopicRow, topic_rows

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.days import Day
    from natverk.model.documents import News
    from natverk.model.matters import LocalDecision, Matter


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One place on a matter's time line: a meeting, a step of the register, a news item.

    `body` is an id where it is known. A meeting may hold a step of the register, items, decisions
    and follow-ups; news and a municipality's own decision stand alone.
    """

    day: Day | None
    body: str
    body_name: str
    meeting: MeetingRow | None = None
    step: StepRow | None = None
    items: tuple[ItemRow, ...] = ()
    decisions: tuple[DecisionRow, ...] = ()
    follow_ups: tuple[FollowUpRow, ...] = ()
    news: News | None = None
    local: LocalDecision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Whom a matter waits for; `since` is the day it came there, None when unknown.

    `network` is the body's id, empty for one without a page. `against` is a decision that says more
    than the register: it sends the matter to the body named in `goes_to`, or took the step.
    """

    network: str
    body_name: str
    since: Day | dt.date | None
    step: StepRow | None = None
    against: DecisionRow | None = None
    goes_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterView:
    """A matter on a day; `past` and `coming` are in the order of their days, `networks` are ids."""

    matter: Matter
    topics: tuple[TopicRow, ...]
    agreement_title: str
    steps: tuple[StepRow, ...]
    waiting: Waiting | None
    places: tuple[LocalRow, ...]
    past: tuple[Stop, ...]
    coming: tuple[Stop, ...]
    latest: Stop | None
    networks: frozenset[str]

    @property
    def decisions(self) -> tuple[DecisionRow, ...]:
        """Every decision in the matter, in the order of their days."""
        return tuple(row for stop in self.past for row in stop.decisions)

    @property
    def remaining(self) -> tuple[StepRow, ...]:
        """The steps that are not taken, the next one first."""
        return tuple(step for step in self.steps if step.stage is not Stage.DONE)

    @property
    def decided(self) -> int:
        """How many municipalities have decided for themselves."""
        return sum(1 for place in self.places if place.decisions)


@dataclass(frozen=True, kw_only=True)
class Matters:
    """Every matter's view by id, and those of each network and of each agreement, by title."""

    views: Mapping[str, MatterView] = field(default_factory=dict)
    of_network: Mapping[str, tuple[MatterView, ...]] = field(default_factory=dict)
    of_agreement: Mapping[str, tuple[MatterView, ...]] = field(default_factory=dict)


def matters(rows: Rows) -> Matters:
    """Return the matters of a build, made in one pass over the documents."""
    said, news = mentions(rows.catalogue), news_of(rows.catalogue)
    views = [
        _view(rows, matter, said.get(matter.id, {}), news.get(matter.id, ()))
        for matter in rows.catalogue.matters.values()
    ]
    views.sort(key=lambda view: sort_key(view.matter.title))
    by_network: dict[str, list[MatterView]] = defaultdict(list)
    by_agreement: dict[str, list[MatterView]] = defaultdict(list)
    for view in views:
        by_agreement[view.matter.agreement or ""].append(view)
        for network in view.networks:
            by_network[network].append(view)
    return Matters(
        views={view.matter.id: view for view in views},
        of_network={network: tuple(found) for network, found in by_network.items()},
        of_agreement={agreement: tuple(found) for agreement, found in by_agreement.items()},
    )


def _view(rows: Rows, matter: Matter, said: ByMeeting, news: Sequence[News]) -> MatterView:
    catalogue = rows.catalogue
    places = local_rows(catalogue, matter, rows.today)
    steps = step_rows(catalogue, matter, places, rows.today)
    stops = _in_order(
        [*_step_stops(rows, steps, said), *_meeting_stops(rows, steps, said)],
        [*_news_stops(catalogue, news), *_local_stops(places)],
    )
    past = tuple(stop for stop in stops if not _is_coming(rows, stop))
    handled = [stop for stop in past if stop.meeting or stop.step]
    agreement = catalogue.agreements.get(matter.agreement or "")
    waiting = _waiting(rows, steps, handled)
    if waiting and waiting.step:
        waiting = _unless_decided(rows, matter, waiting, handled)
    return MatterView(
        matter=matter,
        topics=topic_rows(catalogue, matter.topics),
        agreement_title=agreement.title if agreement else "",
        steps=steps,
        waiting=waiting,
        places=places,
        past=past,
        coming=tuple(stop for stop in stops if _is_coming(rows, stop)),
        latest=handled[-1] if handled else None,
        networks=frozenset(_networks(catalogue, steps, said)),
    )


def _networks(catalogue: Catalogue, steps: Sequence[StepRow], said: Iterable[str]) -> Iterator[str]:
    yield from (step.network for step in steps if step.network)
    for meeting in said:
        yield from (
            host for one in catalogue.meetings[meeting].hosts if (host := catalogue.body(one))
        )


def _in_order(known: Iterable[Stop], others: Iterable[Stop]) -> list[Stop]:
    """Sort stops by day; a step whose day nobody knows stays after the one that it follows."""
    keyed: list[tuple[dt.date, Stop]] = []
    day = dt.date.min
    for stop in known:
        day = stop.day.first if stop.day else day
        keyed.append((day, stop))
    keyed += [(stop.day.first, stop) for stop in others if stop.day]
    return [stop for _, stop in sorted(keyed, key=lambda pair: pair[0])]


def _is_coming(rows: Rows, stop: Stop) -> bool:
    if stop.meeting:
        return rows.is_coming(stop.meeting) and not stop.meeting.has_notes
    return bool(stop.day and stop.day.first > rows.today)


def _step_stops(rows: Rows, steps: Sequence[StepRow], said: ByMeeting) -> Iterator[Stop]:
    """Yield the steps that are taken or have a day, each with what its meeting's text says."""
    told: set[str] = set()
    for step in steps:
        if step.stage is Stage.DONE or (step.day and step.day.first > rows.today):
            parts = said.get(step.meeting, ()) if step.meeting not in told else ()
            told.add(step.meeting)
            meeting = rows.meetings.get(step.meeting)
            yield Stop(
                day=step.day,
                body=step.body,
                body_name=step.body_name,
                meeting=meeting,
                step=step,
                **_told(rows, parts),
            )


def _meeting_stops(rows: Rows, steps: Sequence[StepRow], said: ByMeeting) -> Iterator[Stop]:
    """Yield the meetings that speak of the matter and are no step of the register."""
    known = {step.meeting for step in steps}
    for identity, parts in said.items():
        if identity not in known:
            row = rows.meetings[identity]
            yield Stop(
                day=row.day,
                body=row.network,
                body_name=row.network_name,
                meeting=row,
                **_told(rows, parts),
            )


def _told(rows: Rows, parts: Iterable[ItemRow | Decision | FollowUp]) -> dict[str, Any]:
    kept = tuple(parts)
    return {
        "items": tuple(one for one in kept if isinstance(one, ItemRow)),
        "decisions": tuple(rows.decisions[one.id] for one in kept if isinstance(one, Decision)),
        "follow_ups": tuple(rows.follow_ups[one.id] for one in kept if isinstance(one, FollowUp)),
    }


def _news_stops(catalogue: Catalogue, news: Iterable[News]) -> Iterator[Stop]:
    for one in news:
        name = named(catalogue, one.association, one.day.first)
        yield Stop(day=one.day, body=one.association, body_name=name, news=one)


def _local_stops(places: Iterable[LocalRow]) -> Iterator[Stop]:
    for place in places:
        for local in place.decisions:
            yield Stop(day=local.date, body=place.organisation, body_name=place.name, local=local)


def _unless_decided(
    rows: Rows, matter: Matter, waiting: Waiting, handled: Sequence[Stop]
) -> Waiting:
    """Return it with the decision that says more than the register, when one does."""
    catalogue = rows.catalogue
    decided = [catalogue.decisions[row.id] for stop in handled for row in stop.decisions]
    found = gap(catalogue, matter, decided, rows.today)
    if not found:
        return waiting
    goes_to = named(catalogue, found.goes_to) if found.goes_to else ""
    return replace(waiting, against=rows.decisions[found.decision.id], goes_to=goes_to)


def _waiting(rows: Rows, steps: Sequence[StepRow], handled: Sequence[Stop]) -> Waiting | None:
    """Return whom the matter waits for: the next step's body, else the one a decision names."""
    decided = [row for stop in handled for row in stop.decisions]
    sent = {row.standing.body: row for row in decided if row.standing.kind is StandingKind.WAITING}
    step = next((step for step in steps if step.stage is Stage.NEXT), None)
    if step:
        last = [stop.day for stop in handled if stop.step and stop.day]
        since = sent[step.body].day if step.body in sent else (last[-1] if last else None)
        return Waiting(network=step.network, body_name=step.body_name, since=since, step=step)
    for body, row in reversed(sent.items()):
        network = rows.catalogue.body(body or "") or ""
        return Waiting(network=network, body_name=row.waits_for, since=row.day)
    return None
