"""What is marked as a decision in a document, and what only looks like one."""

from __future__ import annotations

import datetime as dt

import pytest
from content import small
from natverk.rules.marks import beslut_pa_fel_stalle, omarkt_beslut, uppgift_utan_plats

PATH = "minutes/brygg/2024-03-08.md"

MARKED = {
    "> **Beslut 6: Bron lagas**": 6,
    "> **Beslut nr 6: Bron lagas**": 6,
    "> **Beslut nr. 6: Bron lagas**": 6,
    "> **Beslut nummer 6 – Bron lagas**": 6,
    "> **BESLUT 6. Bron lagas**": 6,
    "> **Beslut: Bron lagas**": 1,
}


@pytest.mark.parametrize("first", MARKED)
def test_the_number_of_a_decision_is_read_as_people_write_it(first: str) -> None:
    notes = small({PATH: f"### 1. Bron\n\n{first}\n>\n> Bron lagas i vår.\n"}).notes[0]
    assert [(one.number, one.title) for one in notes.decisions] == [(MARKED[first], "Bron lagas")]


UNMARKED = {
    "Beslut: Bron lagas i vår.": "Stycket börjar som ett beslut men är inget citat",
    "Beslut nr 4: Bron lagas i vår.": "Stycket börjar som ett beslut men är inget citat",
    "**Beslut:** Bron lagas i vår.": "Stycket börjar som ett beslut men är inget citat",
    "- Vi talade om bron.\n- Beslut: Bron lagas i vår.": "Raden i listan börjar som ett beslut",
    "> Beslut 1: Bron lagas i vår.": "Citatet börjar som ett beslut men inte med fetstil",
    "**Beslut**": "Raden börjar som ett beslut men är inget citat",
    "**Beslut 2** Bron lagas.": "Raden börjar som ett beslut men är inget citat",
    "Vi talade om bron.\n**Beslut 2: Bron lagas**": "Raden börjar som ett beslut",
    "    > **Beslut 2: Bron lagas**": "Raden börjar som ett beslut men är inget citat",
    "- > **Beslut 2: Bron lagas**": "Raden i listan börjar som ett beslut",
    "- Vi talade om bron.\n\n  > **Beslut 2: Bron lagas**": "Raden i listan börjar som ett beslut",
    "> > **Beslut 2: Bron lagas**": "står inne i ett annat citat",
    "> Vi läste:\n>\n> **Beslut 2: Bron lagas**": "står inne i ett annat citat",
    "> **Beslut 1: Muren**\n>\n> Rivs.\n>\n> > **Beslut 2: Bron**": "står inne i ett annat",
    "#### Beslut 2: Bron lagas": "Rubriken börjar som ett beslut",
    "### Beslut 2: Bron lagas": "Rubriken börjar som ett beslut",
    "### 2. Att göra: Laga bron": "Rubriken börjar som ett beslut",
}


@pytest.mark.parametrize("text", UNMARKED)
def test_what_is_written_as_a_decision_but_not_marked_is_told(text: str) -> None:
    catalogue = small({PATH: f"### 1. Bron\n\n{text}\n"})
    (finding,) = omarkt_beslut(catalogue, dt.date(2024, 4, 1))
    assert finding.line == 3 + text.count("\n")
    assert UNMARKED[text] in finding.message


@pytest.mark.parametrize(
    "text",
    (
        "Beslutet från mars lästes upp.",
        "Beslut väntas i maj.",
        "- Beslutsunderlag: skickas ut.",
        "> **Beslut 1: Bron lagas**\n>\n> Bron lagas i vår.",
        "> **Beslut 1: Bron lagas**\n>\n> **Beslut:** Bron lagas i vår.",
        "### Beslut 2: Bron lagas\n\n> **Beslut 2: Bron lagas**\n>\n> I vår.",
        "### Beslut 2024",
        "## Beslut",
        "```\n**Beslut 1: Bron lagas**\n```",
    ),
)
def test_what_is_no_decision_or_is_marked_is_left_alone(text: str) -> None:
    catalogue = small({PATH: f"### 1. Bron\n\n{text}\n"})
    assert list(omarkt_beslut(catalogue, dt.date(2024, 4, 1))) == []


LISTS = ("Närvarande", "Ej närvarande", "Övriga", "Bilagor", "Rättelser")
MARKS = {
    "> **Beslut 1: Bron lagas**\n>\n> I vår.": "Beslut 1",
    "> **Att göra 2: Laga bron**": "Att göra 2",
}


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("title", LISTS)
def test_nothing_marked_is_lost_in_a_section_that_is_a_list(title: str, mark: str) -> None:
    """It stands there when the next heading is forgotten; its own heading is all it needs."""
    text = f"## {title}\n\n- 2024-03-09: Alva Provberg\n\n{{}}{mark}\n"
    day = dt.date(2024, 4, 1)
    (found,) = beslut_pa_fel_stalle(small({PATH: text.format("")}), day)
    assert found.line == 5
    assert found.message.startswith(f"{MARKS[mark]} står under {title}")
    assert list(beslut_pa_fel_stalle(small({PATH: text.format("## Beslut\n\n")}), day)) == []


APART = {
    "> **Beslut 1: Bron**\n>\n> Lagas.\n>\n> **Beslut 2: Muren**\n>\n> Rivs.": "b1 Bron, b2 Muren",
    "> **Beslut 1: Bron**\n>\n> Lagas.\n> **Beslut 2: Muren**\n>\n> Rivs.": "b1 Bron, b2 Muren",
    "> **Beslut 1: Bron**\n> - Slag: val\n> **Beslut 2: Muren**\n>\n> Rivs.": "b1 Bron, b2 Muren",
    "> **Beslut: Bron**\n>\n> Lagas.\n>\n> **Beslut: Muren**\n>\n> Rivs.": "b1 Bron, b2 Muren",
    "> **Beslut 1: Bron**\n>\n> Lagas.\n>\n> **Att göra:** Riv muren.": "b1 Bron, a1 ",
    "> **Att göra 1: Bron**\n>\n> **Att göra 2: Muren**\n>\n> - Senast: 2024-05-01": "a1 Bron, a2 Muren",
    ">\n> **Beslut 1: Bron**\n>\n> **Beslut 2: Muren**": "b1 Bron, b2 Muren",
    "> **Beslut 1: Bron**\n>\n> **Beslut:** Den lagas.": "b1 Bron",
    "> **Beslut 1: Bron**\n>\n> **Beslutet** gäller\n> **beslut 2** också.": "b1 Bron",
    "> **Beslut 1: Bron**\n>\n> ```\n> **Beslut 2: Muren**\n> ```": "b1 Bron",
    "> Ur protokollet:\n>\n> **Beslut 2: Muren**": "",
}


@pytest.mark.parametrize("text", APART)
def test_two_decisions_in_one_quotation_are_two(text: str) -> None:
    notes = small({PATH: f"### 1. Bron\n\n{text}\n"}).notes[0]
    found = [f"{one.id.rpartition('/')[2]} {one.title}" for one in notes.marked]
    assert ", ".join(found) == APART[text]


def test_facts_stay_with_the_decision_that_they_stand_in() -> None:
    """With the lines of the file, which findings name."""
    first = "> **Beslut 1: Bron**\n>\n> Lagas.\n>\n> - Slag: uppdrag\n>\n"
    second = "> **Beslut 2: Muren**\n>\n> Rivs.\n>\n> - Slag: rekommendation\n"
    decisions = small({PATH: f"### 1. Bron\n\n{first}{second}"}).notes[0].decisions
    assert [(one.line, one.kind.value, one.facts[0].line) for one in decisions] == [
        (3, "commission", 7),
        (9, "recommendation", 13),
    ]


DECISION = "> **Beslut 1: Bron**\n>\n> Lagas.\n"
UNREAD = {
    f"{DECISION}>\n> - Slag: val\n>\n> Senare.": [7],
    f"{DECISION}\n> - Slag: val": [7],
    f"{DECISION}\n- Slag: val": [7],
    f"{DECISION}\nSlag: val": [7],
    f"{DECISION}> -Slag: val": [6],
    f"{DECISION}>\n> – Slag: val": [7],
    f"{DECISION}>\n> Slag = val": [7],
    f"{DECISION}>\n> - Slag: val\n> -Ansvarig: EF": [8],
    f"{DECISION}>\n> - Slag: val\n>   - Ansvarig: EF": [8],
    "-Ämne: broar": [3],
    "Ämne: broar": [3],
    "Vi talade.\n\n- Ämne: broar": [5],
    "- Ärende: bron\n-Ämne: broar": [3],
    f"{DECISION}>\n> - Slag: val\n> - Ansvarig: EF": [],
    "- Ämne: broar\n\nVi talade.": [],
    "Vi talade.\n\n- Ansvarig: den som bokar": [],
    "Anmärkning: bron är gammal.": [],
    "> Slag: en sorts smäll": [],
    "```\nÄmne: broar\n```": [],
}


@pytest.mark.parametrize("text", UNREAD)
def test_facts_that_are_only_read_as_text_are_told(text: str) -> None:
    found = uppgift_utan_plats(small({PATH: f"### 1. Bron\n\n{text}\n"}), dt.date(2024, 4, 1))
    assert sorted(one.line for one in found) == UNREAD[text]
