"""Which mandate held on a day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

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


def text_of(revisions: Sequence[Mandate], mandate: Mandate) -> tuple[Block, ...]:
    """Return a revision's text; an empty one stands for the text of the revision before it."""
    earlier = sorted(revisions, key=_begins)
    for revision in reversed(earlier[: earlier.index(mandate) + 1]):
        if revision.blocks:
            return revision.blocks
    return ()


def _begins(revision: Mandate) -> tuple[dt.date, str]:
    return revision.interval.first, revision.key
