"""What an association's accessibility statement tells: what is known of the site, and of its files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natverk.model.organisations import Accessibility, Association
from natverk.model.vocabulary import LegalForm

if TYPE_CHECKING:
    from natverk.model.days import Day
    from natverk.model.notes import Attachment
    from natverk.views.rows import MeetingRow, Rows

BOUND = frozenset({LegalForm.KOMMUNALFORBUND, LegalForm.REGION})
"""Forms that are public actors by the law (2018:1937, 6 §); of others it depends on who governs."""

NOTHING = Accessibility()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFiles:
    """Attachments of one meeting, all in the same state."""

    meeting: MeetingRow
    files: tuple[Attachment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What is known; `unknown` names what a statement must tell and the association has not said.

    `barred` are files known to shut someone out, `untried` those that nobody has said anything
    about, `absent` those that are mentioned and not here: each by meeting, the latest first.
    """

    association: Association
    known: Accessibility
    is_bound: bool
    last_updated: Day | None
    unknown: tuple[str, ...]
    barred: tuple[MeetingFiles, ...]
    untried: tuple[MeetingFiles, ...]
    absent: tuple[MeetingFiles, ...]


def statement(rows: Rows, association: Association) -> Statement:
    """Return an association's statement."""
    known = association.accessibility or NOTHING
    return Statement(
        association=association,
        known=known,
        is_bound=association.legal_form in BOUND,
        last_updated=known.updated or known.assessed,
        unknown=tuple(_unknown(known)),
        barred=tuple(_files(rows, association, lambda one: _answer(one) == "nej")),
        untried=tuple(_files(rows, association, lambda one: _answer(one) == "okänt")),
        absent=tuple(_files(rows, association, lambda one: not one.target)),
    )


def count(found: Iterable[MeetingFiles]) -> int:
    """Return how many files there are."""
    return sum(len(one.files) for one in found)


def _unknown(known: Accessibility) -> Iterator[str]:
    told = {
        "webbplatsens namn": known.service,
        "om webbplatsen är förenlig med lagen": known.status,
        "när den bedömdes": known.assessed,
        "hur den bedömdes": known.method,
        "hur man lämnar synpunkter": known.feedback or known.email,
    }
    return (what for what, value in told.items() if value is None)


def _files(
    rows: Rows, association: Association, wanted: Callable[[Attachment], bool]
) -> Iterator[MeetingFiles]:
    catalogue = rows.catalogue
    own = [
        meeting
        for meeting in catalogue.meetings.values()
        if meeting.notes and catalogue.association_of(meeting.network) == association.id
    ]
    for meeting in sorted(own, key=lambda one: (one.day.first, one.id), reverse=True):
        files = (
            tuple(one for one in meeting.notes.attachments if wanted(one)) if meeting.notes else ()
        )
        if files:
            yield MeetingFiles(meeting=rows.meetings[meeting.id], files=files)


def _answer(file: Attachment) -> str:
    """Return ja, nej or okänt; nothing for a file that is not here."""
    if not file.target:
        return ""
    return file.accessible if file.accessible in {"ja", "nej"} else "okänt"
