"""Content for tests: the example site, copies of it with other files on top, and small made-up trees."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from natverk.load import catalogue_of, load
from natverk.rules import check
from natverk.site import build
from natverk.source.tree import TEXT_SUFFIXES, Tree, decode_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from natverk.findings import Finding
    from natverk.model.catalogue import Catalogue

HERE = Path(__file__).parent
EXAMPLE = HERE / "example"
TODAY = dt.date(2024, 5, 15)
"""The day of all tests that need one, a Wednesday."""

FORBUND = "name: Exempelförbundet\nlegal_form: kommunalförbund\n"
NETWORK = "name: Bryggnätverket\nkind: forum\n"


def copy_of_example(to: Path, files: Mapping[str, str] | None = None) -> Path:
    """Copy the example site to `to`, with `files` (path to text) on top, and return its root."""
    shutil.copytree(EXAMPLE, to, dirs_exist_ok=True)
    return write(to, files or {})


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write `files` below `root` and return it."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def findings_in(root: Path, today: dt.date = TODAY) -> tuple[Finding, ...]:
    """Return what is wrong with the content below `root`."""
    return check(load(root), today)


def catalogue(files: Mapping[str, str]) -> Catalogue:
    """Return the Catalogue of files that lie nowhere."""
    texts = {path: decode_text(text.encode()) for path, text in sorted(files.items())}
    others = {path for path in texts if not path.endswith(TEXT_SUFFIXES)}
    kept = {path: text for path, text in texts.items() if path not in others}
    return catalogue_of(Tree(Path(), kept, frozenset(others), ()))


def small(files: Mapping[str, str]) -> Catalogue:
    """Return the Catalogue of one association, one network and `files`."""
    return catalogue(
        {
            "networks/ef/association.yml": FORBUND,
            "networks/ef/brygg/network.yml": NETWORK,
            **files,
        }
    )


def page_of(path: str, found: Catalogue, today: dt.date = TODAY, *, site: str = "") -> str:
    """Return the Markdown of one page of the site that a Catalogue becomes."""
    (page,) = [one for one in build(found, today, site=site) if one.path == path]
    return (page.content or b"").decode()


def lines(findings: tuple[Finding, ...]) -> list[str]:
    """Return findings as short as a table needs them: `path:line rule`."""
    return [f"{finding.path}:{finding.line} {finding.rule}" for finding in findings]
