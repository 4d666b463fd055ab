"""Writes the mandates and the news of a made-up network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timetable import NOW

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from network import Network

PERIOD = 3
"""Years from one mandate to the next."""
NEWS = 4


def mandates(network: Network) -> Iterator[tuple[str, str]]:
    """Yield path and text of each revision; the last one holds until further notice."""
    folder = f"networks/{network.association.id}/{network.body.id}/mandates"
    starts = range(network.timetable.first.year, NOW.year + 1, PERIOD)
    for start in starts:
        is_last = start == starts[-1]
        period = f"från {start}-01-01" if is_last else f"{start}–{start + PERIOD - 1}"
        yield f"{folder}/{start}-01-01.md", _mandate(network, period)


def news(network: Network, days: Sequence[dt.date]) -> Iterator[tuple[str, str]]:
    """Yield path and text of news about some of the network's first decisions of a day."""
    folder = f"networks/{network.association.id}/news"
    for day in network.rng.sample(days, min(NEWS, len(days))):
        title = network.writer.fill("Nytt från ORG om IBARE")
        target = f"../../../minutes/{network.body.id}/{day}.md#beslut-1"
        lines = ["---", f"rubrik: {title}", "nätverk:", f"  - {network.body.id}", "---", ""]
        lines += [network.writer.paragraph(4), ""]
        lines += [f"Läs [vad nätverket kom fram till]({target}).", ""]
        yield f"{folder}/{day}-{network.body.id}.md", "\n".join(lines)


def _mandate(network: Network, period: str) -> str:
    writer, timetable = network.writer, network.timetable
    above = network.superior or network.association.board
    head = [
        "---",
        f"gäller: {period}",
        "antagen: okänt",
        f"antagen av: {above.name}",
        f"möten per år: minst {timetable.per_year}",
        f"veckodag: {timetable.weekday}",
        "anteckningar inom: 14 dagar",
        "revideras: årligen",
        "verksamhetsrapport: nej",
        "---",
        "",
    ]
    tasks = [f"- {writer.one('tasks')}" for _ in range(5)]
    body = ["## Bakgrund", "", writer.paragraph(5), "", "## Uppdrag", "", writer.paragraph(2), ""]
    roles = ["", "## Roller och ansvar", "", writer.paragraph(3), ""]
    return "\n".join([*head, *body, *tasks, *roles])
