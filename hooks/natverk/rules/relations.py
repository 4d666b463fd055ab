"""What a decision says of others and of time: a way upwards, a target that holds, a period to come.

All may be meant as they stand, so none is an error.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from natverk.findings import Finding, Place, tip, warning
from natverk.history.decisions import made_on
from natverk.history.names import name_on
from natverk.model.vocabulary import FactLabel, NetworkKind, RelationKind
from natverk.words import swedish

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.decisions import Decision, Relation
    from natverk.model.networks import Network


def gar_vidare_at_sidan(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find decisions that go on to a network which does not stand above the one that made them.

    One that the network itself has in its notes has surely come the right way.
    """
    above = cache(lambda identity: _above(catalogue, catalogue.networks[identity]))
    for notes in catalogue.notes:
        for decision in notes.decisions:
            body = catalogue.networks.get(catalogue.body(decision.by or notes.network) or "")
            for relation in decision.relations:
                target = catalogue.networks.get(catalogue.body(relation.target) or "")
                if relation.kind is not RelationKind.GOES_TO or not (body and target):
                    continue
                if target.id != notes.network and _is_beside(body, target, above(body.id)):
                    own, other = (name_on(one, made_on(decision)).name for one in (body, target))
                    yield tip(
                        "gar-vidare-at-sidan",
                        notes.place(relation.line),
                        f"Beslutet går vidare till {other}, men {own} rapporterar inte dit.",
                        "Stämmer det, låt det stå. Annars: skriv den instans som ska avgöra frågan, "
                        "eller rätta reports_to i nätverkets fil.",
                    )


def _is_beside(body: Network, target: Network, above: set[str]) -> bool:
    """Tell whether `target` is a network of the same association that does not stand above.

    Where nobody has written what stands above `body`, nothing is known to be wrong.
    """
    if target.outside or target.kind is NetworkKind.BOARD or not above:
        return False
    return target.association == body.association and target.id not in above


def _above(catalogue: Catalogue, body: Network) -> set[str]:
    """Return the ids of the bodies that a network reports to or is guided by, and theirs."""
    above: set[str] = set()
    waiting = [body]
    while waiting:
        at = waiting.pop()
        names = (*((at.reports_to,) if at.reports_to else ()), *at.guided_by)
        for identity in filter(None, map(catalogue.body, names)):
            if identity not in above:
                above.add(identity)
                waiting.append(catalogue.networks[identity])
    return above


def andrar_det_som_upphort(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find decisions that amend or extend one which was revoked or replaced on an earlier day."""
    ends = _first_ends(catalogue)
    for notes in catalogue.notes:
        for decision in notes.decisions:
            for relation in decision.relations:
                end = ends.get(catalogue.target(relation.target, decision) or "")
                if not end or relation.kind not in {RelationKind.AMENDS, RelationKind.EXTENDS}:
                    continue
                if made_on(end[0]) < made_on(decision):
                    yield _amends_nothing(notes.place(relation.line), relation, *end)


def _first_ends(catalogue: Catalogue) -> dict[str, tuple[Decision, Relation]]:
    """Return the first decision that revoked or replaced each that one did, and how."""
    ending = {RelationKind.REVOKES, RelationKind.REPLACES}
    found = {}
    for target, pairs in catalogue.relations_to.items():
        ends = [(later, relation) for later, relation in pairs if relation.kind in ending]
        if ends:
            found[target] = min(ends, key=lambda pair: (made_on(pair[0]), pair[0].id))
    return found


def _amends_nothing(place: Place, relation: Relation, later: Decision, end: Relation) -> Finding:
    label = swedish().say(relation.kind)
    amends = "ändra" if relation.kind is RelationKind.AMENDS else "förlänga"
    if end.kind is RelationKind.REVOKES:
        was = "upphävdes"
        hint = f"Rätta hänvisningen, eller ta bort raden {label} och låt beslutet stå för sig."
    else:
        was = "ersattes"
        hint = f"Peka på det som kom i stället: - {label}: {later.id}"
    message = f"{relation.target} {was} redan av {later.id}, så det finns inget att {amends}."
    return warning("andrar-det-som-upphort", place, message, hint)


LONG_AGO = dt.timedelta(days=365)
"""A period may begin so long before its decision: a school year is often confirmed during it."""


def galler_fore_beslutet(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find periods whose first day, known to the day, lies over a year before their decision."""
    for notes in catalogue.notes:
        for decision in notes.decisions:
            start = decision.period.start if decision.period else None
            if start and start.is_exact and start.first < made_on(decision) - LONG_AGO:
                facts = (fact for fact in decision.facts if fact.label is FactLabel.PERIOD)
                line = next((fact.line for fact in facts), decision.line)
                yield tip(
                    "galler-fore-beslutet",
                    notes.place(line),
                    f"Perioden börjar {start}, mer än ett år före beslutet {made_on(decision)}.",
                    "Bekräftar beslutet något som redan gällde, låt det stå. Annars: rätta året.",
                )
