"""Tells in Swedish what was measured, and how it stands to the targets."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sizes import Measured

GROWTH = 1.1
"""A build of four times as many meetings may cost 4.4 times as much."""
LARGEST_MEETING = 60_000
"""Bytes of HTML."""
CHECK_SHARE = 0.5
STAGES = {
    "load": "läsa in",
    "check": "granska",
    "changes": "git-datum",
    "build": "göra sidor och data",
}


def report(measured: Sequence[Measured]) -> Iterator[str]:
    """Yield the lines of the report."""
    header = ["", *(f"{table.number(one.meetings)} möten" for one in measured)]
    yield from table.lines(header, list(_rows(measured)))
    yield ""
    for smaller, larger in pairwise(measured):
        yield _growth(smaller, larger)
    for one in measured:
        yield from _targets(one)


def _rows(measured: Sequence[Measured]) -> Iterator[list[str]]:
    yield ["anteckningar", *(table.size(one.content.size) for one in measured)]
    yield ["hela bygget", *(table.seconds(one.whole.seconds) for one in measured)]
    for key, name in STAGES.items():
        yield [f"  {name}", *(table.seconds(one.stages[key]) for one in measured)]
    yield ["  MkDocs (resten)", *(table.seconds(one.mkdocs) for one in measured)]
    yield ["  sökindex", *(table.seconds(one.search.seconds) for one in measured)]
    yield ["processortid", *(table.seconds(one.whole.busy) for one in measured)]
    yield ["per möte", *(_each(one.whole.seconds, one.meetings) for one in measured)]
    yield ["minne, som mest", *(table.size(one.whole.memory) for one in measured)]
    yield ["  sökindex", *(table.size(one.search.memory) for one in measured)]
    yield ["natverk check", *(table.seconds(one.check.seconds) for one in measured)]
    yield ["webbplatsen", *(table.size(one.site.size) for one in measured)]
    yield ["  filer", *(table.number(one.site.files) for one in measured)]
    yield ["  största mötessida", *(table.size(one.largest_meeting) for one in measured)]
    if all(one.hugo for one in measured):
        yield from _hugo_rows(measured)


def _hugo_rows(measured: Sequence[Measured]) -> Iterator[list[str]]:
    compared = [one.hugo for one in measured if one.hugo]
    yield ["Hugo", *(table.seconds(other.engine.seconds) for other in compared)]
    yield ["  sökindex", *(table.seconds(other.search.seconds) for other in compared)]
    yield ["  webbplatsen utan sökindex", *(table.size(other.weight.size) for other in compared)]
    yield [
        "natverk / Hugo med sökindex",
        *(
            table.ratio(one.whole.seconds / (other.engine.seconds + other.search.seconds))
            for one, other in zip(measured, compared, strict=True)
        ),
    ]


def _each(seconds: float, meetings: int) -> str:
    return f"{seconds / meetings * 1000:.1f} ms".replace(".", ",")


def _growth(smaller: Measured, larger: Measured) -> str:
    times = larger.meetings / smaller.meetings
    cost = larger.whole.seconds / smaller.whole.seconds
    parts = [f"{name} {_times(smaller, larger, key)}" for key, name in STAGES.items()]
    parts.append(f"MkDocs {table.ratio(larger.mkdocs / smaller.mkdocs)}")
    parts.append(f"sökindex {table.ratio(larger.search.seconds / smaller.search.seconds)}")
    parts.append(f"processortid {table.ratio(larger.whole.busy / smaller.whole.busy)}")
    return (
        f"{table.number(larger.meetings)} möten kostar {table.ratio(cost)} gånger så mycket som "
        f"{table.number(smaller.meetings)} (mål: högst {table.ratio(times * GROWTH)}): "
        f"{_verdict(cost <= times * GROWTH)}\n  {', '.join(parts)}"
    )


def _times(smaller: Measured, larger: Measured, key: str) -> str:
    return table.ratio(larger.stages[key] / smaller.stages[key])


def _targets(one: Measured) -> Iterator[str]:
    share = one.check.seconds / one.whole.seconds
    name = f"{table.number(one.meetings)} möten"
    yield (
        f"{name}: natverk check tar {share:.0%} av hela bygget "
        f"(mål: under {CHECK_SHARE:.0%}): {_verdict(share < CHECK_SHARE)}"
    ).replace("%", "\u00a0%")
    yield (
        f"{name}: största mötessidan är {table.size(one.largest_meeting)} "
        f"(mål: under {table.size(LARGEST_MEETING)}): "
        f"{_verdict(one.largest_meeting < LARGEST_MEETING)}"
    )


def _verdict(is_within: bool) -> str:  # noqa: FBT001 - the answer is the whole question
    return "inom målet" if is_within else "över målet"
