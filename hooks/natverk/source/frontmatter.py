"""Splits a document into its front matter and its text."""

from __future__ import annotations

from dataclasses import dataclass

from natverk.findings import Finding, Place, error
from natverk.source.yamltree import Mapping, read_yaml


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file: `head` is its front matter, `body` its lines from `body_line` on."""

    path: str
    head: Mapping
    body: tuple[str, ...]
    body_line: int


def read_document(text: str, path: str) -> tuple[Document, list[Finding]]:
    """Return the document in `text` and what is wrong with its front matter.

    A file without front matter is all body.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return Document(path, Mapping(1), tuple(lines), 1), []
    end = next((at for at in range(1, len(lines)) if lines[at].rstrip() in {"---", "..."}), None)
    if end is None:
        unclosed = error(
            "trasig-yaml",
            Place(path),
            "Uppgifterna överst börjar med --- men slutar aldrig.",
            "Sätt en rad med --- efter den sista uppgiften, före texten.",
        )
        return Document(path, Mapping(1), (), len(lines)), [unclosed]
    head, findings = read_yaml("\n".join(lines[1:end]), path, first_line=2)
    return Document(path, head, tuple(lines[end + 1 :]), end + 2), findings
