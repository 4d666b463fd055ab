"""Splits a document into its front matter and its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natverk.findings import Finding, Place, error
from natverk.source.misplaced import STATUS, misplaced
from natverk.source.yamltree import Mapping, Scalar, read_yaml

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_DASHES = re.compile(r"(?=.*[—–])[—–-]+\s*$")
"""What Word makes of `---`."""


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file: `head` is its front matter, `body` its lines from `body_line` on."""

    path: str
    head: Mapping
    body: tuple[str, ...]
    body_line: int


def read_document(text: str, path: str, keys: Collection[str]) -> tuple[Document, list[Finding]]:
    """Return the document in `text` and what is wrong with its front matter.

    A file without front matter is all body; `keys` are those that front matter may have, and that
    the body may not begin with.
    """
    document, findings = _split(text, path)
    if not any(finding.rule == "trasig-yaml" for finding in findings):
        has_head = bool(document.head.values)
        place = Place(path, document.body_line)
        findings += misplaced(place, document.body, keys, has_head=has_head)
    return document, [*findings, *_no_status(document)]


def _split(text: str, path: str) -> tuple[Document, list[Finding]]:
    lines = text.split("\n")
    start = next((at for at, line in enumerate(lines) if line.strip()), 0)
    if lines[start].rstrip() != "---":
        wrong = [_long_dashes(Place(path, start + 1))] if _DASHES.match(lines[start]) else []
        return Document(path, Mapping(1), tuple(lines), 1), wrong
    ends = (at for at in range(start + 1, len(lines)) if lines[at].rstrip() in {"---", "..."})
    end = next(ends, None)
    if end is None:
        unclosed = error(
            "trasig-yaml",
            Place(path),
            "Uppgifterna överst börjar med --- men slutar aldrig.",
            "Sätt en rad med --- efter den sista uppgiften, före texten.",
        )
        return Document(path, Mapping(1), (), len(lines)), [unclosed]
    head, findings = read_yaml("\n".join(lines[start + 1 : end]), path, first_line=start + 2)
    return Document(path, _small_letters(head), tuple(lines[end + 1 :]), end + 2), findings


def _long_dashes(place: Place) -> Finding:
    return error(
        "trasig-yaml",
        place,
        "Raden över uppgifterna har långa streck, så uppgifterna läses som text.",
        "Skriv tre vanliga bindestreck, ---, på raden före uppgifterna och på raden efter.",
    )


def _no_status(document: Document) -> Iterator[Finding]:
    """Find a status that was left empty: other keys may be, but this one would publish."""
    status = document.head.values.get(STATUS)
    if isinstance(status, Scalar) and not status.text.strip():
        yield error(
            "fel-varde",
            Place(document.path, status.line),
            "status: värdet saknas, och utan det publiceras filen.",
            "Skriv status: kallelse, status: utkast eller status: publicerat.",
        )


def _small_letters(head: Mapping) -> Mapping:
    """Return a head whose keys are in small letters: telephones write `Tid:`, and labels may too."""
    keys = {key: key.lower() for key in head.values}
    if len(set(keys.values())) < len(keys):
        return head
    return Mapping(
        head.line,
        {keys[key]: value for key, value in head.values.items()},
        {keys[key]: line for key, line in head.key_lines.items()},
    )
