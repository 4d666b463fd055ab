"""Makes a content root that MkDocs can build: the corpus, its mkdocs.yml, docs/ and git history."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from corpus import Amount, make_corpus

REPOSITORY = Path(__file__).resolve().parent.parent
CONFIG = """\
INHERIT: {repository}/mkdocs.yml
site_url: https://bench.example/
nav: null
not_in_nav: om.md
hooks:
  - {repository}/hooks/build.py
watch:
  - networks
  - minutes
theme:
  custom_dir: {repository}/overrides
"""
"""What differs from the repository's own; without nav the hook makes one."""

ABOUT = "# Om mätningen\n\nInnehållet är påhittat av bench/corpus.py.\n"
SETTINGS = {
    "user.name": "bench",
    "user.email": "bench@bench.example",
    "commit.gpgsign": "false",
    "gc.auto": "0",
}
WHEN = "2026-11-14T12:00:00+01:00"


def make_content_root(root: Path, amount: Amount) -> None:
    """Write a content root that has everything a build reads, all of it under version control."""
    make_corpus(root, amount)
    repository = os.path.relpath(REPOSITORY, root)
    (root / "mkdocs.yml").write_text(CONFIG.format(repository=repository), "utf-8")
    (root / "docs").mkdir()
    (root / "docs" / "om.md").write_text(ABOUT, "utf-8")
    _commit(root)


def _commit(root: Path) -> None:
    """Save everything in git, so that last-changed dates are read as in a real repository."""
    settings = [part for key, value in SETTINGS.items() for part in ("-c", f"{key}={value}")]
    dates = {"GIT_AUTHOR_DATE": WHEN, "GIT_COMMITTER_DATE": WHEN}
    commit = ["commit", "--quiet", "--message", "Påhittat innehåll"]
    for command in (["init", "--quiet"], ["add", "."], commit):
        environment = {**os.environ, **dates}
        subprocess.run(["git", *settings, *command], cwd=root, env=environment, check=True)
