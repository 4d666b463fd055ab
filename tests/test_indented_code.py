"""Text that is code by its indent reaches the reader sign for sign."""

from __future__ import annotations

import markdown
import pytest
from natverk.pages.prose import write_blocks
from natverk.source.blocks import read_blocks

TEXTS = {
    "braces": ("    a {x} b", "a {x} b"),
    "angles": ("    a &lt; b", "a &amp;lt; b"),
    "a tab": ("\tformel {2}", "formel {2}"),
    "back-ticks": ("    ```\n    kod", "```\nkod"),
}


@pytest.mark.parametrize("case", TEXTS)
def test_signs_in_indented_code_are_not_escaped_twice(case: str) -> None:
    text, shown = TEXTS[case]
    written = write_blocks(read_blocks(text.split("\n")), str)
    html = markdown.markdown(written, extensions=["pymdownx.superfences"])
    assert f"{shown}\n</code>" in html
