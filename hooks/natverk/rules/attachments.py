"""Files and links: attachments that are missing, unused or dangerous, and dead links."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

from natverk.findings import Finding, Place, error, nearest, shorten, warning
from natverk.rules.targets import Targets
from natverk.source.links import find_links, is_outside, is_safe, is_whole
from natverk.urls import beside

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.documents import Passage

_ENCLOSED = re.compile(r"\bbifoga(?:s|des|t|ts|d|de)?\b", re.IGNORECASE)
_SITE = re.compile(r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:se|nu|eu|com|org|net)(?:/|$))", re.IGNORECASE)
"""A web address that lacks its `https://`."""

HARMLESS = frozenset(
    [
        "pdf",
        "docx",
        "xlsx",
        "pptx",
        "odt",
        "ods",
        "odp",
        "rtf",
        "txt",
        "csv",
        "ics",
        "png",
        "jpg",
        "jpeg",
        "gif",
        "webp",
        "mp3",
        "mp4",
        "zip",
        "doc",
        "xls",
        "ppt",
    ]
)
"""Kinds of files that a browser shows or saves without running what is in them."""


def bilaga_saknas(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find links to attachments that are not in the meeting's folder."""
    for notes in catalogue.notes:
        folder = notes.path.removesuffix(".md") + "/"
        for target, place in _own_targets(notes.prose):
            path = beside(notes.path, target)
            if path and path.startswith(folder) and path not in catalogue.attachments:
                files = catalogue.attachments
                here = [one.removeprefix(folder) for one in files if one.startswith(folder)]
                close = nearest(path.removeprefix(folder), here)
                yield error(
                    "bilaga-saknas",
                    place,
                    f"Bilagan {shorten(path.removeprefix(folder), 40)} finns inte i mappen "
                    f"{folder.rstrip('/')}.",
                    f"Menade du {_as_target(folder + close, notes.id)}?"
                    if close
                    else "Lägg filen där, eller skriv namnet utan länk om den inte finns.",
                )


def bilaga_utan_lank(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find files in a meeting's folder that its document never links to."""
    linked = {
        path
        for notes in catalogue.notes
        for target, _ in _own_targets(notes.prose)
        if (path := beside(notes.path, target))
    }
    for path in sorted(catalogue.attachments.keys() - linked):
        meeting = "/".join(path.removeprefix("minutes/").split("/")[:2])
        document = f"minutes/{meeting}.md"
        if meeting in catalogue.unreadable:
            continue
        yield warning(
            "bilaga-utan-lank",
            Place(path),
            f"Ingen länk i {document} leder till bilagan."
            if document in catalogue.paths
            else f"Bilagan hör till ett möte utan anteckningar: {document} finns inte.",
            f"Lägg till en rad under Bilagor i {document}: "
            f"- [Rubrik]({_as_target(path, meeting)}), eller ta bort filen.",
        )


def _as_target(path: str, meeting: str) -> str:
    """Return how a link in a meeting's document names a file; spaces and brackets need `<>`.

    What would begin a query or an anchor is written by its number.
    """
    folder = f"minutes/{meeting.partition('/')[0]}/"
    target = re.sub("[%#?]", lambda sign: quote(sign[0]), path.removeprefix(folder))
    return f"<{target}>" if re.search(r"[\s()]", target) else target


def bifogas_utan_bilaga(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find texts that say something is enclosed where no attachment is listed."""
    for notes in catalogue.notes:
        found = None if notes.attachments else _ENCLOSED.search(notes.prose.body)
        if found:
            yield warning(
                "bifogas-utan-bilaga",
                notes.prose.place(notes.prose.body_at + found.start()),
                f"Texten säger att något {found[0].lower()}, men mötet har inga bilagor.",
                "Lägg till avsnittet ## Bilagor med en rad för varje bilaga. "
                "Saknas filen skrivs - Bilder till punkt 3 (nämns, finns inte här)",
            )


def farlig_bilaga(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find attachments of a kind that could run in the reader's browser."""
    for path in sorted(catalogue.attachments):
        ending = path.rpartition("/")[2].rpartition(".")[2].lower()
        if ending not in HARMLESS:
            yield error(
                "farlig-bilaga",
                Place(path),
                f"Filer av slaget {shorten(ending, 20)} får inte läggas som bilagor, "
                "för de kan köra kod hos läsaren.",
                "Spara dokumentet som pdf och lägg den i mappen.",
            )


def dod_lank(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find links in documents to content, pages or anchors that do not exist."""
    targets = Targets(catalogue)
    for passage in catalogue.passages:
        own = passage.path.removesuffix(".md") + "/"
        for target, place in _own_targets(passage):
            path = beside(passage.path, target)
            if path and path.startswith(own):
                continue
            if fault := targets.fault(passage.path, target):
                yield error(
                    "dod-lank",
                    place,
                    f"Länken {shorten(target, 60)} leder ingenstans: {fault}",
                    _right_link(passage.path, target),
                )


def _right_link(path: str, target: str) -> str:
    """Return how a link should be written: to an attachment by the meeting's own folder."""
    if _SITE.match(target):
        return f"Skriv hela webbadressen: https://{shorten(target, 60)}"
    name = target.partition("#")[0]
    if (
        "/" not in name
        and name.rpartition(".")[2].lower() in HARMLESS
        and path.startswith("minutes/")
    ):
        folder = path.removesuffix(".md")
        return f"Lägg filen i {folder}/ och skriv {folder.rpartition('/')[2]}/{name}"
    return (
        "Rätta länken. Till ett annat möte skrivs till exempel "
        "../forskolenatverket/2020-02-07.md#beslut-1"
    )


_WORDLESS = re.compile(r"(?<!\\)!\[\s*\](?=[(\[])")


def bild_utan_text(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find pictures without words for those who do not see them (WCAG 2.2, 1.1.1)."""
    for passage in catalogue.passages:
        searched = passage.text if "![" in passage.text else ""
        for found in _WORDLESS.finditer(searched, passage.body_at):
            yield warning(
                "bild-utan-text",
                passage.place(found.start()),
                "Bilden har ingen text som säger vad den visar, så den som inte ser den "
                "får inte veta något.",
                "Skriv det inom hakparenteserna: ![Karta över Ekhamn](2021-03-05/karta.png)",
            )


def _own_targets(passage: Passage) -> Iterator[tuple[str, Place]]:
    """Yield the links that stay within the site, each with its line."""
    if "](" not in passage.text and "]:" not in passage.text:
        return
    for link in find_links(passage.text):
        if (
            link.target
            and not is_outside(link.target)
            and is_safe(link.target)
            and is_whole(link.target)
        ):
            yield link.target, passage.place(link.start)
