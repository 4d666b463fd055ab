"""Decisions that bear on each other, over bodies and years: what became of a question."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natverk.history.decisions import made_on

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from natverk.model.catalogue import Catalogue
    from natverk.model.decisions import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Two or more decisions that relations join, directly or through each other, oldest first.

    `places` is where each stands among them, by its address.
    """

    decisions: tuple[Decision, ...]
    places: Mapping[str, int]

    def around(self, identity: str, most: int) -> tuple[int, int]:
        """Return where to begin and end, to show at most `most` decisions with one in the middle."""
        count = len(self.decisions)
        start = max(0, min(self.places[identity] - most // 2, count - most))
        return start, min(count, start + most)


def chains(catalogue: Catalogue) -> dict[str, Chain]:
    """Return the chain of each decision that has one, by its address; a chain is made once."""
    joined = _joined(catalogue)
    found: dict[str, Chain] = {}
    for start in joined:
        if start not in found:
            chain = _chain(catalogue, _reached(joined, start))
            found |= dict.fromkeys(chain.places, chain)
    return found


def _joined(catalogue: Catalogue) -> dict[str, list[str]]:
    """Return the decisions that each is related to, in either direction."""
    joined: dict[str, list[str]] = defaultdict(list)
    for target, pairs in catalogue.relations_to.items():
        if target in catalogue.decisions:
            for later, _ in pairs:
                joined[target].append(later.id)
                joined[later.id].append(target)
    return joined


def _reached(joined: Mapping[str, list[str]], start: str) -> Iterator[str]:
    seen = {start}
    waiting = [start]
    while waiting:
        at = waiting.pop()
        yield at
        new = [other for other in joined[at] if other not in seen]
        seen.update(new)
        waiting += dict.fromkeys(new)


def _chain(catalogue: Catalogue, members: Iterator[str]) -> Chain:
    decisions = sorted((catalogue.decisions[identity] for identity in members), key=_order)
    places = {decision.id: place for place, decision in enumerate(decisions)}
    return Chain(decisions=tuple(decisions), places=places)


def _order(decision: Decision) -> tuple[dt.date, str, int]:
    return made_on(decision), decision.meeting, decision.number
