"""The beginning of a page's text, which stands for the page in the lists of search engines."""

from __future__ import annotations

import html
import re
import textwrap

ENOUGH, MOST = 90, 200
"""Signs: with fewer a paragraph more is taken, and more are not shown in any list of results."""

_PARAGRAPH = re.compile(r"<p(?:\s[^>]*)?>(.*?)</p>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def lead(page: str) -> str:
    """Return the first sentences of a rendered page as plain text on one line."""
    found = ""
    for paragraph in _PARAGRAPH.finditer(page):
        text = html.unescape(_TAG.sub("", paragraph[1]))
        found = " ".join(f"{found} {text}".split())
        if len(found) >= ENOUGH:
            break
    return textwrap.shorten(found, MOST, placeholder=" …")
