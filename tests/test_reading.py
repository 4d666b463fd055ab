"""What a reader of a page meets at its edges: where to report a fault, how to cite it, where it went."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from browsing import PHONE
from built import Html, make_root, mkdocs, pages
from content import FORBUND, small
from natverk.views.fault_reports import report_to
from playwright.sync_api import Browser, Page, expect

MEETING = "natverk/skolchefsnatverket/2024-03-08/"
TOLD = "Rapportera ett fel"


def reports(page: Html) -> list[str]:
    """Return where a page's links for reporting a fault lead."""
    found = re.findall(rf'<a href="([^"]*)">{TOLD}</a>', page.path.read_text("utf-8"))
    return [address.replace("&amp;", "&") for address in found]


def test_a_fault_is_reported_to_the_contact_of_the_pages_own_association(root: Path) -> None:
    """With the page's name and address filled in; none is made up for an association without."""
    page = Html(root / "site" / MEETING / "index.html")
    (address,) = reports(page)
    parts = urlsplit(address)
    assert (parts.scheme, parts.path) == ("mailto", "samordnare@exempelforbundet.example")
    said = parse_qs(parts.query)
    assert said["subject"] == ["Fel på sidan Skolchefsnätverket 8 mars 2024"]
    assert f"https://exempel.example/natet/{MEETING}" in said["body"][0]
    assert reports(Html(root / "site/natverk/modersmalsnatverket/index.html")) == []
    assert reports(Html(root / "site/index.html")) == []


def test_the_site_may_have_an_address_of_its_own_for_all_pages(tmp_path: Path) -> None:
    """On every page, the first and the missing one too; an association's own goes before it."""
    own = "report: https://exempelforbundet.example/fel?sida=\n"
    made = make_root(tmp_path / "rot")
    association = made / "networks/exempelforbundet/association.yml"
    association.write_text(association.read_text("utf-8") + own, "utf-8")
    config = made / "mkdocs.yml"
    text = config.read_text("utf-8").replace("extra:\n", "extra:\n  report: fel@natet.example\n")
    config.write_text(text, "utf-8")
    done = mkdocs(made)
    assert done.returncode == 0, done.stdout + done.stderr
    for page in pages(made / "site"):
        assert len(reports(page)) == 1, page.path
    home, missing = (reports(Html(made / "site" / name))[0] for name in ("index.html", "404.html"))
    assert home.startswith("mailto:fel@natet.example?subject=")
    assert missing.startswith("mailto:fel@natet.example?subject=")
    (meeting,) = reports(Html(made / "site" / MEETING / "index.html"))
    assert unquote(meeting).startswith("https://exempelforbundet.example/fel?sida=")
    assert unquote(meeting).endswith(f"=https://exempel.example/natet/{MEETING}")


CONTACT = "contacts:\n  - name: Anna\n  - name: Bo\n    email: bo@ef.example\n"
ADDRESSES = {
    "": None,
    CONTACT: "bo@ef.example",
    f"{CONTACT}report: fel@ef.example\n": "fel@ef.example",
    "report: https://ef.example/fel\n": "https://ef.example/fel",
}


@pytest.mark.parametrize("keys", ADDRESSES)
@pytest.mark.parametrize(
    "path",
    ("networks/ef/association.yml", "minutes/brygg/2024-03-08.md", "networks/topics.yml", None),
)
def test_an_association_says_where_faults_are_reported(keys: str, path: str | None) -> None:
    """Where there is only one association it answers for everything."""
    catalogue = small({"networks/ef/association.yml": FORBUND + keys})
    assert report_to(catalogue, path) == ADDRESSES[keys]


def test_what_belongs_to_nobody_is_reported_to_none_of_several_associations() -> None:
    other = {"networks/pl/association.yml": FORBUND.replace("Exempel", "Prov")}
    catalogue = small({"networks/ef/association.yml": FORBUND + CONTACT, **other})
    assert report_to(catalogue, "networks/topics.yml") is None
    assert report_to(catalogue, "networks/ef/brygg/network.yml") == "bo@ef.example"


@pytest.mark.parametrize("address", ("fel", "javascript:alert(1)", "a@b", "ftp://a.example"))
def test_an_address_that_nobody_can_use_is_refused(address: str) -> None:
    files = {"networks/ef/association.yml": f"{FORBUND}report: {address}\n"}
    assert {one.line for one in small(files).findings} == {3}


def test_a_page_says_how_to_cite_it(root: Path) -> None:
    text = Html(root / "site" / MEETING / "index.html").text
    cited = "Skolchefsnätverket 8 mars 2024 . Exempelnätet , version 2 maj 2024 . "
    whole = f"{cited}https://exempel.example/natet/{MEETING}"
    assert whole.replace(" .", ".").replace(" ,", ",") in text.replace(" .", ".").replace(" ,", ",")
    assert "Så hänvisar du hit" not in Html(root / "site/kalender/index.html").text


def test_every_heading_of_the_notes_can_be_linked_to(page: Page, address: str) -> None:
    page.goto(address + MEETING)
    for heading in page.locator("article :is(h2, h3, h4)").all():
        anchor = heading.get_attribute("id")
        expect(heading.locator(".headerlink")).to_have_attribute("href", f"#{anchor}")


@pytest.mark.parametrize("scripts", (True, False), ids=("scripts", "no scripts"))
def test_the_headings_are_listed_on_a_phone(scripts: bool, browser: Browser, address: str) -> None:  # noqa: FBT001 - a case, not a choice
    """By keyboard alone, at 360 pixels: open, choose a heading, and be there."""
    with browser.new_context(viewport=PHONE, java_script_enabled=scripts) as context:
        page = context.new_page()
        page.goto(address + MEETING)
        listed = page.get_by_role("navigation", name="På den här sidan")
        expect(listed).to_be_hidden()
        button = page.get_by_role("button", name="På den här sidan")
        button.press("Enter")
        expect(listed).to_be_visible()
        box = listed.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]
        page.keyboard.press("Escape")
        expect(listed).to_be_hidden()
        expect(button).to_be_focused()
        button.press("Enter")
        listed.get_by_role("link", name="Beslut 2").press("Enter")
        expect(page.locator("#beslut-2")).to_be_in_viewport()


MISSING = {
    "natverk/skolchefsnatverket/2024-03-09/": (
        "skolchefsnatverket 2024-03-09",
        "Skolchefsnätverket",
    ),
    "natverk/skolchefsnatverket/uppdrag/2019.html": (
        "skolchefsnatverket uppdrag 2019",
        "Skolchefsnätverket",
    ),
    "organisationer/bryggeby-kommun/": ("bryggeby kommun", "Organisationer"),
    "l%C3%A4roplan_2011.pdf": ("läroplan 2011", None),
    "%E5/%": ("%", None),
}
"""What the search field holds, and the nearest page there is."""


@pytest.mark.parametrize("path", MISSING)
def test_a_missing_page_guesses_what_was_meant(
    path: str, page: Page, address: str, root: Path
) -> None:
    """At any depth, where the site lies below a path of its host."""
    missing = (root / "site/404.html").read_text("utf-8")
    page.route(
        address + path,
        lambda route: route.fulfill(status=404, content_type="text/html", body=missing),
    )
    query, nearest = MISSING[path]
    page.goto(address + path, wait_until="networkidle")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sidan finns inte")
    expect(page.get_by_role("searchbox")).to_have_value(query)
    link = page.locator("#nv-narmast a")
    if nearest is None:
        expect(link).to_be_hidden()
        page.get_by_role("searchbox").press("Enter")
        expect(page).to_have_url(re.compile(re.escape(f"{address}sok/?q=")))
    else:
        expect(link).to_have_text(nearest)
        link.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(nearest)


def test_a_missing_page_helps_without_scripts(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address + "404.html")
        expect(page.locator("#nv-narmast")).to_be_hidden()
        expect(
            page.locator("article").get_by_role("link", name="Nätverk", exact=True)
        ).to_be_visible()
        page.get_by_role("searchbox").fill("lärplattform")
        page.get_by_role("searchbox").press("Enter")
        expect(page).to_have_url(f"{address}sok/?q=l%C3%A4rplattform")
