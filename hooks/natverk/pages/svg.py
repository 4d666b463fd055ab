"""Makes SVG as elements and writes it; the serializer escapes every value, so data stay data."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from markupsafe import Markup

Length = str | float

_LAST = re.compile(
    r"(?<=\w{4})(?=(?:nätverk|grupp|region|förbund|styrelse|nämnd|råd|direktion|organisation|"
    r"kommun|högskola|universitet)\w{0,5}$)"
)
"""Where the last part of a body's or an organisation's name begins, when the name is one word."""


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


def lines(name: str, signs: int, most: int) -> list[str]:
    """Return a name on at most `most` lines, for SVG breaks none; `signs` is how long they may be.

    A word that is longer than a line is divided before its last part: "Utbildningschefs-nätverket".
    """
    divided = [_LAST.sub("-", word, 1) if len(word) > signs else word for word in name.split()]
    return textwrap.wrap(" ".join(divided), signs, max_lines=most, placeholder="…")


def _shown(value: Length) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
