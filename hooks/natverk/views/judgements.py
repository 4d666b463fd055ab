"""How duties were met year by year, as the pages tell it: years in a row that say the same are one."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from natverk.history.duties import Demand, Duty, Judgement
from natverk.history.years import Outcome, Why
from natverk.model.vocabulary import DayKind

if TYPE_CHECKING:
    from natverk.history.seen import Seen
    from natverk.model.documents import Mandate
    from natverk.model.networks import AnnualReport


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementRow:
    """How a duty was met in a year, or in several years in a row of which nothing can be known.

    The meetings that were looked at stand by how they met the duty; `timed` are those whose last
    day was not counted in all days alike, `counted` those where it was counted who was there.
    """

    first: int
    last: int
    outcome: Outcome
    why: Why | None
    fitting: tuple[dt.date, ...]
    unsure: tuple[dt.date, ...]
    missing: tuple[dt.date, ...]
    awaited: tuple[dt.date, ...]
    late: tuple[Seen, ...]
    timed: tuple[Seen, ...]
    counted: tuple[Seen, ...]
    gap: dt.date | None
    revision: Mandate | None
    report: AnnualReport | None

    @property
    def is_bare(self) -> bool:
        """Whether all there is to say is why nobody can know."""
        seen = (self.fitting, self.unsure, self.missing, self.awaited)
        return bool(self.why) and not (any(seen) or self.gap or self.revision or self.report)


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyRow:
    """A duty with its judgements, the latest year first; `demand` as in `Judgement`."""

    duty: Duty
    demand: Demand | None
    judgements: tuple[JudgementRow, ...]


def duty_rows(judgements: Iterable[Judgement]) -> list[DutyRow]:
    """Return judgements by duty, in the order that duties are told; a changed demand is another."""
    found: dict[tuple[int, Demand | None], list[Judgement]] = defaultdict(list)
    for one in judgements:
        found[one.duty.value, one.demand].append(one)
    return [
        DutyRow(
            duty=own[0].duty,
            demand=own[0].demand,
            judgements=tuple(
                _row([one for _, one in run]) for _, run in groupby(enumerate(own), key=_alike)
            ),
        )
        for _, own in sorted(found.items(), key=lambda pair: (pair[0][0], -pair[1][0].year))
    ]


def only(duties: Iterable[DutyRow], outcome: Outcome) -> tuple[DutyRow, ...]:
    """Return the duties that had an outcome in some year, with those years alone."""
    kept = [(row, tuple(one for one in row.judgements if one.outcome is outcome)) for row in duties]
    return tuple(
        DutyRow(duty=row.duty, demand=row.demand, judgements=judgements)
        for row, judgements in kept
        if judgements
    )


def alike(duties: Iterable[DutyRow]) -> list[tuple[DutyRow, ...]]:
    """Return duties in their order, those together of which the same, and no facts, is to be said."""
    found: dict[object, list[DutyRow]] = defaultdict(list)
    for row in duties:
        is_bare = all(one.is_bare for one in row.judgements)
        found[row.judgements if is_bare else (row.duty, row.demand)].append(row)
    return [tuple(own) for own in found.values()]


def _alike(numbered: tuple[int, Judgement]) -> tuple[object, ...]:
    """Return what judgements must share to be told as one: years in a row, and no facts."""
    at, one = numbered
    facts = one.seen or one.gap or one.revision or one.report
    return one.year + at, one.outcome, one.why, one.year if facts else None


def _row(run: list[Judgement]) -> JudgementRow:
    one = run[0]
    unsure = [seen for seen in one.seen if seen.fits is None]
    broken = [seen for seen in one.seen if seen.fits is False]
    return JudgementRow(
        first=run[-1].year,
        last=one.year,
        outcome=one.outcome,
        why=one.why,
        fitting=tuple(seen.day for seen in one.seen if seen.fits),
        unsure=tuple(seen.day for seen in unsure if seen.has_notes),
        missing=tuple(seen.day for seen in broken if not seen.late),
        awaited=tuple(seen.day for seen in unsure if not seen.has_notes),
        late=tuple(seen for seen in broken if seen.late),
        timed=tuple(seen for seen in one.seen if not seen.fits and _is_counted_out(seen)),
        counted=tuple(seen for seen in one.seen if seen.present is not None),
        gap=one.gap,
        revision=one.revision,
        report=one.report,
    )


def _is_counted_out(seen: Seen) -> bool:
    """Tell whether a reader needs to be told how a deadline was counted."""
    return bool(
        seen.due and seen.due.kind is not DayKind.CALENDAR and (seen.late or not seen.has_notes)
    )
