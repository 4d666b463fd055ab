"""The pages of agreements: all of them, and each with its parties and what revises it."""

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
from natverk.views.agreement import AgreementView, agreement_view
from natverk.views.glossary import terms_of
from natverk.views.matter import Matters
from natverk.views.naming import by_association, named, sort_key

if TYPE_CHECKING:
    from natverk.views.rows import Rows


def agreement_pages(rows: Rows, matters: Matters, changes: Changes) -> Iterator[Output]:
    """Yield the list of agreements, and a page for each."""
    catalogue = rows.catalogue
    agreements = sorted(catalogue.agreements.values(), key=lambda one: sort_key(one.title))
    views = [agreement_view(rows, agreement, matters) for agreement in agreements]
    front = Front(
        title="Överenskommelser",
        kind="Lista",
        name="Överenskommelser",
        description="Avtal och överenskommelser: vilka parterna är och vad de reglerar.",
        searched=False,
    )
    content = render(
        "agreements.md.j2",
        front,
        groups=by_association(catalogue, views, lambda view: view.agreement.association),
        named=lambda identity: named(catalogue, identity),
    )
    yield Output(path=urls.AGREEMENTS, content=content, front=front, parent=urls.MATTERS)
    for view in views:
        yield _agreement_page(rows, view, changes)


def _agreement_page(rows: Rows, view: AgreementView, changes: Changes) -> Output:
    catalogue, agreement = rows.catalogue, view.agreement
    front = Front(
        title=agreement.title,
        kind="Överenskommelse",
        description=f"{agreement.title}: parter, innehåll och dokument.",
        filters=filters(
            catalogue,
            "Överenskommelse",
            bodies=view.bodies,
            associations=(agreement.association,),
            organisations=(row.organisation for row in view.parties),
        ),
        changed=changed(changes, agreement.at.path),
    )
    content = render(
        "agreement.md.j2",
        front,
        view=view,
        agreement=agreement,
        explained=Explainer(terms_of(catalogue, [agreement.association], Day.of(rows.today))).data,
        association=named(catalogue, agreement.association),
        named=lambda identity: named(catalogue, identity),
        is_network=lambda identity: identity in catalogue.networks,
    )
    return Output(
        path=urls.agreement(agreement.id),
        content=content,
        front=front,
        origin=agreement.at.path,
        parent=urls.AGREEMENTS,
    )
