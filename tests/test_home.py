"""The home page and the associations': they lead on, they stay small, and nothing is an empty heading."""

from __future__ import annotations

import re

import pytest
from content import EXAMPLE, FORBUND, NETWORK, TODAY, catalogue, page_of
from natverk.load import load
from natverk.site import build


def sections(text: str) -> dict[str, str]:
    """Return what stands under each heading of a page, by the heading's words."""
    parts = re.split(HEADING, text, flags=re.MULTILINE)
    return {
        heading: TAGS.sub("", body).strip()
        for heading, body in zip(parts[2::3], parts[3::3], strict=True)
    }


HEADING = r"^(#{1,4}) (.+?)(?: \{.*\})?$"
TAGS = re.compile(r"</?(?:div|section|details)[^>]*>")


SITES = {
    "nothing": {},
    "one association": {"networks/ef/association.yml": FORBUND},
    "one network": {
        "networks/ef/association.yml": FORBUND,
        "networks/ef/brygg/network.yml": NETWORK,
    },
}


@pytest.mark.parametrize("site", SITES)
def test_no_heading_of_an_empty_site_stands_over_nothing(site: str) -> None:
    """Every list says that it has nothing; a heading without text has headings below it."""
    bare = [
        f"{output.path}: {heading}"
        for output in build(catalogue(SITES[site]), TODAY)
        if output.is_page
        for heading in _bare((output.content or b"").decode())
    ]
    assert bare == []


def test_one_network_is_not_called_several() -> None:
    assert "beslut i 1 nätverk.\n" in page_of("index.md", catalogue(SITES["one network"]))


def test_a_glossary_without_words_says_so() -> None:
    text = page_of("ordlista.md", catalogue(SITES["one network"]))
    assert "Inga ord finns här än." in text
    assert "Inga ord finns här än." not in page_of("ordlista.md", load(EXAMPLE))


def test_a_heading_over_nothing_is_seen() -> None:
    assert _bare("# Ett\n\n## Två\n\nText.\n\n## Tre\n\n<div>\n</div>\n") == ["Tre"]


def _bare(text: str) -> list[str]:
    """Return the headings that neither text nor a lower heading follows."""
    parts = re.split(HEADING, text, flags=re.MULTILINE)
    found = list(zip(parts[1::3], parts[2::3], parts[3::3], strict=True))
    below = [level for level, _, _ in found[1:]] + [""]
    return [
        heading
        for (level, heading, body), after in zip(found, below, strict=True)
        if not TAGS.sub("", body).strip() and len(after) <= len(level)
    ]


EXPECTED = {
    "Kommande möten": "31 maj 2024",
    "Ärenden som väntar": "Väntar på Utbildningsrådet",
    "Senaste beslut": "Planeringen fortsätter ett läsår till",
    "Senaste anteckningar": "8 mars 2024",
    "Ämnen": "[Digitalisering](/amnen/digitalisering.md)",
    "[Exempelförbundet](/forbund/exempelforbundet.md)": "Skolchefsnätverket",
}


def test_the_home_page_tells_what_is_here_and_what_is_new() -> None:
    found = sections(page_of("index.md", load(EXAMPLE)))
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
    text = page_of("index.md", catalogue(files))
    assert len(text.encode()) < 40_000
    assert "[Alla 120 nätverk och grupper](/forbund/ef.md)" in text
    assert "[Alla 100 ämnen](/amnen/index.md)" in text
    assert text.count("/2024-05-31.md") == text.count("#beslut-1") == 5


def test_an_association_leads_on_to_its_own_part_of_the_registers() -> None:
    found = sections(page_of("forbund/exempelforbundet.md", load(EXAMPLE)))
    assert "(/kalender/index.md?forbund=Exempelf%C3%B6rbundet)" in found["Kommande möten"]
    assert "(/beslut/index.md?forbund=Exempelf%C3%B6rbundet)" in found["Senaste beslut"]
    facts = found["Exempelförbundet"]
    assert '[Direktionen](/natverk/direktionen.md) <span class="nv-muted">styrelse' in facts
    assert "[Utbildningsrådet](/natverk/utbildningsradet.md)" in facts
    assert "Läromedelsgruppen" not in facts


def test_the_years_stand_above_the_list_of_decisions() -> None:
    for path in ("beslut/index.md", "beslut/2020.md"):
        text = page_of(path, load(EXAMPLE))
        assert 0 < text.index("[2021](/beslut/2021.md)") < text.index('<div class="nv-decisions"')


def test_a_row_says_first_whether_the_decision_holds_and_names_the_network_elsewhere() -> None:
    status = '<span class="nv-status nv-status--holds">Gäller, utan slutdatum</span>'
    told = "Rekommendation · 13 november 2020"
    pages = {
        "natverk/laromedelsgruppen.md": told,
        "beslut/2020.md": f"{told} · Läromedelsgruppen",
    }
    for path, about in pages.items():
        text = page_of(path, load(EXAMPLE))
        row = next(line for line in text.splitlines() if "[En gemensam lista" in line)
        assert f"#beslut-1) {status} <span" in row
        assert row.endswith(f">{about}</span>")
    other = "Ställningstagande · 10 juni 2022 · "
    assert f"{other}enligt Matematiknätverket<" in page_of(
        "natverk/laromedelsgruppen.md", load(EXAMPLE)
    )
    assert f"{other}Läromedelsgruppen<" in page_of("natverk/matematiknatverket.md", load(EXAMPLE))


def test_what_two_associations_decide_together_stands_with_both() -> None:
    """And what one decides alone stands with it alone."""
    own = {
        name: page_of(f"forbund/{name}.md", load(EXAMPLE))
        for name in ("exempelforbundet", "provlandet")
    }
    assert "Yttrande om lärplattformen" in own["exempelforbundet"]
    assert "Yttrande om lärplattformen" in own["provlandet"]
    assert "Planeringen fortsätter" not in own["provlandet"]


NEXT = {
    "planned": ("  - date: 2024-06-14\n", "14 juni 2024"),
    "today": ("  - date: 2024-05-15\n", "15 maj 2024"),
    "first is cancelled": (
        "  - date: 2024-05-31\n    status: inställt\n  - date: 2024-06-14\n",
        "14 juni 2024",
    ),
    "first is moved": (
        "  - date: 2024-05-31\n    status: flyttat\n    moved_to: 2024-06-07\n",
        "7 juni 2024",
    ),
    "only held": ("  - date: 2024-03-08\n", ""),
    "only cancelled": ("  - date: 2024-05-31\n    status: inställt\n", ""),
}
"""The calendar of a network, and the day that its page says is next."""


@pytest.mark.parametrize("case", NEXT)
def test_a_network_says_first_when_it_meets_next(case: str) -> None:
    meetings, expected = NEXT[case]
    files = {
        "networks/ef/association.yml": FORBUND,
        "networks/ef/brygg/network.yml": f"{NETWORK}meetings:\n{meetings}",
    }
    said = re.search(r"Nästa möte\n:   \[([^]]+)\]", page_of("natverk/brygg.md", catalogue(files)))
    assert (said[1] if said else "") == expected
