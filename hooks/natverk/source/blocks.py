"""Markdown as a run of blocks with lines: what a document's structure is read from.

Not a Markdown parser: it tells headings, quotations, lists and code apart from other text, keeps
every line, and leaves emphasis, links and tables as written. The reading follows CommonMark, since
authors judge by the git host's preview.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)$")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-*+]|\d{1,9}[.)])(?P<gap>[ \t]+)(?=\S)")
_NOTHING = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])?[ \t]*$")
"""A blank line, or the mark of an item that nobody filled in."""
_CODE_INDENT = 4
"""Columns that make a line code rather than a list's (CommonMark)."""
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of the document that belong together; `line` is the first one's number."""

    line: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The lines as written."""
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class Heading(Block):
    """A heading of any level, its text without marks."""

    level: int
    title: str


@dataclass(frozen=True, slots=True)
class Quote(Block):
    """A quotation; `inner` is its lines without the `>`."""

    inner: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list: its text joined to one line, and the lines as written."""

    line: int
    text: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class List(Block):
    """A list of the outermost level; nested lists are lines of their item."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Code(Block):
    """A fenced block of code: shown as it stands, never read."""


@dataclass(frozen=True, slots=True)
class Prose(Block):
    """Anything else: paragraphs, tables, rules."""


def read_blocks(lines: Sequence[str], first_line: int = 1) -> tuple[Block, ...]:
    """Return the blocks of `lines`, of which the first has the number `first_line`.

    Blank lines between blocks belong to none; every other line belongs to exactly one.
    """
    return tuple(_blocks(lines, first_line))


def _blocks(lines: Sequence[str], first_line: int) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        end = _end(lines, at)
        yield _make(tuple(lines[at:end]), at + first_line)
        at = end


def _end(lines: Sequence[str], at: int) -> int:
    """Return the index after the last line of the block that begins at `at`."""
    line = lines[at]
    if _HEADING.match(line):
        return at + 1
    if fence := _FENCE.match(line):
        return _fence_end(lines, at, fence[1])
    if _QUOTE.match(line):
        return _quote_end(lines, at)
    if _RULE.match(line):
        return at + 1
    if _starts_list(line):
        return _list_end(lines, at)
    return _paragraph_end(lines, at)


def _fence_end(lines: Sequence[str], at: int, fence: str) -> int:
    closing = re.compile(rf" {{0,3}}{re.escape(fence[0])}{{{len(fence)},}}[ \t]*$")
    for index in range(at + 1, len(lines)):
        if closing.match(lines[index]):
            return index + 1
    return len(lines)


def _quote_end(lines: Sequence[str], at: int) -> int:
    """A quotation goes on over `>` lines, and over a plain line that continues its paragraph."""
    index = at
    while index < len(lines):
        lazy = index > at and _continues(lines[index]) and lines[index - 1].strip(" \t>")
        if lazy or _QUOTE.match(lines[index]):
            index += 1
        else:
            break
    return index


def _continues(line: str) -> bool:
    """Tell whether a line without a mark continues the paragraph before it."""
    return bool(line.strip()) and not (
        _HEADING.match(line) or _FENCE.match(line) or _RULE.match(line) or _starts_list(line)
    )


def _list_end(lines: Sequence[str], at: int) -> int:
    """A list goes on over its items, over lines indented below them, and over blanks between."""
    index = at
    while index < len(lines):
        line = lines[index]
        if not line.strip():
            after = _next_filled(lines, index)
            if after is None or not (
                _starts_list(lines[after]) or lines[after].startswith(("  ", "\t"))
            ):
                return index
            index = after
        elif _starts_list(line) or line.startswith((" ", "\t")) or _continues_item(lines, index):
            index += 1
        else:
            return index
    return index


def _continues_item(lines: Sequence[str], index: int) -> bool:
    line = lines[index]
    return bool(lines[index - 1].strip()) and _continues(line) and not _QUOTE.match(line)


def _paragraph_end(lines: Sequence[str], at: int) -> int:
    index = at + 1
    while index < len(lines):
        line = lines[index]
        if _UNDERLINE.match(line):
            return index + 1
        if not _continues(line) or _QUOTE.match(line):
            return index
        index += 1
    return index


def _next_filled(lines: Sequence[str], index: int) -> int | None:
    return next((at for at in range(index, len(lines)) if lines[at].strip()), None)


def _starts_list(line: str) -> bool:
    found = ITEM.match(line)
    if found is None or _RULE.match(line):
        return False
    return len(found["indent"].expandtabs(4)) < _CODE_INDENT


def _make(lines: tuple[str, ...], number: int) -> Block:
    first = lines[0]
    if found := _HEADING.match(first):
        return Heading(number, lines, len(found[1]), plain(found[2] or ""))
    if _FENCE.match(first):
        return Code(number, lines)
    if _QUOTE.match(first):
        return Quote(number, lines, tuple(_unquoted(line) for line in lines))
    if _starts_list(first):
        return List(number, lines, tuple(_items(lines, number)))
    if len(lines) > 1 and (under := _UNDERLINE.match(lines[-1])):
        title = plain(" ".join(line.strip() for line in lines[:-1]))
        return Heading(number, lines, 1 if "=" in under[1] else 2, title)
    return Prose(number, lines)


def _unquoted(line: str) -> str:
    """Return a line of a quotation without its `>`; one that only continues it has none."""
    found = _QUOTE.match(line)
    return line[found.end() :] if found else line


def _items(lines: tuple[str, ...], number: int) -> Iterator[Item]:
    starts = list(_outermost(lines))
    for at, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        own = lines[at:end]
        mark = ITEM.match(own[0])
        first = own[0][mark.end() :] if mark else own[0]
        filled = (part.strip() for part in (first, *own[1:]) if not _NOTHING.match(part))
        text = " ".join(filled)
        yield Item(at + number, text, own)


def _outermost(lines: tuple[str, ...]) -> Iterator[int]:
    """Yield where each item of the outermost level begins: indented no more than the one before."""
    width = len(lines[0])
    for at, line in enumerate(lines):
        indent = len(line) - len(line.lstrip())
        if _starts_list(line) and indent <= width + 1:
            width = indent
            yield at


def plain(text: str) -> str:
    r"""Return `text` without the backslashes that editors put before signs (`1\.`)."""
    return _ESCAPE.sub(r"\1", text).strip() if "\\" in text else text.strip()


def outside_code(text: str) -> str:
    """Return `text` with its code spans blanked out, sign for sign."""
    if "`" not in text:
        return text
    return re.sub(r"(?<!\\)(`+)(?!`)(.+?)(?<!`)\1(?!`)", lambda span: " " * len(span[0]), text)
