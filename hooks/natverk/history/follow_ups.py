"""How follow-ups ended: by facts in later meetings that say they are done or struck.

A fact ends all of a follow-up, or the part of it that one organisation was to do. Only meetings up
to a day count, so what is done tomorrow is open today.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natverk.model.addresses import decision_address
from natverk.model.days import Day
from natverk.model.vocabulary import FactLabel

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.decisions import Fact
    from natverk.model.notes import Notes

ENDING = frozenset({FactLabel.DONE, FactLabel.STRUCK})
"""The labels of facts that end follow-ups."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What ended a follow-up: a fact in a meeting's document.

    `organisation` is whose part it ended, as an id where that is known; empty for all of it.
    """

    notes: Notes
    fact: Fact
    organisation: str = ""

    @property
    def day(self) -> dt.date:
        """The day of the meeting."""
        return day_of(self.notes)

    @property
    def was_struck(self) -> bool:
        """Whether it was given up rather than done."""
        return self.fact.label is FactLabel.STRUCK


def closings(
    catalogue: Catalogue, date: dt.date = dt.date.max
) -> Mapping[str, tuple[Closing, ...]]:
    """Return what had ended each follow-up by the end of a day, by address, in order of time.

    Of several that end the same, the first counts; more is a fault.
    """
    found: dict[str, list[Closing]] = defaultdict(list)
    for notes in sorted(catalogue.notes, key=lambda one: (one.key, one.id)):
        if day_of(notes) <= date and not notes.is_invitation:
            for address, closing in _closings_in(catalogue, notes):
                found[address].append(closing)
    return {address: tuple(ends) for address, ends in found.items()}


def day_of(notes: Notes) -> dt.date:
    """Return the day of a document's meeting."""
    return Day.read(notes.key[:10]).first


def _closings_in(catalogue: Catalogue, notes: Notes) -> Iterator[tuple[str, Closing]]:
    for fact in sorted(notes.facts(), key=lambda one: one.line):
        if fact.label not in ENDING:
            continue
        for ended in fact.ended:
            if address := decision_address(ended.target, notes.id, "a"):
                for written in ended.organisations or ("",):
                    organisation = catalogue.organisation(written) or written
                    yield address, Closing(notes=notes, fact=fact, organisation=organisation)


def first_closings(ends: tuple[Closing, ...]) -> Mapping[str, Closing]:
    """Return what counts of a follow-up's closings, by organisation; "" for all of it."""
    return {one.organisation: one for one in reversed(ends)}
