"""The frame around every page: light, without the theme's scripts, and it tells where the reader is."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from browsing import DESK, PHONE, SECONDS, open_page, served
from built import REPO, Html, pages
from kinds import every_kind
from playwright.sync_api import Browser, Page, ViewportSize, expect

ASSETS = REPO / "overrides" / "assets"

SHIFTS = """() => new Promise((tell) => {
    const moved = [];
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => moved.push(value)))
        .observe({ type: "layout-shift", buffered: true });
    setTimeout(() => tell(moved), 200);
})"""
"""How much a page has moved so far, shift by shift; the browser tells of it a moment later."""

SEEN = 0.001
"""A shift of the layout that a reader can see; less is a line that moved a pixel while it was read in."""

LIGHT = 60_000
"""Bytes of scripts and styles, compressed, on a first visit; the theme's own were 70 kB alone."""


def test_nothing_of_the_theme_is_published_but_its_stylesheet(root: Path) -> None:
    ours = {path.name for path in ASSETS.iterdir()}
    published = {path.name for path in (root / "site" / "assets").rglob("*") if path.is_file()}
    assert published - ours == {"material.css"}


def test_a_first_visit_fetches_little(root: Path) -> None:
    for page in pages(root / "site"):
        used = (one for one in page.loaded if "assets/" in one)  # not the search's own engine
        files = {root / "site" / "assets" / Path(one).name for one in used}
        fetched = sum(len(gzip.compress(one.read_bytes())) for one in files)
        assert 0 < fetched < LIGHT, page.path


def test_what_the_search_page_waits_for_is_asked_for_at_once(root: Path) -> None:
    asked = Html(root / "site" / "sok" / "index.html").loaded
    engine = {"../pagefind/arkiv.json", "ord.json"}
    assert engine | {f"../assets/{name}" for name in imported("sok.js")} <= set(asked)


def imported(name: str) -> set[str]:
    """Return the names of the scripts that a script imports, and that they import in turn."""
    text = (ASSETS / name).read_text("utf-8")
    found = set(re.findall(r'^import .* from "\./(.*)";', text, re.MULTILINE))
    return found.union(*map(imported, found))


@pytest.mark.parametrize("size", (DESK, PHONE), ids=["desk", "phone"])
def test_nothing_moves_while_a_page_loads(size: ViewportSize, browser: Browser, root: Path) -> None:
    moved = {}
    with served(root / "site") as address:
        for path in every_kind(root / "site"):
            page = browser.new_page(viewport=size)
            open_page(page, address + path)
            moved[path] = sum(page.evaluate(SHIFTS))
            page.close()
    assert {path: shift for path, shift in moved.items() if shift > SEEN} == {}


CHOSEN = "sok/?q=l%C3%A4rplattform&slag=M%C3%B6te&natverk=Skolchefsn%C3%A4tverket"


@pytest.mark.parametrize("size", (DESK, PHONE), ids=["desk", "phone"])
def test_nothing_moves_while_a_search_with_filters_loads(
    size: ViewportSize, page: Page, address: str
) -> None:
    page.set_viewport_size(size)
    open_page(page, address + CHOSEN)
    if size == DESK:
        expect(page.locator(".nv-search__facets--narrowed [name=natverk]:checked")).to_be_visible()
    assert sum(page.evaluate(SHIFTS)) <= SEEN


def test_the_stylesheet_names_no_map_that_is_not_there(root: Path) -> None:
    style = (root / "site" / "assets" / "material.css").read_text("utf-8")
    assert len(style) > LIGHT
    assert not re.search(r"sourceMappingURL", style)


def test_the_heading_that_is_read_is_marked_among_the_others(page: Page, address: str) -> None:
    page.goto(address + "natverk/skolchefsnatverket/2024-03-08/")
    here = page.locator("#nv-toc [aria-current=location]")
    expect(here).to_have_count(0)
    page.evaluate("document.querySelector('#beslut-2').scrollIntoView()")
    expect(here).to_have_attribute("href", "#beslut-2", timeout=SECONDS)


def left(page: Page, selector: str) -> float:
    """Return how far from the left edge something begins, in pixels."""
    return page.locator(selector).evaluate("(one) => one.getBoundingClientRect().left")


@pytest.mark.parametrize("width", (980, 1200))
def test_the_button_of_a_section_moves_no_text(width: int, page: Page, own: Path) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    with served(own) as url:
        page.goto(url + "handbok/")
        expect(page.get_by_role("button", name="Handbok")).to_be_in_viewport()
        assert left(page, "h1") == left(page, ".nv-path")
        assert left(page, ".nv-side--section > button") > left(page, ".nv-side--toc")


def test_a_wide_table_is_reached_with_the_keyboard_only_when_it_scrolls(
    page: Page, address: str
) -> None:
    page.goto(address + "handbok/ord/")
    box = page.locator(".md-typeset__scrollwrap").first
    expect(box).not_to_have_attribute("tabindex", "0")
    page.set_viewport_size({"width": 200, "height": 600})
    expect(box).to_have_attribute("tabindex", "0", timeout=SECONDS)
    expect(box).to_have_attribute("aria-label", re.compile("rulla"))


def test_text_and_buttons_have_the_same_font(page: Page, address: str) -> None:
    page.goto(address + "natverk/skolchefsnatverket/")
    first = "(one) => getComputedStyle(one).fontFamily.split(',')[0]"
    fonts = {
        page.locator(one).first.evaluate(first) for one in (".md-typeset p", ".nv-nav a", "button")
    }
    assert fonts == {"system-ui"}


def test_a_statement_on_access_stands_below_the_one_of_the_whole_site(own: Path) -> None:
    """So the menu shows the reader the same place for both."""
    page = own / "om" / "tillganglighet" / "goteborgsregionen" / "index.html"
    current = [given["href"] for _, given in Html(page).elements if given.get("aria-current")]
    assert current == ["../../"]
