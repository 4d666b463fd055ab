"""What is to be done: what is open now, and what each year's meetings left."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from natverk.views.follow_ups import FollowUpRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDo:
    """Follow-ups: those whose day has passed, the other open ones, and all by year.

    Of the open ones, `each` are for each municipality. They stand by when they are due; `years` has
    the latest year and meeting first.
    """

    overdue: tuple[FollowUpRow, ...]
    each: tuple[FollowUpRow, ...]
    open: tuple[FollowUpRow, ...]
    years: Mapping[int, tuple[FollowUpRow, ...]]


def to_do(follow_ups: Iterable[FollowUpRow]) -> ToDo:
    """Return follow-ups as the pages list them."""
    rows = sorted(follow_ups, key=lambda row: (row.due.last if row.due else dt.date.max, row.id))
    years: dict[int, list[FollowUpRow]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (-row.day.toordinal(), row.network, row.number)):
        years[row.day.year].append(row)
    left = [row for row in rows if not row.closed_by and not row.is_overdue]
    return ToDo(
        overdue=tuple(row for row in rows if row.is_overdue),
        each=tuple(row for row in left if row.municipalities),
        open=tuple(row for row in left if not row.municipalities),
        years={year: tuple(own) for year, own in years.items()},
    )
