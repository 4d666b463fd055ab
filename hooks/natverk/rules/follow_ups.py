"""Follow-ups that are ended more than once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from natverk.findings import Finding, warning
from natverk.history.follow_ups import closings
from natverk.words import swedish

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue


def avslutad_tva_ganger(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find follow-ups that are said to be done or struck again, after they have been."""
    for address, (first, *others) in closings(catalogue).items():
        if address not in catalogue.follow_ups:
            continue
        word = swedish().say(first.fact.label).lower()
        for again in others:
            yield warning(
                "avslutad-tva-ganger",
                again.notes.place(again.fact.line),
                f"Uppföljningen {address} står redan som {word} i {first.notes.path} "
                f"rad {first.fact.line}.",
                "Ta bort den ena raden. Ska något göras igen, skriv en ny: > **Att göra 1: Rubrik**",
            )
