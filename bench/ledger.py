"""What a made-up network has decided and promised so far, and what is written of it next."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

    from prose import Writer

KINDS = ("beslut", "rekommendation", "ställningstagande", "uppdrag", "inriktningsbeslut")
RELATED = 0.35
ONWARD = 0.15
LASTING = 0.5
STRUCK = 0.1


@dataclass(slots=True)
class Ledger:
    """Addresses that later notes may point at; `superiors` are bodies that may decide next."""

    rng: random.Random
    writer: Writer
    superiors: tuple[str, ...]
    matters: tuple[str, ...]
    holding: list[str] = field(default_factory=list)
    limited: list[str] = field(default_factory=list)
    promised: list[str] = field(default_factory=list)
    fresh: list[tuple[list[str], str]] = field(default_factory=list)

    def decision(self, day: dt.date, number: int) -> list[str]:
        """Return the lines of a decision as a quotation, and remember its address."""
        relation = self._relation()
        facts = [f"Slag: {self.rng.choice(KINDS)}", *relation]
        is_limited = bool(relation and relation[0].startswith("Förlänger"))
        if is_limited or self.rng.random() < LASTING:
            facts.append(f"Gäller: {self._period(day)}")
            is_limited = True
        self.fresh.append((self.limited if is_limited else self.holding, f"{day}/b{number}"))
        if self.rng.random() < LASTING:
            facts.append(f"Ansvarig: {self.rng.choice(self.writer.organisations)}")
        if self.rng.random() < ONWARD:
            facts.append(f"Ärende: {self.rng.choice(self.matters)}")
        title = f"**Beslut {number}: {self.writer.one('decision_titles')}**"
        return _quotation(title, self.writer.one("decisions"), facts)

    def task(self, day: dt.date, number: int) -> list[str]:
        """Return the lines of a follow-up as a quotation, and remember its address."""
        self.promised.append(f"{day}/a{number}")
        who = ("varje kommun", *self.writer.people[:2], self.rng.choice(self.writer.organisations))
        facts = [f"Ansvarig: {self.rng.choice(who)}"]
        if self.rng.random() < LASTING:
            facts.append(f"Senast: {day + dt.timedelta(self.rng.randint(20, 120))}")
        return _quotation(f"**Att göra {number}: {self.writer.one('tasks')}**", "", facts)

    def ended(self) -> list[str]:
        """Begin a meeting: return facts that end some of what was promised earlier."""
        for earlier, address in self.fresh:
            earlier.append(address)
        self.fresh.clear()
        ending = [address for address in self.promised if self.rng.random() < 1 / 3]
        self.promised = [address for address in self.promised if address not in ending]
        return [
            f"- {'Struket' if self.rng.random() < STRUCK else 'Klart'}: {address}"
            for address in ending
        ]

    def _relation(self) -> list[str]:
        if self.rng.random() < ONWARD:
            return [f"Går vidare till: {self.rng.choice(self.superiors)}"]
        if self.rng.random() > RELATED:
            return []
        if self.limited and self.rng.random() < LASTING:
            return [f"Förlänger: {self._take(self.limited)}"]
        if self.holding:
            kind = self.rng.choice(("Ersätter", "Ändrar"))
            return [f"{kind}: {self._take(self.holding)}"]
        return []

    def _take(self, addresses: list[str]) -> str:
        """Take one of the latest addresses: nothing is replaced or extended twice."""
        return addresses.pop(self.rng.randrange(max(0, len(addresses) - 6), len(addresses)))

    def _period(self, day: dt.date) -> str:
        year = day.year
        return self.rng.choice(
            (
                f"läsåret {year}/{year + 1}",
                f"{year}–{year + self.rng.randint(1, 3)}",
                f"{day}–{year + 1}-06-30",
                f"från {day}",
            )
        )


def _quotation(title: str, text: str, facts: list[str]) -> list[str]:
    lines = [title, "", *([text, ""] if text else []), *(f"- {fact}" for fact in facts)]
    return [f"> {line}".rstrip() for line in lines]
