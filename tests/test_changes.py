"""When content files were first and last changed, as git knows it."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from pathlib import Path

from content import write
from natverk.changes import Change, Changes
from natverk.githistory import read_changes


def commit(root: Path, day: str, text: str) -> dt.datetime:
    """Commit `a.md` with a text at noon of a day, and return when."""
    write(root, {"a.md": text})
    when = f"{day}T12:00:00+00:00"
    who = {"NAME": "Ingen", "EMAIL": "ingen@git.example", "DATE": when}
    names = {f"GIT_{role}_{key}": who[key] for role in ("AUTHOR", "COMMITTER") for key in who}
    for arguments in (("add", "--all"), ("commit", "--quiet", "--message", "x")):
        subprocess.run(("git", "-C", root, *arguments), check=True, env={**os.environ, **names})
    return dt.datetime.fromisoformat(when)


def test_the_first_and_the_last_change_of_a_file(tmp_path: Path) -> None:
    subprocess.run(("git", "init", "--quiet", tmp_path), check=True)
    first = commit(tmp_path, "2024-03-08", "kallelse")
    commit(tmp_path, "2024-03-15", "anteckningar")
    last = commit(tmp_path, "2024-04-01", "rättat")
    assert read_changes(tmp_path).files["a.md"] == Change(last, 3, first)


def test_the_changes_of_several_files() -> None:
    """The first of all is known only if that of each is."""
    old, new = (dt.datetime(2024, month, 1, tzinfo=dt.UTC) for month in (1, 2))
    changes = Changes({"a": Change(new, 1, new), "b": Change(old, 2, old), "c": Change(new, 1)})
    assert changes.last("a", "b") == Change(new, 3, old)
    assert changes.last("a", "c") == Change(new, 2)
    assert changes.last("d") is None
