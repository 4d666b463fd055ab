"""Tells in Swedish what was measured, and how it stands to the targets."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pure import Pure
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
    "pages": "göra sidor och data",
}
COUNTS = {"matters": "ärenden", "decisions": "beslut", "pages": "sidor"}


def report(measured: Sequence[Measured]) -> Iterator[str]:
    """Yield the lines of the report of whole builds."""
    header = ["", *(f"{table.number(one.meetings)} möten" for one in measured)]
    yield from table.lines(header, list(_rows(measured)))
    yield ""
    for smaller, larger in pairwise(measured):
        yield _growth(smaller, larger)
    for one in measured:
        yield from _targets(one)
        yield from (f"  {address}: {table.size(size)}" for address, size in one.largest)


def report_stages(sizes: Sequence[int], measured: Sequence[Pure]) -> Iterator[str]:
    """Yield the lines of the report of natverk's own stages."""
    header = ["", *(f"{table.number(size)} möten" for size in sizes)]
    rows = [*_counts(measured), *_seconds(measured), *_memory(measured)]
    yield from table.lines(header, rows)
    yield ""
    for (few, smaller), (many, larger) in pairwise(zip(sizes, measured, strict=True)):
        yield (
            f"{table.number(many)} möten kostar {table.ratio(larger.total / smaller.total)} gånger "
            f"så mycket som {table.number(few)} (mål: högst {table.ratio(many / few * GROWTH)}): "
            f"{', '.join(_stage_ratios(smaller, larger))}"
        )


def _rows(measured: Sequence[Measured]) -> Iterator[list[str]]:
    pure = [one.pure for one in measured]
    yield ["anteckningar", *(table.size(one.content.size) for one in measured)]
    yield from _counts(pure)
    yield ["hela bygget", *(table.seconds(one.whole.busy) for one in measured)]
    yield from _seconds(pure)
    yield ["  MkDocs (resten)", *(table.seconds(one.mkdocs) for one in measured)]
    yield ["  sökindex", *(table.seconds(one.search.busy) for one in measured)]
    yield ["  per möte", *(_each(one.whole.busy, one.meetings) for one in measured)]
    yield ["hela bygget, på klockan", *(table.seconds(one.whole.seconds) for one in measured)]
    yield ["natverk check", *(table.seconds(one.check.busy) for one in measured)]
    yield ["minne, som mest", *(table.size(one.whole.memory) for one in measured)]
    yield from _memory(pure)
    yield ["  MkDocs", *(table.size(one.mkdocs_memory) for one in measured)]
    yield ["  sökindex", *(table.size(one.search.memory) for one in measured)]
    yield ["webbplatsen", *(table.size(one.site.size) for one in measured)]
    yield ["  filer", *(table.number(one.site.files) for one in measured)]
    yield ["  största mötessida", *(table.size(one.largest_meeting) for one in measured)]
    if all(one.hugo for one in measured):
        yield from _hugo_rows(measured)


def _counts(measured: Sequence[Pure]) -> Iterator[list[str]]:
    for key, name in COUNTS.items():
        yield [name, *(table.number(one.counts[key]) for one in measured)]


def _seconds(measured: Sequence[Pure]) -> Iterator[list[str]]:
    for key, name in STAGES.items():
        yield [f"  {name}", *(table.seconds(one.seconds[key]) for one in measured)]


def _memory(measured: Sequence[Pure]) -> Iterator[list[str]]:
    for key, name in STAGES.items():
        if key != "changes":
            yield [f"  {name}", *(table.size(one.memory[key]) for one in measured)]


def _hugo_rows(measured: Sequence[Measured]) -> Iterator[list[str]]:
    compared = [one.hugo for one in measured if one.hugo]
    yield ["Hugo", *(table.seconds(other.engine.busy) for other in compared)]
    yield ["  sökindex", *(table.seconds(other.search.busy) for other in compared)]
    yield ["  webbplatsen utan sökindex", *(table.size(other.weight.size) for other in compared)]
    yield [
        "natverk / Hugo med sökindex",
        *(
            table.ratio(one.whole.busy / (other.engine.busy + other.search.busy))
            for one, other in zip(measured, compared, strict=True)
        ),
    ]


def _each(seconds: float, meetings: int) -> str:
    return f"{seconds / meetings * 1000:.1f} ms".replace(".", ",")


def _growth(smaller: Measured, larger: Measured) -> str:
    times = larger.meetings / smaller.meetings
    cost = larger.whole.busy / smaller.whole.busy
    parts = list(_stage_ratios(smaller.pure, larger.pure))
    parts.append(f"MkDocs {table.ratio(larger.mkdocs / smaller.mkdocs)}")
    parts.append(f"sökindex {table.ratio(larger.search.busy / smaller.search.busy)}")
    parts.append(f"på klockan {table.ratio(larger.whole.seconds / smaller.whole.seconds)}")
    parts.append(f"minne {table.ratio(larger.whole.memory / smaller.whole.memory)}")
    return (
        f"{table.number(larger.meetings)} möten kostar {table.ratio(cost)} gånger så mycket som "
        f"{table.number(smaller.meetings)} (mål: högst {table.ratio(times * GROWTH)}): "
        f"{_verdict(cost <= times * GROWTH)}\n  {', '.join(parts)}"
    )


def _stage_ratios(smaller: Pure, larger: Pure) -> Iterator[str]:
    for key, name in STAGES.items():
        if key != "changes":
            yield f"{name} {table.ratio(larger.seconds[key] / smaller.seconds[key])}"


def _targets(one: Measured) -> Iterator[str]:
    share = one.check.busy / one.whole.busy
    name = f"{table.number(one.meetings)} möten"
    yield (
        f"{name}: natverk check tar {share:.0%} av hela bygget "
        f"(mål: under {CHECK_SHARE:.0%}): {_verdict(share < CHECK_SHARE)}"
    ).replace("%", "\u00a0%")
    yield (
        f"{name}: största mötessidan är {table.size(one.largest_meeting)} "
        f"(mål: under {table.size(LARGEST_MEETING)}): "
        f"{_verdict(one.largest_meeting < LARGEST_MEETING)}; störst av alla är"
    )


def _verdict(is_within: bool) -> str:  # noqa: FBT001 - the answer is the whole question
    return "inom målet" if is_within else "över målet"
