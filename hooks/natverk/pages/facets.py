"""What a search may be narrowed to: the values of each page and each decision, by today's names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from natverk.pages.markdown import upper_first
from natverk.views.naming import named
from natverk.words import swedish

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.views.rows import DecisionRow

Filters = Mapping[str, tuple[str, ...]]
"""Values by the group's Swedish name, as sok-motor.js knows it."""


def filters(  # noqa: PLR0913 - one for each group
    catalogue: Catalogue,
    kind: str,
    *,
    bodies: Iterable[str] = (),
    associations: Iterable[str] = (),
    organisations: Iterable[str] = (),
    topics: Iterable[str] = (),
    year: int | None = None,
    standing: str = "",
) -> Filters:
    """Return the filters of a page; everything but `kind` and `standing` is told by id.

    A body's association is added to `associations`; what is not in the registers keeps its name.
    """
    bodies = tuple(dict.fromkeys(catalogue.body(one) or one for one in bodies if one))
    homes = (*associations, *(catalogue.association_of(body) for body in bodies))
    found = {
        "Slag": (kind,),
        "Förbund": _names(catalogue, homes),
        "Nätverk": _names(catalogue, bodies),
        "År": (str(year),) if year else (),
        "Organisation": _names(catalogue, organisations),
        "Ämne": tuple(topic.name for one in topics if (topic := catalogue.topic(one))),
        "Läge": (standing,) if standing else (),
    }
    return {name: tuple(dict.fromkeys(values)) for name, values in found.items() if values}


def decision_filters(
    catalogue: Catalogue, row: DecisionRow, organisations: Iterable[str]
) -> Filters:
    """Return the filters of a decision; `organisations` are those that took part in it."""
    return filters(
        catalogue,
        "Beslut",
        bodies=row.bodies,
        associations=(catalogue.association_of(row.network),),
        organisations=organisations,
        topics=row.topics,
        year=row.day.year,
        standing=upper_first(swedish().say(row.standing.kind)),
    )


def _names(catalogue: Catalogue, identities: Iterable[str]) -> tuple[str, ...]:
    return tuple(named(catalogue, one) for one in dict.fromkeys(identities) if one)
