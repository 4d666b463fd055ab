"""One page of every kind that a built site has, found by looking: a new kind is tested by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

KIND = re.compile(r'data-slag="([^"]*)"')
SEARCHES = ("sok/?q=beslut", "beslut/?slag=Val")
"""Pages that are another page once a script has filled them."""


ELSEWHERE = frozenset({"handbok"})
"""What the example's site has only as a copy of the repository's own."""


class Site(NamedTuple):
    """A site that is served; `pages` are addresses below its own."""

    address: str
    folder: Path
    pages: tuple[str, ...]


def every_kind(site: Path, *, but: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return an address of each kind of page; of pages alike the largest, which has most in it.

    Pages are alike when the search calls them the same and they lie as deep in the same folder.
    """
    largest: dict[tuple[str, ...], Path] = {}
    for path in sorted(site.rglob("*.html")):
        within = path.relative_to(site).parts
        if within[0] in but:
            continue
        found = KIND.search(path.read_text("utf-8"))
        key = (within[0], str(len(within)), within[-1], found[1] if found else "")
        if key not in largest or path.stat().st_size > largest[key].stat().st_size:
            largest[key] = path
    plain = [
        path.relative_to(site).as_posix().removesuffix("index.html") for path in largest.values()
    ]
    return (*sorted(plain), *SEARCHES)
