"""The agreements of made-up networks: with whom, about what, and how the parties came and went."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from network import Network

YEARS = 4
"""How long an agreement lasts before the next one takes its place."""
LATE = 0.2
"""The share of municipalities that joined after a year."""
LEFT = 0.1


def agreement_id(network: Network, year: int) -> str:
    """Return the id of the agreement that held in a year."""
    first = network.timetable.first.year
    return f"{network.body.id}-avtal-{(year - first) // YEARS + 1}"


def agreements(network: Network) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield id and content of each agreement, the oldest first; the last one is open."""
    topic = network.writer.compound()
    first, last = network.timetable.first.year, network.timetable.held[-1].year
    starts = range(first, last + 1, YEARS)
    for start in starts:
        until = {} if start == starts[-1] else {"to": f"{start + YEARS - 1}-12-31"}
        yield (
            agreement_id(network, start),
            {
                "title": f"Överenskommelse om {topic.definite} {start}",
                "from": f"{start}-01-01",
                **until,
                "parties": list(_parties(network, start)),
                "governs": network.writer.paragraph(2),
                "bodies": [network.body.id],
                "documents": [
                    {
                        "title": "Överenskommelsen",
                        "link": f"https://{network.association.id}.example/avtal/{start}.pdf",
                    },
                    {"title": "Bilaga med belopp"},
                ],
            },
        )


def _parties(network: Network, start: int) -> Iterator[dict[str, str]]:
    rng = network.rng
    for member in network.association.members:
        since = {"from": f"{start + 1}-01-01"} if rng.random() < LATE else {}
        until = {"to": f"{start + 2}-12-31"} if rng.random() < LEFT else {}
        yield {"organisation": member.id, **since, **until}
    yield {"organisation": rng.choice(network.guests)[1].id}
    yield {"group": "fristående huvudmän i regionen", "count": str(rng.randint(2, 30))}
