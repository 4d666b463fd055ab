"""Lines that are meant as a list, with signs that Markdown does not know."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from natverk.findings import Finding, shorten, tip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natverk.model.catalogue import Catalogue

_LINE = r"[ \t>]*(?:[•●▪◦·‣]|[–—](?=[ \t]))[ \t]*(?P<{}>\S.*)"
_RUN = re.compile(
    rf"^{_LINE.format('first')}(?:\n{_LINE.format('second')})+|^[ \t>]*[•●▪◦‣][ \t]*(?P<only>\S.*)",
    re.MULTILINE,
)
"""Two lines or more with such a sign, or one with a sign that nothing but a list has."""


def omarkt_lista(catalogue: Catalogue, _today: dt.date) -> Iterator[Finding]:
    """Find lists with the signs that Word makes: they become one paragraph, on the site as well."""
    for passage in catalogue.passages:
        for found in _RUN.finditer(passage.text, passage.body_at):
            item = (found["first"] or found["only"]).strip()
            sign = found[0].lstrip(" \t>")[0]
            yield tip(
                "omarkt-lista",
                passage.place(found.start()),
                f"Tecknet {sign} gör ingen lista, så raderna flyter ihop till ett stycke.",
                f"Börja varje rad med ett bindestreck och ett mellanslag: - {shorten(item, 40)}",
            )
