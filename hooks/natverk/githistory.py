"""When each content file was last changed, from one pass over git's history."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
from pathlib import Path

from natverk.changes import Change, Changes

_COMMIT = "\x01"


def read_changes(root: Path) -> Changes:
    """Return the changes of the files below `root`, by path from there.

    Empty where there is no git, no repository, or a shallow one, whose dates would be wrong.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return Changes()
    log = _git(
        root,
        "-c",
        "core.quotepath=off",
        "log",
        f"--format={_COMMIT}%ct",
        "--name-only",
        "--no-renames",
        "--relative",
        "-z",
        "--",
        ".",
    )
    return Changes(_parse(log))


def web_address(root: Path) -> str | None:
    """Return the web address of the repository that `root` was cloned from, None when it has none."""
    origin = _git(root, "remote", "get-url", "origin").strip()
    if found := re.match(r"(?:ssh://)?git@(?P<host>[^:/]+)[:/](?P<path>.+?)(?:\.git)?/?$", origin):
        return f"https://{found['host']}/{found['path']}"
    if found := re.match(r"https?://(?:[^@/]+@)?(?P<rest>.+?)(?:\.git)?/?$", origin):
        return f"https://{found['rest']}"
    return None


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments],
            capture_output=True,
            check=True,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.decode("utf-8", errors="replace")


def _parse(log: str) -> dict[str, Change]:
    """Read git's answer: a commit's time, then its files; the newest commit comes first."""
    found: dict[str, Change] = {}
    for commit in log.split(_COMMIT)[1:]:
        seconds, _, names = commit.partition("\0")
        when = dt.datetime.fromtimestamp(int(seconds.strip()), dt.UTC)
        for name in names.split("\0"):
            path = name.strip("\n")
            if not path:
                continue
            known = found.get(path, Change(when, 0))
            found[path] = Change(known.when, known.count + 1, when)
    return found
