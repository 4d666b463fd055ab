"""Numbers of decisions, follow-ups and agenda items."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from natverk.findings import Finding, error, tip
from natverk.model.decisions import Decision

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.decisions import FollowUp
    from natverk.model.notes import Notes


def upprepat_beslutsnummer(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find two decisions, or two follow-ups, of a meeting with one number."""
    for notes in catalogue.notes:
        yield from _repeated(notes, notes.decisions, "Beslut")
        yield from _repeated(notes, notes.follow_ups, "Att göra")


def _repeated(notes: Notes, parts: Iterable[Decision | FollowUp], noun: str) -> Iterator[Finding]:
    seen: dict[int, int] = {}
    numbers = [part.number for part in parts]
    for part in parts:
        earlier = seen.setdefault(part.number, part.line)
        if earlier != part.line:
            yield error(
                "upprepat-beslutsnummer",
                notes.place(part.line),
                f"{noun} {part.number} finns redan på rad {earlier}.",
                f"Numret är en adress. Nästa lediga är {max(numbers) + 1}.",
            )


def upprepad_punkt(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find two agenda items of a meeting with one number."""
    for notes in catalogue.notes:
        seen: dict[str, int] = {}
        for item in notes.items:
            number = item.number
            earlier = seen.setdefault(number, item.line) if number else item.line
            if earlier != item.line:
                yield error(
                    "upprepad-punkt",
                    notes.place(item.line),
                    f"Punkt {number} finns redan på rad {earlier}.",
                    "Ge punkten ett eget nummer, till exempel 9a.",
                )


def punkter_i_oordning(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find agenda items whose number is lower than the one before."""
    for notes in catalogue.notes:
        before = (0, "")
        for item in notes.items:
            found = re.match(r"(\d+)(\w*)", item.number)
            if not found:
                continue
            here = (int(found[1]), found[2])
            if here < before:
                yield tip(
                    "punkter-i-oordning",
                    notes.place(item.line),
                    f"Punkt {here[0]}{here[1]} kommer efter punkt {before[0]}{before[1]}.",
                    "Se efter att numren är rätt. Står punkterna i den ordning de togs upp "
                    "är allt som det ska.",
                )
            before = here


def beslut_utan_nummer(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find published decisions and follow-ups whose number is not written out."""
    for notes in catalogue.notes:
        if not notes.is_published:
            continue
        for part in notes.marked:
            noun = "Beslut" if isinstance(part, Decision) else "Att göra"
            if not part.is_numbered:
                yield tip(
                    "beslut-utan-nummer",
                    notes.place(part.line),
                    "Numret är inte utskrivet, och då kan adressen ändras. "
                    f"Just nu är det {noun} {part.number}.",
                    f"Skriv **{noun} {part.number}: …**",
                )
