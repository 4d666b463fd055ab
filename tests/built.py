"""Sites built for real: MkDocs with the hook, over a copy of the example site in a git repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from content import HERE, TODAY, copy_of_example

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

REPO = HERE.parent
ADDRESS = "https://exempel.example/natet/"
ORIGIN = "https://git.example/ef/natet"
COMMITTED = "2024-05-02T12:00:00+00:00"

SETTINGS = {"NATVERK_SITE_URL": ADDRESS, "NATVERK_TODAY": TODAY.isoformat(), "PYTHONUTF8": "1"}

CONFIG = f"""\
INHERIT: {REPO}/mkdocs.yml
site_name: Exempelnätet
site_url: {ADDRESS}
repo_url: {ORIGIN}
nav: null
extra:
  footer:
    - title: Handbok
      url: handbok/
not_in_nav: |
  /handbok/
theme:
  custom_dir: {REPO}/overrides
hooks:
  - {REPO}/hooks/build.py
watch: []
"""
"""Another content root than the repository's own, with the hook and the theme of the repository."""


def make_root(to: Path, files: Mapping[str, str] | None = None) -> Path:
    """Make a content root: the example site with `files` on top, the handbook, and a history."""
    copy_of_example(to, files)
    shutil.copytree(REPO / "docs" / "handbok", to / "docs" / "handbok")
    (to / "mkdocs.yml").write_text(CONFIG, "utf-8")
    git(to, "init", "--quiet", "--initial-branch=main")
    git(to, "add", "--all")
    git(to, "commit", "--quiet", "--message", "Innehåll")
    return to


def git(root: Path, *arguments: str) -> None:
    """Run git as nobody in particular, on a day that never changes."""
    who = {"NAME": "Ingen", "EMAIL": "ingen@git.example", "DATE": COMMITTED}
    names = {
        f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()
    }
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, **names}
    subprocess.run(["git", *arguments], cwd=root, check=True, env={**os.environ, **own})


def build_own(site: Path) -> Path:
    """Build the site of the repository's own content to the folder `site`, and return it."""
    done = mkdocs(REPO, "--site-dir", str(site))
    assert done.returncode == 0, done.stdout + done.stderr
    return site


def mkdocs(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Build the site of a content root, strictly, as on the tests' day."""
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--strict",
            "-f",
            str(root / "mkdocs.yml"),
            *options,
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **quiet, **SETTINGS},
    )


class Html(HTMLParser):
    """What a page of the site points at, and the places in it that can be pointed at."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.scripts: list[str] = []
        self.data: list[str] = []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.elements.append((tag, given))
        self.anchors |= {value for key in ("id", "name") if (value := given.get(key))}
        if tag == "a" and given.get("href"):
            self.links.append(given["href"] or "")
        elif tag == "link" and given.get("rel") not in {"canonical", "prev", "next"}:
            self.loaded.append(given.get("href") or "")
        elif given.get("src"):
            self.loaded.append(given["src"] or "")

    def handle_data(self, data: str) -> None:
        tag, given = self.elements[-1] if self.elements and self.cdata_elem else ("", {})
        if given.get("type") == "application/ld+json":
            self.data.append(data)
        else:
            (self.scripts if tag == "script" else self.words).append(data)

    @property
    def text(self) -> str:
        """Its text on one line."""
        return " ".join(" ".join(self.words).split())


def pages(site: Path) -> Iterator[Html]:
    """Yield every page of a built site."""
    for path in sorted(site.rglob("*.html")):
        yield Html(path)


def file_at(site: Path, page: Path, target: str) -> tuple[Path, str] | None:
    """Return the file and the anchor that a link on a page leads to, None when out of the site."""
    here = ADDRESS + page.relative_to(site).as_posix().removesuffix("index.html")
    there = urlsplit(urljoin(here, target))
    if not f"{there.scheme}://{there.netloc}{there.path}".startswith(ADDRESS):
        return None
    path = site / unquote(there.path.removeprefix(urlsplit(ADDRESS).path))
    return (path / "index.html" if there.path.endswith("/") else path), unquote(there.fragment)
