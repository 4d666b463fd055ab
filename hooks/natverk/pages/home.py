"""The home page: where to search, what is here, and what is new, in as little as says it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from natverk import urls
from natverk.model.vocabulary import OrganisationKind
from natverk.outputs import Front, Output
from natverk.pages.markdown import render
from natverk.pages.prose import bare
from natverk.views.association import AssociationView
from natverk.views.naming import by_name, named, sort_key
from natverk.views.registers import all_decisions, all_meetings

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.views.matter import Matters, MatterView
    from natverk.views.rows import Rows

NEWEST = 5
"""How many rows a list on the home page has."""

BODIES = 12
"""How many bodies of an association stand with those below them; of more, only the highest do."""


def home_page(rows: Rows, matters: Matters, views: Sequence[AssociationView]) -> Iterator[Output]:
    """Yield the home page; it stays small however much there is."""
    catalogue = rows.catalogue
    meetings = all_meetings(rows)
    decisions = all_decisions(rows)
    front = Front(
        title="Nätverk i samverkan",
        kind="Start",
        description="Uppdrag, ledamöter, mötesdagar, anteckningar och beslut i kommunförbundens nätverk.",
        searched=False,
        feed=urls.feed_file(),
        calendar=urls.calendar_file(),
    )
    content = render(
        "home.md.j2",
        front,
        coming=[row for row in meetings if rows.is_coming(row)][:NEWEST],
        latest=[row for row in reversed(meetings) if row.has_notes and not rows.is_coming(row)][
            :NEWEST
        ],
        decisions=decisions[:NEWEST],
        waiting=_waiting(matters)[:NEWEST],
        views=views,
        bodies=BODIES,
        municipalities=_municipalities(catalogue),
        topics=sorted(catalogue.topics.values(), key=lambda topic: sort_key(topic.name)),
        doors=_doors(catalogue, len(decisions)),
        networks=len(catalogue.networks),
        named=lambda identity: named(catalogue, identity),
        bare=bare,
    )
    yield Output(path=urls.HOME, content=content, front=front)


def _doors(catalogue: Catalogue, decisions: int) -> list[tuple[str, str, int]]:
    """Return what there is here: name, source and how many, none of what there is none of."""
    known = (
        ("Nätverk", urls.NETWORKS, len(catalogue.networks)),
        ("Beslut", urls.DECISIONS, decisions),
        ("Ärenden", urls.MATTERS, len(catalogue.matters)),
        ("Ämnen", urls.TOPICS, len(catalogue.topics)),
        ("Möten", urls.CALENDAR, len(catalogue.meetings)),
    )
    return [door for door in known if door[-1]]


def _waiting(matters: Matters) -> list[MatterView]:
    """Return the matters that wait for somebody, the one that was taken up latest first."""
    waiting = [view for view in matters.views.values() if view.waiting]
    return sorted(waiting, key=_latest_day, reverse=True)


def _latest_day(view: MatterView) -> dt.date:
    return view.latest.day.first if view.latest and view.latest.day else dt.date.min


def _municipalities(catalogue: Catalogue) -> list[str]:
    return by_name(
        catalogue,
        (
            one.id
            for one in catalogue.organisations.values()
            if one.kind is OrganisationKind.MUNICIPALITY
        ),
    )
