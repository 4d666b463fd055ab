"""What differs between two revisions of a text, passage by passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from natverk.source.blocks import Block, Heading, List, Prose, Quote, read_blocks

_MOST = 2000
"""So many passages are compared; with more the time would grow with the square of their number."""

_NEAR = 20
"""So many passages ahead a changed one is looked for."""


@dataclass(frozen=True, slots=True)
class Step:
    """A passage before and after; empty before when it was added, after when it was removed.

    `under` is the heading it stands under, in the newer text where it is there.
    """

    before: str
    after: str
    under: str = ""

    @property
    def is_change(self) -> bool:
        """Whether the two differ."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, a paragraph, an entry of a list or a line of a table, as written on one line."""

    text: str
    under: str = ""


def passages(blocks: Iterable[Block]) -> list[Passage]:
    """Return the passages of a text in order; none is empty."""
    found: list[Passage] = []
    under = ""
    for block in blocks:
        if isinstance(block, Heading):
            under = block.title
        lines = (" ".join(text.split()) for text in _texts(block))
        found += [Passage(text, under) for text in lines if text]
    return found


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield block.title
        case List():
            yield from (line for item in block.items for line in _entries(item.lines, item.text))
        case Quote():
            for inner in read_blocks(block.inner, block.line):
                yield from _texts(inner)
        case Prose() if not any(line.lstrip().startswith("|") for line in block.lines):
            yield block.text
        case _:
            yield from block.lines


def _entries(lines: Sequence[str], text: str) -> Iterator[str]:
    """Yield an entry of a list and those of the lists in it."""
    nested = read_blocks([line.strip() for line in lines])
    if all(isinstance(block, List) for block in nested):
        yield from (
            item.text for block in nested if isinstance(block, List) for item in block.items
        )
    else:
        yield text


def compare(before: Sequence[Passage], after: Sequence[Passage]) -> tuple[Step, ...]:
    """Return every passage of both texts, in order, those that are in both paired with themselves."""
    old, new = [one.text for one in before], [one.text for one in after]
    if len(old) + len(new) > _MOST:
        return tuple(_replaced(before, after))
    steps: list[Step] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        gone, come = before[old_from:old_to], after[new_from:new_to]
        if tag == "equal":
            steps += [Step(one.text, one.text, one.under) for one in come]
        else:
            steps += _replaced(gone, come)
    return tuple(steps)


def _replaced(before: Sequence[Passage], after: Sequence[Passage]) -> Iterator[Step]:
    """Yield removed and added passages, one beside the other where they say about the same."""
    at = 0
    for old in before:
        near = after[at : at + _NEAR]
        match = next((on for on, new in enumerate(near) if _are_alike(old.text, new.text)), None)
        if match is None:
            yield Step(old.text, "", old.under)
            continue
        yield from (Step("", new.text, new.under) for new in near[:match])
        yield Step(old.text, near[match].text, near[match].under)
        at += match + 1
    yield from (Step("", new.text, new.under) for new in after[at:])


def _are_alike(one: str, other: str) -> bool:
    """Tell whether two texts share at least half of the longer one's words."""
    words, others = set(one.split()), set(other.split())
    return 2 * len(words & others) >= max(len(words), len(others))
