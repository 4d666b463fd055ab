"""Lets Pagefind make the index of entries, and leaves of its files those that the search uses.

Speaks the protocol of `pagefind --service`: messages of JSON in base64 with a comma after each.
The Python interface that Pagefind ships waits a tenth of a second for every answer.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from operator import attrgetter
from pathlib import Path
from threading import Event, Thread
from typing import IO, TYPE_CHECKING, Any

from pagefind.service import get_executable

from natverk.searching.ordered import UnreadableError, code_of, ordered_filter, ordered_list

if TYPE_CHECKING:
    from natverk.searching.entries import Entry

NOT_SEARCHED = (
    ".headerlink",
    ".nv-timeline",
    ".nv-cite",
    ".nv-subscribe",
    ".nv-subscriptions",
    ".nv-kicker",
    "script",
    "style",
)
"""What repeats other places of the site: a search should find the place itself."""

CHUNK = "8000"
"""How much of the index is fetched at a time. A setting that Pagefind may take away."""

UNUSED = ("pagefind-*ui*", "pagefind-highlight.js", "wasm.unknown.pagefind")
"""What Pagefind ships for pages that show results in its own way."""


UNUSED_IN_ARCHIVES = ("*.js", "*.css", "wasm.*")

MOST = 8000
"""Entries of a bundle, about 2,000 meetings with their decisions. The browser's own work grows with
the square of a bundle, and Pagefind's memory with its size.
"""


class UnindexedError(RuntimeError):
    """Pagefind did not make the index; the text says what it said."""


def write_index(entries: Sequence[Entry], folder: Path, most: int = MOST) -> None:
    """Write the index of `entries` to `folder`, which is emptied first.

    No bundle has more than `most` entries. The latest ones lie in the folder itself and older ones
    in `arkiv-1` and on, disjoint in time; `arkiv.json` lists those as `archives`, and as `first` the
    files that every search begins with. Raise `UnindexedError` when
    Pagefind does not make it.
    """
    shutil.rmtree(folder, ignore_errors=True)
    shares = list(_shares(entries, most))
    names = [f"arkiv-{number}" for number in range(1, len(shares))]
    for name, share in zip(["", *names], shares, strict=True):
        _write(sorted(share, key=attrgetter("address")), folder / name)
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


def _write(entries: Sequence[Entry], folder: Path) -> None:
    executable = get_executable()
    if executable is None:
        raise UnindexedError("Pagefind är inte installerat.")
    with subprocess.Popen(
        [executable, "--service"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": CHUNK},
    ) as process:
        if process.stdin is None or process.stdout is None:
            raise UnindexedError("Pagefind gick inte att tala med.")
        answers = _Answers(process.stdout)
        _speak(process.stdin, entries, folder, answers)
        answers.join()
    if answers.error or process.returncode:
        raise UnindexedError(answers.error or f"Pagefind avslutades med {process.returncode}.")
    if answers.indexed != len(entries):
        raise UnindexedError(f"Sökindexet har {answers.indexed} poster av {len(entries)}.")


def _speak(service: IO[bytes], entries: Sequence[Entry], folder: Path, answers: _Answers) -> None:
    with service:
        for number, message in enumerate(_messages(entries, folder), 1):
            service.write(_encoded(number, message) + b",")
            if answers.error:
                return
        service.flush()
        answers.ready.wait()  # Pagefind leaves what it has in hand when nobody speaks to it


def _messages(entries: Sequence[Entry], folder: Path) -> Iterator[dict[str, Any]]:
    config = {"force_language": "sv", "exclude_selectors": list(NOT_SEARCHED)}
    yield {"type": "NewIndex", "config": config}
    for entry in entries:
        yield {
            "type": "AddFile",
            "index_id": 0,
            "url": f"/{entry.address}",
            "file_contents": entry.html,
        }
    yield {"type": "WriteFiles", "index_id": 0, "output_path": str(folder.resolve())}


def _encoded(number: int, message: dict[str, Any]) -> bytes:
    return base64.b64encode(json.dumps({"message_id": number, "payload": message}).encode())


class _Answers(Thread):
    """Reads what Pagefind answers while it is being spoken to, so that neither waits for the other."""

    def __init__(self, stream: IO[bytes]) -> None:
        super().__init__(daemon=True)
        self.stream = stream
        self.indexed = 0
        self.error = ""
        self.ready = Event()
        self.start()

    def run(self) -> None:
        left = b""
        while part := os.read(self.stream.fileno(), 1 << 16):
            *whole, left = (left + part).split(b",")
            for answer in whole:
                self._read(json.loads(base64.b64decode(answer))["payload"])
        self.ready.set()

    def _read(self, payload: dict[str, Any]) -> None:
        match payload["type"]:
            case "IndexedFile":
                self.indexed += 1
            case "WriteFiles":
                self.ready.set()
            case "Error":
                self.error = self.error or str(payload["message"])
                self.ready.set()


def _tidy(folder: Path, unused: Sequence[str]) -> None:
    for pattern in unused:
        for path in folder.glob(pattern):
            path.unlink()


def _order(folder: Path) -> None:
    """Make the files the same every time that the entries are."""
    entry_path = folder / "pagefind-entry.json"
    try:
        entry = json.loads(entry_path.read_text("utf-8"))
    except ValueError as fault:  # it has ended before its last file was written
        raise UnindexedError("Pagefind skrev inte klart indexet. Bygg en gång till.") from fault
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
