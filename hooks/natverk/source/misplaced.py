"""Finds a head that is read as text, because the lines around it are wrong.

A draft whose `status: utkast` is not read would be published, so nothing that looks like one passes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from natverk.findings import Finding, Place, error, shorten, warning

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

STATUS = "status"
"""The key that keeps a draft off the site."""

_KEY = re.compile(
    r"""(?:# )?[\s>*_\-–—+`"'{\\•]*(?P<key>[^\W\d_][^\W_]*(?: [^\W\d_]+){0,2})[\s*_`"']*[:=]"""
)
_SIGNS = re.compile(r"(?!\s*[>*+•-]?\s*$)[\W_]*(?:ya?ml)?\s*$")
"""A line of dashes or other signs, or the fence of a block of code; an empty item is none."""
_HEADING = re.compile(r" {0,3}(#{1,6})(?:\s|$)")
_SECTION = 2


def misplaced(
    place: Place, body: Sequence[str], keys: Collection[str], *, has_head: bool
) -> Iterator[Finding]:
    """Yield a finding when one of the `keys` of a head stands in the text, which begins at `place`.

    An error for `status` before the first section, and for a key below a line of signs that was to
    begin the head, misspelt keys too; a warning where the text begins with keys and has no head.
    """
    lines = _before_section(body, has_head=has_head)
    at = next((at for at in lines if _key(body[at]) == STATUS), None)
    if at is not None:
        yield _finding(error, place, body, at)
        return
    wanted = (
        at
        for at in _opening(body)
        if _key(body[at]) in keys or (not has_head and _is_below_signs(body, at))
    )
    at = next(wanted, None)
    if at is None:
        return
    if any(line.strip() and _SIGNS.match(line) for line in body[:at]):
        yield _finding(error, place, body, at)
    elif not has_head:
        yield _finding(warning, place, body, at)


def _finding(
    level: Callable[[str, Place, str, str], Finding], place: Place, body: Sequence[str], at: int
) -> Finding:
    return level(
        "uppgift-i-texten",
        Place(place.path, place.line + at),
        f"Uppgiften läses som vanlig text och gäller inte: {shorten(body[at].strip(), 60)}",
        "Skriv uppgifterna allra först i filen, mellan två rader med bara tre bindestreck: ---",
    )


def _key(line: str) -> str:
    found = _KEY.match(line)
    return found["key"].lower() if found else ""


def _before_section(body: Sequence[str], *, has_head: bool) -> Iterator[int]:
    """Yield the lines before the first section; where no head was read, a title may be one."""
    is_first = not has_head
    for at, line in enumerate(body):
        if _HEADING.match(line) and not (_is_title(line) or is_first):
            return
        is_first = is_first and not line.strip()
        yield at


def _opening(body: Sequence[str]) -> Iterator[int]:
    """Yield the lines that look like a head's, before any other text than a title."""
    for at, line in enumerate(body):
        if _key(line):
            yield at
        elif line.strip() and not (_SIGNS.match(line) or _is_title(line)):
            return


def _is_below_signs(body: Sequence[str], at: int) -> bool:
    """Tell whether a line stands right below the signs that were to begin a head."""
    return at > 0 and bool(body[at - 1].strip() and _SIGNS.match(body[at - 1]))


def _is_title(line: str) -> bool:
    found = _HEADING.match(line)
    return found is not None and len(found[1]) < _SECTION
