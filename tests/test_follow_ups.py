"""What meetings leave to somebody to do: who, by when, and which meeting ended it."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from content import FORBUND, TODAY, lines, small
from natverk.model.catalogue import Catalogue
from natverk.rules import check
from natverk.site import build
from natverk.views.rows import FollowUpRow, Rows
from natverk.views.to_do import to_do

ORGANISATIONS = """\
bryggeby:
  name: Bryggeby
  kind: kommun
ekhamn:
  name: Ekhamn
  kind: kommun
arby:
  name: Årby
  kind: kommun
lindasa:
  name: Lindåsa
  kind: kommun
regionen:
  name: Regionen
  kind: region
"""
MEMBERS = """\
members:
  - organisation: arby
  - organisation: bryggeby
  - organisation: ekhamn
    to: 2023-12-31
  - organisation: lindasa
    kind: adjungerad
  - organisation: regionen
"""


def content(*facts: str, **later: str) -> Catalogue:
    """Return a follow-up of 2024-03-08 with facts, and later meetings: `d2024_04_12="Klart: …"`."""
    document = "> **Att göra 1: Utse någon**\n>\n" + "".join(f"> - {fact}\n" for fact in facts)
    return small(
        {
            "networks/organisations.yml": ORGANISATIONS,
            "networks/ef/association.yml": FORBUND + MEMBERS,
            "minutes/brygg/2024-03-08.md": f"## Frågor\n\n{document}",
            **{
                f"minutes/brygg/{day[1:].replace('_', '-')}.md": f"## Frågor\n\n- {fact}\n\nText.\n"
                for day, fact in later.items()
            },
        }
    )


def row(found: Catalogue, today: dt.date = TODAY) -> FollowUpRow:
    return Rows(found, today).follow_ups["brygg/2024-03-08/a1"]


OWNERS = {
    "Bryggeby": [("Bryggeby", "bryggeby", "")],
    "Bryggeby kommun": [("Bryggeby", "bryggeby", "")],
    "Bryggnätverket": [("Bryggnätverket", "", "brygg")],
    "sekreteraren": [("sekreteraren", "", "")],
    "Anna Provberg, Ekhamn": [("Anna Provberg", "", ""), ("Ekhamn", "ekhamn", "")],
    "varje kommun": [("varje kommun", "", "")],
}


@pytest.mark.parametrize("written", OWNERS)
def test_owners(written: str) -> None:
    found = row(content(f"Ansvarig: {written}")).responsible
    assert [(one.name, one.organisation, one.body) for one in found] == OWNERS[written]


@pytest.mark.parametrize("written", ("varje kommun", "Samtliga kommuner", "kommunerna"))
def test_each_municipality_is_each_that_was_a_member_that_day(written: str) -> None:
    """In the Swedish order; neither a region, nor an adjunct, nor one that has left."""
    assert row(content(f"Ansvarig: {written}")).municipalities == ("bryggeby", "arby")


def test_one_owner_is_not_each_municipality() -> None:
    assert row(content("Ansvarig: Bryggeby")).municipalities == ()


STATES = {
    "open": (content("Senast: 2024-05-15"), "open"),
    "overdue": (content("Senast: 2024-05-14"), "overdue"),
    "some day of the month": (content("Senast: 2024-05"), "open"),
    "done": (
        content("Senast: 2024-03-31", d2024_04_12="Klart: 2024-03-08/a1"),
        "done 2024-04-12",
    ),
    "struck": (content(d2024_04_12="Struket: 2024-03-08/a1"), "struck 2024-04-12"),
    "done and then struck": (
        content(d2024_04_12="Klart: 2024-03-08/a1", d2024_05_10="Struket: 2024-03-08/a1"),
        "done 2024-04-12",
    ),
}


@pytest.mark.parametrize("name", STATES)
def test_states(name: str) -> None:
    found, state = STATES[name]
    assert said(row(found)) == state


def said(one: FollowUpRow) -> str:
    if one.closed_by:
        return f"{'struck' if one.was_struck else 'done'} {one.closed_on}"
    return "overdue" if one.is_overdue else "open"


def test_the_lists_of_follow_ups() -> None:
    """What is not ended is listed once, and everything by the year of its meeting."""
    rows = [row(found) for found, _ in STATES.values()]
    found = to_do(rows)
    assert [said(one) for one in (*found.overdue, *found.open)] == ["overdue", "open", "open"]
    assert {year: len(own) for year, own in found.years.items()} == {2024: len(rows)}


def test_a_year_has_what_is_done_and_the_meeting_that_did_it() -> None:
    done = content(d2024_04_12="Klart: 2024-03-08/a1")
    ended = "[Klart 12 april 2024](/natverk/brygg/2024-04-12.md)"
    assert ended in page("uppfoljning/att-gora/2024.md", done)
    assert ended in page("natverk/brygg.md", done)
    assert "Utse någon" not in page("uppfoljning/att-gora.md", done)


def page(name: str, found: Catalogue) -> str:
    (text,) = (one.content for one in build(found, TODAY) if one.path == name)
    return (text or b"").decode()


def test_the_page_of_all_has_a_line_for_each_municipality() -> None:
    text = page("uppfoljning/att-gora.md", content("Ansvarig: varje kommun", "Senast: 2024-06-14"))
    assert re.findall(r"(?m)^    - \[(\w+)\]", text) == ["Bryggeby", "Årby"]


@pytest.mark.parametrize(
    ("organisation", "written", "told"),
    (
        ("bryggeby", "varje kommun", True),
        ("bryggeby", "Bryggeby", True),
        ("bryggeby", "Ekhamn", False),
        ("ekhamn", "varje kommun", False),
        ("regionen", "varje kommun", False),
    ),
)
def test_an_organisations_page_has_its_own(organisation: str, written: str, *, told: bool) -> None:
    text = page(f"organisationer/{organisation}.md", content(f"Ansvarig: {written}"))
    assert ("Utse någon" in text) is told


ENDED_TWICE = {
    "once": ({"d2024_04_12": "Klart: 2024-03-08/a1"}, []),
    "twice": (
        {"d2024_04_12": "Klart: 2024-03-08/a1", "d2024_05_10": "Klart: 2024-03-08/a1"},
        ["minutes/brygg/2024-05-10.md:3 avslutad-tva-ganger"],
    ),
    "twice in one list": (
        {"d2024_04_12": "Klart: 2024-03-08/a1, 2024-03-08/a1"},
        ["minutes/brygg/2024-04-12.md:3 avslutad-tva-ganger"],
    ),
    "one that is not here": (
        {"d2024_04_12": "Klart: 2024-03-08/a7", "d2024_05_10": "Klart: 2024-03-08/a7"},
        [],
    ),
}


@pytest.mark.parametrize("name", ENDED_TWICE)
def test_ended_twice(name: str) -> None:
    later, wanted = ENDED_TWICE[name]
    found = [one for one in check(content(**later), TODAY) if one.rule == "avslutad-tva-ganger"]
    assert lines(tuple(found)) == wanted
