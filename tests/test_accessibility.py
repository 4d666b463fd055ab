"""The accessibility statement says what is known, that the rest is not, and counts the files."""

from __future__ import annotations

import pytest
from content import page_of, small

MEETING = "minutes/brygg/2024-03-08.md"
HEAD = "---\ntid: 09.00–10.00\nstatus: publicerat\n---\n\n## Bilagor\n\n"
PAGE = "om/tillganglighet/ef.md"
KNOWN = """\
name: Exempelförbundet
legal_form: {form}
accessibility:
  service: Exempelnätet
  status: {status}
  assessed: 2024-04-02
  method: Prövad med skärmläsare.
  feedback: https://ef.example/synpunkter
"""


def page(files: dict[str, str]) -> str:
    return page_of(PAGE, small(files))


def told(form: str = "kommunalförbund", status: str = "helt") -> dict[str, str]:
    return {"networks/ef/association.yml": KNOWN.format(form=form, status=status)}


def test_what_nobody_has_told_is_said_not_to_be_known() -> None:
    text = page({})
    assert "ingen färdig tillgänglighetsredogörelse" in text
    for what in ("webbplatsens namn", "när den bedömdes", "hur man lämnar synpunkter"):
        assert what in text
    assert "Om webbplatsen uppfyller kraven är inte känt." in text


def test_what_is_told_is_shown_without_the_warning() -> None:
    text = page(told())
    assert "ingen färdig" not in text
    assert "Helt förenlig" in text
    assert "2 april 2024" in text
    assert "<https://ef.example/synpunkter>" in text


FORMS = {
    "kommunalförbund": "är ett kommunalförbund och ska följa",
    "region": "är en region och ska följa",
    "ideell förening": "beror på vem som styr och betalar",
    "annan": "beror på vem som styr och betalar",
}


@pytest.mark.parametrize("form", FORMS)
def test_the_legal_form_decides_whether_the_law_is_said_to_bind(form: str) -> None:
    text = page(told(form))
    assert FORMS[form] in text
    assert [other for other in set(FORMS.values()) - {FORMS[form]} if other in text] == []


ANSWERS = {
    "    - Tillgänglig: nej\n": "1 bilaga är inte tillgänglighetsanpassad:",
    "    - Tillgänglig: okänt\n": "För 1 bilaga är det okänt",
    "": "För 1 bilaga är det okänt",
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_file_that_is_not_for_everyone_is_counted_with_its_meeting(answer: str) -> None:
    file = {
        MEETING: f"{HEAD}- [Bilder](2024-03-08/a.pdf)\n{answer}",
        "minutes/brygg/2024-03-08/a.pdf": "x",
    }
    text = page(file)
    assert ANSWERS[answer] in text
    assert "2024-03-08.md#avsnitt-bilagor" in text


def test_an_accessible_file_is_not_counted() -> None:
    text = page(
        {
            MEETING: f"{HEAD}- [Bilder](2024-03-08/a.pdf)\n    - Tillgänglig: ja\n",
            "minutes/brygg/2024-03-08/a.pdf": "x",
        }
    )
    assert "avsnitt-bilagor" not in text


def test_a_file_that_is_only_mentioned_is_counted_apart() -> None:
    text = page({MEETING: f"{HEAD}- Bilder till punkt 2 (finns inte här)\n"})
    assert "nämner 1 bilaga som inte finns" in text
    assert "är det okänt" not in text


def test_a_draft_is_not_counted() -> None:
    draft = HEAD.replace("publicerat", "utkast")
    assert "avsnitt-bilagor" not in page({MEETING: f"{draft}- Bilder (finns inte här)\n"})
