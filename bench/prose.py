"""Writes Swedish sentences of a rich vocabulary: grammatical, varied, and about nothing real."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from words import Adjective, Noun, vocabulary

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

    W = TypeVar("W")

WEEKDAYS = ("måndagen", "tisdagen", "onsdagen", "torsdagen", "fredagen", "lördagen", "söndagen")
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
COMPOUNDS = 0.6
"""The share of nouns that are compounds: high, as in real notes."""
LEANING = 2.0
"""How much a writer leans on the favourite words: 1 would use all words equally."""

_SLOT = re.compile(
    r"\b(PASSUP|PASS|PAST|PER|ORG|TBARE|IBARE|OPEN|YEAR|DATE|NUM|INFS|INF|ADV|DA|IA|PA|D|I|P|T)(?=\b|0)"
)


@cache
def _parts(template: str) -> tuple[str, ...]:
    """Split a sentence of the vocabulary into text and slots, a slot at every odd place."""
    return tuple(_SLOT.split(template))


class Writer:
    """One network's way of writing: its own favourites among all words."""

    def __init__(self, rng: random.Random, organisations: Sequence[str]) -> None:
        """Take the favourites from `rng`; `organisations` are the names that prose mentions."""
        known = vocabulary()
        self.rng = rng
        self.organisations = organisations
        self.people: Sequence[str] = ("Sekreteraren",)
        self.day = dt.date(2020, 1, 1)
        self.topic = Noun("fråga", "frågan", "frågor", "frågorna", is_neuter=False)
        self.heads = self._shuffled(known.heads)
        self.tails = self._shuffled(known.tails)
        self.adjectives = self._shuffled(known.adjectives)
        self.verbs = self._shuffled(known.verbs)
        self.lists: dict[str, list[str]] = known.raw
        self.slots = self._slots()

    def noun(self) -> Noun:
        """Return a noun, mostly a compound."""
        tail = self._leaning(self.tails)
        return tail.after(self._leaning(self.heads)) if self.rng.random() < COMPOUNDS else tail

    def compound(self) -> Noun:
        """Return a compound for an item to be about."""
        return self._leaning(self.tails).after(self._leaning(self.heads))

    def fill(self, template: str) -> str:
        """Return a template of the vocabulary with its slots filled, as a sentence begins."""
        parts = _parts(template)
        text = "".join(self.slots[part]() if at % 2 else part for at, part in enumerate(parts))
        return text[:1].upper() + text[1:]

    def one(self, key: str) -> str:
        """Return one of the vocabulary's templates under `key`, filled."""
        return self.fill(self.rng.choice(self.lists[key]))

    def paragraph(self, sentences: int) -> str:
        """Return a paragraph of so many sentences."""
        return " ".join(self.one("sentences") for _ in range(sentences))

    def date(self, day: dt.date) -> str:
        """Return a date as running text has it, sometimes with its weekday."""
        written = f"den {day.day} {MONTHS[day.month - 1]} {day.year}"
        return f"{WEEKDAYS[day.weekday()]} {written}" if self.rng.random() < 1 / 3 else written

    def _shuffled(self, words: Sequence[W]) -> list[W]:
        return self.rng.sample(words, len(words))

    def _leaning(self, words: list[W]) -> W:
        return words[int(len(words) * self.rng.random() ** LEANING)]

    def _slots(self) -> dict[str, Callable[[], str]]:
        known = vocabulary()
        choice = self.rng.choice
        return {
            "D": self._definite,
            "I": self._indefinite,
            "P": lambda: self.noun().plural,
            "DA": self._described_definite,
            "IA": self._described_indefinite,
            "PA": lambda: f"{self._adjective().inflected} {self.noun().plural}",
            "T": lambda: self.topic.definite,
            "TBARE": lambda: self.topic.indefinite,
            "IBARE": lambda: self.noun().indefinite,
            "INF": lambda: self._leaning(self.verbs),
            "INFS": lambda: self._leaning(self.verbs) + "s",
            "PAST": lambda: self._leaning(self.verbs) + "de",
            "PASS": lambda: self._leaning(self.verbs) + "des",
            "PASSUP": lambda: self._leaning(self.verbs) + "ts",
            "ADV": lambda: choice(known.adverbials),
            "OPEN": lambda: choice(known.openers),
            "PER": lambda: choice(self.people),
            "ORG": lambda: choice(self.organisations),
            "NUM": lambda: str(self.rng.randint(3, 97)),
            "YEAR": lambda: str(self.day.year - self.rng.randint(1, 4)),
            "DATE": lambda: self.date(self.day + dt.timedelta(self.rng.randint(14, 200))),
        }

    def _adjective(self) -> Adjective:
        return self._leaning(self.adjectives)

    def _definite(self) -> str:
        noun = self.noun()
        return noun.definite if self.rng.random() < 2 / 3 else noun.definite_plural

    def _indefinite(self) -> str:
        noun = self.noun()
        return f"{'ett' if noun.is_neuter else 'en'} {noun.indefinite}"

    def _described_definite(self) -> str:
        noun = self.noun()
        return f"{'det' if noun.is_neuter else 'den'} {self._adjective().inflected} {noun.definite}"

    def _described_indefinite(self) -> str:
        noun, adjective = self.noun(), self._adjective()
        if noun.is_neuter:
            return f"ett {adjective.neuter} {noun.indefinite}"
        return f"en {adjective.common} {noun.indefinite}"
