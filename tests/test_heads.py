"""What search engines and other machines are told of every page of the built site."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from built import ADDRESS, Html, file_at, pages
from content import TODAY
from natverk.load import load

MEETING = "natverk/skolchefsnatverket/2024-03-08"
OPEN_GRAPH = {"title", "description", "type", "url", "site_name", "locale"}
NEEDED = {
    "Event": {"name", "startDate", "eventStatus", "organizer", "url"},
    "Organization": {"name", "url"},
    "GovernmentOrganization": {"name", "url"},
    "CollegeOrUniversity": {"name", "url"},
    "NewsArticle": {"headline", "datePublished", "publisher", "url"},
    "Report": {"name", "publisher", "url"},
    "DigitalDocument": {"name", "about", "publisher", "url"},
    "DefinedTermSet": {"name", "hasDefinedTerm", "url"},
    "DefinedTerm": {"name", "description", "url"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "WebSite": {"name", "url", "potentialAction"},
    "SearchAction": {"target", "query-input"},
    "EntryPoint": {"urlTemplate"},
    "Place": {"name"},
    "VirtualLocation": {"url"},
}
"""Every type that is used, with what one of it must have (schema.org, and Google's guides)."""


def head(page: Html, name: str) -> str:
    """Return what a page's head says under a name, empty when it says nothing."""
    metas = [given for tag, given in page.elements if tag == "meta"]
    found = (one for one in metas if name in (one.get("name"), one.get("property")))
    return next((one.get("content") or "" for one in found), "")


def title(page: Html) -> str:
    found = re.search(r"<title>(.*?)</title>", page.path.read_text("utf-8"), re.DOTALL)
    return found[1] if found else ""


def things(value: object) -> Iterator[dict[str, object]]:
    """Yield everything that is described, however deep."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from things(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from things(inner)


def told(root: Path, path: str) -> dict[str, object]:
    """Return what a page is about, as machines are told it."""
    return json.loads(Html(root / "site" / path / "index.html").data[0])


@pytest.mark.parametrize("what", ("title", "description"))
def test_every_page_says_what_it_is_and_no_two_say_the_same(what: str, root: Path) -> None:
    said = [
        title(page) if what == "title" else head(page, "description")
        for page in pages(root / "site")
    ]
    assert "" not in said
    assert [text for text, times in Counter(said).items() if times > 1] == []


def test_a_meetings_title_has_its_network_and_its_day(root: Path) -> None:
    page = Html(root / "site" / MEETING / "index.html")
    assert title(page) == "Skolchefsnätverket 8 mars 2024 – Exempelnätet"
    assert "fredag 8 mars 2024" in head(page, "description")


def test_a_hand_written_page_is_described_by_its_first_words(root: Path) -> None:
    page = Html(root / "site/handbok/fel/okand-nyckel/index.html")
    assert title(page) == "Nyckeln är okänd – Alla fel – Exempelnätet"
    assert "okand-nyckel" in head(page, "description")
    assert len(head(page, "description")) <= 200


def test_every_page_can_be_shared(root: Path) -> None:
    """With a name, a sentence and its address, in the words of Open Graph."""
    for page in pages(root / "site"):
        wanted = set() if page.path.name == "404.html" else OPEN_GRAPH
        assert {name for name in OPEN_GRAPH if head(page, f"og:{name}")} == wanted, page.path
        if wanted:
            assert head(page, "og:locale") == "sv_SE"
            found = file_at(root / "site", page.path, head(page, "og:url"))
            assert found == (page.path, "")


def test_what_machines_are_told_has_what_its_type_needs(root: Path) -> None:
    """On every page; a type that is new here must be added to the table."""
    seen = set()
    for page in pages(root / "site"):
        for thing in things([json.loads(data) for data in page.data]):
            kind = str(thing["@type"])
            seen.add(kind)
            assert NEEDED[kind] - {"url"} <= thing.keys(), (page.path, thing)
            assert "url" not in NEEDED[kind] or "url" in thing or kind == "Organization"
            assert all(thing.values()), (page.path, thing)
    assert NEEDED.keys() - seen <= {"CollegeOrUniversity"}


def test_what_machines_are_told_leads_somewhere(root: Path) -> None:
    site = root / "site"
    anchors = {page.path: page.anchors for page in pages(site)}
    for page in pages(site):
        for thing in things([json.loads(data) for data in page.data]):
            for key in {"@id", "url", "item", "mainEntityOfPage"} & thing.keys():
                address = str(thing[key])
                assert address.startswith(ADDRESS), (page.path, address)
                path, anchor = file_at(site, page.path, address) or (site / "?", "")
                assert path.is_file(), (page.path, address)
                assert not anchor or anchor in anchors[path]


def test_every_page_but_the_first_and_the_missing_one_says_how_to_get_there(root: Path) -> None:
    for page in pages(root / "site"):
        kinds = [json.loads(data)["@type"] for data in page.data]
        alone = {"index.html": ["WebSite"], "404.html": []}
        path = page.path.relative_to(root / "site").as_posix()
        assert kinds[-1:] == alone.get(path, ["BreadcrumbList"]), path
    way = json.loads(Html(root / "site" / MEETING / "index.html").data[1])
    assert [step["name"] for step in way["itemListElement"]] == [
        "Hem",
        "Nätverk",
        "Skolchefsnätverket",
        "Skolchefsnätverket 8 mars 2024",
    ]


EVENTS = {
    "natverk/skolchefsnatverket/2024-03-08": ("2024-03-08", "EventScheduled", None),
    "natverk/skolchefsnatverket/2024-01-19": ("2024-01-26", "EventRescheduled", "2024-01-19"),
    "natverk/skolchefsnatverket/2024-01-26": ("2024-01-26", "EventRescheduled", "2024-01-19"),
}


@pytest.mark.parametrize("path", EVENTS)
def test_a_meeting_is_an_event_that_may_have_moved(path: str, root: Path) -> None:
    """The page of its first day tells of the day that it has now."""
    event = told(root, path)
    day, status, before = EVENTS[path]
    assert event["@type"] == "Event"
    assert str(event["startDate"])[:10] == day
    assert event["eventStatus"] == f"https://schema.org/{status}"
    assert event.get("previousStartDate") == before


def test_a_cancelled_meeting_says_so(root: Path) -> None:
    found = [
        page.path.parent.name
        for page in pages(root / "site")
        if any("EventCancelled" in data for data in page.data)
    ]
    shown = [
        path.parent.name
        for path in (root / "site/natverk").rglob("20*/index.html")
        if "Mötet är inställt." in path.read_text("utf-8")
    ]
    assert sorted(found) == sorted(shown) != []


def test_a_network_belongs_somewhere_and_its_members_are_organisations(root: Path) -> None:
    network = told(root, "natverk/skolchefsnatverket")
    assert network["parentOrganization"]["name"] == "Utbildningsrådet"
    assert {one["@type"] for one in network["member"]} <= {"GovernmentOrganization", "Organization"}
    assert "Bryggeby" in {one["name"] for one in network["member"]}
    assert told(root, "forbund/exempelforbundet")["@type"] == "GovernmentOrganization"
    assert told(root, "forbund/provlandet")["@type"] == "Organization"


def test_machines_are_told_of_no_person(root: Path) -> None:
    """Though pages name many, in attendance and among members."""
    networks = load(root).networks.values()
    names = {member.name for network in networks for member in network.members if member.name}
    assert "Cecilia Fiktén" in names
    assert "Cecilia Fiktén" in Html(root / "site/natverk/skolchefsnatverket/index.html").text
    for page in pages(root / "site"):
        data = json.dumps([json.loads(one) for one in page.data], ensure_ascii=False)
        assert [name for name in names if name in data] == [], page.path


def test_the_list_of_pages_says_when_each_changed(root: Path) -> None:
    """By the version history; nothing for pages made of many, and for the home page today."""
    text = (root / "site/sitemap.xml").read_text("utf-8")
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    listed = {
        one.findtext("s:loc", "", space).removeprefix(ADDRESS): one.findtext("s:lastmod", "", space)
        for one in ET.fromstring(text)  # noqa: S314 - our own
    }
    assert listed[f"{MEETING}/"] == "2024-05-02"
    assert listed["handbok/"] == "2024-05-02"
    assert listed["beslut/"] == ""
    assert listed[""] == TODAY.isoformat()


def test_robots_are_welcome_and_find_the_list_of_pages(root: Path) -> None:
    text = (root / "site/robots.txt").read_text("utf-8")
    assert "Disallow" not in text
    assert f"Sitemap: {ADDRESS}sitemap.xml" in text
