"""Reads decisions and follow-ups: quotations that begin with a bold "Beslut" or "Att göra"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from natverk.findings import Finding
from natverk.load.facts import FactReader, as_list, facts_last, read_facts
from natverk.model.days import Day
from natverk.model.decisions import Decision, Fact, FollowUp
from natverk.model.periods import read_period
from natverk.model.vocabulary import DecisionKind, FactLabel
from natverk.source.blocks import Block, Code, Item, List, Prose, Quote, plain, read_blocks
from natverk.words import swedish

_BOLD = re.compile(r"\s*(\*\*\*|\*\*|__)(?P<bold>.+?)\1(?![*_])(?P<rest>.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Marked:
    """A quotation that is marked, as first read: numbers are settled when all are known."""

    is_decision: bool
    number: int | None
    title: str
    quote: Quote
    blocks: tuple[Block, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]


def split_marks(quote: Quote) -> tuple[Quote, ...]:
    """Split a marked quotation where the next one begins: `>` between them keeps them together.

    Another begins with a paragraph that has a number or a title or is of the other sort, and with
    a line that has both. A bold "Beslut:" before a decision's text is a part of it.
    """
    starts = [at for at, line in enumerate(quote.inner) if _again().match(line)]
    if len(starts) < 2 or not (first := _begun(quote.inner)):  # noqa: PLR2004 - one is its own beginning
        return (quote,)
    read = [block for block in read_blocks(quote.inner) if not isinstance(block, Code)]
    text = {block.line - 1 + at for block in read for at in range(len(block.lines))}
    cuts = [0, *(at for at in starts[1:] if at in text and _begins_another(quote.inner, at, first))]
    return tuple(
        Quote(quote.line + at, quote.lines[at:end], quote.inner[at:end])
        for at, end in pairwise([*cuts, len(quote.inner)])
    )


def _begins_another(inner: tuple[str, ...], at: int, first: re.Match[str]) -> bool:
    begun = _begun(inner[at:])
    if not begun:
        return False
    title = bool(begun["title"].strip())
    if inner[at - 1].strip():
        return bool(begun["number"]) and title
    return bool(begun["number"]) or title or begun["word"].casefold() != first["word"].casefold()


def _begun(inner: tuple[str, ...]) -> re.Match[str] | None:
    """Return the bold words that lines begin with, when they mark something."""
    blocks = read_blocks(inner)
    found = _BOLD.match(blocks[0].text) if blocks and isinstance(blocks[0], Prose) else None
    return _beginning().match(plain(found["bold"])) if found else None


def read_marked(quote: Quote, path: str) -> Marked | None:
    """Return what a quotation marks, or None when it is a quotation and nothing else."""
    blocks = read_blocks(quote.inner, quote.line)
    if not blocks or not isinstance(blocks[0], Prose):
        return None
    found = _BOLD.match(blocks[0].text)
    begun = _beginning().match(plain(found["bold"])) if found else None
    if not found or not begun:
        return None
    rest = _rest(blocks[0], found)
    inner, last = _split_last((*rest, *blocks[1:]))
    facts, findings = read_facts(last, path)
    title = plain(" ".join(begun["title"].split()))
    return Marked(
        is_decision=begun["word"].casefold() in _words("decision"),
        number=int(begun["number"]) if begun["number"] else None,
        title=title,
        quote=quote,
        blocks=inner,
        facts=facts,
        findings=tuple(findings),
    )


def _split_last(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Item, ...]]:
    """Split off the facts that end a quotation."""
    if not blocks or not isinstance(last := blocks[-1], List):
        return blocks, ()
    others, facts = facts_last(last)
    return (*blocks[:-1], *as_list(others)), facts


def _words(mark: str) -> list[str]:
    return [word.casefold() for word in swedish().lists["Mark"][mark]]


@cache
def _again() -> re.Pattern[str]:
    """Return what a line looks like that may begin a marked quotation; seldom met, so looked for first."""
    words = "|".join(re.escape(word) for word in swedish().accepted("Mark"))
    return re.compile(rf"\s*(?:\*\*|__)\*?\s*(?:{words})(?![\w-])", re.IGNORECASE)


def _beginning() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in swedish().accepted("Mark"))
    return re.compile(
        rf"\s*(?P<word>{words})(?![\w-])\s*(?:(?:nr|nummer)\.?\s*(?=\d))?(?P<number>\d{{1,4}})?\s*(?:[:.–-]\s*|(?<=\s)|$)(?P<title>.*)$",
        re.IGNORECASE | re.DOTALL,
    )


def _rest(first: Prose, found: re.Match[str]) -> tuple[Block, ...]:
    """Return what stands after the bold words in their paragraph, as a block of its own."""
    rest = found["rest"].lstrip(" :").lstrip("\\").strip("\n")
    if not rest.strip():
        return ()
    used = first.text[: found.end("bold") + 2].count("\n")
    skipped = found["rest"][: len(found["rest"]) - len(found["rest"].lstrip(" :\\\n"))].count("\n")
    return (Prose(first.line + used + skipped, tuple(rest.strip().split("\n"))),)


def make_decision(
    marked: Marked, number: int, meeting: str, path: str
) -> tuple[Decision, list[Finding]]:
    """Return the decision that `marked` is, with the number it gets."""
    facts = FactReader(marked.facts, path)
    decision = Decision(
        meeting=meeting,
        number=number,
        is_numbered=marked.number is not None,
        title=marked.title,
        quote=marked.quote,
        blocks=marked.blocks,
        facts=marked.facts,
        kind=facts.one(FactLabel.KIND, _kind) or DecisionKind.DECISION,
        by=facts.one(FactLabel.BY, str),
        responsible=facts.many(FactLabel.RESPONSIBLE),
        due=facts.one(FactLabel.DUE, Day.read),
        period=facts.one(FactLabel.PERIOD, read_period),
        matters=facts.many(FactLabel.MATTER),
        relations=facts.relations(),
    )
    return decision, [*marked.findings, *facts.findings]


def make_follow_up(
    marked: Marked, number: int, meeting: str, path: str
) -> tuple[FollowUp, list[Finding]]:
    """Return the follow-up that `marked` is, with the number it gets."""
    facts = FactReader(marked.facts, path)
    follow_up = FollowUp(
        meeting=meeting,
        number=number,
        is_numbered=marked.number is not None,
        title=marked.title,
        quote=marked.quote,
        blocks=marked.blocks,
        facts=marked.facts,
        responsible=facts.many(FactLabel.RESPONSIBLE),
        due=facts.one(FactLabel.DUE, Day.read),
        matters=facts.many(FactLabel.MATTER),
    )
    return follow_up, [*marked.findings, *facts.findings]


def _kind(text: str) -> DecisionKind:
    return swedish().read(DecisionKind, text)


def number_marks(marks: list[Marked]) -> list[int]:
    """Return a number for each mark: its own, or the next free one after the highest."""
    free = max((mark.number or 0 for mark in marks), default=0)
    numbers = []
    for mark in marks:
        if mark.number is None:
            free += 1
        numbers.append(mark.number if mark.number is not None else free)
    return numbers
