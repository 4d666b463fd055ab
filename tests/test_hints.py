"""What a hint advises is what would mend the fault."""

from __future__ import annotations

import unicodedata

import pytest
from content import NETWORK, TODAY, small
from natverk.findings import Level, RefusalError
from natverk.load.layout import place_file
from natverk.rules import check
from natverk.site import build
from natverk.source.yamltree import read_yaml

FILES = {
    "minutes/brygg/2024-03-08.MD": "Döp om den till 2024-03-08.md.",
    "minutes/brygg/2024-03-08.md.txt": "Döp om den till 2024-03-08.md.",
    "minutes/brygg/2024-03-08.markdown": "Döp om den till 2024-03-08.md.",
    "networks/ef/brygg/NETWORK.YML": "Döp om den till network.yml.",
    "networks/ef/brygg/network.yaml": "Döp om den till network.yml.",
    "minutes/brygg/20240308.md": "Menade du 2024-03-08.md?",
    "minutes/brygg/2024_03_08.md": "Menade du 2024-03-08.md?",
    "minutes/brygg/2024-03-08 (1).md": "Menade du 2024-03-08.md?",
    "minutes/brygg/2024-03-08 .md": "Menade du 2024-03-08.md?",
    "minutes/brygg/8 mars 2024.md": "Menade du 2024-03-08.md?",
    "minutes/brygg/Brev.DOCX": "Lägg den som bilaga i mötets egen mapp, till exempel "
    "minutes/brygg/2021-03-05/Brev.DOCX.",
}


@pytest.mark.parametrize("path", FILES)
def test_a_misnamed_file_is_told_its_name(path: str) -> None:
    with pytest.raises(RefusalError) as refusal:
        place_file(path)
    assert refusal.value.hint == FILES[path]


YAML = {
    "tid:9-12\nplats: Ekhamn\n": (1, "Skriv tid: 9-12"),
    "name: A\nabout:Ett nätverk\nemail: a@b.se\n": (2, "Skriv about: Ett nätverk"),
    "members:\n  - name: A\n    title:rektor\n": (3, "Skriv title: rektor"),
    "name: X\n  kind: forum\n": (
        2,
        "Börja den rakt under nyckeln på raden ovanför, utan mellanslag före.",
    ),
    'name: "X"\n  kind: forum\n': (
        2,
        "Börja den rakt under nyckeln på raden ovanför, utan mellanslag före.",
    ),
    "members:\n  - name: X\n      organisation: ekhamn\n": (
        3,
        "Börja den rakt under nyckeln på raden ovanför, med 4 mellanslag före.",
    ),
    "about: **fet**\n": (1, 'Sätt citattecken om värdet: about: "**fet**"'),
    "about: 'Anna's möte'\n": (
        1,
        """Sätt andra citattecken om hela värdet: about: "Anna's möte\"""",
    ),
    'about: "Anna" möter\n': (
        1,
        """Sätt andra citattecken om hela värdet: about: '"Anna" möter'""",
    ),
    "about: {möte}\n": (1, 'Sätt citattecken om hela värdet: "{möte}".'),
    "about: @alla\n": (1, 'Sätt citattecken om värdet: about: "@alla"'),
    "plats: ”Ekhamn: rum 3”\n": (1, 'Sätt citattecken om värdet: plats: "Ekhamn: rum 3"'),
}


@pytest.mark.parametrize("text", YAML)
def test_broken_yaml_is_mended_by_its_hint(text: str) -> None:
    _, findings = read_yaml(text, "x.yml")
    assert [(one.line, one.hint) for one in findings] == [YAML[text]]


def test_an_unfilled_item_is_nobody() -> None:
    notes = small({"minutes/brygg/2024-03-08.md": "## Närvarande\n\n- Alva\n-\n- Bo\n- \n"}).notes
    assert [attendee.name for attendee in notes[0].attendance] == ["Alva", "Bo"]


LINKS = {
    "[x](www.gr.se)": "Skriv hela webbadressen: https://www.gr.se",
    "[x](gr.se/skola)": "Skriv hela webbadressen: https://gr.se/skola",
    "[x](2024-03-08/Finns inte.xlsx)": "Sätt vinkelparenteser om adressen: "
    "[text](<2024-03-08/Finns inte.xlsx>)",
    "[x](2024-03-08/Finns\ninte.xlsx)": "Sätt vinkelparenteser om adressen: "
    "[text](<2024-03-08/Finns inte.xlsx>)",
    "[x](<2024-03-08/Budget 2024.pdf>)": "Menade du <2024-03-08/Budget 2025.pdf>?",
    "[x](2024-03-08/budget-2.pdf)": "Menade du 2024-03-08/budget%232.pdf?",
}


@pytest.mark.parametrize("link", LINKS)
def test_a_link_is_mended_by_its_hint(link: str) -> None:
    found = small(
        {
            "minutes/brygg/2024-03-08.md": f"{link}\n",
            "minutes/brygg/2024-03-08/Budget 2025.pdf": "x",
            "minutes/brygg/2024-03-08/budget#2.pdf": "x",
        }
    )
    findings = [one for one in check(found, TODAY) if one.level is Level.ERROR]
    assert LINKS[link] in [one.hint for one in findings]


def test_a_file_is_found_however_its_letters_are_made_up() -> None:
    """A Mac writes `å` in a file's name as an a and a ring of its own."""
    on_disk = unicodedata.normalize("NFD", "minutes/brygg/2024-03-08/kartå.png")
    text = "## Bilagor\n\n- [Karta](2024-03-08/kartå.png)\n"
    found = small({"minutes/brygg/2024-03-08.md": text, on_disk: "x"})
    assert check(found, TODAY) == ()
    (file,) = [one for one in build(found, TODAY) if one.origin == on_disk]
    assert file.path == "natverk/brygg/2024-03-08/kartå.png"


NAMES = ("Budget #2.pdf", "50% av alla.pdf", "vad?.pdf", "karta (1).png", "kartå.png")


@pytest.mark.parametrize("name", NAMES)
def test_a_file_without_link_gets_the_line_that_links_to_it(name: str) -> None:
    files = {"minutes/brygg/2024-03-08.md": "## Möte\n", f"minutes/brygg/2024-03-08/{name}": "x"}
    (finding,) = check(small(files), TODAY)
    line = finding.hint.partition(": ")[2].partition(", eller ta")[0]
    assert line.startswith("- [Rubrik](")
    assert check(small({**files, "minutes/brygg/2024-03-08.md": f"{line}\n"}), TODAY) == ()


MEMBERS = {
    "members:\n  - name: Alva\n    vacant: ja\n": (5, "Ta bort vacant: ja, eller ta bort namnet."),
    "seats:\n  - organisation: ef\n    places: 0\n": (5, "Skriv antalet, eller ta bort raden."),
}


@pytest.mark.parametrize("text", MEMBERS)
def test_what_contradicts_itself_in_a_register_is_told_at_its_line(text: str) -> None:
    found = small({"networks/ef/brygg/network.yml": f"{NETWORK}{text}"})
    assert [(one.line, one.hint) for one in found.findings] == [MEMBERS[text]]


def test_a_name_with_a_comma_is_offered_by_its_id() -> None:
    name = "Nätverket för SYV, HR och ekonomi"
    text = "> **Beslut 1: Så**\n>\n> Så blir det.\n>\n> - Går vidare till: {}\n"
    files = {"networks/ef/syv/network.yml": f"name: {name}\nkind: forum\n"}
    wrong = check(small({**files, "minutes/brygg/2024-03-08.md": text.format(name)}), TODAY)
    assert any(one.hint.startswith("Menade du syv?") for one in wrong)
    assert check(small({**files, "minutes/brygg/2024-03-08.md": text.format("syv")}), TODAY) == ()


def test_a_files_name_is_shown_with_its_space() -> None:
    with pytest.raises(RefusalError) as refusal:
        place_file("minutes/brygg/2024-03-08 .md")
    assert '"2024-03-08 .md"' in refusal.value.message
