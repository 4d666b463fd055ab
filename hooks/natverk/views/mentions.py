"""What meetings and news say of matters, gathered in one pass over the documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natverk.model.addresses import meeting_address
from natverk.model.decisions import Decision, FollowUp, matters_named
from natverk.model.vocabulary import FactLabel

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.documents import News
    from natverk.model.notes import AgendaItem, Notes, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """A point of an agenda, or a whole section, about a matter.

    `continues` is what it continues from as written, `earlier` that meeting's id, empty when it
    is not here.
    """

    title: str
    meeting: str
    anchor: str
    continues: str = ""
    earlier: str = ""


Part = ItemRow | Decision | FollowUp
"""What in a meeting may be about a matter."""

ByMeeting = Mapping[str, tuple[Part, ...]]
"""The parts of each meeting, by the meeting's id, in the order of its text."""


def mentions(catalogue: Catalogue) -> Mapping[str, ByMeeting]:
    """Return what meetings say of each matter, by the matter's id."""
    found: dict[str, dict[str, list[Part]]] = defaultdict(lambda: defaultdict(list))
    for notes in catalogue.notes:
        for names, part in _parts(catalogue, notes):
            for matter in _known(catalogue, names):
                found[matter][notes.id].append(part)
    return {
        matter: {meeting: tuple(parts) for meeting, parts in meetings.items()}
        for matter, meetings in found.items()
    }


def _parts(catalogue: Catalogue, notes: Notes) -> Iterator[tuple[tuple[str, ...], Part]]:
    """Yield each part with the matters it names; what stands in a point shares the point's."""
    for unit in notes.units:
        names = matters_named(unit.facts)
        if names and unit.title:
            yield names, _item_row(catalogue, notes, unit)
        for part in unit.parts:
            if isinstance(part, Decision | FollowUp):
                yield part.matters or names, part


def _item_row(catalogue: Catalogue, notes: Notes, unit: Section | AgendaItem) -> ItemRow:
    said = next((fact.value for fact in unit.facts if fact.label is FactLabel.CONTINUES), "")
    earlier = meeting_address(said, notes.id) if said else None
    return ItemRow(
        title=unit.title,
        meeting=notes.id,
        anchor=unit.anchor,
        continues=said,
        earlier=earlier if earlier and earlier in catalogue.meetings else "",
    )


def news_of(catalogue: Catalogue) -> Mapping[str, tuple[News, ...]]:
    """Return the news of each matter, by the matter's id, in the order of their days."""
    found: dict[str, list[News]] = defaultdict(list)
    for news in sorted(catalogue.news, key=lambda one: (one.day.first, one.key)):
        for matter in _known(catalogue, news.head.matters):
            found[matter].append(news)
    return {matter: tuple(items) for matter, items in found.items()}


def _known(catalogue: Catalogue, names: Iterable[str]) -> Iterable[str]:
    """Return the ids of the matters that names mean, once each."""
    return dict.fromkeys(one.id for one in map(catalogue.matter, names) if one)
