"""Every rule has its page in the handbook, and what the page shows is what happens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from content import copy_of_example, findings_in
from faults import MADE_BY_CODE
from rule_page import NAMES, PAGES, read_page

HEADINGS = ("Vad det betyder", "Varför", "Fel", "Rätt")


@pytest.mark.parametrize("name", NAMES)
def test_the_wrong_example_raises_exactly_its_rule(name: str, tmp_path: Path) -> None:
    """At the level that the page states, and nothing else is raised."""
    page = read_page(name)
    root = copy_of_example(tmp_path, page.wrong)
    MADE_BY_CODE.get(name, lambda _: None)(root)
    found = findings_in(root)
    assert {finding.rule for finding in found} == {name}
    assert {finding.level for finding in found} == page.levels


@pytest.mark.parametrize("name", NAMES)
def test_the_right_example_raises_nothing(name: str, tmp_path: Path) -> None:
    assert findings_in(copy_of_example(tmp_path, read_page(name).right)) == ()


@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_the_form_of_all_pages(name: str) -> None:
    """Its own name, four headings, and an example for each of two unless code makes the fault."""
    page = read_page(name)
    assert page.name == name
    assert page.headings == HEADINGS
    assert bool(page.wrong) is bool(page.right) is (name not in MADE_BY_CODE)


def test_the_index_lists_every_rule_once_by_its_page_title() -> None:
    text = (PAGES / "index.md").read_text("utf-8")
    listed = re.findall(r"^- \[([^\]]+)\]\(([a-z-]+)\.md\)", text, re.MULTILINE)
    assert sorted(listed) == sorted((read_page(name).title, name) for name in NAMES)


def test_the_index_shows_a_finding_as_it_is_printed() -> None:
    """And explains its parts; the example is that of one of the pages."""
    assert read_page("okand-nyckel").messages in (PAGES / "index.md").read_text("utf-8")


def test_no_page_lacks_a_rule() -> None:
    assert sorted(path.stem for path in PAGES.glob("*.md")) == sorted([*NAMES, "index"])
