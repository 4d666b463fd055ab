"""What the secretaries of all made-up networks share, so that their notes can point at each other."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from notes import Notes, Secretary

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from journeys import Docket, Journey, Stop
    from network import Network

JOINT = 0.04
"""The share of meetings held together with the network above."""
DRAFTS = 0.2
"""The share of networks whose last notes are not published yet."""


@dataclass(slots=True)
class Office:
    """All networks, what comes up where, and `share` of the decisions of a full life."""

    networks: Sequence[Network]
    docket: Docket
    seed: int
    share: float
    sent: dict[str, str] = field(default_factory=dict)

    def all_notes(self) -> Iterator[tuple[Network, dt.date, Notes]]:
        """Yield every meeting's notes, in the order of their days."""
        meetings = [
            (day, at) for at, network in enumerate(self.networks) for day in network.timetable.held
        ]
        secretaries = [Secretary(network, self) for network in self.networks]
        for day, at in sorted(meetings):
            yield self.networks[at], day, secretaries[at].notes(day)

    def calls(self, network: Network, day: dt.date) -> Sequence[tuple[Journey, Stop]]:
        """Return the matters that come up at a meeting."""
        return self.docket.calls.get((network.body.id, day), ())

    def partner(self, network: Network, day: dt.date) -> Network | None:
        """Return the network that a meeting is held together with, or None for most."""
        above = network.superior
        if above is None or self._chance("joint", network, day) > JOINT:
            return None
        found = next(one for one in self.networks if one.body == above)
        is_free = found.timetable.first <= day and day not in found.timetable.held
        return found if is_free else None

    def is_draft(self, network: Network, day: dt.date) -> bool:
        """Tell whether notes are a draft; nothing may point at those, so no matter is in them."""
        if day != network.timetable.held[-1] or self.calls(network, day):
            return False
        return self._chance("draft", network, day) < DRAFTS

    def _chance(self, what: str, network: Network, day: dt.date) -> float:
        return random.Random(f"{self.seed}/{what}/{network.body.id}/{day}").random()
