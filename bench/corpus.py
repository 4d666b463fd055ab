"""Makes a corpus of any size: the same seed and size give the same bytes.

Networks grow in number with the meetings, since a network meets 40 to 60 times in ten years;
the associations and their municipalities stay as many.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import yaml
from mandates import mandates, news
from network import Network, make_networks, register
from notes import Secretary
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


def make_corpus(root: Path, *, meetings: int, seed: int = SEED) -> None:
    """Write `networks/` and `minutes/` with so many meetings' notes below `root`."""
    world = make_world(random.Random(f"{seed}/world"))
    for path, content in shared(world):
        _write(root / path, _yaml(content))
    for association in world.associations:
        for path, content in of_association(association):
            _write(root / path, _yaml(content))
    for network in make_networks(world, meetings, seed):
        for path, data in _files(network):
            _write(root / path, data)


def _files(network: Network) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of everything that is the network's."""
    folder = f"networks/{network.association.id}"
    yield f"{folder}/{network.body.id}/network.yml", _yaml(register(network))
    for path, text in mandates(network):
        yield path, text.encode()
    for identity, topic in network.matters.items():
        yield f"{folder}/matters/{identity}.yml", _yaml(matter(network, topic))
    for day, notes in Secretary(network).all_notes():
        minutes = f"minutes/{network.body.id}/{day}"
        yield f"{minutes}.md", notes.text.encode()
        yield from ((f"{minutes}/{name}", PDF) for name in notes.attached)
    for path, text in news(network, network.timetable.held):
        yield path, text.encode()


def _yaml(content: object) -> bytes:
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text: str = yaml.dump(content, Dumper=dumper, allow_unicode=True, sort_keys=False, width=10_000)
    return text.encode()


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
