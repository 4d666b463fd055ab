"""The register of decisions when there are more than one page should hold."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browsing import SECONDS, listen, served
from built import make_root, mkdocs
from natverk.pages.registers import REGISTER
from playwright.sync_api import Browser, Page, expect

NETWORK = "networks/exempelforbundet/bryggnatverket/network.yml"
ROWS = ".nv-article .nv-decisions > ul > li"


def notes(count: int, topic: str) -> str:
    """Return notes with many decisions on one topic."""
    marks = "\n\n".join(
        f"> **Beslut {number}: Brygga {number} lagas**\n>\n> Bryggan lagas."
        for number in range(1, count + 1)
    )
    return f"---\nstatus: publicerat\n---\n\n### 1. Bryggor\n\n- Ämne: {topic}\n\n{marks}\n"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with one decision more than the register shows of its newest years."""
    files = {
        f"minutes/bryggnatverket/{year}-03-06.md": notes(REGISTER // 4, topic)
        for year, topic in (
            (2019, "Matematik"),
            (2020, "Digitalisering"),
            *((year, "Digitalisering") for year in (2021, 2022, 2023)),
        )
    }
    root = make_root(tmp_path_factory.mktemp("stort"), files)
    done = mkdocs(root)
    assert done.returncode == 0, done.stderr
    with served(root / "site") as address:
        yield address


def test_the_newest_years_stand_in_the_register_and_the_others_are_led_to(
    browser: Browser, large: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(large + "beslut/")
        count = page.locator(ROWS).count()
        assert REGISTER // 4 < count <= REGISTER
        expect(page.locator(".nv-article")).to_contain_text(f"Här står {count} av ")
        assert {"2019", "2020"} <= set(page.locator(".nv-older a").all_inner_texts())
        page.locator(".nv-older a", has_text="2019").click()
        assert page.locator(ROWS).count() >= REGISTER // 4


def test_the_older_ones_can_be_chosen_among_too(page: Page, large: str) -> None:
    heard = listen(page)
    page.goto(large + "beslut/")
    shown = page.locator(ROWS).count()
    years = page.get_by_label("År", exact=True)
    expect(years.locator("option", has_text="2019")).to_have_count(0)
    page.get_by_role("button", name="Välj bland de äldre också").click()
    expect(years.locator("option", has_text="2019")).to_have_count(1, timeout=SECONDS)
    assert page.locator(ROWS).count() > shown
    years.select_option("2019")
    first = page.locator(ROWS).filter(visible=True).first.get_by_role("link").first
    first.click()
    expect(page.locator("h1")).to_contain_text("2019")
    assert [one for one in heard if not one.startswith(large)] == []


def test_an_address_that_chooses_finds_the_older_ones_by_itself(page: Page, large: str) -> None:
    page.goto(large + "beslut/?ar=2019")
    visible = page.locator(ROWS).filter(visible=True)
    expect(visible.first).to_contain_text("2019", timeout=SECONDS)
    assert visible.count() >= REGISTER // 4
