"""The built site in a real browser: every kind of page, the search, a phone and paper."""

from __future__ import annotations

import functools
import http.server
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, ViewportSize, expect, sync_playwright

PAGES = (
    "",
    "natverk/",
    "natverk/skolchefsnatverket/",
    "natverk/skolchefsnatverket/2024-03-08/",
    "natverk/skolchefsnatverket/2024-05-31/",
    "natverk/skolchefsnatverket/2024-10-25/",
    "natverk/skolchefsnatverket/2024-01-19/",
    "natverk/skolchefsnatverket/?dag=2022-05-01",
    "natverk/matematiknatverket/2021-05-07/",
    "natverk/skolchefsnatverket/uppdrag/2024/",
    "natverk/matematiknatverket/uppdrag/2024/",
    "beslut/",
    "beslut/2024/",
    "arenden/",
    "arenden/larplattformen/",
    "overenskommelser/vfu/",
    "organisationer/",
    "organisationer/bryggeby/",
    "forbund/exempelforbundet/",
    "kalender/",
    "kalender/2024/",
    "nyheter/",
    "nyheter/2024-03-11-gemensam-larplattform/",
    "ordlista/",
    "sok/?q=l%C3%A4rplattform",
    "handbok/",
    "handbok/fel/",
    "handbok/fel/veckodag-stammer-inte/",
    "404.html",
)
"""One address of every kind of page."""

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = ["--no-sandbox", "--disable-background-networking"]
DESK = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}
SECONDS = 20_000
"""Milliseconds to wait for what will surely come; nothing here measures time."""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the site below a path, as many are published, and writes no log."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/natet"))

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def address(root: Path) -> Iterator[str]:
    """Where the built site is served, at any free port."""
    handler = functools.partial(Quiet, directory=str(root / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/natet/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The first of the system's browsers that starts, else Playwright's own."""
    with sync_playwright() as playwright:
        started = _launch(playwright)
        yield started
        started.close()


def _launch(playwright: Playwright) -> Browser:
    for name in NAMES:
        path = shutil.which(name)
        if (
            path
            and subprocess.run([path, "--version"], capture_output=True, check=False).returncode
            == 0
        ):
            return playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
    return playwright.chromium.launch(args=ARGUMENTS)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new reader, who has never been here."""
    with browser.new_context(viewport=DESK, locale="sv-SE") as context:
        yield context.new_page()


def listen(page: Page) -> list[str]:
    """Return a list that fills with the page's complaints and with the addresses it asks for."""
    heard: list[str] = []
    page.on("console", lambda said: said.type in {"error", "warning"} and heard.append(said.text))
    page.on("pageerror", lambda fault: heard.append(str(fault)))
    page.on("request", lambda request: heard.append(request.url))
    return heard


@pytest.mark.parametrize("path", PAGES)
def test_a_page_loads_without_complaint_asks_nobody_else_and_fits_a_phone(
    path: str, page: Page, address: str
) -> None:
    """At 360 pixels nothing but a wide table or an example scrolls sideways."""
    heard = listen(page)
    answer = page.goto(address + path, wait_until="networkidle")
    assert answer
    assert answer.status == 200
    expect(page.locator("h1")).to_be_visible()
    page.set_viewport_size(PHONE)
    widths = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert widths[0] <= widths[1]
    assert [one for one in heard if not one.startswith((address, "data:", "blob:"))] == []


def test_the_page_of_a_missing_address_says_so(page: Page, address: str) -> None:
    page.goto(address + "404.html")
    expect(page.locator("h1")).to_contain_text("finns inte")


FOUND = {
    "lärplattform": "Kommunerna bör köpa en lärplattform tillsammans",
    "8 mars 2024": "Skolchefsnätverket 8 mars 2024",
    "matematiknätverket": "Matematiknätverket",
    "Mossviken": "Mossviken",
}


@pytest.mark.parametrize("query", FOUND)
def test_a_search_finds_what_is_there(query: str, page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("searchbox").first.fill(query)
    page.get_by_role("searchbox").first.press("Enter")
    hits = page.locator(".nv-search__hits")
    expect(hits).to_contain_text(FOUND[query], timeout=SECONDS)
    assert "/sok/?q=" in page.url


def test_a_hit_leads_to_the_place_itself(page: Page, address: str) -> None:
    page.goto(address + "sok/?q=upphandlingen")
    link = page.locator(".nv-search__hits a", has_text="Kommunerna bör köpa").first
    link.click(timeout=SECONDS)
    expect(page.locator("#beslut-2")).to_be_in_viewport()


def test_a_decision_is_found_where_it_stands_and_not_in_the_time_lines_of_others(
    page: Page, address: str
) -> None:
    page.goto(address + "sok/?q=%22ett+l%C3%A4s%C3%A5r+till%22")
    hits = page.locator(".nv-search__hits > li")
    expect(hits).to_have_count(2, timeout=SECONDS)
    expect(hits.filter(has_text="Mattenätverket 7 maj 2021")).to_have_count(1)
    expect(hits.filter(has_text="Skolchefsnätverket 8 mars 2024")).to_have_count(1)


def test_filters_narrow_a_search_and_stand_in_its_address(page: Page, address: str) -> None:
    page.goto(address + "sok/?q=l%C3%A4rplattform")
    hits = page.locator(".nv-search__hits > li")
    expect(hits.first).to_be_visible(timeout=SECONDS)
    every = hits.count()
    page.get_by_label("Nyhet").check()
    expect(hits).to_have_count(1, timeout=SECONDS)
    assert every > 1
    assert "slag=Nyhet" in page.url
    page.go_back()
    expect(hits).to_have_count(every, timeout=SECONDS)


def test_a_search_without_hits_says_so(page: Page, address: str) -> None:
    page.goto(address + "sok/?q=xyzzy")
    expect(page.get_by_role("status")).to_contain_text("Inga träffar", timeout=SECONDS)


def test_no_draft_is_found(page: Page, address: str) -> None:
    page.goto(address + "sok/?q=xylofonutredningen")
    expect(page.get_by_role("status")).to_contain_text("Inga träffar", timeout=SECONDS)


HITS = ".nv-search__hits > li"
STATUS = ".nv-search__status"
BOX = "dialog"
FOCUSED = "document.activeElement.getAttribute('href') ?? document.activeElement.id"


def search(page: Page, address: str, query: str) -> int:
    """Go to a search's address and return how many hits it says that it has."""
    page.goto(f"{address}sok/?{query}")
    return number_of_hits(page)


def number_of_hits(page: Page) -> int:
    """Return how many hits the page says that there are, when it has said so."""
    status = page.locator(STATUS)
    expect(status).to_contain_text(re.compile("träff"), timeout=SECONDS)
    found = re.match(r"\d+", status.inner_text())
    return int(found[0]) if found else 0


def choose(page: Page, key: str, value: str) -> int:
    """Choose a value of an open group, and return how many hits its number promised."""
    box = page.locator(f"[name={key}][value='{value}']")
    promised = int(page.locator("label", has=box).inner_text().split()[-2])
    box.check()
    return promised


def test_a_reader_finds_a_page_with_the_keyboard_alone(page: Page, address: str) -> None:
    page.goto(address + "natverk/")
    page.keyboard.press("/")
    expect(page.locator("dialog input")).to_be_focused()
    page.keyboard.type("lärplattform")
    links = page.locator("dialog h2 a")
    expect(links.nth(1)).to_be_visible(timeout=SECONDS)
    for key, here in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0)):
        page.keyboard.press(key)
        expect(links.nth(here)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("dialog input")).to_be_focused()
    page.keyboard.press("ArrowDown")
    there = links.first.get_attribute("href") or ""
    page.keyboard.press("Enter")
    page.wait_for_url("**" + there)
    expect(page.locator(BOX)).to_have_count(0)


def test_the_arrows_reach_the_way_to_all_hits(page: Page, address: str) -> None:
    page.goto(address + "natverk/")
    page.keyboard.press("/")
    page.keyboard.type("lärplattform")
    expect(page.locator("dialog [role=status]")).to_contain_text("träffar", timeout=SECONDS)
    for _ in range(page.locator("dialog h2").count() + 3):
        page.keyboard.press("ArrowDown")
    every = page.get_by_role("link", name="Visa alla")
    expect(every).to_be_focused()
    number = int((every.text_content() or "").split()[2])
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok/?q=l%C3%A4rplattform")
    assert number_of_hits(page) == number


def test_enter_in_the_dialog_goes_to_the_search_page(page: Page, address: str) -> None:
    page.goto(address + "natverk/")
    page.keyboard.press("Control+k")
    page.keyboard.type("Mossviken")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok/?q=Mossviken")
    assert number_of_hits(page)


def test_escape_closes_the_dialog_and_gives_focus_back(page: Page, address: str) -> None:
    page.goto(address + "natverk/")
    page.locator("main a").nth(3).focus()
    before = page.evaluate(FOCUSED)
    page.keyboard.press("/")
    page.keyboard.type("avtal")
    expect(page.locator(BOX)).to_be_visible()
    assert page.evaluate(FOCUSED) != before
    page.keyboard.press("Escape")
    expect(page.locator(BOX)).to_be_hidden()
    assert page.evaluate(FOCUSED) == before


KEYS = {
    "/": True,
    "Control+k": True,
    "Meta+k": True,
    "Control+K": True,
    "k": False,
    "Control+/": False,
    "Alt+/": False,
    "Control+Meta+k": False,
}


@pytest.mark.parametrize("key", KEYS)
def test_these_keys_and_no_others_open_the_dialog(key: str, page: Page, address: str) -> None:
    page.goto(address + "natverk/")
    page.keyboard.press(key)
    expect(page.locator(BOX)).to_have_count(int(KEYS[key]))


def test_a_slash_written_with_shift_opens_the_dialog(page: Page, address: str) -> None:
    """As on a Swedish keyboard, where it is shift and 7."""
    page.goto(address + "natverk/")
    page.evaluate(
        "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '/', shiftKey: true, bubbles: true}))"
    )
    expect(page.locator(BOX)).to_be_visible()


def test_a_slash_in_a_field_is_a_slash(page: Page, address: str) -> None:
    page.goto(address)
    field = page.get_by_role("searchbox")
    field.press_sequentially("2023/2024")
    expect(field).to_have_value("2023/2024")
    expect(page.locator(BOX)).to_have_count(0)
    field.press("Control+k")
    expect(page.locator(BOX)).to_be_visible()


def test_a_reader_turns_the_slash_off_and_it_stays_off(page: Page, address: str) -> None:
    """A key that does something by itself can be turned off (WCAG 2.1.4)."""
    page.goto(address + "natverk/")
    page.get_by_label("Tecknet / öppnar").uncheck()
    page.goto(address + "beslut/")
    expect(page.get_by_label("Tecknet / öppnar")).not_to_be_checked()
    page.keyboard.press("/")
    expect(page.locator(BOX)).to_have_count(0)
    page.get_by_label("Tecknet / öppnar").check()
    page.keyboard.press("/")
    expect(page.locator(BOX)).to_be_visible()


@pytest.mark.parametrize("size", (DESK, PHONE))
def test_the_headers_button_opens_the_dialog_and_another_closes_it(
    size: ViewportSize, page: Page, address: str
) -> None:
    page.set_viewport_size(size)
    page.goto(address + "natverk/")
    page.get_by_role("banner").get_by_role("button", name="Sök").click()
    expect(page.locator("dialog input")).to_be_focused()
    page.get_by_role("button", name="Stäng").click()
    expect(page.locator(BOX)).to_be_hidden()
    expect(page.get_by_role("banner").get_by_role("button", name="Sök")).to_be_focused()


def test_the_search_engine_is_fetched_when_the_dialog_opens(page: Page, address: str) -> None:
    heard = listen(page)
    page.goto(address + "natverk/", wait_until="networkidle")
    assert [one for one in heard if "pagefind" in one or "motor" in one] == []
    page.keyboard.press("/")
    page.keyboard.type("avtal")
    expect(page.locator("dialog h2").first).to_be_visible(timeout=SECONDS)
    assert [one for one in heard if "pagefind" in one]


def test_the_key_leads_to_the_field_where_there_is_one(page: Page, address: str) -> None:
    search(page, address, "q=avtal")
    page.keyboard.press("/")
    expect(page.locator("#sok-falt")).to_be_focused()
    expect(page.locator("#sok-falt")).to_have_value("avtal")
    expect(page.locator(BOX)).to_have_count(0)


def test_values_of_a_group_widen_groups_narrow_and_every_number_is_kept(
    page: Page, address: str
) -> None:
    every = search(page, address, "q=l%C3%A4rplattform")
    one = choose(page, "slag", "Möte")
    expect(page.locator(STATUS)).to_contain_text(f"{one} träff")
    other = choose(page, "slag", "Nätverk")
    expect(page.locator(STATUS)).to_contain_text(f"{one + other} träff")
    assert 0 < one < one + other < every
    page.locator("summary", has_text="År").click()
    year = choose(page, "ar", "2024")
    expect(page.locator(STATUS)).to_contain_text(f"{year} träff")
    assert 0 < year < one + other
    assert page.locator(HITS).count() == year


def test_a_closed_group_fetches_nothing(page: Page, address: str) -> None:
    search(page, address, "q=l%C3%A4rplattform")
    expect(page.locator("[name=slag]").first).to_be_visible()
    expect(page.locator("[name=natverk]")).to_have_count(0)
    page.locator("summary", has_text="Nätverk").click()
    expect(page.locator("[name=natverk]").first).to_be_visible()


def test_a_long_group_shows_its_most_common_values_first(page: Page, address: str) -> None:
    """The rest comes when asked for, with a field to look in; what is chosen is always seen."""
    search(page, address, "q=l%C3%A4rplattform")
    page.evaluate(
        """async () => {
          const { drawFilters, showFilters } = await import("../assets/sok-filter.js");
          const { FACETS } = await import("../assets/sok-motor.js");
          const state = Object.fromEntries(FACETS.map(({ key }) => [key, []]));
          const filters = drawFilters(() => {});
          document.querySelector(".nv-facets").replaceWith(filters.node);
          const numbers = Object.fromEntries([...Array(30).keys()].map((number) => [`Val ${number}`, number + 1]));
          await showFilters(filters, { ...state, slag: ["Val 3"] }, async () => ({ slag: numbers }), 9);
        }"""
    )
    boxes = page.locator("[name=slag]").filter(visible=True)
    expect(boxes).to_have_count(9)
    expect(boxes.first).to_have_value("Val 29")
    expect(boxes.last).to_have_value("Val 3")
    page.get_by_role("button", name="Visa alla 30").click()
    expect(boxes).to_have_count(30)
    expect(page.get_by_label("Hitta i listan Slag")).to_be_focused()
    page.keyboard.type("val 2")
    expect(boxes).to_have_count(11)
    page.keyboard.type("x")
    expect(page.get_by_text("Inget i listan heter så")).to_be_visible()
    page.get_by_role("button", name="Visa färre").click()
    expect(boxes).to_have_count(9)


def test_a_reader_narrows_with_the_keyboard_and_keeps_the_place(page: Page, address: str) -> None:
    search(page, address, "q=l%C3%A4rplattform")
    page.locator("[name=slag][value=Möte]").focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Ta bort filtret")).to_have_count(1)
    expect(page.locator("[name=slag][value=Möte]")).to_be_focused()


def test_hits_are_ordered_by_day(page: Page, address: str) -> None:
    query = "q=matematik&slag=M%C3%B6te"
    search(page, address, query)
    days = meeting_days(page)
    assert days != sorted(days, reverse=True)
    page.get_by_label("Ordning").select_option("Nyast först")
    expect(page).to_have_url(re.compile("ordning=datum"))
    expect(page.locator(HITS).first).to_contain_text(max(days)[:4])
    assert meeting_days(page) == sorted(meeting_days(page), reverse=True)


def meeting_days(page: Page) -> list[str]:
    links = page.locator(".nv-search__hits h2 a").all()
    return [(link.get_attribute("href") or "").split("/")[-2][:10] for link in links]


def test_what_is_chosen_stands_above_the_hits_and_is_taken_away_there(
    page: Page, address: str
) -> None:
    search(page, address, "q=l%C3%A4rplattform&slag=M%C3%B6te&slag=Nyhet&ar=2024")
    chosen = page.get_by_role("group", name="Valda filter").get_by_role("button")
    expect(chosen).to_have_text(["Slag: Möte ×", "Slag: Nyhet ×", "År: 2024 ×", "Rensa filter"])
    chosen.first.click()
    expect(chosen).to_have_text(["Slag: Nyhet ×", "År: 2024 ×", "Rensa filter"])
    expect(chosen.first).to_be_focused()
    expect(page.locator("[name=slag][value=Möte]")).not_to_be_checked()
    page.get_by_role("button", name="Rensa filter").click()
    expect(chosen).to_have_count(0)
    expect(page.locator("#sok-falt")).to_be_focused()
    assert page.url.endswith("/sok/?q=l%C3%A4rplattform")


def test_an_address_holds_the_whole_search(page: Page, address: str, browser: Browser) -> None:
    """What one reader chose another sees, and going back undoes one choice at a time."""
    every = search(page, address, "q=l%C3%A4rplattform")
    meetings = choose(page, "slag", "Möte")
    expect(page.locator(STATUS)).to_contain_text(f"{meetings} träff")
    page.get_by_label("Ordning").select_option("Nyast först")
    expect(page).to_have_url(re.compile("ordning=datum"))
    with browser.new_context(viewport=DESK) as context:
        other = context.new_page()
        other.goto(page.url)
        assert number_of_hits(other) == meetings
        expect(other.locator("#sok-falt")).to_have_value("lärplattform")
        expect(other.locator("[name=slag]:checked")).to_have_value("Möte")
        expect(other.get_by_label("Ordning")).to_have_value("datum")
    page.go_back()
    expect(page.get_by_label("Ordning")).to_have_value("relevans")
    page.go_back()
    expect(page.locator(STATUS)).to_contain_text(f"{every} träff")
    expect(page.locator("[name=slag]:checked")).to_have_count(0)
    page.go_forward()
    expect(page.locator(STATUS)).to_contain_text(f"{meetings} träff")
    expect(page.locator("[name=slag]:checked")).to_have_value("Möte")


def test_a_choice_nobody_can_make_is_shown_and_can_be_taken_away(page: Page, address: str) -> None:
    assert search(page, address, "q=l%C3%A4rplattform&slag=Spökskrift") == 0
    page.get_by_role("button", name="Ta bort filtret Slag: Spökskrift").click()
    expect(page.locator(HITS).first).to_be_visible()


ADVICE = {
    "q=l%C3%A4rplattform&slag=Ordlista": "Sök utan filtret på slag",
    "q=l%C3%A4rplattform&slag=Nyhet&ar=1999": "Sök utan filtret på år",
    "q=%22l%C3%A4rplattform+matematik%22": "Sök på ”lärplattform matematik”",
}


@pytest.mark.parametrize("query", ADVICE)
def test_a_search_without_hits_is_told_what_has_some(query: str, page: Page, address: str) -> None:
    assert search(page, address, query) == 0
    button = page.get_by_role("button", name=ADVICE[query])
    promised = int(button.inner_text(timeout=SECONDS).split("(")[1].split()[0])
    button.click()
    expect(page.locator(STATUS)).to_contain_text(f"{promised} träff")
    expect(page.get_by_text("Det här ger träffar")).to_have_count(0)


WORDS = {
    "skolbibliotekarna": ["Sök på ”skolbibliotek”"],
    "bibliotek skola prov": ["Sök på ”skola”", "Sök på ”prov”"],
    "xyzzyxyzzy": [],
    "prov": [],
}
"""Advice about words, on a site where words that begin so are found."""
KNOWN = ["skolbibliotek", "skola", "prov"]


@pytest.mark.parametrize("query", WORDS)
def test_advice_is_a_shorter_word_or_one_of_many_and_only_what_is_found(
    query: str, page: Page, address: str
) -> None:
    page.goto(address + "sok/")
    names = page.evaluate(
        """async ([query, known]) => {
          const { FACETS } = await import("../assets/sok-motor.js");
          const { suggest } = await import("../assets/sok-forslag.js");
          const nothing = Object.fromEntries(FACETS.map(({ key }) => [key, []]));
          const find = async ({ q }) => ({ hits: q === query ? [] : known.filter((word) => word.startsWith(q)) });
          return (await suggest({ find }, { ...nothing, q: query })).map(({ name }) => name);
        }""",
        [query, KNOWN],
    )
    assert names == WORDS[query]


def test_a_search_without_hits_leads_to_the_registers(page: Page, address: str) -> None:
    search(page, address, "q=xyzzy")
    expect(page.get_by_role("link", name="Alla beslut")).to_be_visible()
    search(page, address, "q=l%C3%A4rplattform")
    expect(page.get_by_role("link", name="Alla beslut")).to_be_hidden()


def test_more_hits_come_after_the_last_and_take_focus(page: Page, address: str) -> None:
    every = search(page, address, "q=l%C3%A4rplattform")
    few = page.locator(HITS).count()
    assert few < every
    page.get_by_role("button", name="Visa fler").click()
    expect(page.locator(HITS).nth(few).locator("h2 a")).to_be_focused()
    while page.get_by_role("button", name="Visa fler").is_visible():
        shown = page.locator(HITS).count()
        page.get_by_role("button", name="Visa fler").click()
        expect(page.locator(HITS).nth(shown)).to_be_visible()
    expect(page.locator(HITS)).to_have_count(every)


def test_a_reader_is_told_when_the_search_cannot_be_fetched(page: Page, address: str) -> None:
    page.route("**/pagefind/pagefind.js", lambda route: route.abort())
    page.goto(address + "sok/?q=avtal")
    expect(page.locator(STATUS)).to_contain_text("gick inte att ladda")
    page.unroute("**/pagefind/pagefind.js")
    page.get_by_role("button", name="Försök igen").click()
    assert number_of_hits(page)


def test_the_dialog_says_when_the_search_cannot_be_fetched(page: Page, address: str) -> None:
    page.route("**/pagefind/pagefind.js", lambda route: route.abort())
    page.goto(address + "natverk/")
    page.keyboard.press("/")
    page.keyboard.type("avtal")
    expect(page.locator("dialog [role=status]")).to_contain_text("gick inte att ladda")


def test_filters_on_a_phone_lie_in_a_sheet(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    search(page, address, "q=l%C3%A4rplattform&slag=Nyhet")
    expect(page.locator(".nv-facets")).to_be_hidden()
    page.get_by_role("button", name="Filtrera (1)").click()
    number = choose(page, "slag", "Möte") + 1
    page.get_by_role("button", name=f"Visa {number} träffar").click()
    expect(page.locator(".nv-facets")).to_be_hidden()
    expect(page.get_by_role("button", name="Filtrera (2)")).to_be_visible()
    widths = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert widths[0] <= widths[1]


def test_the_search_without_scripts_leads_to_the_registers(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False, viewport=DESK) as context:
        page = context.new_page()
        page.goto(address + "natverk/")
        page.get_by_role("searchbox").fill("avtal")
        page.get_by_role("searchbox").press("Enter")
        assert page.url.endswith("/sok/?q=avtal")
        expect(page.locator("noscript p")).to_be_visible()
        expect(page.get_by_text("Så söker du")).to_be_hidden()
        page.get_by_role("link", name="Alla beslut").click()
        expect(page.locator("h1")).to_contain_text("Beslut")


def test_a_list_of_hits_is_printed_without_what_one_clicks(page: Page, address: str) -> None:
    search(page, address, "q=l%C3%A4rplattform&slag=M%C3%B6te")
    page.emulate_media(media="print")
    for kept in (STATUS, ".nv-chosen", HITS):
        expect(page.locator(kept).first).to_be_visible()
    for gone in (".nv-facets", "#sok-ordning", "#sok-falt"):
        expect(page.locator(gone)).to_be_hidden()


ROWS = ".nv-decisions > ul > li"


def test_the_register_is_narrowed_and_the_choice_stands_in_the_address(
    page: Page, address: str
) -> None:
    """With the keyboard alone; going back undoes a choice."""
    heard = listen(page)
    page.goto(address + "beslut/")
    shown = page.locator(ROWS).filter(visible=True)
    every = page.locator(ROWS).count()
    expect(shown).to_have_count(every)
    page.get_by_label("Nätverk", exact=True).focus()
    page.keyboard.type("Matematik")
    expect(page.get_by_label("Nätverk", exact=True)).to_have_value("Matematiknätverket")
    expect(page.get_by_role("status")).to_have_text(f"Visar 8 av {every} beslut.")
    page.get_by_label("Ämne", exact=True).select_option("Matematik")
    expect(shown).to_have_count(2)
    assert "natverk=Matematikn%C3%A4tverket" in page.url
    assert "amne=Matematik" in page.url
    page.go_back()
    expect(shown).to_have_count(8)
    page.get_by_role("button", name="Visa alla").click()
    expect(shown).to_have_count(every)
    expect(page.get_by_role("status")).to_have_text("")
    assert "?" not in page.url
    assert [one for one in heard if not one.startswith(address)] == []


CHOICES = {
    "forbund=Provlandets+kommuner": {"Yttrande om lärplattformen", "Grupper om tre"},
    "lage=Upphävt": {"Listan över läromedel gäller"},
    "slag=Ställningstagande&ar=2024": {
        "Matematiknätverket vill ha gemensamma nationella prov i mars"
    },
    "natverk=Läromedelsgruppen": {
        "En gemensam lista över läromedel",
        "Läromedelsgruppen har gjort sitt",
    },
    "ar=1999&slag=Avslag&okand=ja&amne=Digitalisering": {
        "Kommunerna bör köpa en lärplattform tillsammans",
        "Yttrande om lärplattformen",
        "Listan över läromedel gäller",
    },
}
"""What an address chooses; a value that nothing has chooses nothing."""


@pytest.mark.parametrize("query", CHOICES)
def test_an_address_restores_the_choice_it_holds(query: str, page: Page, address: str) -> None:
    page.goto(f"{address}beslut/?{query}")
    expect(page.get_by_role("status")).to_contain_text(f"Visar {len(CHOICES[query])} av")
    titles = page.locator(f"{ROWS} > a").filter(visible=True).all_inner_texts()
    assert set(titles) == CHOICES[query]


def test_a_years_register_has_no_choice_of_year(page: Page, address: str) -> None:
    page.goto(address + "beslut/2024/")
    expect(page.get_by_label("Slag", exact=True)).to_be_visible()
    expect(page.get_by_label("År", exact=True)).to_have_count(0)


def test_the_register_is_complete_without_scripts(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False, viewport=DESK) as context:
        page = context.new_page()
        page.goto(address + "beslut/?slag=Val")
        expect(page.locator(ROWS).filter(visible=True)).to_have_count(14)
        expect(page.locator(".nv-article select")).to_have_count(0)


def test_a_page_is_read_without_scripts(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False, viewport=DESK) as context:
        page = context.new_page()
        page.goto(address + "natverk/skolchefsnatverket/2024-03-08/")
        expect(page.locator("#beslut-2")).to_be_visible()
        expect(page.get_by_text("Hilma Fiktén").first).to_be_visible()


HELD = {
    "2016-12-31": ["Karin Provdal", "Namnet är inte känt", "Skolchefsgruppen", "Vakant"],
    "2017-01-01": ["Cecilia Fiktén"],
    "2018-12-31": ["Skolchefsgruppen"],
    "2019-01-01": ["Alva Provberg", "Skolchefsnätverket"],
    "2023-12-31": ["Uppdraget 2023–2026", "Cecilia Fiktén"],
    "2024-01-01": ["Uppdraget 2024–2026", "Disa Exemplar"],
}
GONE = {
    "2016-12-31": ["Cecilia Fiktén", "Alva Provberg", "Skolchefsnätverket"],
    "2017-01-01": ["Alva Provberg"],
    "2018-12-31": ["Alva Provberg", "Skolchefsnätverket"],
    "2019-01-01": ["Skolchefsgruppen", "Disa Exemplar"],
    "2023-12-31": ["Uppdraget 2024–2026", "Disa Exemplar"],
    "2024-01-01": ["Uppdraget 2023–2026", "Cecilia Fiktén"],
}


@pytest.mark.parametrize("day", HELD)
def test_a_reader_picks_a_day_and_sees_what_held_then(day: str, page: Page, address: str) -> None:
    """A year lasts from its first day to its last; what is unknown may have held."""
    page.goto(address + "natverk/skolchefsnatverket/")
    page.get_by_label("Visa hur det var").fill(day)
    rows = page.locator(".nv-periods tbody tr:visible")
    every = page.locator(".nv-periods tbody tr").count()
    expect(page.get_by_role("status")).to_contain_text(f"gällde {rows.count()} av {every} rader")
    shown = " ".join(rows.all_inner_texts())
    assert [name for name in HELD[day] if name not in shown] == []
    assert [name for name in GONE[day] if name in shown] == []
    assert page.url.endswith(f"?dag={day}")


def test_a_picked_day_is_shared_by_its_address_and_taken_back(page: Page, address: str) -> None:
    page.goto(address + "natverk/skolchefsnatverket/?dag=2018-12-31")
    rows = page.locator(".nv-periods tbody tr")
    hidden = rows.filter(has_text="Skolchefsnätverket")
    expect(hidden).to_be_hidden()
    page.get_by_role("button", name="Visa alla tider").click()
    expect(hidden).to_be_visible()
    assert "dag=" not in page.url
    page.go_back()
    expect(hidden).to_be_hidden()


@pytest.mark.parametrize("day", ("", "igår", "2022-02-30", "%3Cscript%3E"))
def test_an_address_without_a_day_shows_every_period(day: str, page: Page, address: str) -> None:
    page.goto(address + f"natverk/skolchefsnatverket/?dag={day}")
    expect(page.get_by_label("Visa hur det var")).to_have_value("")
    for row in page.locator(".nv-periods tbody tr").all():
        expect(row).to_be_visible()


def test_every_period_is_read_without_scripts(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False, viewport=DESK) as context:
        page = context.new_page()
        page.goto(address + "natverk/skolchefsnatverket/")
        for row in page.locator(".nv-periods tbody tr").all():
            expect(row).to_be_visible()
        expect(page.get_by_label("Visa hur det var")).to_have_count(0)


def test_what_a_revision_changed_is_marked(page: Page, address: str) -> None:
    page.goto(address + "natverk/matematiknatverket/uppdrag/2024/")
    expect(page.locator("del").first).to_be_visible()
    expect(page.get_by_role("row", name="Tillagt: Ordna en dag")).to_be_visible()


def test_a_keyboard_reaches_the_text_first(page: Page, address: str) -> None:
    """The first stop is a link that skips past the header and its menu."""
    page.goto(address + "natverk/skolchefsnatverket/")
    page.keyboard.press("Tab")
    target = page.evaluate("document.activeElement.getAttribute('href')")
    assert target.startswith("#")
    assert page.locator(target).count() == 1


def test_paper_has_the_text_and_nothing_to_click(page: Page, address: str) -> None:
    page.goto(address + "natverk/skolchefsnatverket/2024-03-08/", wait_until="networkidle")
    page.emulate_media(media="print")
    for gone in ("header", "footer", ".nv-path", ".nv-turn", "form", ".headerlink"):
        for one in page.locator(gone).all():
            expect(one).to_be_hidden()
    for kept in ("h1", "#beslut-2", "#narvaro", "#avsnitt-bilagor"):
        expect(page.locator(kept)).to_be_visible()
    assert len(page.pdf()) > 10_000


SCHEMES = ("light", "dark")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_stands_out_from_its_ground(scheme: str, browser: Browser, address: str) -> None:
    """Light and dark alike, as the reader's system has it: contrast of at least 4.5 (WCAG 1.4.3)."""
    with browser.new_context(color_scheme=scheme, viewport=DESK) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(address + "natverk/skolchefsnatverket/2024-03-08/", wait_until="networkidle")
        assert page.evaluate(CONTRAST) >= 4.5


CONTRAST = """() => {
  const parse = (text) => text.match(/[\\d.]+/g).map(Number);
  const part = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  const ground = (node) => {
    for (; node; node = node.parentElement) {
      const colour = parse(getComputedStyle(node).backgroundColor);
      if (colour.length === 3 || colour[3] > 0.99) return colour;
    }
    return [255, 255, 255];
  };
  const text = document.querySelector("article p:not([class])");
  const [one, two] = [light(parse(getComputedStyle(text).color)), light(ground(text))];
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
}"""
