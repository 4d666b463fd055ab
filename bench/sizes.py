"""Measures one size: makes the corpus, checks it, builds it whole, and takes the stages apart."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from content_root import make_content_root
from hugo import build_with_hugo, is_installed
from measure import Cost, Weight, run, say, weigh
from table import number

if TYPE_CHECKING:
    from hugo import Compared

HERE = Path(__file__).resolve().parent
NATVERK = (sys.executable, "-m", "natverk")
PAGEFIND = (sys.executable, "-m", "pagefind", "--quiet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a corpus of `meetings` cost; `stages` holds the seconds of each stage of natverk's."""

    meetings: int
    content: Weight
    whole: Cost
    check: Cost
    stages: dict[str, float]
    search: Cost
    site: Weight
    largest_meeting: int
    hugo: Compared | None

    @property
    def mkdocs(self) -> float:
        """What is left of the whole build when all else that was timed is taken away."""
        return max(self.whole.seconds - sum(self.stages.values()) - self.search.seconds, 0.0)


def measure(meetings: int, out: Path) -> Measured:
    """Make and measure a corpus in `out`, which is emptied first."""
    shutil.rmtree(out, ignore_errors=True)
    logs = out / "logs"
    logs.mkdir(parents=True)
    root, site, outputs = out / "corpus", out / "site", out / "outputs"
    name = f"{number(meetings)} möten"
    say(f"{name}: skriver innehållet ...")
    make_content_root(root, meetings)
    say(f"{name}: granskar (natverk check --strict) ...")
    check = run([*NATVERK, "check", "--strict", "--root", root], logs / "check.log")
    say(f"{name}: bygger hela webbplatsen (mkdocs build --strict) ...")
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    whole = run([*mkdocs, "-f", root / "mkdocs.yml", "-d", site], logs / "mkdocs.log")
    say(f"{name}: tar tid på varje steg ...")
    stages = json.loads(
        run([sys.executable, HERE / "stages.py", root], logs / "stages.log").printed
    )
    index = [*PAGEFIND, "--site", str(site), "--output-path", str(out / "index")]
    search = run(index, logs / "pagefind.log")
    return Measured(
        meetings=meetings,
        content=weigh(root / "minutes"),
        whole=whole,
        check=check,
        stages=stages,
        search=search,
        site=weigh(site),
        largest_meeting=_largest_meeting(root, site),
        hugo=_hugo(name, root, outputs) if is_installed() else None,
    )


def _hugo(name: str, root: Path, outputs: Path) -> Compared:
    say(f"{name}: bygger samma Markdown med Hugo ...")
    logs = outputs.with_name("logs")
    run([*NATVERK, "build", outputs, "--root", root], logs / "build.log")
    return build_with_hugo(outputs, outputs.with_name("hugo"), list(PAGEFIND))


def _largest_meeting(root: Path, site: Path) -> int:
    """Return the bytes of the largest page of a meeting with notes."""
    notes = (path.relative_to(root / "minutes") for path in (root / "minutes").rglob("*.md"))
    pages = (site / "natverk" / path.with_suffix("") / "index.html" for path in notes)
    return max(page.stat().st_size for page in pages)
