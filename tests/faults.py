"""Faults that no text can show: made by code, each in a copy of the example site."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


def _link(root: Path) -> None:
    (root / "minutes/bryggnatverket").mkdir()
    (root / "minutes/bryggnatverket/2024-03-08.md").symlink_to("/etc/passwd")


def _latin_1(root: Path) -> None:
    path = root / "networks/exempelforbundet/bryggnatverket/network.yml"
    path.write_bytes(path.read_text("utf-8").encode("latin-1"))


def _empty(root: Path) -> None:
    (root / "minutes/bryggnatverket").mkdir()
    (root / "minutes/bryggnatverket/2024-03-08.md").touch()


def _giant(root: Path) -> None:
    (root / "minutes/bryggnatverket").mkdir()
    (root / "minutes/bryggnatverket/2024-03-08.md").write_text("## Dagordning\n" * 90_000)


def _pipe(root: Path) -> None:
    (root / "minutes/bryggnatverket").mkdir()
    os.mkfifo(root / "minutes/bryggnatverket/2024-03-08.md")


def _no_folders(root: Path) -> None:
    shutil.rmtree(root / "networks")
    shutil.rmtree(root / "minutes")


MADE_BY_CODE: Mapping[str, Callable[[Path], None]] = {
    "symbolisk-lank": _link,
    "inte-text": _latin_1,
    "tom-fil": _empty,
    "for-stor-fil": _giant,
    "olasbar-fil": _pipe,
    "mapp-saknas": _no_folders,
}
"""Each rule's name with what puts its fault into the content below a root."""
