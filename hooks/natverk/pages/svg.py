"""Makes SVG as elements and writes it; the serializer escapes every value, so data stay data."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from markupsafe import Markup

Length = str | float


def element(name: str, attributes: Mapping[str, Length], *children: ET.Element | str) -> ET.Element:
    """Return an element; numbers are shown with at most one decimal, a text stands on one line."""
    made = ET.Element(name, {key: _shown(value) for key, value in attributes.items()})
    for child in children:
        if isinstance(child, str):
            made.text = " ".join(child.split())
        else:
            made.append(child)
    return made


def written(top: ET.Element) -> Markup:
    """Return an element as a block of HTML that Markdown leaves as it is."""
    return Markup(ET.tostring(top, encoding="unicode", short_empty_elements=False))  # noqa: S704 - the serializer has escaped the data


def _shown(value: Length) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
