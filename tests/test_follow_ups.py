"""What meetings leave to somebody to do: who, by when, and which meeting ended it."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from content import FORBUND, TODAY, lines, page_of, small
from hypothesis import given
from hypothesis import strategies as st
from natverk.model.catalogue import Catalogue
from natverk.rules import check
from natverk.views.follow_ups import FollowUpRow, PartRow
from natverk.views.rows import Rows
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


def said(one: FollowUpRow | PartRow) -> str:
    if one.closed_by:
        return f"{'struck' if one.was_struck else 'done'} {one.closed_on}"
    return "overdue" if one.is_overdue else "open"


PARTS = {
    "nobody is done": ({}, "open", ["bryggeby open", "arby open"]),
    "one is": (
        {"d2024_04_12": "Klart: 2024-03-08/a1 i Bryggeby"},
        "open",
        ["bryggeby done 2024-04-12", "arby open"],
    ),
    "both at once": (
        {"d2024_04_12": "Klart: 2024-03-08/a1 i Bryggeby och Årby"},
        "done 2024-04-12",
        ["bryggeby done 2024-04-12", "arby done 2024-04-12"],
    ),
    "with a comma, and as the link that a preview shows": (
        {"d2024_04_12": "Klart: [Utse i år](2024-03-08.md#att-gora-1) i Bryggeby, Årby kommun"},
        "done 2024-04-12",
        ["bryggeby done 2024-04-12", "arby done 2024-04-12"],
    ),
    "one at a time": (
        {
            "d2024_04_12": "Klart: 2024-03-08/a1 i Bryggeby",
            "d2024_05_10": "Klart: 2024-03-08/a1 i Årby",
        },
        "done 2024-05-10",
        ["bryggeby done 2024-04-12", "arby done 2024-05-10"],
    ),
    "one, and then the whole": (
        {
            "d2024_04_12": "Struket: 2024-03-08/a1 i Bryggeby",
            "d2024_05_10": "Klart: 2024-03-08/a1",
        },
        "done 2024-05-10",
        ["bryggeby struck 2024-04-12", "arby done 2024-05-10"],
    ),
    "one that was not to do it": (
        {"d2024_04_12": "Klart: 2024-03-08/a1 i Ekhamn"},
        "open",
        ["bryggeby open", "arby open"],
    ),
}


@pytest.mark.parametrize("name", PARTS)
def test_one_municipality_may_be_done_before_the_others(name: str) -> None:
    later, state, parts = PARTS[name]
    found = row(content("Ansvarig: varje kommun", **later))
    assert said(found) == state
    assert [f"{one.organisation} {said(one)}" for one in found.parts] == parts


@pytest.mark.parametrize(
    ("responsible", "state"),
    (("Bryggeby, Ekhamn", "done 2024-04-12"), ("Bryggeby, Ekhamn, Anna Provberg", "open")),
)
def test_named_organisations_may_be_done_one_by_one_too(responsible: str, state: str) -> None:
    """But they are not all of it where a person is to do something as well."""
    done = "Klart: 2024-03-08/a1 i Bryggeby och Ekhamn"
    assert said(row(content(f"Ansvarig: {responsible}", d2024_04_12=done))) == state


def test_what_is_done_tomorrow_is_open_today() -> None:
    found = content(
        "Ansvarig: varje kommun",
        d2024_04_12="Klart: 2024-03-08/a1 i Årby",
        d2024_05_10="Klart: 2024-03-08/a1",
    )
    seen = {
        day: [said(one) for one in row(found, dt.date.fromisoformat(day)).parts]
        for day in ("2024-04-11", "2024-04-12", "2024-05-09", "2024-05-10")
    }
    assert seen == {
        "2024-04-11": ["open", "open"],
        "2024-04-12": ["open", "done 2024-04-12"],
        "2024-05-09": ["open", "done 2024-04-12"],
        "2024-05-10": ["done 2024-05-10", "done 2024-04-12"],
    }


@given(
    closings=st.lists(
        st.tuples(
            st.sampled_from(("2024-04-12", "2024-05-10", "2024-06-14")),
            st.sampled_from(("Klart", "Struket")),
            st.sampled_from(("", " i Bryggeby", " i Årby", " i Bryggeby och Årby", " i Ekhamn")),
        ),
        max_size=5,
    ),
    day=st.dates(dt.date(2024, 3, 8), dt.date(2024, 7, 1)),
)
def test_the_past_of_each_part_is_the_same_whatever_comes_later(
    closings: list[tuple[str, str, str]], day: dt.date
) -> None:
    """The whole has ended when each part has, and the counts follow."""
    facts: dict[str, list[str]] = {}
    for when, label, places in closings:
        facts.setdefault(f"d{when.replace('-', '_')}", []).append(f"{label}: 2024-03-08/a1{places}")
    by_day = {when: "\n- ".join(own) for when, own in facts.items()}
    before = {when: text for when, text in by_day.items() if when <= f"d{day:%Y_%m_%d}"}
    seen = row(content("Ansvarig: varje kommun", **by_day), day)
    assert seen == row(content("Ansvarig: varje kommun", **before), day)
    assert bool(seen.closed_by) is all(part.closed_by for part in seen.parts)
    assert len(seen.done) <= len([part for part in seen.parts if part.closed_by])


def test_pages_tell_how_many_are_done_and_which() -> None:
    found = content("Ansvarig: varje kommun", d2024_04_12="Klart: 2024-03-08/a1 i Bryggeby")
    for name in ("uppfoljning/att-gora.md", "natverk/brygg/2024-03-08.md", "natverk/brygg.md"):
        assert "1 av 2 klar" in page_of(name, found)
    told = (
        "Klart: [Bryggeby](/organisationer/bryggeby.md) "
        "([12 april 2024](/natverk/brygg/2024-04-12.md)). "
        "Återstår: [Årby](/organisationer/arby.md)."
    )
    for name in ("uppfoljning/att-gora.md", "natverk/brygg/2024-03-08.md"):
        assert told in page_of(name, found)
    assert "[Utse någon](/natverk/brygg/2024-03-08.md#att-gora-1) i Bryggeby" in page_of(
        "natverk/brygg/2024-04-12.md", found
    )
    assert "### Senast klart" in page_of("organisationer/bryggeby.md", found)
    assert "### Senast klart" not in page_of("organisationer/arby.md", found)


FOR_OTHERS = {
    "one that was asked": ("varje kommun", "Bryggeby", []),
    "one that was an adjunct": ("varje kommun", "Lindåsa", ["avslutad-for-annan"]),
    "one that had left": ("varje kommun", "Ekhamn", ["avslutad-for-annan"]),
    "another than the one asked": ("Bryggeby", "Årby", ["avslutad-for-annan"]),
    "nobody knows it": ("varje kommun", "Brygeby", ["okand-organisation"]),
}


@pytest.mark.parametrize("name", FOR_OTHERS)
def test_only_those_who_were_asked_can_be_done(name: str) -> None:
    responsible, written, rules = FOR_OTHERS[name]
    found = content(f"Ansvarig: {responsible}", d2024_04_12=f"Klart: 2024-03-08/a1 i {written}")
    near = [one for one in check(found, TODAY) if one.path.endswith("2024-04-12.md")]
    kept = {"avslutad-for-annan", "okand-organisation"}
    assert sorted({one.rule for one in near} & kept) == rules
    for one in near:
        if one.rule == "okand-organisation":
            assert one.hint == "Menade du bryggeby?"


def test_the_lists_of_follow_ups() -> None:
    """What is not ended is listed once, and everything by the year of its meeting."""
    rows = [row(found) for found, _ in STATES.values()]
    found = to_do(rows)
    assert [said(one) for one in (*found.overdue, *found.open)] == ["overdue", "open", "open"]
    assert {year: len(own) for year, own in found.years.items()} == {2024: len(rows)}


def test_a_year_has_what_is_done_and_the_meeting_that_did_it() -> None:
    done = content(d2024_04_12="Klart: 2024-03-08/a1")
    ended = "[Klart 12 april 2024](/natverk/brygg/2024-04-12.md)"
    assert ended in page_of("uppfoljning/att-gora/2024.md", done)
    assert ended in page_of("natverk/brygg.md", done)
    assert "Utse någon" not in page_of("uppfoljning/att-gora.md", done)


ENDS = {
    "none": ("", []),
    "one at a time": ("d2024_04_12 Bryggeby, d2024_05_10 Årby", ["bryggeby", "arby"]),
    "both at once": ("d2024_04_12 Bryggeby och Årby", []),
    "one": ("d2024_04_12 Årby", ["arby", "left bryggeby"]),
}


@pytest.mark.parametrize("name", ENDS)
def test_who_is_done_is_told_where_some_have_come_further_than_others(name: str) -> None:
    written, told = ENDS[name]
    ended = dict(one.split(" ", 1) for one in written.split(", ") if one)
    facts = {day: f"Klart: 2024-03-08/a1 i {where}" for day, where in ended.items()}
    found = row(content("Ansvarig: varje kommun", **facts))
    said = [" ".join(one.organisations) for one in found.ends]
    said += [f"left {one}" for one in found.left]
    assert (said if found.is_uneven else []) == told


def test_a_list_of_what_has_come_equally_far_does_not_say_so_for_each() -> None:
    late = content("Ansvarig: varje kommun", "Senast: 2024-03-22")
    text = page_of("uppfoljning/att-gora.md", late)
    assert text.count("Tiden har gått ut") == 1
    assert "Återstår" not in text
    assert "Tiden har gått ut</span>" in page_of("natverk/brygg.md", late)


def test_several_who_are_to_do_it_are_told_apart() -> None:
    text = page_of("natverk/brygg.md", content("Ansvarig: Bryggeby, Årby"))
    assert re.search(r"ansvarig: \[Bryggeby\]\(\S+\) och \[Årby\]", text)


STATED = {
    "Senast: 2024-06-14": "<b>Senast:</b> 14 juni 2024",
    "Senast: juni 2024": "<b>Senast:</b> juni 2024",
    "Ansvarig: okänt": "<b>Ansvarig:</b> inte angiven",
    "Ansvarig: Bryggeby": "<b>Ansvarig:</b> Bryggeby",
}


@pytest.mark.parametrize("fact", STATED)
def test_a_meeting_tells_of_it_in_the_words_of_the_lists(fact: str) -> None:
    found = content(fact)
    text = page_of("natverk/brygg/2024-03-08.md", found)
    assert STATED[fact] in text
    state = '<span class="nv-status">Öppet</span>'
    assert state in text
    assert state in page_of("natverk/brygg.md", found)


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
    text = page_of(f"organisationer/{organisation}.md", content(f"Ansvarig: {written}"))
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
    "one part at a time": (
        {
            "d2024_04_12": "Klart: 2024-03-08/a1 i Bryggeby",
            "d2024_05_10": "Klart: 2024-03-08/a1 i Årby",
        },
        [],
    ),
    "a part twice": (
        {
            "d2024_04_12": "Klart: 2024-03-08/a1 i Bryggeby",
            "d2024_05_10": "Klart: 2024-03-08/a1 i Årby och Bryggeby",
        },
        ["minutes/brygg/2024-05-10.md:3 avslutad-tva-ganger"],
    ),
    "a part after the whole": (
        {
            "d2024_04_12": "Klart: 2024-03-08/a1",
            "d2024_05_10": "Klart: 2024-03-08/a1 i Årby",
        },
        ["minutes/brygg/2024-05-10.md:3 avslutad-tva-ganger"],
    ),
    "the whole after a part": (
        {
            "d2024_04_12": "Klart: 2024-03-08/a1 i Årby",
            "d2024_05_10": "Klart: 2024-03-08/a1",
        },
        [],
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
