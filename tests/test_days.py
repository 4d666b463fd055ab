"""Days know how exactly they are known, and intervals include both their ends."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from natverk.findings import RefusalError
from natverk.model.days import MONTHS, Day
from natverk.model.periods import ALWAYS, Interval

DATES = st.dates(dt.date(1800, 1, 1), dt.date(2200, 12, 31))
DAYS = st.builds(
    lambda date, precision: Day(*(date.year, date.month, date.day)[:precision]),
    DATES,
    st.integers(1, 3),
)
INTERVALS = st.builds(Interval, st.none() | DAYS, st.none() | DAYS)

READ = {
    "2021-03-05": (2021, 3, 5),
    "2021-3-5": (2021, 3, 5),
    " 2021-03 ": (2021, 3),
    "2021": (2021,),
    "5 mars 2021": (2021, 3, 5),
    "den 5 mars 2021": (2021, 3, 5),
    "Den 5 Mars 2021": (2021, 3, 5),
    "mars 2021": (2021, 3),
    "29 februari 2024": (2024, 2, 29),
}


@pytest.mark.parametrize("text", READ)
def test_a_day_is_read_as_exactly_as_it_is_written(text: str) -> None:
    assert Day.read(text) == Day(*READ[text])


REFUSED = {
    "2021-02-29": ("omojligt-datum", "Menade du 2021-02-28?"),
    "31 april 2021": ("omojligt-datum", "Menade du 2021-04-30?"),
    "2021-13-01": ("omojligt-datum", "Skriv till exempel 2021-03-05, 2021-03 eller 2021."),
    "2021-00": ("omojligt-datum", "Skriv till exempel 2021-03-05, 2021-03 eller 2021."),
    "2021-03-00": ("omojligt-datum", "Menade du 2021-03-31?"),
    "0021-03-05": ("omojligt-datum", "Skriv till exempel 2021-03-05, 2021-03 eller 2021."),
    "5 mars": ("ar-saknas", "Skriv till exempel 2021-03-05, 2021-03 eller 2021."),
    "den 15 juni": ("ar-saknas", "Skriv till exempel 2021-03-05, 2021-03 eller 2021."),
    "2/2": ("ar-saknas", "Skriv till exempel 2021-03-05, 2021-03 eller 2021."),
    "991208": ("fel-varde", "Skriv till exempel 2021-03-05, 2021-03 eller 2021."),
    "2021-03-05T08:30": ("fel-varde", "Skriv till exempel 2021-03-05, 2021-03 eller 2021."),
    "vecka 44": ("fel-varde", "Skriv till exempel 2021-03-05, 2021-03 eller 2021."),
    "i våras": ("fel-varde", "Skriv till exempel 2021-03-05, 2021-03 eller 2021."),
    "": ("fel-varde", "Skriv till exempel 2021-03-05, 2021-03 eller 2021."),
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_day_is_refused_with_its_remedy(text: str) -> None:
    with pytest.raises(RefusalError) as refusal:
        Day.read(text)
    assert (refusal.value.rule, refusal.value.hint) == REFUSED[text]


@given(DAYS)
def test_a_day_is_read_back_as_it_is_written(day: Day) -> None:
    assert Day.read(str(day)) == day


@given(DATES)
def test_a_day_in_words_is_the_same_day(date: dt.date) -> None:
    assert Day.read(f"den {date.day} {MONTHS[date.month - 1]} {date.year}") == Day.of(date)


@given(DAYS)
def test_a_day_of_full_precision_is_one_date_and_others_are_several(day: Day) -> None:
    assert (day.first == day.last) is day.is_exact
    assert day.first <= day.last
    assert day.first.year == day.last.year == day.year


@given(DAYS, DAYS, DAYS)
def test_days_have_one_order(one: Day, two: Day, three: Day) -> None:
    assert (one < two) + (two < one) + (one == two) == 1
    assert not (one < two < three) or one < three


@given(INTERVALS, DATES)
def test_an_interval_includes_both_its_ends(interval: Interval, date: dt.date) -> None:
    after_start = interval.start is None or interval.start.first <= date
    before_end = interval.end is None or date <= interval.end.last
    assert (date in interval) is (after_start and before_end)
    if interval.start and not interval.is_backwards:
        assert interval.start.first in interval
    if interval.end and not interval.is_backwards:
        assert interval.end.last in interval


@given(DATES, DATES, DATES, DATES)
def test_intervals_of_exact_days_overlap_when_they_share_a_date(
    one: dt.date, two: dt.date, three: dt.date, four: dt.date
) -> None:
    first = Interval(Day.of(min(one, two)), Day.of(max(one, two)))
    second = Interval(Day.of(min(three, four)), Day.of(max(three, four)))
    shared = any(date in first and date in second for date in (one, two, three, four))
    assert first.overlaps_surely(second) is shared


@given(INTERVALS, INTERVALS)
def test_what_overlaps_surely_shares_a_date_whatever_its_days_mean(
    one: Interval, two: Interval
) -> None:
    assert one.overlaps_surely(two) is two.overlaps_surely(one)
    if one.overlaps_surely(two):
        date = max(one.first, two.first)
        assert date in one
        assert date in two


@given(INTERVALS)
def test_always_overlaps_with_all_that_surely_holds_some_day(interval: Interval) -> None:
    start = interval.start.last if interval.start else dt.date.min
    end = interval.end.first if interval.end else dt.date.max
    assert interval.overlaps_surely(ALWAYS) is (start <= end)


@given(DATES, DATES)
def test_only_an_end_before_the_start_is_backwards(one: dt.date, two: dt.date) -> None:
    assert Interval(Day.of(one), Day.of(two)).is_backwards is (two < one)
