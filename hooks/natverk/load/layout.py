"""Where each sort of file belongs; a file's place is its identity."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from natverk.findings import Finding, Place, RefusalError, did_you_mean, error, shorten
from natverk.model.days import Day

if TYPE_CHECKING:
    from collections.abc import Iterable

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*$")
_MEETING = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})(?:-(\d{1,2}))?$")
_NEWS = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)-([a-z0-9]+(?:-[a-z0-9]+)*)$")
RESERVED = ("matters", "agreements", "news", "mandates")


class Sort(StrEnum):
    """What a file is, told by its place."""

    ORGANISATIONS = "networks/organisations.yml"
    PEOPLE = "networks/people.yml"
    GLOSSARY = "networks/glossary.yml"
    TOPICS = "networks/topics.yml"
    BREAKS = "networks/breaks.yml"
    ASSOCIATION = "networks/<förbund>/association.yml"
    NETWORK = "networks/<förbund>/<nätverk>/network.yml"
    MANDATE = "networks/<förbund>/<nätverk>/mandates/<första dag eller år>.md"
    MATTER = "networks/<förbund>/matters/<ärende>.yml"
    AGREEMENT = "networks/<förbund>/agreements/<överenskommelse>.yml"
    NEWS = "networks/<förbund>/news/<datum>-<ord>.md"
    NOTES = "minutes/<nätverk>/<datum>.md"
    ATTACHMENT = "minutes/<nätverk>/<datum>/<fil>"


@dataclass(frozen=True, slots=True)
class Home:
    """A file's sort and the ids that its place gives: association, network, and its own."""

    sort: Sort
    path: str
    association: str = ""
    network: str = ""
    key: str = ""

    @property
    def identity(self) -> str:
        """What the file's record is called elsewhere; the path where it is a list of records."""
        match self.sort:
            case Sort.ASSOCIATION:
                return self.association
            case Sort.NETWORK:
                return self.network
            case Sort.MATTER | Sort.AGREEMENT:
                return self.key
            case Sort.NOTES:
                return f"{self.network}/{self.key}"
        return self.path


def place_file(path: str) -> Home:
    """Return what the file at `path` is; raise `RefusalError` when nothing belongs there."""
    match path.split("/"):
        case ["networks", name] if (sort := _top(name)) is not None:
            return Home(sort, path)
        case ["networks", association, "association.yml"]:
            return Home(Sort.ASSOCIATION, path, id_of(association))
        case ["networks", association, ("matters" | "agreements") as folder, name] if name.endswith(
            ".yml"
        ):
            sort = Sort.MATTER if folder == "matters" else Sort.AGREEMENT
            return Home(sort, path, id_of(association), key=id_of(name.removesuffix(".yml")))
        case ["networks", association, "news", name] if name.endswith(".md"):
            return Home(Sort.NEWS, path, id_of(association), key=_news(name.removesuffix(".md")))
        case ["networks", association, network, "network.yml"] if network not in RESERVED:
            return Home(Sort.NETWORK, path, id_of(association), id_of(network))
        case ["networks", association, network, "mandates", name] if name.endswith(".md"):
            return Home(
                Sort.MANDATE,
                path,
                id_of(association),
                id_of(network),
                _first_day(name.removesuffix(".md")),
            )
        case ["minutes", network, name] if name.endswith(".md"):
            return Home(Sort.NOTES, path, network=network, key=_meeting(name.removesuffix(".md")))
        case ["minutes", network, key, *_, _] if not path.endswith(".md") and _MEETING.match(key):
            return Home(Sort.ATTACHMENT, path, network=network, key=key)
    raise _homeless(path)


def _top(name: str) -> Sort | None:
    tops = {sort.value.removeprefix("networks/"): sort for sort in Sort if "<" not in sort.value}
    return tops.get(name)


def id_of(name: str) -> str:
    """Return `name` when it can be an id, and so an address; raise `RefusalError` otherwise."""
    if name == "index":
        raise RefusalError(
            "fel-id",
            "Namnet index är upptaget: så heter varje mapps egen sida.",
            "Välj ett annat namn, som säger vad det är.",
        )
    if not ID.match(name) or len(name) > 60:  # noqa: PLR2004 - addresses stay short (webbriktlinje 100)
        raise RefusalError(
            "fel-id",
            f"Namnet {shorten(name, 40)} kan inte bli en adress.",
            "Använd små bokstäver a–z, siffror och bindestreck, högst 60 tecken: forskolenatverket.",
        )
    return name


def _meeting(name: str) -> str:
    found = _MEETING.match(name)
    if not found:
        day = _day_in(name)
        raise RefusalError(
            "fel-filnamn",
            f'Filnamnet "{shorten(f"{name}.md", 44)}" är inget datum, och det är datumet som säger vilket möte det är.',
            f"Menade du {day}.md?"
            if day
            else "Döp filen efter mötesdagen: 2021-03-05.md, eller 2021-03-05-2.md för dagens andra möte.",
        )
    day = Day.read(found[1])
    number = f"-{int(found[2])}" if found[2] else ""
    if str(day) + number != name or found[2] in {"0", "1", "00", "01"}:
        raise RefusalError(
            "fel-filnamn",
            f"Filnamnet {name}.md är inte skrivet som datum brukar.",
            f"Döp filen till {day}.md, eller {day}-2.md för dagens andra möte.",
        )
    return name


def _day_in(name: str) -> Day | None:
    """Return the day that a file's name holds in another form: `20240308`, `8 mars 2024`."""
    plain = re.sub(r"(\d{4})[-_. ]?(\d{2})[-_. ]?(\d{2})(?!\d).*", r"\1-\2-\3", name.strip())
    try:
        day = Day.read(plain)
    except RefusalError:
        return None
    return day if day.is_exact else None


def _first_day(name: str) -> str:
    if name == "okant":
        return name
    try:
        written = str(Day.read(name))
    except RefusalError as refusal:
        if refusal.rule == "omojligt-datum":
            raise
        written = ""
    if written != name:
        raise RefusalError(
            "fel-filnamn",
            f"Filnamnet {shorten(name, 40)}.md är inget datum, och det är det som säger när uppdraget börjar.",
            "Döp filen efter första dagen eller året: 2023-01-01.md, 2023.md eller okant.md.",
        )
    return name


def _news(name: str) -> str:
    found = _NEWS.match(name)
    if not found:
        raise RefusalError(
            "fel-filnamn",
            f"Filnamnet {shorten(name, 40)}.md börjar inte med datum följt av några ord.",
            "Döp filen till exempel 2018-06-15-branschradet-forlangs.md.",
        )
    Day.read(found[1])
    return name


def news_day(key: str) -> Day:
    """Return the day in a news item's file name."""
    found = _NEWS.match(key)
    return Day.read(found[1]) if found else Day(1900)


def _homeless(path: str) -> RefusalError:
    name = path.rsplit("/", 1)[-1]
    folder = path.rsplit("/", 1)[0]
    if right := _renamed(path):
        return RefusalError(
            "fel-plats",
            f"Filen {shorten(name, 40)} läses inte med den ändelsen.",
            f"Döp om den till {right.rsplit('/', 1)[-1]}.",
        )
    if name.lower().endswith((".docx", ".doc", ".odt", ".pdf", ".rtf", ".txt")) and path.startswith(
        "minutes/"
    ):
        return RefusalError(
            "fel-plats",
            f"Filen {shorten(name, 40)} ligger löst bland anteckningarna.",
            f"Lägg den som bilaga i mötets egen mapp, till exempel {folder}/2021-03-05/{name}.",
        )
    known = [sort.value for sort in Sort]
    return RefusalError(
        "fel-plats",
        "Här hör ingen sådan fil hemma.",
        did_you_mean(path, known, "Filer som läses: " + ", ".join(known) + "."),
    )


def _renamed(path: str) -> str | None:
    """Return the path with the ending, or the small letters, that would make the file read."""
    folder, _, name = path.rpartition("/")
    right = name.lower().removesuffix(".txt")
    right = right.replace(".yaml", ".yml").replace(".markdown", ".md")
    if right == name or not right.endswith((".yml", ".md")):
        return None
    try:
        place_file(f"{folder}/{right}")
    except RefusalError:
        return None
    return f"{folder}/{right}"


def folders_without_file(paths: Iterable[str]) -> list[Finding]:
    """Return a finding for every association or network folder that lacks its own file."""
    present = set(paths)
    missing: dict[str, str] = {}
    for path in sorted(present):
        parts = path.split("/")
        if parts[0] != "networks" or len(parts) < 3:  # noqa: PLR2004 - networks/<association>/<file>
            continue
        _need(missing, present, f"networks/{parts[1]}/association.yml", path)
        if len(parts) > 3 and parts[2] not in RESERVED:  # noqa: PLR2004 - one level further down
            _need(missing, present, f"networks/{parts[1]}/{parts[2]}/network.yml", path)
    return [
        error(
            "fil-saknas",
            Place(path),
            f"Mappen {wanted.rsplit('/', 1)[0]} saknar filen {wanted.rsplit('/', 1)[1]}.",
            f"Skapa {wanted}, eller flytta mappens filer dit de hör.",
        )
        for wanted, path in missing.items()
    ]


def _need(missing: dict[str, str], present: set[str], wanted: str, path: str) -> None:
    if wanted not in present:
        missing.setdefault(wanted, path)
