"""Makes a corpus of any size: the same seed and size give the same bytes.

Networks grow in number with the meetings, since a network meets 40 to 60 times in ten years;
the associations and their municipalities stay as many. A network's notes are written in the order
of their days together with all others', since a decision points at what somebody else has decided.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import yaml
from agreements import agreements
from invitations import invitation
from journeys import make_docket
from mandates import mandates, news
from network import Network, make_networks, register
from office import Office
from registers import matter, of_association, shared
from world import make_world

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SEED = 2026
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)
"""One empty page, for what is attached."""
CSV = b"Kommun;Antal\nAskvalla;12\n"


@dataclass(frozen=True, slots=True)
class Amount:
    """How much a corpus holds: its meetings, and the shares of a full life's matters and decisions.

    A full life of 4,000 meetings has 1,000 matters and about 20,000 decisions.
    """

    meetings: int
    matters: float = 1.0
    decisions: float = 1.0


def make_corpus(root: Path, amount: Amount, *, seed: int = SEED) -> None:
    """Write `networks/` and `minutes/` with so much content below `root`."""
    for path, data in _files(amount, seed):
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _files(amount: Amount, seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of everything."""
    world = make_world(random.Random(f"{seed}/world"))
    networks = list(make_networks(world, amount.meetings, seed))
    docket = make_docket(networks, seed, amount.matters)
    registers = chain(shared(world), *map(of_association, world.associations))
    yield from ((path, _yaml(content)) for path, content in registers)
    for journey in docket.journeys:
        folder = f"networks/{journey.home.association.id}/matters"
        yield f"{folder}/{journey.id}.yml", _yaml(matter(journey))
    office = Office(networks, docket, seed, amount.decisions)
    for network, day, notes in office.all_notes():
        minutes = f"minutes/{network.body.id}/{day}"
        yield f"{minutes}.md", notes.text.encode()
        yield from ((f"{minutes}/{name}", _attached(name)) for name in notes.attached)
    for network in networks:
        yield from _own(network, office)


def _own(network: Network, office: Office) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of what is a network's own, but its notes."""
    folder = f"networks/{network.association.id}"
    yield f"{folder}/{network.body.id}/network.yml", _yaml(register(network))
    for identity, content in agreements(network):
        yield f"{folder}/agreements/{identity}.yml", _yaml(content)
    days = [day for day in network.timetable.held if not office.is_draft(network, day)]
    known = {day: calls[0][0].id for day in days if (calls := office.calls(network, day))}
    for path, text in (*mandates(network), *news(network, days, known), *invitation(network)):
        yield path, text.encode()


def _attached(name: str) -> bytes:
    return PDF if name.endswith(".pdf") else CSV


def _yaml(content: object) -> bytes:
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text: str = yaml.dump(content, Dumper=dumper, allow_unicode=True, sort_keys=False, width=10_000)
    return text.encode()
