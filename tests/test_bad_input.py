"""Whatever stands in the content folders, the answer is findings in Swedish: never a traceback.

Every case goes through the command line, as in CI, and asks for its exact rule and line.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from content import FORBUND, NETWORK, TODAY, catalogue, write
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from natverk import cli
from natverk.findings import RefusalError
from natverk.rules import check
from natverk.site import build
from natverk.source.tree import decode_text

if TYPE_CHECKING:
    from collections.abc import Callable

ORGANISATIONS = "networks/organisations.yml"
ASSOCIATION = "networks/ef/association.yml"
REGISTER = "networks/ef/brygg/network.yml"
MANDATE = "networks/ef/brygg/mandates/2024.md"
NEWS = "networks/ef/news/2024-03-08-bro.md"
DOCUMENT = "minutes/brygg/2024-03-08.md"
GOOD = {ASSOCIATION: FORBUND, REGISTER: NETWORK, DOCUMENT: "## Dagordning\n"}


def run(root: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, list[str]]:
    """Run `natverk check` and return its exit status and `path:line rule` of each finding."""
    arguments = ["check", "--root", str(root), "--today", TODAY.isoformat(), "--format", "json"]
    status = cli.main([*arguments, *options])
    found = json.loads(capsys.readouterr().out)
    assert_clear(found)
    return status, [f"{one['path']}:{one['line']} {one['rule']}" for one in found]


def assert_clear(found: list[dict[str, object]]) -> None:
    """Every finding has a place, a rule, whole sentences, and no trace of Python."""
    for one in found:
        assert set(one) == {"path", "line", "rule", "level", "message", "hint"}
        assert all(one.values()), one
        assert isinstance(one["line"], int)
        assert one["line"] >= 1
        for text in (one["message"], one["hint"]):
            assert not {"None", "Traceback", "object at", "<class"} & set(str(text).split()), one


def test_good_content_is_the_control(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(write(tmp_path, GOOD), capsys) == (0, [])


YAML = {
    "a tab": (f"{NETWORK}about:\n\ttext\n", "trasig-yaml", 4),
    "a colon too many": (f"{NETWORK}about: ett: två: tre\n", "trasig-yaml", 3),
    "a control sign by its number": (f'{NETWORK}about: "a\\x1bb"\n', "trasig-yaml", 3),
    "no space after a colon": (f"{NETWORK}about:text\nemail: a@b.se\n", "trasig-yaml", 3),
    "no space after the last colon": (f"{NETWORK}email:a@b.se\n", "trasig-yaml", 3),
    "an open quotation mark": (f'{NETWORK}about: "öppet\nmer\n', "trasig-yaml", 3),
    "an open bracket": (f"{NETWORK}topics: [a, b\nemail: x\n", "trasig-yaml", 3),
    "an open brace": (f"{NETWORK}contacts:\n  - {{name: A\n", "trasig-yaml", 4),
    "a stray indent": (f"{NETWORK}  about: text\n", "trasig-yaml", 3),
    "a list at the top": ("- ett\n- två\n", "trasig-yaml", 1),
    "a word at the top": ("Bryggnätverket\n", "trasig-yaml", 1),
    "a number at the top": ("17\n", "trasig-yaml", 1),
    "two documents": (f"{NETWORK}---\n{NETWORK}", "trasig-yaml", 3),
    "a list as key": (f"{NETWORK}? [a, b]\n: c\n", "trasig-yaml", 3),
    "an at sign": (f"{NETWORK}email: @brygg\n", "trasig-yaml", 3),
    "a backtick": (f"{NETWORK}about: `kod`\n", "trasig-yaml", 3),
    "a control sign": (f"{NETWORK}about: a\x07b\n", "trasig-yaml", 3),
    "a later control sign by its number": (f'{NETWORK}about: "a\\x9bb"\n', "trasig-yaml", 3),
    "half a sign by its number": (f'{NETWORK}about: "a\\ud800b"\n', "trasig-yaml", 3),
    "no sign at all by its number": (f'{NETWORK}about: "a\\uffffb"\n', "trasig-yaml", 3),
    "an unknown directive": (f"%GURKA 1\n---\n{NETWORK}", "trasig-yaml", 1),
    "an alias of nothing": (f"{NETWORK}about: *gurka\n", "yaml-genvag", 3),
    "an anchor": (f"{NETWORK}about: &gurka text\n", "yaml-genvag", 3),
    "a merge key": (f"{NETWORK}<<: {{about: text}}\n", "okand-nyckel", 3),
    "a Python object": (f"{NETWORK}about: !!python/object:os.system x\n", "yaml-genvag", 3),
    "an own tag": (f"{NETWORK}about: !gurka x\n", "yaml-genvag", 3),
    "an alias bomb": (
        "a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nname: *c\n",
        "yaml-genvag",
        1,
    ),
    "deep lists": (f"{NETWORK}topics: {'[' * 500}{']' * 500}\n", "trasig-yaml", 3),
    "very deep lists": (f"{NETWORK}topics: {'[' * 200_000}\n", "trasig-yaml", 3),
    "deep groups": (f"{NETWORK}about: {'{a: ' * 400}1{'}' * 400}\n", "trasig-yaml", 3),
    "a repeated key": (f"{NETWORK}kind: styrelse\n", "upprepad-nyckel", 3),
    "an unknown key": (f"{NETWORK}gurka: ja\n", "okand-nyckel", 3),
    "a group for a word": (f"{NETWORK}about:\n  mer: text\n", "fel-varde", 3),
    "a list for a word": (f"{NETWORK}about:\n  - text\n", "fel-varde", 3),
    "a word for a list": (f"{NETWORK}topics: matematik\n", "fel-varde", 3),
    "a word for a group": (f"{NETWORK}members:\n  - Anna Provberg\n", "fel-varde", 4),
    "a list for a day": (f"{NETWORK}started: [2024]\n", "fel-varde", 3),
    "no name": ("kind: forum\n", "nyckel-saknas", 1),
    "a day that does not exist": (f"{NETWORK}started: 2021-02-30\n", "omojligt-datum", 3),
    "a month that does not exist": (f"{NETWORK}started: 2021-13\n", "omojligt-datum", 3),
    "a year too far away": (f"{NETWORK}started: 9999\n", "omojligt-datum", 3),
    "the year naught": (f"{NETWORK}started: 0000-01-01\n", "omojligt-datum", 3),
    "no year": (f"{NETWORK}started: 8 mars\n", "ar-saknas", 3),
    "half a number": (
        f"{NETWORK}seats:\n  - organisation: ef\n    places: 1,5\n",
        "fel-varde",
        5,
    ),
    "more places than a page can list": (
        f"{NETWORK}seats:\n  - organisation: ef\n    places: 999999\n",
        "fel-varde",
        5,
    ),
    "a superscript number": (
        f"{NETWORK}seats:\n  - organisation: ef\n    places: ²\n",
        "fel-varde",
        5,
    ),
}


@pytest.mark.parametrize("case", YAML)
def test_a_faulty_register_is_one_finding_at_its_line(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The other files, such as the network's document, stay without findings of their own."""
    text, rule, line = YAML[case]
    root = write(tmp_path, {**GOOD, REGISTER: text})
    assert run(root, capsys) == (1, [f"{REGISTER}:{line} {rule}"])


FRONT_MATTER = {
    "long dashes, as Word makes them": ("———\ntid: 09.00\n———\n", "trasig-yaml", 1),
    "a sign that nobody sees": ("## Möte\n\nEn\x07 text\n", "inte-text", 3),
    "another that nobody sees": ("## Möte\n\nEn\x9b text\n", "inte-text", 3),
    "what is no sign": ("## Möte\n\nEn\uffff text\n", "inte-text", 3),
    "never ends": ("---\ntid: 09.00\n\n## Dagordning\n", "trasig-yaml", 1),
    "a colon too many": ("---\nplats: a: b\n---\n", "trasig-yaml", 2),
    "a list": ("---\n- a\n---\n", "trasig-yaml", 2),
    "an anchor": ("---\nplats: Rum 1\ntid: &a 09.00\n---\n", "yaml-genvag", 3),
    "an unknown key": ("---\nrubrik: Möte\n---\n", "okand-nyckel", 2),
    "an impossible time": ("---\ntid: 27.00\n---\n", "fel-varde", 2),
    "a backward time": ("---\ntid: 12.00–09.00\n---\n", "slut-fore-borjan", 2),
    "a wrong word": ("---\nstatus: klart\n---\n", "fel-varde", 2),
    "an impossible day": ("---\ntill: 2024-02-30\n---\n", "omojligt-datum", 2),
    "an end before the start": ("---\ntill: 2024-03-07\n---\n", "slut-fore-borjan", 2),
    "a weekday of another date": ("---\ndag: måndag\n---\n", "veckodag-stammer-inte", 2),
    "another day than the file's": ("---\ndag: 2024-03-09\n---\n", "veckodag-stammer-inte", 2),
    "another day in figures": ("---\ndag: 9/3 2024\n---\n", "veckodag-stammer-inte", 2),
    "a day that is none": ("---\ndag: igår\n---\n", "fel-varde", 2),
    "approved before the meeting": ("---\ngodkända: 2024-03-07\n---\n", "slut-fore-borjan", 2),
    "an empty status": ("---\ntid: 09.00\nstatus:\n---\n", "fel-varde", 3),
}


@pytest.mark.parametrize("case", FRONT_MATTER)
def test_faulty_front_matter_is_one_finding_at_its_line(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, rule, line = FRONT_MATTER[case]
    root = write(tmp_path, {**GOOD, DOCUMENT: text})
    assert run(root, capsys) == (1, [f"{DOCUMENT}:{line} {rule}"])


DRAFT = "tid: 09.00\nstatus: utkast\n"
HEADLESS = {
    "a heading before": f"# Bryggnätverket 8 mars\n\n---\n{DRAFT}---\n",
    "a heading of a section before": f"## Bryggnätverket 8 mars\n\n---\n{DRAFT}---\n",
    "no line before or after": DRAFT,
    "only the line after": f"{DRAFT}---\n",
    "a second head": f"---\nplats: Ekhamn\n---\n---\n{DRAFT}---\n",
    "a fence around": f"```yaml\n---\n{DRAFT}---\n```\n",
    "a word in bold": "**Tid:** 09.00\n**Status:** utkast\n",
    "a list": "- tid: 09.00\n- status: utkast\n",
    "a quotation": "> status: utkast\n",
    "another form of head": '+++\nstatus = "utkast"\n+++\n',
    "a head in braces": '{\n  "status": "utkast"\n}\n',
    "below some words": "Anteckningar\n\nStatus: utkast\n",
    **{
        f"{line} for ---": f"{line}\n{DRAFT}{line}\n"
        for line in ("----", "--", "***", "___", "+++", " ---", "- - -", "−−−", "\\---", "===")
    },
}


@pytest.mark.parametrize("case", HEADLESS)
def test_a_draft_is_not_published_because_its_head_is_read_as_text(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = HEADLESS[case] + "\n## Beslut\n\nHemligt.\n"
    status, found = run(write(tmp_path, {**GOOD, DOCUMENT: text}), capsys)
    assert (status, {one.rpartition(" ")[2] for one in found}) == (1, {"uppgift-i-texten"})


READ_AS_TEXT = {
    "a key below signs": ("----\nplats: Ekhamn\n----\n\n## Beslut\n", 1, 2),
    "a misspelt key below signs": ("----\nstauts: utkast\n----\n\n## Beslut\n", 1, 2),
    "keys in bold": ("**Tid:** 09.00\n**Plats:** Ekhamn\n\n## Beslut\n", 0, 1),
}


@pytest.mark.parametrize("case", READ_AS_TEXT)
def test_what_begins_as_a_head_is_told_as_surely_as_it_is_one(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, wanted, line = READ_AS_TEXT[case]
    root = write(tmp_path, {**GOOD, DOCUMENT: text})
    assert run(root, capsys) == (wanted, [f"{DOCUMENT}:{line} uppgift-i-texten"])


NO_HEAD = (
    "---\ntid: 09.00\n---\n\nPlats: Rådhuset, stora salen.\n",
    "Vi sågs på bryggan.\n\nPlats: som förra gången.\n",
    "## Information\n\n### Läget\n\nStatus: klart i Ekhamn.\n",
    "Välkomna\n\n***\n\nObs: ta med kaffe.\n",
    "Status på bryggan: klar.\n",
)


@pytest.mark.parametrize("text", NO_HEAD)
def test_a_colon_in_the_text_makes_no_head(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(write(tmp_path, {**GOOD, DOCUMENT: text}), capsys) == (0, [])


BYTES = {
    "binary": (b"PK\x03\x04\0\0\0gurka", "inte-text", 1),
    "latin-1": ("## Dagordning\n\nFörsta mötet\n".encode("latin-1"), "inte-text", 3),
    "utf-16": ("## Dagordning\n".encode("utf-16"), "inte-text", 1),
    "nothing but empty signs": ("\u200b\u00ad\n".encode(), "tom-fil", 1),
    "UTF-16": ("## Dagordning\n".encode("utf-16"), "inte-text", 1),
    "half a sign at the end": ("## Möte".encode()[:-3] + b"\xc3", "inte-text", 1),
    "empty": (b"", "tom-fil", 1),
    "only blank lines": (b" \n\t\r\n\n", "tom-fil", 1),
    "only a byte order mark": (b"\xef\xbb\xbf", "tom-fil", 1),
}


@pytest.mark.parametrize("path", (REGISTER, DOCUMENT, MANDATE, NEWS, ASSOCIATION, ORGANISATIONS))
@pytest.mark.parametrize("case", BYTES)
def test_what_is_no_text_is_one_finding_whichever_file_it_is(
    case: str, path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A register that cannot be read makes nobody else's references unknown."""
    raw, rule, line = BYTES[case]
    member = f"{NETWORK}members:\n  - name: Anna Provberg\n    organisation: bryggeby\n"
    root = write(tmp_path, {**GOOD, ORGANISATIONS: "bryggeby:\n  name: Bryggeby\n  kind: kommun\n"})
    write(root, {MANDATE: "", NEWS: "---\nrubrik: Bro\nnätverk: [brygg]\n---\n"})
    write(root, {MANDATE: "---\ngäller: 2024\n---\n", REGISTER: member, path: raw})
    assert run(root, capsys) == (1, [f"{path}:{line} {rule}"])


def test_a_byte_order_mark_and_windows_line_ends_are_nothing_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "---\ntid: 09.00\n---\n\n## Dagordning\n".replace("\n", "\r\n").encode("utf-8-sig")
    assert run(write(tmp_path, {**GOOD, DOCUMENT: text}), capsys) == (0, [])


@pytest.mark.parametrize("path", (REGISTER, DOCUMENT))
def test_a_giant_file_is_refused_unread(
    path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write(tmp_path, GOOD)
    with (root / path).open("wb") as giant:
        giant.truncate(50_000_000)
    assert run(root, capsys) == (1, [f"{path}:1 for-stor-fil"])


def _file_link(root: Path) -> None:
    (root / "minutes/brygg/2024-04-12.md").symlink_to(root / DOCUMENT)


def _link_to_nothing(root: Path) -> None:
    (root / "minutes/brygg/2024-04-12.md").symlink_to("/finns/inte")


def _folder_link(root: Path) -> None:
    (root / "minutes/andra").symlink_to(root / "minutes/brygg", target_is_directory=True)


def _link_to_itself(root: Path) -> None:
    (root / "minutes/brygg/ring").symlink_to(root / "minutes")


def _attachment_link(root: Path) -> None:
    (root / "minutes/brygg/2024-03-08").mkdir()
    (root / "minutes/brygg/2024-03-08/losenord.txt").symlink_to("/etc/passwd")


def _content_folder_link(root: Path) -> None:
    (root / "minutes").rename(root / "gömda")
    (root / "minutes").symlink_to(root / "gömda", target_is_directory=True)


def _pipe(root: Path) -> None:
    os.mkfifo(root / "minutes/brygg/2024-04-12.md")


def _folder_named_as_file(root: Path) -> None:
    (root / "minutes/brygg/2024-04-12.md").mkdir()


def _file_as_content_folder(root: Path) -> None:
    (root / DOCUMENT).unlink()
    (root / "minutes/brygg").rmdir()
    (root / "minutes").rmdir()
    (root / "minutes").write_text("inga möten")


FOLDERS: dict[str, tuple[Callable[[Path], None], list[str]]] = {
    "a linked file": (_file_link, ["minutes/brygg/2024-04-12.md:1 symbolisk-lank"]),
    "a link to nothing": (_link_to_nothing, ["minutes/brygg/2024-04-12.md:1 symbolisk-lank"]),
    "a linked folder": (_folder_link, ["minutes/andra:1 symbolisk-lank"]),
    "a link to itself": (_link_to_itself, ["minutes/brygg/ring:1 symbolisk-lank"]),
    "a linked attachment": (
        _attachment_link,
        ["minutes/brygg/2024-03-08/losenord.txt:1 symbolisk-lank"],
    ),
    "a linked content folder": (_content_folder_link, ["minutes:1 mapp-saknas"]),
    "a pipe": (_pipe, ["minutes/brygg/2024-04-12.md:1 olasbar-fil"]),
    "an empty folder named as a document": (_folder_named_as_file, []),
    "a file named as a content folder": (_file_as_content_folder, ["minutes:1 mapp-saknas"]),
}


@pytest.mark.parametrize("case", FOLDERS)
def test_no_link_is_followed_and_no_odd_file_opened(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make, found = FOLDERS[case]
    make(write(tmp_path, GOOD))
    assert run(tmp_path, capsys) == (1 if found else 0, found)


MISPLACED = {
    "a name that is no date": ({"minutes/brygg/mars.md": "Text"}, "fel-filnamn"),
    "a day that does not exist": ({"minutes/brygg/2021-02-30.md": "Text"}, "omojligt-datum"),
    "a date without noughts": ({"minutes/brygg/2024-3-8.md": "Text"}, "fel-filnamn"),
    "a first meeting numbered": ({"minutes/brygg/2024-03-09-1.md": "Text"}, "fel-filnamn"),
    "a mandate without date": ({"networks/ef/brygg/mandates/nytt.md": "Text"}, "fel-filnamn"),
    "news without date": ({"networks/ef/news/bro.md": "Text"}, "fel-filnamn"),
    "news on an impossible day": ({"networks/ef/news/2024-02-30-bro.md": "x"}, "omojligt-datum"),
    "a file among the networks": ({"networks/ef/brygg/brev.txt": "Text"}, "fel-plats"),
    "another ending": ({"networks/ef/brygg/network.yaml": NETWORK}, "fel-plats"),
    "a loose attachment": ({"minutes/brygg/brev.docx": "Text"}, "fel-plats"),
    "a document in an attachments folder": ({"minutes/brygg/2024-03-08/a.md": "x"}, "fel-plats"),
    "a document outside any network": ({"minutes/2024-03-08.md": "Text"}, "fel-plats"),
    "a reserved name": ({"networks/ef/news/network.yml": NETWORK}, "fel-plats"),
    "capitals in a folder": ({"networks/ef/Brygg/network.yml": NETWORK}, "fel-id"),
    "a space in a folder": ({"networks/ef/bro o/network.yml": NETWORK}, "fel-id"),
    "a folder named index": ({"networks/ef/index/network.yml": NETWORK}, "fel-id"),
    "a network without its file": ({"networks/ef/bro/mandates/2024.md": "Text"}, "fil-saknas"),
    "an association without its file": ({"networks/pl/bro/network.yml": NETWORK}, "fil-saknas"),
    "a document of no network": ({"minutes/bro/2024-03-08.md": "Text"}, "okant-natverk"),
    "a newline in a name": ({"minutes/brygg/2024\n03.md": "Text"}, "fel-filnamn"),
}


@pytest.mark.parametrize("case", MISPLACED)
def test_a_file_in_the_wrong_place_is_one_finding(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files, rule = MISPLACED[case]
    (path,) = files
    root = write(tmp_path, {**GOOD, **files})
    assert run(root, capsys) == (1, [f"{path}:1 {rule}"])


def test_missing_content_folders_are_a_finding_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, capsys) == (1, ["minutes:1 mapp-saknas", "networks:1 mapp-saknas"])


def _network(**more: str) -> str:
    return NETWORK + "".join(f"{key}: {value}\n" for key, value in more.items())


def _decision(*facts: str) -> str:
    return "> **Beslut 1: Så**\n>\n> Så blir det.\n>\n" + "".join(f"> - {fact}\n" for fact in facts)


ONE_VALUE = ("möten per år", "veckodag", "beslutsför", "anteckningar inom", "revideras", "gäller")


@pytest.mark.parametrize("key", ONE_VALUE)
@pytest.mark.parametrize("value", ("[minst, 4]", "{minst: 4}"))
def test_a_list_where_one_value_belongs_is_told_in_swedish(
    key: str, value: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And not as Python would write the list."""
    text = f"---\n{key}: {value}\n---\n\n## Syfte\n"
    found = _findings({MANDATE: text})
    assert [one["message"] for one in found] == [
        f"{key}: Här ska stå ett enda värde, inte en lista eller grupp."
    ]
    assert run(write(tmp_path, {**GOOD, MANDATE: text}), capsys) == (1, [f"{MANDATE}:2 fel-varde"])


GROUPS = {
    "accessibility: ja": "service: …",
    "accessibility:\n  barriers:\n    - film": "what: …",
    "contacts:\n  - Anna Provberg": "name: Anna Exempel",
}


@pytest.mark.parametrize("text", GROUPS)
def test_a_value_where_keys_belong_is_told_a_key_that_goes_there(text: str) -> None:
    (found,) = _findings({ASSOCIATION: f"{FORBUND}{text}\n"})
    assert found["hint"] == f"Skriv till exempel {GROUPS[text]} på en egen, indragen rad."


CIRCLES = {
    "a network that reports to itself": (
        {REGISTER: _network(reports_to="brygg")},
        [f"{REGISTER}:3 kretsgang"],
    ),
    "three that report to each other": (
        {
            REGISTER: _network(reports_to="b"),
            "networks/ef/b/network.yml": _network(reports_to="c"),
            "networks/ef/c/network.yml": _network(reports_to="brygg"),
        },
        [f"{REGISTER}:3 kretsgang"],
    ),
    "two that guide each other": (
        {
            REGISTER: _network(guided_by="[b]"),
            "networks/ef/b/network.yml": _network(guided_by="[brygg]"),
        },
        [f"{REGISTER}:3 kretsgang"],
    ),
    "two decisions of one day that replace each other": (
        {
            DOCUMENT: _decision("Ersätter: 2024-03-08-2/b1"),
            "minutes/brygg/2024-03-08-2.md": _decision("Ersätter: 2024-03-08/b1"),
        },
        [f"{DOCUMENT}:5 kretsgang"],
    ),
    "a decision that extends itself": (
        {DOCUMENT: _decision("Förlänger: 2024-03-08/b1")},
        [f"{DOCUMENT}:5 kretsgang"],
    ),
    "a meeting moved back and forth": (
        {
            REGISTER: NETWORK
            + "meetings:\n"
            + "  - {date: 2024-04-12, status: flyttat, moved_to: 2024-04-19}\n"
            + "  - {date: 2024-04-19, status: flyttat, moved_to: 2024-04-12}\n"
        },
        [f"{REGISTER}:5 kretsgang"],
    ),
    "a meeting moved to its own day": (
        {
            REGISTER: NETWORK
            + "meetings:\n"
            + "  - {date: 2024-04-12, status: flyttat, moved_to: 2024-04-12}\n"
        },
        [f"{REGISTER}:4 kretsgang"],
    ),
}


@pytest.mark.parametrize("case", CIRCLES)
def test_a_circle_is_one_finding_at_the_line_that_closes_it(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files, found = CIRCLES[case]
    assert run(write(tmp_path, {**GOOD, **files}), capsys) == (1, found)


def test_a_long_chain_is_no_circle(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """However deep, it neither exhausts the stack nor is taken for one."""
    names = [f"n{number}" for number in range(1500)]
    chain = {
        f"networks/ef/{name}/network.yml": _network(reports_to=above)
        for name, above in zip(names, [*names[1:], "brygg"], strict=True)
    }
    assert run(write(tmp_path, {**GOOD, **chain}), capsys) == (0, [])


LINKS = {
    "an open bracket for a host": ("[x](http://[::1)", "trasig-lank"),
    "an open bracket in a bare address": ("http://[::1", "trasig-lank"),
    "a port that is no number": ("[x](https://a.example:port/)", "trasig-lank"),
    "a space in a web address": ("[x](https://a.example/b c)", "trasig-lank"),
    "a space in a script": ("[x](java script:gurka)", "farlig-lank"),
    "a line break": ("[x](https://a.example/b\nc)", "trasig-lank"),
    "a bracket and a space": ("![x](https://a.example/b (1).png)", "frammande-bild trasig-lank"),
    "a space and a title": ('[x](https://a.example/b c "Titel")', "trasig-lank"),
    "no host": ("[x](https:///a)", "trasig-lank"),
    "a script": ("[x](javascript:alert(1))", "farlig-lank"),
    "a script in capitals": ("[x](JaVaScRiPt:alert(1))", "farlig-lank"),
    "a script behind entities": ("[x](java&#115;cript:alert(1))", "farlig-lank"),
    "a script behind a tab": ("[x](<java\tscript:alert(1)>)", "farlig-lank"),
    "a script behind percent signs": ("[x](javascript%3Aalert(1))", "farlig-lank"),
    "a script as a definition": ("[x]\n\n[x]: javascript:alert(1)", "farlig-lank"),
    "a script as a picture": ("![x](javascript:alert(1))", "farlig-lank"),
    "a data address": ("[x](data:text/html,gurka)", "farlig-lank"),
    "an automatic script": ("<vbscript:gurka>", "farlig-lank"),
    "a way out of the content": ("[x](../../../../etc/passwd)", "dod-lank"),
    "a way out, disguised": ("[x](..%2F..%2F..%2F..%2Fetc%2Fpasswd)", "dod-lank"),
    "a picture from elsewhere": ("![x](https://a.example/b.png)", "frammande-bild"),
    "one without its scheme": ("![x](//a.example/b.png)", "frammande-bild"),
    "one behind angle brackets": ("![x](<https://a.example/b c.png>)", "frammande-bild"),
    "one by definition": ("![x][y]\n\n[y]: https://a.example/b.png", "frammande-bild"),
    "one by its own name": ("![y]\n\n[y]: https://a.example/b.png", "frammande-bild"),
    "a NUL": ("[x](a%00b.md)", "dod-lank"),
    "a file that is not here": ("[x](2024-03-09.md)", "dod-lank"),
    "a tag": ("Text <script>gurka</script>", "ra-html"),
    "a tag that never ends": ("Text <img src=x onerror=gurka", "ra-html"),
    "a comment": ("Text <!-- gurka -->", "ra-html"),
}


@pytest.mark.parametrize("case", LINKS)
def test_a_link_that_no_parser_likes_is_one_finding(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, rule = LINKS[case]
    status, found = run(write(tmp_path, {**GOOD, DOCUMENT: f"{text}\n"}), capsys)
    assert status == 1
    assert [one.rpartition(" ")[2] for one in found] == rule.split()


HARMLESS = (
    '[x](https://a.example/b "En titel")',
    "[x](https://a.example/b (En titel))",
    "[x](https://a.example/b\n'En titel')",
    "[x]( https://a.example/b )",
    "[x](<https://a.example/b c>)",
    r"\[x\](inte en länk)",
    "[x] (inte heller)",
    "[x](https://a.example/b?c=d#e)",
    "https://a.example/b(c)d.",
    "<https://a.example>",
    "[x](mailto:a@b.example)",
    "<a@b.example>",
    "[x](tel:0701234567)",
    "[x](#avsnitt)",
    "3 < 4 och 5 > 4",
    "`<script>` i kod",
    "```\n<script>\n[x](javascript:gurka)\n```",
    r"\<b> med omvänt snedstreck",
    "[x](2024-03-08.md)",
    "[x](<2024-03-08.md>)",
    "[x](<https://a.example/en sida>)",
)


@pytest.mark.parametrize("text", HARMLESS)
def test_a_harmless_text_is_left_alone(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = f"## Avsnitt\n\n{text}\n".replace("#avsnitt", "#avsnitt-avsnitt")
    assert run(write(tmp_path, {**GOOD, DOCUMENT: document}), capsys) == (0, [])


SLOW = settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])

PIECES = st.sampled_from(
    [
        *("name", "kind", "members", "meetings", "date", "from", "to", "roles", "status", "names"),
        *(": ", ":\n", "\n", "\n  ", "\n  - ", "- ", "[", "]", "{", "}", ", ", "#", "&a", "*a"),
        *("'", '"', "|", ">", "!", "%", "@", "`", "~", "---\n", "...\n", "?", "<<", "\t", "\\"),
        *("forum", "2024-03-08", "2024-02-30", "okänt", "flyttat", "vakant", "ja", "1", "å"),
    ]
)
MARKS = st.sampled_from(
    [
        *("## ", "### ", "# ", "> ", ">", "- ", "* ", "1. ", "§ 3 ", "**", "__", "Beslut", "\n"),
        *("Att göra", " 1", ": ", ":", "\n\n", "\n> ", "\n> - ", "```", "~~~", "    ", "\t", "|"),
        *("Närvarande", "Frånvarande", "Bilagor", "Rättelser", "Slag", "Ansvarig", "Senast"),
        *("Gäller", "Förlänger", "Ersätter", "Klart", "Ämne", ";", ",", "(", ")", "[", "]", "<"),
        *("](", "a.pdf)", "2024-03-08/b1", "b1", "2024", "läsåret 2018/2019", "punkt 1–5", "---\n"),
        *("tid: ", "status: ", "fredagen den 8 mars 2024", "\\", "&lt;", "http://[", "\u200b", "ß"),
    ]
)


def _findings(files: dict[str, str]) -> list[dict[str, object]]:
    found = check(catalogue({**GOOD, **files}), TODAY)
    return [
        {key: getattr(one, key) for key in ("path", "line", "rule", "level", "message", "hint")}
        for one in found
    ]


@SLOW
@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_any_register_is_read_or_refused(text: str) -> None:
    _check_any({REGISTER: text})


@SLOW
@given(st.one_of(st.text(), st.lists(MARKS).map("".join)))
def test_any_document_is_read_or_refused(text: str) -> None:
    _check_any({DOCUMENT: text})


@SLOW
@given(st.lists(PIECES).map("".join), st.lists(MARKS).map("".join))
def test_any_front_matter_is_read_or_refused(head: str, body: str) -> None:
    text = f"---\n{head}\n---\n{body}"
    _check_any({DOCUMENT: text, MANDATE: text, NEWS: text})


def _check_any(files: dict[str, str]) -> None:
    """Every finding is clear, and lies on a line that its file has."""
    try:
        readable = {path: decode_text(text.encode()) for path, text in files.items()}
    except (RefusalError, UnicodeEncodeError):
        return
    found = _findings(readable)
    assert_clear(found)
    for one in found:
        text = readable.get(str(one["path"]), GOOD.get(str(one["path"]), ""))
        assert int(str(one["line"])) <= text.count("\n") + 1


@SLOW
@given(st.one_of(st.text(), st.lists(MARKS).map("".join)))
def test_a_document_without_errors_can_be_built(text: str) -> None:
    _build_any(
        {DOCUMENT: text, "minutes/brygg/2024-06-14.md": f"---\nstatus: kallelse\n---\n{text}"}
    )


SIGNS = st.one_of(
    st.sampled_from("*_`[](){}<>#|!&\\^~:;,.'\"-+=%$@/ \u00a0åß\u0301\u200f\N{GRINNING FACE}"),
    st.characters(exclude_categories=("Cs", "Cc")),
)
WRITTEN = st.text(SIGNS, max_size=30).map(lambda text: json.dumps(f"x{text}", ensure_ascii=False))


@SLOW
@given(st.lists(WRITTEN, min_size=12, max_size=12))
def test_a_register_with_any_texts_can_be_built(texts: list[str]) -> None:
    """Names, places, roles and reasons are whatever their author wrote."""
    content = catalogue({**GOOD, REGISTER: ANY_TEXTS % tuple(texts)})
    assert [one for one in check(content, TODAY) if one.level == "error"] == []
    assert build(content, TODAY)


ANY_TEXTS = """\
name: %s
aliases: [%s]
kind: forum
about: %s
note: %s
members:
  - name: %s
    title: %s
    organisation: ef
    scope: [%s]
    roles: [%s]
represented_in:
  - body: %s
    persons: []
meetings:
  - date: 2024-03-08
    place: %s
    note: %s
  - date: 2024-06-14
    status: inställt
    reason: %s
"""


def _build_any(files: dict[str, str]) -> None:
    """Content that is not refused becomes pages, each with some text, and no two at one place."""
    try:
        content = catalogue({**GOOD, **files})
    except (RefusalError, UnicodeEncodeError):
        return
    if not cli.stops(check(content, TODAY), strict=False):
        outputs = build(content, TODAY)
        assert len({output.path for output in outputs}) == len(outputs)
        assert all(output.content for output in outputs if output.is_page)


UNSEEN = {
    "a hard space after a mark": ("##\xa0Närvarande", "## Närvarande"),
    "a hard space after a colon": ("plats:\xa0Ekhamn", "plats: Ekhamn"),
    "a narrow space": ("Alva\u202fProvberg", "Alva Provberg"),
    "a hyphenation hint in a name": ("Försö\xadkén", "Försökén"),
    "an empty sign": ("## \u200bDagordning", "## Dagordning"),
    "signs that turn the text around": ("Alva \u202egrebvorP\u202c", "Alva grebvorP"),
    "a soft line break out of Word": ("rad ett\x0brad två", "rad ett rad två"),
    "a page break": ("rad\x0crad", "rad rad"),
    "figures held together": ("10\xa0000 kronor, å", "10\xa0000 kronor, å"),
}


@pytest.mark.parametrize("case", UNSEEN)
def test_signs_that_nobody_sees_change_nothing(case: str) -> None:
    """Word writes them; neither Markdown nor a name may depend on them."""
    written, read = UNSEEN[case]
    assert decode_text(written.encode()) == read


ONE_LINE = {
    "lines kept": ("name: |\n  Brygg-\n  nätet\n", "Brygg- nätet"),
    "a line break by its number": ('name: "Brygg\\nnätet"\n', "Brygg nätet"),
    "a break that only YAML sees": ('name: "Brygg\\Lnätet"\n', "Brygg nätet"),
    "an empty sign by its number": ('name: "Brygg\\u200bnätet"\n', "Bryggnätet"),
    "a sign that turns the text by its number": ('name: "Brygg\\u202enätet"\n', "Bryggnätet"),
}


@pytest.mark.parametrize("case", ONE_LINE)
def test_a_value_is_one_line_however_it_is_written(case: str) -> None:
    """A calendar can hold a name of no more lines than one."""
    written, read = ONE_LINE[case]
    content = catalogue({**GOOD, REGISTER: f"{written}kind: forum\n", DOCUMENT: "## Möte\n"})
    assert [one.name for one in content.networks["brygg"].names] == [read]
    assert build(content, TODAY)


@SLOW
@given(st.binary())
def test_any_bytes_are_text_or_refused(raw: bytes) -> None:
    text, refusal = _decoded(raw)
    if refusal:
        assert refusal.rule in {"inte-text", "tom-fil"}
        assert refusal.message
        assert refusal.hint
    else:
        assert "\r" not in text
        assert text.strip()


def _decoded(raw: bytes) -> tuple[str, RefusalError | None]:
    try:
        return decode_text(raw), None
    except RefusalError as refusal:
        return "", refusal
