"""Attendance lists in the forms that Swedish notes have; every person here is made up."""

from __future__ import annotations

import pytest
from content import TODAY, small
from hypothesis import given
from hypothesis import strategies as st
from natverk.load.attendance import read_attendee, split_scope
from natverk.model.notes import Attendee
from natverk.model.vocabulary import SectionKind
from natverk.rules.persons import okand_person
from natverk.source.blocks import Item


def read(line: str) -> Attendee:
    return read_attendee(Item(1, line, (f"- {line}",)), SectionKind.PRESENT)


def told(attendee: Attendee) -> dict[str, object]:
    """Return the fields that a line filled."""
    names = ("name", "organisation", "scope", "roles", "items", "deputy_for", "remarks")
    return {name: value for name in names if (value := getattr(attendee, name))}


A = {"name": "Alva Provberg"}
FORMS = {
    "Alva Provberg": A,
    "**Alva Provberg**": A,
    "Alva Provberg, Bryggeby": A | {"organisation": "Bryggeby"},
    "Alva Provberg, Bryggeby (förskola)": A | {"organisation": "Bryggeby", "scope": ("förskola",)},
    "Alva Provberg, Bryggeby (för & grund, gymn & vux)": A
    | {"organisation": "Bryggeby", "scope": ("för", "grund", "gymn", "vux")},
    "Alva Provberg, Bryggeby (för & grund), ordförande": A
    | {"organisation": "Bryggeby", "scope": ("för", "grund"), "roles": ("ordförande",)},
    "Alva Provberg, Bryggeby, (vux)": A | {"organisation": "Bryggeby", "scope": ("vux",)},
    "Alva Provberg, EF, Utbildningschef": A | {"organisation": "EF", "roles": ("Utbildningschef",)},
    "Alva Provberg, ordf.": A | {"roles": ("ordf.",)},
    "Alva Provberg, Bryggeby, ordf., sekr.": A
    | {"organisation": "Bryggeby", "roles": ("ordf.", "sekr.")},
    "Alva Provberg, Norra Bryggebys gymnasieförbund, ordförande": A
    | {"organisation": "Norra Bryggebys gymnasieförbund", "roles": ("ordförande",)},
    "Alva Provberg; punkt 1–5": A | {"items": ("1", "2", "3", "4", "5")},
    "Alva Provberg; punkt 1-3": A | {"items": ("1", "2", "3")},
    "Alva Provberg; pkt 6": A | {"items": ("6",)},
    "Alva Provberg; punkterna 1, 3 och 9a": A | {"items": ("1", "3", "9a")},
    "Alva Provberg; § 84–86": A | {"items": ("84", "85", "86")},
    "Alva Provberg; §§ 57, 60": A | {"items": ("57", "60")},
    "Alva Provberg; ärende 10-11": A | {"items": ("10", "11")},
    "Alva Provberg (punkt 6)": A | {"items": ("6",)},
    "Alva Provberg, Bryggeby (pkt 6)": A | {"organisation": "Bryggeby", "items": ("6",)},
    "Alva Provberg, Bryggeby (grund), punkt 3": A
    | {"organisation": "Bryggeby", "scope": ("grund",), "items": ("3",)},
    "Alva Provberg (S), Bryggeby": A | {"organisation": "Bryggeby", "remarks": ("S",)},
    "Alva Provberg, Bryggeby; via länk": A | {"organisation": "Bryggeby", "remarks": ("via länk",)},
    "Alva Provberg; fr.o.m. 16.35": A | {"remarks": ("fr.o.m. 16.35",)},
    "Alva Provberg; t o m § 2": A | {"remarks": ("t o m § 2",)},
    "Alva Provberg; ej 116": A | {"remarks": ("ej 116",)},
    "Alva Provberg; sen ankomst; via Teams": A | {"remarks": ("sen ankomst", "via Teams")},
    "Alva Provberg, Bryggeby; ersättare för Bo Test": A
    | {"organisation": "Bryggeby", "deputy_for": "Bo Test"},
    "Alva Provberg, Bryggeby, ersättare för Bo Test": A
    | {"organisation": "Bryggeby", "deputy_for": "Bo Test"},
    "Alva Provberg (ers. för Bo Test), Bryggeby": A
    | {"organisation": "Bryggeby", "deputy_for": "Bo Test"},
    "Alva Provberg; ers. Bo Test; punkt 2": A | {"deputy_for": "Bo Test", "items": ("2",)},
    "Alva Provberg; i stället för Bo Test": A | {"deputy_for": "Bo Test"},
    "Alva af Provberg-Skog": {"name": "Alva af Provberg-Skog"},
    "Sten B Testler": {"name": "Sten B Testler"},
    "Sven": {"name": "Sven"},
    "Två rektorer från Ekhamn": {"name": "Två rektorer från Ekhamn"},
    "vakant": {"name": "vakant"},
    ",": {},
    ";": {},
    "": {},
}


@pytest.mark.parametrize("line", FORMS)
def test_a_line_is_read_in_all_its_forms(line: str) -> None:
    assert told(read(line)) == FORMS[line]


SCOPES = {
    "för & grund": ("för", "grund"),
    "för & grund, gymn & vux": ("för", "grund", "gymn", "vux"),
    "förskola och grundskola": ("förskola", "grundskola"),
    "gymn/vux": ("gymn", "vux"),
    "förskoleklass": ("förskoleklass",),
    " ": (),
}


@pytest.mark.parametrize("text", SCOPES)
def test_school_forms_are_told_apart(text: str) -> None:
    assert split_scope(text) == SCOPES[text]


@given(st.text(st.sampled_from("Aa ,;()§1-–&.:å*"), max_size=30))
def test_no_letter_of_a_line_is_lost(line: str) -> None:
    """All its letters and numbers are found again in some field, if not as they stood."""
    attendee = read(line)
    kept = f"{attendee.name}{attendee.organisation}{attendee.deputy_for}"
    kept += "".join((*attendee.scope, *attendee.roles, *attendee.items, *attendee.remarks))
    assert set(filter(str.isalpha, line)) <= set(filter(str.isalpha, kept))


SECTIONS = {
    "Närvarande": SectionKind.PRESENT,
    "Deltog": SectionKind.PRESENT,
    "Deltagare:": SectionKind.PRESENT,
    "NÄRVARO": SectionKind.PRESENT,
    "Beslutande": SectionKind.PRESENT,
    "Deltog ej": SectionKind.ABSENT,
    "Ej närvarande": SectionKind.ABSENT,
    "Förhinder": SectionKind.ABSENT,
    "Anmält förhinder": SectionKind.ABSENT,
    "Icke deltagande": SectionKind.ABSENT,
    "Övriga": SectionKind.OTHERS,
    "Adjungerade": SectionKind.OTHERS,
    "Övriga närvarande": SectionKind.OTHERS,
    "Gäst": SectionKind.OTHERS,
    "Sändlista": None,
    "Kopia till": None,
    "Sammansättning": None,
    "Övriga frågor": None,
}


@pytest.mark.parametrize("title", SECTIONS)
def test_a_list_is_attendance_only_under_a_heading_that_says_so(title: str) -> None:
    text = f"## {title}\n\n- Alva Provberg\n"
    (notes,) = small({"minutes/brygg/2024-03-08.md": text}).notes
    assert [attendee.section for attendee in notes.attendance] == [
        kind for kind in [SECTIONS[title]] if kind
    ]


def test_every_person_of_a_list_is_read_in_order_with_its_line() -> None:
    text = "## Närvarande\n\n- Alva\n- Bo,\n  Bryggeby\n\n* Cia\n\n## Frånvarande\n\n1. Disa\n"
    (notes,) = small({"minutes/brygg/2024-03-08.md": text}).notes
    read_back = [(one.line, one.name, one.organisation) for one in notes.attendance]
    assert read_back == [(3, "Alva", ""), (4, "Bo", "Bryggeby"), (7, "Cia", ""), (11, "Disa", "")]


DEPUTY = "## Närvarande\n\n- Alva Provberg; ersättare för Bo Test\n"
MEMBER = "name: Hamnnätverket\nkind: forum\nmembers:\n  - name: {}\n"
DEPUTIES = {
    ("Bo Test", "Disa Test", ""): [],
    ("Cia Test", "Bo Test", "---\ntillsammans med: [hamn]\n---\n\n"): [],
    ("Cia Test", "Bo Test", ""): ["okand-person"],
    ("Cia Test", "Disa Test", "---\ntillsammans med: [hamn]\n---\n\n"): ["okand-person"],
}


@pytest.mark.parametrize(("own", "other", "head"), DEPUTIES)
def test_a_deputy_may_stand_in_for_a_member_of_any_network_of_the_meeting(
    own: str, other: str, head: str
) -> None:
    found = small(
        {
            "networks/ef/brygg/network.yml": MEMBER.format(own).replace("Hamn", "Brygg"),
            "networks/ef/hamn/network.yml": MEMBER.format(other),
            "minutes/brygg/2024-03-08.md": head + DEPUTY,
        }
    )
    assert [one.rule for one in okand_person(found, TODAY)] == DEPUTIES[own, other, head]


MELTED = {
    "- Alva Provberg\n-Bo Test, Bryggeby\n- Cia": [4],
    "- Alva Provberg\n– Bo Test\n— Cia Test": [4, 5],
    "- Alva Provberg, Bryggeby\nBo Test, Bryggeby": [4],
    "- Bryggeby:\n  - Alva Provberg\n  - Bo Test": [4, 5],
    "- Alva Provberg,\n  Bryggeby; ersättare för\n  Bo Test": [],
    "- Alva Provberg\n\n* Bo Test": [],
}


@pytest.mark.parametrize("text", MELTED)
def test_a_line_that_melts_into_the_row_above_is_told(text: str) -> None:
    """Two persons would be counted as one, with a strange organisation."""
    found = small({"minutes/brygg/2024-03-08.md": f"## Närvarande\n\n{text}\n"}).findings
    assert [(one.rule, one.line) for one in found] == [
        ("narvaro-utan-lista", line) for line in MELTED[text]
    ]
