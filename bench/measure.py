"""Runs programs and tells what they cost."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ENVIRONMENT = {
    **os.environ,
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
    "PYTHONHASHSEED": "0",
}
MEMORY_UNIT = 1 if sys.platform == "darwin" else 1024
"""Linux counts ru_maxrss in kibibytes, macOS in bytes."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a program and those that it started took.

    `seconds` by the clock, `busy` seconds of processor in all, and the largest memory in bytes
    that any one of them held.
    """

    seconds: float
    busy: float
    memory: int
    printed: str = ""


class FailedError(RuntimeError):
    """A program that was measured did not succeed."""


def fastest(times: int, command: Sequence[str | Path], log: Path) -> Cost:
    """Run a program so many times and return the run that other work disturbed the least."""
    return min((run(command, log) for _ in range(times)), key=lambda cost: cost.busy)


def run(command: Sequence[str | Path], log: Path) -> Cost:
    """Run a program to its end; what it prints lands in `log`, stdout in the answer too.

    Raise `FailedError` with the last lines of the log when it fails.
    """
    with log.open("w+", encoding="utf-8") as complaints:
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command],
            env=ENVIRONMENT,
            stdout=subprocess.PIPE,
            stderr=complaints,
            encoding="utf-8",
        )
        printed = process.stdout.read() if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        complaints.write(printed)
    if process.returncode:
        last = "\n".join(log.read_text("utf-8").splitlines()[-15:])
        raise FailedError(f"{command[0]} misslyckades ({process.returncode}), se {log}:\n{last}")
    busy = usage.ru_utime + usage.ru_stime
    return Cost(seconds, busy, usage.ru_maxrss * MEMORY_UNIT, printed)


@dataclass(frozen=True, slots=True)
class Weight:
    """A folder: how many files and bytes it holds."""

    files: int
    size: int


def weigh(folder: Path) -> Weight:
    """Return the weight of everything below `folder`."""
    sizes = [entry.stat().st_size for entry in folder.rglob("*") if entry.is_file()]
    return Weight(len(sizes), sum(sizes))


def say(message: str) -> None:
    """Tell how far the work has come, apart from the result."""
    print(message, file=sys.stderr, flush=True)
