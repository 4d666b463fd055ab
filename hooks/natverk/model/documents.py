"""What all documents share, and the documents without a structure of their own."""

from __future__ import annotations

from dataclasses import dataclass

from natverk.findings import Place
from natverk.model.days import Day
from natverk.model.heads import MandateHead, NewsHead
from natverk.model.periods import Interval
from natverk.source.blocks import Block


@dataclass(frozen=True, slots=True)
class Passage:
    """A whole file's text for rules to search: code is blanked out, sign for sign.

    `body_at` is the index at which the text begins, after the front matter.
    """

    path: str
    text: str
    body_at: int

    def place(self, index: int) -> Place:
        """Return the line of the sign at `index`."""
        return Place(self.path, self.text.count("\n", 0, index) + 1)

    @property
    def body(self) -> str:
        """The text without front matter."""
        return self.text[self.body_at :]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """One revision of a network's mandate; `blocks` is empty when the text is unchanged."""

    path: str
    network: str
    key: str
    head: MandateHead
    prose: Passage
    blocks: tuple[Block, ...] = ()

    @property
    def start(self) -> Day | None:
        """Its first day as the file's name has it, None for `okant.md`."""
        return None if self.key == "okant" else Day.read(self.key)

    @property
    def is_dated(self) -> bool:
        """Whether anything is known of when it holds."""
        return self.head.period is not None or self.start is not None

    @property
    def interval(self) -> Interval:
        """The time it says that it holds for, from the file's name where it says nothing."""
        return self.head.period or Interval(self.start, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A news item; `day` is as exact as the file's name."""

    path: str
    association: str
    key: str
    day: Day
    head: NewsHead
    prose: Passage
    blocks: tuple[Block, ...] = ()
