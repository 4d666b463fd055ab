"""A browser to look at built sites with, and a server that publishes them below a path."""

from __future__ import annotations

import contextlib
import functools
import http.server
import shutil
import subprocess
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = ["--no-sandbox", "--disable-background-networking"]
DESK = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}
SECONDS = 20_000
"""Milliseconds to wait for what will surely come; nothing here measures time."""


def launch(playwright: Playwright) -> Browser:
    """Start the first of the system's browsers that starts, else Playwright's own."""
    for name in NAMES:
        path = shutil.which(name)
        if (
            path
            and not subprocess.run([path, "--version"], capture_output=True, check=False).returncode
        ):
            return playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
    return playwright.chromium.launch(args=ARGUMENTS)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the site below a path, as many are published, with `headers`; writes no log."""

    headers_sent: Mapping[str, str] = {}

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/natet"))

    def end_headers(self) -> None:
        for name, value in self.headers_sent.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


@contextlib.contextmanager
def served(site: Path, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """Serve a built site at any free port; give its address."""
    handler = type("Handler", (Quiet,), {"headers_sent": headers or {}})
    made = functools.partial(handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), made) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/natet/"
        server.shutdown()


def open_page(page: Page, address: str) -> None:
    """Go to an address and wait until its scripts have made the page what it is."""
    page.goto(address)
    if "/sok/?" in address:
        page.locator(".nv-search__hits > li").first.wait_for(timeout=SECONDS)


def listen(page: Page) -> list[str]:
    """Return a list that fills with the page's complaints and with the addresses it asks for."""
    heard: list[str] = []
    page.on("console", lambda said: said.type in {"error", "warning"} and heard.append(said.text))
    page.on("pageerror", lambda fault: heard.append(str(fault)))
    page.on("request", lambda request: heard.append(request.url))
    return heard
