"""What the networks recommend to an organisation, and what it decides for itself."""

from __future__ import annotations

import pytest
from content import EXAMPLE, TODAY, page_of, small
from natverk.load import load
from natverk.views.matter import matters
from natverk.views.organisation import local_matters
from natverk.views.recommended import LATEST, recommended_to
from natverk.views.rows import Rows

LIST = "laromedelsgruppen/2020-11-13/b1"

RECOMMENDED = {
    "bryggeby": [LIST],
    "lindasa": [LIST],
    "mossviken": [],
    "provhogskolan": [],
    "exempelforbundet": [],
}
"""Each municipality is every member of the association then; Mossviken was none, and is no full one."""


@pytest.mark.parametrize("organisation", RECOMMENDED)
def test_what_is_recommended_to_each_municipality_stands_with_each(organisation: str) -> None:
    found = recommended_to(Rows(load(EXAMPLE).public(), TODAY))
    assert [row.id for row in found.get(organisation, ())] == RECOMMENDED[organisation]


def test_a_page_has_the_latest_recommendations() -> None:
    files = {
        f"minutes/brygg/{2000 + year}-03-08.md": "> **Beslut 1: Ja**\n>\n> - Rekommenderas: Ekhamn\n"
        for year in range(LATEST + 2)
    }
    catalogue = small(
        {"networks/organisations.yml": "ekhamn:\n  name: Ekhamn\n  kind: kommun\n", **files}
    )
    days = [row.day.year for row in recommended_to(Rows(catalogue, TODAY))["ekhamn"]]
    assert days == list(range(2000 + LATEST + 1, 2001, -1))


DECIDED = {"ekhamn": ["Kommunen vill vara med."], "bryggeby": [], "lindasa": []}


@pytest.mark.parametrize("organisation", DECIDED)
def test_a_municipality_has_the_matters_it_decides_itself(organisation: str) -> None:
    (one,) = local_matters(matters(Rows(load(EXAMPLE).public(), TODAY)))[organisation]
    assert one.view.matter.id == "larplattformen"
    assert [local.outcome for local in one.decisions] == DECIDED[organisation]


SAID = {
    "ekhamn": ("23 april 2024: Kommunen vill vara med.", True),
    "bryggeby": ("Inget eget beslut finns här än.", True),
    "mossviken": ("avgör själv", False),
    "provhogskolan": ("Rekommenderat till", False),
}


@pytest.mark.parametrize("organisation", SAID)
def test_its_page_says_so(organisation: str) -> None:
    path = f"organisationer/{organisation}.md"
    text, is_said = SAID[organisation]
    assert (text in page_of(path, load(EXAMPLE))) == is_said
