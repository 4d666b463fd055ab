"""The calendar of a made-up network: what was held, moved and cancelled, and what is to come."""

from __future__ import annotations

import datetime as dt
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from network import Network

CANCELLED = 0.3
"""The share of meetings to come."""
RARELY = 0.04
"""The share of meetings held that were moved there, or after which one was cancelled."""
WEEK = dt.timedelta(7)


def entries(network: Network) -> list[dict[str, str]]:
    """Return the calendar by day."""
    found = [*_past(network), *_coming(network)]
    return sorted(found, key=lambda entry: entry["date"])


def _past(network: Network) -> Iterator[dict[str, str]]:
    rng, held = network.rng, network.timetable.held
    for day in held:
        yield _entry(network, day, status="genomfört")
        before, after = day - WEEK, day + WEEK
        if rng.random() < RARELY and before not in held:
            yield _entry(network, before, status="flyttat", moved_to=str(day))
        elif rng.random() < RARELY and not {after, after + WEEK} & {*held}:
            yield _entry(network, after, status="inställt", reason="För få kunde komma.")


def _coming(network: Network) -> Iterator[dict[str, str]]:
    for at, day in enumerate(islice(network.timetable.coming, 6)):
        if at and network.rng.random() < CANCELLED:
            reason = "Ersätts av en gemensam konferens."
            yield _entry(network, day, status="inställt", reason=reason)
        else:
            yield _entry(network, day, status="planerat")


def _entry(network: Network, day: dt.date, **more: str) -> dict[str, str]:
    return {
        "date": str(day),
        "time": network.timetable.hours,
        "place": network.place,
        **more,
    }
