"""Tells what a reader's first visit costs, kind of page by kind: bytes, requests and what moves.

Runs by itself over a built site too: python bench/weights.py site
"""

from __future__ import annotations

import functools
import gzip
import http.server
import re
import shutil
import sys
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import table

SHARED = 250_000
"""Bytes of scripts and styles, compressed, that a first visit may cost."""
MEETING = 60_000
"""Bytes of HTML in the page of a meeting, not compressed."""
_KIND = re.compile(r'data-slag="([^"]*)"')
_LOADED = re.compile(r'<(?:script[^>]* src|link rel="(?:stylesheet|icon)"[^>]* href)="([^"]+)"')
_IMPORTED = re.compile(r'^(?:import|export) .*?from "(\./[^"]+)"', re.MULTILINE)
SHIFTS = """() => new Promise((tell) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => tell(sum), 300);
})"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A first visit to a page: bytes of HTML, of HTML compressed, and of all it loads, compressed."""

    page: str
    html: int
    html_gz: int
    loaded: tuple[Path, ...]
    loaded_gz: int


def weights(site: Path) -> Iterator[str]:
    """Yield the lines of the report on a built site."""
    visits = [_visit(site, page) for page in _every_kind(site)]
    shifts = _shifts(site, [visit.page for visit in visits])
    header = ["sida", "HTML", "komprimerad", "hämtningar", "skript och stilar", "flyttar sig"]
    yield from table.lines(header, [_row(visit, shifts) for visit in visits])
    yield ""
    most = max(visit.loaded_gz for visit in visits)
    yield f"Skript och stilar: {table.size(most)} som mest (mål: under {table.size(SHARED)})"
    meetings = [visit.html for visit in visits if re.search(r"/\d{4}-\d\d-\d\d", visit.page)]
    if meetings:
        yield f"Största mötessida: {table.size(max(meetings))} (mål: under {table.size(MEETING)})"
    if shifts:
        yield f"Det som flyttar sig: {max(shifts.values()):.3f} som mest (mål: 0)".replace(".", ",")
    else:
        yield "Det som flyttar sig är inte mätt: Playwright eller en webbläsare saknas."


def _row(visit: Visit, shifts: Mapping[str, float]) -> list[str]:
    moved = f"{shifts[visit.page]:.3f}".replace(".", ",") if visit.page in shifts else "–"
    return [
        visit.page or "(startsidan)",
        table.size(visit.html),
        table.size(visit.html_gz),
        str(1 + len(visit.loaded)),
        table.size(visit.loaded_gz),
        moved,
    ]


def _every_kind(site: Path) -> list[str]:
    """Return the address of the largest page of each kind: same folder, depth and name in the search."""
    largest: dict[tuple[str, ...], Path] = {}
    for path in sorted(site.rglob("*.html")):
        within = path.relative_to(site).parts
        found = _KIND.search(path.read_text("utf-8"))
        key = (within[0], str(len(within)), within[-1], found[1] if found else "")
        if key not in largest or path.stat().st_size > largest[key].stat().st_size:
            largest[key] = path
    return sorted(
        path.relative_to(site).as_posix().removesuffix("index.html") for path in largest.values()
    )


def _visit(site: Path, page: str) -> Visit:
    path = site / page / "index.html" if not page.endswith(".html") else site / page
    html = path.read_bytes()
    found = [(path.parent / one).resolve() for one in _LOADED.findall(html.decode())]
    if page.endswith(".html"):
        found = [
            site / "assets" / Path(one).name for one in found
        ]  # its addresses begin at the host
    loaded = tuple(dict.fromkeys(each for one in found for each in _with_imports(one)))
    return Visit(
        page=page,
        html=len(html),
        html_gz=len(gzip.compress(html)),
        loaded=loaded,
        loaded_gz=sum(len(gzip.compress(one.read_bytes())) for one in loaded),
    )


def _with_imports(path: Path) -> Iterator[Path]:
    """Yield a file and the modules that it imports, and they in turn."""
    yield path
    if path.suffix == ".js":
        for name in _IMPORTED.findall(path.read_text("utf-8")):
            yield from _with_imports((path.parent / name).resolve())


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def _shifts(site: Path, pages: list[str]) -> Mapping[str, float]:
    """Return how much each page moves while it loads (CLS), or nothing without a browser."""
    try:
        from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415 - only tests install it
    except ImportError:
        return {}
    handler = functools.partial(_Quiet, directory=str(site))
    with (
        http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server,
        sync_playwright() as play,
    ):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            browser = play.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox"]
            )
        except Error:
            return {}
        found = {}
        for page in pages:
            tab = browser.new_page(viewport={"width": 1280, "height": 800})
            tab.goto(f"http://127.0.0.1:{server.server_address[1]}/{page}")
            found[page] = tab.evaluate(SHIFTS)
            tab.close()
        browser.close()
        server.shutdown()
    return found


if __name__ == "__main__":
    print("\n".join(weights(Path(sys.argv[1]).resolve())))
