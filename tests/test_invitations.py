"""What an invitation proposes is shown, and is nothing that anyone has decided."""

from __future__ import annotations

import datetime as dt

from content import small
from natverk.history.decisions import StandingKind, standing
from natverk.history.follow_ups import closings
from natverk.site import build

BEFORE = """---
status: publicerat
---

### 1. Bron

> **Beslut 1: Bron stängs**
>
> Bron är stängd tills vidare.

> **Att göra 1: Sätt upp skyltar**
>
> - Ansvarig: Bryggnätverket
"""
COMING = """---
status: {}
---

### 1. Bron

- Klart: 2024-03-08/a1

> **Beslut 1: Bron öppnas**
>
> Bron öppnas igen.
>
> - Upphäver: 2024-03-08/b1
"""
FIRST, SECOND = "minutes/brygg/2024-03-08.md", "minutes/brygg/2024-05-17.md"
AFTER = dt.date(2024, 6, 1)


def public(status: str):
    return small({FIRST: BEFORE, SECOND: COMING.format(status)}).public()


def test_a_proposal_changes_nothing_that_was_decided() -> None:
    catalogue = public("kallelse")
    first = catalogue.decisions["brygg/2024-03-08/b1"]
    assert list(catalogue.decisions) == ["brygg/2024-03-08/b1"]
    assert standing(catalogue, first, AFTER).kind is StandingKind.HOLDS
    assert closings(catalogue, AFTER) == {}


def test_the_same_in_the_notes_does() -> None:
    catalogue = public("publicerat")
    first = catalogue.decisions["brygg/2024-03-08/b1"]
    assert standing(catalogue, first, AFTER).kind is StandingKind.REVOKED
    assert list(closings(catalogue, AFTER)) == ["brygg/2024-03-08/a1"]


def test_the_invitations_page_shows_it_as_a_proposal() -> None:
    outputs = {
        one.path: (one.content or b"").decode()
        for one in build(small({FIRST: BEFORE, SECOND: COMING.format("kallelse")}), AFTER)
    }
    page = outputs["natverk/brygg/2024-05-17.md"]
    assert "Det som står som beslut är förslag." in page
    assert "> **Beslut 1: Bron öppnas**" in page
    assert "#beslut-1 }" not in page
    assert "Bron öppnas" not in outputs["beslut/index.md"]
    assert "Bron stängs" in outputs["beslut/index.md"]
