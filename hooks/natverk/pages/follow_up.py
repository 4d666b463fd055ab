"""The pages that follow up: what mandates demand and what is left, and everything that is to be done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from natverk import urls
from natverk.outputs import Front, Output
from natverk.pages.markdown import render
from natverk.pages.prose import bare
from natverk.views.naming import named, sort_key
from natverk.views.to_do import to_do

if TYPE_CHECKING:
    from natverk.views.duties import FollowedUp
    from natverk.views.rows import Rows


def follow_up_pages(rows: Rows, followed: Mapping[str, FollowedUp]) -> Iterator[Output]:
    """Yield the page of duties and the page of everything that is to be done."""
    yield _duties_page(rows, followed)
    yield from _to_do_pages(rows)


def _duties_page(rows: Rows, followed: Mapping[str, FollowedUp]) -> Output:
    catalogue = rows.catalogue
    ordered = sorted(followed.values(), key=lambda one: sort_key(one.name))
    told = [one for one in ordered if not one.is_clear]
    front = Front(
        title="Uppföljning",
        kind="Uppföljning",
        name="Uppföljning",
        description="Vad nätverkens uppdrag kräver, vad som är gjort, och vad som inte går att se.",
        searched=False,
    )
    content = render(
        "duties.md.j2",
        front,
        today=rows.today,
        groups=[
            (association, [one for one in told if one.network.association == association])
            for association in catalogue.associations
        ],
        clear=[one for one in ordered if one.duties and one.is_clear],
        undemanded=[one for one in ordered if not one.duties],
        named=lambda identity: named(catalogue, identity),
        bare=bare,
    )
    return Output(path=urls.FOLLOW_UP, content=content, front=front)


def _to_do_pages(rows: Rows) -> Iterator[Output]:
    found = to_do(rows.follow_ups.values())
    shown = {
        "today": rows.today,
        "years": list(found.years),
        "named": lambda identity: named(rows.catalogue, identity),
        "bare": bare,
    }
    front = Front(
        title="Att göra",
        kind="Uppföljning",
        name="Att göra",
        description="Det som nätverken har lämnat till någon att göra och som inte är avslutat.",
        searched=False,
    )
    content = render("to_do.md.j2", front, found=found, **shown)
    yield Output(path=urls.TO_DO, content=content, front=front, parent=urls.FOLLOW_UP)
    for year, own in found.years.items():
        front = Front(
            title=f"Att göra {year}",
            kind="Uppföljning",
            description=f"Allt som mötena {year} lämnade att göra: öppet, klart och struket.",
            searched=False,
            is_slight=True,
        )
        content = render("to_do_year.md.j2", front, rows_of_year=own, year=year, **shown)
        yield Output(path=urls.to_do_of(year), content=content, front=front, parent=urls.TO_DO)
