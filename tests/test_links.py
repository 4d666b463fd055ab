"""Everything in the built sites that names an address of the site leads to something that is there.

The sites are built for an address below a path, so an address from the root of the host is found out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from browsing import listen, open_page
from built import ADDRESS, Html
from content import write
from kinds import Site
from playwright.sync_api import Browser

NAMING = (
    "href",
    "src",
    "action",
    "formaction",
    "poster",
    "data",
    "data-bundle",
    "popovertarget",
    "for",
)
"""Attributes whose value is an address, or with the last two an id of the same page."""
REFERRING = ("aria-labelledby", "aria-describedby", "aria-controls", "headers", "list")
WRITTEN = re.compile(re.escape(ADDRESS) + r"[^\s\"<>\\)]*")


def test_every_address_in_a_page_leads_somewhere(root: Path, own: Path) -> None:
    wrong = [one for site in (root / "site", own) for one in dead(site)]
    assert not wrong, "\n".join(wrong)


def test_every_address_in_other_files_leads_somewhere(root: Path, own: Path) -> None:
    """Calendars, feeds, data and the site map, which have whole addresses."""
    for site in (root / "site", own):
        named = list(_written(site))
        assert any(path.endswith(".ics") for _, path in named)
        assert any(path == "sitemap.xml" for _, path in named)
        wrong = [f"{path}: {url}" for url, path in named if not _leads(site, url)]
        assert not wrong, "\n".join(wrong)


def test_the_site_map_has_every_page_once_but_not_the_search(root: Path, own: Path) -> None:
    for site in (root / "site", own):
        found = re.findall(r"<loc>(.*?)</loc>", (site / "sitemap.xml").read_text("utf-8"))
        pages = {ADDRESS + _below(site, path) for path in site.rglob("index.html")}
        pages.remove(f"{ADDRESS}sok/")
        assert sorted(found) == sorted(pages)


def test_no_kind_of_page_asks_anyone_else(browser: Browser, sites: tuple[Site, ...]) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        heard = listen(page)
        for site in sites:
            for path in site.pages:
                open_page(page, site.address + path)
    own = tuple(site.address for site in sites)
    assert [one for one in heard if not one.startswith((*own, "blob:", "data:"))] == []


BROKEN = {
    '<a href="finns-inte/">': "finns-inte/",
    '<a href="#finns-inte">': "#finns-inte",
    '<a href="/natverk/">': "/natverk/",
    '<img src="bild.png">': "bild.png",
    '<form action="letat/">': "letat/",
    '<label for="falt">': "falt",
    '<p aria-labelledby="namn">': "namn",
}


@pytest.mark.parametrize("markup", BROKEN)
def test_what_leads_nowhere_is_found(markup: str, tmp_path: Path) -> None:
    whole = '<p id="a"><a href="natverk/"><a href="#a"><label for="a">'
    for name, text in (("trasig", f"<p>{markup}"), ("hel", whole)):
        write(tmp_path / name, {"index.html": text, "natverk/index.html": "<p>"})
    assert list(dead(tmp_path / "trasig")) == [f"index.html: {BROKEN[markup]}"]
    assert list(dead(tmp_path / "hel")) == []


def dead(site: Path) -> Iterator[str]:
    """Yield what a page names and that is not there."""
    for path in sorted(site.rglob("*.html")):
        here = path.relative_to(site).as_posix()
        # a server shows 404.html at any address, so its own must be from the root of the host
        base = ADDRESS + ("var/som/helst/" if here == "404.html" else _below(site, path))
        for name, value in _named(path):
            if name in {"popovertarget", "for", *REFERRING} or value.startswith("#"):
                if any(one not in _page(path).anchors for one in unquote(value).strip("#").split()):
                    yield f"{here}: {value}"
            elif not _leads(site, urljoin(base, value), path):
                yield f"{here}: {value}"


def _named(path: Path) -> Iterator[tuple[str, str]]:
    for _, attributes in _page(path).elements:
        for name, value in attributes.items():
            if name in {*NAMING, *REFERRING} and value:
                yield name, value


def _leads(site: Path, url: str, here: Path | None = None) -> bool:
    """Whether an address leads out of the host, or to a file of the site and a place in it."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or parts.netloc != urlsplit(ADDRESS).netloc:
        return parts.scheme in {"http", "https", "mailto", "tel", "webcal", "data"}
    if not url.startswith(ADDRESS.rstrip("/")):
        return False
    path = site / unquote(parts.path.removeprefix(urlsplit(ADDRESS).path.rstrip("/")).strip("/"))
    if not parts.fragment and path == here:
        return True
    page = path / "index.html" if path.is_dir() else path
    if path.is_dir() and not parts.path.endswith("/"):
        return False
    if path.is_dir() and not page.exists():
        return path.name == "pagefind"
    if not page.exists():
        return False
    return not parts.fragment or unquote(parts.fragment) in _page(page).anchors


def _written(site: Path) -> Iterator[tuple[str, str]]:
    """Yield each whole address of the site in its files that are no pages, and the file."""
    for path in sorted(site.rglob("*")):
        if path.suffix in {".ics", ".xml", ".json", ".csv", ".rdf", ".ttl", ".txt", ".jsonld"}:
            text = path.read_text("utf-8")
            if path.suffix == ".ics":
                text = re.sub(r"\n ", "", text).replace("\\", "")  # long lines go on after a space
            for url in WRITTEN.findall(text):
                yield url, path.relative_to(site).as_posix()
    for path in sorted(site.rglob("*.html")):
        for script in _page(path).scripts:
            for url in WRITTEN.findall(json.dumps(json.loads(script), ensure_ascii=False)):
                yield url, path.relative_to(site).as_posix()


def _below(site: Path, path: Path) -> str:
    return path.relative_to(site).as_posix().removesuffix("index.html")


@cache
def _page(path: Path) -> Html:
    return Html(path)
