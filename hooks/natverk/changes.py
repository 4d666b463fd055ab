"""When content files were last changed; read by whoever knows the version history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Change:
    """A file's last change and its first, in UTC, and how many it has had; `first` may be unknown."""

    when: dt.datetime
    count: int
    first: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes by content path; empty where no history is known."""

    files: Mapping[str, Change] = field(default_factory=dict)

    def last(self, *paths: str) -> Change | None:
        """Return the latest change of some files; counts are added up."""
        known = [self.files[path] for path in paths if path in self.files]
        if not known:
            return None
        firsts = [change.first for change in known if change.first]
        return Change(
            max(change.when for change in known),
            sum(change.count for change in known),
            min(firsts) if len(firsts) == len(known) else None,
        )
