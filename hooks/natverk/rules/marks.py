"""Decisions and facts that are written down but not read: unmarked, or where nobody looks."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from natverk.findings import Finding, error, shorten, tip, warning
from natverk.model.decisions import Decision, FollowUp
from natverk.model.notes import Section
from natverk.model.vocabulary import FactLabel, RelationKind
from natverk.source.blocks import Block, Code, Heading, List, Prose, Quote
from natverk.words import swedish

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.notes import AgendaItem, Notes


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


_OF_HEADINGS = frozenset(
    {
        FactLabel.MATTER,
        FactLabel.TOPIC,
        FactLabel.PRESENTER,
        FactLabel.CONTINUES,
        FactLabel.DONE,
        FactLabel.STRUCK,
    }
)
"""What stands directly under a heading and means something only there; a note is read as text too."""


def uppgift_utan_plats(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find facts that are not read: in a decision but not last, beside it, or away from the heading."""
    for notes in catalogue.notes:
        for line, label, right in (*_within(notes), *_outside(notes)):
            yield warning(
                "uppgift-utan-plats",
                notes.place(line),
                f"Raden ser ut som en uppgift ({label}), men den läses bara som text.",
                f"{right} - {label}: …",
            )


_IN_QUOTE = "Skriv den sist i citatet, med streck: >"
_UNDER_HEADING = "Skriv den direkt under rubriken, med streck och mellanslag:"


def _within(notes: Notes) -> Iterator[tuple[int, str, str]]:
    """Yield the facts in quotations, other than those that were read, and facts that melt together."""
    for part in notes.marked:
        read = {fact.line for fact in part.facts}
        for at, label in _labels("\n".join(part.quote.inner)):
            if part.line + at not in read:
                yield part.line + at, swedish().say(label), _IN_QUOTE
    for unit in notes.units:
        for fact in unit.facts:
            if found := _melted_label().search(fact.value):
                yield fact.line, swedish().say(_named(found["label"])), _UNDER_HEADING


def _outside(notes: Notes) -> Iterator[tuple[int, str, str]]:
    """Yield the facts of a decision that stand after it, and those of a heading anywhere below it."""
    for unit in notes.units:
        if isinstance(unit, Section) and unit.kind:
            continue
        before: Block | Decision | FollowUp | None = None
        for part in unit.parts:
            after = isinstance(before, (Decision, FollowUp))
            before = part
            if isinstance(part, (List, Prose)) or (after and isinstance(part, Quote)):
                for at, label in _labels(part.text):
                    if after and label not in _OF_HEADINGS:
                        yield part.line + at, swedish().say(label), _IN_QUOTE
                    elif label in _OF_HEADINGS:
                        right = _IN_QUOTE if after else _UNDER_HEADING
                        yield part.line + at, swedish().say(label), right


def _labels(text: str) -> Iterator[tuple[int, FactLabel | RelationKind]]:
    """Yield the index of each line that begins as a fact, however its dash and colon are written."""
    if ":" in text or "=" in text:
        for found in _label().finditer(text):
            yield text.count("\n", 0, found.start("label")), _named(found["label"])


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        rf"^[ \t>]*(?:[-–—*+•·][ \t]*)?(?:\*\*|__)?(?P<label>{_words()})(?:\*\*|__)?[ \t]*[:=]",
        re.IGNORECASE | re.MULTILINE,
    )


@cache
def _melted_label() -> re.Pattern[str]:
    """Return what the next fact looks like in the value of the one above, when its dash is wrong."""
    return re.compile(rf"\s(?:[-–—*+•·]\s?)?(?P<label>{_words()})[:=]")


def _words() -> str:
    words = [*swedish().accepted("FactLabel"), *swedish().accepted("RelationKind")]
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _named(word: str) -> FactLabel | RelationKind:
    words = swedish()
    return words.find(FactLabel, word) or words.read(RelationKind, word)


_WORD = r"(?:Beslut|Att göra)(?![\w-])\s*(?:nr\.?\s*)?"
_STARTED = re.compile(rf"\s*(?:[-*+]\s+)?(?:\*\*|__)?{_WORD}\d*\s*(?:\*\*|__)?:", re.IGNORECASE)
_BOLD = re.compile(
    rf"^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?[ \t>]*(?:\*\*|__){_WORD}"
    r"(?:(?P<number>\d+)|:|(?:\*\*|__)[ \t]*$)",
    re.IGNORECASE | re.MULTILINE,
)
_HEADING = re.compile(rf"{_WORD}(?:\d{{1,3}}\s*(?:[:.]|$)|:\s*\S)", re.IGNORECASE)


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
    if _HEADING.match(holder.title) and all(isinstance(part, Block) for part in holder.parts):
        yield holder.line, "Rubriken börjar som ett beslut men är inget citat"
    for part in holder.parts:
        match part:
            case Decision() | FollowUp():
                yield from _inside(part)
            case Quote():
                yield from _in_quote(part)
            case Prose():
                if _STARTED.match(part.text):
                    yield part.line, "Stycket börjar som ett beslut men är inget citat"
                elif line := _bold_line(part.line, part.text):
                    yield line, "Raden börjar som ett beslut men är inget citat"
            case List():
                yield from _in_list(part)
            case Heading() if _HEADING.match(part.title):
                yield part.line, "Rubriken börjar som ett beslut men är inget citat"


def _inside(mark: Decision | FollowUp) -> Iterator[tuple[int, str]]:
    """Yield where a numbered one stands further in; a bold "Beslut:" is a part of the text."""
    for block in mark.blocks:
        found = _BOLD.search(block.text) if not isinstance(block, Code) else None
        if found and found["number"]:
            line = block.line + block.text.count("\n", 0, found.start())
            yield line, "Raden börjar som ett beslut men står inne i ett annat"


def _in_quote(quote: Quote) -> Iterator[tuple[int, str]]:
    text = "\n".join(quote.inner)
    if line := _bold_line(quote.line, text):
        yield line, "Raden börjar som ett beslut men står inne i ett annat citat"
    elif _STARTED.match(text):
        yield quote.line, "Citatet börjar som ett beslut men inte med fetstil"


def _in_list(part: List) -> Iterator[tuple[int, str]]:
    for item in part.items:
        started = item.line if _STARTED.match(item.lines[0]) else 0
        if line := started or _bold_line(item.line, "\n".join(item.lines)):
            yield line, "Raden i listan börjar som ett beslut men är inget citat"


def _bold_line(first: int, text: str) -> int:
    """Return the line of the first bold "Beslut" that begins one, 0 when there is none."""
    found = _BOLD.search(text) if "**" in text or "__" in text else None
    return first + text.count("\n", 0, found.start()) if found else 0


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
