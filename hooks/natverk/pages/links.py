"""Turns the links that authors write between content files into links between pages."""

from __future__ import annotations

from functools import lru_cache

from natverk import urls
from natverk.source.links import is_outside


@lru_cache(maxsize=256)
def rewriter(path: str) -> Rewriter:
    """Return what rewrites the links of the content file `path`."""
    return Rewriter(path)


class Rewriter:
    """Rewrites the targets of one file's links."""

    def __init__(self, path: str) -> None:
        """Remember the file that links are relative to."""
        self.path = path

    def __call__(self, target: str) -> str:
        """Return where a link leads on the site: outside, within its page, or to another file."""
        if is_outside(target) or target.startswith("#"):
            return target
        bare, mark, anchor = target.partition("#")
        wanted = urls.beside(self.path, bare)
        source = urls.source_of(wanted) if wanted else None
        return f"/{urls.quoted(source)}{mark}{anchor}" if source else target
