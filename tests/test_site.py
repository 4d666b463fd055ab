"""The built site: one real, strict MkDocs build of the example site through the hook."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pytest
from built import ORIGIN, REPO, Html, file_at, make_root, mkdocs, pages
from content import FORBUND, NETWORK, TODAY, write
from natverk.load import load
from natverk.site import build

MEETING = "natverk/skolchefsnatverket/2024-03-08"


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_build_says_nothing_of_others(root: Path) -> None:
    """No warning, no banner of MkDocs or Material."""
    log = (root / "logg.txt").read_text("utf-8")
    assert [line for line in log.splitlines() if not line.startswith("INFO")] == []


def test_every_link_within_the_site_leads_somewhere(root: Path) -> None:
    """Files and anchors; from every page, hand-written ones too."""
    site = root / "site"
    anchors = {page.path: page.anchors for page in pages(site)}
    dead = []
    for page in pages(site):
        for target in (*page.links, *page.loaded):
            found = file_at(site, page.path, target)
            if found and not _leads(*found, anchors):
                dead.append(f"{page.path.relative_to(site)}: {target}")
    assert dead == []


def _leads(path: Path, anchor: str, anchors: dict[Path, set[str]]) -> bool:
    return path.is_file() and (not anchor or anchor in anchors.get(path, set()))


def test_nothing_is_loaded_from_elsewhere(root: Path) -> None:
    """Scripts, styles, pictures and fonts are the site's own: nobody else learns who reads it."""
    site = root / "site"
    foreign = [
        f"{page.path.relative_to(site)}: {target}"
        for page in pages(site)
        for target in page.loaded
        if not target.startswith("data:") and file_at(site, page.path, target) is None
    ]
    foreign += [
        f"{path.relative_to(site)}: {found[0]}"
        for path in site.rglob("*.css")
        for found in re.finditer(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//[^)]*", path.read_text())
    ]
    assert foreign == []


def test_every_page_is_made_of_its_own_file_or_of_many(root: Path) -> None:
    """The edit link of a page leads to a file that is there; pages made of many have none."""
    edited = {}
    for page in pages(root / "site"):
        for link in page.links:
            if link.startswith(f"{ORIGIN}/edit/"):
                edited[page.path] = link.removeprefix(f"{ORIGIN}/edit/main/")
                assert (root / edited[page.path]).is_file()
    site = root / "site"
    assert edited[site / MEETING / "index.html"] == "minutes/skolchefsnatverket/2024-03-08.md"
    network = site / "natverk/skolchefsnatverket/index.html"
    assert edited[network] == "networks/exempelforbundet/skolchefsnatverket/network.yml"
    planned = site / "natverk/skolchefsnatverket/2024-10-25/index.html"
    assert edited[planned] == "networks/exempelforbundet/skolchefsnatverket/network.yml"
    assert site / "beslut/index.html" not in edited


def test_a_meeting_says_where_it_is_and_what_comes_before_and_after(root: Path) -> None:
    page = Html(root / "site" / MEETING / "index.html")
    breadcrumbs = _links_in(page.path, r'<nav class="nv-path".*?</nav>')
    found = [file_at(root / "site", page.path, target) for target in breadcrumbs]
    names = ("index.html", "natverk/index.html", "natverk/skolchefsnatverket/index.html")
    assert [one[0] for one in found if one] == [root / "site" / name for name in names]
    turns = _links_in(page.path, r'<nav class="nv-turn".*?</nav>')
    assert [target.rstrip("/").rpartition("/")[2] for target in turns] == [
        "2024-01-26",
        "2024-04-18",
    ]


def _links_in(path: Path, pattern: str) -> list[str]:
    part = re.search(pattern, path.read_text("utf-8"), re.DOTALL)
    return re.findall(r'href="([^"]*)"', part[0]) if part else []


def test_a_page_says_when_its_content_last_changed(root: Path) -> None:
    """By one look at the version history; the day is the commit's."""
    assert "2 maj 2024" in Html(root / "site" / MEETING / "index.html").text


def test_no_draft_is_anywhere(root: Path) -> None:
    """Neither in a page nor in the search index, which is compressed: no page, no fragment."""
    for name, raw in tree(root / "site").items():
        assert b"ylofonutredningen" not in raw, name


def test_no_protected_name_is_anywhere(root: Path) -> None:
    for name, raw in tree(root / "site").items():
        if not name.startswith("handbok/"):  # tells of him as an example
            assert "Ivar Skenström".encode() not in raw, name


def test_every_page_is_in_swedish_with_one_heading_and_a_title(root: Path) -> None:
    for page in pages(root / "site"):
        tags = [tag for tag, _ in page.elements]
        assert dict(page.elements)["html"]["lang"] == "sv"
        assert tags.count("h1") == 1, page.path
        assert tags.count("title") >= 1


def test_no_id_stands_twice_on_a_page(root: Path) -> None:
    for page in pages(root / "site"):
        ids = [given["id"] for _, given in page.elements if given.get("id")]
        assert [one for one in set(ids) if ids.count(one) > 1] == [], page.path


def test_a_meeting_page_is_light(root: Path) -> None:
    """Bytes of HTML; readers have phones, and thousands of pages are published."""
    sizes = {
        path.relative_to(root): path.stat().st_size
        for path in (root / "site" / "natverk").rglob("20*/index.html")
    }
    assert {path: size for path, size in sizes.items() if size > 60_000} == {}


def test_an_attachment_is_served_as_it_is(root: Path) -> None:
    name = "2024-03-08/underlag-punkt-2.csv"
    copy = root / "site/natverk/skolchefsnatverket" / name
    assert copy.read_bytes() == (root / "minutes/skolchefsnatverket" / name).read_bytes()


def test_the_same_input_gives_the_same_bytes(root: Path, tmp_path: Path) -> None:
    """Everything, the search's index too."""
    again = make_root(tmp_path / "rot")
    assert mkdocs(again).returncode == 0
    one, two = (
        {name: raw for name, raw in tree(folder / "site").items() if name}
        for folder in (root, again)
    )
    assert one.keys() == two.keys()
    assert [name for name, raw in one.items() if raw != two[name]] == []


def test_content_beside_is_built_as_the_readme_says(tmp_path: Path) -> None:
    """With a page written by hand, and the way to mkdocs.yml counted from where one stands."""
    (config,) = re.findall(r"(?ms)^```yaml\n(site_name:.*?)^```", (REPO / "README.md").read_text())
    beside = write(
        tmp_path / "provlandet",
        {
            "mkdocs.yml": config.replace("../natverk", str(REPO)),
            "docs/om-oss.md": "# Om oss\n\nVi är några stycken.\n",
            "networks/ef/association.yml": FORBUND,
            "networks/ef/brygg/network.yml": NETWORK,
            "minutes/brygg/2024-03-08.md": "## Dagordning\n",
        },
    )
    done = mkdocs(beside, "-f", os.path.relpath(beside / "mkdocs.yml"))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Vi är några stycken." in (beside / "site/om-oss/index.html").read_text("utf-8")


BROKEN = {
    "content with an error": ({"minutes/bryggnatverket/2024-03-08.md": "---\npalts: x\n---\n"}, 1),
    "a dead link on a hand-written page": ({"docs/egen.md": "# Egen\n\n[x](finns-inte.md)\n"}, 1),
    "a hand-written page at a taken address": ({"docs/beslut/index.md": "# Mina beslut\n"}, 1),
    "no minutes folder": ({}, 1),
}


@pytest.mark.parametrize("case", BROKEN)
def test_the_old_site_stays_when_the_new_one_fails(case: str, root: Path, tmp_path: Path) -> None:
    """Bad content never reaches the site, and nothing half-made is left behind."""
    files, _ = BROKEN[case]
    broken = tmp_path / "rot"
    shutil.copytree(root, broken)
    write(broken, files)
    if not files:
        shutil.rmtree(broken / "minutes")
    before = tree(broken / "site")
    done = mkdocs(broken)
    assert done.returncode != 0
    assert "Traceback" not in done.stdout + done.stderr
    assert tree(broken / "site") == before
    assert [path.name for path in broken.glob(".site*")] == []


def test_an_error_is_reported_as_by_check(root: Path, tmp_path: Path) -> None:
    broken = tmp_path / "rot"
    shutil.copytree(root, broken)
    write(broken, {"minutes/bryggnatverket/2024-03-08.md": "---\npalts: x\n---\n"})
    told = mkdocs(broken).stderr
    assert "minutes/bryggnatverket/2024-03-08.md:2: okand-nyckel: Nyckeln palts är okänd." in told
    assert "    Menade du plats?" in told


EVIL = "<script>alert(1)</script>"
HOSTILE = {
    "networks/exempelforbundet/bryggnatverket/network.yml": f"""\
name: "Bryggan {EVIL}"
kind: forum
about: "**fet** [x](javascript:alert(1)) {EVIL} {{{{ 7*7 }}}} {{% raw %}}"
note: "{{: onclick=alert(1) }}"
members:
  - name: "Anna | {EVIL}"
    title: "<img src=x onerror=alert(1)>"
    organisation: bryggeby
    roles: ["ordf{{: .x onmouseover=alert(1) }}"]
meetings:
  - date: 2024-03-08
  - date: 2024-06-14
    place: "Rum <b onclick=alert(1)>3</b>"
    status: inställt
    reason: "{EVIL}"
""",
    "minutes/bryggnatverket/2024-03-08.md": """\
---
plats: "Rum {{ 7*7 }} **3** | x"
---

## Närvarande

- Anna | &lt;script&gt;

## Rubrik {: onclick=alert(1) }

Text {: onclick="alert(1)" }
{: #x onmouseover=alert(1) }

\\<script>alert(1)\\</script> och {{ 7*7 }} och `<script>alert(1)</script>`

> **Beslut 1: {: onclick=alert(1) }**
>
> &#60;script&#62;alert(1)&#60;/script&#62;

![bild](2024-03-08/x.png "x onerror=alert(1)")
""",
    "minutes/bryggnatverket/2024-03-08/x.png": "ingen bild",
    "networks/glossary.yml": f"""\
text:
  term: Text
  expansion: 'x" onclick="alert(1)" {{: onmouseover=alert(1) }} | {EVIL} {{{{ 7*7 }}}}'
""",
}


def test_no_content_becomes_code(root: Path, tmp_path: Path) -> None:
    """Markup, attribute lists, templates and entities in content are text to the reader."""
    known = {script for page in pages(root / "site") for script in page.scripts}
    hostile = make_root(tmp_path / "rot", HOSTILE)
    done = mkdocs(hostile)
    assert done.returncode == 0, done.stdout + done.stderr
    for page in pages(hostile / "site"):
        for _, given in page.elements:
            assert not [name for name in given if name.startswith("on")], page.path
            assert "javascript:" not in " ".join(filter(None, given.values())), page.path
        assert set(page.scripts) <= known, page.path
        assert all(json.loads(data)["@type"] for data in page.data), page.path
        assert "49" not in re.findall(r"\b49\b", page.text)
    meeting = Html(hostile / "site/natverk/bryggnatverket/2024-03-08/index.html")
    explained = [given["title"] for _, given in meeting.elements if given.get("class") == "nv-term"]
    assert explained == [
        f'x" onclick="alert(1)" {{: onmouseover=alert(1) }} | {EVIL} {{{{ 7*7 }}}}'
    ]


def test_a_picture_comes_through_whole(root: Path) -> None:
    """The sanitiser leaves the pages' own drawings as they were written."""
    written = next(
        one for one in build(load(root), TODAY) if one.path == "arenden/larplattformen.md"
    )
    shown = (root / "site/arenden/larplattformen/index.html").read_text("utf-8")
    pictures = [
        re.findall(r"<svg viewBox.*?</svg>", text)
        for text in ((written.content or b"").decode(), shown.replace("\n", ""))
    ]
    assert len(pictures[0]) == 1
    assert pictures[0][0] in pictures[1]
