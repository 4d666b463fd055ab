"""Where a reader tells of a fault on a page: it is for the association whose content it is to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.organisations import Association


def report_to(catalogue: Catalogue, path: str | None) -> str | None:
    """Return the e-mail or web address to tell of faults in a content file, None when unknown.

    What belongs to no association is told to the only one, where there is only one.
    """
    match (path or "").split("/"):
        case ["minutes", network, *_]:
            association = catalogue.association_of(network)
        case ["networks", identity, *_] if identity in catalogue.associations:
            association = identity
        case _:
            association = _only(catalogue)
    found = catalogue.associations.get(association)
    return _address(found) if found else None


def _only(catalogue: Catalogue) -> str:
    return next(iter(catalogue.associations)) if len(catalogue.associations) == 1 else ""


def _address(association: Association) -> str | None:
    """Return what the association says, else the first of its contacts that can be written to."""
    contacts = (contact.email for contact in association.contacts if contact.email)
    return association.report or next(contacts, None)
