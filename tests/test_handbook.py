"""The handbook and the content reference say what is true: examples, words and keys."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from content import copy_of_example, findings_in, write
from natverk.model import heads, matters, networks, organisations, records, terms
from natverk.report import as_text
from natverk.words import swedish

DOCS = Path(__file__).parent.parent / "docs"
BLOCK = re.compile(
    r'^(?P<fence>`{3,})(?P<kind>\w+)(?: title="(?P<path>[^"]+)")?\n(?P<text>.*?)^(?P=fence)$',
    re.MULTILINE | re.DOTALL,
)
LOOSE = "minutes/bryggnatverket/2024-03-01.md"
"""Where an example without a path of its own is tried: a day that no other example uses."""

PAGES = sorted([*DOCS.glob("handbok/*.md"), *DOCS.glob("utveckling/*.md")])
HIDDEN = {"at", "id", "names", "aliases"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_example_on_a_page_is_free_of_findings(page: Path, tmp_path: Path) -> None:
    """Examples with a path build on those above them; loose ones are tried one at a time."""
    root = copy_of_example(tmp_path)
    for block in BLOCK.finditer(page.read_text("utf-8")):
        if not block["path"] and block["kind"] != "markdown":
            continue
        files = {block["path"]: block["text"]} if block["path"] else loose(block["text"])
        write(root, files)
        found = findings_in(root)
        if block["kind"] == "csv":
            continue
        assert not found, as_text(found)
        if not block["path"]:
            for name in files:
                (root / name).unlink()


def loose(text: str) -> dict[str, str]:
    """Return an example as a meeting's document, with the files it links to."""
    here = text.replace("](2024-03-08/", "](2024-03-01/")
    linked = re.findall(r"\]\((2024-03-01/[^)]+)\)", here)
    return {LOOSE: here, **{f"minutes/bryggnatverket/{name}": "x" for name in linked}}


def test_the_page_of_words_is_the_vocabulary() -> None:
    """Each table bears its vocabulary's name and has its words, the printed one first."""
    text = (DOCS / "handbok" / "ord.md").read_text("utf-8")
    shown = {
        re.findall(r"<!-- (\w+) -->", part)[0]: [row_words(row) for row in table(part)]
        for part in text.split("\n## ")[1:]
    }
    known = {
        name: [list(words) for words in members.values()]
        for name, members in swedish().lists.items()
    }
    assert shown == known


def table(part: str) -> list[list[str]]:
    lines = [line for line in part.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


def row_words(row: list[str]) -> list[str]:
    return [row[0], *([] if row[1] == "–" else row[1].split(", "))]


RECORDS = [
    record
    for module in (organisations, networks, matters, terms, heads, records)
    for record in vars(module).values()
    if isinstance(record, type)
    and issubclass(record, records.Record)
    and record.__module__ == module.__name__
    and record not in (records.Record, records.Dated, records.Named)
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_the_content_reference_has_every_key_of_a_record(record: type[records.Record]) -> None:
    """It names the keys as they are written in files, and tells which are required."""
    placed = {"association"} if record.__name__ in {"Network", "Matter", "Agreement"} else set()
    wanted = {
        field.alias or name: "ja" if field.is_required() else "nej"
        for name, field in record.model_fields.items()
        if name not in HIDDEN | placed
    }
    text = (DOCS / "utveckling" / "innehall.md").read_text("utf-8")
    sections = {
        part.split("\n", 1)[0].split(" {")[0].strip(): part
        for part in re.split(r"(?m)^#{2,3} ", text)
    }
    rows = re.findall(r"(?m)^\| `([^`]+)` \| [^|]+ \| ([^|]+) \|", sections[record.__name__])
    assert {key: required.strip() for key, required in rows} == wanted


def test_the_map_for_developers_names_every_module() -> None:
    """A newcomer finds any line's home from the table, and no module is missing from it."""
    package = DOCS.parent / "hooks" / "natverk"
    text = (DOCS / "utveckling" / "index.md").read_text("utf-8")
    modules = {path.name for path in package.rglob("*.py")} - {"__init__.py", "__main__.py"}
    assert {name for name in modules if f"{name}`" not in text} == set()
