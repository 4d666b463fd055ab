"""Makes what is indexed of a page: an entry for the page, and one for each part that is found alone."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from natverk.outputs import Front
from natverk.searching.days import numbers
from natverk.searching.ranks import ranked

if TYPE_CHECKING:
    from natverk.outputs import Part
    from natverk.searching.marks import Marker

EVERY = "allaposter"
"""A word that every entry bears, so that filters alone can be searched without the whole index."""

UNDATED = "0"
"""Sorts what has no day last; without a value Pagefind would drop it from sorted answers."""

LIST = "Lista"
"""What a page is called that lists what has pages of its own."""

WEIGHTS = {
    "Nätverk": 10,
    "Organisation": 7,
    "Ärende": 7,
    "Överenskommelse": 7,
    "Beslut": 6,
    "Nyhet": 6,
    "Förbund": 6,
    "Möte": 4,
    LIST: 8,
    "Uppdrag": 4,
    "Handbok": 0.2,
    "Utveckling": 0.1,
}
"""How much a page's title counts. A network's meetings bear its name; the network itself comes first."""

PLAIN = 5
SLIGHT = 0.5
FAINT = 1
"""What weighs less than this has no heading that counts more than its text."""

SEARCH = "Sök"
"""The kind of the page that searches, which finds everything but itself."""

ALSO = {"Möte": ("protokoll", "minnesanteckningar", "mötesanteckningar", "sammanträde", "träff")}
"""What pages of a kind are called by some who look for them."""

ABOVE = {"Nätverk": "Förbund"}
"""Kinds of pages that are also found by what they belong to, as told by a group of their filters."""

BORROWING = frozenset({"Möte", "Uppdrag", "Tillgänglighet"})
"""Kinds of pages whose titles are somebody else's name and a day: there may be hundreds of a name."""

OVERVIEWS = frozenset({"Förbund", "Nätverk", "Organisation", "Ämne"})
"""Kinds of pages whose lists repeat what has pages of its own."""

LISTS = re.compile(r'<div class="nv-(?:decisions|meetings|followups)">.*?</div>', re.DOTALL)
"""Their lists: rows of links, and no box within the box."""

SECTION = re.compile(r"<section\b[^>]*>(?:(?!<section\b).)*?</section>", re.DOTALL)
HEADING = re.compile(r"<(h[1-6])\b")
WHOLE_HEADING = re.compile(r"<(h[1-6])\b.*?</\1>", re.DOTALL)
HEADING_ID = re.compile(r"<h[1-6]\b[^>]*\bid=\"([^\"]+)\"")

STATUS = re.compile(r'<p><span class="nv-status[^>]*>(.*?)</span></p>')
"""How things stand with a decision: its text is above, and what the site knows of it below."""

FACTS = re.compile(r'<div class="nv-marks">(.*?)</div>', re.DOTALL)
LABELS = re.compile(r"<b>[^<]*</b>|<[^>]*>")
"""What is left out of facts that are found but not read: their labels, and all tags."""

UNSTOPPED = re.compile(r"(?<=\})(?=(?:</\w+>)*?</(?:p|li|td|h[1-6])>)")
"""Where a block ends in a mark, which hides from Pagefind that it needs a full stop."""

TERM_END = re.compile(r"</d([td])>")
STOPPED = re.compile(r"(?:[.:!?…](?:</\w+>)*|</(?:p|ul|ol|div)>)\s*$")
NEARBY = 40
"""Signs before the end of a term or its description that may tell that it has a stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one search hit is made of: its address below the site's root, and HTML for Pagefind."""

    address: str
    date: str
    html: str


def entries(front: Front, address: str, content: str, marker: Marker) -> Iterator[Entry]:
    """Yield the entries of a page whose article is the HTML `content`.

    A list is found by its name and by what it is said to be, and never by what it lists.
    """
    if not front.searched:
        if front.description and front.kind != SEARCH:
            front = replace(front, kind=LIST, filters={"Slag": ("Sida",)}, parts=())
            yield _entry(front, address, marker.mark(_listed(front)), marker, {})
        return
    if front.kind in OVERVIEWS:
        content = LISTS.sub("", content)
    marked = UNSTOPPED.sub(".", marker.mark(TERM_END.sub(_stopped, content)))
    if "<h1" not in content:
        marked = f"<h1>{marker.mark(html.escape(front.title))}</h1>{marked}"
    yield _entry(front, address, marked, marker, {})
    if front.parts:
        sections = _sections(marked)
        for part in front.parts:
            if section := sections.get(part.anchor):
                told, known = _cut(section, marker.mark(html.escape(part.about)))
                yield _entry(part, f"{address}#{part.anchor}", told, marker, known)


def _listed(front: Front) -> str:
    return f"<h1>{html.escape(front.title)}: {html.escape(front.description)}</h1>"


def _stopped(found: re.Match[str]) -> str:
    """End a term with a colon and its description with a full stop, so that they read as one."""
    at = found.start()
    if STOPPED.search(found.string, max(0, at - NEARBY), at):
        return found[0]
    return (":" if found[1] == "t" else ".") + found[0]


def _cut(section: str, about: str) -> tuple[str, Mapping[str, str]]:
    """Return the text of a part, and what else it is found by: how it stands, and its facts."""
    told, *after = STATUS.split(section, maxsplit=1)
    status, rest = after or ("", "")
    facts = FACTS.search(rest)
    found = {"lage": status.removesuffix("."), "fakta": f"{about} {facts[1] if facts else ''}"}
    return told, {key: _in_attribute(text) for key, text in found.items()}


def _in_attribute(text: str) -> str:
    return " ".join(LABELS.sub(" ", text).replace('"', "&quot;").split())


def _sections(marked: str) -> Mapping[str, str]:
    """Return the sections of an article by the id of their heading, which the title repeats."""
    found = {}
    for section in SECTION.findall(marked):
        if heading := HEADING_ID.search(section):
            found[heading[1]] = WHOLE_HEADING.sub("", section, count=1)
    return found


def _entry(
    told: Front | Part, address: str, marked: str, marker: Marker, known: Mapping[str, str]
) -> Entry:
    meta = {"title": "–", "rubrik": html.escape(told.title), "slag": html.escape(told.kind)}
    if _weight(told) >= FAINT:
        words, others = ranked(marker.mark(meta["rubrik"]))
        if told.kind in BORROWING:
            meta["annans"] = words
        else:
            meta["title"], meta["delar"] = words, others
    if isinstance(told, Front) and told.name:
        meta["namn"], meta["alias"] = ranked(marker.mark(html.escape(told.name)))
    if isinstance(told, Front):
        also = (*ALSO.get(told.kind, ()), *(told.filters.get(ABOVE.get(told.kind, ""), ())))
        meta["kallas"] = " ".join(ranked(marker.mark(html.escape(" ".join(also)))))
    if told.date:  # a meeting comes before what was decided there
        meta["datum" if isinstance(told, Front) else "dag"] = told.date
    head = _attributes({**meta, **known, "alla": " ".join((EVERY, *numbers(told.date)))})
    filters = "".join(
        f'<i data-pagefind-filter="{name}[data-v]" data-v="{html.escape(value)}"></i>'
        for name, values in (told.filters or {"Slag": (told.kind,)}).items()
        for value in values
    )
    sort = f'<i data-pagefind-sort="datum[data-v]" data-v="{_number(told.date)}"></i>'
    body = _weighed(marked, _weight(told))
    return Entry(
        address=address,
        date=told.date or "",
        html=f'<!doctype html><html lang="sv"><body><div hidden {head}>{filters}{sort}</div>{body}</body></html>',
    )


def _weight(told: Front | Part) -> float:
    return SLIGHT if told.is_slight else WEIGHTS.get(told.kind, PLAIN)


def _weighed(marked: str, weight: float) -> str:
    """Return an article whose title counts as its kind does, and everything in a faint one little."""
    given = f'data-pagefind-weight="{weight}"'
    heading = rf"<\1 {given}"
    if weight < FAINT:
        return f"<main data-pagefind-body {given}>{HEADING.sub(heading, marked)}</main>"
    return f"<main data-pagefind-body>{HEADING.sub(heading, marked, count=1)}</main>"


def _attributes(meta: Mapping[str, str]) -> str:
    named = ", ".join(f"{key}[data-{key}]" for key in meta if meta[key])
    given = " ".join(f'data-{key}="{value}"' for key, value in meta.items() if value)
    return f'data-pagefind-meta="{named}" {given}'


def _number(date: str | None) -> str:
    """Return a day as a number that sorts: 20210305, 20210300 for a month, 0 for none."""
    return date.replace("-", "").ljust(8, "0") if date else UNDATED
