"""Pictures: what they show, what those who do not see them are told, and that data stay data."""

from __future__ import annotations

import datetime as dt
from xml.etree import ElementTree as ET

import pytest
from content import EXAMPLE, TODAY, catalogue
from natverk.load import load
from natverk.model.catalogue import Catalogue
from natverk.pages.pictures import hierarchy_picture, year_picture
from natverk.views.calendar import meeting_days
from natverk.views.network import hierarchy
from natverk.views.registers import all_meetings
from natverk.views.rows import Rows


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
