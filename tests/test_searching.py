"""What the search's index is made of: split compounds, plain forms, other names, entries."""

from __future__ import annotations

import json
import re

import pytest
from content import EXAMPLE, TODAY
from natverk.load import load
from natverk.outputs import Front, Part
from natverk.searching.compounds import Compounds, plain
from natverk.searching.entries import entries
from natverk.searching.known import known_files
from natverk.searching.marks import Marker, marker
from natverk.searching.ranks import ranked
from natverk.searching.wordfile import word_file
from natverk.site import build
from natverk.words.search import search_words

WORDS = search_words()


@pytest.fixture(scope="module")
def marks() -> Marker:
    return marker(load(EXAMPLE).public(), WORDS)


SPLIT = {
    "mötesprotokoll": "mötes protokoll",
    "skolmiljarden": "skol miljarden",
    "kompetensförsörjning": "kompetens försörjning",
    "utbildningschefsnätverket": "utbildnings chefs nätverket",
    "förskolenätverkets": "förskole nätverkets",
    "samverkansavtalet": "samverkans avtalet",
    "barnomsorgsgruppen": "barn omsorgs gruppen",
    "barnskötare": "barn skötare",
    "branschråd": "bransch råd",
    "fokusområden": "fokus områden",
    "lärplattformen": "lär plattformen",
    "gymnasieskolan": "gymnasie skolan",
    "vuxenutbildningens": "vuxen utbildningens",
    "kommundirektörerna": "kommun direktörerna",
    "trygghetsutredningen": "trygghets utredningen",
    "februarimötet": "februari mötet",
    "skolhuvudmän": "skol huvudmän",
}


@pytest.mark.parametrize("word", SPLIT)
def test_a_compound_is_split_where_its_words_meet(word: str) -> None:
    assert " ".join(Compounds(words=WORDS).split(word)) == SPLIT[word]


WHOLE = (
    *("erfarenhet", "erfarenheterna", "ledamöter", "huvudmännen", "fastställande", "ordförande"),
    *("förskolan", "utbildningen", "verksamheterna", "ansvarig", "underlaget", "torsdagen"),
    *("kommunen", "protokoll", "tillsammans", "delaktighet", "lärosäten", "förslag"),
)


@pytest.mark.parametrize("word", WHOLE)
def test_a_word_that_only_looks_like_a_compound_stays_whole(word: str) -> None:
    assert Compounds(words=WORDS).split(word) == ()


def test_the_sites_own_words_split_compounds_and_names_are_left_alone() -> None:
    assert Compounds(words=WORDS).split("xylofonkvartett") == ()
    own = frozenset({"xylofon", "kvartett"})
    assert Compounds(words=WORDS, own=own).split("xylofonkvartett") == ("xylofon", "kvartett")
    assert Compounds(words=WORDS).split("kvarnskolan") == ("kvarn", "skolan")
    assert Compounds(words=WORDS, names=frozenset({"kvarnskolan"})).split("kvarnskolans") == ()


PLAIN = {
    "förskolan förskolans förskola förskolor förskolorna": "förskol",
    "nätverk nätverket nätverkets nätverken nätverkens": "nätverk",
    "beslöt beslutade beslut beslutet besluten beslutas": "beslut",
    "ledamot ledamöter ledamöterna": "ledamot",
    "lärare läraren lärarnas": "lärarn",
    "verksamhet verksamheten verksamheter": "verksamhet",
    "chef chefer cheferna chefs": "chef",
    "obekväm obekvämt obekväma": "obekväm",
    "överenskommelse överenskommelsen överenskommelserna": "överenskomm",
    "åtagande åtagandet åtaganden åtagandena": "åtag",
}


@pytest.mark.parametrize("forms", PLAIN)
def test_the_forms_of_a_word_have_one_plain_form(forms: str) -> None:
    assert {plain(form, WORDS) for form in forms.split()} == {PLAIN[forms]}


MARKED = {
    "Skolmiljarden": "Skol`miljarden",
    "i nätverket": "i nätverket",
    "de beslöt": "de beslöt{beslut}",
    "skol- och utbildningschef": "skol-{skolchef} och utbildnings`chef",
    "den 5 mars 2021": "den 5 mars 2021{20210305,202103}",
    "möten i mars 2021": "möten{möte} i mars 2021{202103}",
    "5/3 2021": "5/3 2021{20210305}",
    '<a href="/natverket/">nätverket</a> &amp; `{x}`': "<a href=\"/natverket/\">nätverket</a> &amp; '(x)'",
    "<b>råd</b><span>möte</span>": "<b>råd</b> <span>möte</span>",
    "Statens provnämnds": "Statens prov`nämnds{spn,spnzz,provmyndighet,pmy,pmyzz}",
    "VFU-platser": "VFU{verksamhetsförlagd,utbildning,vfuzz}-` platser",
    "e-post": "e-post",
    "våren 2021": "våren 2021{202113}",
    "HT 2021": "HT{htzz} 2021{202114}",
    "läsåret 2020/21": "läsåret 2020/21{202015}",
    "mandat 2023–2026": "mandat 2023–2026{2023,2026}",
    "VFU": "VFU{verksamhetsförlagd,utbildning,vfuzz}",
    "vfu": "vfu",
    "Lindåsas": "Lindåsas",
    "Frida Påhitt": "Frida Påhitt",
}


@pytest.mark.parametrize("text", MARKED)
def test_marks_tell_what_else_finds_a_word(text: str, marks: Marker) -> None:
    assert marks.mark(text) == MARKED[text]


def test_a_name_is_found_by_those_it_had_before(marks: Marker) -> None:
    assert "skolchefsnätverk" in marks.mark("Skolchefsgruppen")
    assert "skolchefsgrupp" in marks.mark("Skolchefsnätverket")
    assert "skolchefsgrupp" not in marks.mark("Matematiknätverket")


def test_an_entry_for_the_page_and_one_for_each_part(marks: Marker) -> None:
    part = Part(anchor="beslut-1", title="Ett råd", kind="Beslut", about="Mötet", date="2024-03-08")
    front = Front(title="Möte", kind="Möte", filters={"År": ("2024",)}, parts=(part,))
    html = '<h1>Möte</h1><section><h3 id="beslut-1">Ett råd</h3>Text</section><p>Efter</p>'
    page, decision = entries(front, "natverk/a/2024-03-08/", html, marks)
    assert (page.address, page.date) == ("natverk/a/2024-03-08/", "")
    assert 'data-pagefind-filter="År[data-v]" data-v="2024"' in page.html
    assert 'data-pagefind-sort="datum[data-v]" data-v="0"' in page.html
    assert decision.address == "natverk/a/2024-03-08/#beslut-1"
    assert "Efter" in page.html
    assert "Efter" not in decision.html
    assert 'data-v="20240308"' in decision.html


def test_what_is_read_of_a_decision_is_its_text_and_it_is_found_by_its_facts_too(
    marks: Marker,
) -> None:
    part = Part(anchor="beslut-1", title="Ett råd", kind="Beslut", about="Skolchefsnätverket")
    front = Front(title="Möte", kind="Möte", parts=(part,))
    html = (
        '<section><h3 id="beslut-1">Ett råd</h3><p>Vi köper.</p>'
        '<p><span class="nv-status nv-status--waiting">Väntar på rådet</span></p>'
        '<div class="nv-marks"><ul><li><b>Slag:</b> "rekommendation"</li></ul></div></section>'
    )
    _, decision = entries(front, "natverk/a/2024-03-08/", html, marks)
    head, read = decision.html.split("<main", 1)
    assert "Vi köper." in read
    for found in ("Väntar på rådet", "&quot;rekommendation&quot;", "Skol`chefs`nätverket"):
        assert found in head
        assert found not in read
    assert "Slag:" not in decision.html


SENTENCES = {
    "<dt>Plats</dt>\n<dd>Stadshuset</dd>": "<dt>Plats:</dt>\n<dd>Stadshuset.</dd>",
    "<dt>Plats</dt>\n<dd>Det är inte känt.</dd>": "<dt>Plats:</dt>\n<dd>Det är inte känt.</dd>",
    '<dt>Plats:</dt><dd><a href="/a/">Salen</a></dd>': '<dt>Plats:</dt><dd><a href="/a/">Salen</a>.</dd>',
    "<dt>Plats</dt><dd><p>Salen</p>\n</dd>": "<dt>Plats:</dt><dd><p>Salen</p>\n</dd>",
    "<ul><li>Alla möten</li></ul>": "<ul><li>Alla möten{möte}.</li></ul>",
    "<p><b>Alla möten</b></p>": "<p><b>Alla möten{möte}.</b></p>",
    "<p>Alla möten.</p>": "<p>Alla möten{möte}.</p>",
}


@pytest.mark.parametrize("html", SENTENCES)
def test_facts_are_sentences_in_what_is_shown_of_a_page(html: str, marks: Marker) -> None:
    (page,) = entries(Front(title="Möte", kind="Möte"), "natverk/a/", html, marks)
    assert SENTENCES[html] in page.html


def test_every_page_says_what_the_search_is_to_know_of_it() -> None:
    outputs = build(load(EXAMPLE), TODAY)
    assert [one.path for one in outputs if one.is_page and one.front is None] == []


def test_the_browser_gets_the_tables_of_the_index() -> None:
    told = json.loads(word_file(WORDS).content or b"")
    forms = {form: word for word, own in told["forms"].items() for form in own.split()}
    assert forms == WORDS.forms
    assert told["endings"] == list(WORDS.endings)
    assert "för" in told["stop"]


RANKED = {
    "Statistik`ram`verk{statistikramverk,ramverk} läggs{lägga} fast": (
        "Statistikramverk läggs fast",
        "verk ramverk lägga",
    ),
    "Förskola och förskole`klass": ("Förskola och", "förskole klass"),
    "Göteborgsregionen{gr,grzz}": ("Göteborgsregionen", "grzz"),
    "Nätverket 5 mars 2021{20210305,202103}": ("Nätverket 5 mars 2021", ""),
    "VFU{verksamhetsförlagd,utbildning}-` platser": (
        "VFU platser",
        "verksamhetsförlagd utbildning",
    ),
}


@pytest.mark.parametrize("marked", RANKED)
def test_no_two_words_that_count_for_a_title_begin_alike(marked: str) -> None:
    assert ranked(marked) == RANKED[marked]


def unpacked(text: str) -> set[str]:
    """Return the words of a file as sok-stavning.js reads them."""
    found, before = set(), ""
    for sign, rest in re.findall(r"([0-9A-Z])([^0-9A-Z]*)", text):
        before = before[: int(sign, 36)] + rest
        found.add(before)
    return found


def test_only_words_that_are_shown_are_told_as_known() -> None:
    """The registers hold names that are not to be published."""
    fresh = marker(load(EXAMPLE).public(), WORDS)
    fresh.mark("<p>Förskolenätverkets dagar på öar, och 3 frågor till I. S., Łukasz och Жанна</p>")
    told = {
        output.path.split("/")[-1]: unpacked(json.loads(output.content or b""))
        for output in known_files(fresh)
    }
    assert told["f.json"] >= {"förskolenätverk", "förskol", "fråg"}
    assert "nätverk" in told["n.json"]
    assert told["ovriga.json"] == {"łukasz", "жанна"}
    assert not {"ivar", "skenström"} & set().union(*told.values())
