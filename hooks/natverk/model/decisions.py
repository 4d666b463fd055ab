"""Decisions, follow-ups and the facts about them, as their author marked them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from natverk.model.days import UNKNOWN, Day
from natverk.model.periods import Interval
from natverk.model.vocabulary import DecisionKind, FactLabel, RelationKind
from natverk.source.blocks import Block, Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A list item `- Label: value` with a label that is known; the label as written, too."""

    label: FactLabel | RelationKind
    written: str
    value: str
    line: int

    @property
    def values(self) -> list[str]:
        """What its value lists, without "okänt"."""
        return split_values(self.value)

    @property
    def ended(self) -> tuple[Ended, ...]:
        """The follow-ups that a fact with the label Klart or Struket ends."""
        return read_ended(self.value)


def matters_named(facts: Iterable[Fact]) -> tuple[str, ...]:
    """Return the matters that facts name, as written."""
    return tuple(name for fact in facts if fact.label is FactLabel.MATTER for name in fact.values)


def split_values(value: str) -> list[str]:
    """Return the parts of `value` between commas and semicolons, links reduced to their targets."""
    parts = re.split(r"[,;]\s+", value)
    return [_target(part) for part in parts if part.strip() and part.strip().lower() != UNKNOWN]


def _target(part: str) -> str:
    linked = re.fullmatch(r"\[[^\]]*\]\(<?([^)>\s]+)>?\)", part.strip())
    return (linked[1] if linked else part).strip().strip("`").rstrip(".")


@dataclass(frozen=True, slots=True)
class Ended:
    """A follow-up, by the address as written, that is ended: all of it, or for organisations."""

    target: str
    organisations: tuple[str, ...] = ()


_PLACED = re.compile(
    r"(?P<target>\[[^\]]*\]\([^)]*\)|.*?\d.*?)\s+(?i:i|för|på|hos)\s+(?P<places>\D+)$"
)


def read_ended(value: str) -> tuple[Ended, ...]:
    """Return what a value ends: `2024-03-08/a1`, or `2024-03-08/a1 i Ale, Lerum och Partille`.

    What has no digit and stands after an address is another of its organisations.
    """
    found: list[Ended] = []
    for part in re.split(r"[,;]\s+", value):
        placed = _PLACED.match(part.strip())
        if placed:
            found.append(Ended(_target(placed["target"]), _places(placed["places"])))
        elif found and part.strip() and not re.search(r"\d", part):
            last = found.pop()
            found.append(Ended(last.target, (*last.organisations, *_places(part))))
        else:
            found += [Ended(target) for target in split_values(part)]
    return tuple(found)


def _places(text: str) -> tuple[str, ...]:
    return tuple(part.strip().rstrip(".") for part in re.split(r"\s+och\s+|[,;]\s+", text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What a decision does to `target`: an address of a decision, or the name or id of a body."""

    kind: RelationKind
    target: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """What a decision and a follow-up share: a quotation that begins with a bold word.

    `number` is its permanent number, `is_numbered` whether the author wrote it. `blocks` is the
    author's Markdown without title and facts, `quote` all of it as it stands.
    """

    meeting: str
    number: int
    is_numbered: bool
    title: str
    quote: Quote
    blocks: tuple[Block, ...]
    facts: tuple[Fact, ...] = ()
    responsible: tuple[str, ...] = ()
    due: Day | None = None
    matters: tuple[str, ...] = ()

    @property
    def line(self) -> int:
        """Its first line."""
        return self.quote.line


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Quotation):
    """A quotation that begins with a bold "Beslut"; `by` is another body than the meeting's."""

    kind: DecisionKind = DecisionKind.DECISION
    by: str | None = None
    period: Interval | None = None
    relations: tuple[Relation, ...] = ()

    @property
    def id(self) -> str:
        """Its address: `<network>/<date>/b<number>`."""
        return f"{self.meeting}/b{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Quotation):
    """A quotation that begins with a bold "Att göra"."""

    @property
    def id(self) -> str:
        """Its address: `<network>/<date>/a<number>`."""
        return f"{self.meeting}/a{self.number}"
