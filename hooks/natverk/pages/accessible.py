"""What every page needs when its Markdown becomes HTML, as an extension of Python-Markdown.

- A table gets a box to scroll in: a script that made one would move what stands below.
- A cell of a table that becomes lines on a phone bears the name of its column, which the line shows.
- A column's alignment becomes a class, since a style in the page would break its content policy.
- A heading is at most one level below the one before it: authors choose by size, listeners go by level.

This knows Python-Markdown, which several engines share, and not MkDocs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from markdown import Markdown

SIDES = frozenset({"center", "right"})
"""Where a column may be aligned; left is where it is anyway."""
LABELLED = "nv-labelled"
"""The class of a box whose tables become lines on a phone; see the stylesheet."""
BEFORE_CONTENTS = 10
"""The table of contents is made at 5; then the headings must be right."""
_HEADING = re.compile(r"h[1-6]")


class Accessible(Extension):
    """Makes the tree of a page one that everyone can use."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Add the step."""
        md.treeprocessors.register(_Accessible(md), "natverk-accessible", BEFORE_CONTENTS)


class _Accessible(Treeprocessor):
    def run(self, root: Element) -> None:
        _close_gaps(root)
        for box in root.iter("div"):
            if LABELLED in box.get("class", ""):
                _label(box)
        for parent in list(root.iter()):
            for at, child in enumerate(parent):
                if child.tag in {"th", "td"}:
                    _align(child)
                elif child.tag == "table" and not child.get("class"):
                    parent[at] = _boxed(child)


def _close_gaps(root: Element) -> None:
    """Raise each heading that skips a level; the page's own title is the first."""
    above = 1
    for heading in root.iter():
        if _HEADING.fullmatch(str(heading.tag)):
            above = min(int(heading.tag[1]), above + 1)
            heading.tag = f"h{above}"


def _label(box: Element) -> None:
    """Give each cell but a row's first the name of its column."""
    for table in box.iter("table"):
        names = ["".join(head.itertext()) for head in table.iter("th")]
        for row in table.iter("tr"):
            for name, cell in [*zip(names, row, strict=False)][1:]:
                if cell.tag == "td":
                    cell.set("data-nv-label", name)


def _align(cell: Element) -> None:
    side = cell.attrib.pop("style", "").removeprefix("text-align: ").rstrip(";")
    if side in SIDES:
        cell.set("class", f"nv-{side}")


def _boxed(table: Element) -> Element:
    outer = Element("div", {"class": "md-typeset__scrollwrap"})
    inner = Element("div", {"class": "md-typeset__table"})
    outer.tail, table.tail = table.tail, None
    inner.append(table)
    outer.append(inner)
    return outer
