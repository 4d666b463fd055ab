"""Every page of the built sites is valid HTML, with no style and no script of its own inside."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from built import pages
from testers import VNU

FAULTY = {
    "en knapp i en länk": '<a href="#a"><button>Fel</button></a>',
    "ett id två gånger": '<p id="a"></p><p id="a"></p>',
    "automatik på en kryssruta": '<p><input type="checkbox" autocomplete="off"></p>',
}
PAGE = '<!doctype html><html lang="sv"><head><title>Prov</title></head><body><h1>Prov</h1>{}</body></html>'


def complaints(*places: Path) -> list[str]:
    """Return what the Nu HTML checker says of all pages in files and folders, warnings too."""
    done = subprocess.run(
        ["java", "-Xss2m", "-jar", str(VNU), "--format", "json", "--stdout", "--skip-non-html"]
        + [str(place) for place in places],
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    said = json.loads(done.stdout)["messages"]
    return [f"{one['url']}:{one.get('lastLine')}: {one['message']}" for one in said]


def test_the_checker_finds_nothing_to_complain_of(root: Path, own: Path) -> None:
    assert complaints(root / "site", own) == []


@pytest.mark.parametrize("case", FAULTY)
def test_the_checker_finds_what_is_wrong(case: str, tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text(PAGE.format(FAULTY[case]), "utf-8")
    assert len(complaints(page)) > 0
    page.write_text(PAGE.format("<p>Rätt</p>"), "utf-8")
    assert complaints(page) == []


def test_no_page_holds_styles_scripts_or_event_handlers(root: Path, own: Path) -> None:
    """What a content policy without exceptions would refuse; data in a script is no script."""
    wrong = [
        f"{page.path}: <{tag} {name}>"
        for site in (root / "site", own)
        for page in pages(site)
        for tag, attributes in page.elements
        for name in (*attributes, *_inside(tag, attributes))
        if name in {"style", "code"} or re.match(r"on[a-z]+$", name)
    ]
    assert wrong == []


def _inside(tag: str, attributes: dict[str, str | None]) -> list[str]:
    is_data = (attributes.get("type") or "").endswith("json")
    return (
        ["code"]
        if tag == "style" or (tag == "script" and "src" not in attributes and not is_data)
        else []
    )
