"""What a matter's page tells: where it is, what it waits for, and all that has been said of it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from natverk.history.decisions import StandingKind
from natverk.history.matters import gap
from natverk.views.mentions import ByMeeting, mentions, news_of
from natverk.views.naming import named, sort_key
from natverk.views.rows import DecisionRow, Rows
from natverk.views.steps import LocalRow, Stage, StepRow, local_rows, step_rows
from natverk.views.stops import Stop, is_coming, stops_of
from natverk.views.topics import TopicRow, topic_rows

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.days import Day
    from natverk.model.documents import News
    from natverk.model.matters import Matter


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
    def at(self) -> Mapping[int, Stop]:
        """What has happened at each step, by the step's number."""
        return {stop.step.number: stop for stop in self.past if stop.step}

    @property
    def others(self) -> tuple[Stop, ...]:
        """What has happened that is no step: other meetings, and news."""
        return tuple(stop for stop in self.past if stop.step is None)

    @property
    def decided(self) -> int:
        """How many municipalities have decided for themselves."""
        return len(self.places) - len(self.undecided)

    @property
    def undecided(self) -> tuple[LocalRow, ...]:
        """The municipalities that have no decision of their own here."""
        return tuple(place for place in self.places if not place.decisions)


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
    stops = stops_of(rows, steps, said, news)
    past = tuple(stop for stop in stops if not is_coming(rows, stop))
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
        coming=tuple(stop for stop in stops if is_coming(rows, stop)),
        latest=handled[-1] if handled else None,
        networks=frozenset(_networks(catalogue, steps, said)),
    )


def _networks(catalogue: Catalogue, steps: Sequence[StepRow], said: Iterable[str]) -> Iterator[str]:
    yield from (step.network for step in steps if step.network)
    for meeting in said:
        yield from (
            host for one in catalogue.meetings[meeting].hosts if (host := catalogue.body(one))
        )


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
