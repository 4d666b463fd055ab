"""How follow-ups ended: by facts in later meetings that say they are done or struck."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natverk.model.vocabulary import FactLabel

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.decisions import Fact
    from natverk.model.notes import Notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What ended a follow-up: a fact in a meeting's document."""

    notes: Notes
    fact: Fact

    @property
    def was_struck(self) -> bool:
        """Whether it was given up rather than done."""
        return self.fact.label is FactLabel.STRUCK


def closings(catalogue: Catalogue) -> Mapping[str, tuple[Closing, ...]]:
    """Return what ended each follow-up, by address, the earliest meeting first.

    More than one is a fault; the first counts.
    """
    found: dict[str, list[Closing]] = defaultdict(list)
    for notes in sorted(catalogue.notes, key=lambda one: (one.key, one.id)):
        for fact in sorted(notes.facts(), key=lambda one: one.line):
            if fact.label in {FactLabel.DONE, FactLabel.STRUCK}:
                for text in fact.values:
                    if address := catalogue.decision_address(text, notes.id, "a"):
                        found[address].append(Closing(notes=notes, fact=fact))
    return {address: tuple(ends) for address, ends in found.items()}
