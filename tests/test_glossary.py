"""The glossary's words are explained where they stand, in the sense that the text's authors use."""

from __future__ import annotations

import re

import markdown
import pytest
from browsing import PHONE, SECONDS
from content import FORBUND, NETWORK, small
from hypothesis import example, given
from hypothesis import strategies as st
from natverk.model.days import Day
from natverk.pages.explained import Explainer
from natverk.pages.prose import write_blocks
from natverk.rules.references import okand_hemvist
from natverk.source.blocks import read_blocks
from natverk.views.glossary import terms_of
from playwright.sync_api import Browser, Page, expect

EXTENSIONS = ("attr_list", "def_list", "md_in_html", "sane_lists", "tables", "fenced_code", "toc")
"""What pages are written in (hooks/build.py)."""

GLOSSARY = """\
vfu:
  term: VFU
  expansion: verksamhetsförlagd utbildning
run-ef:
  term: RUN
  expansion: Rådet "för" [under] & nät
  scope: [ef]
run-pl:
  term: RUN
  expansion: Rektorernas nätverk
  scope: [andra]
ek:
  term: EK
  expansion: energikontoret
ek-brygg:
  term: EK
  expansion: elevkåren
  scope: [Bryggnätverket]
skn-da:
  term: SKN
  expansion: skolnämnden
  to: 2019-12-31
skn-nu:
  term: SKN
  expansion: skolklubbens nätverk
  from: 2020-01-01
dubbel-1:
  term: TVÅ
  expansion: det ena
dubbel-2:
  term: TVÅ
  expansion: det andra
vux:
  term: vux
  expansion: vuxenutbildning
"""

CATALOGUE = small(
    {
        "networks/glossary.yml": GLOSSARY,
        "networks/pl/association.yml": FORBUND.replace("Exempelförbundet", "Provlandet"),
        "networks/pl/andra/network.yml": NETWORK.replace("Brygg", "Andra"),
    }
)

SENSES = {
    ("brygg", "2024-03-08", "VFU"): "vfu",
    ("brygg", "2024-03-08", "RUN"): "run-ef",
    ("andra", "2024-03-08", "RUN"): "run-pl",
    ("pl", "2024-03-08", "RUN"): None,
    ("brygg", "2024-03-08", "EK"): "ek-brygg",
    ("andra", "2024-03-08", "EK"): "ek",
    ("brygg", "2018-03-08", "SKN"): "skn-da",
    ("brygg", "2024-03-08", "SKN"): "skn-nu",
    ("brygg", "2024-03-08", "TVÅ"): None,
    ("brygg", "2024-03-08", "vfu"): None,
}


@pytest.mark.parametrize(("body", "day", "word"), SENSES)
def test_a_word_has_the_sense_of_its_place_and_its_day(body: str, day: str, word: str) -> None:
    term = terms_of(CATALOGUE, [body], Day.read(day)).get(word)
    assert (term and term.id) == SENSES[body, day, word]


def test_where_two_networks_meet_a_word_of_both_is_left_alone() -> None:
    known = terms_of(CATALOGUE, ["brygg", "andra"], Day.read("2024-03-08"))
    assert "RUN" not in known
    assert known["VFU"].id == "vfu"


def explained(text: str) -> str:
    """Return an author's text as it is written for the site in the network Bryggnätverket."""
    known = terms_of(CATALOGUE, ["brygg"], Day.read("2024-03-08"))
    return write_blocks(read_blocks(text.split("\n")), str, Explainer(known))


VFU = '[VFU](/ordlista.md#vfu "verksamhetsförlagd utbildning"){: .nv-term }'

MARKED = {
    "Om VFU.": f"Om {VFU}.",
    "VFU": VFU,
    "(VFU)": f"({VFU})",
    "**VFU** och VFU": f"**{VFU}** och VFU",
    "VFU-platser": f"{VFU}-platser",
    "VFU:s längd": f"{VFU}:s längd",
    "- VFU\n- VFU": f"- {VFU}\n- VFU",
    "> Om VFU": f"> Om {VFU}",
    "| a | b |\n|---|---|\n| VFU | x |": f"| a | b |\n|---|---|\n| {VFU} | x |",
    "[Om VFU](x.md) och VFU": f"[Om VFU](x.md) och {VFU}",
    "`VFU` och VFU": f"`VFU` och {VFU}",
}


@pytest.mark.parametrize("text", MARKED)
def test_a_word_is_explained_where_it_first_stands(text: str) -> None:
    """And nothing else of the author's text is touched."""
    assert explained(text) == MARKED[text]


@pytest.mark.parametrize(
    "text",
    (
        "### Om VFU",
        "`VFU`",
        "```\nVFU\n```",
        "    VFU",
        "- a\n\n        VFU",
        "[VFU](x.md)",
        "[VFU][1]\n\n[1]: VFU.md",
        "![VFU](x.png)",
        "https://VFU.example/VFU",
        "<https://a.example/VFU>",
        "VFU@a.example",
        "a/VFU",
        "XVFU",
        "VFUX",
        "vfu",
        "Vfu",
        "VFU.se",
        "Vux",
    ),
)
def test_what_is_not_the_word_itself_stands_as_it_stands(text: str) -> None:
    assert "nv-term" not in explained(text)


def test_an_explanation_cannot_break_out_of_its_title() -> None:
    assert '"Rådet &#34;för&#34; &#91;under&#93; &#38; nät"' in explained("RUN")


PIECES = (
    "VFU",
    "vux",
    "RUN",
    " ",
    " och ",
    "\n",
    "\n\n",
    "*",
    "**",
    "`",
    "``",
    "[",
    "](x.md)",
    "]",
)
MORE = (
    "![",
    "(",
    ")",
    "- ",
    "1. ",
    "> ",
    "    ",
    "|",
    "<",
    ">",
    "&",
    "\\",
    "_",
    "{",
    "}",
    "https://a.example/",
    '"',
)


@given(st.lists(st.sampled_from(PIECES + MORE), max_size=14).map("".join))
@example("*VFU `VFU` [a VFU](x.md) VFU*")
def test_readers_see_the_authors_own_words_and_nothing_else(text: str) -> None:
    """Whatever is written: once links and their marks are gone, the page is the same."""
    plain = write_blocks(read_blocks(text.split("\n")), str)
    assert shown(explained(text)) == shown(plain)


def shown(text: str) -> str:
    page = markdown.markdown(text, extensions=EXTENSIONS)
    return re.sub(r'<a class="nv-term"[^>]*>(.*?)</a>', r"\1", page)


def test_an_unknown_home_of_a_word_is_told_with_the_nearest_name() -> None:
    files = {"networks/glossary.yml": GLOSSARY.replace("[ef]", "[eff]")}
    found = list(okand_hemvist(small(files), Day.read("2024-03-08").first))
    told = [(one.line, one.message) for one in found]
    assert told[0] == (
        7,
        "Ordet RUN sägs höra hemma i eff, som varken är ett förbund eller ett nätverk.",
    )
    assert found[0].hint == "Menade du ef?"
    assert list(okand_hemvist(CATALOGUE, Day.read("2024-03-08").first)) == []


def test_a_register_text_is_escaped_and_explained() -> None:
    terms = terms_of(CATALOGUE, ["brygg"], Day.read("2024-03-08"))
    assert Explainer(terms).data("Om VFU och **fet** <b>") == (
        f"Om {VFU} och &#42;&#42;fet&#42;&#42; &lt;b&gt;"
    )


INVITATION = "natverk/skolchefsnatverket/2024-05-31/"


def test_an_explanation_opens_and_closes_by_keyboard(page: Page, address: str) -> None:
    page.goto(address + INVITATION)
    word = page.get_by_role("button", name="VFU")
    box = page.locator("#nv-ord")
    expect(word).to_have_count(1)
    expect(word).to_have_accessible_description("verksamhetsförlagd utbildning")
    for key in ("Enter", "Space"):
        word.focus()
        expect(box).to_be_hidden()
        page.keyboard.press(key)
        expect(box).to_be_visible()
        expect(box).to_contain_text("verksamhetsförlagd utbildning")
        expect(word).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Tab")
        expect(box.get_by_role("link")).to_be_focused()
        page.keyboard.press("Escape")
        expect(box).to_be_hidden()
        expect(word).to_have_attribute("aria-expanded", "false")
        expect(word).to_be_focused()


def test_an_explanation_opens_and_closes_by_touch(browser: Browser, address: str) -> None:
    with browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        page.goto(address + INVITATION)
        word, box = page.get_by_role("button", name="VFU"), page.locator("#nv-ord")
        word.tap()
        expect(box).to_be_in_viewport()
        word.tap()
        expect(box).to_be_hidden()
        word.tap()
        box.get_by_role("link").tap()
        expect(page).to_have_url(f"{address}ordlista/#vfu")


def test_a_text_is_found_by_its_explained_words(page: Page, address: str) -> None:
    page.goto(address + "sok/?q=%22VFU-platser+f%C3%B6rdelas%22")
    hits = page.locator(".nv-search__hits > li")
    expect(hits.filter(has_text="Skolchefsnätverket 31 maj 2024")).to_have_count(1, timeout=SECONDS)


def test_without_scripts_a_word_leads_to_the_glossary(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address + INVITATION)
        page.get_by_role("link", name="VFU", exact=True).click()
        expect(page).to_have_url(f"{address}ordlista/#vfu")
        expect(page.locator("#vfu")).to_be_in_viewport()
