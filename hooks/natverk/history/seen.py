"""A meeting as a duty saw it: whether it met what was demanded, and what that was judged by."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from natverk.history.deadlines import Deadline


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A meeting that a duty was judged by; `fits` is None where nobody can know.

    `has_notes` tells whether what it is judged by is here at all: notes, or a list of those present.
    `late` is how many days after their last one notes came, 0 when they did not or were in time,
    `due` when they should have come. `present` and `needed` count those who make a quorum.
    """

    day: dt.date
    fits: bool | None
    has_notes: bool = True
    late: int = 0
    due: Deadline | None = None
    present: int | None = None
    needed: int | None = None
