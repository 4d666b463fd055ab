"""The pages of organisations: who represents them where, and what is theirs to do and decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from natverk import urls
from natverk.model.vocabulary import OrganisationKind
from natverk.outputs import Front, Output
from natverk.pages.facets import filters
from natverk.pages.markdown import render
from natverk.pages.prose import bare
from natverk.views.coverage import coverage_of
from natverk.views.naming import by_name, named
from natverk.views.organisation import OrganisationView, local_matters, organisation_view
from natverk.views.recommended import recommended_to
from natverk.views.subscriptions import subscription

if TYPE_CHECKING:
    from natverk.views.matter import Matters
    from natverk.views.organisation import Place
    from natverk.views.rows import DecisionRow, Rows


def organisation_pages(
    rows: Rows, places: Mapping[str, tuple[Place, ...]], matters: Matters, site: str
) -> Iterator[Output]:
    """Yield the list of organisations and a page for each; `site` is the site's address."""
    catalogue = rows.catalogue
    identities = by_name(catalogue, [*catalogue.organisations, *catalogue.associations])
    kinds: dict[OrganisationKind, list[str]] = {kind: [] for kind in OrganisationKind}
    for identity in identities:
        record = catalogue.organisations.get(identity) or catalogue.associations[identity]
        kinds[record.kind].append(identity)
    front = Front(
        title="Organisationer",
        kind="Lista",
        name="Organisationer kommuner",
        description="Kommuner och andra organisationer, och vem som företräder dem i nätverken.",
        searched=False,
    )
    content = render(
        "organisations.md.j2",
        front,
        kinds={kind.value: own for kind, own in kinds.items() if own},
        places=places,
        named=lambda identity: named(catalogue, identity),
    )
    yield Output(
        path=urls.ORGANISATIONS, content=content, front=front, origin="networks/organisations.yml"
    )
    own, recommended = local_matters(matters), recommended_to(rows)
    for identity in identities:
        view = organisation_view(rows, identity, places.get(identity, ()), own.get(identity, ()))
        yield _organisation_page(rows, view, recommended.get(identity, ()), site)


def _called(view: OrganisationView) -> str:
    """Return what a search for an organisation may call it."""
    is_municipality = view.organisation.kind is OrganisationKind.MUNICIPALITY
    return f"{view.name} kommun stad" if is_municipality else view.name


def _organisation_page(
    rows: Rows, view: OrganisationView, recommended: tuple[DecisionRow, ...], site: str
) -> Output:
    catalogue = rows.catalogue
    identity = view.organisation.id
    scope = f"organisationer/{identity}"
    is_association = identity in catalogue.associations  # which has a page of its own by the name
    front = Front(
        title=f"{view.name} som organisation" if is_association else view.name,
        kind="Organisation",
        name="" if is_association else _called(view),
        description=f"Vem som företräder {view.name} i nätverken, lediga platser och kommande möten.",
        filters=filters(
            catalogue,
            "Organisation",
            associations=view.associations,
            organisations=(identity,),
        ),
        feed=urls.feed_file(scope),
        calendar=urls.calendar_file(scope),
    )
    content = render(
        "organisation.md.j2",
        front,
        view=view,
        recommended=recommended,
        organisation=view.organisation,
        subscription=subscription(
            f"Nätverk för {view.name}", scope, urls.organisation(identity), site
        ),
        coverage=coverage_of(view.places),
        is_association=is_association,
        named=lambda one: named(catalogue, one),
        bare=bare,
    )
    return Output(
        path=urls.organisation(identity),
        content=content,
        front=front,
        origin=view.organisation.at.path,
        parent=urls.ORGANISATIONS,
    )
