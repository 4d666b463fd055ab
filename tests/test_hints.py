"""What a hint advises is what would mend the fault."""

from __future__ import annotations

import pytest
from content import small
from natverk.findings import RefusalError
from natverk.load.layout import place_file
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
    "plats: ”Ekhamn: rum 3”\n": (1, 'Sätt citattecken om värdet: plats: "Ekhamn: rum 3"'),
}


@pytest.mark.parametrize("text", YAML)
def test_broken_yaml_is_mended_by_its_hint(text: str) -> None:
    _, findings = read_yaml(text, "x.yml")
    assert [(one.line, one.hint) for one in findings] == [YAML[text]]


def test_an_unfilled_item_is_nobody() -> None:
    notes = small({"minutes/brygg/2024-03-08.md": "## Närvarande\n\n- Alva\n-\n- Bo\n- \n"}).notes
    assert [attendee.name for attendee in notes[0].attendance] == ["Alva", "Bo"]
