"""YAML as a tree of text with lines.

YAML 1.1 guesses types (`no` is false, `13:30` is 810) and lets the last of two equal keys win.
Registers say what their author wrote, so every scalar is read as text, and every trap that
would change or drop text in silence is a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from natverk.findings import Finding, Place, RefusalError, error, shorten
from natverk.source.tree import plain_signs
from natverk.source.yamlfaults import broken

DEEPEST = 12
"""Levels. Real registers use four."""

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
"""Signs that calendars and feeds cannot hold; YAML lets them in as `"\\x1b"`."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as text; `text` is empty when the author left the value out."""

    text: str
    line: int


@dataclass(slots=True)
class Sequence:
    """A list, in the author's order."""

    line: int
    items: list[Scalar | Sequence | Mapping] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys with their values, in the author's order; `key_lines` has each key's line."""

    line: int
    values: dict[str, Scalar | Sequence | Mapping] = field(default_factory=dict)
    key_lines: dict[str, int] = field(default_factory=dict)


def read_yaml(text: str, path: str, first_line: int = 1) -> tuple[Mapping, list[Finding]]:
    """Return the top mapping of `text` and what is wrong with it.

    `first_line` is the line of the file on which `text` begins (front matter begins on 2).
    A text that cannot be read at all gives an empty mapping and one finding.
    """
    reader = _Reader(text, path, first_line)
    try:
        top = reader.document()
    except RefusalError as refusal:
        reader.findings.append(refusal.at(Place(path, reader.line)))
        top = Mapping(first_line)
    except yaml.YAMLError as fault:
        reader.findings.append(broken(fault, text, path, first_line))
        top = Mapping(first_line)
    return top, reader.findings


class _Reader:
    """Builds the tree from libyaml's events, so that depth and aliases are bounded as they come."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.path = path
        self.lines = text.split("\n")
        self.offset = first_line
        self.line = first_line
        self.findings: list[Finding] = []
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=loader)

    def document(self) -> Mapping:
        """Return the one mapping the file must be."""
        top: Scalar | Sequence | Mapping | None = None
        for event in self.events:
            self._at(event)
            if isinstance(event, yaml.DocumentStartEvent) and top is not None:
                raise _several()
            if isinstance(event, yaml.NodeEvent):
                top = self._node(event, 0)
        if isinstance(top, Mapping):
            return top
        if top is None or (isinstance(top, Scalar) and not top.text):
            return Mapping(self.offset)
        self.line = top.line
        raise RefusalError(
            "trasig-yaml",
            "Filen ska bestå av rader med nyckel och värde, men den börjar med något annat.",
            "Skriv till exempel: name: Förskolenätverket",
        )

    def _at(self, event: yaml.Event) -> int:
        if event.start_mark is not None:
            self.line = event.start_mark.line + self.offset
        return self.line

    def _node(self, event: yaml.NodeEvent, depth: int) -> Scalar | Sequence | Mapping:
        self._refuse(event, depth)
        match event:
            case yaml.ScalarEvent():
                return self._scalar(event)
            case yaml.SequenceStartEvent():
                return self._sequence(event, depth)
            case yaml.MappingStartEvent():
                return self._mapping(event, depth)
        raise _strange()

    def _refuse(self, event: yaml.NodeEvent, depth: int) -> None:
        self._at(event)
        if event.anchor is not None:
            raise RefusalError(
                "yaml-genvag",
                "Värdet börjar med & eller *, som YAML läser som en genväg till ett annat värde.",
                'Sätt citattecken om värdet: "*text", eller skriv ut värdet på båda ställena.',
            )
        if (tag := getattr(event, "tag", None)) not in (None, "!"):
            raise RefusalError(
                "yaml-genvag",
                f"Värdet börjar med {shorten(str(tag), 30)}, som YAML läser som en typ.",
                'Sätt citattecken om värdet: "!text".',
            )
        if depth > DEEPEST:
            raise RefusalError(
                "trasig-yaml",
                f"Filen har fler än {DEEPEST} nivåer inuti varandra.",
                "Se över indragen: varje nivå dras in två steg.",
            )

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        line = self._at(event)
        if _CONTROL.search(event.value):
            raise RefusalError(
                "trasig-yaml",
                "Värdet har ett osynligt tecken som inte får finnas.",
                "Skriv om raden för hand.",
            )
        if not event.style and event.value:
            self._swallowed(event)
        return Scalar(_on_one_line(event.value), line)

    def _swallowed(self, event: yaml.ScalarEvent) -> None:
        """Find a `#` that begins a comment where the author meant a number sign."""
        if (end := event.end_mark) is None:
            return
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        if swallowed := re.match(r"\s*(#[^\s#].*)", rest):
            whole = f"{event.value} {swallowed[1]}"
            self.findings.append(
                error(
                    "vardet-kapas",
                    Place(self.path, end.line + self.offset),
                    f"Allt från # läses som en kommentar, så bara {shorten(event.value, 40)} blir kvar.",
                    f'Sätt citattecken om hela värdet: "{shorten(whole, 60)}". '
                    "En riktig kommentar skrivs med mellanslag efter #.",
                )
            )

    def _sequence(self, event: yaml.SequenceStartEvent, depth: int) -> Sequence:
        found = Sequence(self._at(event))
        for inner in self.events:
            if isinstance(inner, yaml.SequenceEndEvent):
                return found
            if isinstance(inner, yaml.NodeEvent):
                found.items.append(self._node(inner, depth + 1))
        raise _strange()

    def _mapping(self, event: yaml.MappingStartEvent, depth: int) -> Mapping:
        found = Mapping(self._at(event))
        for inner in self.events:
            if isinstance(inner, yaml.MappingEndEvent):
                return found
            if isinstance(inner, yaml.NodeEvent):
                self._entry(found, inner, depth, in_braces=bool(event.flow_style))
        raise _strange()

    def _entry(self, found: Mapping, event: yaml.NodeEvent, depth: int, *, in_braces: bool) -> None:
        key = self._node(event, depth + 1)
        if not isinstance(key, Scalar):
            raise RefusalError(
                "trasig-yaml",
                "En nyckel ska vara ett ord, men här står en lista eller en grupp före kolonet.",
                "Skriv nyckeln som ett ord: name: Förskolenätverket",
            )
        value_event = next(self.events)
        if not isinstance(value_event, yaml.NodeEvent):
            raise _strange()
        value = self._node(value_event, depth + 1)
        if in_braces and _never_written(value_event):
            self.findings.append((_split if found.values else _braced)(key, self.path))
        elif key.text in found.values:
            self.findings.append(_repeated(key, found.key_lines[key.text], self.path))
        else:
            found.values[key.text] = value
            found.key_lines[key.text] = key.line


def _on_one_line(value: str) -> str:
    r"""Return a value as the pages show it, also one of several lines or with signs as `"\u202e"`."""
    return re.sub(r"\s*\n\s*", " ", plain_signs(value).strip())


def _never_written(event: yaml.NodeEvent) -> bool:
    """Tell whether YAML made up an empty value: `{text: a, b}` gives the key `b` one."""
    return isinstance(event, yaml.ScalarEvent) and not event.value and not event.style


def _split(key: Scalar, path: str) -> Finding:
    return error(
        "vardet-delas",
        Place(path, key.line),
        f"Kommat gör att {shorten(key.text, 40)} läses som en egen nyckel utan värde.",
        f'Sätt citattecken om värdet: {{text: "a, {shorten(key.text, 30)}"}}, eller skriv '
        "varje nyckel på en egen rad.",
    )


def _braced(key: Scalar, path: str) -> Finding:
    shown = shorten(key.text, 30)
    return error(
        "vardet-delas",
        Place(path, key.line),
        f"Klamrarna gör att {shown} läses som en nyckel utan värde.",
        f'Sätt citattecken om hela värdet: "{{{shown}}}".',
    )


def _repeated(key: Scalar, earlier: int, path: str) -> Finding:
    return error(
        "upprepad-nyckel",
        Place(path, key.line),
        f"Nyckeln {shorten(key.text, 40)} står redan på rad {earlier}.",
        "Behåll den ena, eller gör en lista av värdena.",
    )


def _several() -> RefusalError:
    return RefusalError(
        "trasig-yaml",
        "Raden --- inuti filen delar den i två.",
        "Ta bort raden, eller lägg delarna i var sin fil.",
    )


def _strange() -> RefusalError:
    return RefusalError(
        "trasig-yaml", "Raden går inte att läsa som YAML.", "Skriv till exempel: place: Rum 3"
    )
