"""Lists with the signs of a word processor are told, and nothing else that looks a little like them."""

from __future__ import annotations

import datetime as dt

import pytest
from content import small
from natverk.rules.lists import omarkt_lista

PATH = "minutes/brygg/2024-03-08.md"

LISTS = {
    "• Räcken\n• Skyltar": "- Räcken",
    "•\tRäcken\n•\tSkyltar": "- Räcken",
    "Vi såg på:\n● Räcken": "- Räcken",
    "– Räcken\n– Skyltar\n– Färg": "- Räcken",
    "> ▪ Räcken\n> ▪ Skyltar": "- Räcken",
    "·  Räcken\n·  Skyltar": "- Räcken",
}


@pytest.mark.parametrize("text", LISTS)
def test_a_list_with_other_signs_is_told_once(text: str) -> None:
    findings = list(omarkt_lista(small({PATH: f"### 1. Bron\n\n{text}\n"}), dt.date(2024, 4, 1)))
    assert [LISTS[text] in finding.hint for finding in findings] == [True]
    assert findings[0].line == (4 if text.startswith("Vi") else 3)


@pytest.mark.parametrize(
    "text",
    (
        "- Räcken\n- Skyltar",
        "– Vi lagar bron, sade hon.",
        "Tid: 9–12\n–",
        "Räcken · skyltar · färg",
        "```\n• Räcken\n• Skyltar\n```",
    ),
)
def test_what_is_no_list_or_a_right_one_is_left_alone(text: str) -> None:
    catalogue = small({PATH: f"### 1. Bron\n\n{text}\n"})
    assert list(omarkt_lista(catalogue, dt.date(2024, 4, 1))) == []
