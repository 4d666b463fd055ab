"""Follow-ups that are ended more than once, or for somebody who was not asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from natverk.findings import Finding, warning
from natverk.history.follow_ups import Closing, closings
from natverk.history.members import municipalities_on
from natverk.history.names import name_on
from natverk.model.days import Day
from natverk.words import swedish

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.decisions import FollowUp


def avslutad_tva_ganger(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find follow-ups that are said to be done or struck again, after they have been.

    The whole may be ended after some of its parts, but no part after the whole.
    """
    for address, ends in closings(catalogue).items():
        if address not in catalogue.follow_ups:
            continue
        ended: dict[str, Closing] = {}
        for one in ends:
            if first := ended.get("") or ended.get(one.organisation):
                yield _again(catalogue, address, first, one)
            ended.setdefault(one.organisation, one)


def _again(catalogue: Catalogue, address: str, first: Closing, again: Closing) -> Finding:
    word = swedish().say(first.fact.label).lower()
    where = f" i {_name(catalogue, first)}" if first.organisation else ""
    return warning(
        "avslutad-tva-ganger",
        again.notes.place(again.fact.line),
        f"Uppföljningen {address} står redan som {word}{where} i {first.notes.path} "
        f"rad {first.fact.line}.",
        "Ta bort den ena raden. Ska något göras igen, skriv en ny: > **Att göra 1: Rubrik**",
    )


def avslutad_for_annan(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find follow-ups that are ended for an organisation which was not to do them."""
    for address, ends in closings(catalogue).items():
        item = catalogue.follow_ups.get(address)
        for one in ends:
            known = catalogue.named(one.organisation)
            if item and known and one.organisation not in _asked(catalogue, item):
                yield warning(
                    "avslutad-for-annan",
                    one.notes.place(one.fact.line),
                    f"{_name(catalogue, one)} skulle inte göra {address}: {_why(catalogue, item)}.",
                    "Rätta namnet eller adressen, eller skriv Klart utan namn om allt är gjort.",
                )


def _asked(catalogue: Catalogue, item: FollowUp) -> set[str]:
    """Return the ids of the organisations that were to do something."""
    asked = {catalogue.organisation(one) or "" for one in item.responsible}
    if any(swedish().is_everyone(one) for one in item.responsible):
        asked.update(municipalities_on(catalogue, _association(catalogue, item), _day(item)))
    return asked


def _why(catalogue: Catalogue, item: FollowUp) -> str:
    if any(swedish().is_everyone(one) for one in item.responsible):
        association = catalogue.associations[_association(catalogue, item)]
        name = name_on(association, _day(item)).name
        return f"kommunen var inte medlem i {name} den dagen, {_day(item)}"
    if not item.responsible:
        return "ingen ansvarig är angiven"
    return f"ansvarig är {', '.join(item.responsible)}"


def _association(catalogue: Catalogue, item: FollowUp) -> str:
    return catalogue.association_of(item.meeting.partition("/")[0])


def _day(item: FollowUp) -> dt.date:
    return Day.read(item.meeting.rpartition("/")[2][:10]).first


def _name(catalogue: Catalogue, one: Closing) -> str:
    known = catalogue.named(one.organisation)
    return name_on(known, one.day).name if known else one.organisation
