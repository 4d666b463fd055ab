"""Decisions: their text, and what they bear on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from natverk.findings import Finding, error
from natverk.history.decisions import made_on

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue


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
