"""The built site in a real browser: every kind of page, the search, a phone and paper."""

from __future__ import annotations

from collections import Counter

import pytest
from browsing import DESK, PHONE, SECONDS, listen
from playwright.sync_api import Browser, Page, expect

PAGES = (
    "",
    "natverk/",
    "natverk/?slag=Arbetsgrupp",
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
    "amnen/",
    "amnen/digitalisering/",
    "amnen/matematik/",
    "arenden/",
    "arenden/larplattformen/",
    "overenskommelser/",
    "overenskommelser/vfu/",
    "uppfoljning/",
    "uppfoljning/att-gora/",
    "organisationer/provhogskolan/",
    "forbund/provlandet/",
    "organisationer/",
    "organisationer/bryggeby/",
    "forbund/exempelforbundet/",
    "kalender/",
    "kalender/2024/",
    "kalender/2024/?amne=Digitalisering",
    "prenumerera/",
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
    expect(hits).to_have_count(4, timeout=SECONDS)
    for title in (
        *("Mattenätverket 7 maj 2021", "Listan gäller ett läsår till"),
        *("Skolchefsnätverket 8 mars 2024", "Planeringen fortsätter ett läsår till"),
    ):
        link = page.get_by_role("link", name=title, exact=True)
        expect(hits.filter(has=link)).to_have_count(1)


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


def test_whether_a_decision_holds_has_a_row_of_its_own_on_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(address + "beslut/")
    for row in page.locator(ROWS).all():
        boxes = [row.locator(one).bounding_box() for one in ("> a", ".nv-status", ".nv-muted")]
        title, status, about = [(box["y"], box["y"] + box["height"]) for box in boxes if box]
        assert title[1] <= status[0] + 1
        assert status[1] <= about[0] + 1


@pytest.mark.parametrize("width", (800, 1024, 1360))
@pytest.mark.parametrize("path", ("beslut/", "kalender/2024/"))
def test_no_choice_stands_alone_on_a_row(path: str, width: int, page: Page, address: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + path)
    fields = page.locator(".nv-filter > div")
    expect(fields.first).to_be_visible()
    rows = Counter(box["y"] for one in fields.all() if (box := one.bounding_box()))
    assert min(rows.values()) > 1


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


MEETINGS = ".nv-month .nv-meetings > ul > li:has(> a)"


def test_the_calendar_is_narrowed_and_the_choice_stands_in_the_address(
    page: Page, address: str
) -> None:
    """Months without a meeting go, and with them the links that lead there; going back undoes it."""
    heard = listen(page)
    page.goto(address + "kalender/2024/")
    shown = page.locator(MEETINGS).filter(visible=True)
    every = page.locator(MEETINGS).count()
    expect(shown).to_have_count(every)
    page.get_by_label("Nätverk", exact=True).select_option("Matematiknätverket")
    expect(page.get_by_role("status")).to_have_text(f"Visar 4 av {every} möten.")
    expect(shown).to_have_count(4)
    months = page.locator(".nv-month h2").filter(visible=True)
    assert [_words(one) for one in months.all_inner_texts()] == [
        "Februari 2024",
        "Maj 2024",
        "Juni 2024",
    ]
    jumps = page.locator(".nv-jump li").filter(visible=True)
    assert [_words(one) for one in jumps.all_inner_texts()] == ["Februari 1", "Maj 1", "Juni 2"]
    page.get_by_label("Läge", exact=True).select_option("Kommande")
    expect(shown).to_have_count(2)
    assert "natverk=Matematikn%C3%A4tverket&lage=Kommande" in page.url
    page.go_back()
    expect(shown).to_have_count(4)
    page.get_by_role("button", name="Visa alla").click()
    expect(shown).to_have_count(every)
    expect(jumps).to_have_count(page.locator(".nv-jump li").count())
    assert "?" not in page.url
    assert [one for one in heard if not one.startswith(address)] == []


def _words(text: str) -> str:
    return " ".join(text.replace("#", "").split())


HELD_THEN = {
    "lage=Flyttat": ["19 januari 2024"],
    "form=Digitalt": ["8 mars 2024", "3 maj 2024"],
    "amne=Kompetensförsörjning": ["31 maj 2024"],
    "natverk=Modersmålsnätverket": ["2 februari 2024"],
    "organisation=Mossviken&lage=Kommande&natverk=Matematiknätverket": [
        "14 juni 2024",
        "14 juni 2024",
    ],
    "forbund=Provlandets+kommuner&form=Svävande": ["2 februari 2024"],
}
"""What an address chooses of the year: a joint meeting is that of both; nothing has the last value."""


@pytest.mark.parametrize("query", HELD_THEN)
def test_an_address_restores_the_calendars_choice(query: str, page: Page, address: str) -> None:
    page.goto(f"{address}kalender/2024/?{query}")
    expect(page.get_by_role("status")).to_contain_text(f"Visar {len(HELD_THEN[query])} av")
    days = page.locator(f"{MEETINGS} > .nv-date").filter(visible=True).all_inner_texts()
    assert days == HELD_THEN[query]


def test_the_calendar_is_complete_without_scripts(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False, viewport=DESK) as context:
        page = context.new_page()
        page.goto(address + "kalender/2024/?lage=Flyttat")
        every = page.locator(MEETINGS).count()
        expect(page.locator(MEETINGS).filter(visible=True)).to_have_count(every)
        expect(page.locator(".nv-article select")).to_have_count(0)
        expect(page.locator(".nv-month h2").filter(visible=True)).to_have_count(7)


def test_today_stands_between_what_has_been_and_what_is_to_come(page: Page, address: str) -> None:
    """In this year alone."""
    page.goto(address + "kalender/2024/")
    (lines,) = [
        month.locator("li").all_inner_texts()
        for month in page.locator(".nv-month").all()
        if month.locator(".nv-today").count()
    ]
    at = lines.index("I dag, 15 maj 2024")
    assert lines[at - 1].startswith("3 maj 2024")
    assert lines[at + 1].startswith("31 maj 2024")
    page.goto(address + "kalender/2023/")
    expect(page.locator(".nv-today")).to_have_count(0)


NETWORKS = ".nv-group .nv-tree li"


def test_the_list_of_networks_is_narrowed_and_keeps_what_stands_above(
    page: Page, address: str
) -> None:
    """A choice shows where the chosen belongs; an association without any goes."""
    page.goto(address + "natverk/")
    every = page.locator(NETWORKS).count()
    page.get_by_label("Slag", exact=True).select_option("Arbetsgrupp")
    expect(page.get_by_role("status")).to_have_text(f"Visar 1 av {every} nätverk.")
    names = page.locator(f"{NETWORKS} > a").filter(visible=True)
    chain = ["Direktionen", "Utbildningsrådet", "Skolchefsnätverket", "Matematiknätverket"]
    assert names.all_inner_texts() == [*chain, "Läromedelsgruppen"]
    expect(page.locator(".nv-group").filter(visible=True)).to_have_count(1)
    assert "slag=Arbetsgrupp" in page.url
    page.go_back()
    expect(names).to_have_count(every)
    expect(page.locator(".nv-above")).to_have_count(0)


def test_a_wide_table_scrolls_by_itself_and_keeps_its_first_column(
    page: Page, address: str
) -> None:
    """By keyboard too, however small the screen."""
    page.set_viewport_size({"width": 220, "height": 700})
    page.goto(address + "natverk/skolchefsnatverket/", wait_until="networkidle")
    page.get_by_text("Visa som tabell").click()
    box = page.locator(".nv-coverage").get_by_label("Tabell som går att rulla i sidled")
    box.focus()
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("(box) => box.scrollLeft > 0", arg=box.element_handle())
    name = box.get_by_role("link", name="Bryggeby")
    name.scroll_into_view_if_needed()
    assert page.evaluate("(box) => box.scrollLeft", box.element_handle()) > 0
    expect(name).to_be_in_viewport()


def test_who_covers_what_is_lines_on_a_phone(page: Page, address: str) -> None:
    """Each line says what it is about, and the table is no wider than the screen."""
    page.set_viewport_size(PHONE)
    page.goto(address + "forbund/exempelforbundet/")
    rows = page.locator(".nv-labelled").first.locator("tbody tr")
    cell = rows.filter(has_text="Bryggeby").locator("td").nth(1)
    shown = cell.evaluate("(one) => getComputedStyle(one, '::before').content")
    assert shown != "none"
    expect(cell).to_have_attribute("data-nv-label", "Förskola")
    expect(cell).to_have_text("Alva Provberg")
    box = page.locator(".nv-labelled .md-typeset__scrollwrap").first
    assert box.evaluate("(one) => one.scrollWidth <= one.clientWidth")


def test_a_long_name_is_not_broken_where_it_has_room(page: Page, address: str) -> None:
    """A count goes to the next line whole, and few names have wide columns."""
    page.set_viewport_size(PHONE)
    page.goto(address + "organisationer/")
    for count in page.locator(".nv-columns .nv-muted").all():
        assert count.evaluate("(one) => one.getClientRects().length") == 1
    name = page.locator(".nv-columns").get_by_role("link", name="Exempelförbundet")
    assert name.evaluate("(one) => one.getClientRects().length") == 1


def test_the_first_screen_of_a_phone_has_the_search_and_the_ways_on(
    page: Page, address: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(address)
    article = page.get_by_role("article")
    expect(article.get_by_role("searchbox")).to_be_in_viewport()
    expect(article.get_by_text("Vem företräder min kommun?")).to_be_in_viewport()
    expect(article.get_by_role("link", name="Beslut", exact=True)).to_be_in_viewport()
    expect(article.get_by_role("heading", name="Kommande möten")).to_be_in_viewport()
    expect(article.get_by_role("link", name="Mossviken", exact=True)).to_be_hidden()
    article.get_by_text("Vem företräder min kommun?").click()
    article.get_by_role("link", name="Mossviken", exact=True).click()
    expect(page).to_have_title("Mossviken – Exempelnätet")


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


def test_a_picked_day_opens_what_is_folded(page: Page, address: str) -> None:
    """Else the reader would be told of rows that are nowhere to be seen."""
    fold = page.locator(".nv-periods details")
    page.goto(address + "natverk/skolchefsnatverket/")
    expect(fold).not_to_have_attribute("open", "")
    page.get_by_label("Visa hur det var").fill("2022-05-01")
    expect(fold).to_have_attribute("open", "")


@pytest.mark.parametrize("day", ("", "igår", "2022-02-30", "%3Cscript%3E"))
def test_an_address_without_a_day_shows_every_period(day: str, page: Page, address: str) -> None:
    page.goto(address + f"natverk/skolchefsnatverket/?dag={day}")
    expect(page.get_by_label("Visa hur det var")).to_have_value("")
    page.locator(".nv-periods summary").click()
    for row in page.locator(".nv-periods tbody tr").all():
        expect(row).to_be_visible()


def test_every_period_is_read_without_scripts(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False, viewport=DESK) as context:
        page = context.new_page()
        page.goto(address + "natverk/skolchefsnatverket/")
        page.locator(".nv-periods summary").click()
        for row in page.locator(".nv-periods tbody tr").all():
            expect(row).to_be_visible()
        expect(page.get_by_label("Visa hur det var")).to_have_count(0)


def test_what_a_revision_changed_is_marked(page: Page, address: str) -> None:
    page.goto(address + "natverk/matematiknatverket/uppdrag/2024/")
    expect(page.locator("del").first).to_be_visible()
    expect(page.get_by_role("row", name="Tillagt: Ordna en dag")).to_be_visible()


def test_the_address_of_a_calendar_is_copied_by_a_button(browser: Browser, address: str) -> None:
    with browser.new_context(viewport=DESK) as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.goto(address + "natverk/skolchefsnatverket/")
        part = page.locator(".nv-subscribe")
        part.get_by_text("Adresser att kopiera").click()
        part.get_by_role("button", name="Kopiera https").first.click()
        expect(part.get_by_role("status").first).to_have_text("Kopierad")
        copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "https://exempel.example/natet/natverk/skolchefsnatverket/kalender.ics"


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
    with browser.new_context(color_scheme=scheme, viewport=DESK) as context:
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
