"""The frame around every page: light, without the theme's scripts, and it tells where the reader is."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from browsing import SECONDS
from built import pages
from playwright.sync_api import Page, expect

LIGHT = 60_000
"""Bytes of scripts and styles, compressed, on a first visit; the theme's own were 70 kB alone."""


def test_nothing_of_the_theme_is_published_but_its_stylesheet(root: Path) -> None:
    ours = {path.name for path in (Path(__file__).parent.parent / "overrides" / "assets").iterdir()}
    published = {path.name for path in (root / "site" / "assets").rglob("*") if path.is_file()}
    assert published - ours == {"material.css"}


def test_a_first_visit_fetches_little(root: Path) -> None:
    for page in pages(root / "site"):
        used = (one for one in page.loaded if Path(one).suffix in {".css", ".js", ".svg"})
        files = {root / "site" / "assets" / Path(one).name for one in used}
        fetched = sum(len(gzip.compress(one.read_bytes())) for one in files)
        assert 0 < fetched < LIGHT, page.path


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


def test_a_wide_table_is_reached_with_the_keyboard_only_when_it_scrolls(
    page: Page, address: str
) -> None:
    page.goto(address + "handbok/ord/")
    box = page.locator(".md-typeset__scrollwrap").first
    expect(box).not_to_have_attribute("tabindex", "0")
    page.set_viewport_size({"width": 200, "height": 600})
    expect(box).to_have_attribute("tabindex", "0", timeout=SECONDS)
    expect(box).to_have_attribute("aria-label", re.compile("rulla"))
