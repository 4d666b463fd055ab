"""Makes the search's index of a corpus without MkDocs, and tells what each step took.

Prints seconds as JSON: of the processor for Python-Markdown (`html`) and for the marked text
(`marks`), by the clock for the index itself (`pagefind`); and how many `entries` there were. The
folder can be searched in when a site's assets are laid beside it:
`python bench/index.py bench/.out/1000/corpus /tmp/sok`.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from markdown import Markdown
from natverk import urls
from natverk.cli import today
from natverk.load import load
from natverk.searching.bundle import write_index
from natverk.searching.entries import Entry, entries
from natverk.searching.known import known_files
from natverk.searching.marks import marker
from natverk.searching.wordfile import word_file
from natverk.site import build, write_all
from natverk.words.search import search_words

EXTENSIONS = ("attr_list", "def_list", "md_in_html", "sane_lists", "tables", "fenced_code", "toc")


def time_index(root: Path, site: Path) -> dict[str, float]:
    """Write `site`/pagefind and the words beside it, and return what it took."""
    catalogue = load(root)
    outputs = build(catalogue, today())
    marks = marker(catalogue.public(), search_words())
    markdown = Markdown(extensions=list(EXTENSIONS))
    took = {"html": 0.0, "marks": 0.0}
    found: list[Entry] = []
    for output in outputs:
        if output.front is None or output.content is None:
            continue
        text = output.content.decode().split("\n---\n", 1)[1]
        start = time.process_time()
        html = markdown.reset().convert(text)
        between = time.process_time()
        found += entries(output.front, urls.page(output.path), html, marks)
        took["html"] += between - start
        took["marks"] += time.process_time() - between
    start = time.perf_counter()
    write_index(found, site / "pagefind")
    took["pagefind"] = time.perf_counter() - start
    write_all([word_file(search_words()), *known_files(marks)], root, site)
    return {**took, "entries": len(found)}


if __name__ == "__main__":
    json.dump(time_index(Path(sys.argv[1]), Path(sys.argv[2])), sys.stdout)
