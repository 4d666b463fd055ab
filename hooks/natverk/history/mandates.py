"""Which mandate held on a day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from natverk.model.days import Day
from natverk.model.periods import Interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    from natverk.model.documents import Mandate
    from natverk.source.blocks import Block


def mandate_on(revisions: Sequence[Mandate], date: dt.date) -> Mandate | None:
    """Return the revision that held on `date`: of several, the one that starts last."""
    holding = [revision for revision in revisions if date in revision.interval]
    return max(holding, key=_begins, default=None)


def latest_mandate(revisions: Sequence[Mandate], date: dt.date) -> Mandate | None:
    """Return the one in force on `date`, else the last that had begun, else the first."""
    begun = [revision for revision in revisions if revision.interval.first <= date]
    return (
        mandate_on(revisions, date)
        or max(begun, key=_begins, default=None)
        or min(revisions, key=_begins, default=None)
    )


def terms(revisions: Sequence[Mandate]) -> list[tuple[Mandate, Interval]]:
    """Return when each revision was the one that held, oldest first, as `mandate_on` tells it.

    A revision that lies around another held before it and again after it.
    """
    found: list[tuple[Mandate, dt.date, dt.date]] = []
    edges = _edges(revisions)
    for edge, after in zip(edges, [*edges[1:], None], strict=False):
        last = after - dt.timedelta(days=1) if after else dt.date.max
        mandate = mandate_on(revisions, edge)
        if found and mandate is found[-1][0]:
            found[-1] = (mandate, found[-1][1], last)
        elif mandate:
            found.append((mandate, edge, last))
    return [(mandate, _term(mandate.interval, first, last)) for mandate, first, last in found]


def _edges(revisions: Sequence[Mandate]) -> list[dt.date]:
    """Return the days from which another revision may hold."""
    ends = [one.interval.last for one in revisions if one.interval.last < dt.date.max]
    begins = [one.interval.first for one in revisions]
    return sorted({*begins, *(end + dt.timedelta(days=1) for end in ends)})


def _term(own: Interval, first: dt.date, last: dt.date) -> Interval:
    """Return the days from `first` to `last`, as coarse as the revision itself tells them."""
    return Interval(
        own.start if own.first == first else Day.of(first),
        own.end if own.last == last else Day.of(last),
    )


def text_of(revisions: Sequence[Mandate], mandate: Mandate) -> tuple[Block, ...]:
    """Return a revision's text; an empty one stands for the text of the revision before it."""
    earlier = sorted(revisions, key=_begins)
    for revision in reversed(earlier[: earlier.index(mandate) + 1]):
        if revision.blocks:
            return revision.blocks
    return ()


def _begins(revision: Mandate) -> tuple[dt.date, str]:
    return revision.interval.first, revision.key
