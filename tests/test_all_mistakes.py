"""A site with nearly every mistake at once: all are told, and the day matters to none of the errors.

Its exact report is a golden file, `tests/mistakes/report.txt` (see test_golden.py).
"""

from __future__ import annotations

import datetime as dt

import pytest
from content import HERE, findings_in
from natverk.findings import Level
from rule_page import NAMES

MISTAKES = HERE / "mistakes"
ALONE = {"mapp-saknas", "olasbar-fil", "symbolisk-lank", "for-stor-fil"}
"""Rules whose fault cannot lie in a repository, or would hide all others (see faults.py)."""


def test_every_mistake_is_told_at_once() -> None:
    assert {finding.rule for finding in findings_in(MISTAKES)} == set(NAMES) - ALONE


def test_findings_are_sorted_by_file_and_line_and_told_once() -> None:
    found = findings_in(MISTAKES)
    places = [(finding.path, finding.line, finding.rule) for finding in found]
    assert places == sorted(places)
    assert len(found) == len(set(found))


@pytest.mark.parametrize("day", ("1900-01-01", "2020-06-30", "2024-05-16", "2100-01-01"))
def test_no_error_depends_on_the_day(day: str) -> None:
    """A site that is rebuilt every night never fails by itself."""
    errors = {
        date: [one for one in findings_in(MISTAKES, date) if one.level is Level.ERROR]
        for date in (dt.date(2024, 5, 15), dt.date.fromisoformat(day))
    }
    first, second = errors.values()
    assert first == second
