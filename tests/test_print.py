"""Paper: what a real browser prints of a long page, read back sheet by sheet."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
from natverk.pages.paper import with_addresses
from playwright.sync_api import Page
from pypdf import PdfReader

LONG = "natverk/skolchefsnatverket/2024-03-08/"


def sheets(page: Page, address: str, path: str, size: str = "A4") -> list[str]:
    """Return the text of every sheet of a printed page, each on one line."""
    page.goto(address + path, wait_until="networkidle")
    printed = page.pdf(format=size, prefer_css_page_size=True)
    return [
        " ".join(sheet.extract_text().split()) for sheet in PdfReader(io.BytesIO(printed)).pages
    ]


def found(pattern: str, texts: list[str]) -> Iterator[int]:
    """Yield the number of each sheet that a pattern is on, counted from one."""
    return (at for at, text in enumerate(texts, 1) if re.search(pattern, text))


def test_every_sheet_says_what_it_is_a_part_of(page: Page, address: str) -> None:
    """The network, the day, the version, the address, and which sheet of how many it is."""
    printed = sheets(page, address, LONG)
    assert len(printed) > 1
    for at, text in enumerate(printed, 1):
        assert "Skolchefsnätverket 8 mars 2024" in text
        assert "Exempelnätet" in text
        assert "Version 2 maj 2024" in text
        assert "https://exempel.example/natet/natverk/skolchefsnatverket/2024-03-08/" in text
        assert f"{at} ({len(printed)})" in text


def test_the_text_is_whole_and_nothing_to_click_is_left(page: Page, address: str) -> None:
    printed = " ".join(sheets(page, address, LONG))
    for kept in ("Kommunerna bör köpa en lärplattform tillsammans", "Närvaro", "Bilagor"):
        assert kept in printed
    for gone in ("Meny", "Skriv ut", "Redigera", "Sök på webbplatsen", "Tidigare möte"):
        assert gone not in printed


def test_what_is_folded_away_on_a_networks_page_is_printed(page: Page, address: str) -> None:
    """On paper nothing can be opened."""
    printed = " ".join(sheets(page, address, "natverk/skolchefsnatverket/"))
    history = printed.partition("Ledamöter och roller genom tiderna")[2]
    assert re.search(r"Namn Organisation Ansvarsområde Roll Från Till", history)
    assert "Visa " not in history.partition("Från Till")[0]


def test_where_links_lead_is_told_under_their_numbers(page: Page, address: str) -> None:
    printed = " ".join(sheets(page, address, LONG))
    listed = printed.partition("Hit leder länkarna med nummer")[2].partition("Så hänvisar")[0]
    numbers = re.findall(r"(\d+)\. (https?://\S+)", listed)
    assert [int(number) for number, _ in numbers] == list(range(1, len(numbers) + 1))
    assert "https://exempel.example/natet/arenden/larplattformen/" in dict(numbers).values()
    for number, _ in numbers:
        assert f"[{number}]" in printed


def test_a_heading_stands_with_what_it_is_the_heading_of(page: Page, address: str) -> None:
    """On whatever sheet: no heading of a point is the last thing on one."""
    for size in ("A4", "A5", "A6"):
        page.goto(address + LONG, wait_until="networkidle")
        headings = page.locator("article :is(h2, h3, h4)").all_inner_texts()
        bare = {" ".join(one.removesuffix("#").split()) for one in headings}
        printed = sheets(page, address, LONG, size)
        for at, text in enumerate(printed, 1):
            assert not [one for one in bare if text.endswith(one)], (size, at)


def test_a_decision_is_not_parted_from_its_title(page: Page, address: str) -> None:
    """On whatever sheet; what is known of it may stand on the next one."""
    for size in ("A4", "A5", "A6"):
        printed = sheets(page, address, LONG, size)
        title, end = "Beslut 2: Kommunerna bör köpa", "låta Ekhamn göra upphandlingen"
        assert set(found(title, printed)) & set(found(end, printed)), size


def test_the_head_of_a_sheet_has_no_loose_dot(page: Page, address: str) -> None:
    page.goto(address + LONG)
    printed = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages[0].extract_text()
    lines = [line.strip() for line in printed.splitlines()[:3]]
    assert any("·" in line for line in lines)
    assert not [line for line in lines if line.endswith("·")]


def test_a_printed_page_on_subscribing_has_the_addresses(page: Page, address: str) -> None:
    """And neither buttons nor tables of links, which lead nowhere from paper."""
    (printed,) = sheets(page, address, "prenumerera/")
    for kept in (
        "Prenumerera",
        "Allt från alla nätverk",
        "https://exempel.example/natet/flode.xml",
    ):
        assert kept in printed
    for gone in ("Google Kalender Apple", "Skolchefsnätverket", "Bara besluten"):
        assert gone not in printed
    assert page.locator("h1").evaluate("(one) => one.id") == "prenumerera"


def test_what_is_folded_is_read_on_paper(page: Page, address: str) -> None:
    printed = " ".join(sheets(page, address, "forbund/exempelforbundet/"))
    assert "Visa hur de hänger ihop, som bild" in printed
    page.emulate_media(media="print")
    assert page.locator(".nv-fold svg").is_visible()


HERE = "https://exempel.example/natverk/x/2024-03-08/"
LINKS = {
    '<a href="../../../arenden/y/">Y</a>': "https://exempel.example/arenden/y/",
    '<a class="z" href="https://a.example/?a=1&amp;b=2">A</a>': "https://a.example/?a=1&amp;b=2",
    '<a href="#beslut-1">Beslut 1</a>': "",
    '<a class="headerlink" href="#x">#</a>': "",
    '<a class="nv-term" href="../../../ordlista/#vfu">VFU</a>': "",
    '<a href="mailto:a@a.example">a@a.example</a>': "",
    '<a href="https://a.example/">https://a.example/</a>': "",
    '<div class="nv-attendance"><a href="../../../organisationer/e/">Ekhamn</a></div>': "",
}


@pytest.mark.parametrize("link", LINKS)
def test_a_link_has_a_number_when_its_address_is_worth_telling(link: str) -> None:
    told = LINKS[link]
    written = with_addresses(f"<p>{link}</p>", HERE)
    assert ('data-nv-address="1"' in written) is bool(told)
    assert f"<li>{told}</li>" in written if told else written == f"<p>{link}</p>"


def test_the_same_address_has_the_same_number() -> None:
    written = with_addresses(
        '<a href="../b/">B</a> <a href="../c/">C</a> <a href="../b/">B</a>', HERE
    )
    assert re.findall(r'data-nv-address="(\d)"', written) == ["1", "2", "1"]
    assert written.count("<li>") == 2


def test_without_an_address_of_its_own_only_whole_links_are_told() -> None:
    written = with_addresses('<a href="../b/">B</a> <a href="https://a.example/">C</a>', "")
    assert written.count("<li>") == 1
    assert "<li>https://a.example/</li>" in written
