"""The pages of matters: all of them, and each with its way and its time line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natverk import urls
from natverk.changes import Changes
from natverk.model.days import Day
from natverk.outputs import Front, Output
from natverk.pages.explained import Explainer
from natverk.pages.facets import filters
from natverk.pages.markdown import changed, render
from natverk.pages.prose import bare
from natverk.pages.way import way
from natverk.views.glossary import terms_of
from natverk.views.matter import Matters, MatterView
from natverk.views.naming import by_association, by_name, named
from natverk.views.subscriptions import subscription

if TYPE_CHECKING:
    from natverk.views.rows import Rows


def matter_pages(rows: Rows, matters: Matters, changes: Changes, site: str) -> Iterator[Output]:
    """Yield the list of matters, and a page for each; `site` is the site's address."""
    catalogue = rows.catalogue
    views = matters.views.values()
    front = Front(
        title="Ärenden",
        kind="Lista",
        name="Ärenden",
        description="Frågor som går mellan flera nätverk och instanser: var de är och vad som återstår.",
        searched=False,
    )
    content = render(
        "matters.md.j2",
        front,
        groups=by_association(catalogue, views, lambda view: view.matter.association),
        has_agreements=bool(catalogue.agreements),
        today=rows.today,
        named=lambda identity: named(catalogue, identity),
    )
    yield Output(path=urls.MATTERS, content=content, front=front)
    for view in views:
        yield _matter_page(rows, view, changes, site)


def _matter_page(rows: Rows, view: MatterView, changes: Changes, site: str) -> Output:
    catalogue, matter = rows.catalogue, view.matter
    scope = f"arenden/{matter.id}"
    front = Front(
        title=matter.title,
        kind="Ärende",
        description=_description(view),
        filters=filters(
            catalogue,
            "Ärende",
            bodies=by_name(catalogue, view.networks),
            associations=(matter.association,),
            organisations=(row.organisation for row in view.places),
            topics=matter.topics,
        ),
        changed=changed(changes, matter.at.path),
        feed=urls.feed_file(scope),
    )
    content = render(
        "matter.md.j2",
        front,
        view=view,
        matter=matter,
        explained=Explainer(terms_of(catalogue, [matter.association], Day.of(rows.today))).data,
        subscription=subscription(matter.title, scope, urls.matter(matter.id), site),
        picture=way(view.steps, matter.title),
        association=named(catalogue, matter.association),
        today=rows.today,
        named=lambda identity: named(catalogue, identity),
        bare=bare,
    )
    return Output(
        path=urls.matter(matter.id),
        content=content,
        front=front,
        origin=matter.at.path,
        parent=urls.MATTERS,
    )


def _description(view: MatterView) -> str:
    """Return where the matter is, in a sentence for lists of search results."""
    if view.waiting:
        return f"Ärendet {view.matter.title} väntar på {view.waiting.body_name}."
    return f"Ärendet {view.matter.title}: vad som har sagts och beslutats."
