"""Pictures: what they show, what those who do not see them are told, and that data stay data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from xml.etree import ElementTree as ET

import pytest
from content import EXAMPLE, TODAY, catalogue, page_of, small
from natverk.load import load
from natverk.model.catalogue import Catalogue
from natverk.pages.pictures import hierarchy_picture, presence_picture, year_picture
from natverk.pages.svg import lines
from natverk.pages.way import MOST, NAMES, RADIUS, way
from natverk.views.calendar import meeting_days
from natverk.views.network import hierarchy
from natverk.views.presence import Presence, Presences
from natverk.views.registers import all_meetings
from natverk.views.rows import Rows
from natverk.views.steps import Stage, StepRow


@pytest.fixture(scope="module")
def example() -> Catalogue:
    return load(EXAMPLE).public()


def drawn(markup: str) -> ET.Element:
    picture = ET.fromstring(markup).find("svg")  # noqa: S314 - made by us
    assert picture is not None
    assert picture.get("role") == "img"
    assert picture.get("aria-label")
    assert (picture.findtext("desc") or "").endswith(".")
    return picture


def within(picture: ET.Element) -> bool:
    """Tell whether every box lies in the picture."""
    _, _, width, height = map(int, (picture.get("viewBox") or "").split())
    boxes = [
        {name: int(box.get(name) or 0) for name in ("x", "y", "width", "height")}
        for box in picture.iter("rect")
    ]
    return all(
        box["x"] + box["width"] < width and box["y"] + box["height"] < height for box in boxes
    )


def test_the_hierarchy_has_a_box_for_each_body_and_a_line_to_the_one_above(
    example: Catalogue,
) -> None:
    branches = hierarchy(example, "exempelforbundet")
    picture = drawn(hierarchy_picture(branches, "Nätverken"))
    names = [text.text for text in picture.iter("text") if text.get("class") == "nv-svg__name"]
    assert names == [branch.name for branch in branches]
    assert len(list(picture.iter("rect"))) == len(branches)
    assert len(list(picture.iter("path"))) == sum(branch.depth > 0 for branch in branches)
    assert within(picture)


def test_bodies_that_do_not_hang_together_make_no_picture(example: Catalogue) -> None:
    assert hierarchy_picture(hierarchy(example, "provlandet"), "Nätverken") == ""
    assert hierarchy_picture([], "Nätverken") == ""


def test_a_deep_hierarchy_with_long_names_stays_within_the_picture() -> None:
    """And a name that looks like markup is a name."""
    files = {
        "networks/ef/association.yml": "name: EF\nlegal_form: kommunalförbund\n",
        "networks/ef/n-0/network.yml": 'name: "<script>&amp; </svg>"\nkind: forum\n',
    }
    for depth in range(1, 40):
        name = f"Referensgruppen för samverkan om vuxenutbildning nummer {depth}"
        text = f"name: {name}\nkind: forum\nreports_to: n-{depth - 1}\n"
        files[f"networks/ef/n-{depth}/network.yml"] = text
    markup = hierarchy_picture(hierarchy(catalogue(files), "ef"), "Nätverken")
    assert within(drawn(markup))
    assert "<script" not in markup
    assert "<script>&amp; </svg>" in {text.text for text in drawn(markup).iter("text")}


def listed(*names: str) -> str:
    lines = "".join(f"- {name}\n" for name in names)
    return f"## Närvarande\n\n{lines}\n## Frågor\n\nText.\n"


ORGANISATIONS = """\
arby:
  name: Årby
  kind: kommun
bryggeby:
  name: Bryggeby
  kind: kommun
"""
MEETINGS = {
    "minutes/brygg/2023-03-08.md": listed("Anna, Bryggeby", "Bo, Bryggeby", "Cia, Årby", "Sven"),
    "minutes/brygg/2023-11-10.md": listed("Anna, Bryggeby"),
    "minutes/brygg/2024-02-09.md": "## Frågor\n\nUtan lista.\n",
    "minutes/brygg/2024-03-08.md": listed("Cia, Årby") + "\n## Frånvarande\n\n- Bo, Bryggeby\n",
    "minutes/brygg/2024-04-12.md": "---\nstatus: kallelse\n---\n\n" + listed("Anna, Bryggeby"),
}


def present(files: Mapping[str, str]) -> Presence:
    found = small({"networks/organisations.yml": ORGANISATIONS, **files})
    own = Presences(found).of_network("brygg")
    assert own
    return own


def told(presence: Presence) -> dict[str, tuple[int, ...]]:
    return {line.name: line.counts for line in presence.lines}


def test_presence_counts_those_in_the_lists_by_organisation() -> None:
    """In the order of the alphabet, whoever came the most; neither absent nor merely invited."""
    own = present(MEETINGS)
    assert told(own) == {"Bryggeby": (2, 1, 0), "Årby": (1, 0, 1)}
    assert [column.day for column in own.columns] == ["8/3", "10/11", "8/3"]
    assert (own.listed, own.held, own.nameless, own.by_year) == (3, 4, 1, False)


def test_many_meetings_are_counted_by_the_year() -> None:
    files = {
        f"minutes/brygg/{year}-{month:02}-08.md": listed("Anna, Bryggeby", "Cia, Årby")
        for year in range(2004, 2024)
        for month in range(1, 13)
    }
    own = present(files)
    assert own.by_year
    assert [column.year for column in own.columns] == list(range(2004, 2024))
    assert told(own)["Bryggeby"] == (12,) * 20
    picture = drawn(presence_picture(own, "Närvaro"))
    years = [text.text for text in picture.iter("text") if text.get("class") == "nv-svg__kind"]
    assert years == ["2018", "2019", "2020", "2021", "2022", "2023"]


def test_the_picture_of_presence_says_what_the_table_says() -> None:
    own = present(MEETINGS)
    picture = drawn(presence_picture(own, "Närvaro"))
    counts = [
        int(text.text or "")
        for text in picture.iter("text")
        if (text.get("class") or "").startswith("nv-svg__count")
    ]
    assert counts == [count for line in own.lines for count in line.counts if count]
    assert len(list(picture.iter("rect"))) == len(counts)
    assert within(picture)
    _, _, _, height = map(int, (picture.get("viewBox") or "").split())
    assert all(int(text.get("y") or 0) < height for text in picture.iter("text"))


def told_of_presence(files: Mapping[str, str]) -> str:
    found = small({"networks/organisations.yml": ORGANISATIONS, **files})
    return page_of("natverk/brygg.md", found).partition("## Närvaro")[2].partition("\n## ")[0]


def test_one_meeting_is_told_in_a_sentence() -> None:
    """With neither picture nor table, which would tell nothing of time."""
    one = {"minutes/brygg/2023-03-08.md": listed("Anna, Bryggeby", "Bo, Bryggeby", "Cia, Årby")}
    assert presence_picture(present(one), "Närvaro") == ""
    text = told_of_presence(one)
    assert (
        "från [mötet 8 mars 2023](/natverk/brygg/2023-03-08.md#narvaro): "
        "3 personer från 2 organisationer."
    ) in text
    assert "| Organisation |" not in text


def test_the_numbers_of_a_picture_are_not_shown_twice() -> None:
    text = told_of_presence(MEETINGS)
    fold = text.index("<summary>Visa som tabell</summary>")
    assert text.index("<svg") < fold < text.index("| Organisation |") < text.index("</details>")


def test_a_table_without_a_picture_is_not_folded() -> None:
    """Many meetings in one year are one column."""
    days = [f"2023-{month:02}-08" for month in range(1, 13)]
    text = told_of_presence({f"minutes/brygg/{day}.md": listed("Anna, Bryggeby") for day in days})
    assert "| Organisation |" in text
    assert "<details" not in text


@pytest.mark.parametrize(("other", "has_gaps"), (("Anna, Bryggeby", False), ("Cia, Årby", True)))
def test_a_sign_is_explained_where_it_is_seen(other: str, *, has_gaps: bool) -> None:
    files = {
        "minutes/brygg/2023-03-08.md": listed("Anna, Bryggeby"),
        "minutes/brygg/2023-11-10.md": listed(other),
    }
    text = told_of_presence(files)
    assert ("Ett streck betyder" in text) is has_gaps
    assert (" – |" in text) is has_gaps


def test_no_lists_are_no_presence() -> None:
    found = small({"minutes/brygg/2023-03-08.md": "## Frågor\n\nText.\n"})
    assert Presences(found).of_network("brygg") is None
    assert Presences(found).of_organisation("bryggeby") is None


def test_a_name_in_the_picture_of_presence_is_only_a_name() -> None:
    evil = ORGANISATIONS.replace("name: Årby", 'name: "<script>alert(1)</script> och & sedan"')
    found = small({"networks/organisations.yml": evil, **MEETINGS})
    own = Presences(found).of_network("brygg")
    assert own
    assert "<script" not in presence_picture(own, "<b>")


def test_an_organisation_sees_its_own_presence_year_by_year() -> None:
    found = small({"networks/organisations.yml": ORGANISATIONS, **MEETINGS})
    own = Presences(found).of_organisation("bryggeby")
    assert own
    assert own.years == (2024, 2023)
    ((network, years),) = own.networks
    assert network == "brygg"
    assert [(at.persons, at.attended, at.listed) for at in years if at] == [(0, 0, 1), (3, 2, 2)]


def test_the_year_has_a_dot_for_each_day_with_a_meeting(example: Catalogue) -> None:
    rows = Rows(example, TODAY)
    own = [row for row in all_meetings(rows) if row.day.year == 2024]
    days = meeting_days(rows, own, 2024)
    assert days[dt.date(2024, 4, 18)].state == days[dt.date(2024, 4, 19)].state == "held"
    assert days[dt.date(2024, 1, 19)].state == "off"
    assert days[dt.date(2024, 5, 31)].state == "coming"
    assert days[dt.date(2024, 6, 14)].count == 2
    picture = drawn(year_picture(2024, days))
    assert len(list(picture.iter("circle"))) == len(days)
    assert "april 2" in (picture.findtext("desc") or "")


BODIES = (
    "Utbildningschefsnätverket",
    "Nätverket för de minsta skolornas läromedel",
    "Varje kommun",
)


def step(number: int) -> StepRow:
    body = BODIES[number % len(BODIES)]
    nothing = {"network": "", "expected": "", "does": "", "outcome": "", "link": "", "meeting": ""}
    known = {"day": None, "is_every_municipality": False}
    stage = Stage.NEXT if number == 2 else Stage.DONE
    return StepRow(number=number, body=body, body_name=body, stage=stage, **nothing, **known)


def test_no_step_of_the_way_crosses_a_name() -> None:
    """The names stand left of the way, and the most steps there may be have room beside them."""
    picture = ET.fromstring(way([step(number) for number in range(MOST)], "Ärendet"))  # noqa: S314 - made by us
    names = [text.text for text in picture.findall("text")]
    assert names[:2] == ["Utbildningschefs-", "nätverket"]
    assert all(text.get("x") == "0" for text in picture.findall("text"))
    dots = [float(dot.get("cx") or 0) - RADIUS for dot in picture.iter("circle")]
    assert min(dots) > NAMES
    _, _, width, _ = map(int, (picture.get("viewBox") or "").split())
    assert max(dots) + 2 * RADIUS <= width


NAMED = {
    "Göteborgsregionen": ["Göteborgs-", "regionen"],
    "Göteborg": ["Göteborg"],
    "Skaraborgs Kommunalförbund": ["Skaraborgs", "Kommunalförbund"],
    "Nätverk för skolans digitalisering": ["Nätverk för", "skolans…"],
    "Kvalificeringsutredningarna": ["Kvalificeringsut", "redningarna"],
}


@pytest.mark.parametrize("name", NAMED)
def test_a_long_name_in_a_picture_is_divided_before_its_last_part(name: str) -> None:
    assert lines(name, 16, 2) == NAMED[name]
