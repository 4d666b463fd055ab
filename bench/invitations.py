"""The invitation to the next meeting of a made-up network: an agenda, and nobody there yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from words import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from network import Network

INVITED = 0.5
"""The share of networks whose next meeting has an invitation."""


def invitation(network: Network) -> Iterator[tuple[str, str]]:
    """Yield path and text of the invitation to the next meeting, for half of the networks."""
    if not network.timetable.coming or network.rng.random() > INVITED:
        return
    day, writer = network.timetable.coming[0], network.writer
    head = ["---", f"tid: {network.timetable.hours}", f"plats: {network.place}"]
    lines = [*head, "status: kallelse", "---", ""]
    for at, section in enumerate(network.rng.sample(vocabulary().raw["sections"], 2)):
        lines += [f"## {section}", ""]
        for number in range(3):
            lines += [
                f"### {3 * at + number + 1}. {writer.one('titles')}",
                "",
                writer.paragraph(1),
                "",
            ]
    yield f"minutes/{network.body.id}/{day}.md", "\n".join(lines)
