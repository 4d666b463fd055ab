"""Reads the lines of attendance lists, in the forms that Swedish notes use.

`Namn`, `Namn, Kommun (skolformer), roll`, `Namn, GR, Titel`, each with remarks after a semicolon:
`punkt 1–5`, `ersättare för Namn`, `via länk`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from natverk.model.notes import Attendee
from natverk.model.vocabulary import SectionKind
from natverk.source.blocks import Item, plain
from natverk.words import swedish

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCOPE = re.compile(r"\(([^()]*)\)")
_POINT = r"§*\s*\d+\s?[a-zåäö]?"
_POINTS = re.compile(
    rf"(?:punkt(?:en|erna|er)?|pkt|§{{1,2}}|ärende(?:n)?)\s*"
    rf"({_POINT}(?:\s*(?:–|-|,|&|\boch\b)\s*{_POINT})*)\.?$",
    re.IGNORECASE,
)
_DEPUTY = re.compile(
    r"(?:ersättare för|ers\. ?för|ers\.?|i stället för|istället för)\s+(.+)$", re.IGNORECASE
)
_COMMA = re.compile(r",\s*(?![^()]*\))")


def read_attendee(item: Item, section: SectionKind) -> Attendee:
    """Return who a line of an attendance list names; what it does not understand is a remark."""
    head, *notes = (part.strip() for part in plain(item.text).split(";"))
    parts = [part.strip() for part in _COMMA.split(head) if part.strip(" ,")]
    name, *rest = parts or [""]
    notes = [*_SCOPE.findall(name), *notes]
    scope: tuple[str, ...] = ()
    words: list[str] = []
    for part in rest:
        for inside in _SCOPE.findall(part):
            if scope or _is_note(inside):
                notes.append(inside)
            else:
                scope = split_scope(inside)
        outside = _SCOPE.sub("", part).strip()
        (notes if _is_note(outside) else words).append(outside)
    organisation, roles = _organisation_and_roles([word for word in words if word])
    deputy = next((found[1] for note in notes if (found := _DEPUTY.match(note))), "")
    return Attendee(
        section=section,
        name=_unmarked(_SCOPE.sub("", name)),
        line=item.line,
        organisation=organisation,
        scope=scope,
        roles=roles,
        items=tuple(point for note in notes for point in _points(note)),
        deputy_for=deputy,
        remarks=tuple(note for note in notes if note and not _is_note(note)),
    )


def _is_note(text: str) -> bool:
    """Tell whether a text says at which points somebody was there, or in whose place."""
    return bool(_POINTS.match(text) or _DEPUTY.match(text))


def _organisation_and_roles(words: list[str]) -> tuple[str, tuple[str, ...]]:
    """Tell an organisation from a role: a known role word is never an organisation."""
    if words and _is_role(words[0]):
        return "", tuple(words)
    return (words[0], tuple(words[1:])) if words else ("", ())


def _is_role(word: str) -> bool:
    return word.casefold() in swedish().codes["Role"]


def split_scope(text: str) -> tuple[str, ...]:
    """Return the school forms in `text`: "för & grund, gymn & vux" has four."""
    return tuple(part.strip() for part in re.split(r"[,&/]|\boch\b", text) if part.strip())


def _points(note: str) -> Iterator[str]:
    found = _POINTS.match(note)
    if not found:
        return
    for part in re.split(r",|\boch\b|&", found[1]):
        if span := re.match(r"\s*§*\s*(\d+)\s*(?:–|-)\s*§*\s*(\d+)\s*$", part):
            low, high = int(span[1]), int(span[2])
            yield from (str(point) for point in range(low, min(high, low + 200) + 1))
        elif one := re.match(r"\s*§*\s*(\d+\s?[a-zåäö]?)\b", part, re.IGNORECASE):
            yield one[1].replace(" ", "")


def _unmarked(name: str) -> str:
    return re.sub(r"[*_`]{1,3}", "", name).strip()
