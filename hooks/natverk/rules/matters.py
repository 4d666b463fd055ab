"""Matters and agreements: steps in their order, what refers to them, and who the parties are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from natverk.findings import Finding, did_you_mean, error, shorten, tip, warning
from natverk.history.decisions import made_on
from natverk.history.matters import decisions_by_matter, gap
from natverk.history.names import latest_name
from natverk.model.decisions import matters_named

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.matters import Step


def okand_overenskommelse(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find matters that concern an agreement which does not exist."""
    for matter in catalogue.matters.values():
        name = matter.agreement
        if name and name not in catalogue.agreements and name not in catalogue.unreadable:
            yield error(
                "okand-overenskommelse",
                matter.at.place("agreement"),
                f"Överenskommelsen {shorten(name, 40)} finns inte.",
                did_you_mean(
                    name,
                    catalogue.agreements,
                    f"Skapa networks/<förbund>/agreements/{shorten(name, 40)}.yml, eller ta bort raden.",
                ),
            )


def steg_i_oordning(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Find steps of a matter that do not stand in the order in which they are taken."""
    for matter in catalogue.matters.values():
        yield from _backwards(matter.steps)
        yield from _overtaken(matter.steps, today)


def _backwards(steps: Sequence[Step]) -> Iterator[Finding]:
    """Find steps that were taken before the one that stands above them."""
    dated = [(step.date, step) for step in steps if step.date]
    for (earlier, _), (later, step) in pairwise(dated):
        if later.last < earlier.first:
            yield warning(
                "steg-i-oordning",
                step.at.place("date"),
                f"Steget {later} står efter steget {earlier}, men togs före det.",
                "Skriv stegen i den ordning de tas, det första överst.",
            )


def _overtaken(steps: Sequence[Step], today: dt.date) -> Iterator[Finding]:
    """Find steps that are still expected although one below them is taken."""
    taken = [at for at, step in enumerate(steps) if _is_taken(step, today)]
    for step in steps[: max(taken, default=0)]:
        if step.expected and not _is_taken(step, today):
            yield warning(
                "steg-i-oordning",
                step.at.place("expected"),
                f"Steget hos {shorten(step.body, 40)} väntas, men ett steg efter det är redan taget.",
                "Skriv date: på det steg som är taget, eller flytta ned det som väntas.",
            )


def _is_taken(step: Step, today: dt.date) -> bool:
    return bool(step.outcome) or (step.date is not None and step.date.last <= today)


def arendet_har_gatt_vidare(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Find matters whose next step is taken, or is another, according to the decisions in them."""
    decisions = decisions_by_matter(catalogue)
    for matter in catalogue.matters.values():
        found = gap(catalogue, matter, decisions.get(matter.id, ()), today)
        if not found:
            continue
        day, address = made_on(found.decision), found.decision.id
        step, other = (_called(catalogue, one) for one in (found.step.body, found.goes_to))
        if found.goes_to:
            message = f"Nästa steg är hos {step}, men beslutet {address} går vidare till {other}."
            hint = f"Lägg till ett steg hos {other} före det, eller rätta raden i beslutet."
        else:
            message = f"Steget hos {step} väntas, men {step} beslutade i ärendet {day}: {address}."
            hint = f"Är steget taget, skriv date: {day} på det, och vad det ledde till i outcome."
        yield warning("arendet-har-gatt-vidare", found.step.at.place("body"), message, hint)


def _called(catalogue: Catalogue, text: str) -> str:
    identity = catalogue.body(text) or catalogue.organisation(text) or text
    known = catalogue.named(identity)
    return shorten(latest_name(known).name if known else text, 60)


def arende_utan_hanvisning(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find matters that no meeting and no news item refers to."""
    names = {
        *(name for news in catalogue.news for name in news.head.matters),
        *(name for notes in catalogue.notes for name in matters_named(notes.facts())),
    }
    referred = {found.id for name in names if (found := catalogue.matter(name))}
    for matter in catalogue.matters.values():
        if matter.id not in referred:
            yield tip(
                "arende-utan-hanvisning",
                matter.at.place("title"),
                f"Inget möte och ingen nyhet hör till ärendet {shorten(matter.title, 60)}.",
                f"Skriv Ärende: {matter.id} vid de punkter och beslut som hör till ärendet.",
            )


def overenskommelse_utan_parter(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find agreements that nobody has made, and parties that nobody is."""
    for agreement in catalogue.agreements.values():
        nameless = [one for one in agreement.parties if not one.organisation and not one.group]
        if agreement.parties and not nameless:
            continue
        yield warning(
            "overenskommelse-utan-parter",
            nameless[0].at.place() if nameless else agreement.at.place("parties"),
            f"Det framgår inte vilka som har ingått {shorten(agreement.title, 60)}.",
            "Skriv parterna under parties, med organisation: eller group: för varje part.",
        )
