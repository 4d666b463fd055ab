"""The words that the search knows of Swedish, read from `search.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchWords:
    """What `search.yml` says, each list as its comment there tells.

    `forms` maps each irregular form to its plain word; `endings` come longest first.
    """

    plain: frozenset[str]
    strong: frozenset[str]
    heads: frozenset[str]
    whole: frozenset[str]
    forms: Mapping[str, str]
    endings: tuple[str, ...]
    short: frozenset[str]
    keep: tuple[str, ...]
    derivations: tuple[str, ...]
    stop: tuple[str, ...]
    places: frozenset[str]


@cache
def search_words() -> SearchWords:
    """Return the words; the file is part of the package and read once."""
    raw = yaml.safe_load(resources.files(__package__).joinpath("search.yml").read_text("utf-8"))
    words = raw["words"].split()
    return SearchWords(
        plain=frozenset(word.lstrip("*") for word in words),
        strong=frozenset(word[1:] for word in words if word.startswith("*")),
        heads=frozenset(raw["heads"].split()),
        whole=frozenset(raw["whole"].split()),
        forms={form: word for word, forms in raw["forms"].items() for form in forms.split()},
        endings=_longest_first(raw["endings"]),
        short=frozenset(raw["short"].split()),
        keep=tuple(raw["keep"].split()),
        derivations=_longest_first(raw["derivations"]),
        stop=tuple(raw["stop"].split()),
        places=frozenset(raw["places"].split()),
    )


def _longest_first(text: str) -> tuple[str, ...]:
    return tuple(sorted(dict.fromkeys(text.split()), key=lambda ending: (-len(ending), ending)))
