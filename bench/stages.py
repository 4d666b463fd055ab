"""Measures what natverk itself does, in a process of its own: load, check, changes and pages.

Prints as JSON what each stage cost and how much content there was. To see what takes the time:
`.venv/bin/python -m cProfile -s tottime bench/stages.py bench/.out/1000/corpus`
"""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from measure import MEMORY_UNIT
from natverk.cli import today
from natverk.githistory import read_changes
from natverk.load import load
from natverk.rules import check
from natverk.site import build

T = TypeVar("T")


class Stages:
    """Seconds of processor for each stage, and the most memory held until its end, in bytes."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.memory: dict[str, int] = {}

    def take(self, name: str, work: Callable[[], T]) -> T:
        """Do the work of a stage and return what it made."""
        start = _busy()
        made = work()
        self.seconds[name] = _busy() - start
        self.memory[name] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * MEMORY_UNIT
        return made


def measure_stages(root: Path) -> dict[str, Any]:
    """Return `seconds` and `memory` by stage for the content below `root`, and how much there was.

    Garbage is not looked for, as it is not in a build.
    """
    gc.disable()
    stages = Stages()
    catalogue = stages.take("load", lambda: load(root))
    stages.take("check", lambda: check(catalogue, today()))
    changes = stages.take("changes", lambda: read_changes(root))
    pages = stages.take("pages", lambda: build(catalogue, today(), changes=changes))
    return {
        "seconds": stages.seconds,
        "memory": stages.memory,
        "matters": len(catalogue.matters),
        "decisions": len(catalogue.decisions),
        "pages": sum(output.is_page for output in pages),
    }


def _busy() -> float:
    """Return the seconds that this process and its children have kept processors busy."""
    return sum(os.times()[:4])


if __name__ == "__main__":
    json.dump(measure_stages(Path(sys.argv[1])), sys.stdout)
