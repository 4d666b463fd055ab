"""The command `natverk` as CI and administrators meet it: what it prints and how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from content import EXAMPLE, FORBUND, NETWORK, copy_of_example, write
from natverk import __version__, cli

MANDATE = "---\ngäller: 2020–2022\n---\n\n## Uppdrag\n\n- Bygga broar.\n"
FAULTY = {
    "networks/ef/association.yml": FORBUND,
    "networks/ef/brygg/network.yml": NETWORK + "reports_to: bryg\n",
    "networks/ef/brygg/mandates/2020.md": MANDATE,
    "minutes/brygg/2024-03-08.md": "## Frågor\n\n### 2. Sist, 100 %\n\n### 1. Först\n",
}
TODAY = ("--today", "2024-05-15")
NO_ERRORS = {**FAULTY, "networks/ef/brygg/network.yml": NETWORK}
ONLY_TIPS = {**NO_ERRORS, "networks/ef/brygg/mandates/2020.md": MANDATE.replace("2022", "2030")}

TEXT = """\
minutes/brygg/2024-03-08.md:5: punkter-i-oordning (tips): Punkt 1 kommer efter punkt 2.
    Se efter att numren är rätt. Står punkterna i den ordning de togs upp är allt som det ska.
networks/ef/brygg/mandates/2020.md:2: uppdrag-utgatt (varning): Uppdraget för Bryggnätverket gick \
ut 2022, och inget nytt har kommit.
    Lägg till det nya uppdraget i mandates/, eller ändra nätverkets status.
networks/ef/brygg/network.yml:3: okant-natverk: Nätverket bryg finns inte.
    Menade du brygg?
1 fel, 1 varning, 1 tips
"""
GITHUB = """\
::notice file=minutes/brygg/2024-03-08.md,line=5,title=punkter-i-oordning::Punkt 1 kommer efter \
punkt 2.%0ASe efter att numren är rätt. Står punkterna i den ordning de togs upp är allt som det ska.
::warning file=networks/ef/brygg/mandates/2020.md,line=2,title=uppdrag-utgatt::Uppdraget för \
Bryggnätverket gick ut 2022, och inget nytt har kommit.%0ALägg till det nya uppdraget i mandates/, \
eller ändra nätverkets status.
::error file=networks/ef/brygg/network.yml,line=3,title=okant-natverk::Nätverket bryg finns \
inte.%0AMenade du brygg?
"""
JSON = [
    {
        "path": "minutes/brygg/2024-03-08.md",
        "line": 5,
        "rule": "punkter-i-oordning",
        "level": "tip",
        "message": "Punkt 1 kommer efter punkt 2.",
        "hint": "Se efter att numren är rätt. Står punkterna i den ordning de togs upp är allt "
        "som det ska.",
    },
    {
        "path": "networks/ef/brygg/mandates/2020.md",
        "line": 2,
        "rule": "uppdrag-utgatt",
        "level": "warning",
        "message": "Uppdraget för Bryggnätverket gick ut 2022, och inget nytt har kommit.",
        "hint": "Lägg till det nya uppdraget i mandates/, eller ändra nätverkets status.",
    },
    {
        "path": "networks/ef/brygg/network.yml",
        "line": 3,
        "rule": "okant-natverk",
        "level": "error",
        "message": "Nätverket bryg finns inte.",
        "hint": "Menade du brygg?",
    },
]


def test_text_is_for_people(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A paragraph for each finding, by file and line, and a last line that counts them."""
    assert cli.main(["check", "--root", str(write(tmp_path, FAULTY)), *TODAY]) == 1
    assert capsys.readouterr().out == TEXT


def test_github_is_for_its_annotations(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--root", str(write(tmp_path, FAULTY)), "--format", "github"]
    assert cli.main(["check", *options, *TODAY]) == 1
    assert capsys.readouterr().out == GITHUB


def test_json_is_for_programs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--root", str(write(tmp_path, FAULTY)), "--format", "json"]
    assert cli.main(["check", *options, *TODAY]) == 1
    assert json.loads(capsys.readouterr().out) == JSON


FINE = {"text": "Innehållet är felfritt.\n", "github": "", "json": "[]\n"}


@pytest.mark.parametrize("kind", FINE)
def test_faultless_content_is_said_to_be_so(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--root", str(EXAMPLE), "--format", kind, "--strict"]
    assert cli.main(["check", *options, *TODAY]) == 0
    assert capsys.readouterr() == (FINE[kind], "")


STATUS = {
    "errors": (FAULTY, (), 1),
    "errors, strictly": (FAULTY, ("--strict",), 1),
    "warnings": (NO_ERRORS, (), 0),
    "warnings, strictly": (NO_ERRORS, ("--strict",), 1),
    "tips": (ONLY_TIPS, (), 0),
    "tips, strictly": (ONLY_TIPS, ("--strict",), 0),
}


@pytest.mark.parametrize("case", STATUS)
def test_errors_stop_and_warnings_stop_strictly(case: str, tmp_path: Path) -> None:
    files, options, status = STATUS[case]
    root = write(tmp_path, files)
    assert cli.main(["check", "--root", str(root), *TODAY, *options]) == status


def test_another_day_has_other_warnings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {**NO_ERRORS, "networks/ef/brygg/mandates/2020.md": MANDATE.replace("2022", "2024")}
    root = str(write(tmp_path, files))
    counts = {}
    for day in ("2024-12-31", "2025-01-01"):
        cli.main(["check", "--root", root, "--today", day])
        counts[day] = capsys.readouterr().out.splitlines()[-1]
    assert counts == {"2024-12-31": "1 tips", "2025-01-01": "1 varning, 1 tips"}


def test_the_root_is_where_one_stands_unless_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(EXAMPLE)
    assert cli.main(["check", *TODAY]) == 0
    assert capsys.readouterr().out == FINE["text"]


USAGE = {
    "no verb": ([], "det här saknas: verb"),
    "an unknown verb": (["gurka"], "gurka"),
    "an unknown option": (["check", "--gurka"], "okänt: --gurka"),
    "an unknown format": (["check", "--format", "word"], "välj bland text, github, json"),
    "no value": (["check", "--today"], "--today: här behövs ett värde"),
    "an impossible day": (["check", "--today", "2024-02-30"], "Menade du 2024-02-29?"),
    "half a day": (["check", "--today", "2024-02"], "Skriv till exempel 2021-03-05."),
    "no day": (["check", "--today", "gurka"], '"gurka" är inget datum.'),
    "nowhere to build": (["build"], "det här saknas: UT"),
}


@pytest.mark.parametrize("case", USAGE)
def test_wrong_usage_is_told_in_swedish(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments, told = USAGE[case]
    with pytest.raises(SystemExit) as end:
        cli.main(arguments)
    out, err = capsys.readouterr()
    assert end.value.code == 2
    assert out == ""
    assert told in err.replace("'", "")


def test_a_root_that_is_no_folder_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "finns-inte"
    assert cli.main(["check", "--root", str(missing), *TODAY]) == 2
    assert capsys.readouterr().err == f"Mappen {missing} finns inte.\n"


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(["--version"])
    assert end.value.code == 0
    assert capsys.readouterr().out == f"{__version__}\n"


def test_the_command_speaks_swedish_in_any_environment(tmp_path: Path) -> None:
    """A build server's locale is often C, and its output a pipe."""
    root = write(tmp_path, FAULTY)
    done = subprocess.run(
        [sys.executable, "-m", "natverk", "check", "--root", root, *TODAY],
        capture_output=True,
        check=False,
        env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONPATH": _hooks()},
    )
    assert (done.returncode, done.stdout.decode(), done.stderr) == (1, TEXT, b"")


def _hooks() -> str:
    return str(Path(cli.__file__).parent.parent)


def test_signs_that_steer_a_terminal_are_not_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {**NO_ERRORS, "networks/ef/brygg/network.yml": NETWORK + 'reports_to: "\\e[31m"\n'}
    cli.main(["check", "--root", str(write(tmp_path, files)), *TODAY])
    assert "\x1b" not in capsys.readouterr().out


def test_a_workflow_command_cannot_be_forged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Content is from strangers: a line of theirs must not become a command to the host."""
    forged = NETWORK + 'reports_to: "x\\n::set-output name=a::b"\n'
    root = write(tmp_path, {**NO_ERRORS, "networks/ef/brygg/network.yml": forged})
    cli.main(["check", "--root", str(root), "--format", "github", *TODAY])
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::notice", "::warning", "::error"]


def test_a_build_writes_a_whole_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "ut"
    assert cli.main(["build", str(out), "--root", str(EXAMPLE), *TODAY]) == 0
    number = sum(path.is_file() for path in out.rglob("*"))
    assert capsys.readouterr().out == f"{number} filer i {out}\n"


def test_a_build_writes_nothing_of_faulty_content(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, out = write(tmp_path / "in", FAULTY), tmp_path / "ut"
    assert cli.main(["build", str(out), "--root", str(root), *TODAY]) == 1
    assert capsys.readouterr() == ("", TEXT)
    assert list(tmp_path.iterdir()) == [root]


def test_a_build_overwrites_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, out = copy_of_example(tmp_path / "in"), write(tmp_path / "ut", {"viktigt.txt": "mitt"})
    assert cli.main(["build", str(out), "--root", str(root), *TODAY]) == 2
    message = f"Mappen {out} är inte tom. Välj en ny mapp, så skrivs inget över.\n"
    assert capsys.readouterr() == ("", message)
    assert [path.name for path in out.rglob("*")] == ["viktigt.txt"]
