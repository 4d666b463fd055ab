"""What a revision of a mandate changed since the one before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natverk.history.mandates import text_of
from natverk.history.revisions import Passage, Step, compare, passages
from natverk.views.network import duties

if TYPE_CHECKING:
    from natverk.model.documents import Mandate


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A revision beside the one before it: what differs in the text and in what can be checked.

    `unchanged` counts the passages that are in both.
    """

    former: Mandate
    text: tuple[Step, ...]
    duties: tuple[Step, ...]
    unchanged: int


def revision_of(revisions: Sequence[Mandate], mandate: Mandate) -> Revision | None:
    """Return what `mandate` changed, None when it is the first of `revisions`, oldest first."""
    at = revisions.index(mandate)
    if not at:
        return None
    former = revisions[at - 1]
    text = compare(passages(text_of(revisions, former)), passages(text_of(revisions, mandate)))
    demands = compare(_demands(former), _demands(mandate))
    return Revision(
        former=former,
        text=tuple(step for step in text if step.is_change),
        duties=tuple(step for step in demands if step.is_change),
        unchanged=sum(not step.is_change for step in text),
    )


def _demands(mandate: Mandate) -> list[Passage]:
    return [Passage(duty) for duty in duties(mandate.head)]
