"""The pages of associations: who they are, their networks, and what goes on in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from natverk import urls
from natverk.changes import Changes
from natverk.history.names import latest_name
from natverk.model.days import Day
from natverk.outputs import Front, Output
from natverk.pages.explained import Explainer
from natverk.pages.facets import filters
from natverk.pages.markdown import changed, render
from natverk.pages.pictures import hierarchy_picture
from natverk.pages.prose import bare
from natverk.views.association import AssociationView
from natverk.views.coverage import coverage_by_network
from natverk.views.glossary import terms_of
from natverk.views.naming import named
from natverk.views.subscriptions import subscription

if TYPE_CHECKING:
    from natverk.model.organisations import Association
    from natverk.views.coverage import Coverage
    from natverk.views.organisation import Place
    from natverk.views.rows import Rows


def association_pages(
    rows: Rows,
    views: Sequence[AssociationView],
    places: Mapping[str, tuple[Place, ...]],
    changes: Changes,
    site: str,
) -> Iterator[Output]:
    """Yield a page for every association; `places` is every organisation's, `site` the site's address."""
    coverages = coverage_by_network(rows.catalogue, places)
    for view in views:
        association = view.association
        front = _front(rows, association, changes)
        yield Output(
            path=urls.association(association.id),
            content=_content(rows, view, coverages.get(association.id, ()), front, site),
            front=front,
            origin=association.at.path,
            parent=urls.NETWORKS,
        )


def _front(rows: Rows, association: Association, changes: Changes) -> Front:
    name = latest_name(association).name
    scope = f"forbund/{association.id}"
    return Front(
        title=name,
        kind="Förbund",
        name=name,
        description=f"{name}: medlemmar, nätverk och kontakt.",
        filters=filters(rows.catalogue, "Förbund", associations=(association.id,)),
        changed=changed(changes, association.at.path),
        feed=urls.feed_file(scope),
        calendar=urls.calendar_file(scope),
    )


def _content(
    rows: Rows, view: AssociationView, coverages: Sequence[Coverage], front: Front, site: str
) -> bytes:
    association = view.association
    name = latest_name(association)
    scope = f"forbund/{association.id}"
    return render(
        "association.md.j2",
        front,
        association=association,
        explained=Explainer(terms_of(rows.catalogue, [association.id], Day.of(rows.today))).data,
        name=name,
        view=view,
        picture=hierarchy_picture(view.branches, f"Hur nätverken i {name.name} hänger ihop"),
        coverages=coverages,
        subscription=subscription(name.name, scope, urls.association(association.id), site),
        today=rows.today,
        bare=bare,
        named=lambda identity: named(rows.catalogue, identity),
    )
