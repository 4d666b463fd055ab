"""Names over time."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from natverk.model.records import Name, Named


def name_on(record: Named, date: dt.date) -> Name:
    """Return the name that was used on `date`.

    Before the first known name the first is used, after the last the last, in a gap the earlier.
    """
    ordered = sorted(record.names, key=lambda name: name.interval.first)
    begun = [name for name in ordered if name.interval.first <= date]
    return begun[-1] if begun else ordered[0]


def latest_name(record: Named) -> Name:
    """Return the name that is used now: the one that began last."""
    return name_on(record, dt.date.max)


def names_of(record: Named) -> list[str]:
    """Return every name, short name and alias the record has had, the oldest names first."""
    ordered = sorted(record.names, key=lambda name: name.interval.first)
    given = [text for name in ordered for text in (name.name, name.short) if text]
    return list(dict.fromkeys([*given, *record.aliases]))
