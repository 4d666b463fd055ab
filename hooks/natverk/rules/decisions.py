"""Decisions: their text, what they bear on, and those that nobody has marked."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from natverk.findings import Finding, error, shorten, tip, warning
from natverk.history.decisions import made_on
from natverk.model.decisions import Decision, FollowUp
from natverk.model.vocabulary import FactLabel, RelationKind
from natverk.source.blocks import Block, Code, Heading, List, Prose, Quote, plain
from natverk.words import swedish

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.notes import AgendaItem, Section


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


def beslut_pa_fel_stalle(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find decisions and follow-ups in reserved sections, which hold lists and no text."""
    for notes in catalogue.notes:
        for section in notes.sections:
            for part in section.parts if section.kind else ():
                if isinstance(part, (Decision, FollowUp)):
                    what = "Beslut" if isinstance(part, Decision) else "Att göra"
                    yield error(
                        "beslut-pa-fel-stalle",
                        notes.place(part.line),
                        f"{what} {part.number} står under {section.title} och skulle inte synas på "
                        "mötets sida.",
                        "Skriv en rubrik före, till exempel ## Beslut",
                    )


_STARTED = re.compile(
    r"\s*(?:[-*+]\s+)?(?:\*\*|__)?(?:Beslut|Att göra)\s*(?:nr\.?\s*)?\d*\s*:",
    re.IGNORECASE,
)


def uppgift_utan_plats(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find facts beside a decision that are not read: as plain lines in it, or in a list after it."""
    for notes in catalogue.notes:
        holders: list[AgendaItem | Section] = [*notes.sections, *notes.items]
        for line, label in (
            *(found for part in notes.marked for found in _plain_lines(part.blocks)),
            *(found for holder in holders for found in _lists_after(holder)),
        ):
            yield warning(
                "uppgift-utan-plats",
                notes.place(line),
                f"Raden ser ut som en uppgift ({label}), men den läses bara som text.",
                f"Skriv den sist i citatet, med streck: > - {label}: …",
            )


def _plain_lines(blocks: Iterable[Block]) -> Iterator[tuple[int, str]]:
    for block in blocks:
        if isinstance(block, Prose):
            for at, line in enumerate(block.lines):
                if label := _label(line):
                    yield block.line + at, label


def _lists_after(holder: AgendaItem | Section) -> Iterator[tuple[int, str]]:
    for before, after in pairwise(holder.parts):
        if isinstance(before, (Decision, FollowUp)) and isinstance(after, List):
            for item in after.items:
                if label := _label(item.text):
                    yield item.line, label


def _label(line: str) -> str | None:
    """Return the label that a line begins with, when it is one of a decision's own."""
    word, colon, _ = plain(line).partition(":")
    if not colon:
        return None
    words = swedish()
    label = words.find(FactLabel, word) or words.find(RelationKind, word)
    return words.say(label) if label else None


def omarkt_beslut(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find phrases that mean a decision, in items and sections where none is marked."""
    for notes in catalogue.notes:
        for holder in notes.units:
            for line, what in _unfinished(holder):
                yield tip(
                    "omarkt-beslut",
                    notes.place(line),
                    f"{what}, så det räknas inte som beslut.",
                    "Skriv det så här: > **Beslut 1: Rubrik**",
                )
            if not any(isinstance(part, Decision) for part in holder.parts):
                for line, phrase in _unmarked(holder):
                    yield tip(
                        "omarkt-beslut",
                        notes.place(line),
                        f'Orden "{phrase}" låter som ett beslut, men inget är markerat här.',
                        "Är det ett beslut, skriv det som ett citat: > **Beslut 1: Rubrik**",
                    )


def _unfinished(holder: AgendaItem | Section) -> Iterator[tuple[int, str]]:
    """Yield what is written as a decision but lacks the `>` or the bold letters of one."""
    for part in holder.parts:
        if isinstance(part, Quote) and _STARTED.match("\n".join(part.inner)):
            yield part.line, "Citatet börjar som ett beslut men inte med fetstil"
        elif isinstance(part, Prose) and _STARTED.match(part.text):
            yield part.line, "Stycket börjar som ett beslut men är inget citat"
        elif isinstance(part, List):
            for item in part.items:
                if _STARTED.match(item.lines[0]):
                    yield item.line, "Raden i listan börjar som ett beslut men är inget citat"


def _unmarked(holder: AgendaItem | Section) -> Iterator[tuple[int, str]]:
    for part in holder.parts:
        if isinstance(part, Block) and not isinstance(part, (Quote, Code, Heading)):
            hinted = _hints().search(part.text.lower())
            if hinted and (found := _phrases().search(part.text)):
                yield part.line + part.text.count("\n", 0, found.start()), shorten(found[0], 40)


@cache
def _hints() -> re.Pattern[str]:
    """Return the longest word of every phrase, which is searched for faster than the phrases."""
    words = {max(p.lower().split(), key=len) for p in swedish().accepted("DecisionPhrase")}
    return re.compile("|".join(map(re.escape, sorted(words))))


@cache
def _phrases() -> re.Pattern[str]:
    words = sorted(swedish().accepted("DecisionPhrase"), key=len, reverse=True)
    joined = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"\b(?:{joined})\b", re.IGNORECASE)
