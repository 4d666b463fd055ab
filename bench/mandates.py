"""Writes the mandates and the news of a made-up network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timetable import NOW

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from network import Network

NEWS = 6
TASKS = 6
UNCHANGED = 0.2
"""The share of yearly revisions that leave the text as it was."""


def mandates(network: Network) -> Iterator[tuple[str, str]]:
    """Yield path and text of each year's revision; the last one holds until further notice."""
    folder = f"networks/{network.association.id}/{network.body.id}/mandates"
    years = range(network.timetable.first.year, NOW.year + 1)
    text = _Text(network)
    for year in years:
        is_last = year == years[-1]
        period = f"från {year}-01-01" if is_last else f"{year}"
        body = [] if year != years[0] and network.rng.random() < UNCHANGED else text.revised()
        yield f"{folder}/{year}-01-01.md", "\n".join([*_head(network, period), *body])


def news(
    network: Network, days: Sequence[dt.date], matters: Mapping[dt.date, str]
) -> Iterator[tuple[str, str]]:
    """Yield path and text of news about the first decision of some days; matters stand by day."""
    folder = f"networks/{network.association.id}/news"
    for day in network.rng.sample(days, min(NEWS, len(days))):
        title = network.writer.fill("Nytt från ORG om IBARE")
        target = f"../../../minutes/{network.body.id}/{day}.md#beslut-1"
        head = ["---", f"rubrik: {title}", "nätverk:", f"  - {network.body.id}"]
        head += ["ämnen:", f"  - {network.rng.choice(network.topics)}"]
        head += ["ärenden:", f"  - {matter}"] if (matter := matters.get(day)) else []
        lines = [*head, "---", "", network.writer.paragraph(4), ""]
        lines += [f"Läs [vad nätverket kom fram till]({target}).", ""]
        yield f"{folder}/{day}-{network.body.id}.md", "\n".join(lines)


class _Text:
    """A mandate's text, of which a little changes every year."""

    def __init__(self, network: Network) -> None:
        self.rng, self.writer = network.rng, network.writer
        self.background, self.about = self.writer.paragraph(5), self.writer.paragraph(2)
        self.roles = self.writer.paragraph(3)
        self.tasks = [self.writer.one("tasks") for _ in range(TASKS)]

    def revised(self) -> list[str]:
        """Return the text as lines, and change it for the next time."""
        tasks = [f"- {task}" for task in self.tasks]
        lines = ["## Bakgrund", "", self.background, "", "## Uppdrag", "", self.about, "", *tasks]
        lines += ["", "## Roller och ansvar", "", self.roles, ""]
        self.tasks[self.rng.randrange(TASKS)] = self.writer.one("tasks")
        if self.rng.random() < 1 / 2:
            self.background = f"{self.background} {self.writer.paragraph(1)}"
        return lines


def _head(network: Network, period: str) -> list[str]:
    timetable = network.timetable
    above = network.superior or network.association.board
    return [
        "---",
        f"gäller: {period}",
        "antagen: okänt",
        f"antagen av: {above.id}",
        f"möten per år: minst {timetable.per_year}",
        f"veckodag: {timetable.weekday}",
        "anteckningar inom: 14 dagar",
        "revideras: årligen",
        "verksamhetsrapport: årligen",
        "---",
        "",
    ]
