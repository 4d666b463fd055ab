"""Prints rows of figures as a Swedish table with aligned columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

THOUSAND = 1000
PRECISE = 10
"""Below this a decimal says something."""


def lines(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table: the first column to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    yield _line(header, widths)
    yield "  ".join("-" * width for width in widths)
    for row in rows:
        yield _line(row, widths)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = (
        cell.rjust(width) if at else cell.ljust(width)
        for at, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join((first, *others)).rstrip()


def number(value: float) -> str:
    """Return a number in Swedish: `4 000`, `12`, `3,4`."""
    text = f"{value:,.0f}" if value == int(value) or value >= PRECISE**2 else f"{value:,.1f}"
    return text.replace(",", "\u00a0").replace(".", ",")


def seconds(value: float) -> str:
    """Return seconds: with two decimals when there are few of them."""
    return f"{value:.{2 if value < PRECISE else 1}f} s".replace(".", ",")


def size(value: float) -> str:
    """Return bytes as kB, MB or GB of a thousand each."""
    for unit in ("B", "kB", "MB"):
        if value < THOUSAND:
            return f"{number(round(value, 1))} {unit}"
        value /= THOUSAND
    return f"{number(round(value, 2))} GB"


def ratio(value: float) -> str:
    """Return how many times as much something is."""
    return f"{value:.2f}".replace(".", ",")
