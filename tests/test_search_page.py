"""The search as a reader meets it: the dialog on every page, and the search page with its filters."""

from __future__ import annotations

import re

import pytest
from browsing import DESK, PHONE, SECONDS, listen
from playwright.sync_api import Browser, Page, ViewportSize, expect

HITS = ".nv-search__hits > li"
STATUS = ".nv-search__status"
BOX = "dialog"


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
    before = page.get_by_role("article").get_by_role("link", name="Skolchefsnätverket").first
    before.focus()
    page.keyboard.press("/")
    page.keyboard.type("avtal")
    expect(page.locator("dialog input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(BOX)).to_be_hidden()
    expect(before).to_be_focused()


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
    other = choose(page, "slag", "Beslut")
    expect(page.locator(STATUS)).to_contain_text(f"{one + other} träff")
    assert 0 < one < one + other < every
    page.locator("summary", has_text="År").click()
    year = choose(page, "ar", "2024")
    expect(page.locator(STATUS)).to_contain_text(f"{year} träff")
    assert 0 < year < one + other
    assert page.locator(HITS).count() == year


def test_a_decision_says_whose_it_is_and_how_it_stands(page: Page, address: str) -> None:
    search(page, address, "q=upphandling&slag=Beslut")
    told = "Beslut · Skolchefsnätverket · 8 mars 2024 · Väntar på Utbildningsrådet"
    expect(page.locator(".nv-hits .nv-kicker")).to_have_text(told)


SHOWN = {
    "slutet av en mening. Rådet köper": "Rådet köper …",
    "Rådet köper.": "Rådet köper.",
    "köper nu": "… köper nu …",
    "kl. 13.15–16.00. Plats: Salen.": "Plats: Salen.",
}
"""Excerpts as the engine gives them, and as they are read."""


@pytest.mark.parametrize("text", SHOWN)
def test_an_excerpt_begins_with_a_sentence_where_one_is_near(
    text: str, page: Page, address: str
) -> None:
    page.goto(address + "sok/")
    shown = page.evaluate(
        """async (text) => {
          const { drawHit } = await import("../assets/sok-traff.js");
          const hit = { url: "", title: "", kind: "Möte", excerpt: [{ text, isHit: false }], places: [] };
          return drawHit(hit).lastChild.textContent;
        }""",
        text,
    )
    assert shown == SHOWN[text]


def test_large_numbers_are_written_in_groups(page: Page, address: str) -> None:
    page.goto(address + "sok/")
    numbers = page.evaluate(
        """async () => {
          const { inNumbers } = await import("../assets/sok-traff.js");
          return [1, 999, 3058].map(inNumbers);
        }"""
    )
    assert numbers == ["1 träff", "999 träffar", "3\N{NO-BREAK SPACE}058 träffar"]


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
          document.querySelector(".nv-search__facets").replaceWith(filters.node);
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


def test_the_kinds_stand_in_an_order_of_their_own_and_the_handbook_last(
    page: Page, address: str
) -> None:
    page.goto(address + "sok/")
    boxes = page.locator("[name=slag]")
    expect(boxes.first).to_have_value("Beslut", timeout=SECONDS)
    kinds = [box.get_attribute("value") for box in boxes.all()]
    assert kinds[:4] == ["Beslut", "Möte", "Nätverk", "Ärende"]
    assert kinds[-1] == "Handbok"


@pytest.mark.parametrize("query", ("q=upphandling", "q=upphandling&slag=Beslut&ar=2024"))
def test_a_group_leaves_no_hole_below_its_values_when_something_is_chosen(
    query: str, page: Page, address: str
) -> None:
    page.set_viewport_size(DESK)
    search(page, address, query)
    group = page.locator(".nv-search__facets fieldset").first
    if "slag" not in query:
        choose(page, "slag", "Beslut")
    expect(page.locator(".nv-search__facets--narrowed")).to_have_count(1)
    expect(group).to_be_visible()
    bottoms = [one.bounding_box() for one in (group, group.locator(".nv-facets__list"))]
    outer, inner = [box["y"] + box["height"] for box in bottoms if box]
    assert outer - inner < 40  # pixels, less than a row and a half


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
    expect(page.locator(".nv-search__facets")).to_be_hidden()
    page.get_by_role("button", name="Filtrera (1)").click()
    number = choose(page, "slag", "Möte") + 1
    page.get_by_role("button", name=f"Visa {number} träffar").click()
    expect(page.locator(".nv-search__facets")).to_be_hidden()
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
    for gone in (".nv-search__facets", ".nv-chosen__clear", "#sok-ordning", "#sok-falt"):
        expect(page.locator(gone)).to_be_hidden()
