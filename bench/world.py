"""The made-up world: associations, the organisations in them, and names of persons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from people import People
from words import to_id, vocabulary

if TYPE_CHECKING:
    import random


@dataclass(frozen=True, slots=True)
class Body:
    """Something with an address and a name: an organisation, an association, a network."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Association:
    """An association, its municipalities and its board, which stands outside the site."""

    id: str
    name: str
    legal_form: str
    members: tuple[Body, ...]
    board: Body

    @property
    def body(self) -> Body:
        """The association as an organisation like others."""
        return Body(self.id, self.name)


@dataclass(frozen=True, slots=True)
class World:
    """Everything that networks share."""

    associations: tuple[Association, ...]
    guests_from: tuple[Body, ...]
    people: People


ASSOCIATIONS = (
    ("ekdalens-kommunalforbund", "Ekdalens kommunalförbund", "kommunalförbund", "Ekdalen"),
    ("klintbygdens-kommunalforbund", "Klintbygdens kommunalförbund", "kommunalförbund", "Klint"),
    ("sjoriket", "Sjöriket i samverkan", "ideell förening", "Sjöriket"),
)
OTHERS = {
    "hogskolan-i-osterlunda": ("Högskolan i Österlunda", "lärosäte"),
    "norrklints-universitet": ("Norrklints universitet", "lärosäte"),
    "region-ekdalen": ("Region Ekdalen", "region"),
    "larandeverket": ("Lärandeverket", "myndighet"),
    "kvalitetsinspektionen": ("Kvalitetsinspektionen", "myndighet"),
    "samverkansbolaget": ("Samverkansbolaget Nav", "bolag"),
}
"""By id: name and kind."""


def make_world(rng: random.Random) -> World:
    """Return the world; the municipalities are dealt out to the associations in turn."""
    names = vocabulary().names("municipalities")
    places = [Body(to_id(name), name) for name in names]
    count = len(ASSOCIATIONS)
    associations = tuple(
        Association(
            identity,
            name,
            form,
            tuple(places[at::count]),
            Body(f"forbundsstyrelsen-{to_id(short)}", f"Förbundsstyrelsen {short}"),
        )
        for at, (identity, name, form, short) in enumerate(ASSOCIATIONS)
    )
    guests_from = tuple(Body(identity, name) for identity, (name, _) in OTHERS.items())
    return World(associations, guests_from, People(rng))
