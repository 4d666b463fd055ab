"""What travels between bodies: matters, and the agreements that they end in."""

from __future__ import annotations

from natverk.findings import fold
from natverk.model.records import (
    Count,
    Dated,
    DayField,
    Record,
    Text,
    Texts,
    WebAddress,
)

EVERY_MUNICIPALITY = ("varje kommun", "respektive kommun", "kommunerna")
"""What stands for each municipality of the association as a body that decides."""


class Step(Record):
    """One step of a matter's way: which body, when or when expected, and what it does there."""

    body: Text
    date: DayField = None
    expected: Text | None = None
    does: Text | None = None
    outcome: Text | None = None
    link: WebAddress = None

    @property
    def is_every_municipality(self) -> bool:
        """Whether each municipality of the association takes the step for itself."""
        return fold(self.body) in EVERY_MUNICIPALITY


class LocalDecision(Record):
    """One municipality's own decision in a matter."""

    organisation: Text
    date: DayField = None
    outcome: Text | None = None
    link: WebAddress = None


class Matter(Record):
    """A question that travels between bodies."""

    id: str
    association: str
    title: Text
    topics: Texts = ()
    agreement: Text | None = None
    about: Text | None = None
    note: Text | None = None
    steps: tuple[Step, ...] = ()
    local_decisions: tuple[LocalDecision, ...] = ()


class Party(Dated):
    """A party to an agreement: an organisation, or a group that is only described."""

    organisation: Text | None = None
    group: Text | None = None
    count: Count | None = None


class AgreementDocument(Record):
    """A text of an agreement."""

    title: Text
    link: WebAddress = None


class Agreement(Dated):
    """What several parties have agreed, and the bodies that steer it."""

    id: str
    association: str
    title: Text
    parties: tuple[Party, ...] = ()
    governs: Text | None = None
    bodies: Texts = ()
    documents: tuple[AgreementDocument, ...] = ()
    note: Text | None = None
