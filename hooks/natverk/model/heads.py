"""The front matter of documents, read like a register: Swedish keys as aliases."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, Field

from natverk.findings import RefusalError, in_quotes
from natverk.model.days import MONTHS, WEEKDAYS
from natverk.model.demands import (
    NotesWithin,
    Quorum,
    read_least,
    read_notes_within,
    read_quorum,
    read_weekday,
    read_yearly,
)
from natverk.model.records import (
    DayField,
    PeriodField,
    Record,
    Text,
    Texts,
    TimesField,
    YesNo,
    reads,
    word,
)
from natverk.model.vocabulary import DocumentStatus, MeetingForm, NotesKind

_DAY = re.compile(rf"\d|{'|'.join((*WEEKDAYS, *MONTHS))}", re.IGNORECASE)


def _day_in_words(text: str) -> str:
    """Return a day as written; raise `RefusalError` when it names neither weekday, month nor date."""
    if _DAY.search(text):
        return text
    raise RefusalError(
        "fel-varde",
        f"{in_quotes(text)} är ingen dag.",
        "Skriv till exempel fredagen den 8 mars 2024.",
    )


class MeetingHead(Record):
    """The front matter of a meeting's document."""

    time: TimesField = Field(default=None, alias="tid")
    place: Text | None = Field(default=None, alias="plats")
    form: Annotated[MeetingForm | None, word(MeetingForm)] = Field(default=None, alias="form")
    status: Annotated[DocumentStatus, word(DocumentStatus)] = Field(
        default=DocumentStatus.PUBLISHED, alias="status"
    )
    kind: Annotated[NotesKind, word(NotesKind)] = Field(default=NotesKind.NOTES, alias="slag")
    day: Annotated[str | None, reads(str, _day_in_words)] = Field(default=None, alias="dag")
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


class MandateHead(Record):
    """The front matter of a mandate: its period, its adoption and the duties that files can show.

    A duty that is left out is not demanded. `weekday` is 0 for Monday.
    """

    period: PeriodField = Field(default=None, alias="gäller")
    title: Text | None = Field(default=None, alias="rubrik")
    adopted: DayField = Field(default=None, alias="antagen")
    adopted_by: Text | None = Field(default=None, alias="antagen av")
    reference: Text | None = Field(default=None, alias="diarienummer")
    meetings_per_year: Annotated[int | None, BeforeValidator(read_least)] = Field(
        default=None, alias="möten per år"
    )
    weekday: Annotated[int | None, BeforeValidator(read_weekday)] = Field(
        default=None, alias="veckodag"
    )
    notes: Annotated[NotesWithin | None, BeforeValidator(read_notes_within)] = Field(
        default=None, alias="anteckningar inom"
    )
    quorum: Annotated[Quorum | None, BeforeValidator(read_quorum)] = Field(
        default=None, alias="beslutsför"
    )
    revised_yearly: Annotated[YesNo, BeforeValidator(read_yearly)] = Field(
        default=None, alias="revideras"
    )
    annual_report: Annotated[YesNo, BeforeValidator(read_yearly)] = Field(
        default=None, alias="verksamhetsrapport"
    )
    source: Text | None = Field(default=None, alias="källa")
    note: Text | None = Field(default=None, alias="anmärkning")
