"""What the whole of it gives, compared with golden files; `make bless` approves a change."""

from __future__ import annotations

from pathlib import Path

import pytest
from content import EXAMPLE, HERE, copy_of_example, findings_in
from faults import MADE_BY_CODE
from golden import compare
from rule_page import NAMES, PAGES, read_page, with_messages

from natverk.report import as_text


def test_the_example_site_is_faultless() -> None:
    assert as_text(findings_in(EXAMPLE)) == "Innehållet är felfritt."


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_page_shows_the_messages_that_its_example_gives(
    name: str, tmp_path: Path, *, bless: bool
) -> None:
    """As `natverk check` prints them, without the last line."""
    root = copy_of_example(tmp_path, read_page(name).wrong)
    MADE_BY_CODE.get(name, lambda _: None)(root)
    report = as_text(findings_in(root)).rpartition("\n")[0]
    compare(PAGES / f"{name}.md", with_messages(name, report), bless=bless)
