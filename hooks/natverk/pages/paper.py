"""Tells on paper where links lead: a number beside each link, and the addresses last on the page.

CSS can print an address beside its link, but not a whole one for a link within the site, and a text
full of long addresses cannot be read. On a screen nothing of this is seen.
"""

from __future__ import annotations

import html
import re
from urllib.parse import urljoin, urlsplit

DOCUMENTS = frozenset({"Möte", "Uppdrag", "Nyhet", "Ärende", "Överenskommelse"})
"""The kinds of pages that are printed to be read; in lists nearly every row is a link."""

_LINK = re.compile(
    r'<div class="nv-attendance">.*?</div>|<a (?P<attributes>[^>]*)>(?P<text>.*?)</a>', re.DOTALL
)
_TARGET = re.compile(r'\bhref="([^"]*)"')
_CLASS = re.compile(r'\bclass="[^"]*\b(?:headerlink|nv-term)\b')
_TAG = re.compile(r"<[^>]+>")


def with_addresses(page: str, here: str) -> str:
    """Return a page's HTML with its links numbered and the addresses they lead to listed last.

    `here` is the page's own whole address, empty when it has none: then only links that are whole
    themselves can be told. Links within the page, to explained words and to where those present
    come from need no address.
    """
    numbers: dict[str, int] = {}

    def number(found: re.Match[str]) -> str:
        address = _address(found, here)
        if not address:
            return found[0]
        at = numbers.setdefault(address, len(numbers) + 1)
        return f'<a data-nv-address="{at}" {found["attributes"]}>{found["text"]}</a>'

    numbered = _LINK.sub(number, page)
    return f"{numbered}\n{_listed(numbers)}" if numbers else page


def _address(link: re.Match[str], here: str) -> str:
    """Return the whole address that a link leads to, or nothing where it should not be told."""
    attributes = link["attributes"] or ""
    target = _TARGET.search(attributes)
    if target is None or target[1].startswith("#") or _CLASS.search(attributes):
        return ""
    address = urljoin(here, html.unescape(target[1]))
    is_whole = urlsplit(address).scheme in {"http", "https"}
    return address if is_whole and address != _shown(link["text"]) else ""


def _shown(text: str) -> str:
    return html.unescape(_TAG.sub("", text)).strip()


def _listed(numbers: dict[str, int]) -> str:
    items = "".join(f"<li>{html.escape(address)}</li>" for address in numbers)
    return f'<div class="nv-addresses"><p>Hit leder länkarna med nummer</p><ol>{items}</ol></div>'
