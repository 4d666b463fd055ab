"""Names in running text: used outside their time, written apart, or not to be shown."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
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
_APART = re.compile(
    rf"\b(?P<head>[^\W\d_]{{3,}})[ \n]+(?P<tail>(?:{'|'.join(_TAILS)})[a-zåäö]{{0,4}})\b",
    re.IGNORECASE,
)
_ENDING = re.compile(r"(?:ets|ens|ns|et|en|s|n)$")


def namn_utanfor_sin_tid(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find names that were not used on the day of the document, such as SKL after 2019."""
    dated = _dated_names(catalogue)
    if not dated:
        return
    words = sorted(dated, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])")
    for passage, date in _dated_passages(catalogue):
        for found in pattern.finditer(passage.text, passage.body_at):
            intervals = dated[found[0]]
            if not any(date in interval for interval, _ in intervals):
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
        for found in _APART.finditer(passage.text, passage.body_at):
            joined = found["head"] + found["tail"].lower()
            if stem(joined) in known:
                written = re.sub(r"\s+", " ", found[0])
                yield tip(
                    "sarskrivet-namn",
                    passage.place(found.start()),
                    f"Namnet är särskrivet: {written}. Då hittas det inte vid sökning.",
                    f"Menade du {joined}?",
                )


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
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, hidden))})\b")
    lists = {
        notes.place(attendee.line) for notes in catalogue.notes for attendee in notes.attendance
    }
    for passage in catalogue.passages:
        for found in pattern.finditer(passage.text):
            place = passage.place(found.start())
            if place in lists:
                continue
            yield warning(
                "skyddat-namn",
                place,
                f"{found[0]} ska inte nämnas vid namn på webbplatsen.",
                "I listor tas namnet bort av sig självt. I löpande text: skriv rollen i stället, "
                "till exempel nätverkets sekreterare.",
            )
