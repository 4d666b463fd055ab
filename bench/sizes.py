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
from measure import Cost, Weight, fastest, run, say, weigh
from table import number

if TYPE_CHECKING:
    from hugo import Compared

HERE = Path(__file__).resolve().parent
NATVERK = (sys.executable, "-m", "natverk")
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--strict")
PAGEFIND = (sys.executable, "-m", "pagefind", "--silent", "--force-language", "sv")


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


@dataclass(frozen=True, slots=True)
class Bench:
    """Where one size is measured, and how many times each step is timed; the fastest counts."""

    meetings: int
    out: Path
    times: int

    def measure(self) -> Measured:
        """Make a corpus and measure it; what the folder held is thrown away."""
        shutil.rmtree(self.out, ignore_errors=True)
        (self.out / "logs").mkdir(parents=True)
        self._say("skriver innehållet")
        make_content_root(self.out / "corpus", self.meetings)
        return Measured(
            meetings=self.meetings,
            check=self._check(),
            whole=self._whole(),
            stages=self._stages(),
            search=self._search(),
            content=weigh(self.out / "corpus" / "minutes"),
            site=weigh(self.out / "site"),
            largest_meeting=_largest_meeting(self.out / "corpus", self.out / "site"),
            hugo=self._hugo() if is_installed() else None,
        )

    def _check(self) -> Cost:
        self._say("granskar (natverk check --strict)")
        return self._run("check", *NATVERK, "check", "--strict", "--root", self.out / "corpus")

    def _whole(self) -> Cost:
        self._say("bygger hela webbplatsen (mkdocs build --strict)")
        config = self.out / "corpus" / "mkdocs.yml"
        return self._run("mkdocs", *MKDOCS, "-f", config, "-d", self.out / "site")

    def _stages(self) -> dict[str, float]:
        self._say("tar tid på varje steg")
        log = self.out / "logs" / "stages.log"
        command = (sys.executable, HERE / "stages.py", self.out / "corpus")
        runs = [json.loads(run(command, log).printed) for _ in range(self.times)]
        return {stage: min(times[stage] for times in runs) for stage in runs[0]}

    def _search(self) -> Cost:
        index = ("--output-path", self.out / "index")
        article = ("--root-selector", "article")
        return self._run("pagefind", *PAGEFIND, *article, "--site", self.out / "site", *index)

    def _hugo(self) -> Compared:
        self._say("bygger samma Markdown med Hugo")
        outputs, corpus = self.out / "outputs", self.out / "corpus"
        run([*NATVERK, "build", outputs, "--root", corpus], self.out / "logs" / "build.log")
        return build_with_hugo(outputs, self.out / "hugo", list(PAGEFIND), self.times)

    def _run(self, log: str, *command: str | Path) -> Cost:
        return fastest(self.times, command, self.out / "logs" / f"{log}.log")

    def _say(self, what: str) -> None:
        say(f"{number(self.meetings)} möten: {what} ...")


def _largest_meeting(root: Path, site: Path) -> int:
    """Return the bytes of the largest page of a meeting with notes."""
    notes = (path.relative_to(root / "minutes") for path in (root / "minutes").rglob("*.md"))
    pages = (site / "natverk" / path.with_suffix("") / "index.html" for path in notes)
    return max(page.stat().st_size for page in pages)
