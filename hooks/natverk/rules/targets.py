"""What a link inside the content may lead to."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from natverk.urls import beside, source_of

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue


class Targets:
    """The files and anchors of a Catalogue, as links see them."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Keep the Catalogue; anchors are gathered when first asked for."""
        self.catalogue = catalogue
        self.notes = {notes.path: notes for notes in catalogue.notes}
        self.anchors = cache(self._anchors)

    def fault(self, path: str, target: str) -> str:
        """Return why a link in the file `path` is dead, or nothing when it is not."""
        bare, _, anchor = target.partition("#")
        wanted = beside(path, bare) if bare else path
        if wanted is None or bare.startswith("/"):
            return (
                "den pekar utanför innehållet." if wanted is None else "börja inte med snedstreck."
            )
        if wanted not in self.catalogue.paths:
            return f"filen {wanted} finns inte."
        if source_of(wanted) is None:
            return f"filen {wanted} visas inte på någon egen sida."
        if wanted in self.notes and not self.notes[wanted].is_public:
            return f"{wanted} är ett utkast och visas inte."
        if anchor and wanted in self.notes and anchor not in self.anchors(wanted):
            return f"platsen #{anchor} finns inte i {wanted}."
        return ""

    def _anchors(self, path: str) -> frozenset[str]:
        return self.notes[path].anchors
