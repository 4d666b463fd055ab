"""The hours of a meeting, in Swedish local time."""

from __future__ import annotations

import re
from dataclasses import dataclass

from natverk.findings import RefusalError, in_quotes


@dataclass(frozen=True, slots=True)
class Times:
    """When a meeting begins and ends: minutes after midnight, Europe/Stockholm."""

    start: int
    end: int | None = None

    @property
    def is_backwards(self) -> bool:
        """Whether it ends no later than it begins, which takes more than one day."""
        return self.end is not None and self.end <= self.start

    def __str__(self) -> str:
        """Return it as it is written in tables: `08.30–12.00`."""
        return _clock(self.start) + (f"–{_clock(self.end)}" if self.end is not None else "")


_CLOCK = r"(\d{1,2})(?:[.:](\d{2}))?"
_TIMES = re.compile(
    rf"(?:kl\.?|klockan)?\s*{_CLOCK}(?:\s*(?:–|—|-|till)\s*(?:kl\.?\s*)?{_CLOCK})?\s*$",
    re.IGNORECASE,
)
_MIDNIGHT = 24 * 60


def read_times(text: str) -> Times:
    """Return the hours that `text` names: `08.30–11.30`, `kl. 13-16`, `13:00`.

    Raise `RefusalError` for anything else and for an hour that does not exist. A meeting of several
    days may well end at an earlier hour than it began.
    """
    found = _TIMES.match(text.strip())
    if not found:
        raise RefusalError(
            "fel-varde", f"{in_quotes(text)} är ingen tid.", "Skriv till exempel 08.30–11.30."
        )
    start = _minutes(found[1], found[2], text, _MIDNIGHT - 1)
    end = _minutes(found[3], found[4], text) if found[3] else None
    return Times(start, end)


def _minutes(hour: str, minute: str | None, text: str, latest: int = _MIDNIGHT) -> int:
    minutes = int(hour) * 60 + int(minute or 0)
    if minutes > latest or int(minute or 0) > 59:  # noqa: PLR2004 - the clock's own limit
        raise RefusalError(
            "fel-varde", f"{in_quotes(text)} är inget klockslag.", "Skriv till exempel 08.30–11.30."
        )
    return minutes


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}.{minutes % 60:02d}"
