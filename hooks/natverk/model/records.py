"""What all records of the registers share: they are frozen, know their lines and have names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, model_validator

from natverk.findings import Place, RefusalError, in_quotes
from natverk.model.days import UNKNOWN, Day
from natverk.model.periods import Interval, read_period
from natverk.model.times import Times, read_times
from natverk.source.links import is_safe, is_whole


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record stands: its file, its first line, and the line of each of its keys."""

    path: str
    line: int = 1
    keys: Mapping[str, int] = field(default_factory=dict)

    def place(self, key: str = "") -> Place:
        """Return the line of `key` as it is written in the file, or the record's own line."""
        return Place(self.path, self.keys.get(key, self.line))


class Record(BaseModel):
    """One entry of a register. Keys that the model does not know are refused, never dropped."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, arbitrary_types_allowed=True
    )

    at: Annotated[Origin, Field(exclude=True)] = Origin("")


MOST_PLACES = 500
"""A seat's vacant places are a row each; a slip of the key must not fill a page or the memory."""


def reads(kind: type, read: Any) -> BeforeValidator:  # noqa: ANN401 - any reader of text
    """Return a validator that reads text with `read` and passes a value of `kind` through."""

    def validate(value: object) -> object:
        if value is None or (isinstance(value, kind) and kind is not str):
            return value
        text = text_of(value)
        return None if text.strip().lower() == UNKNOWN else read(text)

    return BeforeValidator(validate)


def text_of(value: object) -> str:
    """Return a value that is text; a list or a group is refused."""
    if isinstance(value, str):
        return value
    raise RefusalError(
        "fel-varde",
        "Här ska stå ett enda värde, inte en lista eller grupp.",
        "Skriv värdet efter kolonet.",
    )


def word(vocabulary: type[StrEnum]) -> BeforeValidator:
    """Return a validator that turns a Swedish word into its member of `vocabulary`.

    The words come with the validation's context, so that the model knows no language.
    """

    def validate(value: object, info: ValidationInfo) -> object:
        if isinstance(value, vocabulary) or not isinstance(value, str) or info.context is None:
            return value
        return info.context.read(vocabulary, value)

    return BeforeValidator(validate)


def _whole_number(text: str) -> int:
    if text.strip().isdecimal() and len(text.strip()) <= 6:  # noqa: PLR2004 - nothing here counts in millions
        return int(text)
    raise RefusalError("fel-varde", f"{in_quotes(text)} är inget heltal.", "Skriv till exempel 2.")


def _few(text: str) -> int:
    number = _whole_number(text)
    if number == 0:
        raise RefusalError(
            "fel-varde",
            "0 platser är ingen plats att fylla.",
            "Skriv antalet, eller ta bort raden.",
        )
    if number <= MOST_PLACES:
        return number
    raise RefusalError(
        "fel-varde",
        f"{in_quotes(text)} är fler än {MOST_PLACES}, och varje ledig plats får en egen rad.",
        "Skriv till exempel 2.",
    )


def _yes_or_no(text: str) -> bool:
    answer = text.strip().lower()
    if answer in {"ja", "true", "yes"}:
        return True
    if answer in {"nej", "false", "no"}:
        return False
    raise RefusalError(
        "fel-varde", f"{in_quotes(text)} är varken ja eller nej.", "Skriv ja eller nej."
    )


def _web_address(text: str) -> str:
    written = text.strip()
    if re.match(r"https?://[^\s<>\"]+$", written) and is_whole(written):
        return written
    raise RefusalError(
        "trasig-lank" if is_safe(written) else "farlig-lank",
        f"{in_quotes(written, 60)} är ingen webbadress.",
        "Skriv hela adressen: https://www.exempel.se",
    )


def _email(text: str) -> str:
    written = text.strip()
    if re.fullmatch(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", written):
        return written
    raise RefusalError(
        "fel-varde",
        f"{in_quotes(written, 60)} är ingen e-postadress.",
        "Skriv till exempel namn@exempel.se.",
    )


def _email_or_web(text: str) -> str:
    return _email(text) if "@" in text and "://" not in text else _web_address(text)


WebAddress = Annotated[str | None, reads(str, _web_address)]
EmailAddress = Annotated[str | None, reads(str, _email)]
ReportAddress = Annotated[str | None, reads(str, _email_or_web)]
DayField = Annotated[Day | None, reads(Day, Day.read)]
PeriodField = Annotated[Interval | None, reads(Interval, read_period)]
TimesField = Annotated[Times | None, reads(Times, read_times)]
Count = Annotated[int, reads(int, _whole_number)]
Places = Annotated[int, reads(int, _few)]
YesNo = Annotated[bool | None, reads(bool, _yes_or_no)]
Text = str
Texts = tuple[str, ...]

R = TypeVar("R", bound="Dated")


class Dated(Record):
    """A record that holds for a time; both ends inclusive, left out where unknown or open."""

    since: DayField = Field(default=None, alias="from")
    until: DayField = Field(default=None, alias="to")

    @cached_property
    def interval(self) -> Interval:
        """The time it holds for."""
        return Interval(self.since, self.until)


class Name(Dated):
    """A name for a time, such as SKL to 2019-11-26."""

    name: Text
    short: Text | None = None


class Named(Record):
    """Something with a name, or with several over time.

    In the file either `name` (and `short`), or `names`; here always `names`, oldest first.
    """

    names: tuple[Name, ...]
    aliases: Texts = ()

    @model_validator(mode="before")
    @classmethod
    def _one_name(cls, value: object) -> object:
        if not isinstance(value, Mapping):
            return value
        given: dict[str, Any] = dict(value)
        only = {key: given.pop(key) for key in ("name", "short") if given.get(key) is not None}
        if only and given.get("names"):
            raise RefusalError(
                "fel-varde",
                "Både name och names står här, och då går det inte att veta vilket som gäller.",
                "Behåll name för ett enda namn, eller names för namn som har bytts.",
            )
        if only:
            given["names"] = ({**only, "at": given.get("at", Origin(""))},)
        return given
