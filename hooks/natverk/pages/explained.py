"""Explains the glossary's words where they first stand in a text.

Each becomes a link to its place in the glossary, with what it stands for as the link's title. That
is all that is needed to read it by keyboard, touch or screen reader; overrides/assets/ordlista.js
shows the explanation on the spot.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from natverk import urls
from natverk.pages.markdown import escape

if TYPE_CHECKING:
    from natverk.model.terms import Term

_LEFT_ALONE = r"""
    (?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)                          # code
  | ^[ ]{8,}(?!(?:[-*+]|\d+[.)])\s)[^\n]*$                               # code inside a list
  | ^[ ]{0,3}\[[^\]\n]+\]:[^\n]*$                                           # a link's definition
  | !?\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])?   # links, pictures
  | <[^<>\n]*>                                                          # addresses in brackets
  | \w+://\S+ | [^\s<>()]+@[^\s<>()]+                                   # bare addresses
  | &\#?\w+; | \\.                                                      # escaped signs
"""


_MARKS = re.compile(r"""[\\`*_{}\[\]<>|~"&]""")
"""What would end a link's text or title, or be read as Markdown or HTML in it."""


class Explainer:
    """Explains each word once, from when it is made: one is made for each text that is read alone."""

    def __init__(self, terms: Mapping[str, Term]) -> None:
        """Remember the words and their senses; the words are case-sensitive."""
        self.terms = terms
        self.left = {word for word in terms if not _MARKS.search(word)}

    def __call__(self, text: str) -> str:
        """Return a piece of an author's Markdown with the words not yet seen as links."""
        if not any(word in text for word in self.left):
            return text
        return _pattern(tuple(sorted(self.left))).sub(self._explain, text)

    def data(self, value: object) -> Markup:
        """Return a text of a register, escaped, with the words as links."""
        return Markup(self(escape(value)))  # noqa: S704 - escaped, and the links are our own

    def _explain(self, found: re.Match[str]) -> str:
        word = found["word"]
        if word is None or word not in self.left:
            return found[0]
        self.left.discard(word)
        term = self.terms[word]
        title = _MARKS.sub(lambda sign: f"&#{ord(sign[0])};", " ".join(term.expansion.split()))
        return f'[{word}](/{urls.GLOSSARY}#{term.id} "{title}"){{: .nv-term }}'


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds whole words, also first in a compound (VFU-plats) and in the genitive."""
    longest_first = sorted(words, key=len, reverse=True)
    known = "|".join(re.escape(word) for word in longest_first)
    return re.compile(
        rf"(?:{_LEFT_ALONE}) | (?<![\w.&/-])(?P<word>{known})(?![\w&/])(?!\.\w)",
        re.VERBOSE | re.MULTILINE | re.DOTALL,
    )
