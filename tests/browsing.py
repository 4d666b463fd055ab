"""A browser, and sites served to it."""

from __future__ import annotations

import functools
import http.server
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = ["--no-sandbox", "--disable-background-networking"]


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the site below a path, as many are published, and writes no log."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/natet"))

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a built site at any free port; yield its address."""
    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/natet/"
        server.shutdown()


def launch(playwright: Playwright) -> Browser:
    """Start the first of the system's browsers that will, else Playwright's own."""
    for name in NAMES:
        path = shutil.which(name)
        if (
            path
            and subprocess.run([path, "--version"], capture_output=True, check=False).returncode
            == 0
        ):
            return playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
    return playwright.chromium.launch(args=ARGUMENTS)
