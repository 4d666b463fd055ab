"""Builds the same Markdown with Hugo and a bare theme, to have something to compare with."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from measure import Cost, fastest, weigh

if TYPE_CHECKING:
    from pathlib import Path

    from measure import Weight

CONFIG = """\
baseURL = "https://bench.example/"
languageCode = "sv"
title = "Mätning"
disableKinds = ["taxonomy", "term", "RSS"]
[markup.goldmark.renderer]
unsafe = true
"""
LAYOUTS = {
    "baseof.html": """\
<!doctype html>
<html lang="sv">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><header><a href="/">Start</a></header>
<main data-pagefind-body>{{ block "main" . }}{{ end }}</main></body>
</html>
""",
    "single.html": """\
{{ define "main" }}<nav>{{ .TableOfContents }}</nav>{{ .Content }}{{ end }}
""",
    "list.html": """\
{{ define "main" }}{{ .Content }}{{ end }}
""",
}


@dataclass(frozen=True, slots=True)
class Compared:
    """What the other engine and the same search took, and how much came out."""

    engine: Cost
    search: Cost
    weight: Weight


def is_installed() -> bool:
    """Tell whether Hugo can be run here."""
    return shutil.which("hugo") is not None


def build_with_hugo(outputs: Path, work: Path, pagefind: list[str], times: int) -> Compared:
    """Build the folder that `natverk build` wrote; `pagefind` is the command to index a site."""
    prepare(outputs, work)
    site = work / "public"
    hugo: list[str | Path] = ["hugo", "--cleanDestinationDir", "--source", work]
    engine = fastest(times, [*hugo, "--destination", site], work / "hugo.log")
    weight = weigh(site)
    search = fastest(times, [*pagefind, "--site", str(site)], work / "pagefind.log")
    return Compared(engine, search, weight)


def prepare(outputs: Path, work: Path) -> None:
    """Write Hugo's configuration and theme, and copy the pages in as its content."""
    layouts = work / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (work / "hugo.toml").write_text(CONFIG, "utf-8")
    for name, text in LAYOUTS.items():
        (layouts / name).write_text(text, "utf-8")
    shutil.copytree(outputs, work / "content")
    # In Hugo a folder with index.md is one page; with _index.md it is a section of pages.
    for page in sorted((work / "content").rglob("index.md")):
        page.rename(page.with_name("_index.md"))
