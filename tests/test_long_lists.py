"""The page of a network that has met for decades: what is latest is seen at once, the rest is folded."""

from __future__ import annotations

import re

import pytest
from content import page_of, small
from natverk.views.rows import FEW, LATEST, latest

ENOUGH = LATEST + FEW


def told(many: int) -> str:
    """Return the page of a network that has met so many times and decided each time."""
    days = [f"20{year:02}-03-08" for year in range(24 - many, 24)]
    return page_of(
        "natverk/brygg.md",
        small(
            {
                f"minutes/brygg/{day}.md": "## Frågor\n\n> **Beslut: Bro av år "
                f"{day[:4]}**\n>\n> Ja.\n\n> **Att göra: Bygga {day[:4]}**\n>\n> Nu.\n"
                for day in days
            }
        ),
    )


@pytest.mark.parametrize("many", (1, LATEST, ENOUGH, ENOUGH + 1, 20))
def test_a_long_list_shows_the_latest_and_folds_the_rest(many: int) -> None:
    found = latest(range(many))
    assert (*found.shown, *found.rest) == tuple(range(many))
    assert len(found.shown) == (many if many <= ENOUGH else LATEST)


@pytest.mark.parametrize(
    ("heading", "row"), (("### Tidigare", "8 mars"), ("## Beslut", "Bro av år"))
)
def test_a_fold_says_how_many_it_holds_and_holds_them(heading: str, row: str) -> None:
    part = told(20).partition(f"{heading}\n")[2].partition("\n## ")[0]
    seen, _, folded = part.partition('<details class="nv-fold nv-rest"')
    assert seen.count(row) == LATEST
    said = re.search(r"<summary>Visa (\d+) tidigare", folded)
    assert said
    assert folded.count(row) == int(said[1]) == 20 - LATEST


def test_a_short_list_is_not_folded() -> None:
    assert "nv-rest" not in told(ENOUGH)


def test_headings_stand_outside_folds() -> None:
    """A link to a heading, such as the table of contents has, leads to something that is seen."""
    for fold in re.findall(r"(?s)<details.*?</details>", told(20)):
        assert not re.search(r"(?m)^#", fold)


def test_meetings_come_before_those_who_meet() -> None:
    text = page_of(
        "natverk/brygg.md",
        small(
            {
                "networks/ef/brygg/network.yml": "name: Bryggnätverket\nkind: forum\n"
                "members:\n  - name: Anna Prov\n"
            }
        ),
    )
    assert text.index("## Möten") < text.index("## Ledamöter")
