"""Reads the lines of attachments lists: what a line links to, and all that it says besides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from natverk.findings import Finding, Place, error, in_quotes
from natverk.model.notes import Attachment
from natverk.source.blocks import ITEM, Item, Prose, read_blocks
from natverk.source.links import find_links, is_outside
from natverk.urls import beside

if TYPE_CHECKING:
    from collections.abc import Iterable

_ACCESSIBLE = re.compile(
    r"(?<!\w)(?:\*\*)?Tillgängligt?(?:\*\*)?[ \t]*:(?:\*\*)?[ \t]*(?P<answer>\w*)[.,;]*[ \t]*",
    re.IGNORECASE,
)
_ANSWERS = ("ja", "nej", "okänt")
_LINKED = re.compile(r"!?\[(?P<text>[^\]]+)\]")


def read_attachment(item: Item, path: str) -> tuple[Attachment, Finding | None]:
    """Return what a line of the list tells, and what is wrong with it."""
    lines, at, answer = _without_answer(_own_lines(item))
    text, more = lines[0], read_blocks(lines[1:], item.line + 1)
    if (blocks := read_blocks(lines, item.line)) and isinstance(blocks[0], Prose):
        text, more = blocks[0].text, blocks[1:]
    text = " ".join(text.split())
    links = find_links(item.text)
    target = links[0].target if links else None
    linked = _LINKED.match(text)
    attachment = Attachment(
        title=(linked["text"] if linked else text).strip(),
        text=text.removeprefix("!"),
        more=more,
        line=item.line,
        target=target,
        path=beside(path, target) if target and not is_outside(target) else None,
        accessible=answer,
    )
    if answer is None or answer in _ANSWERS:
        return attachment, None
    return attachment, error(
        "fel-varde",
        Place(path, item.line + at),
        f"Tillgänglig: {in_quotes(answer)} är inget av de värden som går att välja här.",
        f"Välj bland: {', '.join(_ANSWERS)}.",
    )


def _own_lines(item: Item) -> list[str]:
    """Return the lines without the item's mark, and without the indent that goes with it."""
    first, *others = (line.expandtabs(4) for line in item.lines)
    mark = ITEM.match(first)
    width = mark.end() if mark else 0
    return [first[width:], *(line[min(width, _indent(line)) :] for line in others)]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _without_answer(lines: Iterable[str]) -> tuple[list[str], int, str | None]:
    """Take out the word on accessibility; return the other lines, its index and its value."""
    kept: list[str] = []
    where, answer = 0, None
    for at, line in enumerate(lines):
        found = _ACCESSIBLE.search(line) if answer is None else None
        if not found:
            kept.append(line)
            continue
        where, answer = at, found["answer"].lower() or None
        before, after = line[: found.start()], line[found.end() :]
        if before.endswith("("):
            before, after = before[:-1], after.removeprefix(")")
        rest = f"{before.rstrip(' ,;')} {after}".rstrip()
        kept += [rest] if at == 0 or rest.strip(" -*+") else []
    return kept, where, answer
