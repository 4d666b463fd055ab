"""The site works under the content policy that the documentation recommends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from browsing import SECONDS, listen, open_page, served
from built import REPO
from playwright.sync_api import Browser, expect

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kinds import Site

DOCUMENT = REPO / "docs" / "utveckling" / "innehallspolicy.md"


def headers() -> Mapping[str, str]:
    """Return the headers in the document's only example of them."""
    block = re.search(r"```http\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    assert block
    return dict(line.split(": ", 1) for line in block[1].splitlines())


def test_every_kind_of_page_and_the_search_live_with_the_policy(
    browser: Browser, sites: tuple[Site, ...]
) -> None:
    for site in sites:
        with served(site.folder, headers()) as address, browser.new_context() as context:
            page = context.new_page()
            heard = listen(page)
            for path in site.pages:
                open_page(page, address + path)
            assert [one for one in heard if not one.startswith((address, "blob:"))] == []


def test_the_policy_stops_a_script_in_a_page(browser: Browser, sites: tuple[Site, ...]) -> None:
    """A control: without the header the same script runs."""
    add = "document.body.append(Object.assign(document.createElement('script'), {text: 'x = 1'}))"
    for sent, seen in ((headers(), "undefined"), ({}, "number")):
        with served(sites[0].folder, sent) as address, browser.new_context() as context:
            page = context.new_page()
            page.goto(address)
            page.evaluate(add)
            assert page.evaluate("typeof x") == seen


def test_a_choice_of_colours_holds_on_the_next_page(browser: Browser, address: str) -> None:
    with browser.new_context(color_scheme="light") as context:
        page = context.new_page()
        page.goto(address)
        page.get_by_label("Mörka").check()
        dark = page.evaluate(GROUND)
        page.goto(address + "natverk/")
        expect(page.get_by_label("Mörka")).to_be_checked(timeout=SECONDS)
        assert page.evaluate(GROUND) == dark
        page.get_by_label("Som enheten").check()
        assert page.evaluate(GROUND) != dark


GROUND = "getComputedStyle(document.body).backgroundColor"
