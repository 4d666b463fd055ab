"""Content that attacks: nothing of it runs anywhere, and readers see what was written.

One site is built of `hostile.py` and looked at as pages, in a browser, as feeds and as calendars.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote
from xml.etree import ElementTree as ET

import icalendar
import pytest
import vobject
from browsing import SECONDS, listen, served
from built import CONFIG, Html, mkdocs, pages
from content import write
from hostile import DATA, HEAD, HOSTILE

if TYPE_CHECKING:
    from playwright.sync_api import Page

SCRIPT = '"><img src=x onerror=alert(1)>'
FIELDS = set(re.findall(r"(\w+) (?:</script>|\{\{ 7)", "".join(HOSTILE.values())))
FIELDS -= {"och", "Bilaga", "VFU", "Ärenden"}
"""The names of those that a register or the top of a document holds; the rest is Markdown."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = write(tmp_path_factory.mktemp("ond"), HOSTILE)
    write(made, {"mkdocs.yml": CONFIG, "docs/handbok/index.md": "# Handbok\n"})
    done = mkdocs(made)
    assert done.returncode == 0, done.stdout + done.stderr
    return made / "site"


@pytest.fixture(scope="module")
def hostile_address(site: Path) -> Iterator[str]:
    with served(site) as url:
        yield url


class Shown(HTMLParser):
    """The text of HTML, and whatever in it could run or load."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.bad: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.bad += [tag] if tag in {"script", "img", "iframe", "object", "style", "form"} else []
        self.bad += [name for name, _ in attrs if name.startswith("on")]
        self.bad += [value for _, value in attrs if (value or "").startswith("javascript:")]

    def handle_data(self, data: str) -> None:
        self.text += data


def _told(text: str) -> set[str]:
    """Return the fields that stand in a text exactly as they were written."""
    line = " ".join(text.split())
    return {field for field in FIELDS if f"{field} {DATA}" in line or f"{field} {HEAD}" in line}


def _half(text: str) -> list[str]:
    """Return the fields that begin in a text but do not go on as they were written."""
    line = " ".join(text.split())
    wrong = []
    for found in re.finditer(r"\b(\w+) (?=</script><script>alert|\{\{ ?\S+ ?\}\} \{%)", line):
        rest = line[found.end() :]
        if found[1] in FIELDS and not rest.startswith((DATA, HEAD)) and "…" not in rest[:60]:
            wrong.append(f"{found[1]}: {rest[:200]}")
    return wrong


def test_no_page_holds_anything_that_runs(site: Path) -> None:
    for page in pages(site):
        shown = [name for _, given in page.elements for name in given if name.startswith("on")]
        assert shown == [], page.path
        targets = [str(given.get(key)) for _, given in page.elements for key in ("href", "src")]
        assert [one for one in targets if one.startswith(("javascript:", "data:"))] == []
        assert not {"img", "iframe", "object", "base"} & {tag for tag, _ in page.elements}
        assert page.scripts == [], page.path
        assert all(json.loads(data)["@type"] for data in page.data), page.path


def test_every_page_shows_what_was_written(site: Path) -> None:
    """In its text, and in the attributes that are read aloud or shown by others."""
    told: set[str] = set()
    for page in pages(site):
        texts = [page.text, *(str(g.get(key)) for _, g in page.elements for key in SHOWN)]
        assert [wrong for text in texts for wrong in _half(text)] == [], page.path
        told |= {field for text in texts for field in _told(text)}
    assert FIELDS - told == set()


SHOWN = ("content", "title", "aria-label")


def test_feeds_are_whole_and_harmless(site: Path) -> None:
    """Each is XML, its titles are text, and its content is HTML with nothing that runs."""
    told: set[str] = set()
    for path in site.rglob("*.xml"):
        for element in ET.parse(path).iter():  # noqa: S314 - our own file
            if element.tag.endswith("content"):
                shown = Shown(element.text or "")
                assert shown.bad == [], path
                assert _half(shown.text) == [], path
            else:
                assert _half(element.text or "") == [], path
                told |= _told(element.text or "")
    assert told >= {"Forbundsnamn", "Natverksnamn", "Amnesnamn", "Arendenamn", "Nyhetsrubrik"}


def test_calendars_hold_no_event_but_the_meetings(site: Path) -> None:
    """Read by two programs; every line is folded and ends as the standard says."""
    for path in site.rglob("*.ics"):
        raw = path.read_bytes()
        assert [line for line in raw.split(b"\r\n") if len(line) > OCTETS or b"\n" in line] == []
        (other,) = vobject.readComponents(raw.decode())
        events = icalendar.Calendar.from_ical(raw).walk("VEVENT")
        assert len(other.contents.get("vevent", ())) == len(events)
        assert len(events) <= len(MEETINGS)
        for event in events:
            told = _told(" ".join(str(event.get(key, "")) for key in ("SUMMARY", "LOCATION")))
            assert "Natverksnamn" in told
            assert len(told) == 2


MEETINGS = ("2024-03-08", "2024-06-14", "2024-07-12")
OCTETS = 75
"""Of a line in a calendar (RFC 5545, 3.1)."""


ASKED = (
    *(f"sok/?q={quote(text)}" for text in (SCRIPT, f'"{SCRIPT}', "Nyhetsrubrik", "\u202e{{7*7}}")),
    f"sok/?q=x&slag={quote(SCRIPT)}&natverk={quote(SCRIPT)}&sort={quote(SCRIPT)}",
    *(f"{page}?natverk={quote(SCRIPT)}&lage={quote(SCRIPT)}" for page in ("kalender/", "beslut/")),
    f"natverk/?slag={quote(SCRIPT)}#{quote(SCRIPT)}",
    f"natverk/natet/?dag={quote(SCRIPT)}",
)


def test_nothing_runs_in_a_browser(site: Path, hostile_address: str, page: Page) -> None:
    """No dialog, no complaint, no request to elsewhere: on every page, and whatever is asked."""
    heard = listen(page)
    page.on("dialog", lambda dialog: (heard.append(f"dialog {page.url}"), dialog.dismiss()))
    every = [one.parent.relative_to(site).as_posix() + "/" for one in site.rglob("index.html")]
    for address in (*every, *ASKED):
        until = "networkidle" if address in ASKED else "load"
        page.goto(hostile_address + address.removeprefix("./"), wait_until=until)
        assert page.locator(RUNNING).count() == 0, address
    assert [one for one in heard if not one.startswith(hostile_address)] == []


RUNNING = "img, iframe, object, [onclick], [onerror], [onload], [onmouseover], main script"


def test_hits_show_what_was_written(hostile_address: str, page: Page) -> None:
    """Also braces and backticks, which mean something to the index."""
    page.goto(f"{hostile_address}sok/?q=nyhetsrubrik")
    hits = page.locator(".nv-search__hits")
    hits.locator("> li").first.wait_for(timeout=SECONDS)
    assert f"Nyhetsrubrik {HEAD}" in " ".join(hits.inner_text().split())
    page.goto(f"{hostile_address}sok/?q={quote('x ' + SCRIPT)}&slag={quote(SCRIPT)}")
    page.locator(".nv-chosen button").first.wait_for(timeout=SECONDS)
    assert SCRIPT in page.locator(".nv-chosen").inner_text()


def test_a_lost_reader_is_asked_about_words_only(
    site: Path, hostile_address: str, page: Page
) -> None:
    """The page of no page guesses from the address, which anybody may have written."""
    lost = (site / "404.html").read_text("utf-8")
    heard = listen(page)
    page.on("dialog", lambda dialog: (heard.append("dialog"), dialog.dismiss()))
    page.route("**/finns/**", lambda route: route.fulfill(body=lost, content_type="text/html"))
    for path in (SCRIPT, "</script><script>alert(1)</script>", "{{ 7*7 }}", "\u202ea"):
        page.goto(
            f"{hostile_address}natverk/finns/{quote(path, safe='')}", wait_until="networkidle"
        )
        assert page.locator("#nv-q404").input_value()
        assert page.locator(RUNNING).count() == 0
    assert "dialog" not in heard


def test_a_link_to_elsewhere_is_what_its_author_wrote(site: Path) -> None:
    links = Html(site / "forbund/ond/index.html").links
    assert [one for one in links if "evil.example" in one]
