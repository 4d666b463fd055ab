"""Writes an author's text as Markdown for the site.

Authors write what CommonMark and GitHub show; the site's engine is Python-Markdown. Where the two
read a text differently (lists after a paragraph, nested lists, hard breaks, escaped signs, bare web
addresses) it is written so that both agree, and whatever could become HTML, an attribute or a
directive stays text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable

from markupsafe import Markup

from natverk.source.blocks import ITEM, Block, Code, Heading, List, Quote, read_blocks
from natverk.source.links import rewrite_links

Rewrite = Callable[[str], str]
Explain = Callable[[str], str]

_CODE = re.compile(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SIGN = re.compile(r"\\(?P<escaped>[!-/:-@\[-`{-~])|&#?\w+;")
_KEPT_ESCAPES = frozenset("\\`*_{}[]()>#+-.!")
"""The signs that Python-Markdown itself lets a backslash escape."""

_TAG = re.compile(r"<(?!(?:https?|mailto|tel):[^\s<>]*>)(?![\w.+-]+@[\w-]+(?:\.[\w-]+)+>)")
_DIRECTIVE = re.compile(r"^(\s*)(!!!|\?\?\?|///|===|:(?=\s)|\*\[|\[TOC\]|\[\^)", re.MULTILINE)
_BREAK = re.compile(r"\\$", re.MULTILINE)
_DELIMITER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$")


def write_blocks(blocks: Iterable[Block], rewrite: Rewrite, explain: Explain = str) -> Markup:
    """Return `blocks` as Markdown, links put through `rewrite` and running text through `explain`."""
    written = (_write(block, rewrite, explain) for block in blocks if not _is_empty(block))
    return Markup("\n\n".join(written))  # noqa: S704 - made safe below


def _is_empty(block: Block) -> bool:
    return isinstance(block, Heading) and not block.title


def write_inline(text: str, rewrite: Rewrite) -> Markup:
    """Return a line of an author's text, such as a heading, as Markdown."""
    return Markup(_inline(" ".join(text.split()), rewrite))  # noqa: S704 - made safe below


def bare(text: str) -> str:
    """Return a line of an author's text without its markup, as data to be shown in lists."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1", r"\2", text)
    return _SIGN.sub(_sign, " ".join(text.split()))


def _sign(found: re.Match[str]) -> str:
    r"""Return the sign that the author wrote in another way, `\<` or `&lt;`."""
    return found["escaped"] or html.unescape(found[0])


def _write(block: Block, rewrite: Rewrite, explain: Explain) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {_inline(block.title, rewrite)}"
        case Quote():
            inner = write_blocks(read_blocks(block.inner, block.line), rewrite, explain)
            return "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
        case List():
            return explain(_inline(_guarded("\n".join(_reindented(block.lines))), rewrite))
        case Code():
            return _fenced(block)
    if all(line.startswith(("    ", "\t")) for line in block.lines):
        return _indented(block)
    return explain(_inline(_guarded(_with_table_gap(block.lines)), rewrite))


def _indented(block: Block) -> str:
    """Write lines that are code by their indent between fences: no sign in them is escaped."""
    inner = [line.expandtabs(4)[4:] for line in block.lines]
    fence = "`" * (max((2, *(len(run) for run in re.findall("`+", block.text)))) + 1)
    return "\n".join([fence, *inner, fence])


def _fenced(block: Block) -> str:
    """Write code with a fence longer than any in it, and only a plain word after it."""
    fence, info = re.match(r"\s*(`+|~+)\s*(\w*)", block.lines[0]).groups()  # type: ignore[union-attr]  # code is fenced or indented
    closed = len(block.lines) > 1 and set(block.lines[-1].strip()) == {fence[0]}
    inner = block.lines[1:-1] if closed else block.lines[1:]
    return "\n".join([f"{fence}{info}", *inner, fence])


def _with_table_gap(lines: tuple[str, ...]) -> str:
    """Set a table apart from the paragraph that it follows directly."""
    for at in range(2, len(lines)):
        if _DELIMITER.match(lines[at]) and "|" in lines[at - 1]:
            return "\n".join([*lines[: at - 1], "", *lines[at - 1 :]])
    return "\n".join(lines)


def _guarded(text: str) -> str:
    """Keep lines from being read as directives of the site's engine."""
    return _DIRECTIVE.sub(lambda found: f"{found[1]}&#{ord(found[2][0])};{found[2][1:]}", text)


def _reindented(lines: tuple[str, ...]) -> Iterable[str]:
    """Indent nested lists by four a level; CommonMark counts from the text above instead."""
    columns: list[int] = []
    for line in (line.expandtabs(4) for line in lines):
        indent = len(line) - len(line.lstrip())
        if not line.strip():
            yield ""
            continue
        while columns and indent < columns[-1] and (len(columns) > 1 or ITEM.match(line)):
            columns.pop()
        if found := ITEM.match(line):
            mark = found["mark"].replace(")", ".")
            yield f"{' ' * 4 * len(columns)}{mark} {line[found.end() :]}"
            columns.append(indent + len(found["mark"]) + min(len(found["gap"]), 4))
        else:
            kept = min(indent, columns[-1]) if columns else indent
            yield " " * 4 * len(columns) + line[kept:]


def _inline(text: str, rewrite: Rewrite) -> str:
    """Make a text safe, except inside code spans, where every sign is itself already."""
    pieces: list[str] = []
    at = 0
    for code in _CODE.finditer(text):
        pieces += [_safe(text[at : code.start()], rewrite), code[0]]
        at = code.end()
    return "".join([*pieces, _safe(text[at:], rewrite)])


def _safe(text: str, rewrite: Rewrite) -> str:
    if "\\" in text:
        text = _BREAK.sub("  ", text)
        text = _ESCAPE.sub(_kept_escape, text)
    text = rewrite_links(text, rewrite)
    if "{" in text or "}" in text:
        text = text.replace("{", "&#123;").replace("}", "&#125;")
    return _TAG.sub("&lt;", text) if "<" in text else text


def _kept_escape(found: re.Match[str]) -> str:
    return found[0] if found[1] in _KEPT_ESCAPES else f"&#{ord(found[1])};"
