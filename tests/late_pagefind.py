"""Pagefind on a busy computer: it says that all is written, and its last file comes a moment later.

Lies between the caller and the real program, which is named in REAL_PAGEFIND. When the caller hangs
up before the file has come it never does, as with Pagefind itself.
"""

from __future__ import annotations

import base64
import json
import os
import select
import subprocess
import sys
from pathlib import Path

LATE = 0.3
"""Seconds from the answer to the file."""


def main() -> None:
    messages = b""
    while not messages.endswith(b",") or _asked(messages)["type"] != "WriteFiles":
        messages += os.read(sys.stdin.fileno(), 1 << 16)
    last = Path(_asked(messages)["output_path"], "pagefind-entry.json")
    real = [os.environ["REAL_PAGEFIND"], "--service"]
    with subprocess.Popen(real, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        assert program.stdin
        assert program.stdout
        program.stdin.write(messages)
        program.stdin.flush()
        answers = b""
        while answers.count(b",") < messages.count(b","):
            answers += os.read(program.stdout.fileno(), 1 << 16)
        while not last.stat().st_size:
            pass
    content = last.read_bytes()
    last.write_bytes(b"")
    os.write(sys.stdout.fileno(), answers)
    has_hung_up = select.select([sys.stdin], [], [], LATE)[0]
    if not has_hung_up:
        last.write_bytes(content)


def _asked(messages: bytes) -> dict[str, str]:
    payload: dict[str, str] = json.loads(base64.b64decode(messages.split(b",")[-2]))["payload"]
    return payload


if __name__ == "__main__":
    main()
