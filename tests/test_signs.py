"""Signs that the host's preview renders and the site does not, and paragraphs that are code, are told."""

from __future__ import annotations

import pytest
from content import TODAY, small
from natverk.rules.attachments import bild_utan_text
from natverk.rules.signs import indraget_stycke, tecken_utan_verkan

PATH = "minutes/brygg/2024-03-08.md"

SIGNS = {
    "Ekhamn har 30 platser.[^1]": ["[^1]"],
    "[^not]: Enligt kommunen.": ["[^not]"],
    "Mötet hålls ~~den 3 maj~~ den 10 maj.": ["~~den 3 maj~~"],
    "- [ ] Boka lokal\n- [x] Skriva brev": ["[ ]", "[x]"],
    "> **Beslut 1: Bron**\n>\n> - [ ] Lagas": ["[ ]"],
    "Klockan ~~ tio och ~ elva": [],
    "Platser [ ] och [x] kryss": [],
    "`[^1]` och `~~struket~~`": [],
    "```\n- [ ] Boka\n```": [],
    "- [x](https://x.example) i listan": [],
}


@pytest.mark.parametrize("text", SIGNS)
def test_signs_that_would_stand_as_they_are_written_are_told(text: str) -> None:
    found = list(tecken_utan_verkan(small({PATH: f"### 1. Bron\n\n{text}\n"}), TODAY))
    assert [one.message for one in found] == [
        f"Tecknen i {sign} visas som de står." for sign in SIGNS[text]
    ]


INDENTED = {
    "    Bron lagas.": [3],
    "\tBron lagas.": [3],
    "\u00a0\u00a0\u00a0\u00a0Bron lagas.": [3],
    "    Bron lagas\ni vår.": [3],
    "> **Beslut 1: Bron**\n>\n>     Bron lagas.": [5],
    "   Bron lagas.": [],
    "- Bron\n\n    Den lagas.": [],
    "Bron\n    lagas.": [],
    "```\n    bron()\n```": [],
}


@pytest.mark.parametrize("text", INDENTED)
def test_a_paragraph_that_is_code_by_its_indent_is_told(text: str) -> None:
    found = indraget_stycke(small({PATH: f"### 1. Bron\n\n{text}\n"}), TODAY)
    assert [one.line for one in found] == INDENTED[text]


PICTURES = {
    "![](2024-03-08/karta.png)": [3],
    "Se kartan: ![ ](2024-03-08/karta.png)": [3],
    "![][karta]\n\n[karta]: 2024-03-08/karta.png": [3],
    "![Karta över Ekhamn](2024-03-08/karta.png)": [],
    "[](2024-03-08/karta.png)": [],
    "`![](karta.png)`": [],
}


@pytest.mark.parametrize("text", PICTURES)
def test_a_picture_without_words_is_told(text: str) -> None:
    found = bild_utan_text(small({PATH: f"### 1. Bron\n\n{text}\n"}), TODAY)
    assert [one.line for one in found] == PICTURES[text]
