"""The pages over all networks: home, networks, decisions, organisations, calendar, news, words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natverk import urls
from natverk.changes import Changes
from natverk.outputs import Front, Output
from natverk.pages.facets import filters
from natverk.pages.links import rewriter
from natverk.pages.markdown import changed, render, written_date
from natverk.pages.pictures import year_picture
from natverk.pages.prose import bare, write_blocks
from natverk.views.naming import named, sort_key
from natverk.views.network import hierarchy
from natverk.views.registers import (
    all_decisions,
    all_meetings,
    by_month,
    by_year,
    facets,
    meeting_days,
)

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.views.rows import MeetingRow, Rows

NEWEST = 6
"""How many rows a list on the home page has."""


def home_page(rows: Rows) -> Iterator[Output]:
    """Yield the home page."""
    catalogue = rows.catalogue
    meetings = all_meetings(rows)
    coming = [row for row in meetings if rows.is_coming(row)]
    latest = [row for row in reversed(meetings) if row.has_notes and row.day.first <= rows.today]
    front = Front(
        title="Nätverk i samverkan",
        kind="Start",
        description="Uppdrag, ledamöter, mötesdagar, anteckningar och beslut i kommunförbundens nätverk.",
        searched=False,
    )
    content = render(
        "home.md.j2",
        front,
        coming=coming[:NEWEST],
        latest=latest[:NEWEST],
        decisions=all_decisions(rows)[:NEWEST],
        associations=list(catalogue.associations.values()),
        hierarchy=lambda identity: hierarchy(catalogue, identity),
        networks=len(catalogue.networks),
        named=lambda identity: named(catalogue, identity),
        bare=bare,
    )
    yield Output(path=urls.HOME, content=content, front=front)


def networks_page(catalogue: Catalogue) -> Iterator[Output]:
    """Yield the page of all networks in their hierarchies."""
    front = Front(
        title="Nätverk",
        kind="Lista",
        description="Alla nätverk, grupper och instanser, ordnade efter vem de rapporterar till.",
        searched=False,
    )
    content = render(
        "networks.md.j2",
        front,
        associations=list(catalogue.associations.values()),
        hierarchy=lambda identity: hierarchy(catalogue, identity),
        named=lambda identity: named(catalogue, identity),
    )
    yield Output(path=urls.NETWORKS, content=content, front=front)


def decision_pages(rows: Rows) -> Iterator[Output]:
    """Yield the register of decisions, and a page for each year."""
    catalogue = rows.catalogue
    decisions = all_decisions(rows)
    years = by_year(decisions)
    notes = [one for one in catalogue.associations.values() if one.decisions_note]
    shown = {
        "years": list(years),
        "notes": notes,
        "today": rows.today,
        "bare": bare,
        "about": lambda row: facets(catalogue, row),
        "named": lambda identity: named(catalogue, identity),
    }
    front = Front(
        title="Beslut",
        kind="Beslut",
        description="Alla beslut, ställningstaganden och rekommendationer, de senaste först.",
        searched=False,
    )
    content = render("decisions.md.j2", front, rows=decisions, year=None, **shown)
    yield Output(path=urls.DECISIONS, content=content, front=front)
    for year, own in years.items():
        front = Front(
            title=f"Beslut {year}",
            kind="Beslut",
            description=f"Alla beslut som nätverken fattade {year}.",
            searched=False,
        )
        content = render("decisions.md.j2", front, rows=own, year=year, **shown)
        yield Output(
            path=urls.decisions_of(year), content=content, front=front, parent=urls.DECISIONS
        )


def calendar_pages(rows: Rows) -> Iterator[Output]:
    """Yield the calendar of what is to come, and a page for each year."""
    meetings = all_meetings(rows)
    coming = [row for row in meetings if rows.is_coming(row)]
    by_years: dict[int, list[MeetingRow]] = {}
    for row in meetings:
        by_years.setdefault(row.day.year, []).append(row)
    years = sorted(by_years, reverse=True)
    front = Front(
        title="Kalender",
        kind="Kalender",
        description="Kommande möten i alla nätverk, månad för månad.",
        searched=False,
    )
    content = render(
        "calendar.md.j2", front, months=by_month(coming), years=years, year=None, picture=""
    )
    yield Output(path=urls.CALENDAR, content=content, front=front)
    for year in years:
        front = Front(
            title=f"Kalender {year}",
            kind="Kalender",
            description=f"Alla möten {year}, månad för månad.",
            searched=False,
        )
        own = by_month(by_years[year])
        picture = year_picture(year, meeting_days(by_years[year], year, rows.today))
        content = render(
            "calendar.md.j2", front, months=own, years=years, year=year, picture=picture
        )
        yield Output(
            path=urls.calendar_of(year), content=content, front=front, parent=urls.CALENDAR
        )


def news_pages(catalogue: Catalogue, changes: Changes) -> Iterator[Output]:
    """Yield the list of news and a page for each item."""
    latest = sorted(catalogue.news, key=lambda news: (news.day.last, news.key), reverse=True)
    front = Front(
        title="Nyheter",
        kind="Lista",
        description="Nyheter från nätverken, de senaste först.",
        searched=False,
    )
    content = render(
        "news_list.md.j2", front, news=latest, named=lambda identity: named(catalogue, identity)
    )
    yield Output(path=urls.NEWS, content=content, front=front)
    for news in latest:
        rewrite = rewriter(news.path)
        front = Front(
            title=bare(news.head.title),
            kind="Nyhet",
            description=f"Nyhet från {named(catalogue, news.association)}, {written_date(news.day)}.",
            filters=filters(
                catalogue,
                "Nyhet",
                bodies=news.head.networks,
                associations=(news.association,),
                topics=news.head.topics,
                year=news.day.year,
            ),
            date=str(news.day),
            changed=changed(changes, news.path),
        )
        content = render(
            "news.md.j2",
            front,
            news=news,
            text=write_blocks(news.blocks, rewrite),
            association=named(catalogue, news.association),
            networks=[catalogue.body(one) or one for one in news.head.networks],
            named=lambda identity: named(catalogue, identity),
        )
        yield Output(
            path=urls.news(news.key),
            content=content,
            front=front,
            origin=news.path,
            parent=urls.NEWS,
        )


def glossary_page(catalogue: Catalogue) -> Iterator[Output]:
    """Yield the glossary."""
    front = Front(
        title="Ordlista",
        kind="Ordlista",
        description="Förkortningar och ord som används i nätverken.",
        filters=filters(catalogue, "Ordlista"),
    )
    terms = sorted(catalogue.glossary.values(), key=lambda term: (sort_key(term.term), term.id))
    content = render(
        "glossary.md.j2", front, terms=terms, named=lambda identity: named(catalogue, identity)
    )
    yield Output(path=urls.GLOSSARY, content=content, front=front, origin="networks/glossary.yml")


def search_page() -> Iterator[Output]:
    """Yield the page that the search works on."""
    front = Front(title="Sök", kind="Sök", description="Sök på hela webbplatsen.", searched=False)
    yield Output(path=urls.SEARCH, content=render("search.md.j2", front), front=front)
