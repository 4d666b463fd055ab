"""Lines that Word's users mean as headings: read as such, or told."""

from __future__ import annotations

import re

import pytest
from content import TODAY, lines, page_of, small
from natverk.rules import check

DOCUMENT = "minutes/brygg/2024-03-08.md"
READ = {
    "plain": "## Närvarande",
    "a number before": "## 1. Närvarande",
    "a paragraph sign": "## § 1 Närvarande",
    "bold": "## **Närvarande:**",
    "capitals": "## NÄRVARANDE",
}


@pytest.mark.parametrize("case", READ)
def test_a_list_below_is_attendance(case: str) -> None:
    content = small({DOCUMENT: f"{READ[case]}\n\n- Alva Provberg\n"})
    assert lines(check(content, TODAY)) == []
    assert [attendee.name for attendee in content.notes[0].attendance] == ["Alva Provberg"]


TOLD = {
    "bold alone": ("Text.\n\n**Närvarande**\n\n- Alva Provberg\n", 3),
    "bold with a colon": ("**Närvarande:**\n\n- Alva Provberg\n", 1),
    "a label": ("Närvarande: Alva Provberg, Bo Test\n", 1),
    "a bold label": ("**Frånvarande:** Alva Provberg\n", 1),
    "no space after the marks": ("##Närvarande\n\n- Alva Provberg\n", 1),
    "a bold point": ("**1. Nuläget**\n\nText.\n", 1),
    "an item with a list": ("### 1. Närvarande\n\n- Alva Provberg\n", 1),
}


@pytest.mark.parametrize("case", TOLD)
def test_what_only_looks_like_a_heading_is_told(case: str) -> None:
    text, line = TOLD[case]
    found = check(small({DOCUMENT: text}), TODAY)
    assert lines(found) == [f"{DOCUMENT}:{line} omarkt-rubrik"]


@pytest.mark.parametrize("word", ("Ingen", "Inga.", "Alla", "Vakant", "–"))
def test_a_word_for_nobody_is_no_person(word: str) -> None:
    found = check(small({DOCUMENT: f"## Frånvarande\n\n- {word}\n"}), TODAY)
    assert lines(found) == [f"{DOCUMENT}:3 narvaro-utan-lista"]


FINE = {
    "a bold sentence": "**Viktigt!** Läs bilagan innan.\n",
    "a bold line": "**Glöm inte höstens dagar.**\n",
    "a number sign in text": "Rum #3 är bokat.\n",
    "an ordinary colon": "Frågan gäller: vem betalar?\n",
    "an item with that name": "### 1. Övriga frågor\n\n- Inget\n",
}


@pytest.mark.parametrize("case", FINE)
def test_ordinary_text_is_left_alone(case: str) -> None:
    assert lines(check(small({DOCUMENT: FINE[case]}), TODAY)) == []


EMPTY = {
    "an item": ("###\n\nText.\n", [1]),
    "an item of marks alone": ("### ###\n\nText.\n", [1]),
    "a section": ("Text.\n\n##\n\n### 1. Bron\n", [3]),
    "below an item": ("### 1. Bron\n\n####\n", [3]),
    "among those present": ("## Närvarande\n\n- Alva\n\n###\n", [5]),
    "a number is enough": ("### 1.\n\nText.\n", []),
    "text before the first": ("Text.\n", []),
}


@pytest.mark.parametrize("case", EMPTY)
def test_an_empty_heading_is_told_and_not_shown(case: str) -> None:
    text, told = EMPTY[case]
    content = small({DOCUMENT: text})
    assert lines(check(content, TODAY)) == [f"{DOCUMENT}:{line} tom-rubrik" for line in told]
    page = page_of("natverk/brygg/2024-03-08.md", content)
    assert re.findall(r"(?m)^#+ *(?:$|\{)", page) == []


def test_a_decision_below_an_empty_heading_stands_right_below_its_section() -> None:
    text = "## Beslut\n\n###\n\n> **Beslut 1: Bron**\n>\n> Lagas.\n"
    page = page_of("natverk/brygg/2024-03-08.md", small({DOCUMENT: text}))
    assert "\n### Beslut 1: Bron" in page
