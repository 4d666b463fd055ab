"""The handbook's pages on rules, taken apart: level, examples, and the messages they show."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from natverk.findings import Level
from natverk.rules import RULES, SHAPE, name_of

PAGES = Path(__file__).parent.parent / "docs" / "handbok" / "fel"
NAMES = (*SHAPE, *(name_of(rule) for rule in RULES))
LEVELS = {Level.ERROR: "fel", Level.WARNING: "varning", Level.TIP: "tips"}

_FENCE = re.compile(r'(?ms)^(`{3,})(\w+)(?: title="([^"]+)")?\n(.*?)^\1$')
_LEVEL = re.compile(r"^\*\*(.+?)\*\* I rapporten heter regeln `([a-z-]+)`\.$")


@dataclass(frozen=True, slots=True)
class RulePage:
    """One page: what it says of its rule, and the files of its two examples by path."""

    title: str
    name: str
    levels: frozenset[Level]
    headings: tuple[str, ...]
    wrong: dict[str, str]
    right: dict[str, str]
    messages: str


def read_page(name: str) -> RulePage:
    """Return the page on the rule `name`; a page without its proper form raises an error."""
    text = (PAGES / f"{name}.md").read_text("utf-8")
    first, _, second = text.split("\n", 3)[:3]
    found = _LEVEL.match(second)
    assert first.startswith("# "), "Sidan ska börja med sin rubrik"
    assert found, "Rad 3 ska säga nivån och regelns namn"
    words = re.findall(r"\w+", found[1].lower())
    parts = _parts(text)
    return RulePage(
        title=first.removeprefix("# "),
        name=found[2],
        levels=frozenset(level for level, word in LEVELS.items() if word in words),
        headings=tuple(parts),
        wrong=_files(parts["Fel"]),
        right=_files(parts["Rätt"]),
        messages=_messages(parts["Fel"]),
    )


def _parts(text: str) -> dict[str, str]:
    """Split a page at its own headings, not at those in its examples."""
    outside = _FENCE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    starts = [found.start() for found in re.finditer(r"(?m)^## ", outside)]
    ends = [*starts[1:], len(text)]
    parts = [text[start + 3 : end] for start, end in zip(starts, ends, strict=True)]
    return {part.partition("\n")[0]: part for part in parts}


def with_messages(name: str, messages: str) -> str:
    """Return the page's text with the messages it ought to show."""
    text = (PAGES / f"{name}.md").read_text("utf-8")
    return re.sub(r"(?ms)^```text\n.*?^```$", lambda _: f"```text\n{messages}\n```", text, count=1)


def _files(part: str) -> dict[str, str]:
    return {found[3]: found[4] for found in _FENCE.finditer(part) if found[3]}


def _messages(part: str) -> str:
    shown = [found[4] for found in _FENCE.finditer(part) if not found[3]]
    assert len(shown) == 1, "Avsnittet Fel ska visa meddelandena i ett block av slaget text"
    return shown[0].rstrip("\n")
