"""What Python-Markdown is told to do so that a page works for everyone."""

from __future__ import annotations

import re

import pytest
from markdown import Markdown
from natverk.pages.accessible import Accessible

LEVELS = {
    "# A\n\n## B\n\n### C\n\n## D": [1, 2, 3, 2],
    "# A\n\n### B": [1, 2],
    "# A\n\n## B\n\n##### C\n\n##### D\n\n## E": [1, 2, 3, 4, 2],
    "### A": [2],
    '# A\n\n<div markdown="1">\n\n#### B\n\n</div>': [1, 2],
}


def html(text: str) -> str:
    return Markdown(extensions=["md_in_html", "tables", "toc", Accessible()]).convert(text)


@pytest.mark.parametrize("text", LEVELS)
def test_no_heading_skips_a_level(text: str) -> None:
    assert [int(level) for level in re.findall(r"<h(\d)", html(text))] == LEVELS[text]


def test_a_cell_that_becomes_a_line_bears_the_name_of_its_column() -> None:
    table = "| A | *B* & C |\n| --- | --- |\n| 1 | 2 |"
    made = html(f'<div class="nv-labelled" markdown="1">\n\n{table}\n\n</div>')
    assert '<td>1</td>\n<td data-nv-label="B &amp; C">2</td>' in made
    assert "data-nv-label" not in html(table)


def test_a_table_has_a_box_and_no_style() -> None:
    made = html("Före.\n\n| A | B |\n| --- | --: |\n| 1 | 2 |\n\nEfter.")
    assert made.count('<div class="md-typeset__scrollwrap">') == 1
    assert '<td class="nv-right">2</td>' in made
    assert "style" not in made
    assert made.startswith("<p>Före.</p>")
    assert made.endswith("<p>Efter.</p>")
