"""Times what natverk itself does, in a process of its own: load, check, changes and build.

Prints the seconds of each as JSON. To see what takes the time:
`.venv/bin/python -m cProfile -s tottime bench/stages.py bench/.out/1000/corpus`
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from natverk.cli import today
from natverk.githistory import read_changes
from natverk.load import load
from natverk.rules import check
from natverk.site import build


def time_stages(root: Path) -> dict[str, float]:
    """Return the seconds of each stage for the content below `root`."""
    times: dict[str, float] = {}
    start = time.perf_counter()
    catalogue = load(root)
    times["load"] = time.perf_counter() - start
    start = time.perf_counter()
    check(catalogue, today())
    times["check"] = time.perf_counter() - start
    start = time.perf_counter()
    changes = read_changes(root)
    times["changes"] = time.perf_counter() - start
    start = time.perf_counter()
    build(catalogue, today(), changes=changes)
    times["build"] = time.perf_counter() - start
    return times


if __name__ == "__main__":
    json.dump(time_stages(Path(sys.argv[1])), sys.stdout)
