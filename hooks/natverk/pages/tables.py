"""Gives every table a box to scroll in, when the page is made: a script would move what stands below.

It knows Python-Markdown, which all engines for these pages share, and not MkDocs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from markdown import Markdown

LAST = -10
"""After all that Python-Markdown itself does to the tree."""


class Tables(Extension):
    """A table is put in two boxes: the outer scrolls, the inner is as wide as the table."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Add the last step."""
        md.treeprocessors.register(_Boxes(md), "natverk-tables", LAST)


class _Boxes(Treeprocessor):
    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for at, child in enumerate(parent):
                if child.tag == "table" and not child.get("class"):
                    parent[at] = _boxed(child)


def _boxed(table: Element) -> Element:
    outer = Element("div", {"class": "md-typeset__scrollwrap"})
    inner = Element("div", {"class": "md-typeset__table"})
    outer.tail, table.tail = table.tail, None
    inner.append(table)
    outer.append(inner)
    return outer
