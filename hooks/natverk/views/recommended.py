"""What the networks recommend to an organisation: to it by name, or to each municipality."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from natverk.model.vocabulary import RelationKind
from natverk.views.owners import Owners
from natverk.views.registers import all_decisions
from natverk.words import swedish

if TYPE_CHECKING:
    import datetime as dt

    from natverk.model.decisions import Decision
    from natverk.views.rows import DecisionRow, Rows

LATEST = 10
"""How many recommendations an organisation's page has; the register has all."""


def recommended_to(rows: Rows) -> Mapping[str, tuple[DecisionRow, ...]]:
    """Return the latest decisions that recommend something to each organisation, by its id."""
    owners = Owners(rows.catalogue)
    found: dict[str, list[DecisionRow]] = defaultdict(list)
    for row in all_decisions(rows):
        decision = rows.catalogue.decisions[row.id]
        for organisation in dict.fromkeys(_addressees(owners, decision, row.day)):
            if len(found[organisation]) < LATEST:
                found[organisation].append(row)
    return {organisation: tuple(own) for organisation, own in found.items()}


def _addressees(owners: Owners, decision: Decision, day: dt.date) -> Iterator[str]:
    catalogue = owners.catalogue
    everyone = {word.casefold() for word in swedish().accepted("Everyone")}
    for relation in decision.relations:
        if relation.kind is not RelationKind.RECOMMENDED_TO:
            continue
        if relation.target.casefold() in everyone:
            network = decision.meeting.partition("/")[0]
            yield from owners.members_on(catalogue.association_of(network), day)
        elif organisation := catalogue.organisation(relation.target):
            yield organisation
