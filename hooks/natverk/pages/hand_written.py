"""What the search is told of a page that is written by hand, and so has nothing told by a record."""

from __future__ import annotations

from natverk.outputs import Front

KINDS = {"handbok": "Handbok", "utveckling": "Utveckling"}
"""What the pages of a folder are called; those elsewhere are pages only."""


def front_by_hand(source: str, title: str, *, searched: bool) -> Front:
    """Return what is told of the page whose file is `source`, below the folder of the pages."""
    folder = source.partition("/")[0]
    return Front(title=title, kind=KINDS.get(folder, "Sida"), searched=searched)
