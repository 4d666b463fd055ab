"""Shows that time grows straight with matters and with decisions, while the meetings stay as many."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import table
from corpus import Amount, make_corpus
from measure import say
from pure import Pure, measure_pure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SHARES = (0.0, 0.5, 1.0)
NAMES = {"matters": "ärende", "decisions": "beslut"}


@dataclass(frozen=True, slots=True)
class Growth:
    """What the stages cost with none, half and all of `what`; the least of decisions is one each."""

    what: str
    runs: tuple[Pure, Pure, Pure]

    @property
    def each(self) -> tuple[float, float]:
        """The seconds that each one took in the first half, and in the second."""
        none, half, whole = self.runs
        return self._each(none, half), self._each(half, whole)

    def _each(self, fewer: Pure, more: Pure) -> float:
        return (more.total - fewer.total) / (more.counts[self.what] - fewer.counts[self.what])


def measure_growth(out: Path, meetings: int, whole: Pure, times: int) -> list[Growth]:
    """Measure the stages again with fewer matters, then with fewer decisions."""
    found = []
    for what in NAMES:
        none, half = (
            _measured(out, replace(Amount(meetings), **{what: share}), times)
            for share in SHARES[:2]
        )
        found.append(Growth(what, (none, half, whole)))
    return found


def _measured(out: Path, amount: Amount, times: int) -> Pure:
    say(
        f"{table.number(amount.meetings)} möten, {amount.matters:.0%} ärenden, "
        f"{amount.decisions:.0%} beslut: tar tid på varje steg ..."
    )
    shutil.rmtree(out, ignore_errors=True)
    make_corpus(out / "corpus", amount)
    return measure_pure(out / "corpus", out / "stages.log", times)


def lines(growth: Sequence[Growth]) -> Iterator[str]:
    """Yield a line for matters and one for decisions."""
    for one in growth:
        first, second = one.each
        counts = ", ".join(table.number(run.counts[one.what]) for run in one.runs)
        yield (
            f"Ett {NAMES[one.what]} till kostar {_milliseconds(first)} i den första halvan och "
            f"{_milliseconds(second)} i den andra ({counts}): kvot {table.ratio(second / first)}"
        )


def _milliseconds(value: float) -> str:
    return f"{value * 1000:.2f} ms".replace(".", ",")
