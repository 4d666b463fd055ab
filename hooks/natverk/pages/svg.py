"""Writes SVG elements as text; every value is escaped, so that data can never become markup."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

Length = str | float


def element(name: str, attributes: dict[str, Length], *children: str) -> str:
    """Return an element of written `children`; numbers are shown with at most one decimal."""
    written = "".join(f" {key}={quoteattr(_shown(value))}" for key, value in attributes.items())
    return f"<{name}{written}>{''.join(children)}</{name}>"


def words(text: str) -> str:
    """Return text as the content of an element, on one line."""
    return escape(" ".join(text.split()))


def _shown(value: Length) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
