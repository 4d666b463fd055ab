"""Every kind of page reaches everyone: by keyboard, enlarged, with other spacing, colours or motion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

import pytest
from browsing import DESK, PHONE, listen, open_page
from kinds import Site
from playwright.sync_api import Browser, Page, expect

ENLARGED = {"width": 320, "height": 256}
"""What is left of 1280 by 1024 at 400 % (WCAG 1.4.10)."""


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport=DESK, locale="sv-SE", reduced_motion="reduce") as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def seen(reader: Page, sites: tuple[Site, ...]) -> Mapping[str, list[str]]:
    """What each look says of every kind of page; a page is opened once and looked at in turn."""
    reader.goto(sites[0].address)
    reader.keyboard.press("Tab")  # from now on the browser shows focus as to one who uses keys
    found: dict[str, list[str]] = {look: [] for look, _ in LOOKS.values()}
    addresses = [(site.address, path) for site in sites for path in site.pages]
    for address, path in addresses:
        reader.set_viewport_size(DESK)
        open_page(reader, address + path)
        for look, size in LOOKS.values():
            reader.set_viewport_size(size)
            found[look] += [f"{path}: {one}" for one in reader.evaluate(look)]
    return {name: found[look] for name, (look, _) in LOOKS.items()}


@pytest.mark.parametrize(
    "name",
    (
        "all that can be used is reached, seen and not hidden",
        "nothing moves for who has asked for stillness",
        "headings begin with one and skip no level, in Swedish",
        "enlarged four times nothing but tables scrolls sideways",
        "with wider spacing no text is lost",
    ),
)
def test_every_kind_of_page(name: str, seen: Mapping[str, list[str]]) -> None:
    assert not seen[name], "\n".join(seen[name])


FOCUS = """async () => {
  const wrong = [];
  const name = (node) => node.localName + (node.id ? "#" + node.id : "") + " " + node.textContent.trim().slice(0, 40);
  const can = "a[href], button, input, select, summary, [tabindex]";
  const all = [...document.querySelectorAll(can)].filter((node) =>
    node.checkVisibility() && !node.disabled && !node.closest("[popover]:not(nav)") && node.tabIndex >= 0);
  for (const node of all) {
    if (node.tabIndex > 0) wrong.push("egen plats i ordningen: " + name(node));
    if (node.type === "radio" && !node.checked) continue;
    node.focus();
    if (document.activeElement !== node) { wrong.push("går inte att nå: " + name(node)); continue; }
    const style = getComputedStyle(node);
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) wrong.push("syns inte: " + name(node));
    const box = node.getClientRects()[0];
    const [x, y] = [box.left + Math.min(box.width, innerWidth) / 2, box.top + box.height / 2];
    const top = document.elementFromPoint(x, y);
    if (!top || !(node.contains(top) || top.contains(node) || top.closest("label")?.contains(node)))
      wrong.push("skyms: " + name(node) + " av " + (top ? name(top) : "inget"));
  }
  return wrong;
}"""
"""Focus is never lost, unseen or hidden behind something (WCAG 2.1.1, 2.4.3, 2.4.7, 2.4.11)."""


def test_tab_goes_through_a_page_in_the_order_of_its_text(reader: Page, address: str) -> None:
    reader.goto(address + "natverk/skolchefsnatverket/2024-03-08/")
    wanted = reader.evaluate(ORDER)
    steps = []
    for _ in wanted:
        reader.keyboard.press("Tab")
        steps.append(reader.evaluate("document.activeElement.outerHTML.slice(0, 80)"))
    assert steps == wanted


ORDER = """[...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")]
  .filter((node) => node.checkVisibility() && (node.type !== "radio" || node.checked))
  .map((node) => node.outerHTML.slice(0, 80))"""


def test_the_skip_link_leads_past_the_header(reader: Page, sites: tuple[Site, ...]) -> None:
    for site in sites:
        for path in site.pages:
            reader.goto(site.address + path)
            reader.keyboard.press("Tab")
            expect(reader.locator(".nv-skip")).to_be_focused()
            reader.keyboard.press("Enter")
            reader.keyboard.press("Tab")
            behind = reader.evaluate(
                "!document.activeElement.closest('header, .nv-path, .nv-side')"
            )
            assert behind, path


SIDEWAYS = """() => [...document.querySelectorAll("body *")]
  .filter((node) => node.checkVisibility() && node.getBoundingClientRect().right > innerWidth + 1
    && !node.closest(".md-typeset__scrollwrap, pre, .nv-hidden, svg"))
  .map((node) => node.localName + "." + node.className + " " + node.textContent.trim().slice(0, 40))"""
"""What is outside the window's right edge and not in a box of its own that scrolls."""


SPACED = """() => {
  const style = new CSSStyleSheet();
  style.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets.push(style);
  const cut = [...document.querySelectorAll("body *")].filter((node) => {
    if (!node.checkVisibility() || node.closest(".nv-hidden, svg, .md-typeset__scrollwrap, pre")) return false;
    const { overflowX, overflowY } = getComputedStyle(node);
    return overflowX === "hidden" && node.scrollWidth > node.clientWidth + 1
      || overflowY === "hidden" && node.scrollHeight > node.clientHeight + 1;
  });
  const outside = (SIDEWAYS)();
  return [...cut.map((node) => "kapas: " + node.outerHTML.slice(0, 80)), ...outside];
}""".replace("SIDEWAYS", SIDEWAYS)
"""The spacing that a reader may choose (WCAG 1.4.12)."""


MOVING = """() => [...document.querySelectorAll("*")].filter((node) => {
  const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(node);
  return transitionDuration.split(", ").some((time) => parseFloat(time) > 0) || animationName !== "none"
    || scrollBehavior === "smooth";
}).map((node) => node.localName)"""


HEADINGS = """() => {
  const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
    .filter((node) => node.checkVisibility()).map((node) => Number(node.localName[1]));
  const jumps = levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1);
  const right = levels.filter((level) => level === 1).length === 1 && !jumps.length;
  return right && document.documentElement.lang === "sv" ? [] : [levels.join(" ")];
}"""


LOOKS = {
    "all that can be used is reached, seen and not hidden": (FOCUS, DESK),
    "nothing moves for who has asked for stillness": (MOVING, DESK),
    "headings begin with one and skip no level, in Swedish": (HEADINGS, DESK),
    "enlarged four times nothing but tables scrolls sideways": (SIDEWAYS, ENLARGED),
    "with wider spacing no text is lost": (SPACED, PHONE),
}
"""In this order, since the last one changes the page."""

TEXT = ("ink", "muted", "accent", "accent-strong", "good", "wait", "stop", "coming")
GROUND = ("paper", "surface", "raised")
READ = (
    *product(TEXT, GROUND),
    *product(
        ("ink", "muted", "accent", "accent-strong", "good", "wait", "coming"), ("accent-soft",)
    ),
    ("wait", "wait-soft"),
    ("ink", "wait-soft"),
    ("stop", "stop-soft"),
    ("ink", "stop-soft"),
    ("ink", "mark"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
)
SEEN = (
    *product(("line-strong", "focus"), GROUND),
    ("focus", "accent-soft"),
    ("accent", "accent-soft"),
)
"""What is not text and must be seen: edges of fields and buttons, focus, marks (WCAG 1.4.11)."""

RATIO = """(pairs) => {
  const probe = document.body.appendChild(document.createElement("i"));
  const part = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const light = (token) => {
    probe.style.color = `var(--nv-${token})`;
    const [r, g, b] = getComputedStyle(probe).color.match(/[\\d.]+/g).map(Number);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  return pairs.map(([one, other]) => {
    const [a, b] = [light(one), light(other)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  });
}"""


@pytest.mark.parametrize("scheme", ("light", "dark"))
@pytest.mark.parametrize(("pairs", "least"), ((READ, 4.5), (SEEN, 3)), ids=("text", "annat"))
def test_every_pair_of_colours_differs_enough(
    pairs: tuple[tuple[str, str], ...], least: float, scheme: str, reader: Page, address: str
) -> None:
    reader.emulate_media(color_scheme=scheme)
    reader.goto(address)
    ratios = zip(pairs, reader.evaluate(RATIO, list(pairs)), strict=True)
    assert {f"{one} på {other}": ratio for (one, other), ratio in ratios if ratio < least} == {}


def test_what_scripts_do_is_not_needed_to_read(browser: Browser, sites: tuple[Site, ...]) -> None:
    """Headings, text, the way around and the boxes that buttons open are there without scripts."""
    with browser.new_context(java_script_enabled=False, viewport=PHONE) as context:
        page = context.new_page()
        heard = listen(page)
        for site in sites:
            for path in site.pages:
                if "?" not in path:
                    page.goto(site.address + path)
                    read_and_open(page)
        assert not [
            one for one in heard if one.endswith((".js", ".wasm")) and "/assets/" not in one
        ]


def read_and_open(page: Page) -> None:
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".nv-scheme")).to_be_hidden()
    for button in page.locator("[popovertarget]").all():
        box = page.locator(f"#{button.get_attribute('popovertarget')}")
        expect(box).to_be_hidden()
        button.click()
        expect(box.locator("a").first).to_be_visible()
        page.keyboard.press("Escape")
        expect(box).to_be_hidden()


def test_what_is_read_is_the_same_with_and_without_scripts(
    browser: Browser, sites: tuple[Site, ...]
) -> None:
    """Scripts add a choice of rows or of days, and buttons to print; they add or hide no content."""
    for site in sites:
        pages = [path for path in site.pages if "?" not in path and path != "sok/"]
        texts = []
        for scripts in (True, False):
            with browser.new_context(java_script_enabled=scripts, viewport=DESK) as context:
                page = context.new_page()
                texts.append([rows(page, site.address + path) for path in pages])
        different = [(one, two) for one, two in zip(*texts, strict=True) if one != two]
        assert not different, [set(one) ^ set(two) for one, two in different]


def rows(page: Page, address: str) -> list[str]:
    page.goto(address)
    text = page.locator("article :is(h1, h2, h3, li, td, dd, p)").filter(visible=True)
    return [one for one in text.all_inner_texts() if one not in {"", "Skriv ut"}]
