"""The vocabulary of the made-up notes: forms of nouns, adjectives and verbs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ENDINGS = {
    "or": ("n", "or", "orna"),
    "ar": ("en", "ar", "arna"),
    "er": ("en", "er", "erna"),
    "ner": ("n", "er", "erna"),
    "en": ("t", "n", "na"),
    "neutrum": ("et", "", "en"),
    "re": ("n", "", "na"),
}
"""By declension: the endings of definite, plural and definite plural."""

SHORTENED = {"or": (1, 1), "ner": (0, 0), "re": (0, 1)}
"""How many letters the stem loses before the plural and before the definite plural."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun in its four forms; `is_neuter` decides en or ett."""

    indefinite: str
    definite: str
    plural: str
    definite_plural: str
    is_neuter: bool

    def after(self, head: str) -> Noun:
        """Return the compound of `head` and this noun."""
        return Noun(
            head + self.indefinite,
            head + self.definite,
            head + self.plural,
            head + self.definite_plural,
            self.is_neuter,
        )


@dataclass(frozen=True, slots=True)
class Adjective:
    """An adjective for en, for ett, and for plural and definite."""

    common: str
    neuter: str
    inflected: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words; `raw` holds the lists that need no forms, as the file has them."""

    heads: tuple[str, ...]
    tails: tuple[Noun, ...]
    adjectives: tuple[Adjective, ...]
    verbs: tuple[str, ...]
    adverbials: tuple[str, ...]
    openers: tuple[str, ...]
    raw: dict[str, Any]

    def names(self, key: str) -> list[str]:
        """Return a list that the file has as words in a row."""
        return str(self.raw[key]).split()


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary beside this file."""
    raw = yaml.safe_load(Path(__file__).with_name("vocabulary.yml").read_text("utf-8"))
    return Vocabulary(
        heads=tuple(raw["heads"].split()),
        tails=tuple(
            _noun(word, declension)
            for declension, words in raw["tails"].items()
            for word in words.split()
        ),
        adjectives=tuple(_adjective(word) for word in raw["adjectives"].split()),
        verbs=tuple(raw["verbs"].split()),
        adverbials=tuple(part.strip() for part in raw["adverbials"].split("|")),
        openers=tuple(part.strip() for part in raw["openers"].split("|")),
        raw=raw,
    )


def to_id(text: str) -> str:
    """Return `text` as an id: lower case ASCII with hyphens."""
    folded = text.lower().translate(str.maketrans("åäöéü", "aaoeu"))
    return "-".join("".join(sign if sign.isalnum() else " " for sign in folded).split())


def _noun(word: str, declension: str) -> Noun:
    definite, plural, definite_plural = ENDINGS[declension]
    before, before_definite = (len(word) - cut for cut in SHORTENED.get(declension, (0, 0)))
    return Noun(
        word,
        word + definite,
        word[:before] + plural,
        word[:before_definite] + definite_plural,
        declension in {"en", "neutrum"},
    )


def _adjective(word: str) -> Adjective:
    if "/" in word:
        return Adjective(*word.split("/"))
    if word.endswith("ad"):
        return Adjective(word, word[:-1] + "t", word + "e")
    return Adjective(word, word + "t", word + "a")
