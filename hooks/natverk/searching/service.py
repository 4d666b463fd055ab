"""Speaks with Pagefind, which makes the index of entries.

Speaks the protocol of `pagefind --service`: messages of JSON in base64 with a comma after each.
The Python interface that Pagefind ships waits a tenth of a second for every answer.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event, Thread
from typing import IO, TYPE_CHECKING, Any

from pagefind.service import get_executable

if TYPE_CHECKING:
    from natverk.searching.entries import Entry

NOT_SEARCHED = (
    ".headerlink",
    ".nv-timeline",
    ".nv-cite",
    ".nv-subscribe",
    ".nv-subscriptions",
    ".nv-kicker",
    ".nv-decision .nv-status",
    ".nv-decision .nv-marks",
    "script",
    "style",
)
"""What repeats other places of the site: a search should find the place itself."""

CHUNK = "8000"
"""How much of the index is fetched at a time. A setting that Pagefind may take away."""

PATIENCE = 60.0
"""Seconds that Pagefind gets to write its files after it has said that they are written."""

TURN = 0.01
"""Seconds between looks at them."""


class UnindexedError(RuntimeError):
    """Pagefind did not make the index; the text says what it said."""


def index(entries: Sequence[Entry], folder: Path) -> None:
    """Let Pagefind write the index of `entries` to `folder`; raise `UnindexedError` if it does not."""
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
        if not answers.error:
            _wait_for_files(folder)


def _wait_for_files(folder: Path) -> None:
    """Wait until no file is empty: Pagefind answers when all are begun, and drops the rest if it ends.

    Raise `UnindexedError` for files that stay empty.
    """
    last = time.monotonic() + PATIENCE
    empty = [path for path in folder.rglob("*") if path.is_file()]
    while empty := [path for path in empty if not path.stat().st_size]:
        if time.monotonic() > last:
            raise UnindexedError(f"Pagefind skrev aldrig klart filen {empty[0].name}.")
        time.sleep(TURN)


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
