"""Circles: among bodies that report to each other, among decisions, among moved meetings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from natverk.findings import Finding, Place, error, shorten

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue

Graph = Mapping[str, Mapping[str, Place]]
"""Each name with the names it points to, and the line that says so."""


def kretsgang(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find circles, each once, at the line that closes it."""
    for graph, what in (
        (_reports(catalogue), "Rapporteringen"),
        (_guidance(catalogue), "Styrningen"),
        (_relations(catalogue), "Besluten"),
        (_moves(catalogue), "Flytten"),
    ):
        for circle in circles(graph):
            place = graph[circle[-1]][circle[0]]
            way = " → ".join([*circle, circle[0]])
            yield error(
                "kretsgang",
                place,
                f"{what} går i en ring: {shorten(way, 200)}.",
                "Ta bort det led som är fel.",
            )


def _reports(catalogue: Catalogue) -> Graph:
    return {
        network.id: {parent: network.at.place("reports_to")}
        for network in catalogue.networks.values()
        if network.reports_to and (parent := catalogue.body(network.reports_to))
    }


def _guidance(catalogue: Catalogue) -> Graph:
    return {
        network.id: {
            body: network.at.place("guided_by")
            for name in network.guided_by
            if (body := catalogue.body(name))
        }
        for network in catalogue.networks.values()
    }


def _relations(catalogue: Catalogue) -> Graph:
    return {
        decision.id: {
            target: Place(notes.path, relation.line)
            for relation in decision.relations
            if (target := catalogue.target(relation.target, decision) or "") in catalogue.decisions
        }
        for notes in catalogue.notes
        for decision in notes.decisions
    }


def _moves(catalogue: Catalogue) -> Graph:
    return {
        f"{network.id}/{entry.date}": {f"{network.id}/{entry.moved_to}": entry.at.place("moved_to")}
        for network in catalogue.networks.values()
        for entry in network.meetings
        if entry.moved_to
    }


def circles(graph: Graph) -> Iterator[tuple[str, ...]]:
    """Yield every circle that a walk closes, each node walked once; no recursion, any depth."""
    done: set[str] = set()
    for start in graph:
        if start in done:
            continue
        path = {start: None}
        ways = [iter(graph[start])]
        while path:
            step = next(ways[-1], None)
            if step is None:
                done.add(path.popitem()[0])
                ways.pop()
            elif step in path:
                walked = tuple(path)
                yield walked[walked.index(step) :]
            elif step in graph and step not in done:
                path[step] = None
                ways.append(_steps(graph[step]))


def _steps(targets: Iterable[str]) -> Iterator[str]:
    return iter(targets)
