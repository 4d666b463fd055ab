"""What stands under Bilagor and Rättelser is shown to the last word, or refused."""

from __future__ import annotations

import pytest
from content import lines, page_of, small

PATH = "minutes/brygg/2024-03-08.md"
PAGE = "natverk/brygg/2024-03-08.md"
FILE = {"minutes/brygg/2024-03-08/a.pdf": "x", "minutes/brygg/2024-03-08/b.pdf": "x"}
A, B = "[A](2024-03-08/a.pdf)", "[B](2024-03-08/b.pdf)"
AS_A, AS_B = "[A](/natverk/brygg/2024-03-08/a.pdf)", "[B](/natverk/brygg/2024-03-08/b.pdf)"
BARRED = '<span class="nv-muted">Filen är inte tillgänglighetsanpassad.</span>'

ROWS = {
    f"- {A}": f"- {AS_A}",
    f"- {A} från Ekhamn, *reviderat*": f"- {AS_A} från Ekhamn, *reviderat*",
    f"- {A} och {B}": f"- {AS_A} och {AS_B}",
    f"- Se {A}.": f"- Se {AS_A}.",
    "- [En lång\n  rubrik](2024-03-08/a.pdf)": "- [En lång rubrik](/natverk/brygg/2024-03-08/a.pdf)",
    f"- {A}\n  från Ekhamn": f"- {AS_A} från Ekhamn",
    f"- {A}\n    - Sidan 3": f"- {AS_A}\n\n    - Sidan 3",
    f"- {A}\n\n  Ett stycke.\n\n  Ett till.": f"- {AS_A}\n\n    Ett stycke.\n\n    Ett till.",
    f"- {A}\n    - Tillgänglig: nej": f"- {AS_A} {BARRED}",
    f"- {A} (tillgänglig: nej)": f"- {AS_A} {BARRED}",
    f"- {A}; Tillgängligt: nej, saknar taggar": f"- {AS_A} saknar taggar {BARRED}",
    f"- {A}\n    - Tillgänglig: ja\n    - Sidan 3": f"- {AS_A}\n\n    - Sidan 3",
    f"- {A}\n    - Tillgänglig:": f"- {AS_A}",
    "- Bilder (nämns, finns inte här)": "- Bilder (nämns, finns inte här)",
    "- > Citat": "- > Citat",
}


@pytest.mark.parametrize("row", ROWS)
def test_all_that_a_row_says_is_shown(row: str) -> None:
    """Links lead on, what follows them stands after them, and what stands below stands below."""
    found = small({PATH: f"## Bilagor\n\n{row}\n", **FILE})
    shown = page_of(PAGE, found).partition("{ #avsnitt-bilagor}")[2]
    assert shown.strip() == ROWS[row]
    assert found.findings == ()


@pytest.mark.parametrize("answer", ("delvis", "vet ej", "PDF/UA"))
def test_an_answer_on_accessibility_that_is_none_is_refused(answer: str) -> None:
    found = small({PATH: f"## Bilagor\n\n- {A}\n    - Tillgänglig: {answer}\n", **FILE})
    assert lines(found.findings) == [f"{PATH}:4 fel-varde"]


CORRECTIONS = {
    "- 2024-03-09: Närvaron rättad.": [],
    "- 2024-03-09: Närvaron\n  rättad.\n\n---": [],
    "- Närvaron rättad.": [3],
    "2024-03-09: Närvaron rättad.": [3],
    "- 2024-03-09: Närvaron rättad.\n\nOch en länk.": [5],
    "> - 2024-03-09: Närvaron rättad.": [3],
    "### 2024-03-09\n\nNärvaron rättad.": [3, 5],
    "| Dag | Rättat |\n|---|---|\n| 2024-03-09 | Närvaron |": [3],
    "```\n2024-03-09: Närvaron rättad.\n```": [3],
}


@pytest.mark.parametrize("text", CORRECTIONS)
def test_a_correction_that_would_not_be_shown_is_refused(text: str) -> None:
    found = small({PATH: f"## Rättelser\n\n{text}\n"}).findings
    assert lines(found) == [f"{PATH}:{line} rattelse-utan-datum" for line in CORRECTIONS[text]]
