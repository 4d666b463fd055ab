"""axe-core over every kind of page, in light and dark, on a desk and on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browsing import DESK, PHONE, open_page
from testers import AXE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kinds import Site
    from playwright.sync_api import Browser, Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
VIEWS = {"ljust, bred skärm": ("light", DESK), "mörkt, telefon": ("dark", PHONE)}
CROSSED = {"ljust, telefon": ("light", PHONE), "mörkt, bred skärm": ("dark", DESK)}
DEPENDENT = ("color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block")
"""Rules whose answer depends on colours or width together; the others are asked in two views."""

RUN = """async (only) => {
  for (const _ of "12") await new Promise(requestAnimationFrame);
  const { violations } = await axe.run(document, { runOnly: only, resultTypes: ["violations"] });
  return violations.map(({ id, help, nodes }) =>
    `${id}: ${help}: ${nodes.map((node) => node.target.join(" ")).join(" | ")}`);
}"""
"""What axe complains of, once what follows a change of the window has happened."""


def test_axe_finds_nothing_to_complain_of(browser: Browser, sites: tuple[Site, ...]) -> None:
    with browser.new_context(locale="sv-SE", reduced_motion="reduce") as context:
        context.add_init_script(path=AXE)
        page = context.new_page()
        addresses = [site.address + path for site in sites for path in site.pages]
        wrong = [one for address in addresses for one in complaints(page, address)]
    assert not wrong, "\n".join(wrong)


def test_axe_finds_what_is_wrong(browser: Browser) -> None:
    with browser.new_context() as context:
        context.add_init_script(path=AXE)
        wrong = list(complaints(context.new_page(), "data:text/html,<img src=x>"))
    assert any("image-alt" in one for one in wrong)


def complaints(page: Page, address: str) -> Iterator[str]:
    """Yield what axe says of a page, seen in every view."""
    open_page(page, address)
    for view, (scheme, size) in (VIEWS | CROSSED).items():
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size(size)
        only = (
            {"type": "tag", "values": TAGS}
            if view in VIEWS
            else {"type": "rule", "values": DEPENDENT}
        )
        yield from (f"{address} ({view}): {one}" for one in page.evaluate(RUN, only))
