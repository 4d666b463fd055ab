"""Who covers what: a table of scopes, such as school forms, on the day of the build."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natverk.findings import fold
from natverk.model.vocabulary import NetworkKind
from natverk.views.naming import named, sort_key

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.days import Day
    from natverk.views.organisation import Place
    from natverk.views.rows import MemberRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What is known of one scope: its members, places without a person, and what nobody is set for.

    `is_wanted` is true where a place is to be filled.
    """

    members: tuple[MemberRow, ...]
    vacant: int
    is_wanted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of the table: a network or an organisation, with a cell for each scope."""

    id: str
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The table; `name` is the network's where it is of one. An empty scope is of no scope at all.

    `reviewed` is the day that the facts are of where that is another than the day of the build.
    """

    name: str
    reviewed: Day | None
    scopes: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def has_gaps(self) -> bool:
        """Whether some cell has neither a place nor anybody."""
        cells = (cell for line in self.lines for cell in line.cells)
        return any(not (cell.members or cell.vacant or cell.is_wanted) for cell in cells)


def coverage_of(places: Iterable[Place]) -> Coverage | None:
    """Return an organisation's networks by scope, None when no scope is named."""
    return _table("", [(place.network, place.network_name, place) for place in places])


def coverage_by_network(
    catalogue: Catalogue, places: Mapping[str, Sequence[Place]]
) -> Mapping[str, tuple[Coverage, ...]]:
    """Return, by association, the organisations of its directors' networks by scope; only where places are set.

    `places` is every organisation's, gathered once.
    """
    by_network: dict[str, list[tuple[str, str, Place]]] = defaultdict(list)
    for organisation in sorted(places, key=lambda one: sort_key(named(catalogue, one))):
        for place in places[organisation]:
            if place.members or place.wanted:
                line = (organisation, named(catalogue, organisation), place)
                by_network[place.network].append(line)
    found: dict[str, list[Coverage]] = defaultdict(list)
    for network, lines in by_network.items():
        is_directors = catalogue.networks[network].kind is NetworkKind.DIRECTORS
        wanted = [line for line in lines if line[2].wanted]
        if is_directors and (table := _table(named(catalogue, network), wanted)):
            found[catalogue.association_of(network)].append(table)
    return {association: tuple(tables) for association, tables in found.items()}


def _table(name: str, rows: Sequence[tuple[str, str, Place]]) -> Coverage | None:
    scopes = _scopes(place for _, _, place in rows)
    if not any(scopes):
        return None
    return Coverage(
        name=name,
        reviewed=rows[0][2].reviewed if name else None,
        scopes=scopes,
        lines=tuple(
            Line(id=identity, name=label, cells=tuple(_cells(place, scopes)))
            for identity, label, place in rows
        ),
    )


def _scopes(places: Iterable[Place]) -> tuple[str, ...]:
    """Return every scope that a member or a place has, in Swedish order, the empty one last."""
    found: dict[str, str] = {}
    for place in places:
        for scopes in (*place.wanted, *(_scope_of(place, row) for row in place.members)):
            for scope in scopes or ("",):
                found.setdefault(fold(scope), scope)
    return tuple(sorted(found.values(), key=lambda scope: (not scope, sort_key(scope))))


def _scope_of(place: Place, row: MemberRow) -> tuple[str, ...]:
    """Return what a member covers: one without scope fills every place that is to be filled."""
    if row.scope or row.kind:
        return row.scope
    return tuple(dict.fromkeys(scope for scopes in place.wanted for scope in scopes))


def _cells(place: Place, scopes: Sequence[str]) -> Iterator[Cell]:
    for scope in scopes:
        rows = [row for row in place.members if _has(_scope_of(place, row), scope)]
        yield Cell(
            members=tuple(row for row in rows if not row.is_vacant),
            vacant=sum(_has(one, scope) for one in place.vacant)
            + sum(row.is_vacant for row in rows),
            is_wanted=any(_has(one, scope) for one in place.wanted),
        )


def _has(scopes: Sequence[str], scope: str) -> bool:
    """Tell whether a scope is one of some; what has none belongs to the empty one."""
    return fold(scope) in {fold(one) for one in scopes} if scopes else not scope
