"""What natverk's own stages cost, without MkDocs and Pagefind, as `stages.py` measures them."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from measure import run

if TYPE_CHECKING:
    from collections.abc import Mapping

STAGES = Path(__file__).resolve().parent / "stages.py"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pure:
    """By stage: seconds of processor, and bytes held at most until its end.

    `counts` says how many `matters`, `decisions` and `pages` there were.
    """

    seconds: Mapping[str, float]
    memory: Mapping[str, int]
    counts: Mapping[str, int]

    @property
    def total(self) -> float:
        """The seconds of all stages."""
        return sum(self.seconds.values())


def measure_pure(root: Path, log: Path, times: int) -> Pure:
    """Measure the stages so many times; the fastest of each stage counts."""
    runs = [json.loads(run((sys.executable, STAGES, root), log).printed) for _ in range(times)]
    first = runs[0]
    return Pure(
        seconds={name: min(one["seconds"][name] for one in runs) for name in first["seconds"]},
        memory=first["memory"],
        counts={name: first[name] for name in ("matters", "decisions", "pages")},
    )
