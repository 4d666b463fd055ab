"""The lists over all networks: every decision, year by year, and every meeting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natverk.views.naming import named
from natverk.views.rows import DecisionRow, MeetingRow, Rows

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue


def all_decisions(rows: Rows) -> list[DecisionRow]:
    """Return every decision, the latest first."""
    return sorted(
        rows.decisions.values(), key=lambda row: (-row.day.toordinal(), row.network, row.number)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """What the register may be narrowed to and a row does not say, by the names of today."""

    networks: tuple[str, ...]
    associations: tuple[str, ...]
    topics: tuple[str, ...]


def facets(catalogue: Catalogue, row: DecisionRow) -> Facets:
    """Return the names of a decision's bodies, of their associations and of its topics.

    A body that is not here counts to the association in whose notes its decision stands.
    """
    associations = (
        catalogue.association_of(body) or catalogue.association_of(row.network)
        for body in row.bodies
    )
    return Facets(
        networks=tuple(named(catalogue, body) for body in row.bodies),
        associations=tuple(named(catalogue, one) for one in dict.fromkeys(associations)),
        topics=tuple(catalogue.topics[topic].name for topic in row.topics),
    )


def by_year(rows: list[DecisionRow]) -> dict[int, list[DecisionRow]]:
    """Return decisions by the year they were made, the latest year first."""
    years: dict[int, list[DecisionRow]] = defaultdict(list)
    for row in rows:
        years[row.day.year].append(row)
    return dict(years)


def newest(years: Mapping[int, list[DecisionRow]], most: int) -> dict[int, list[DecisionRow]]:
    """Return the newest years that have at most `most` decisions together, one year at least."""
    kept: dict[int, list[DecisionRow]] = {}
    count = 0
    for year, own in years.items():
        count += len(own)
        if kept and count > most:
            break
        kept[year] = own
    return kept


def all_meetings(rows: Rows) -> list[MeetingRow]:
    """Return every meeting by day, hour and network; one without an hour comes first of its day."""
    return sorted(
        rows.meetings.values(), key=lambda row: (row.day, row.times, row.network_name, row.id)
    )
