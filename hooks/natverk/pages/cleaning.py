"""Lets only harmless HTML through from pages that hold authors' texts."""

from __future__ import annotations

import nh3

from natverk.source.links import is_outside

PICTURES = {"svg", "title", "desc", "g", "circle", "path", "polyline", "rect", "text"}
"""What the pages' own pictures are drawn with; nothing of it can load, run or lead anywhere."""

TAGS = nh3.ALLOWED_TAGS | PICTURES | {"section", "input", "time", "ins", "del"}

ATTRIBUTES = {
    **nh3.ALLOWED_ATTRIBUTES,
    "*": {"id", "class", "title", "lang"},
    "a": {"href", "title", "id", "class"},
    "td": {"align", "style"},
    "th": {"align", "style"},
    "ol": {"start"},
    "time": {"class", "datetime"},
    "svg": {"viewBox", "role", "aria-label", "aria-labelledby"},
    "circle": {"cx", "cy", "r"},
    "path": {"d"},
    "polyline": {"points"},
    "rect": {"x", "y", "width", "height", "rx"},
    "text": {"x", "y", "text-anchor"},
    "span": {f"data-nv-{facet}" for facet in ("natverk", "forbund", "amne")},
}
STYLES = {"text-align"}
SCHEMES = {"http", "https", "mailto", "tel"}


def cleaned(html: str) -> str:
    """Return a page's HTML without anything that can run, load from others or lead astray."""
    return nh3.clean(
        html,
        attribute_filter=_own_pictures if "<img" in html else None,
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        filter_style_properties=STYLES,
        url_schemes=SCHEMES,
        link_rel=None,
    )


def _own_pictures(tag: str, attribute: str, value: str) -> str | None:
    """Drop the address of a picture on another host, which would tell it who reads the page."""
    return None if (tag, attribute) == ("img", "src") and is_outside(value) else value
