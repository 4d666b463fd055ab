"""What a made-up network has decided and promised so far, and what is written of it next."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from journeys import Journey, Stop
    from prose import Writer

KINDS = ("beslut", "rekommendation", "ställningstagande", "uppdrag", "inriktningsbeslut")
ONCE = ("val", "godkännande", "yttrande", "bordläggning", "återremiss")
"""Kinds that claim nothing afterwards."""
ANSWERS = ("rekommendation", "tillstyrkan", "tillstyrkan", "ställningstagande", "avslag")
RELATED = 0.35
REVOKED = 0.04
LASTING = 0.5
SELDOM = 0.15
STRUCK = 0.1


@dataclass(slots=True)
class Ledger:
    """Addresses that later notes may point at; `sent` is shared by all networks.

    `sent` holds the address of the latest decision in each matter.
    """

    rng: random.Random
    writer: Writer
    sent: dict[str, str]
    holding: list[str] = field(default_factory=list)
    limited: list[str] = field(default_factory=list)
    promised: list[str] = field(default_factory=list)
    fresh: list[tuple[list[str], str]] = field(default_factory=list)

    def decision(self, day: dt.date, number: int) -> list[str]:
        """Return the lines of a decision as a quotation, and remember its address."""
        relation = self._relation()
        is_once = not relation and self.rng.random() < SELDOM
        facts = [f"Slag: {self.rng.choice(ONCE if is_once else KINDS)}", *relation]
        is_limited = bool(relation and relation[0].startswith("Förlänger"))
        if is_limited or (self.rng.random() < LASTING and not is_once):
            facts.append(f"Gäller: {self._period(day)}")
            is_limited = True
        if not is_once:
            self.fresh.append((self.limited if is_limited else self.holding, f"{day}/b{number}"))
        if self.rng.random() < LASTING:
            facts.append(f"Ansvarig: {self.rng.choice(self.writer.organisations)}")
        if self.rng.random() < SELDOM:
            facts.append("Rekommenderas: varje kommun")
        title = f"**Beslut {number}: {self.writer.one('decision_titles')}**"
        return _quotation(title, self.writer.one("decisions"), facts)

    def passed(self, journey: Journey, stop: Stop, address: str) -> list[str]:
        """Return the lines of the decision by which a matter goes on its way."""
        facts = list(self._passing(journey, stop))
        facts.append(f"Ärende: {journey.id}")
        self.sent[journey.id] = address
        number = address.rpartition("/b")[2]
        title = f"**Beslut {number}: {self.writer.one('decision_titles')}**"
        return _quotation(title, self.writer.one("decisions"), facts)

    def _passing(self, journey: Journey, stop: Stop) -> Iterator[str]:
        """Yield what a decision has to do with the one that sent the matter here."""
        earlier = self.sent.get(journey.id)
        if stop.does == "tar emot beslutet":
            yield f"Av: {journey.home.association.board.name}"
            yield f"Fastställer: {earlier}"
            yield "Rekommenderas: varje kommun"
            return
        yield f"Slag: {self.rng.choice(ANSWERS if earlier else KINDS)}"
        if earlier:
            yield f"Svarar på: {earlier}"
        if stop.onward:
            yield f"Går vidare till: {stop.onward}"

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
        """Return a relation to an earlier decision, or nothing; none is related to twice."""
        kind = self.rng.random()
        if kind < REVOKED and self.holding:
            return [f"Upphäver: {self._take(self.holding)}"]
        if kind > RELATED:
            return []
        if self.limited and self.rng.random() < LASTING:
            return [f"Förlänger: {self._take(self.limited)}"]
        if self.holding:
            kinds = ("Ersätter", "Ändrar", "Ändrar", "Svarar på")
            return [f"{self.rng.choice(kinds)}: {self._take(self.holding)}"]
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
