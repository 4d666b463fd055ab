"""Reads a document's structure: sections, agenda items, and what is marked in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natverk.findings import Finding, fold
from natverk.load.facts import as_list, facts_first, read_facts
from natverk.load.quotes import (
    Marked,
    make_decision,
    make_follow_up,
    number_marks,
    read_marked,
    split_marks,
)
from natverk.model.decisions import Fact
from natverk.model.notes import AgendaItem, Section, point_number
from natverk.model.vocabulary import SectionKind
from natverk.source.blocks import Block, Heading, List, Quote
from natverk.words import swedish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from natverk.model.decisions import Decision, FollowUp

    Make = Callable[[Marked, int, str, str], tuple[Decision | FollowUp, list[Finding]]]

SECTION, ITEM = 2, 3
"""The levels of headings that make sections and items."""

_MARK = re.compile(
    r"(?P<mark>(?:[A-ZÅÄÖ]\w{0,8}\s+)?§{1,2}\s*\d+\s?[a-z]?\b|\d{1,4}\s?[a-z]?\s*§"
    r"|(?:Ärende|Punkt)\s+\d+\s?[a-z]?\b|\d{1,3}\s?[a-z]?(?=[.:)])|\d{1,2}(?=\s+[A-ZÅÄÖ]))"
    r"[.:)]*\s*(?P<title>.*)$"
)


@dataclass(slots=True)
class _Part:
    """A heading with the blocks below it, up to the next heading of its level or higher."""

    heading: Heading | None
    blocks: list[Block]


@dataclass(frozen=True, slots=True)
class Structure:
    """A document's sections, and what was wrong with the facts and marks in them."""

    sections: tuple[Section, ...]
    findings: tuple[Finding, ...]


def read_structure(blocks: Iterable[Block], meeting: str, path: str) -> Structure:
    """Return the sections in `blocks`, the text before the first heading as one without title."""
    return _Builder(meeting, path).build(list(blocks))


class _Builder:
    """Builds one document's sections; decisions are numbered over the whole of it first."""

    def __init__(self, meeting: str, path: str) -> None:
        self.meeting = meeting
        self.path = path
        self.findings: list[Finding] = []
        self.anchors: set[str] = set()
        self.made: dict[int, Decision | FollowUp] = {}

    def build(self, blocks: list[Block]) -> Structure:
        blocks = [part for block in blocks for part in _apart(block)]
        self._mark(blocks)
        sections = tuple(self._section(part) for part in _split(blocks, SECTION))
        return Structure(sections, tuple(self.findings))

    def _mark(self, blocks: list[Block]) -> None:
        """Read every marked quotation, and number decisions and follow-ups each by themselves."""
        marks = [
            marked
            for block in blocks
            if isinstance(block, Quote) and (marked := read_marked(block, self.path))
        ]
        for kind, make in ((True, make_decision), (False, make_follow_up)):
            same = [mark for mark in marks if mark.is_decision is kind]
            for mark, number in zip(same, number_marks(same), strict=True):
                self._keep(mark, number, make)

    def _keep(self, mark: Marked, number: int, make: Make) -> None:
        made, findings = make(mark, number, self.meeting, self.path)
        self.made[mark.quote.line] = made
        self.findings += findings

    def _section(self, part: _Part) -> Section:
        title = part.heading.title if part.heading else ""
        kind = swedish().find(SectionKind, _bare_title(title))
        own, below = _before_items(part.blocks, kind)
        facts, rest = ((), own) if kind else self._facts(own)
        return Section(
            title=title,
            line=part.heading.line if part.heading else 1,
            anchor=self._anchor("avsnitt", title) if part.heading else "",
            kind=kind,
            facts=facts,
            parts=tuple(self.made.get(block.line, block) for block in rest),
            items=tuple(self._item(item) for item in _split(below, ITEM)),
        )

    def _item(self, part: _Part) -> AgendaItem:
        heading = part.heading or Heading(1, ("",), ITEM, "")
        found = _MARK.match(heading.title)
        mark = found["mark"].strip() if found else ""
        title = found["title"].strip() if found else heading.title
        facts, rest = self._facts(part.blocks)
        return AgendaItem(
            mark=heading.title[: found.start("title")].strip() if found else "",
            title=title,
            line=heading.line,
            anchor=self._anchor("punkt", point_number(mark) or title),
            facts=facts,
            parts=tuple(self.made.get(block.line, block) for block in rest),
        )

    def _facts(self, blocks: list[Block]) -> tuple[tuple[Fact, ...], list[Block]]:
        """Return the facts that stand directly under a heading, and the blocks after them."""
        if not blocks or not isinstance(first := blocks[0], List):
            return (), blocks
        items, others = facts_first(first)
        facts, findings = read_facts(items, self.path)
        self.findings += findings
        return facts, [*as_list(others), *blocks[1:]]

    def _anchor(self, prefix: str, text: str) -> str:
        wanted = f"{prefix}-{slug(text)}".rstrip("-")
        anchor, number = wanted, 1
        while anchor in self.anchors:
            number += 1
            anchor = f"{wanted}-{number}"
        self.anchors.add(anchor)
        return anchor


def _apart(block: Block) -> tuple[Block, ...]:
    return split_marks(block) if isinstance(block, Quote) else (block,)


def _bare_title(title: str) -> str:
    """Return a section's title without the number and the bold letters that Word leaves."""
    bare = title.strip(" *_:")
    found = _MARK.match(bare)
    return (found["title"] if found else bare).strip(" *_:")


def _split(blocks: list[Block], level: int) -> Iterator[_Part]:
    """Split `blocks` at headings of `level` or higher."""
    part = _Part(None, [])
    for block in blocks:
        if isinstance(block, Heading) and block.level <= level:
            if part.heading or part.blocks:
                yield part
            part = _Part(block, [])
        else:
            part.blocks.append(block)
    if part.heading or part.blocks:
        yield part


def _before_items(blocks: list[Block], kind: SectionKind | None) -> tuple[list[Block], list[Block]]:
    """Split a section's blocks at its first item; a reserved section has none."""
    if kind is None:
        for at, block in enumerate(blocks):
            if isinstance(block, Heading) and block.level == ITEM:
                return blocks[:at], blocks[at:]
    return blocks, []


def slug(text: str) -> str:
    """Return `text` as part of an address: ASCII, lower case, hyphens, at most 60 signs."""
    words = re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
    return words[:60].rstrip("-") or "del"
