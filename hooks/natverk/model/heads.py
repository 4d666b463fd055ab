"""The front matter of documents, read like a register: Swedish keys as aliases."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, Field

from natverk.findings import RefusalError, in_quotes
from natverk.model.days import UNKNOWN, WEEKDAYS
from natverk.model.records import (
    DayField,
    PeriodField,
    Record,
    Text,
    Texts,
    TimesField,
    YesNo,
    word,
)
from natverk.model.vocabulary import DocumentStatus, MeetingForm, NotesKind


class MeetingHead(Record):
    """The front matter of a meeting's document."""

    time: TimesField = Field(default=None, alias="tid")
    place: Text | None = Field(default=None, alias="plats")
    form: Annotated[MeetingForm | None, word(MeetingForm)] = Field(default=None, alias="form")
    status: Annotated[DocumentStatus, word(DocumentStatus)] = Field(
        default=DocumentStatus.PUBLISHED, alias="status"
    )
    kind: Annotated[NotesKind, word(NotesKind)] = Field(default=NotesKind.NOTES, alias="slag")
    day: Text | None = Field(default=None, alias="dag")
    until: DayField = Field(default=None, alias="till")
    jointly_with: Texts = Field(default=(), alias="tillsammans med")
    written_by: Text | None = Field(default=None, alias="vid anteckningarna")
    approved: DayField = Field(default=None, alias="godkända")
    reference: Text | None = Field(default=None, alias="diarienummer")
    source: Text | None = Field(default=None, alias="källa")
    note: Text | None = Field(default=None, alias="anmärkning")


class NewsHead(Record):
    """The front matter of a news item."""

    title: Text = Field(alias="rubrik")
    networks: Texts = Field(default=(), alias="nätverk")
    topics: Texts = Field(default=(), alias="ämnen")
    matters: Texts = Field(default=(), alias="ärenden")
    contacts: Texts = Field(default=(), alias="kontakt")
    source: Text | None = Field(default=None, alias="källa")
    note: Text | None = Field(default=None, alias="anmärkning")


def _least(value: object) -> object:
    found = re.match(
        r"(?:minst\s+)?(\d{1,3})(?:\s+(?:möten|gånger))?(?:\s+per år)?$", str(value).strip().lower()
    )
    if not found:
        raise RefusalError(
            "fel-varde", f"{in_quotes(str(value))} är inget antal.", "Skriv till exempel minst 4."
        )
    return int(found[1])


def _weekday(value: object) -> object:
    written = str(value).strip().lower()
    day = written.removesuffix("ar")
    if day not in WEEKDAYS:
        raise RefusalError(
            "fel-varde", f"{in_quotes(str(value))} är ingen veckodag.", "Skriv till exempel fredag."
        )
    return WEEKDAYS.index(day)


def _within(value: object) -> object:
    written = str(value).strip().lower()
    if written == UNKNOWN:
        return NotesWithin(None)
    if written in {"nej", "inget krav"}:
        return None
    found = re.match(r"(?:inom\s+)?(\d{1,3})\s*(dag|dagar|vecka|veckor)?$", written)
    if not found:
        raise RefusalError(
            "fel-varde",
            f"{in_quotes(str(value))} är ingen tid att räkna med.",
            "Skriv till exempel 14 dagar, eller okänt.",
        )
    return NotesWithin(int(found[1]) * (7 if (found[2] or "").startswith("v") else 1))


def _yearly(value: object) -> object:
    written = str(value).strip().lower()
    return "ja" if written in {"årligen", "varje år", "en gång per år"} else value


@dataclass(frozen=True, slots=True)
class NotesWithin:
    """The duty to publish notes; `days` after the meeting, None when nobody knows how many."""

    days: int | None


class MandateHead(Record):
    """The front matter of a mandate: its period, its adoption and the duties that files can show.

    A duty that is left out is not demanded. `weekday` is 0 for Monday.
    """

    period: PeriodField = Field(default=None, alias="gäller")
    title: Text | None = Field(default=None, alias="rubrik")
    adopted: DayField = Field(default=None, alias="antagen")
    adopted_by: Text | None = Field(default=None, alias="antagen av")
    reference: Text | None = Field(default=None, alias="diarienummer")
    meetings_per_year: Annotated[int | None, BeforeValidator(_least)] = Field(
        default=None, alias="möten per år"
    )
    weekday: Annotated[int | None, BeforeValidator(_weekday)] = Field(
        default=None, alias="veckodag"
    )
    notes: Annotated[NotesWithin | None, BeforeValidator(_within)] = Field(
        default=None, alias="anteckningar inom"
    )
    revised_yearly: Annotated[YesNo, BeforeValidator(_yearly)] = Field(
        default=None, alias="revideras"
    )
    annual_report: Annotated[YesNo, BeforeValidator(_yearly)] = Field(
        default=None, alias="verksamhetsrapport"
    )
    source: Text | None = Field(default=None, alias="källa")
    note: Text | None = Field(default=None, alias="anmärkning")
