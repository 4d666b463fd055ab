"""Tells what searching costs a reader: bytes over the wire and seconds, on lines of several kinds.

The folder is what `bench/index.py` wrote; the scripts come from `overrides/assets`. The line is made
by the server, so that it is as slow for Pagefind's worker as for the page: everything that is sent
shares its rate, and every answer waits a round trip. Each search is a first visit in a new browser.
`python bench/searches.py /tmp/sok`, or with searches of your own after it.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import table
from playwright.sync_api import Browser, sync_playwright

ASSETS = Path(__file__).parent.parent / "overrides" / "assets"
HEADERS = 220
"""Bytes of the headers of an answer, about."""
PIECE = 4096
PACKED = {".js", ".json", ".css", ".html"}
"""What a host compresses; Pagefind's own files are compressed already."""
SEARCHES = ("2024-03-08", "kompetens", "beslut", "utbildningschefer", "avtal förskola", "nätverk")
SCRIPT = """async ([address, searches]) => {
    const start = performance.now();
    const [{ open }] = await Promise.all(
        ["motor", "fraga"].map((name) => import(`${address}assets/sok-${name}.js`)));
    const engine = await open(`${address}pagefind/`);
    const took = [performance.now() - start];
    for (const q of searches) {
        const asked = performance.now();
        const answer = await engine.find({ q });
        await Promise.all(answer.hits.slice(0, 5).map((hit) => hit()));
        took.push(performance.now() - asked);
    }
    return took;
}"""


@dataclass(slots=True)
class Line:
    """A reader's line: bits a second and seconds of a round trip; counts what is sent."""

    name: str
    rate: float
    trip: float
    sent: int = 0
    free_at: float = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def send(self, size: int) -> None:
        """Wait for as long as the line needs for `size` bytes after what it has in hand."""
        with self.lock:
            self.sent += size
            self.free_at = max(self.free_at, time.monotonic()) + size * 8 / self.rate
            wait = self.free_at - time.monotonic()
        time.sleep(max(wait, 0))


LINES = (("1,6 Mbit/s, 150 ms", 1.6e6, 0.15), ("4 Mbit/s, 60 ms", 4e6, 0.06))


class _Host(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    line: Line

    def translate_path(self, path: str) -> str:
        name = path.partition("?")[0]
        return (
            str(ASSETS / name[8:]) if name.startswith("/assets/") else super().translate_path(path)
        )

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        body = path.read_bytes() if path.is_file() else b"<!doctype html><title>Tom</title>"
        is_packed = path.suffix in PACKED
        body = gzip.compress(body) if is_packed else body
        time.sleep(self.line.trip)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path) if path.is_file() else "text/html")
        self.send_header("Cache-Control", "max-age=600")  # as GitHub Pages does
        self.send_header("Content-Length", str(len(body)))
        if is_packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.line.send(HEADERS)
        for at in range(0, len(body), PIECE):
            self.line.send(len(body[at : at + PIECE]))
            self.wfile.write(body[at : at + PIECE])

    def log_message(self, *_: object) -> None:
        pass


def rows(site: Path, searches: tuple[str, ...]) -> Iterator[list[str]]:
    """Yield, for each line and search: bytes and seconds of the engine, of the search, of one more."""
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for name, rate, trip in LINES:
            for search in searches:
                line = Line(name, rate, trip)
                start, first, again = _visit(browser, site, line, search)
                yield [
                    name,
                    search,
                    table.size(line.sent),
                    *(f"{one / 1000:.2f} s" for one in (start, first, again)),
                ]
        browser.close()


def _visit(browser: Browser, site: Path, line: Line, search: str) -> list[float]:
    handler = type("Host", (_Host,), {"line": line})
    made = functools.partial(handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), made) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        context = browser.new_context()
        page = context.new_page()
        address = f"http://127.0.0.1:{server.server_address[1]}/"
        page.goto(address + "tom.html")
        line.sent = 0
        took: list[float] = page.evaluate(SCRIPT, [address, [search, search]])
        context.close()
        server.shutdown()
    return took


if __name__ == "__main__":
    header = ["lina", "första sökningen", "hämtar", "motorn", "svaret", "samma igen"]
    given = tuple(sys.argv[2:]) or SEARCHES
    print("\n".join(table.lines(header, list(rows(Path(sys.argv[1]).resolve(), given)))))
