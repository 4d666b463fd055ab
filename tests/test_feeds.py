"""Feeds as a subscriber's program reads them: by feedparser, and held to RFC 4287 by lxml."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import feedparser
import pytest
from content import EXAMPLE, HERE, NETWORK, TODAY, small
from lxml import etree
from natverk.changes import Change, Changes
from natverk.load import load
from natverk.site import build
from natverk.views.feeds import NEWEST_OF_ONE

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue

SITE = "https://exempel.example/natet/"
SCHEMA = etree.RelaxNG(etree.parse(HERE / "atom.rng"))

PATH = "minutes/brygg/2024-03-08.md"
FEED = "natverk/brygg/flode.xml"
NOTES = "## Beslut\n\n### 1. Bryggan\n\n> **Beslut 1: Bryggan lagas**\n>\n> I vår.\n"
INVITATION = "---\nstatus: kallelse\n---\n\n## Dagordning\n\n1. Bryggan\n"
DRAFT = "---\nstatus: utkast\n---\n\nHemligt.\n"


def feeds(catalogue: Catalogue, *, site: str = SITE, **options: object) -> dict[str, bytes]:
    """Return the site's feeds by path."""
    outputs = build(catalogue, TODAY, site=site, **options)
    return {one.path: one.content or b"" for one in outputs if one.path.endswith("flode.xml")}


def read(catalogue: Catalogue, path: str = FEED, **options: object) -> feedparser.FeedParserDict:
    """Return one feed as a feed reader understands it, without complaints."""
    found = feedparser.parse(feeds(catalogue, **options)[path])
    assert not found.bozo, found.get("bozo_exception")
    return found


def changed(path: str, first: str, last: str) -> Changes:
    """Return a history in which a file came and changed at noon of two days."""
    moments = [dt.datetime.fromisoformat(f"{day}T12:00:00+00:00") for day in (first, last)]
    return Changes({path: Change(moments[1], 2, moments[0])})


EVERY = feeds(load(EXAMPLE))


@pytest.mark.parametrize("path", EVERY)
def test_a_feed_is_atom(path: str) -> None:
    assert SCHEMA.validate(etree.fromstring(EVERY[path])), SCHEMA.error_log
    assert not feedparser.parse(EVERY[path]).bozo


@pytest.mark.parametrize(
    "part", ("id", "title", "updated", "link", "entry/author", "entry/content")
)
def test_a_feed_less_a_part_is_not_atom(part: str) -> None:
    """The control: the schema misses what RFC 4287 demands."""
    tree = etree.fromstring(EVERY["flode.xml"])
    found = tree.find(
        "/".join(f"{{http://www.w3.org/2005/Atom}}{name}" for name in part.split("/"))
    )
    found.getparent().remove(found)
    assert not SCHEMA.validate(tree)


TOLD = {
    "flode.xml": ("Anteckningar: Skolchefsnätverket 8 mars 2024", "nyhet"),
    "beslut/flode.xml": ("Rekommendation: Kommunerna bör köpa en lärplattform tillsammans", "val"),
    "forbund/provlandet/flode.xml": ("Minnesanteckningar: Matematiknätverket 2 februari 2024", ""),
    "natverk/modersmalsnatverket/flode.xml": (
        "Minnesanteckningar: Matematiknätverket 2 februari 2024",
        "",
    ),
    "organisationer/bryggeby/flode.xml": ("Anteckningar: Skolchefsnätverket 8 mars 2024", "nyhet"),
    "arenden/larplattformen/flode.xml": (
        "Rekommendation: Kommunerna bör köpa en lärplattform tillsammans",
        "nyhet",
    ),
    "amnen/matematik/flode.xml": ("Beslut: Listan över läromedel upphör", "rekommendation"),
}


@pytest.mark.parametrize("path", TOLD)
def test_a_feed_tells_what_its_page_is_about(path: str) -> None:
    """A title of an entry in it, and the kind of another; a joint meeting is told to both hosts."""
    title, kind = TOLD[path]
    entries = feedparser.parse(EVERY[path]).entries
    assert title in [entry.title for entry in entries]
    assert kind in {"", *(entry.tags[0].term for entry in entries)}


def test_an_entry_holds_the_notes_whole() -> None:
    (entry,) = (
        entry
        for entry in feedparser.parse(EVERY["natverk/skolchefsnatverket/flode.xml"]).entries
        if entry.link.endswith("/2024-03-08/")
    )
    (content,) = entry.content
    assert content.type == "text/html"
    for part in (
        "<h3>2. Underlaget från Ekhamn</h3>",
        "<h4>Beslut 2: Kommunerna bör köpa en lärplattform tillsammans</h4>",
        "<li>låta Ekhamn göra upphandlingen.</li>",
        "<td>juni 2025</td>",
        "<li><strong>Rättad 18 mars 2024:</strong> Olle Försökén var ersättare",
        f'<a href="{SITE}natverk/matematiknatverket/2024-02-02/#beslut-1">nätverkets möte',
        f'<a href="{SITE}natverk/skolchefsnatverket/2024-03-08/underlag-punkt-2.csv">Underlag',
    ):
        assert part in content.value


def test_who_was_there_is_not_spread() -> None:
    """What is in a feed has left the site; the page, where a name can be taken away, has the list."""
    assert b"Sven" not in b"".join(EVERY.values())
    assert b"mailto:" not in b"".join(EVERY.values())
    (page,) = (
        one
        for one in build(load(EXAMPLE), TODAY)
        if one.path == "natverk/skolchefsnatverket/2024-03-08.md"
    )
    assert b"Sven" in (page.content or b"")


def test_ids_outlive_names_titles_and_the_address_of_the_site() -> None:
    before = small({PATH: NOTES})
    after = small(
        {
            PATH: NOTES.replace("Bryggan", "Kajen"),
            "networks/ef/brygg/network.yml": NETWORK.replace("Brygg", "Kaj"),
        }
    )
    for path in ("flode.xml", "beslut/flode.xml", FEED):
        one, two = read(before, path), read(after, path, site="https://ny.example/")
        assert one.feed.id == two.feed.id
        assert [entry.id for entry in one.entries] == [entry.id for entry in two.entries]
        assert one.entries[0].link != two.entries[0].link
    assert read(before).entries[0].id == "tag:ef.natverk,2026:mote/brygg/2024-03-08"


def test_an_entry_has_one_id_in_every_feed_and_no_other_has_it() -> None:
    ids: dict[str, set[str]] = {}
    for raw in EVERY.values():
        found = feedparser.parse(raw).entries
        assert len({entry.id for entry in found}) == len(found)
        for entry in found:
            ids.setdefault(entry.id, set()).add(entry.link)
    assert [links for links in ids.values() if len(links) > 1] == []
    assert len({feedparser.parse(raw).feed.id for raw in EVERY.values()}) == len(EVERY)


def test_notes_are_told_anew_after_their_invitation() -> None:
    """A reader that has seen the invitation must not take the notes for the same thing."""
    invitation = read(small({PATH: INVITATION})).entries
    notes = read(small({PATH: NOTES})).entries
    assert [entry.title for entry in invitation] == ["Kallelse: Bryggnätverket 8 mars 2024"]
    assert [entry.title for entry in notes] == ["Anteckningar: Bryggnätverket 8 mars 2024"]
    assert invitation[0].id != notes[0].id


def test_a_draft_is_in_no_feed() -> None:
    for raw in feeds(small({PATH: DRAFT})).values():
        assert b"Hemligt" not in raw
        assert b"2024-03-08" not in raw


def test_a_proposal_in_an_invitation_is_not_told_as_a_decision() -> None:
    proposal = INVITATION + NOTES
    assert read(small({PATH: proposal}), "beslut/flode.xml").entries == []
    assert len(read(small({PATH: NOTES}), "beslut/flode.xml").entries) == 1
    assert len(read(small({PATH: proposal})).entries) == 1


MOMENTS = {
    "changed after the meeting": (NOTES, ("2024-03-10", "2024-03-18"), "2024-03-18", "2024-03-10"),
    "once an invitation": (NOTES, ("2024-02-20", "2024-03-18"), "2024-03-18", None),
    "still an invitation": (INVITATION, ("2024-02-20", "2024-02-21"), "2024-02-21", "2024-02-20"),
    "no history": (NOTES, None, "2024-03-08", None),
    "no history but a correction": (
        f"{NOTES}\n## Rättelser\n\n- 2024-04-02: Kajen, inte bryggan.\n",
        None,
        "2024-04-02",
        None,
    ),
}


@pytest.mark.parametrize("case", MOMENTS)
def test_when_an_entry_came_and_changed(case: str) -> None:
    """By the history of its file; the day it tells of where there is none, never the build's."""
    text, history, updated, published = MOMENTS[case]
    changes = changed(PATH, *history) if history else Changes()
    (entry,) = read(small({PATH: text}), changes=changes).entries
    assert entry.updated == f"{updated}T12:00:00Z"
    assert entry.get("published") == (f"{published}T12:00:00Z" if published else None)


def test_an_invitation_to_come_is_told_when_its_day_of_change_is_known() -> None:
    """An entry of tomorrow would stay first in every reader until then."""
    path = "minutes/brygg/2024-09-13.md"
    catalogue = small({path: INVITATION})
    assert read(catalogue).entries == []
    (entry,) = read(catalogue, changes=changed(path, "2024-05-02", "2024-05-02")).entries
    assert entry.title == "Kallelse: Bryggnätverket 13 september 2024"


def test_a_feed_does_not_change_with_the_day() -> None:
    """What has not changed must not look as if it had; an empty feed must say some day, too."""
    later = build(load(EXAMPLE), TODAY + dt.timedelta(days=5), site=SITE)
    found = {one.path: one.content for one in later if one.path in EVERY}
    assert [path for path, raw in EVERY.items() if found[path] != raw] == []
    assert read(small({})).feed.updated == "1970-01-01T00:00:00Z"


def test_a_feed_has_the_newest_and_no_more() -> None:
    files = {f"minutes/brygg/2023-{month:02}-01.md": NOTES for month in range(1, 13)}
    entries = read(small(files)).entries
    assert len(entries) == NEWEST_OF_ONE
    days = [entry.link.rstrip("/").rpartition("/")[2] for entry in entries]
    assert days == [f"2023-{month:02}-01" for month in range(12, 12 - NEWEST_OF_ONE, -1)]


def test_what_was_mended_comes_first() -> None:
    files = {f"minutes/brygg/2023-{month:02}-01.md": NOTES for month in range(1, 13)}
    old = "minutes/brygg/2023-01-01.md"
    entries = read(small(files), changes=changed(old, "2023-01-02", "2024-05-01")).entries
    assert entries[0].link.endswith("/2023-01-01/")


@pytest.mark.parametrize("path", ("flode.xml", "natverk/skolchefsnatverket/flode.xml"))
def test_without_an_address_links_lead_right_from_where_the_feed_lies(path: str) -> None:
    """Relative to the site's root, which the feed points out; a reader knows where it found it."""
    raw = feeds(load(EXAMPLE), site="")[path]
    assert b"https:" not in raw
    assert SCHEMA.validate(etree.fromstring(raw)), SCHEMA.error_log
    found = feedparser.parse(raw, response_headers={"content-location": SITE + path})
    assert found.feed.links[0].href == SITE + path
    known = feedparser.parse(EVERY[path])
    assert [entry.link for entry in found.entries] == [entry.link for entry in known.entries]
    assert f'href="{SITE}natverk/skolchefsnatverket/2024-03-08/#beslut-2"' in "".join(
        entry.content[0].value for entry in found.entries
    )


EVIL = """\
## Rubrik <script>alert(1)</script> {: onclick=alert(1) }

\\<script>alert(2)\\</script>, `<b onclick=x>` och {{ 7*7 }} & ]]> <!-- -->

> **Beslut 1: &lt;img src=x onerror=alert(3)&gt;**
>
> &#60;script&#62;alert(4)&#60;/script&#62;

![spion](https://spion.example/bild.png) ![egen](2024-03-08/egen.png)
"""


def test_no_content_becomes_code_in_a_reader() -> None:
    """The HTML as it stands in the feed, before any reader has cleaned it."""
    catalogue = small({PATH: EVIL, "minutes/brygg/2024-03-08/egen.png": "ingen bild"})
    for path in (FEED, "beslut/flode.xml"):
        tree = etree.fromstring(feeds(catalogue)[path])
        for content in tree.iter("{http://www.w3.org/2005/Atom}content"):
            shown = etree.HTML(content.text)
            names = {element.tag for element in shown.iter()}
            assert names & {"script", "b", "style", "iframe"} == set()
            for element in shown.iter():
                assert not [name for name in element.attrib if name.startswith("on")]
                assert "spion.example" not in str(element.attrib.get("src"))
            assert "49" not in content.text
    (entry,) = read(catalogue).entries
    assert f'src="{SITE}natverk/brygg/2024-03-08/egen.png"' in entry.content[0].value


def test_what_xml_cannot_hold_does_not_break_a_feed() -> None:
    """U+FFFE is a sign to YAML and Markdown but not to XML."""
    (entry,) = read(small({PATH: "### 1. Bryggan\ufffe lagas\n"})).entries
    assert "<h3>1. Bryggan lagas</h3>" in entry.content[0].value


def test_an_entry_says_what_its_facts_say_on_the_page() -> None:
    """A thing done in one place is not told as done everywhere; a topic's name is no Markdown."""
    done = (
        "> **Att göra 1: Laga bryggan**\n>\n> - Ansvarig: Exempelförbundet, Ekhamn\n\n"
        "> **Beslut 1: Så**\n>\n> Så.\n>\n> - Ämne: bryggor\n"
    )
    later = "### 1. Bryggan\n\n- Klart: 2024-03-08/a1 i Ekhamn\n"
    catalogue = small(
        {
            "networks/topics.yml": 'bryggor:\n  name: "Bryggor *och* 2*3*4"\n',
            "networks/organisations.yml": "ekhamn:\n  name: Ekhamn\n  kind: kommun\n",
            PATH: f"## Möte\n\n{done}",
            "minutes/brygg/2024-04-12.md": f"## Möte\n\n{later}",
        }
    )
    told = {one.title: one.content[0].value for one in read(catalogue).entries}
    assert "Laga bryggan</a> i Ekhamn" in told["Anteckningar: Bryggnätverket 12 april 2024"]
    assert ">Bryggor *och* 2*3*4</a>" in told["Anteckningar: Bryggnätverket 8 mars 2024"]


def test_a_title_is_what_its_author_meant() -> None:
    """A decision's is Markdown, a news item's is data: each as its page shows it."""
    catalogue = small(
        {
            PATH: "## Möte\n\n> **Beslut 1: `a` &lt;b&gt; 2 &amp; 3**\n>\n> Så.\n",
            "networks/ef/news/2024-03-09-bro.md": (
                "---\nrubrik: 2*3 och 3*4 &lt;b&gt;\nnätverk: [brygg]\n---\n\nText.\n"
            ),
        }
    )
    assert "2*3 och 3*4 &lt;b&gt;" in titles(read(catalogue))
    assert titles(read(catalogue, "beslut/flode.xml")) == ["Beslut: a <b> 2 & 3"]


def titles(feed: feedparser.FeedParserDict) -> list[str]:
    """Return the titles of a feed's entries as a program without HTML shows them."""
    return [one.title for one in feed.entries]
