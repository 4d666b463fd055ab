"""What an agreement's page tells: its parties over time, what it governs, and what revises it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natverk.views.matter import Matters, MatterView
from natverk.views.naming import named, sort_key
from natverk.views.rows import Rows

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.matters import Agreement, Party
    from natverk.model.periods import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRow:
    """A party; `organisation` is its id, empty for a group, `count` how many are in the group."""

    organisation: str
    name: str
    count: int | None
    interval: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementView:
    """An agreement on a day; `bodies` are ids or names, organisations follow the groups."""

    agreement: Agreement
    parties: tuple[PartyRow, ...]
    former_parties: tuple[PartyRow, ...]
    bodies: tuple[str, ...]
    matters: tuple[MatterView, ...]
    has_ended: bool
    has_begun: bool


def agreement_view(rows: Rows, agreement: Agreement, matters: Matters) -> AgreementView:
    """Return an agreement's page; of one that has ended the parties are those it had then."""
    catalogue, today = rows.catalogue, rows.today
    parties = sorted(
        (_party_row(catalogue, party, today) for party in agreement.parties),
        key=lambda row: (bool(row.organisation), sort_key(row.name)),
    )
    day = min(max(today, agreement.interval.first), agreement.interval.last)
    return AgreementView(
        agreement=agreement,
        parties=tuple(row for row in parties if row.interval.last >= day),
        former_parties=tuple(row for row in parties if row.interval.last < day),
        bodies=tuple(catalogue.body(one) or one for one in agreement.bodies),
        matters=matters.of_agreement.get(agreement.id, ()),
        has_ended=agreement.interval.last < today,
        has_begun=agreement.interval.first <= today,
    )


def agreements_of(catalogue: Catalogue) -> Mapping[str, tuple[Agreement, ...]]:
    """Return the agreements that each body steers, by the body's id, in the order of the files."""
    found: dict[str, list[Agreement]] = defaultdict(list)
    for agreement in catalogue.agreements.values():
        for body in dict.fromkeys(catalogue.body(one) or one for one in agreement.bodies):
            found[body].append(agreement)
    return {body: tuple(agreements) for body, agreements in found.items()}


def _party_row(catalogue: Catalogue, party: Party, today: dt.date) -> PartyRow:
    written = party.organisation or ""
    organisation = catalogue.organisation(written) or ""
    day = min(today, party.interval.last)
    return PartyRow(
        organisation=organisation,
        name=named(catalogue, organisation, day) if organisation else party.group or written,
        count=party.count,
        interval=party.interval,
    )
