"""Matters and agreements: where a question is, what it waits for, and what remains."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from content import EXAMPLE, FORBUND, TODAY, findings_in, page_of, small, write
from natverk.load import load
from natverk.model.catalogue import Catalogue
from natverk.rules import check
from natverk.site import build
from natverk.views.matter import MatterView, matters
from natverk.views.rows import Rows
from natverk.views.steps import Stage

MATTER = "networks/ef/matters/fragan.yml"
ORGANISATIONS = (
    "ekhamn:\n  kind: kommun\n  name: Ekhamn\nlindasa:\n  kind: kommun\n  name: Lindåsa\n"
)
MEMBERS = FORBUND + "members:\n  - organisation: ekhamn\n  - organisation: lindasa\n"
BODIES = {
    "networks/organisations.yml": ORGANISATIONS,
    "networks/ef/association.yml": MEMBERS,
    "networks/ef/radet/network.yml": "name: Rådet\nkind: politisk styrgrupp\n",
}


def view_of(content: Catalogue, identity: str, today: dt.date = TODAY) -> MatterView:
    return matters(Rows(content.public(), today)).views[identity]


def fragan(text: str, others: dict[str, str] | None = None) -> MatterView:
    """Return the view of a matter with `text` as its register, among bodies made up for it."""
    return view_of(small({**BODIES, MATTER: f"title: Frågan\n{text}", **(others or {})}), "fragan")


def page(path: str, today: dt.date = TODAY) -> str:
    return page_of(path, load(EXAMPLE), today)


def facts(text: str) -> dict[str, str]:
    """Return the list of facts at the top of a page, links reduced to their texts."""
    found = re.findall(r"(?m)^(\S.*)\n:   (.*)$", text)
    return {term: re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", told) for term, told in found}


GAPS = {
    "the body has decided": ("radet", ("2024-04-12", "Slag: beslut"), "radet 2024-04-12"),
    "it has only tabled it": ("radet", ("2024-04-12", "Slag: bordläggning"), None),
    "another body has decided": ("brygg", ("2024-04-12", "Slag: beslut"), None),
    "it decided before it came there": ("radet", ("2024-01-12", "Slag: beslut"), None),
    "it decides later": ("radet", ("2024-05-31", "Slag: beslut"), None),
    "a decision sends it elsewhere": (
        "brygg",
        ("2024-04-12", "Går vidare till: Ekhamn"),
        "brygg 2024-04-12 ekhamn",
    ),
    "a decision sends it there": ("brygg", ("2024-04-12", "Går vidare till: Rådet"), None),
}


@pytest.mark.parametrize("name", GAPS)
def test_decisions_that_say_more_than_the_register_are_told(name: str) -> None:
    """By a finding, and on the page until the register is mended."""
    network, (day, fact), expected = GAPS[name]
    text = f"> **Beslut 1: Så**\n>\n> Så blir det.\n>\n> - {fact}\n> - Ärende: fragan\n"
    steps = "steps:\n  - body: brygg\n    date: 2024-03-08\n  - body: radet\n    expected: snart\n"
    others = {**BODIES, f"minutes/{network}/{day}.md": f"## Frågor\n\n{text}"}
    content = small({**others, MATTER: f"title: Frågan\n{steps}"})
    found = [one for one in check(content, TODAY) if one.rule == "arendet-har-gatt-vidare"]
    waiting = view_of(content, "fragan").waiting
    assert waiting
    told = waiting.against and f"{waiting.against.id.rpartition('/')[0]} {waiting.goes_to.lower()}"
    assert (told.replace("/", " ").strip() if told else None) == expected
    assert len(found) == bool(expected)
    assert all((one.path, one.line) == (MATTER, 5) for one in found)


def test_an_agreements_page_tells_what_remains() -> None:
    """Who decides next, and who after that."""
    files = {
        **BODIES,
        "networks/ef/agreements/avtalet.yml": "title: Avtalet\nparties:\n  - organisation: ekhamn\n",
        MATTER: "title: Nytt avtal\nagreement: avtalet\nsteps:\n  - body: brygg\n    expected: snart\n"
        "  - body: radet\n    expected: okänt\n  - body: varje kommun\n    expected: okänt\n",
    }
    outputs = {one.path: (one.content or b"").decode() for one in build(small(files), TODAY)}
    text = outputs["overenskommelser/avtalet.md"]
    assert "Väntar på Bryggnätverket" in text
    assert "- Därefter återstår [Rådet](/natverk/radet.md), sedan varje kommun\n" in text


def test_a_reader_sees_where_a_matter_is_and_what_remains() -> None:
    seen = facts(page("arenden/larplattformen.md"))
    assert seen["Väntar på"] == "Utbildningsrådet"
    assert seen["Har väntat sedan"] == "8 mars 2024"
    assert seen["När det väntas"] == "Våren 2024"
    assert seen["Därefter återstår"] == "varje kommun"
    assert seen["Tas upp"] == "31 maj 2024, Skolchefsnätverket"
    assert seen["Kommunernas egna beslut"] == "1 av 3 kommuner"


def test_the_time_line_goes_across_bodies_in_the_order_of_days() -> None:
    """Meetings of two networks, and a news item."""
    view = view_of(load(EXAMPLE), "larplattformen")
    assert [(str(stop.day), stop.body_name) for stop in view.past] == [
        ("2023-11-17", "Skolchefsnätverket"),
        ("2024-02-02", "Matematiknätverket"),
        ("2024-03-08", "Skolchefsnätverket"),
        ("2024-03-11", "Exempelförbundet"),
    ]
    last = view.past[2]
    assert [one.title for one in last.items] == ["Underlaget från Ekhamn", "Gemensam lärplattform"]
    assert [one.id for one in last.decisions] == ["skolchefsnatverket/2024-03-08/b2"]
    assert [one.id for one in last.follow_ups] == ["skolchefsnatverket/2024-03-08/a1"]


def test_each_municipality_has_decided_or_not() -> None:
    """Members in their own right are asked; an adjunct one is not."""
    view = view_of(load(EXAMPLE), "larplattformen")
    assert {place.name: [one.outcome for one in place.decisions] for place in view.places} == {
        "Bryggeby": [],
        "Ekhamn": ["Kommunen vill vara med."],
        "Lindåsa": [],
    }


def test_a_page_tells_its_story_once() -> None:
    """What was said at a step's meeting stands below the step; the rest stands by itself."""
    text = page("arenden/larplattformen.md")
    for once in (
        "Ger Ekhamn i uppdrag att ta fram underlag.",
        "[Underlaget från Ekhamn]",
        "[Fråga Provmyndigheten om deras erfarenheter]",
        "Kommunen vill vara med.",
    ):
        assert text.count(once) == 1
    steps = text.partition("## Vägen")[2].partition("\n## ")[0]
    assert "underlag.\n    - Punkt: [Lärplattformar]" in steps
    rest = text.partition("## Annat som har hänt")[2].partition("\n## ")[0]
    assert re.findall("(?m)^### .*", rest) == ["### 11 mars 2024, Exempelförbundet"]


def test_without_steps_all_that_has_happened_stands_by_itself() -> None:
    notes = {"minutes/brygg/2024-03-08.md": "### 1. Frågan\n\n- Ärende: fragan\n"}
    text = page_of("arenden/fragan.md", small({**BODIES, MATTER: "title: Frågan\n", **notes}))
    assert "## Hänt hittills\n\n### 8 mars 2024, Bryggnätverket\n\n- Punkt: [Frågan]" in text


DECIDED = {
    "none": ([], "Ingen av de 2 kommunernas beslut finns här än. De kan ha beslutat ändå."),
    "one": (["ekhamn"], "Inget beslut finns här än från [Lindåsa](/organisationer/lindasa.md)."),
    "both": (["ekhamn", "lindasa"], "2 av 2 kommuner har ett beslut som är inlagt här."),
}


@pytest.mark.parametrize("name", DECIDED)
def test_the_table_of_municipalities_has_those_that_have_decided(name: str) -> None:
    decided, told = DECIDED[name]
    made = "".join(f"  - organisation: {one}\n    date: 2024-03-08\n" for one in decided)
    steps = "title: Frågan\nsteps:\n  - body: varje kommun\n"
    text = steps + ("local_decisions:\n" + made if made else "")
    found = page_of("arenden/fragan.md", small({**BODIES, MATTER: text}))
    part = found.partition("## Varje kommun")[2].partition("\n## ")[0]
    assert told in part
    assert ("| Kommun |" in part) is bool(decided)
    assert part.count("8 mars 2024") == len(decided)


def test_a_matter_without_local_decisions_asks_no_municipality() -> None:
    assert fragan("steps:\n  - body: radet\n    date: 2024-01-01\n").places == ()


WAYS = {
    "a day that has come is taken": ("body: radet\n    date: 2024-05-15", Stage.DONE),
    "a day to come is not": ("body: radet\n    date: 2024-05-16", Stage.NEXT),
    "what led to something is taken": ("body: radet\n    outcome: Ja.", Stage.DONE),
    "what is expected is not": ("body: radet\n    expected: okänt", Stage.NEXT),
    "a body with nothing more is not": ("body: radet\n    does: beslutar", Stage.NEXT),
}


@pytest.mark.parametrize("name", WAYS)
def test_where_a_step_stands(name: str) -> None:
    written, stage = WAYS[name]
    assert [step.stage for step in fragan(f"steps:\n  - {written}\n").steps] == [stage]


def test_every_municipality_is_done_when_all_have_decided() -> None:
    way = "steps:\n  - body: varje kommun\n    expected: våren\nlocal_decisions:\n"
    one = f"{way}  - organisation: ekhamn\n    date: 2024-04-01\n"
    both = f"{one}  - organisation: Lindåsa\n    date: 2024-04-02\n"
    assert [fragan(text).steps[0].stage for text in (one, both)] == [Stage.NEXT, Stage.DONE]
    assert fragan(both).waiting is None


def test_a_decision_that_goes_on_tells_whom_a_matter_waits_for() -> None:
    """Where the register has no steps; and the day it was sent on."""
    notes = (
        "### 1. Frågan\n\n- Ärende: fragan\n\n> **Beslut 1: Vi vill**\n>\n> Så är det.\n>\n"
        "> - Går vidare till: Rådet\n"
    )
    view = fragan("", {"minutes/brygg/2024-03-08.md": notes})
    assert view.waiting
    assert (view.waiting.body_name, str(view.waiting.since)) == ("Rådet", "2024-03-08")


def test_a_step_at_a_joint_meeting_stands_with_what_was_said_there() -> None:
    notes = "---\ntillsammans med: [radet]\n---\n\n### 1. Frågan\n\n- Ärende: fragan\n"
    text = "steps:\n  - body: radet\n    date: 2024-03-08\n"
    view = fragan(text, {"minutes/brygg/2024-03-08.md": notes})
    assert [(stop.body_name, len(stop.items)) for stop in view.past] == [("Rådet", 1)]
    assert view.networks == {"brygg", "radet"}


def test_drafts_are_not_told() -> None:
    notes = "---\nstatus: utkast\n---\n\n### 1. Hemligt\n\n- Ärende: fragan\n"
    assert fragan("", {"minutes/brygg/2024-03-08.md": notes}).past == ()


def test_an_item_tells_what_it_continues_even_when_that_is_not_here() -> None:
    notes = "### 1. Frågan\n\n- Ärende: fragan\n- Fortsättning från: februarimötet\n"
    (stop,) = fragan("", {"minutes/brygg/2024-03-08.md": notes}).past
    assert [(one.continues, one.earlier) for one in stop.items] == [("februarimötet", "")]


def test_the_order_of_steps_without_days_is_kept() -> None:
    """Between those whose days are known, as the register has them."""
    text = (
        "steps:\n  - body: brygg\n    date: 2024-02\n  - body: radet\n    outcome: Ja.\n"
        "  - body: brygg\n    date: 2024-03-08\n"
    )
    assert [stop.step.number for stop in fragan(text).past if stop.step] == [1, 2, 3]


def test_the_picture_has_the_words_of_the_list() -> None:
    """Title and description for who cannot see it, and a number for every step."""
    text = page("arenden/larplattformen.md")
    svg = re.search(r"<svg.*</svg>", text)
    assert svg
    picture = ET.fromstring(svg[0])  # noqa: S314 - our own drawing
    assert picture.attrib["role"] == "img"
    assert picture.findtext("title") == "Vägen för Gemensam lärplattform"
    told = picture.findtext("desc") or ""
    assert "Steg 4: Utbildningsrådet, nästa steg. Steg 5: Varje kommun, återstår." in told
    assert {one["id"] for one in (picture[0].attrib, picture[1].attrib)} == set(
        picture.attrib["aria-labelledby"].split()
    )
    assert [one.findtext("text") for one in picture.iter("g")] == ["1", "2", "3", "4", "5"]


def test_no_text_of_a_picture_can_become_markup() -> None:
    others = {"networks/ef/radet/network.yml": "name: 'R<script>&\"x*'\nkind: forum\n"}
    text = "title: Frågan\nsteps:\n  - body: brygg\n    date: 2024-01-01\n  - body: radet\n"
    outputs = build(small({**BODIES, **others, MATTER: text}), TODAY)
    found = next(one for one in outputs if one.path == "arenden/fragan.md").content or b""
    svg = re.search(r"<svg.*</svg>", found.decode())
    assert svg
    assert "<script" not in svg[0]
    shown = ET.fromstring(svg[0]).findall("text")  # noqa: S314 - our own drawing
    assert [one.text for one in shown] == ["Bryggnätverket", 'R<script>&"x*']


def test_a_network_and_a_meeting_lead_to_their_matters() -> None:
    link = "[Gemensam lärplattform](/arenden/larplattformen.md)"
    assert link in page("natverk/skolchefsnatverket.md")
    assert link in page("natverk/utbildningsradet.md")
    assert link not in page("natverk/bryggnatverket.md")
    assert f"<b>Ärende:</b> {link}" in page("natverk/skolchefsnatverket/2024-03-08.md")


def test_an_agreement_shows_its_parties_its_bodies_and_the_matter_that_revises_it() -> None:
    text = page("overenskommelser/vfu.md")
    assert facts(text)["Styrs av"] == "Skolchefsnätverket"
    now, former = text.split("### Tidigare parter")
    assert "Kommunerna i förbundet" in now
    assert "Mossviken" not in now
    assert "[Mossviken](/organisationer/mossviken.md)" in former
    assert "[Ny överenskommelse om VFU](/arenden/ny-vfu.md)" in text
    assert "(/overenskommelser/vfu.md)" in page("natverk/skolchefsnatverket.md")
    assert "(/overenskommelser/vfu.md)" not in page("natverk/bryggnatverket.md")


@pytest.mark.parametrize(
    ("day", "status"),
    (
        ("2022-06-30", "Har inte börjat gälla"),
        ("2024-05-15", "Gäller nu"),
        ("2025-07-01", "Har löpt ut"),
    ),
)
def test_an_agreement_holds_for_its_time(day: str, status: str) -> None:
    assert status in facts(page("overenskommelser/vfu.md", dt.date.fromisoformat(day)))["Gäller"]


STEPS = {
    "in order": ("- body: brygg\n    date: 2024-01-01\n  - body: radet\n    date: 2024-02-01", 0),
    "same day": ("- body: brygg\n    date: 2024-01-01\n  - body: radet\n    date: 2024-01-01", 0),
    "a month may be later than its first day": (
        "- body: brygg\n    date: 2024-01-20\n  - body: radet\n    date: 2024-01",
        0,
    ),
    "backwards": ("- body: brygg\n    date: 2024-02-01\n  - body: radet\n    date: 2024-01-01", 1),
    "backwards past one without a day": (
        "- body: brygg\n    date: 2024-02-01\n  - body: radet\n  - body: brygg\n    date: 2024-01-01",
        1,
    ),
    "expected before what is taken": (
        "- body: brygg\n    expected: våren\n  - body: radet\n  - body: radet\n    date: 2024-01-01",
        1,
    ),
    "expected before a day to come": (
        "- body: brygg\n    expected: våren\n  - body: radet\n    date: 2024-09-01",
        0,
    ),
    "expected before what has led to something": (
        "- body: brygg\n    expected: våren\n  - body: radet\n    outcome: Ja.",
        1,
    ),
}


@pytest.mark.parametrize("name", STEPS)
def test_steps_out_of_order(name: str, tmp_path: Path) -> None:
    written, count = STEPS[name]
    files = {**BODIES, "networks/ef/brygg/network.yml": "name: Brygg\nkind: forum\n"}
    write(tmp_path, {**files, MATTER: f"title: Frågan\nsteps:\n  {written}\n"})
    (tmp_path / "minutes").mkdir()
    rules = [finding.rule for finding in findings_in(tmp_path)]
    assert rules.count("steg-i-oordning") == count


def test_the_list_has_the_matters_that_wait_first_under_a_heading_of_their_own() -> None:
    text = page("arenden/index.md")
    places = [
        "### Väntar på någon",
        "[Gemensam lärplattform]",
        "### Övriga ärenden",
        "[Ny överenskommelse om VFU]",
    ]
    assert places == sorted(places, key=text.index)


def test_matters_that_all_wait_need_no_heading_of_their_own() -> None:
    waits = {MATTER: "title: Frågan\nsteps:\n  - body: radet\n"}
    text = page_of("arenden/index.md", small({**BODIES, **waits}))
    assert "[Frågan]" in text
    assert "###" not in text
