"""What each decision is about: the topics of the decision, of its item and of their matters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from natverk.model.decisions import Decision
from natverk.model.vocabulary import FactLabel

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.decisions import Fact
    from natverk.model.notes import AgendaItem, Notes, Section


def topics_by_decision(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Return the ids of each decision's topics, by its address, in the order they are named."""
    return {
        decision.id: tuple(dict.fromkeys(_topics(catalogue, (*decision.facts, *around))))
        for notes in catalogue.notes
        for decision, around in _with_surroundings(notes)
    }


def topics_of(catalogue: Catalogue, notes: Notes | None) -> tuple[str, ...]:
    """Return the ids of all topics that a meeting's notes name, in their order."""
    if notes is None:
        return ()
    return tuple(dict.fromkeys(_topics(catalogue, _facts(notes))))


def _facts(notes: Notes) -> Iterator[Fact]:
    for section in notes.sections:
        holders: tuple[Section | AgendaItem, ...] = (section, *section.items)
        for holder in holders:
            yield from holder.facts
            for part in holder.parts:
                if isinstance(part, Decision):
                    yield from part.facts


def _with_surroundings(notes: Notes) -> Iterator[tuple[Decision, tuple[Fact, ...]]]:
    """Yield each decision with the facts of the item and the section it stands in."""
    for section in notes.sections:
        holders: tuple[Section | AgendaItem, ...] = (section, *section.items)
        for holder in holders:
            facts = section.facts if holder is section else (*holder.facts, *section.facts)
            for part in holder.parts:
                if isinstance(part, Decision):
                    yield part, facts


def _topics(catalogue: Catalogue, facts: Iterable[Fact]) -> Iterator[str]:
    for fact in facts:
        names: Iterable[str] = ()
        if fact.label is FactLabel.TOPIC:
            names = fact.values
        elif fact.label is FactLabel.MATTER:
            matters = (catalogue.matter(text) for text in fact.values)
            names = (name for matter in matters if matter for name in matter.topics)
        yield from (topic.id for name in names if (topic := catalogue.topic(name)))
