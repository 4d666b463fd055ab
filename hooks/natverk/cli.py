"""The command `natverk`: the only place that prints, reads the clock and sets the exit status."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn
from zoneinfo import ZoneInfo

from natverk import __version__
from natverk.findings import Finding, Level, RefusalError
from natverk.load import load
from natverk.model.days import Day
from natverk.report import FORMATS, as_text
from natverk.rules import check

FINE, FAULTY, WRONG_USAGE = 0, 1, 2
"""Exit statuses."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # both are streams of text
    if not options.root.is_dir():
        print(f"Mappen {options.root} finns inte.", file=sys.stderr)  # noqa: T201 - the command line's voice
        return WRONG_USAGE
    return int(options.run(options))


def today() -> dt.date:
    """Return the date in Sweden now."""
    return dt.datetime.now(ZoneInfo("Europe/Stockholm")).date()


def _check(options: argparse.Namespace) -> int:
    findings = check(load(options.root), options.today)
    shown = FORMATS[options.format](findings)
    if shown:
        print(shown)  # noqa: T201 - the command line's voice
    return FAULTY if stops(findings, strict=options.strict) else FINE


def stops(findings: Sequence[Finding], *, strict: bool) -> bool:
    """Tell whether the findings refuse the content: errors do, in a strict check warnings too."""
    levels = {Level.ERROR, Level.WARNING} if strict else {Level.ERROR}
    return any(finding.level in levels for finding in findings)


def _build(options: argparse.Namespace) -> int:
    from natverk.githistory import read_changes  # noqa: PLC0415 - a check need not ask git
    from natverk.site import build, write  # noqa: PLC0415 - a check need not load templates

    catalogue = load(options.root)
    findings = check(catalogue, options.today)
    if stops(findings, strict=False):
        print(as_text(findings), file=sys.stderr)  # noqa: T201 - the command line's voice
        return FAULTY
    try:
        outputs = build(catalogue, options.today, changes=read_changes(options.root))
        number = write(outputs, options.root, options.out)
    except RefusalError as refusal:
        print(f"{refusal.message} {refusal.hint}", file=sys.stderr)  # noqa: T201 - the command line's voice
        return WRONG_USAGE
    print(f"{number} filer i {options.out}")  # noqa: T201 - the command line's voice
    return FINE


def _day(text: str) -> dt.date:
    try:
        day = Day.read(text)
    except RefusalError as refusal:
        raise argparse.ArgumentTypeError(f"{refusal.message} {refusal.hint}") from refusal
    if not day.is_exact:
        raise argparse.ArgumentTypeError(f"{text} är ingen hel dag. Skriv till exempel 2021-03-05.")
    return day.first


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are in Swedish as far as they are ours."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(WRONG_USAGE, f"{self.prog}: {_in_swedish(message)}\n")


def _in_swedish(message: str) -> str:
    for english, swedish in (
        ("the following arguments are required: ", "det här saknas: "),
        ("unrecognized arguments: ", "okänt: "),
        ("expected one argument", "här behövs ett värde"),
        ("argument ", ""),
        ("invalid choice: ", "går inte att välja: "),
        ("choose from", "välj bland"),
    ):
        message = message.replace(english, swedish)
    return message


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="natverk", description="Granskar och bygger nätverkens innehåll.")
    parser.add_argument("--version", action="version", version=__version__)
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="verb")
    common = _Parser(add_help=False)
    common.add_argument(
        "--root", type=Path, default=Path(), help="mappen med networks/ och minutes/"
    )
    common.add_argument("--today", type=_day, default=today(), help="en annan dag än i dag")
    checking = verbs.add_parser("check", parents=[common], help="visa allt som är fel i innehållet")
    checking.add_argument("--format", choices=list(FORMATS), default="text", help="hur det visas")
    checking.add_argument(
        "--strict", action="store_true", help="låt varningar stoppa, inte bara fel"
    )
    checking.set_defaults(run=_check)
    building = verbs.add_parser("build", parents=[common], help="skriv alla sidor till en mapp")
    building.add_argument("out", type=Path, metavar="UT", help="en ny eller tom mapp")
    building.set_defaults(run=_build)
    return parser
