"""Who is to do what: persons, roles, bodies, organisations, or each municipality."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from natverk.history.members import municipalities_on
from natverk.views.naming import by_name, named, person_name
from natverk.words import swedish

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.decisions import FollowUp


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Who is to do something; an id where it is an organisation or a body that is known."""

    name: str
    organisation: str = ""
    body: str = ""
    is_everyone: bool = False


class Owners:
    """Tells whom the words of a follow-up mean, for one Catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Keep the Catalogue; the same words return in thousands of follow-ups."""
        self.catalogue = catalogue
        self.owner = cache(self._owner)
        self.members_on = cache(self._members_on)

    def _owner(self, text: str, day: dt.date) -> Owner:
        """Return an owner, called as on the day."""
        if swedish().is_everyone(text):
            return Owner(name=text, is_everyone=True)
        if body := self.catalogue.body(text):
            return Owner(name=named(self.catalogue, body, day), body=body)
        if organisation := self.catalogue.organisation(text):
            name = named(self.catalogue, organisation, day)
            return Owner(name=name, organisation=organisation)
        return Owner(name=person_name(self.catalogue, text))

    def municipalities(self, item: FollowUp, day: dt.date) -> tuple[str, ...]:
        """Return the municipalities of the association by name, if each of them is to do it."""
        if not any(swedish().is_everyone(one) for one in item.responsible):
            return ()
        association = self.catalogue.association_of(item.meeting.partition("/")[0])
        return self.members_on(association, day)

    def _members_on(self, association: str, day: dt.date) -> tuple[str, ...]:
        return tuple(by_name(self.catalogue, municipalities_on(self.catalogue, association, day)))
