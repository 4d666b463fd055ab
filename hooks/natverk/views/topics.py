"""What decisions, meetings and matters are about: the topics they name, and those of their matters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natverk.model.decisions import Decision
from natverk.model.vocabulary import FactLabel

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.decisions import Fact
    from natverk.model.notes import AgendaItem, Notes, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """A topic as a link; `id` is empty for a name that topics.yml lacks."""

    id: str
    name: str


def topic_rows(catalogue: Catalogue, names: Iterable[str]) -> tuple[TopicRow, ...]:
    """Return topics in the order they are named, by id or by name."""
    return tuple(
        TopicRow(id=topic.id, name=topic.name) if topic else TopicRow(id="", name=name)
        for name in names
        for topic in (catalogue.topic(name),)
    )


def topics_by_decision(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Return the ids of each decision's topics, by its address, in the order they are named."""
    return {
        decision.id: topics_in(catalogue, (*decision.facts, *around))
        for notes in catalogue.notes
        for decision, around in _with_surroundings(notes)
    }


def topics_in(catalogue: Catalogue, facts: Iterable[Fact]) -> tuple[str, ...]:
    """Return the ids of the topics that facts name, and of the matters that they name, once each."""
    return tuple(dict.fromkeys(_topics(catalogue, facts)))


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
