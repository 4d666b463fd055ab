"""What mandates demand, read from the words that such documents use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from natverk.findings import RefusalError, in_quotes
from natverk.model.days import UNKNOWN, WEEKDAYS
from natverk.model.records import text_of
from natverk.model.vocabulary import Counted, DayKind


@dataclass(frozen=True, slots=True)
class NotesWithin:
    """The duty to publish notes; `days` after the meeting, None when nobody knows how many."""

    days: int | None
    kind: DayKind = DayKind.CALENDAR


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many must be there for a meeting to decide: a number of them, or a share of all.

    With `is_more` the share itself is not enough. All is None when it is demanded but not known how
    many.
    """

    least: int | None = None
    share: Fraction | None = None
    is_more: bool = False
    counted: Counted = Counted.MEMBERS

    def of(self, everyone: int) -> int | None:
        """Return how many must be there when there are `everyone`; None when nobody knows."""
        if self.share is None:
            return self.least
        part = everyone * self.share
        return int(part) + 1 if self.is_more else -int(-part // 1)


def read_least(value: object) -> int:
    """Return a number of meetings: "minst 4 möten per år"."""
    found = re.match(
        r"(?:minst\s+)?(\d{1,3})(?:\s+(?:möten|gånger))?(?:\s+per år)?$",
        text_of(value).strip().lower(),
    )
    if not found:
        raise RefusalError(
            "fel-varde",
            f"{in_quotes(text_of(value))} är inget antal.",
            "Skriv till exempel minst 4.",
        )
    return int(found[1])


def read_weekday(value: object) -> int:
    """Return a weekday from its name, 0 for Monday."""
    written = text_of(value).strip().lower()
    day = written.removesuffix("ar")
    if day not in WEEKDAYS:
        raise RefusalError(
            "fel-varde",
            f"{in_quotes(text_of(value))} är ingen veckodag.",
            "Skriv till exempel fredag.",
        )
    return WEEKDAYS.index(day)


_UNITS = {"arbetsdag": DayKind.WORKING, "skoldag": DayKind.SCHOOL}


def read_notes_within(value: object) -> NotesWithin | None:
    """Return a time to publish notes in: "14 dagar", "2 veckor", "10 arbetsdagar", "okänt", "nej"."""
    written = text_of(value).strip().lower()
    if written == UNKNOWN:
        return NotesWithin(None)
    if written in {"nej", "inget krav"}:
        return None
    found = re.match(
        r"(?:inom\s+)?(\d{1,3})\s*(?:(dag|arbetsdag|skoldag)(?:ar)?|(vecka|veckor))?$", written
    )
    if not found:
        raise RefusalError(
            "fel-varde",
            f"{in_quotes(text_of(value))} är ingen tid att räkna med.",
            "Skriv till exempel 14 dagar, 10 arbetsdagar, 10 skoldagar eller okänt.",
        )
    days = int(found[1]) * (7 if found[3] else 1)
    return NotesWithin(days, _UNITS.get(found[2] or "", DayKind.CALENDAR))


def read_yearly(value: object) -> object:
    """Return "ja" for what is done each year, anything else as it is."""
    written = str(value).strip().lower()
    return "ja" if written in {"årligen", "varje år", "en gång per år"} else value


_SHARES = {"hälften": Fraction(1, 2), "två tredjedelar": Fraction(2, 3)}
_COUNTED = {"kommun": Counted.MUNICIPALITIES, "organi": Counted.ORGANISATIONS}
"""By how the word begins, whatever its ending; the other words tell of persons."""

_QUORUM = re.compile(
    r"(?P<how>minst|(?:mer|fler) än)?\s*(?:(?P<share>hälften|två tredjedelar)|(?P<least>\d{1,3}))"
    r"(?:\s+(?:av\s+)?(?P<what>ledamot|ledamöter|ledamöterna|närvarande|kommun|kommuner|kommunerna"
    r"|organisation|organisationer|organisationerna|medlemmar|medlemmarna))?$"
)


def read_quorum(value: object) -> Quorum | None:
    """Return a quorum: "minst hälften", "fler än hälften av kommunerna", "minst 5 ledamöter"."""
    written = " ".join(text_of(value).lower().split())
    if written == UNKNOWN:
        return Quorum()
    if written in {"nej", "inget krav"}:
        return None
    found = _QUORUM.match(written)
    if not found:
        raise RefusalError(
            "fel-varde",
            f"{in_quotes(text_of(value))} går inte att räkna.",
            "Skriv till exempel minst hälften, minst 5 ledamöter eller fler än hälften av kommunerna.",
        )
    is_more = (found["how"] or "").endswith("än")
    counted = _COUNTED.get((found["what"] or "")[:6], Counted.MEMBERS)
    if found["share"]:
        return Quorum(share=_SHARES[found["share"]], is_more=is_more, counted=counted)
    return Quorum(least=int(found["least"]) + is_more, counted=counted)
