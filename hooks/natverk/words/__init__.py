"""The one vocabulary: Swedish words to the code's names and back, read from `sv.yml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, TypeVar

import yaml

from natverk.findings import RefusalError, in_quotes, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

    E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Words:
    """Vocabularies by name; each maps a code name to its words, the printed one first."""

    lists: Mapping[str, Mapping[str, tuple[str, ...]]]
    codes: Mapping[str, Mapping[str, str]]

    def printed(self, vocabulary: str) -> list[str]:
        """Return the printed word of every member, in the file's order."""
        return [words[0] for words in self.lists[vocabulary].values()]

    def accepted(self, vocabulary: str) -> list[str]:
        """Return every word that is understood."""
        return [word for words in self.lists[vocabulary].values() for word in words]

    def find(self, vocabulary: type[E], text: str) -> E | None:
        """Return the member that `text` names, or None."""
        code = self.codes[vocabulary.__name__].get(_key(text))
        return vocabulary(code) if code else None

    def read(self, vocabulary: type[E], text: str) -> E:
        """Return the member that `text` names; raise `RefusalError` with the nearest word."""
        found = self.find(vocabulary, text)
        if found is None:
            known = self.printed(vocabulary.__name__)
            close = nearest(text, self.accepted(vocabulary.__name__))
            raise RefusalError(
                "fel-varde",
                f"{in_quotes(text, 40)} är inget av de värden som går att välja här.",
                f"Menade du {close}?" if close else f"Välj bland: {', '.join(known)}.",
            )
        return found

    def say(self, member: StrEnum, vocabulary: str = "") -> str:
        """Return the printed word of `member`."""
        return self.lists[vocabulary or type(member).__name__][member.value][0]

    def counted(self, number: int, member: StrEnum) -> str:
        """Return a number with a word: "1 arbetsdag", "10 arbetsdagar"."""
        words = self.lists[type(member).__name__][member.value]
        return f"{number} {words[number == 1]}"

    def all_of(self, member: StrEnum) -> str:
        """Return the word for all of what a quorum counts: "ledamöterna"."""
        return self.lists[type(member).__name__][member.value][2]

    def is_everyone(self, text: str) -> bool:
        """Tell whether `text` means each municipality of the association: "varje kommun"."""
        return _key(text) in self.codes["Everyone"]

    def role(self, text: str) -> str:
        """Return a role as it is printed: "ordf." is "ordförande"; unknown roles stay."""
        code = self.codes["Role"].get(_key(text))
        return self.lists["Role"][code][0] if code else text


def _key(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()


@cache
def swedish() -> Words:
    """Return the Swedish vocabulary; the file is part of the package and read once."""
    text = resources.files(__package__).joinpath("sv.yml").read_text("utf-8")
    raw: dict[str, dict[str, list[str]]] = yaml.safe_load(text)
    lists = {
        vocabulary: {code: tuple(words) for code, words in members.items()}
        for vocabulary, members in raw.items()
    }
    codes = {
        vocabulary: {_key(word): code for code, words in members.items() for word in words}
        for vocabulary, members in lists.items()
    }
    return Words(lists, codes)
