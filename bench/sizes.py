"""Measures one size: makes the corpus, checks it, builds it whole, and takes the stages apart."""

from __future__ import annotations

import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from content_root import make_content_root
from corpus import Amount
from hugo import build_with_hugo, is_installed
from measure import Cost, Weight, fastest, run, say, weigh
from pure import Pure, measure_pure
from table import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hugo import Compared

HERE = Path(__file__).resolve().parent
NATVERK = (sys.executable, "-m", "natverk")
MKDOCS = (sys.executable, HERE / "whole.py", "build", "--strict")
PAGEFIND = (sys.executable, "-m", "pagefind", "--silent", "--force-language", "sv")
LARGEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a corpus of `meetings` cost; `mkdocs_memory` is that of MkDocs without Pagefind.

    `largest` has the addresses and bytes of the largest pages, the largest first.
    """

    meetings: int
    content: Weight
    whole: Cost
    mkdocs_memory: int
    check: Cost
    pure: Pure
    search: Cost
    site: Weight
    largest: Sequence[tuple[str, int]]
    largest_meeting: int
    hugo: Compared | None

    @property
    def mkdocs(self) -> float:
        """The processor's seconds that are left when all else that was measured is taken away."""
        return max(self.whole.busy - self.pure.total - self.search.busy, 0.0)


@dataclass(frozen=True, slots=True)
class Bench:
    """Where one size is measured, and how many times each step is timed; the fastest counts."""

    meetings: int
    out: Path
    times: int

    def measure(self) -> Measured:
        """Make a corpus and measure it; what the folder held is thrown away."""
        self._prepare()
        check, whole = self._check(), self._whole()
        pages = _pages(self.out / "site")
        return Measured(
            meetings=self.meetings,
            check=check,
            whole=whole,
            mkdocs_memory=int(whole.printed.split()[-1]),
            pure=self._stages(),
            search=self._search(),
            content=weigh(self.out / "corpus" / "minutes"),
            site=weigh(self.out / "site"),
            largest=pages[:LARGEST],
            largest_meeting=next(size for address, size in pages if _MEETING.search(address)),
            hugo=self._hugo() if is_installed() else None,
        )

    def measure_stages(self) -> Pure:
        """Make a corpus and measure only what natverk itself does with it."""
        self._prepare()
        return self._stages()

    def _prepare(self) -> None:
        shutil.rmtree(self.out, ignore_errors=True)
        (self.out / "logs").mkdir(parents=True)
        self._say("skriver innehållet")
        make_content_root(self.out / "corpus", Amount(self.meetings))

    def _check(self) -> Cost:
        self._say("granskar (natverk check --strict)")
        return self._run("check", *NATVERK, "check", "--strict", "--root", self.out / "corpus")

    def _whole(self) -> Cost:
        self._say("bygger hela webbplatsen (mkdocs build --strict)")
        config = self.out / "corpus" / "mkdocs.yml"
        return self._run("mkdocs", *MKDOCS, "-f", config, "-d", self.out / "site")

    def _stages(self) -> Pure:
        self._say("tar tid på varje steg")
        return measure_pure(self.out / "corpus", self.out / "logs" / "stages.log", self.times)

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


_MEETING = re.compile(r"^/natverk/[^/]+/\d{4}-\d\d-\d\d(-\d+)?/$")


def _pages(site: Path) -> list[tuple[str, int]]:
    """Return the address and the bytes of every page, the largest first."""
    found = [
        (f"/{page.parent.relative_to(site).as_posix()}/", page.stat().st_size)
        for page in site.rglob("index.html")
    ]
    return sorted(found, key=lambda pair: -pair[1])
