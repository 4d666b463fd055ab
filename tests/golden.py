"""Golden files: what a test sees is compared with what was once read and approved."""

from __future__ import annotations

from pathlib import Path

import pytest


def compare(path: Path, seen: str, *, bless: bool) -> None:
    """Fail with the difference when `path` does not hold `seen`; with `bless`, write it there."""
    if bless:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(seen, "utf-8", newline="\n")
        return
    known = path.read_text("utf-8") if path.exists() else ""
    if seen != known:
        pytest.fail(f"{path.name} stämmer inte längre.\n{_difference(known, seen)}\n{HOW}")


HOW = "Är skillnaden meningen: make bless, och läs den sedan med git diff."


def _difference(known: str, seen: str) -> str:
    import difflib  # noqa: PLC0415 - only a failure needs it

    both = known.splitlines(), seen.splitlines()
    return "\n".join(list(difflib.unified_diff(*both, "facit", "nu", lineterm="", n=1))[:60])
