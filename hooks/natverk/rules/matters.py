"""Matters and agreements: steps in their order, what refers to them, and who the parties are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from natverk.findings import Finding, did_you_mean, error, shorten, tip, warning
from natverk.model.vocabulary import FactLabel

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


def steg_i_oordning(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find steps of a matter that were taken before the one that stands above them."""
    for matter in catalogue.matters.values():
        dated = [step for step in matter.steps if step.date]
        for earlier, later in pairwise(dated):
            if earlier.date and later.date and later.date.last < earlier.date.first:
                yield warning(
                    "steg-i-oordning",
                    later.at.place("date"),
                    f"Steget {later.date} står efter steget {earlier.date}, men togs före det.",
                    "Skriv stegen i den ordning de tas, det första överst.",
                )
        for waiting, taken in pairwise(matter.steps):
            if _is_waiting(waiting) and taken.outcome:
                yield warning(
                    "steg-i-oordning",
                    waiting.at.place("expected"),
                    f"Steget hos {shorten(waiting.body, 40)} väntas, men steget efter har redan "
                    "ett resultat.",
                    "Skriv date: på det steg som är taget, eller flytta ned det som väntas.",
                )


def _is_waiting(step: Step) -> bool:
    return bool(step.expected and not step.date and not step.outcome)


def arende_utan_hanvisning(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find matters that no meeting and no news item refers to."""
    names = {
        *(name for news in catalogue.news for name in news.head.matters),
        *(
            name
            for notes in catalogue.notes
            for fact in notes.facts()
            if fact.label is FactLabel.MATTER
            for name in fact.values
        ),
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
