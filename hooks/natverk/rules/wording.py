"""Names in running text: used outside their time, written apart, or not to be shown."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from natverk.findings import Finding, fold, tip, warning
from natverk.model.periods import ALWAYS, Interval
from natverk.model.vocabulary import Publish

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.documents import Passage

_TAILS = (
    "nätverk", "grupp", "råd", "styrelse", "forum", "utskott", "förbund", "nämnd", "kommitté",
)  # fmt: skip
_APART = re.compile(rf"[ \n][ \n]*(?P<tail>(?:{'|'.join(_TAILS)})[a-zåäö]{{0,4}})\b", re.IGNORECASE)
"""Begins with the space, since that is found ten times as fast as the word before it."""

_HEAD = re.compile(r"\b[^\W\d_]{3,60}\Z")
_ENDING = re.compile(r"(?:ets|ens|ns|et|en|s|n)$")


def namn_utanfor_sin_tid(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find names that were not used on the day of the document, such as SKL after 2019."""
    dated = _dated_names(catalogue)
    if not dated:
        return
    pattern = re.compile(rf"{_any_of(dated)}(?![\w-])")
    for passage, date in _dated_passages(catalogue):
        for found in pattern.finditer(passage.text, passage.body_at):
            intervals = dated[found[0]]
            if _begins_word(passage.text, found.start()) and not any(
                date in interval for interval, _ in intervals
            ):
                interval, now = intervals[0]
                limit = (
                    f"från och med {interval.start}"
                    if date < interval.first
                    else f"till och med {interval.end}"
                )
                yield tip(
                    "namn-utanfor-sin-tid",
                    passage.place(found.start()),
                    f"Namnet {found[0]} användes {limit}.",
                    f"Menade du {now}?",
                )


def _any_of(names: Iterable[str]) -> str:
    """Return a pattern of names that is searched for fast: it begins with letters, no condition."""
    return f"(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})"


def _begins_word(text: str, start: int) -> bool:
    return start == 0 or not re.match(r"[\w-]", text[start - 1])


def _dated_names(catalogue: Catalogue) -> Mapping[str, list[tuple[Interval, str]]]:
    """Return each name that is not used for ever, with its times and what stands instead."""
    found: dict[str, list[tuple[Interval, str]]] = {}
    for record in chain(
        catalogue.organisations.values(),
        catalogue.associations.values(),
        catalogue.networks.values(),
    ):
        for name in record.names:
            for text in (name.name, name.short):
                if text and name.interval != ALWAYS:
                    others = [other for other in record.names if other is not name]
                    instead = others[-1] if others else name
                    word = instead.short if text == name.short and instead.short else instead.name
                    found.setdefault(text, []).append((name.interval, word))
    return found


def _dated_passages(catalogue: Catalogue) -> Iterator[tuple[Passage, dt.date]]:
    for notes in catalogue.notes:
        yield notes.prose, dt.date.fromisoformat(notes.key[:10])
    for news in catalogue.news:
        yield news.prose, news.day.first
    for mandate in catalogue.mandates:
        if mandate.start:
            yield mandate.prose, mandate.start.first


def sarskrivet_namn(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find known names that are written apart: "Utbildningschefs nätverket"."""
    known = _compounds(catalogue)
    for passage in catalogue.passages:
        for start, written, joined in _apart(passage):
            if stem(joined) in known:
                yield tip(
                    "sarskrivet-namn",
                    passage.place(start),
                    f"Namnet är särskrivet: {written}. Då hittas det inte vid sökning.",
                    f"Menade du {joined}?",
                )


def _apart(passage: Passage) -> Iterator[tuple[int, str, str]]:
    """Yield where two words stand that may be one, as they are written and as one word."""
    for found in _APART.finditer(passage.text, passage.body_at):
        start = max(passage.body_at, found.start() - 60)
        if head := _HEAD.search(passage.text, start, found.start()):
            tail = found["tail"]
            yield head.start(), f"{head[0]} {tail}", head[0] + tail.lower()


def _compounds(catalogue: Catalogue) -> frozenset[str]:
    names = [
        text
        for record in (*catalogue.networks.values(), *catalogue.associations.values())
        for text in (*(name.name for name in record.names), *record.aliases)
    ]
    names += [
        representation.body
        for network in catalogue.networks.values()
        for representation in network.represented_in
    ]
    return frozenset(stem(word) for name in names for word in name.split() if len(word) > 8)  # noqa: PLR2004 - shorter words are no compounds


def stem(word: str) -> str:
    """Return a compound without the ending of its definite or genitive form."""
    return _ENDING.sub("", fold(word))


def skyddat_namn(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find persons in running text who have asked not to be named.

    Attendance lists are left alone: there the name is taken away when the page is made.
    """
    hidden = [
        name.name
        for person in catalogue.people.values()
        if person.publish is not Publish.NAME
        for name in person.names
    ]
    if not hidden:
        return
    pattern = re.compile(rf"{_any_of(hidden)}\b")
    attendance = {notes.path: notes.attendance for notes in catalogue.notes}
    for passage in catalogue.passages:
        for found in pattern.finditer(passage.text):
            place = passage.place(found.start())
            lists = {attendee.line for attendee in attendance.get(place.path, ())}
            if place.line in lists or not _begins_word(passage.text, found.start()):
                continue
            yield warning(
                "skyddat-namn",
                place,
                f"{found[0]} ska inte nämnas vid namn på webbplatsen.",
                "I listor tas namnet bort av sig självt. I löpande text: skriv rollen i stället, "
                "till exempel nätverkets sekreterare.",
            )
