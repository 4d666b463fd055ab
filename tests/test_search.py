"""Searches in a real browser, over the example site and over the repository's own: what a reader finds."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from browsing import served
from built import REPO
from content import TODAY
from natverk.model.catalogue import Catalogue
from natverk.outputs import Front
from natverk.searching.bundle import write_index
from natverk.searching.entries import entries
from natverk.searching.known import known_files
from natverk.searching.marks import marker
from natverk.searching.wordfile import word_file
from natverk.site import write_all
from natverk.words.search import search_words
from pagefind.service import get_executable
from playwright.sync_api import Browser

LATE_PAGEFIND = Path(__file__).with_name("late_pagefind.py")

FIRST = 5
"""How far down a reader looks."""

Search = Callable[[dict[str, object]], dict[str, object]]

OPEN = """async (address) => {
    const { open } = await import(`${address}assets/sok-motor.js`);
    window.engine = await open(`${address}pagefind/`);
}"""

ASK = """async (state) => {
    const answer = await engine.find(state);
    if (!answer) return null;
    const hits = await Promise.all(answer.hits.map((hit) => hit()));
    return { hits, counts: await answer.counts(), instead: answer.instead };
}"""


def _searching(browser: Browser, site: Path) -> Iterator[Search]:
    """Yield what searches a site with the script that its search page uses."""
    with served(site) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}404.html")
        page.evaluate(OPEN, address)
        yield lambda state: page.evaluate(ASK, state)


@pytest.fixture(scope="session")
def example(browser: Browser, root: Path) -> Iterator[Search]:
    yield from _searching(browser, root / "site")


@pytest.fixture(scope="session")
def own(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Search]:
    site = tmp_path_factory.mktemp("egen") / "site"
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", REPO / "mkdocs.yml", "-d", site],
        check=True,
        env={**os.environ, **quiet, "NATVERK_TODAY": TODAY.isoformat()},
    )
    yield from _searching(browser, site)


def found(search: Search, query: str, **chosen: object) -> list[dict[str, object]]:
    answer = search({"q": query, **chosen})
    assert answer, f"{query} är ingen fråga"
    return answer["hits"]  # type: ignore[return-value] - what the script promises


def first(search: Search, query: str) -> list[str]:
    """Return the addresses of the first hits, below the site's root."""
    return [str(hit["url"]).removeprefix("/natet/") for hit in found(search, query)[:FIRST]]


CHEFS = "natverk/utbildningschefsnatverket/"
MARCH = "natverk/utbildningschefsnatverket/2021-03-05/"
PRESCHOOL = "natverk/forskolenatverket/"
SYV = "natverk/syv-natverket/"
OWN = {
    "utbildningschefer": CHEFS,
    "nätverk för utbildningschefer": CHEFS,
    "utbildningschefsnätverk": CHEFS,
    "utbildningschefs nätverk": CHEFS,
    "förskola": PRESCHOOL,
    "förskolan": PRESCHOOL,
    "förskolans": PRESCHOOL,
    "avtal förskola": "overenskommelser/avtal-forskola-pedagogisk-omsorg/",
    "kompetens": "arenden/kompetensforstarkning-forskola/",
    "barnomsorg obekväm arbetstid": MARCH,
    "syv": SYV,
    "studievägledare": SYV,
    "studie- och yrkesvägledning": SYV,
    "vux": CHEFS,
    "vuxenutbildning": CHEFS,
    "SKL": "organisationer/skr/",
    "SKR": "organisationer/skr/",
    "goteborg": "organisationer/goteborg/",
    "utbildningschefsnatverket": CHEFS,
    "skolchef": "natverk/skolchefsnatverket/",
    "5 mars 2021": MARCH,
    "2021-03-05": MARCH,
    "mars 2021": MARCH,
    "5/3 2021": MARCH,
    "210305": MARCH,
    "beslöt": "natverk/utbildningschefsnatverket/2018-06-15/#beslut-1",
    "beslutade": "natverk/utbildningschefsnatverket/2018-06-15/#beslut-1",
    "beslut": "natverk/utbildningschefsnatverket/2018-06-15/#beslut-1",
    "miljard": MARCH,
    "protokoll": "natverk/natverket-forskola/uppdrag/2023/",
    "gymnasiet": CHEFS,
    "lärarnas": "teman/lararutbildning/",
    "chefsnätverken": CHEFS,
    "Göteborgs": "organisationer/goteborg/",
    "digitaliseringen": "arenden/digitala-licenser/",
    "förskolla": PRESCHOOL,
    "utbilningschefer": CHEFS,
    "utbildningscheffer": CHEFS,
    "gymnaiset": CHEFS,
    "goteborgsregoinen": "forbund/goteborgsregionen/",
    "förskoleavtal": "overenskommelser/avtal-forskola-pedagogisk-omsorg/",
    "gr:s": "forbund/goteborgsregionen/",
    "5/3-21": MARCH,
    "5.3.2021": MARCH,
    "5 mars -21": MARCH,
    "fredagen den 5 mars 2021": MARCH,
    "2021/03/05": MARCH,
    "mars -21": MARCH,
    "våren 2021": MARCH,
    "VT21": MARCH,
    "läsåret 2018/2019": "arenden/branschrad/",
    "läsår 2018/19": "arenden/branschrad/",
    "15 jun 2018": "natverk/utbildningschefsnatverket/2018-06-15/",
    "mölndals stad": "organisationer/molndal/",
    "vem representerar Härryda": "organisationer/harryda/",
    "när är nästa möte": "kalender/",
    "kalender": "kalender/",
    "ämnen": "amnen/",
    "alla ärenden": "arenden/",
    "vem är ordförande i förskolenätverket": PRESCHOOL,
    "vad beslutades om gymnasiedagarna": "arenden/gymnasiedagarna/",
    "vem bestämmer om gymnasiedagarna": "arenden/gymnasiedagarna/",
    "vem ansvarar för digitala licenser": "arenden/digitala-licenser/",
    "vad gör branschrådet": "natverk/branschrad-forskola/",
    "överenskommelse": "overenskommelser/",
    "överrenskommelse": "overenskommelser/",
    "tilgänglighet": "om/tillganglighet/",
    "hantering av personuppgifter": "om/personuppgifter/",
    "fo\u0308rskola": PRESCHOOL,
    "för\u00adskola": PRESCHOOL,
    "jourförskola": PRESCHOOL,
    "https://www.goteborgsregionen.se": "forbund/goteborgsregionen/",
    "syv:are": SYV,
    "Göteborgs Stad": "organisationer/goteborg/",
    "Stockholms stad": "organisationer/stockholm/",
    "Vara kommun": "organisationer/vara/",
    "skolchefsnätverket skaraborg": "natverk/skolchefsnatverket/",
    "protokoll 5 mars 2021": MARCH,
    "minnesanteckningar mars 2021": MARCH,
    "protokoll utbildningschefsnätverket": MARCH,
    '"råd att ta tjänstledigt"': MARCH,
    '"2021-03-05"': MARCH,
    '"läsåret 2018/2019"': "arenden/branschrad/",
}


@pytest.mark.parametrize("query", OWN)
def test_what_readers_search_for_is_among_the_first(query: str, own: Search) -> None:
    assert OWN[query] in first(own, query)


@pytest.mark.parametrize("query", ("blåbär", "xyzzy", "faktorer"))
def test_what_is_nowhere_has_no_hits(query: str, own: Search) -> None:
    """Pagefind answers with what begins about so."""
    assert found(own, query) == []


def test_a_word_that_is_nowhere_is_left_out_and_the_reader_is_told(own: Search) -> None:
    answer = own({"q": "branschråd xyzzy"})
    assert answer["instead"] == "branschråd"
    assert answer["hits"]


SCHOOL_CHIEFS = "natverk/skolchefsnatverket/"
AUTHORITY = "organisationer/provmyndigheten/"
PLATFORM = "arenden/larplattformen/"
EXAMPLE_SITE = {
    "skolchefer": SCHOOL_CHIEFS,
    "nätverk för skolchefer": SCHOOL_CHIEFS,
    "skolchefsgruppen": SCHOOL_CHIEFS,
    "skolchefs nätverk": SCHOOL_CHIEFS,
    "skolchefsnatverket": SCHOOL_CHIEFS,
    "mattenätverket": "natverk/matematiknatverket/",
    "matematik": "natverk/matematiknatverket/",
    "plattformar": PLATFORM,
    "larplattform": PLATFORM,
    "läromedlens": "natverk/matematiknatverket/2021-05-07/#beslut-1",
    "SPN": AUTHORITY,
    "PMY": AUTHORITY,
    "statens provnämnd": AUTHORITY,
    "Mossvikens": "organisationer/mossviken/",
    "lindasa": "organisationer/lindasa/",
    "VFU": "overenskommelser/vfu/",
    "verksamhetsförlagda utbildningen": "overenskommelser/vfu/",
    "modersmålet": "natverk/modersmalsnatverket/",
    "nationella prov": "natverk/skolchefsnatverket/2024-03-08/#beslut-3",
    "upphandlingar": "natverk/skolchefsnatverket/2024-03-08/#beslut-2",
    "den 8 mars 2024": "natverk/skolchefsnatverket/2024-03-08/",
    "240308": "natverk/skolchefsnatverket/2024-03-08/",
    "8/3 2024": "natverk/skolchefsnatverket/2024-03-08/",
    "2024-03": "natverk/skolchefsnatverket/2024-03-08/",
    "8/3-24": "natverk/skolchefsnatverket/2024-03-08/",
    "fredag 8 mars 2024": "natverk/skolchefsnatverket/2024-03-08/",
    "mossvikens kommunhus": "organisationer/mossviken/",
    "kommande möten": "kalender/",
    "SPN:s": AUTHORITY,
    "skolchfer": SCHOOL_CHIEFS,
    "mossvikken": "organisationer/mossviken/",
}


@pytest.mark.parametrize("query", EXAMPLE_SITE)
def test_other_words_of_the_same_kinds_are_found_too(query: str, example: Search) -> None:
    assert EXAMPLE_SITE[query] in first(example, query)


@pytest.mark.parametrize(
    "query", ("xyzzy", "kvastar", "9999-12-31", "våren 1971", "läsåret 1998/99", '"till läsår ett"')
)
def test_what_is_not_there_is_not_found(query: str, example: Search) -> None:
    assert found(example, query) == []


@pytest.mark.parametrize(
    ("query", "begins", "ends"),
    (("vt 2024", "2024-01", "2024-07"), ("läsåret 2023/24", "2023-07", "2024-07")),
)
def test_a_term_finds_its_days_first(query: str, begins: str, ends: str, example: Search) -> None:
    days = [str(hit["date"]) for hit in found(example, query)[:FIRST] if hit.get("date")]
    assert days
    assert [day for day in days if not begins <= day < ends] == []


MISSPELT = {"förskolla": "förskola", "mossvikken": "mossviken", "skolchfer": "skolchef"}


@pytest.mark.parametrize("query", MISSPELT)
def test_a_misspelt_word_is_answered_as_another_and_that_is_told(
    query: str, example: Search
) -> None:
    told = str((example({"q": query}) or {}).get("instead"))
    assert told.startswith(MISSPELT[query][:6])


@pytest.mark.parametrize("query", ("skolchefer", "mossv", "larplattform", '"förskolla"', "kvastar"))
def test_a_word_that_is_known_or_like_none_is_left_as_it_is(query: str, example: Search) -> None:
    assert (example({"q": query}) or {}).get("instead") is None


def test_nothing_that_is_shown_bears_the_marks_of_the_index(own: Search) -> None:
    hits = found(own, "utbildningschefsnätverket förskola")
    shown = [str(hit["title"]) for hit in hits]
    shown += [piece["text"] for hit in hits for piece in hit["excerpt"]]  # type: ignore[attr-defined]
    shown += [place["title"] for hit in hits for place in hit["places"]]  # type: ignore[attr-defined]
    assert shown
    assert [text for text in shown if set(text) & set("`{}")] == []


def test_a_hit_marks_the_whole_word_and_leads_to_its_place(own: Search) -> None:
    (hit,) = found(own, "miljard", slag=["Möte"])
    assert "skolmiljarden" in [piece["text"] for piece in hit["excerpt"] if piece["isHit"]]  # type: ignore[attr-defined]
    assert "”skolmiljarden”" in shown_of(hit)
    assert [place["url"].partition("#")[2] for place in hit["places"]]  # type: ignore[attr-defined]


def shown_of(hit: dict[str, object]) -> str:
    """Return the excerpt of a hit."""
    return "".join(piece["text"] for piece in hit["excerpt"])  # type: ignore[attr-defined]


def test_what_is_shown_of_a_decision_is_its_text_whose_it_is_and_how_it_stands(
    example: Search,
) -> None:
    (hit,) = found(example, "upphandling", slag=["Beslut"])
    assert (hit["whose"], hit["standing"]) == ("Skolchefsnätverket", "Väntar på Utbildningsrådet")
    assert shown_of(hit).startswith("Skolchefsnätverket rekommenderar kommunerna att")
    assert shown_of(hit).rstrip().endswith("göra upphandlingen.")
    (other,) = found(example, "nationella prov i mars", slag=["Beslut"])
    assert (other["whose"], other["standing"]) == ("Matematiknätverket", "Gäller, utan slutdatum")


@pytest.mark.parametrize(
    "query", ("rekommendation", "utbildningsrådet", "ekhamn", "gemensam lärplattform", "väntar")
)
def test_a_decision_is_found_by_its_facts(query: str, example: Search) -> None:
    titles = [hit["title"] for hit in found(example, query, slag=["Beslut"])]
    assert "Kommunerna bör köpa en lärplattform tillsammans" in titles


def test_a_decision_is_a_hit_of_its_own(example: Search) -> None:
    hits = found(example, "upphandling", slag=["Beslut"])
    assert [(hit["title"], hit["kind"], hit["date"], hit["places"]) for hit in hits] == [
        ("Kommunerna bör köpa en lärplattform tillsammans", "Beslut", "2024-03-08", [])
    ]


def test_filters_alone_are_a_question_and_the_counts_are_what_each_would_give(
    example: Search,
) -> None:
    """Choices in a group widen, groups narrow; a group's counts leave its own choices out."""
    every = example({"q": "", "slag": ["Beslut"]})
    counts = every["counts"]
    assert counts["slag"]["Beslut"] == len(every["hits"])  # type: ignore[index, arg-type]
    assert counts["slag"]["Möte"] > 0  # type: ignore[index]
    for standing, number in counts["lage"].items():  # type: ignore[index]
        assert len(found(example, "", slag=["Beslut"], lage=[standing])) == number
    both = {"slag": ["Beslut", "Nyhet"], "forbund": ["Exempelförbundet"]}
    assert {hit["kind"] for hit in found(example, "", **both)} == {"Beslut", "Nyhet"}


def _made(
    browser: Browser, site: Path, pages: Mapping[str, tuple[Front, str]], most: int = 100
) -> Iterator[Search]:
    """Yield what searches a site of `pages`, whose index has no more than `most` in a part."""
    marks = marker(Catalogue(), search_words())
    found = [
        entry
        for address, (front, text) in pages.items()
        for entry in entries(front, address, f"<p>{text}</p>", marks)
    ]
    write_index(found, site / "pagefind", most=most)
    shutil.copytree(REPO / "overrides" / "assets", site / "assets")
    write_all([word_file(search_words()), *known_files(marks)], site, site)
    (site / "404.html").write_text("<!doctype html><title>Tom</title>", "utf-8")
    yield from _searching(browser, site)


LETTERS = {"a": "2024-03-08", "b": "2020", "c": None, "d": "2024-01", "e": "2022-05-01"}


@pytest.fixture
def split(browser: Browser, tmp_path: Path) -> Iterator[Search]:
    """A site of five pages whose index is split in three, each page an older one than the last."""
    pages = {
        f"{key}/": (Front(title=f"Rapport {key}", kind="Möte", date=date), f"Text {key}")
        for key, date in LETTERS.items()
    }
    yield from _made(browser, tmp_path, pages, most=2)


def test_an_index_in_several_parts_answers_as_one(split: Search) -> None:
    by_date = [str(hit["url"])[-2] for hit in found(split, "rapporter", sort="datum")]
    assert by_date == ["a", "d", "e", "b", "c"]
    answer = split({"q": "rapport"})
    assert answer["counts"]["slag"] == {"Möte": 5}  # type: ignore[index]
    assert sorted(str(hit["url"])[-2] for hit in answer["hits"]) == list("abcde")  # type: ignore[attr-defined]


def test_the_parts_share_one_program(split: Search, tmp_path: Path) -> None:
    assert found(split, "rapport b")
    bundle = tmp_path / "pagefind"
    told = json.loads((bundle / "arkiv.json").read_text("utf-8"))
    assert told["archives"] == ["arkiv-1/", "arkiv-2/"]
    assert [name for name in told["first"] if not (bundle / name).is_file()] == []
    assert len([*bundle.rglob("*.pagefind")]) == 1
    assert {path.name for path in bundle.rglob("*.js")} == {"pagefind.js", "pagefind-worker.js"}


def test_an_index_is_whole_when_pagefind_is_late_with_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "pagefind"
    program.write_text(f"#!/bin/sh\nexec {sys.executable} {LATE_PAGEFIND}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("REAL_PAGEFIND", str(get_executable()))
    monkeypatch.setattr("natverk.searching.service.get_executable", lambda: program)
    marks = marker(Catalogue(), search_words())
    found = entries(Front(title="Rapport", kind="Möte"), "rapport/", "<p>Text</p>", marks)
    write_index([*found], tmp_path / "index")
    told = json.loads((tmp_path / "index" / "pagefind-entry.json").read_text("utf-8"))
    assert told["languages"]["sv"]["page_count"] == 1


LONG = " ".join(f"Frågan {number} rör barnens dagar." for number in range(400))
BEARERS = {
    "natverk/forskola/": (
        Front(title="Förskolenätverket", kind="Nätverk", name="Förskolenätverket"),
        LONG,
    ),
    "organisationer/a/": (
        Front(title="Askvalla", kind="Organisation", name="Askvalla kommun stad"),
        LONG,
    ),
    "amnen/statistik/": (Front(title="Statistik", kind="Ämne", name="Statistik"), LONG),
    "arenden/a/": (
        Front(title="Statistikramverk prövas", kind="Ärende"),
        "Statistikramverket prövas.",
    ),
} | {
    f"natverk/forskola/{2000 + year}/": (
        Front(title=f"Uppdrag för Förskolenätverket, {2000 + year}", kind="Uppdrag"),
        "Förskolenätverket i Askvalla kommun samlar förskolornas chefer i kommunerna.",
    )
    for year in range(10, 20)
}
"""Short pages that bear names in title and text, and long ones that are what the names are of."""


@pytest.fixture
def bearers(browser: Browser, tmp_path: Path) -> Iterator[Search]:
    """A site where many pages bear the names of a few."""
    yield from _made(browser, tmp_path, BEARERS)


@pytest.mark.parametrize(
    ("query", "address"),
    (
        ("förskolenätverket", "natverk/forskola/"),
        ("nätverk för förskolan", "natverk/forskola/"),
        ("förskola", "natverk/forskola/"),
        ("Askvalla", "organisationer/a/"),
        ("Askvalla kommun", "organisationer/a/"),
        ("askvalla stad", "organisationer/a/"),
        ("statistik", "amnen/statistik/"),
        ("statistikramverk", "arenden/a/"),
    ),
)
def test_what_is_searched_for_by_name_comes_before_all_that_bear_the_name(
    query: str, address: str, bearers: Search
) -> None:
    assert first(bearers, query)[0] == address


def test_nothing_asked_is_no_question(example: Search) -> None:
    assert example({"q": " "}) is None


def test_hits_by_date_come_latest_first_and_the_undated_last(example: Search) -> None:
    by_meaning = found(example, "lärplattform")
    by_date = found(example, "lärplattform", sort="datum")
    dates = [hit.get("date") or "" for hit in by_date]
    assert dates == sorted(dates, reverse=True)
    assert "" in dates
    assert sorted(str(hit["url"]) for hit in by_date) == sorted(
        str(hit["url"]) for hit in by_meaning
    )
