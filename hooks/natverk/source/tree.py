"""Reads the content folders once, safely: no link is followed, no giant is read.

What cannot be read becomes a finding; nothing here raises for what an author did.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natverk.findings import Finding, Place, RefusalError, error

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

FOLDERS = ("networks", "minutes")
TEXT_SUFFIXES = (".yml", ".md")
LARGEST_TEXT = 1_000_000
"""Bytes. A year of long notes in one file is far below this."""


_OTHER_BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
"""Line breaks to YAML, but to no editor and no git host: as spaces, all agree on the lines."""


_HARD = "[\u00a0\u2000-\u200a\u202f\u3000]"
_HARD_SPACES = re.compile(rf"(?<![0-9]){_HARD}|{_HARD}(?![0-9])")
"""Spaces that look like any other but that neither Markdown nor YAML counts as one. Word sets them
after a list's number. Between figures, as in "10 000", they stay."""

_UNSEEN = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Hyphenation hints, empty signs and signs that turn the text around: nobody sees them, and a name
with one is another name, or is read backwards."""


@dataclass(frozen=True, slots=True)
class Tree:
    r"""The content folders as read.

    `texts` holds path to text of every `.yml` and `.md` file, line ends as `\n` and letters in
    their composed form (NFC), in path order. `others` holds the paths of all other regular files,
    `unread` those of text files that were refused. Paths are relative to the root, with `/`.
    """

    root: Path
    texts: Mapping[str, str]
    others: frozenset[str]
    findings: tuple[Finding, ...]
    unread: frozenset[str] = frozenset()


def read_tree(root: Path) -> Tree:
    """Read `networks/` and `minutes/` under `root`; a folder that is missing is a finding."""
    texts: dict[str, str] = {}
    others: set[str] = set()
    unread: set[str] = set()
    findings: list[Finding] = []
    for folder in FOLDERS:
        for path, entry in _walk(root, folder, findings):
            if not path.endswith(TEXT_SUFFIXES):
                others.add(path)
                continue
            try:
                texts[path] = _read(entry)
            except RefusalError as refusal:
                findings.append(refusal.at(Place(path)))
                unread.add(path)
    return Tree(
        root, dict(sorted(texts.items())), frozenset(others), tuple(findings), frozenset(unread)
    )


def _walk(root: Path, folder: str, findings: list[Finding]) -> Iterator[tuple[str, Path]]:
    """Yield every regular file below `folder`; links and special files become findings."""
    top = root / folder
    if top.is_symlink() or not top.is_dir():
        findings.append(_no_folder(folder))
        return
    for parent, folders, files in os.walk(
        top, onerror=lambda fault: findings.append(_closed(fault, root))
    ):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in [*folders, *sorted(files)]:
            entry = top.__class__(parent, name)
            path = entry.relative_to(root).as_posix()
            if name.startswith("."):
                continue
            if entry.is_symlink():
                findings.append(_link(path))
            elif name in folders:
                continue
            elif stat.S_ISREG(entry.lstat().st_mode):
                yield path, entry
            else:
                findings.append(_special(path))
        folders[:] = [name for name in folders if not os.path.islink(os.path.join(parent, name))]  # noqa: PTH114, PTH118 - strings from os.walk, thousands of them


def _read(entry: Path) -> str:
    try:
        size = entry.stat().st_size
        if size > LARGEST_TEXT:
            raise RefusalError(
                "for-stor-fil",
                f"Filen är {size / 1e6:.1f} MB, och en textfil får vara högst 1 MB.".replace(
                    ".", ",", 1
                ),
                "Dela upp texten, eller lägg stora dokument som bilagor i mötets mapp.",
            )
        raw = entry.read_bytes()
    except OSError as fault:
        raise RefusalError(
            "olasbar-fil",
            f"Filen kan inte läsas: {fault.strerror}.",
            "Se efter att filen finns kvar och att den får läsas.",
        ) from fault
    return decode_text(raw)


def decode_text(raw: bytes) -> str:
    """Return the bytes of a content file as text; raise `RefusalError` when they are not text."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise RefusalError(
            "inte-text",
            "Filen är sparad som UTF-16, och bara UTF-8 går att läsa.",
            "Spara filen igen och välj teckenkodningen UTF-8.",
        )
    if b"\0" in raw:
        raise RefusalError(
            "inte-text",
            "Filen är inte en textfil, fast namnet säger det.",
            "Word- och pdf-filer läggs som bilagor; anteckningarna skrivs som text.",
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw[: fault.start].count(b"\n") + 1
        raise RefusalError(
            "inte-text",
            "Filen är inte sparad som UTF-8, och här står det första tecknet som inte går att läsa.",
            "Spara filen igen och välj teckenkodningen UTF-8.",
            line,
        ) from fault
    text = plain_signs(text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise RefusalError("tom-fil", "Filen är tom.", "Fyll i filen, eller ta bort den.")
    return text


def plain_signs(text: str) -> str:
    """Return a text with the spaces and line breaks that all agree on, and no sign that is not seen."""
    if text.isascii():
        return _OTHER_BREAKS.sub(" ", text)
    text = _UNSEEN.sub("", _HARD_SPACES.sub(" ", text))
    return _OTHER_BREAKS.sub(" ", unicodedata.normalize("NFC", text))


def _no_folder(folder: str) -> Finding:
    return error(
        "mapp-saknas",
        Place(folder),
        f"Mappen {folder}/ finns inte.",
        f"Skapa mappen {folder}/ överst i arkivet, eller peka ut rätt arkiv med --root.",
    )


def _closed(fault: OSError, root: Path) -> Finding:
    path = os.path.relpath(fault.filename or root, root).replace(os.sep, "/")
    return error(
        "olasbar-fil",
        Place(path),
        f"Mappen kan inte läsas: {fault.strerror}.",
        "Se efter att mappen får läsas.",
    )


def _link(path: str) -> Finding:
    return error(
        "symbolisk-lank",
        Place(path),
        "Det här är en symbolisk länk, och innehåll får inte hämtas någon annanstans ifrån.",
        "Ersätt länken med själva filen.",
    )


def _special(path: str) -> Finding:
    return error(
        "olasbar-fil", Place(path), "Det här är ingen vanlig fil.", "Ta bort den ur innehållet."
    )
