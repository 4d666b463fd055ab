"""The pages on access: for each association what it has told, and which files are not for everyone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natverk import urls
from natverk.changes import Changes
from natverk.outputs import Front, Output
from natverk.pages.facets import filters
from natverk.pages.markdown import changed, render
from natverk.pages.prose import bare
from natverk.views.accessibility import count, statement
from natverk.views.naming import named

if TYPE_CHECKING:
    from natverk.views.rows import Rows


def accessibility_pages(rows: Rows, changes: Changes) -> Iterator[Output]:
    """Yield a statement for every association."""
    for association in rows.catalogue.associations.values():
        name = named(rows.catalogue, association.id)
        front = Front(
            title=f"Tillgänglighet: {name}",
            kind="Tillgänglighet",
            description=f"Hur tillgänglig webbplatsen är för alla, enligt {name}.",
            filters=filters(rows.catalogue, "Tillgänglighet", associations=(association.id,)),
            changed=changed(changes, association.at.path),
        )
        content = render(
            "accessibility.md.j2",
            front,
            view=statement(rows, association),
            name=name,
            count=count,
            bare=bare,
        )
        yield Output(
            path=urls.accessibility(association.id),
            content=content,
            front=front,
            origin=association.at.path,
            parent=urls.ACCESSIBILITY,
        )
