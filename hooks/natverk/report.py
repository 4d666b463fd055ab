"""Findings as text for people, as annotations for a git host, and as JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict

from natverk.findings import Finding, Level

_LEVELS = {
    Level.ERROR: ("fel", "fel"),
    Level.WARNING: ("varning", "varningar"),
    Level.TIP: ("tips", "tips"),
}


def as_text(findings: Sequence[Finding]) -> str:
    """Return one paragraph for each finding and a last line that counts them."""
    return "\n".join([*map(_paragraph, findings), summary(findings)])


def _paragraph(finding: Finding) -> str:
    level = "" if finding.level is Level.ERROR else f" ({_LEVELS[finding.level][0]})"
    where = f"{_printable(finding.path)}:{finding.line}"
    return f"{where}: {finding.rule}{level}: {_printable(finding.message)}\n    {_printable(finding.hint)}"


def summary(findings: Sequence[Finding]) -> str:
    """Return how many findings there are of each level, in words."""
    counts = Counter(finding.level for finding in findings)
    if not counts:
        return "Innehållet är felfritt."
    return ", ".join(
        f"{counts[level]} {_LEVELS[level][counts[level] != 1]}" for level in Level if counts[level]
    )


def as_github(findings: Sequence[Finding]) -> str:
    """Return workflow commands, which GitHub shows beside the changed lines."""
    kinds = {Level.ERROR: "error", Level.WARNING: "warning", Level.TIP: "notice"}
    return "\n".join(
        f"::{kinds[finding.level]} file={_property(finding.path)},line={finding.line},"
        f"title={_property(finding.rule)}::{_data(f'{finding.message}{chr(10)}{finding.hint}')}"
        for finding in findings
    )


def as_json(findings: Sequence[Finding]) -> str:
    """Return a list of `{path, line, rule, level, message, hint}`."""
    return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}


def _printable(text: str) -> str:
    """Return `text` without signs that could steer a terminal."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
