"""HTML that bears authors' texts, without anything in it that could run, load or lead astray.

Pages and the entries of feeds are washed alike. Pages let more through: what the templates write
around the text, and the pictures.
"""

from __future__ import annotations

from collections.abc import Callable

import nh3

from natverk.source.links import is_outside

Rewrite = Callable[[str, str, str], str | None]
"""Takes a tag, an attribute and its value, and returns the value to keep, None for none."""

TEXT_TAGS = {
    *("p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code"),
    *("table", "thead", "tbody", "tr", "th", "td", "a", "img", "strong", "em", "del"),
}
"""What an author's Markdown becomes; no feed reader needs to drop any of it."""

TEXT_ATTRIBUTES = {"a": {"href", "title"}, "img": {"src", "alt", "title"}, "ol": {"start"}}
TEXT_SCHEMES = {"http", "https", "mailto", "tel"}

PICTURES = {"svg", "title", "desc", "g", "circle", "path", "polyline", "rect", "text"}
"""What the pages' own pictures are drawn with; nothing of it can load, run or lead anywhere."""

PAGE_TAGS = nh3.ALLOWED_TAGS | PICTURES | {"section"}

_FACETS = ("natverk", "forbund", "organisation", "amne", "form", "lage", "slag")
"""What lists may be narrowed to, as their rows tell it; see overrides/assets/filter.js."""

PAGE_ATTRIBUTES = {
    **nh3.ALLOWED_ATTRIBUTES,
    "*": {"id", "class", "title", "lang"},
    "time": {"datetime"},
    "td": nh3.ALLOWED_ATTRIBUTES["td"] | {"data-nv-label"},
    "svg": {"viewBox", "role", "aria-label", "aria-labelledby"},
    "circle": {"cx", "cy", "r"},
    "path": {"d"},
    "polyline": {"points"},
    "rect": {"x", "y", "width", "height", "rx"},
    "text": {"x", "y", "text-anchor"},
    "span": {f"data-nv-{facet}" for facet in _FACETS},
}
PAGE_SCHEMES = TEXT_SCHEMES | {"webcal"}


def safe_page(html: str) -> str:
    """Return a page's HTML with only what is harmless left in it."""
    return nh3.clean(
        html,
        tags=PAGE_TAGS,
        attributes=PAGE_ATTRIBUTES,
        attribute_filter=_own_pictures if "<img" in html else None,
        url_schemes=PAGE_SCHEMES,
        link_rel=None,
    )


def safe_text(html: str, rewrite: Rewrite) -> str:
    """Return the HTML of an author's text alone; `rewrite` has the last say of each attribute."""
    return nh3.clean(
        html,
        tags=TEXT_TAGS,
        attributes=TEXT_ATTRIBUTES,
        attribute_filter=rewrite,
        url_schemes=TEXT_SCHEMES,
        link_rel=None,
    )


def _own_pictures(tag: str, attribute: str, value: str) -> str | None:
    """Drop the address of a picture on another host, which would tell it who reads the page."""
    return None if (tag, attribute) == ("img", "src") and is_outside(value) else value
