"""Makes a content root that MkDocs can build: the corpus, its mkdocs.yml, docs/ and git history."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from corpus import make_corpus

REPOSITORY = Path(__file__).resolve().parent.parent
CONFIG = """\
INHERIT: {repository}/mkdocs.yml
site_url: https://bench.example/
nav: null
not_in_nav: ""
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
AUTHOR = ("-c", "user.name=bench", "-c", "user.email=bench@bench.example")
WHEN = "2026-11-14T12:00:00+01:00"


def make_content_root(root: Path, meetings: int) -> None:
    """Write a content root that has everything a build reads, all of it under version control."""
    make_corpus(root, meetings=meetings)
    repository = os.path.relpath(REPOSITORY, root)
    (root / "mkdocs.yml").write_text(CONFIG.format(repository=repository), "utf-8")
    (root / "docs").mkdir()
    (root / "docs" / "om.md").write_text(ABOUT, "utf-8")
    _commit(root)


def _commit(root: Path) -> None:
    """Save everything in git, so that last-changed dates are read as in a real repository."""
    dates = {"GIT_AUTHOR_DATE": WHEN, "GIT_COMMITTER_DATE": WHEN}
    for command in (["init"], ["add", "."], [*AUTHOR, "commit", "-m", "Påhittat innehåll"]):
        subprocess.run(
            ["git", *command, "--quiet"],
            cwd=root,
            env={**os.environ, **dates},
            check=True,
        )
