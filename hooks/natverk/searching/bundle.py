"""Writes the index of entries: bundles that Pagefind makes, less what the search does not use of them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from natverk.searching.ordered import UnreadableError, code_of, ordered_filter, ordered_list
from natverk.searching.service import UnindexedError, index

if TYPE_CHECKING:
    from natverk.searching.entries import Entry

UNUSED = ("pagefind-*ui*", "pagefind-highlight.js", "wasm.unknown.pagefind")
"""What Pagefind ships for pages that show results in its own way."""

UNUSED_IN_ARCHIVES = ("*.js", "*.css", "wasm.*")

MOST = 8000
"""Entries of a bundle, about 2,000 meetings with their decisions. The browser's own work grows with
the square of a bundle, and Pagefind's memory with its size.
"""


def write_index(entries: Sequence[Entry], folder: Path, most: int = MOST) -> None:
    """Write the index of `entries` to `folder`, which is emptied first.

    No bundle has more than `most` entries. The latest ones lie in the folder itself and older ones
    in `arkiv-1` and on, disjoint in time; `arkiv.json` lists those as `archives`, and as `first` the
    files that every search begins with. Raise `UnindexedError` when Pagefind does not make it.
    """
    shutil.rmtree(folder, ignore_errors=True)
    shares = list(_shares(entries, most))
    names = [f"arkiv-{number}" for number in range(1, len(shares))]
    for name, share in zip(["", *names], shares, strict=True):
        index(sorted(share, key=attrgetter("address")), folder / name)
        _tidy(folder / name, UNUSED_IN_ARCHIVES if name else UNUSED)
        _order(folder / name)
    for name in names:
        _share_program(folder / name)
    told = {"first": _first(folder), "archives": [f"{name}/" for name in names]}
    (folder / "arkiv.json").write_text(json.dumps(told), "utf-8")


def _first(folder: Path) -> list[str]:
    """Return what a browser can ask for at once; Pagefind asks for each when it has read another."""
    entry = json.loads((folder / "pagefind-entry.json").read_text("utf-8"))
    named = [
        name
        for language in entry["languages"].values()
        for name in (f"wasm.{language['wasm']}.pagefind", f"pagefind.{language['hash']}.pf_meta")
    ]
    return ["pagefind-worker.js", *named]


def _shares(entries: Sequence[Entry], most: int) -> Iterator[Sequence[Entry]]:
    """Yield the entries in bundles, the latest first and the undated last."""
    latest = sorted(entries, key=attrgetter("address"))
    latest.sort(key=attrgetter("date"), reverse=True)
    count = max(1, -(-len(latest) // most))
    size = -(-len(latest) // count)
    for at in range(count):
        yield latest[at * size : (at + 1) * size]


def _tidy(folder: Path, unused: Sequence[str]) -> None:
    for pattern in unused:
        for path in folder.glob(pattern):
            path.unlink()


def _order(folder: Path) -> None:
    """Make the files the same every time that the entries are."""
    entry_path = folder / "pagefind-entry.json"
    entry = json.loads(entry_path.read_text("utf-8"))
    renamed = {}
    try:
        for path in sorted((folder / "filter").glob("*")):
            packed = ordered_filter(path.read_bytes())
            renamed[path.stem] = _named_anew(path, packed)
        for language in entry["languages"].values():
            path = folder / f"pagefind.{language['hash']}.pf_meta"
            packed = ordered_list(path.read_bytes(), renamed)
            language["hash"] = _named_anew(path, packed).removeprefix("pagefind.")
    except UnreadableError as error:
        raise UnindexedError("Pagefinds filer har en ny form.") from error
    entry["include_characters"].sort()
    entry_path.write_text(json.dumps(entry), "utf-8")


def _named_anew(path: Path, packed: bytes) -> str:
    """Write a file again under a name that tells what it holds now, and return the name."""
    language, _, code = path.stem.rpartition("_")
    path.unlink()
    new = path.with_name(f"{language}_{code_of(packed, len(code))}{path.suffix}")
    new.write_bytes(packed)
    return new.stem


def _share_program(folder: Path) -> None:
    """Let an archive use the program of the folder above, which a browser has already."""
    path = folder / "pagefind-entry.json"
    entry = json.loads(path.read_text("utf-8"))
    for language in entry["languages"].values():
        language["wasm"] = f"/../../wasm.{language['wasm']}"
    path.write_text(json.dumps(entry), "utf-8")
