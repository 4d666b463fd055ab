"""Matters, topics, agenda items and homes of words that nothing bears the name of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from natverk.findings import (
    Finding,
    Place,
    did_you_mean,
    error,
    shorten,
    tip,
    warning,
)
from natverk.model.vocabulary import FactLabel
from natverk.rules.addresses import all_facts

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue


def okant_arende(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find matters that do not exist."""
    for matter, place in _matter_names(catalogue):
        if catalogue.matter(matter) is None and matter not in catalogue.unreadable:
            yield error(
                "okant-arende",
                place,
                f"Ärendet {shorten(matter, 40)} finns inte.",
                did_you_mean(
                    matter,
                    catalogue.matters,
                    f"Skapa networks/<förbund>/matters/{shorten(matter, 40)}.yml, eller ta bort raden.",
                ),
            )


def _matter_names(catalogue: Catalogue) -> Iterator[tuple[str, Place]]:
    for notes, fact in all_facts(catalogue):
        if fact.label is FactLabel.MATTER:
            yield from ((matter, notes.place(fact.line)) for matter in fact.values)
    for news in catalogue.news:
        yield from ((matter, news.head.at.place("ärenden")) for matter in news.head.matters)


def okant_amne(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find topics that topics.yml lacks, where there is one."""
    if not catalogue.topics:
        return
    for name, place in _topics(catalogue):
        if catalogue.topic(name) is None:
            yield tip(
                "okant-amne",
                place,
                f"Ämnet {shorten(name, 40)} finns inte bland ämnena.",
                did_you_mean(name, catalogue.topics, "Lägg till det i networks/topics.yml."),
            )


def _topics(catalogue: Catalogue) -> Iterator[tuple[str, Place]]:
    for network in catalogue.networks.values():
        yield from ((name, network.at.place("topics")) for name in network.topics)
    for matter in catalogue.matters.values():
        yield from ((name, matter.at.place("topics")) for name in matter.topics)
    for news in catalogue.news:
        yield from ((name, news.head.at.place("ämnen")) for name in news.head.topics)
    for notes, fact in all_facts(catalogue):
        if fact.label is FactLabel.TOPIC:
            yield from ((name, notes.place(fact.line)) for name in fact.values)


def okand_punkt(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find attendance at points that the agenda lacks."""
    for notes in catalogue.notes:
        known = [number for item in notes.items if (number := item.number)]
        if not known:
            continue
        for attendee in notes.attendance:
            unknown = [point for point in attendee.items if point.lower() not in known]
            if unknown:
                yield warning(
                    "okand-punkt",
                    notes.place(attendee.line),
                    f"{attendee.name} står vid punkt {', '.join(unknown[:5])}, "
                    "men det finns ingen sådan punkt.",
                    f"Punkterna är {', '.join(known[:20])}.",
                )


def okand_hemvist(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find words of the glossary that are said to belong to what is no association or network."""
    homes = [*catalogue.associations, *catalogue.networks]
    for term in catalogue.glossary.values():
        for name in term.scope:
            home = catalogue.body(name) or catalogue.organisation(name)
            if home in homes or catalogue.may_exist(name):
                continue
            yield error(
                "okand-hemvist",
                term.at.place("scope"),
                f"Ordet {shorten(term.term, 40)} sägs höra hemma i {shorten(name, 40)}, "
                "som varken är ett förbund eller ett nätverk.",
                did_you_mean(name, homes, "Skriv id för ett förbund eller ett nätverk."),
            )
