"""What pages offer to subscribe to: buttons for calendar programs, feeds, and the page of them all."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from built import ADDRESS, Html, file_at
from content import EXAMPLE, TODAY
from natverk.load import load
from natverk.site import build

SITE = "https://exempel.example/natet/"


def texts(site: str) -> dict[str, str]:
    """Return the text of every page of the example site, by path."""
    outputs = build(load(EXAMPLE), TODAY, site=site)
    return {one.path: (one.content or b"").decode() for one in outputs if one.is_page}


PAGES = texts(SITE)
FILES = {one.path for one in build(load(EXAMPLE), TODAY)}
OWN = {
    "prenumerera.md": "kalender.ics",
    "kalender/index.md": "kalender.ics",
    "natverk/skolchefsnatverket.md": "natverk/skolchefsnatverket/kalender.ics",
    "organisationer/bryggeby.md": "organisationer/bryggeby/kalender.ics",
    "forbund/provlandet.md": "forbund/provlandet/kalender.ics",
}
PROGRAMS = {
    "https://outlook.office.com/calendar/0/addfromweb": "url",
    "https://outlook.live.com/calendar/0/addfromweb": "url",
    "https://calendar.google.com/calendar/render": "cid",
}
"""Where programs take a calendar, and the part of the address that names it."""


def offered(text: str) -> dict[str, str]:
    """Return the calendar that each button of a page adds, by the place it leads to."""
    found = {}
    for target in re.findall(r"\]\(((?:https|webcal)://[^)]*)\)", text):
        place, _, query = target.partition("?")
        if place in PROGRAMS:
            found[place] = parse_qs(query)[PROGRAMS[place]][0]
        elif target.startswith("webcal:"):
            found["webcal"] = target
    return found


@pytest.mark.parametrize("path", OWN)
def test_each_button_adds_the_calendar_of_its_own_page(path: str) -> None:
    found = offered(PAGES[path])
    assert set(found) == {*PROGRAMS, "webcal"}
    assert {urlsplit(target)[1:3] for target in found.values()} == {
        ("exempel.example", f"/natet/{OWN[path]}")
    }
    assert found["webcal"].startswith("webcal://")
    assert OWN[path] in FILES


FOLLOWED = (
    *OWN,
    "beslut/index.md",
    "arenden/larplattformen.md",
    "natverk/bryggnatverket.md",
)


@pytest.mark.parametrize("path", FOLLOWED)
def test_each_address_to_copy_is_that_of_a_file(path: str) -> None:
    addresses = re.findall(r"<code>(https:[^<]*)</code>", PAGES[path])
    assert addresses
    assert {address.removeprefix(SITE) for address in addresses} <= FILES


@pytest.mark.parametrize("path", FOLLOWED)
def test_without_an_address_a_page_has_the_files_and_advice(path: str) -> None:
    """No program can be sent to a site that does not know where it is."""
    text = texts("")[path]
    assert offered(text) == {}
    assert "kopiera dess adress" in text
    assert re.search(r"\[Flöde\]\(/(?:[a-z/-]+/)?flode\.xml\)", text)


def test_a_network_that_keeps_its_meetings_elsewhere_has_nothing_to_follow() -> None:
    assert "#prenumerera" not in PAGES["natverk/direktionen.md"]
    assert "direktionen" not in PAGES["prenumerera.md"]


def test_everything_to_follow_is_on_one_page() -> None:
    """Every feed but those of bodies that nothing is told of here, and every calendar of more than a meeting."""
    listed = set(re.findall(r"\]\(/([^)#]*)", PAGES["prenumerera.md"]))
    files = {path for path in FILES if path.endswith(("flode.xml", "kalender.ics"))}
    pages = {
        path.removesuffix("/flode.xml").removesuffix("/kalender.ics") for path in files - listed
    }
    assert pages == {
        "beslut",
        "forbund/exempelforbundet",
        "forbund/provlandet",
        "natverk/direktionen",
        "organisationer/provhogskolan",
        "organisationer/provlandet",
    }
    assert {"beslut/index.md", "forbund/exempelforbundet.md", "forbund/provlandet.md"} <= listed


@pytest.mark.parametrize("path", ("index.md", "kalender/index.md", "natverk/skolchefsnatverket.md"))
def test_the_page_of_subscriptions_is_found_from(path: str) -> None:
    assert "](/prenumerera.md)" in PAGES[path]


OFFER = {
    "to come": ("2024-10-25", True),
    "an invitation": ("2024-05-31", True),
    "held": ("2024-03-08", False),
    "moved away": ("2024-01-19", False),
}


@pytest.mark.parametrize("case", OFFER)
def test_a_meeting_to_come_can_be_added_alone(case: str) -> None:
    day, is_offered = OFFER[case]
    text = PAGES[f"natverk/skolchefsnatverket/{day}.md"]
    assert (f"(/natverk/skolchefsnatverket/{day}.ics)" in text) is is_offered
    assert f"natverk/skolchefsnatverket/{day}.ics" in FILES


HEADS = {
    "natverk/skolchefsnatverket": [
        "flode.xml",
        "natverk/skolchefsnatverket/flode.xml",
        "natverk/skolchefsnatverket/kalender.ics",
    ],
    "arenden/larplattformen": ["flode.xml", "arenden/larplattformen/flode.xml"],
    "beslut": ["flode.xml", "beslut/flode.xml"],
    "": ["flode.xml", "kalender.ics"],
    "handbok": ["flode.xml"],
}


@pytest.mark.parametrize("page", HEADS)
def test_a_program_finds_the_feeds_in_the_head_of_a_page(page: str, root: Path) -> None:
    site = root / "site"
    html = Html(site / page / "index.html")
    heads = [
        given["href"] or ""
        for tag, given in html.elements
        if tag == "link" and given.get("rel") == "alternate" and given.get("title")
    ]
    found = [file_at(site, html.path, target) for target in heads]
    assert [one[0] for one in found if one] == [site / path for path in HEADS[page]]


def test_the_buttons_come_through_the_cleaning_of_html(root: Path) -> None:
    links = Html(root / "site/natverk/skolchefsnatverket/index.html").links
    webcal = "webcal:" + ADDRESS.partition(":")[2] + "natverk/skolchefsnatverket/kalender.ics"
    assert webcal in links
    assert [link for link in links if link.startswith("https://calendar.google.com/")]
