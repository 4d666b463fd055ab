"""Reads facts: list items `- Label: value` with a label that the vocabulary knows."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, TypeVar

from natverk.findings import Finding, Place, RefusalError, error, nearest, shorten
from natverk.model.days import UNKNOWN
from natverk.model.decisions import Fact, Relation
from natverk.model.vocabulary import FactLabel, RelationKind
from natverk.source.blocks import Item, List, plain
from natverk.words import swedish

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    T = TypeVar("T")

_LABELLED = re.compile(
    r"(?:\*\*|__)?(?P<label>[^\W\d_][^:\n]{0,30}?)(?:\*\*|__)?\s*:(?:\*\*|__)?(?:\s+(?P<value>.*))?$",
    re.DOTALL,
)
_CLOSE = 0.8


def label_of(word: str) -> FactLabel | RelationKind | None:
    """Return the label that `word` is, or None."""
    return swedish().find(FactLabel, word) or swedish().find(RelationKind, word)


def facts_first(block: List) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Split a list directly under a heading into facts, which come first, and other items."""
    labelled = next(
        (at for at, item in enumerate(block.items) if not _LABELLED.match(plain(item.text))),
        len(block.items),
    )
    if not any(_seems_fact(item) for item in block.items[:labelled]):
        return (), block.items
    return block.items[:labelled], block.items[labelled:]


def facts_last(block: List) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Split the list that ends a quotation into other items and facts, which come last."""
    start = next((at for at, item in enumerate(block.items) if _seems_fact(item)), len(block.items))
    return block.items[:start], block.items[start:]


def as_list(items: tuple[Item, ...]) -> tuple[List, ...]:
    """Return `items` as a block again, or nothing."""
    lines = tuple(line for item in items for line in item.lines)
    return (List(items[0].line, lines, items),) if items else ()


def _seems_fact(item: Item) -> bool:
    found = _LABELLED.match(plain(item.text))
    if not found:
        return False
    return label_of(found["label"]) is not None or _nearly(found["label"]) is not None


def _nearly(word: str) -> str | None:
    close = nearest(word, _labels())
    alike = difflib.SequenceMatcher(None, word.casefold(), (close or "").casefold()).ratio()
    return close if alike >= _CLOSE else None


def _labels() -> list[str]:
    return swedish().printed("FactLabel") + swedish().printed("RelationKind")


def read_facts(items: tuple[Item, ...], path: str) -> tuple[tuple[Fact, ...], list[Finding]]:
    """Return the facts in `items`, and a finding for every one that is none."""
    facts: list[Fact] = []
    findings: list[Finding] = []
    for item in items:
        found = _LABELLED.match(plain(item.text))
        label = label_of(found["label"]) if found else None
        if found and label:
            value = (found["value"] or "").strip()
            facts.append(Fact(label=label, written=found["label"], value=value, line=item.line))
        else:
            findings.append(_unknown(item, found["label"] if found else "", path))
    return tuple(facts), findings


def _unknown(item: Item, label: str, path: str) -> Finding:
    close = nearest(label, _labels()) if label else None
    return error(
        "okand-etikett",
        Place(path, item.line),
        f"Etiketten {shorten(label, 40)} är okänd."
        if label
        else f"Raden står bland uppgifterna men har ingen etikett: {shorten(item.text, 40)}",
        f"Menade du {close}?" if close else f"Etiketter som finns: {', '.join(_labels())}.",
    )


class FactReader:
    """Reads the values of one heading's or one quotation's facts, and collects what is wrong."""

    def __init__(self, facts: Sequence[Fact], path: str) -> None:
        """Keep the facts and the file that they stand in."""
        self.facts = facts
        self.path = path
        self.findings: list[Finding] = []

    def one(self, label: FactLabel, read: Callable[[str], T]) -> T | None:
        """Return the value of the only fact with `label`; a second one is a finding."""
        given = [fact for fact in self.facts if fact.label is label]
        for again in given[1:]:
            self.findings.append(
                error(
                    "upprepad-nyckel",
                    Place(self.path, again.line),
                    f"Etiketten {again.written} står redan på rad {given[0].line}.",
                    "Behåll den ena.",
                )
            )
        return self._read(given[0], read) if given else None

    def many(self, label: FactLabel) -> tuple[str, ...]:
        """Return the values of all facts with `label`, those with commas split."""
        return tuple(part for fact in self.facts if fact.label is label for part in fact.values)

    def relations(self) -> tuple[Relation, ...]:
        """Return every relation, one for each target."""
        return tuple(
            Relation(kind=fact.label, target=target, line=fact.line)
            for fact in self.facts
            if isinstance(fact.label, RelationKind)
            for target in fact.values
        )

    def _read(self, fact: Fact, read: Callable[[str], T]) -> T | None:
        if not fact.value or fact.value.lower() == UNKNOWN:
            return None
        try:
            return read(fact.value)
        except RefusalError as refusal:
            place = Place(self.path, fact.line)
            message = f"{fact.written}: {refusal.message}"
            self.findings.append(error(refusal.rule, place, message, refusal.hint))
            return None
