"""Decisions: their text, what they bear on, and those that nobody has marked."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from natverk.findings import Finding, error, shorten, tip
from natverk.history.decisions import made_on
from natverk.model.documents import Decision
from natverk.source.blocks import Block, Code, Heading, Quote
from natverk.words import swedish

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.documents import AgendaItem, Section


def relation_till_senare_beslut(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find relations to decisions made later; a relation is written on the newer side."""
    for notes in catalogue.notes:
        for decision in notes.decisions:
            for relation in decision.relations:
                target = catalogue.decisions.get(catalogue.target(relation.target, decision) or "")
                if target and made_on(target) > made_on(decision):
                    yield error(
                        "relation-till-senare-beslut",
                        notes.place(relation.line),
                        f"Beslutet pekar på {target.id}, som fattades senare.",
                        "Skriv raden i det senare beslutet i stället; den visas på båda ställena.",
                    )


def beslut_utan_text(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find decisions without text, and follow-ups with neither title nor text."""
    for notes in catalogue.notes:
        for decision in notes.decisions:
            if not decision.blocks:
                yield error(
                    "beslut-utan-text",
                    notes.place(decision.line),
                    f"Beslut {decision.number} har ingen text som säger vad som beslutades.",
                    "Skriv texten i citatet, på en egen rad: > Nätverket ger GR i uppdrag att …",
                )
        for item in notes.follow_ups:
            if not item.title and not item.blocks:
                yield error(
                    "beslut-utan-text",
                    notes.place(item.line),
                    f"Att göra {item.number} säger inte vad som ska göras.",
                    "Skriv det efter kolonet: **Att göra 1: Utse en projektledare**",
                )


def omarkt_beslut(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find phrases that mean a decision, in items and sections where none is marked."""
    for notes in catalogue.notes:
        if not _phrases().search(notes.prose.body):
            continue
        holders: list[AgendaItem | Section] = [*notes.sections, *notes.items]
        for holder in holders:
            if not any(isinstance(part, Decision) for part in holder.parts):
                for line, phrase in _unmarked(holder):
                    yield tip(
                        "omarkt-beslut",
                        notes.place(line),
                        f'Orden "{phrase}" låter som ett beslut, men inget är markerat här.',
                        "Är det ett beslut, skriv det som ett citat: > **Beslut 1: Rubrik**",
                    )


def _unmarked(holder: AgendaItem | Section) -> Iterator[tuple[int, str]]:
    for part in holder.parts:
        if isinstance(part, Block) and not isinstance(part, (Quote, Code, Heading)):
            found = _phrases().search(part.text)
            if found:
                yield part.line + part.text.count("\n", 0, found.start()), shorten(found[0], 40)


@cache
def _phrases() -> re.Pattern[str]:
    words = sorted(swedish().accepted("DecisionPhrase"), key=len, reverse=True)
    joined = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"\b(?:{joined})\b", re.IGNORECASE)
