"""How bodies, organisations and persons are called on a day, and whether a person is named."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from natverk.findings import fold
from natverk.history.names import name_on
from natverk.model.vocabulary import Publish

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.networks import Member

Owned = TypeVar("Owned")

_UNNAMED = "(namnet visas inte)"
_AFTER_Z = str.maketrans({"å": "{", "ä": "|", "ö": "}", "é": "e", "ü": "y"})


def sort_key(text: str) -> str:
    """Return a key that sorts as Swedish does: å, ä, ö after z, capitals like small letters."""
    return text.casefold().translate(_AFTER_Z)


def named(catalogue: Catalogue, identity: str, date: dt.date = dt.date.max) -> str:
    """Return the name on `date` of the body or organisation with an id, or `identity` itself."""
    record = catalogue.named(identity)
    return name_on(record, date).name if record else identity


def name_of_member(catalogue: Catalogue, member: Member, date: dt.date) -> str:
    """Return a member's name as it was on `date`, as it may be shown; empty for an empty place."""
    person = catalogue.people.get(member.person or "")
    name = name_on(person, date).name if person else member.name
    return person_name(catalogue, name, member.person) if member.name and name else ""


def person_name(catalogue: Catalogue, name: str, person: str | None = None) -> str:
    """Return a person's name as it may be shown: whole, as initials, or not at all."""
    known = catalogue.people.get(person or "") or catalogue.person_by_name.get(fold(name))
    if known is None or known.publish is Publish.NAME:
        return name
    if known.publish is Publish.INITIALS:
        return " ".join(f"{part[0]}." for part in name.split() if part)
    return _UNNAMED


def by_association(
    catalogue: Catalogue, found: Iterable[Owned], association: Callable[[Owned], str]
) -> list[tuple[str, list[Owned]]]:
    """Return what each association has, under its id, in the order of the associations' names."""
    groups: dict[str, list[Owned]] = defaultdict(list)
    for one in found:
        groups[association(one)].append(one)
    return [(identity, groups[identity]) for identity in by_name(catalogue, groups)]


def by_name(catalogue: Catalogue, identities: Iterable[str]) -> list[str]:
    """Return ids in the Swedish order of their names."""
    return sorted(identities, key=lambda identity: sort_key(named(catalogue, identity)))
