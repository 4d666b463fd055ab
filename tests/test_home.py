"""The home page and the associations': they lead on, they stay small, and nothing is an empty heading."""

from __future__ import annotations

import re

import pytest
from content import EXAMPLE, FORBUND, NETWORK, TODAY, catalogue, small
from natverk.load import load
from natverk.model.catalogue import Catalogue
from natverk.site import build


def page(path: str, of: Catalogue) -> str:
    """Return the Markdown of one page."""
    (output,) = [one for one in build(of, TODAY) if one.path == path]
    return (output.content or b"").decode()


def sections(text: str) -> dict[str, str]:
    """Return what stands under each heading of a page, by the heading's words."""
    parts = re.split(r"^#{1,3} (.+?)(?: \{.*\})?$", text, flags=re.MULTILINE)
    return {
        heading: re.sub(r"</?(?:div|section|details)[^>]*>", "", body).strip()
        for heading, body in zip(parts[1::2], parts[2::2], strict=True)
    }


PATHS = ("index.md", "forbund/ef.md", "kalender/index.md", "natverk/index.md", "amnen/index.md")


@pytest.mark.parametrize("path", PATHS)
def test_no_heading_of_an_empty_site_stands_over_nothing(path: str) -> None:
    for of in (small({}), catalogue({"networks/ef/association.yml": FORBUND})):
        found = sections(page(path, of))
        above = {"Nätverken", "Exempelförbundet", "[Exempelförbundet](/forbund/ef.md)"}
        assert [
            heading for heading, body in found.items() if not body and heading not in above
        ] == []


EXPECTED = {
    "Kommande möten": "31 maj 2024",
    "Ärenden som väntar": "Väntar på Utbildningsrådet",
    "Senaste beslut": "Planeringen fortsätter ett läsår till",
    "Senaste anteckningar": "8 mars 2024",
    "Ämnen": "[Digitalisering](/amnen/digitalisering.md)",
    "[Exempelförbundet](/forbund/exempelforbundet.md)": "Skolchefsnätverket",
}


def test_the_home_page_tells_what_is_here_and_what_is_new() -> None:
    found = sections(page("index.md", load(EXAMPLE)))
    assert {heading: EXPECTED[heading] in found[heading] for heading in EXPECTED} == dict.fromkeys(
        EXPECTED, True
    )
    first = found["Vad har nätverken kommit fram till?"]
    assert "[Mossviken](/organisationer/mossviken.md)" in first
    assert "[Beslut](/beslut/index.md)" in first
    assert "Provhögskolan" not in first


def test_the_home_page_stays_small_however_much_there_is() -> None:
    """All of Sweden's municipalities, and networks, meetings and decisions by the hundred."""
    files = {
        "networks/organisations.yml": "".join(
            f"kommunen-{number}:\n  name: Kommunen nummer {number}\n  kind: kommun\n"
            for number in range(290)
        ),
        "networks/topics.yml": "".join(
            f"amnet-{number}:\n  name: Ämnet nummer {number}\n" for number in range(100)
        ),
        "networks/ef/association.yml": FORBUND,
    }
    for number in range(120):
        files[f"networks/ef/natverk-{number}/network.yml"] = NETWORK
        files[f"networks/ef/matters/arendet-{number}.yml"] = (
            f"title: Ärendet nummer {number}\nsteps:\n  - body: natverk-{number}\n"
        )
        files[f"minutes/natverk-{number}/2024-03-08.md"] = "## Beslut\n\n> **Beslut 1: Ja**\n"
        files[f"minutes/natverk-{number}/2024-05-31.md"] = (
            "---\nstatus: kallelse\n---\n\n## Punkt\n"
        )
    text = page("index.md", catalogue(files))
    assert len(text.encode()) < 40_000
    assert "[Alla 120 nätverk och grupper](/forbund/ef.md)" in text
    assert "[Alla 100 ämnen](/amnen/index.md)" in text
    assert text.count("/2024-05-31.md") == text.count("#beslut-1") == 5


def test_an_association_leads_on_to_its_own_part_of_the_registers() -> None:
    found = sections(page("forbund/exempelforbundet.md", load(EXAMPLE)))
    assert "(/kalender/index.md?forbund=Exempelf%C3%B6rbundet)" in found["Kommande möten"]
    assert "(/beslut/index.md?forbund=Exempelf%C3%B6rbundet)" in found["Senaste beslut"]
    facts = found["Exempelförbundet"]
    assert '[Direktionen](/natverk/direktionen.md) <span class="nv-muted">styrelse' in facts
    assert "[Utbildningsrådet](/natverk/utbildningsradet.md)" in facts
    assert "Läromedelsgruppen" not in facts


def test_what_two_associations_decide_together_stands_with_both() -> None:
    """And what one decides alone stands with it alone."""
    own = {
        name: page(f"forbund/{name}.md", load(EXAMPLE))
        for name in ("exempelforbundet", "provlandet")
    }
    assert "Yttrande om lärplattformen" in own["exempelforbundet"]
    assert "Yttrande om lärplattformen" in own["provlandet"]
    assert "Planeringen fortsätter" not in own["provlandet"]
