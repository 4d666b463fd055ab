"""From the content folders to a Catalogue: the only part of the core that touches files."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar
from unicodedata import normalize

from natverk.findings import Finding, Place, RefusalError
from natverk.load.documents import read_mandate, read_news, read_notes
from natverk.load.layout import Home, Sort, folders_without_file, place_file
from natverk.load.registers import Registers
from natverk.model.catalogue import Catalogue
from natverk.source.tree import Tree, read_tree

if TYPE_CHECKING:
    from pathlib import Path

    from natverk.model.documents import Mandate, News
    from natverk.model.notes import Notes

T = TypeVar("T")


def load(root: Path) -> Catalogue:
    """Read `networks/` and `minutes/` below `root`; what is wrong lies in `findings`."""
    return catalogue_of(read_tree(root))


def catalogue_of(tree: Tree) -> Catalogue:
    """Return the Catalogue of a tree that has been read."""
    findings = [*tree.findings, *folders_without_file([*tree.texts, *tree.unread])]
    registers = Registers()
    notes: list[Notes] = []
    mandates: list[Mandate] = []
    news: list[News] = []
    attachments: dict[str, str] = {}
    unreadable: set[str] = set()
    for path in sorted([*tree.texts, *tree.others, *tree.unread]):
        home = _home(path, findings)
        if home is None:
            continue
        if path in tree.unread:
            unreadable.add(home.identity)
            continue
        match home.sort:
            case Sort.ATTACHMENT:
                attachments[normalize("NFC", path)] = path
            case Sort.NOTES:
                if not _keep(notes, read_notes(tree.texts[path], home), findings):
                    unreadable.add(home.identity)
            case Sort.MANDATE:
                _keep(mandates, read_mandate(tree.texts[path], home), findings)
            case Sort.NEWS:
                _keep(news, read_news(tree.texts[path], home), findings)
            case _:
                findings += registers.read(tree.texts[path], home)
    return registers.catalogue(
        notes=tuple(notes),
        mandates=tuple(mandates),
        news=tuple(news),
        attachments=attachments,
        paths=frozenset(tree.texts) | tree.others | tree.unread | attachments.keys(),
        unreadable=frozenset(unreadable) | registers.unreadable(),
        findings=tuple(findings),
    )


def _home(path: str, findings: list[Finding]) -> Home | None:
    try:
        return place_file(path)
    except RefusalError as refusal:
        findings.append(refusal.at(Place(path)))
        return None


def _keep(kept: list[T], read: tuple[T | None, list[Finding]], findings: list[Finding]) -> bool:
    """Keep a record and its findings, and tell whether there was a record."""
    record, wrong = read
    findings += wrong
    if record is not None:
        kept.append(record)
    return record is not None
