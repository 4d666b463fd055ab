"""The small registers: terms of the glossary, topics and school breaks."""

from __future__ import annotations

from pydantic import Field

from natverk.model.periods import Interval
from natverk.model.records import (
    Dated,
    DayField,
    Record,
    Text,
    Texts,
)


class Term(Dated):
    """An abbreviation or word of the field, in one sense."""

    id: str
    term: Text
    expansion: Text
    explanation: Text | None = None
    scope: Texts = ()


class Topic(Record):
    """A subject that items and decisions are filed under."""

    id: str
    name: Text
    about: Text | None = None


class Break(Record):
    """Days without school, for which no meeting is expected."""

    id: str
    name: Text
    since: DayField = Field(alias="from")
    until: DayField = Field(alias="to")
    association: Text | None = None

    @property
    def interval(self) -> Interval:
        """The days of the break."""
        return Interval(self.since, self.until)
