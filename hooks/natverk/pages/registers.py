"""The pages over all networks: networks, decisions, news, words and the search."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natverk import urls
from natverk.changes import Changes
from natverk.outputs import Front, Output
from natverk.pages.explained import Explainer
from natverk.pages.facets import filters
from natverk.pages.links import rewriter
from natverk.pages.markdown import changed, render, written_date
from natverk.pages.prose import bare, write_blocks
from natverk.views.glossary import terms_of
from natverk.views.naming import named, sort_key
from natverk.views.network import hierarchy
from natverk.views.registers import (
    all_decisions,
    by_year,
    facets,
    newest,
)
from natverk.views.subscriptions import subscription
from natverk.views.topics import topic_rows

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.documents import News
    from natverk.views.rows import Rows


REGISTER = 1000
"""How many decisions the register has on one page; those of older years are on the years' pages."""


def networks_page(catalogue: Catalogue) -> Iterator[Output]:
    """Yield the page of all networks in their hierarchies."""
    front = Front(
        title="Nätverk",
        kind="Lista",
        name="Nätverk",
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


def decision_pages(rows: Rows, site: str) -> Iterator[Output]:
    """Yield the register of decisions, and a page for each year; `site` is the site's address."""
    catalogue = rows.catalogue
    decisions = all_decisions(rows)
    years = by_year(decisions)
    here = newest(years, REGISTER)
    notes = [one for one in catalogue.associations.values() if one.decisions_note]
    shown = {
        "years": list(years),
        "count": len(decisions),
        "notes": notes,
        "subscription": subscription("Beslut", "beslut", urls.DECISIONS, site),
        "today": rows.today,
        "bare": bare,
        "about": lambda row: facets(catalogue, row),
        "named": lambda identity: named(catalogue, identity),
    }
    front = Front(
        title="Beslut",
        kind="Beslut",
        name="Beslut",
        description="Alla beslut, ställningstaganden och rekommendationer, de senaste först.",
        searched=False,
        feed=urls.feed_file("beslut"),
    )
    content = render(
        "decisions.md.j2",
        front,
        rows=[row for own in here.values() for row in own],
        year=None,
        older=[year for year in years if year not in here],
        **shown,
    )
    yield Output(path=urls.DECISIONS, content=content, front=front)
    for year, own in years.items():
        front = Front(
            title=f"Beslut {year}",
            kind="Beslut",
            description=f"Alla beslut som nätverken fattade {year}.",
            searched=False,
            is_slight=True,
        )
        content = render("decisions.md.j2", front, rows=own, year=year, older=(), **shown)
        yield Output(
            path=urls.decisions_of(year), content=content, front=front, parent=urls.DECISIONS
        )


def news_pages(catalogue: Catalogue, changes: Changes) -> Iterator[Output]:
    """Yield the list of news and a page for each item."""
    latest = sorted(catalogue.news, key=lambda news: (news.day.last, news.key), reverse=True)
    front = Front(
        title="Nyheter",
        kind="Lista",
        name="Nyheter",
        description="Nyheter från nätverken, de senaste först.",
        searched=False,
    )
    content = render(
        "news_list.md.j2", front, news=latest, named=lambda identity: named(catalogue, identity)
    )
    yield Output(path=urls.NEWS, content=content, front=front)
    for news in latest:
        yield _news_page(catalogue, news, changes)


def _news_page(catalogue: Catalogue, news: News, changes: Changes) -> Output:
    terms = terms_of(catalogue, [news.association], news.day)
    front = Front(
        title=news.head.title,
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
        text=write_blocks(news.blocks, rewriter(news.path), Explainer(terms)),
        association=named(catalogue, news.association),
        networks=[catalogue.body(one) or one for one in news.head.networks],
        topics=topic_rows(catalogue, news.head.topics),
        named=lambda identity: named(catalogue, identity),
    )
    return Output(
        path=urls.news(news.key), content=content, front=front, origin=news.path, parent=urls.NEWS
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
