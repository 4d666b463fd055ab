"""Periods and times in the forms that Swedish documents have (domain: dates and times seen)."""

from __future__ import annotations

import contextlib

import pytest
from content import TODAY, small
from hypothesis import given
from hypothesis import strategies as st
from natverk.findings import RefusalError
from natverk.model.periods import read_period
from natverk.model.times import Times, read_times
from natverk.rules import check

PERIODS = {
    "läsåret 2018/2019": ("2018-07-01", "2019-06-30"),
    "Läsåret 2018/19": ("2018-07-01", "2019-06-30"),
    "läsår 2018–2019": ("2018-07-01", "2019-06-30"),
    "läsåret 1999/00": ("1999-07-01", "2000-06-30"),
    "våren 2023": ("2023-01-01", "2023-06-30"),
    "vårterminen 2023": ("2023-01-01", "2023-06-30"),
    "vt 2023": ("2023-01-01", "2023-06-30"),
    "hösten 2023": ("2023-07-01", "2023-12-31"),
    "HT 2023": ("2023-07-01", "2023-12-31"),
    "2023": ("2023", "2023"),
    "2019–2022": ("2019", "2022"),
    "2019-2022": ("2019", "2022"),
    "2023 - 2026": ("2023", "2026"),
    "2023 – 2026": ("2023", "2026"),
    "2023 till 2026": ("2023", "2026"),
    "augusti 2024 till juli 2025": ("2024-08", "2025-07"),
    "2024-08–2025-07": ("2024-08", "2025-07"),
    "2021-01-01–2021-06-30": ("2021-01-01", "2021-06-30"),
    "2021-01-01 - 2021-06-30": ("2021-01-01", "2021-06-30"),
    "2021-01-01-2021-06-30": ("2021-01-01", "2021-06-30"),
    "1 januari 2021–30 juni 2021": ("2021-01-01", "2021-06-30"),
    "den 1 januari 2021 till den 30 juni 2021": ("2021-01-01", "2021-06-30"),
    "från 2024-01-01": ("2024-01-01", None),
    "från och med den 1 januari 2024": ("2024-01-01", None),
    "fr.o.m. 2024": ("2024", None),
    "fr o m 2024": ("2024", None),
    "2024–": ("2024", None),
    "2024 tills vidare": ("2024", None),
    "2021 och kommande år": ("2021", None),
    "våren 2024 och framåt": ("2024-01-01", None),
    "till 2024-06-30": (None, "2024-06-30"),
    "till och med juni 2024": (None, "2024-06"),
    "t.o.m. 2024": (None, "2024"),
    "från 2024-01-01 till 2024-06-30": ("2024-01-01", "2024-06-30"),
    "fr.o.m. 2024-01-01 t.o.m. 2024-06-30": ("2024-01-01", "2024-06-30"),
    "från och med 2024 till och med 2026": ("2024", "2026"),
    "tills vidare": (None, None),
    "okänt": (None, None),
    "2023  -  2026": ("2023", "2026"),
    "2024-05-15": ("2024-05-15", "2024-05-15"),
}


@pytest.mark.parametrize("text", PERIODS)
def test_a_period_is_read_in_all_its_forms(text: str) -> None:
    period = read_period(text)
    ends = tuple(str(end) if end else None for end in (period.start, period.end))
    assert ends == PERIODS[text]


NO_PERIODS = {
    "läsåret 2018/2020": "fel-varde",
    "läsåret 2018": "fel-varde",
    "2026–2023": "slut-fore-borjan",
    "2021-06-30–2021-01-01": "slut-fore-borjan",
    "från 2024-02-30": "omojligt-datum",
    "1 januari–30 juni 2024": "ar-saknas",
    "den 3-4 oktober": "fel-varde",
    "vecka 44": "fel-varde",
    "snart": "fel-varde",
    "–": "fel-varde",
    "": "fel-varde",
}


@pytest.mark.parametrize("text", NO_PERIODS)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(RefusalError) as refusal:
        read_period(text)
    assert refusal.value.rule == NO_PERIODS[text]


TIMES = {
    "kl. 08.30-11.30": "08.30–11.30",
    "Kl. 08.30-12.00": "08.30–12.00",
    "08.30–12.00": "08.30–12.00",
    "08:30-08:55": "08.30–08.55",
    "kl 13": "13.00",
    "kl. 13-16": "13.00–16.00",
    "klockan 13:00": "13.00",
    "9.00–15.30": "09.00–15.30",
    "9 till 12": "09.00–12.00",
    "kl. 9–kl. 12": "09.00–12.00",
    "20.00–24.00": "20.00–24.00",
    " 13.00 — 15.00 ": "13.00–15.00",
}


@pytest.mark.parametrize("text", TIMES)
def test_a_time_is_read_in_all_its_forms(text: str) -> None:
    assert str(read_times(text)) == TIMES[text]


HOURS = {
    "one day": ("---\ntid: 13.00–11.00\n---\n", ["2 slut-fore-borjan"]),
    "no time at all": ("---\ntid: 13.00–13.00\n---\n", ["2 slut-fore-borjan"]),
    "the same day as the last": (
        "---\ntid: 13.00–11.00\ntill: 2024-03-08\n---\n",
        ["2 slut-fore-borjan"],
    ),
    "from lunch to lunch": ("---\ntid: 13.00–11.00\ntill: 2024-03-09\n---\n", []),
}


@pytest.mark.parametrize("case", HOURS)
def test_only_a_meeting_of_several_days_ends_at_an_earlier_hour(case: str) -> None:
    text, wrong = HOURS[case]
    found = check(small({"minutes/brygg/2024-03-08.md": text}), TODAY)
    assert [f"{one.line} {one.rule}" for one in found] == wrong


def test_the_calendars_hours_are_compared_too() -> None:
    register = (
        "name: B\nkind: forum\nmeetings:\n"
        "  - date: 2024-09-13\n    time: 13.00–11.00\n"
        "  - date: 2024-10-11\n    until: 2024-10-12\n    time: 13.00–11.00\n"
    )
    found = check(small({"networks/ef/brygg/network.yml": register}), TODAY)
    assert [f"{one.line} {one.rule}" for one in found] == ["5 slut-fore-borjan"]


NO_TIMES = {
    "vid niotiden": "fel-varde",
    "25.00": "fel-varde",
    "24.01": "fel-varde",
    "24.00": "fel-varde",
    "12.60": "fel-varde",
    "12.5": "fel-varde",
    "lunch 12-13, möte 13-17": "fel-varde",
    "": "fel-varde",
}


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(RefusalError) as refusal:
        read_times(text)
    assert refusal.value.rule == NO_TIMES[text]


@given(st.integers(0, 1438), st.none() | st.integers(1, 1440))
def test_a_time_is_read_back_as_it_is_written(start: int, end: int | None) -> None:
    times = Times(start, end)
    assert read_times(str(times)) == times


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    """Never anything else: no text makes a reader fail in its own way."""
    for read in (read_period, read_times):
        with contextlib.suppress(RefusalError):
            read(text)
