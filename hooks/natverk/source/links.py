"""Finds the links of a Markdown text, with their places, and splits their targets safely."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from natverk.findings import fold

if TYPE_CHECKING:
    from collections.abc import Callable

_TARGET = r"""<(?P<angled>[^<>\n]*)>|(?P<bare>(?:[^\s()<>\\]|\\.|\((?:[^\s()\\]|\\.)*\))*)"""
_INLINE = re.compile(
    rf"""(?P<head>\]\([ \t]*)(?:{_TARGET})(?P<tail>[ \t]*\n?[ \t]*(?:"[^"]*"|'[^']*'|\([^()]*\))?[ \t]*\))"""
)
_WORD = r"(?:[^\s()<>\\]|\\.|\([^()\n]*\))+"
_TITLE = r"""(?:"[^"]*"|'[^']*'|\([^()]*\))"""
_GAP = rf"(?:[ \t]+|[ \t]*\n[ \t]*)(?!{_TITLE}[ \t]*\))"
_SPACED = re.compile(
    rf"\]\((?<!\\..)[ \t]*(?P<bare>{_WORD}(?:{_GAP}{_WORD})+)(?:\s+{_TITLE})?[ \t]*\)"
)
"""A target with a space in it: a link to Python-Markdown, but plain text to the git host.

It begins with signs and no condition, which is what a long text is searched for fastest.
"""
_DEFINITION = re.compile(
    rf"(?m)^(?P<head>[ ]{{0,3}}\[(?!\^)(?P<label>[^\]\n]+)\]:[ \t]*)(?:{_TARGET})(?P<tail>)"
)
_PICTURE = re.compile(rf"!\[(?P<alt>[^\]]*)\](?:\([ \t]*(?:{_TARGET})|\[(?P<label>[^\]]*)\])?")
_AUTOLINK = re.compile(
    r"(?P<head><)(?P<bare>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)(?P<angled>)?(?P<tail>>)"
)
_BARE = re.compile(r"""(?<![\w<(\["'/=])https?://[^\s<>"]+""")
_SAFE = frozenset({"", "http", "https", "mailto", "tel"})


@dataclass(frozen=True, slots=True)
class Link:
    """A link's target as its author meant it, and where in the text it begins (a sign's index).

    One that `has_space` must stand within `<>` to be read by all as a link.
    """

    target: str
    start: int
    has_space: bool = False


def find_links(text: str) -> list[Link]:
    """Return every link and picture target of `text`, in order; bare web addresses included."""
    found: list[Link] = []
    if "](" in text or "]:" in text or "<" in text:
        for pattern in (_INLINE, _DEFINITION, _AUTOLINK):
            found += [Link(_target(match), match.start()) for match in pattern.finditer(text)]
        found += [
            Link(_spaced(match), match.start(), has_space=True) for match in _SPACED.finditer(text)
        ]
    if "://" in text:
        found += [Link(_trim(match[0]), match.start()) for match in _BARE.finditer(text)]
    return sorted(found, key=lambda link: link.start)


def find_pictures(text: str) -> list[Link]:
    """Return the target of every picture of `text`, in order, also of those defined elsewhere."""
    if "![" not in text:
        return []
    defined = {fold(match["label"]): _target(match) for match in _DEFINITION.finditer(text)}
    return [
        Link(_target(match) or defined.get(fold(match["label"] or match["alt"]), ""), match.start())
        for match in _PICTURE.finditer(text)
    ]


def rewrite_links(text: str, change: Callable[[str], str]) -> str:
    """Return `text` with every target put through `change`, and bare web addresses made links."""
    if "://" in text:
        text = _BARE.sub(lambda match: _as_autolink(match[0]), text)
    if "](" not in text and "]:" not in text:
        return text
    for pattern in (_INLINE, _DEFINITION):
        text = pattern.sub(
            lambda match: f"{match['head']}{_quoted(change(_target(match)))}{match['tail']}", text
        )
    return text


def _quoted(target: str) -> str:
    """Return a target that needs no angle brackets around it."""
    return re.sub(r"""[\s<>()\\"']""", lambda sign: quote(sign[0]), target)


def is_safe(target: str) -> bool:
    """Tell whether a target's scheme is one a reader may be sent to (RFC 3986, WHATWG URL)."""
    seen = re.sub(
        r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028\u2029\ufeff]", "", html.unescape(unquote(target))
    )
    scheme, colon, _ = seen.partition(":")
    if not colon or re.search(r"[/?#]", scheme):
        return True
    return scheme.lower() in _SAFE


def is_whole(target: str) -> bool:
    """Tell whether a target can be split into its parts: `http://[::1` cannot."""
    try:
        parts = urlsplit(target)
        _ = parts.port
    except ValueError:
        return False
    return bool(parts.netloc) or parts.scheme not in {"http", "https"}


def is_outside(target: str) -> bool:
    """Tell whether a target leads out of the site."""
    return bool(re.match(r"(?:[A-Za-z][A-Za-z0-9+.-]*:|//)", target))


def _target(match: re.Match[str]) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", match["angled"] or match["bare"] or "").strip()


def _spaced(match: re.Match[str]) -> str:
    return " ".join(match["bare"].split())


def _trim(address: str) -> str:
    """Drop the full stop, comma or closing bracket that belongs to the sentence (as GitHub does)."""
    address = address.rstrip(".,;:!?'\"*_~")
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1].rstrip(".,;:!?'\"*_~")
    return address


def _as_autolink(found: str) -> str:
    address = _trim(found)
    return f"<{address}>{found[len(address) :]}" if is_whole(address) else found
