"""Plans the ways of made-up matters: from a network up to its superior, the board and back again."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timetable import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from network import Network
    from words import Noun
    from world import Body

PER_MEETING = 0.25
"""Matters begun at each meeting."""
BOARD = (30, 70)
LOCAL = (60, 240)
"""Days that the board takes, and after it the municipalities."""
DECIDES = 0.8
"""The share of municipalities that have told what they decided."""
AGREED = 0.2
"""The share of matters that are about the network's agreement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A step of a matter's way; `meeting` is false for bodies whose notes are kept elsewhere.

    `day` is None where the step lies beyond what is known; `onward` is the id of the next body.
    """

    body: str
    day: dt.date | None
    does: str
    onward: str = ""
    meeting: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """A matter with all its stops, and what each municipality has decided, by id and day."""

    id: str
    topic: Noun
    about: str
    home: Network
    topics: tuple[str, ...]
    is_agreed: bool
    stops: tuple[Stop, ...]
    local: tuple[tuple[Body, dt.date], ...]


@dataclass(slots=True)
class Docket:
    """What is to be taken up at each meeting, by network and day."""

    journeys: list[Journey] = field(default_factory=list)
    calls: dict[tuple[str, dt.date], list[tuple[Journey, Stop]]] = field(default_factory=dict)

    def add(self, journey: Journey) -> None:
        """Put a matter on the agenda of every meeting that it passes."""
        self.journeys.append(journey)
        for stop in journey.stops:
            if stop.meeting and stop.day:
                self.calls.setdefault((stop.body, stop.day), []).append((journey, stop))


def make_docket(networks: Sequence[Network], seed: int, share: float) -> Docket:
    """Return the docket of all networks, with `share` of the matters of a full life."""
    docket = Docket()
    known = {network.body.id: network for network in networks}
    for network in networks:
        count = round(len(network.timetable.held) * PER_MEETING * share)
        for number in range(count):
            identity = f"{network.body.id}-{number + 1}"
            rng = random.Random(f"{seed}/matter/{identity}")
            docket.add(_journey(rng, identity, network, known))
    return docket


def _journey(
    rng: random.Random, identity: str, home: Network, known: Mapping[str, Network]
) -> Journey:
    stops = tuple(_stops(rng, home, known))
    board = stops[-1] if stops[-1].body == home.association.board.id else stops[-2]
    return Journey(
        id=identity,
        topic=home.writer.compound(),
        about=home.writer.paragraph(2),
        home=home,
        topics=tuple(rng.sample(home.topics, rng.choice((1, 1, 2)))),
        is_agreed=rng.random() < AGREED,
        stops=stops,
        local=tuple(_local(rng, home, board.day)) if board.day else (),
    )


def _stops(rng: random.Random, home: Network, known: Mapping[str, Network]) -> Iterator[Stop]:
    """Yield the stops in order; from the first one that lies ahead nothing has a day."""
    superior = known[home.superior.id] if home.superior else None
    board = home.association.board.id
    day: dt.date | None = rng.choice(home.timetable.held[:-1])
    yield Stop(body=home.body.id, day=day, does="tar upp frågan")
    day = _next(home, day, rng.choice((20, 60, 150)))
    above = superior.body.id if superior else board
    yield Stop(body=home.body.id, day=day, does="bereder", onward=above)
    if superior:
        day = _next(superior, day, 14)
        yield Stop(body=above, day=day, does="tar ställning", onward=board)
    day = _known(day + dt.timedelta(rng.randint(*BOARD))) if day else None
    yield Stop(body=board, day=day, does="beslutar", meeting=False)
    day = _next(home, day, 1)
    if day:
        yield Stop(body=home.body.id, day=day, does="tar emot beslutet")


def _next(network: Network, day: dt.date | None, after: int) -> dt.date | None:
    """Return the first meeting so many days after `day`, or None when none has been held."""
    if day is None:
        return None
    earliest = day + dt.timedelta(after)
    return next((held for held in network.timetable.held if held >= earliest), None)


def _known(day: dt.date) -> dt.date | None:
    return day if day <= NOW else None


def _local(rng: random.Random, home: Network, board: dt.date) -> Iterator[tuple[Body, dt.date]]:
    for member in home.association.members:
        day = board + dt.timedelta(rng.randint(*LOCAL))
        if day <= NOW and rng.random() < DECIDES:
            yield member, day
