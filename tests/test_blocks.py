"""A document's structure: no line is lost, and editors that rewrite Markdown change nothing."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from content import small
from hypothesis import given, settings
from hypothesis import strategies as st
from natverk.model.decisions import Decision
from natverk.model.notes import Notes
from natverk.source.blocks import Block, Code, Heading, List, Prose, Quote, plain, read_blocks

LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *("", " ", "\t", "## A", "# B #", "###", "#nej", "===", "---", "***", "- a", "-"),
                *("  - b", "\t- c", "1. d", "2) e", "1.", "> f", ">", ">> g", ">- h", "```", "~~~"),
                *("````", "    kod", "text", "  text", "| a | b |", "|---|---|", "\\- i", "+ j"),
                *("> ```", "> # K", "* * *", "- - -", "___", "å\u00a0ä", "[x]: y", "&", "\\"),
            ]
        ),
        st.text(st.characters(exclude_characters="\n\r"), max_size=12),
    ),
    max_size=30,
)
MANY = settings(max_examples=400)


@MANY
@given(LINES, st.integers(1, 50))
def test_every_line_is_in_exactly_one_block_or_blank(lines: list[str], first: int) -> None:
    """In order, unchanged, and each block knows its first line."""
    seen = {}
    for block in read_blocks(lines, first):
        for number, line in enumerate(block.lines, block.line):
            assert number not in seen
            seen[number] = line
    for number, line in enumerate(lines, first):
        assert seen.pop(number, "") == line or not line.strip()
    assert not seen


@MANY
@given(LINES)
def test_every_line_of_a_list_is_in_exactly_one_item(lines: list[str]) -> None:
    for block in read_blocks(lines):
        if isinstance(block, List):
            inside = [line for item in block.items for line in item.lines]
            assert tuple(inside) == block.lines
            assert block.items[0].line == block.line


@MANY
@given(LINES)
def test_a_quotation_keeps_every_line_of_what_it_quotes(lines: list[str]) -> None:
    for block in read_blocks(lines):
        if isinstance(block, Quote):
            assert len(block.inner) == len(block.lines)
            for inner, line in zip(block.inner, block.lines, strict=True):
                assert line.endswith(inner)


SHAPES: dict[str, list[tuple[type[Block], int]]] = {
    "a paragraph": [(Prose, 1)],
    "# A heading": [(Heading, 1)],
    "#no heading": [(Prose, 1)],
    "A heading\n=========": [(Heading, 2)],
    "A heading\n---": [(Heading, 2)],
    "text\n# A heading\ntext": [(Prose, 1), (Heading, 1), (Prose, 1)],
    "---": [(Prose, 1)],
    "- a\n- b": [(List, 2)],
    "- a\n\n- b": [(List, 3)],
    "- a\n  goes on\ngoes on too": [(List, 3)],
    "- a\n\n  a second paragraph": [(List, 3)],
    "- a\n\nafterwards": [(List, 1), (Prose, 1)],
    "- a\n> b": [(List, 1), (Quote, 1)],
    "text\n- a": [(Prose, 1), (List, 1)],
    "1. a\n2. b": [(List, 2)],
    "* * *": [(Prose, 1)],
    "> a\n> b": [(Quote, 2)],
    "> a\ngoes on": [(Quote, 2)],
    "> a\n\nafterwards": [(Quote, 1), (Prose, 1)],
    "> a\n\n> b": [(Quote, 1), (Quote, 1)],
    ">\nafterwards": [(Quote, 1), (Prose, 1)],
    "```\n# no heading\n```\ntext": [(Code, 3), (Prose, 1)],
    "```\nnever ends": [(Code, 2)],
    "~~~\n```\n~~~": [(Code, 3)],
    "| a |\n|---|\n| b |": [(Prose, 3)],
}


@pytest.mark.parametrize("text", SHAPES)
def test_blocks_end_where_commonmark_ends_them(text: str) -> None:
    found = [(type(block), len(block.lines)) for block in read_blocks(text.split("\n"))]
    assert found == SHAPES[text]


DOCUMENT = """\
---
tid: 09.00–12.00
---

Inledande ord.

## Närvarande

- Anna Provberg, Bryggeby (för & grund), ordförande
- Bo Mönstersson, Ekhamn; punkt 1–2

## Frågor

### 1. Läget

- Ärende: lärplattformen
- Ämne: digitalisering

Var och en berättade.

- Bryggeby är färdiga.
- Ekhamn väntar: avtalet går ut i maj.

### § 2 Höstens möten

> Det här är bara ett citat.

> **Beslut 1: Mötena hålls på fredagar**
>
> Mötena hålls
> på fredagar, om inte
>
> 1. det är lov,
> 2. lokalen är upptagen.
>
> - Slag: inriktningsbeslut
> - Gäller: 2024–2026

> **Att göra 1: Boka lokal**
>
> - Ansvarig: Ekhamn
> - Senast: 2024-06-14

## Bilagor

- [Underlag](2024-03-08/underlag.pdf)
- Bilder (nämns, finns inte här)

## Rättelser

- 2024-03-18: Närvaron rättad.
"""


def notes_of(text: str) -> Notes:
    (notes,) = small({"minutes/brygg/2024-03-08.md": text}).notes
    return notes


def told(notes: Notes) -> list[str]:
    """Return what was read from a document, a line for each thing, without where it stood."""
    found = [f"{attendee.section} {_fields(attendee)}" for attendee in notes.attendance]
    for section in notes.sections:
        found.append(f"{section.kind or 'section'} {section.title}")
        found += [f"fact {fact.label} {fact.value}" for fact in section.facts]
        for item in section.items:
            found.append(f"item {item.number} {item.title}")
            found += [f"fact {fact.label} {fact.value}" for fact in item.facts]
            found += [type(part).__name__ for part in item.parts]
    for part in notes.marked:
        found.append(f"{type(part).__name__} {part.number} {part.title}")
        found += [f"fact {fact.label} {fact.value}" for fact in part.facts]
        found.append(" ".join(_unbroken(block.text) for block in part.blocks))
    found += [f"{attachment.title} {attachment.path}" for attachment in notes.attachments]
    found += [f"{correction.day} {correction.text}" for correction in notes.corrections]
    return found


def _unbroken(text: str) -> str:
    return " ".join(plain(text.replace("\\\n", "\n")).split())


def _fields(attendee: object) -> tuple[object, ...]:
    names = ("name", "organisation", "scope", "roles", "items")
    return tuple(getattr(attendee, name) for name in names)


EDITORS: dict[str, Callable[[str], str]] = {
    "stars for bullets": lambda text: re.sub(r"(?m)^(> )?- ", r"\1* ", text),
    "plus signs for bullets": lambda text: re.sub(r"(?m)^(> )?- ", r"\1+ ", text),
    "three spaces after a bullet": lambda text: re.sub(r"(?m)^(> )?- ", r"\1-   ", text),
    "indented bullets": lambda text: re.sub(r"(?m)^(> )?- ", r"\1 - ", text),
    "underscores for bold": lambda text: text.replace("**", "__"),
    "escaped full stops after numbers": lambda text: text.replace("### 1.", r"### 1\."),
    "escaped commas": lambda text: text.replace("lov,", r"lov\,").replace(
        "Provberg,", r"Provberg\,"
    ),
    "escaped colons": lambda text: text.replace("Slag:", r"Slag\:"),
    "bold labels": lambda text: re.sub(r"(?m)^> - (\w+):", r"> - **\1:**", text),
    "bold labels, colon outside": lambda text: re.sub(r"(?m)^> - (\w+):", r"> - **\1**:", text),
    "blank lines between bullets": lambda text: re.sub(
        r"(?m)^((?:> )?)(- .*)\n(?=(?:> )?- )", lambda f: f"{f[0]}{f[1].rstrip()}\n", text
    ),
    "no space after the quotation mark": lambda text: re.sub(r"(?m)^> ", ">", text),
    "a space after a lone quotation mark": lambda text: re.sub(r"(?m)^>$", "> ", text),
    "trailing spaces": lambda text: re.sub(r"(?m)(?<=\S)$", "  ", text).replace("---  ", "---"),
    "backslash breaks in a quotation": lambda text: text.replace("hålls\n", "hålls\\\n"),
    "closing number signs": lambda text: re.sub(r"(?m)^(#+) (.*)$", r"\1 \2 \1", text),
    "underlined sections": lambda text: re.sub(r"(?m)^## (.*)$", r"\1\n---------", text),
    "a bold line that is all of its paragraph": lambda text: re.sub(
        r"(?m)^(> \*\*Beslut .*\*\*)\n>\n", r"\1\\\n", text
    ),
    "a mark without its number's colon": lambda text: text.replace("göra 1:", "göra 1 –"),
    "capitals in labels": lambda text: text.replace("Slag:", "SLAG:").replace("Gäller", "gäller"),
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "decomposed letters": lambda text: text.replace("ä", "a\u0308").replace("ö", "o\u0308"),
    "a byte order mark": lambda text: "\ufeff" + text,
    "angle brackets around targets": lambda text: re.sub(r"\]\((.*?)\)", r"](<\1>)", text),
}


@pytest.mark.parametrize("editor", EDITORS)
def test_an_editor_that_rewrites_markdown_changes_nothing(editor: str) -> None:
    changed = EDITORS[editor](DOCUMENT)
    assert changed != DOCUMENT
    assert told(notes_of(changed)) == told(notes_of(DOCUMENT))


def test_the_document_is_read_as_it_stands() -> None:
    assert told(notes_of(DOCUMENT)) == [
        "present ('Anna Provberg', 'Bryggeby', ('för', 'grund'), ('ordförande',), ())",
        "present ('Bo Mönstersson', 'Ekhamn', (), (), ('1', '2'))",
        "section ",
        "present Närvarande",
        "section Frågor",
        "item 1 Läget",
        "fact matter lärplattformen",
        "fact topic digitalisering",
        *("Prose", "List"),
        "item 2 Höstens möten",
        *("Quote", "Decision", "FollowUp"),
        "attachments Bilagor",
        "corrections Rättelser",
        "Decision 1 Mötena hålls på fredagar",
        "fact kind inriktningsbeslut",
        "fact period 2024–2026",
        "Mötena hålls på fredagar, om inte 1. det är lov, 2. lokalen är upptagen.",
        "FollowUp 1 Boka lokal",
        "fact responsible Ekhamn",
        "fact due 2024-06-14",
        "",
        "Underlag minutes/brygg/2024-03-08/underlag.pdf",
        "Bilder (nämns, finns inte här) None",
        "2024-03-18 Närvaron rättad.",
    ]


WORDS = st.text(st.sampled_from("abc åäö"), min_size=1, max_size=12).map(
    lambda text: f"x{' '.join(text.split())}"
)


@st.composite
def outlines(draw: st.DrawFn) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """Sections with items with decisions: titles only."""
    decisions = st.lists(WORDS, max_size=2)
    items = st.lists(st.tuples(WORDS, decisions), max_size=3)
    return draw(st.lists(st.tuples(WORDS, items), max_size=3))


@MANY
@given(outlines())
def test_an_outline_is_read_back_as_it_was_written(
    outline: list[tuple[str, list[tuple[str, list[str]]]]],
) -> None:
    number = 0
    text = "Inledning.\n"
    for section, items in outline:
        text += f"\n## {section}\n"
        for at, (item, decisions) in enumerate(items, 1):
            text += f"\n### {at}. {item}\n\nText.\n"
            for title in decisions:
                number += 1
                text += f"\n> **Beslut {number}: {title}**\n>\n> Så.\n"
    notes = notes_of(text)
    read = [
        (
            section.title,
            [
                (item.title, [part.title for part in item.parts if isinstance(part, Decision)])
                for item in section.items
            ],
        )
        for section in notes.sections[1:]
    ]
    assert read == outline
    assert [decision.number for decision in notes.decisions] == list(range(1, number + 1))


MARKS = {
    "> **Beslut 1: Så**\n>\n> Text.": "1 Så",
    "> **Beslut: Så**\n>\n> Text.": "1 Så",
    "> **BESLUT 2 Så**\n>\n> Text.": "2 Så",
    "> **Beslut 3 – Så**\n>\n> Text.": "3 Så",
    "> **Beslut 4.** Text.": "4 ",
    "> **Beslut**\n> Text.": "1 ",
    "> __Beslut 5: Så__\n>\n> Text.": "5 Så",
    "> **Beslut 6:\n> Så långt**\n>\n> Text.": "6 Så långt",
    "> **Beslutet är fattat**\n>\n> Text.": None,
    "> **Beslutsgång**\n>\n> Text.": None,
    "> Beslut 1: Så\n>\n> Text.": None,
    "> *Beslut 1: Så*\n>\n> Text.": None,
    "**Beslut 1: Så**\n\nText.": None,
    "> Text.\n>\n> **Beslut 1: Så**": None,
    "- > **Beslut 1: Så**": None,
    "    > **Beslut 1: Så**": None,
    "```\n> **Beslut 1: Så**\n```": None,
}


@pytest.mark.parametrize("text", MARKS)
def test_only_a_quotation_that_begins_in_bold_is_a_decision(text: str) -> None:
    found = [f"{one.number} {one.title}" for one in notes_of(f"## Beslut\n\n{text}\n").decisions]
    assert found == ([] if MARKS[text] is None else [MARKS[text]])


ITEMS = {
    "### 1. Läget": ("1.", "1", "Läget"),
    "### 1.Läget": ("1.", "1", "Läget"),
    "### 1: Läget": ("1:", "1", "Läget"),
    "### 9a Läget": ("", "", "9a Läget"),
    "### 9a. Läget": ("9a.", "9a", "Läget"),
    "### 12 Läget": ("12", "12", "Läget"),
    "### § 12 Läget": ("§ 12", "12", "Läget"),
    "### §12 Läget": ("§12", "12", "Läget"),
    "### 12 § Läget": ("12 §", "12", "Läget"),
    "### Sn § 49 Läget": ("Sn § 49", "49", "Läget"),
    "### Ärende 5 Läget": ("Ärende 5", "5", "Läget"),
    "### Punkt 5: Läget": ("Punkt 5:", "5", "Läget"),
    "### 2024 års budget": ("", "", "2024 års budget"),
    "### Ventilen": ("", "", "Ventilen"),
    "### 20 år med nätverket": ("", "", "20 år med nätverket"),
}


@pytest.mark.parametrize("heading", ITEMS)
def test_an_item_keeps_its_mark_as_written(heading: str) -> None:
    (item,) = notes_of(f"## Frågor\n\n{heading}\n").items
    assert (item.mark, item.number, item.title) == ITEMS[heading]


def test_text_beside_what_is_read_stays_text() -> None:
    """Nothing an author wrote is dropped, wherever it stands."""
    notes = notes_of(DOCUMENT + "\nEfteråt.\n")
    kept = [
        part.text
        for holder in (*notes.sections, *notes.items)
        for part in holder.parts
        if isinstance(part, Block)
    ]
    for text in ("Inledande ord.", "Var och en berättade.", "bara ett citat", "Efteråt."):
        assert sum(text in part for part in kept) == 1
