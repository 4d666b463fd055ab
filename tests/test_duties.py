"""What a mandate demanded, against what the files show: year by year, and never more than they can."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

import pytest
from content import EXAMPLE, NETWORK, TODAY, page_of, small
from hypothesis import given
from hypothesis import strategies as st
from natverk.changes import Change, Changes
from natverk.findings import Level, RefusalError
from natverk.history.deadlines import Deadline, breaks_of, deadline, holiday
from natverk.history.duties import Duty, Judgement, judge_all
from natverk.history.years import Outcome, Why
from natverk.load import load
from natverk.model.catalogue import Catalogue
from natverk.model.demands import NotesWithin, read_notes_within, read_quorum
from natverk.model.vocabulary import DayKind, MeetingStatus
from natverk.pages.markdown import lower_first
from natverk.views.duties import followed_up
from natverk.views.judgements import duty_rows
from natverk.views.network import told_quorum
from natverk.views.rows import Rows

HERE_SINCE = "records_from: 2020-01-01\n"
NO_CHANGES = Changes()


def content(
    mandates: Mapping[str, str], *notes: str, register: str = HERE_SINCE, calendar: str = ""
) -> Catalogue:
    """Return one network with mandates by file name, a document for each day, and a calendar.

    `calendar` holds a day and a status for each entry: "2021-03-05 planerat, 2021-06-04 genomfört".
    """
    entries = [part.split() for part in calendar.split(",") if part]
    listed = "".join(f"  - date: {day}\n    status: {status}\n" for day, status in entries)
    files = {
        f"networks/ef/brygg/mandates/{key}.md": f"---\n{head}\n---\n\n## Uppdrag\n\n- Mötas.\n"
        for key, head in mandates.items()
    }
    files |= {f"minutes/brygg/{day}.md": "## Frågor\n\nText.\n" for day in notes}
    meetings = f"meetings:\n{listed}" if listed else ""
    return small({"networks/ef/brygg/network.yml": NETWORK + register + meetings, **files})


def judged(found: Catalogue, today: str, changes: Changes = NO_CHANGES) -> dict[str, str]:
    """Return the judgements in short: `{"MEETINGS 2021": "not_met"}`, with why nobody can know."""
    judgements = judge_all(found, found.networks["brygg"], dt.date.fromisoformat(today), changes)
    return {f"{one.duty.name} {one.year}": told(one) for one in judgements}


def told(one: Judgement) -> str:
    return f"{one.outcome.value} {one.why.name.lower()}" if one.why else one.outcome.value


def only(duty: str, found: dict[str, str]) -> dict[int, str]:
    """Return the judgements of one duty by year."""
    return {int(key.split()[1]): value for key, value in found.items() if key.split()[0] == duty}


FOUR = {"2021": "gäller: från 2021\nmöten per år: minst 4"}
DAYS = ("2021-01-15", "2021-04-16", "2021-09-17", "2021-11-19")


MEETINGS = {
    "enough": (content(FOUR, *DAYS), "met"),
    "too few": (content(FOUR, *DAYS[:3]), "not_met"),
    "the calendar says that it was held": (
        content(FOUR, *DAYS[:3], calendar="2021-12-10 genomfört"),
        "met",
    ),
    "only planned": (
        content(FOUR, *DAYS[:3], calendar="2021-12-10 planerat"),
        "unknown maybe_held",
    ),
    "too few, whatever became of the planned one": (
        content(FOUR, *DAYS[:2], calendar="2021-12-10 planerat"),
        "not_met",
    ),
    "cancelled": (content(FOUR, *DAYS[:3], calendar="2021-12-10 inställt"), "not_met"),
    "no records at all": (content(FOUR, register=""), "unknown no_records"),
    "before the records": (
        content(FOUR, register="records_from: 2022-01-01\n"),
        "unknown before_records",
    ),
    "enough although before the records": (
        content(FOUR, *DAYS, register="records_from: 2022-01-01\n"),
        "met",
    ),
    "records begin within the year": (
        content(FOUR, *DAYS[1:], register="records_from: 2021-03-01\n"),
        "unknown part_of_year",
    ),
    "records begin with the first notes": (
        content(FOUR, *DAYS[1:], register=""),
        "unknown part_of_year",
    ),
    "looked through long ago": (
        content(FOUR, register=HERE_SINCE + "reviewed: 2020-06-09\n"),
        "unknown after_records",
    ),
    "looked through since": (
        content(FOUR, register=HERE_SINCE + "reviewed: 2021-06-09\n"),
        "not_met",
    ),
    "the network began within the year": (
        content(FOUR, register=HERE_SINCE + "started: 2021-08-01\n"),
        "unknown part_of_year",
    ),
    "the demand began within the year": (
        content({"2021-07-01": "gäller: från 2021-07-01\nmöten per år: minst 4"}, *DAYS[:3]),
        "unknown demand_changed",
    ),
    "nothing is demanded": (content({"2021": "gäller: från 2021"}, *DAYS), None),
}


@pytest.mark.parametrize("name", MEETINGS)
def test_enough_meetings(name: str) -> None:
    """The year 2021, seen from the next."""
    found, outcome = MEETINGS[name]
    assert only("MEETINGS", judged(found, "2022-02-01")).get(2021) == outcome


@pytest.mark.parametrize(
    ("today", "outcome"),
    (("2021-12-31", "pending"), ("2022-01-01", "not_met")),
)
def test_a_year_is_not_lacking_before_it_is_over(today: str, outcome: str) -> None:
    assert judged(content(FOUR, *DAYS[:3]), today)["MEETINGS 2021"] == outcome


REVISED = {
    "2021": "gäller: 2021–2022\nmöten per år: minst 2\nveckodag: fredag\nrevideras: årligen\n"
    "verksamhetsrapport: ja",
    "2023": "gäller: från 2023\nantagen: 2022-12-02\nmöten per år: minst 1\nveckodag: torsdag",
}


def test_three_years_of_duties_with_a_revision_between() -> None:
    """Each year is judged by the mandate of its time, each meeting by that of its day."""
    found = content(
        REVISED,
        *("2021-03-05", "2021-10-01", "2022-03-03", "2023-03-02"),
        register=HERE_SINCE + "annual_reports:\n  - year: 2021\n",
    )
    assert judged(found, "2024-03-01") == {
        "MEETINGS 2024": "pending",
        "WEEKDAY 2024": "pending",
        "IN_FORCE 2024": "met",
        "MEETINGS 2023": "met",
        "WEEKDAY 2023": "met",
        "IN_FORCE 2023": "met",
        "MEETINGS 2022": "not_met",
        "WEEKDAY 2022": "not_met",
        "IN_FORCE 2022": "met",
        "REVISED 2022": "met",
        "REPORT 2022": "not_met",
        "MEETINGS 2021": "met",
        "WEEKDAY 2021": "met",
        "IN_FORCE 2021": "met",
        "REVISED 2021": "met",
        "REPORT 2021": "met",
    }


def test_a_meeting_of_several_days_may_have_the_right_weekday_on_any() -> None:
    entry = "  - date: 2021-03-04\n    until: 2021-03-05\n    status: genomfört\n"
    found = content({"2021": "veckodag: fredag"}, register=f"{HERE_SINCE}meetings:\n{entry}")
    assert judged(found, "2022-02-01")["WEEKDAY 2021"] == "met"


def test_a_year_without_meetings_tells_nothing_of_weekdays() -> None:
    found = content({"2021": "veckodag: fredag"})
    assert judged(found, "2022-02-01")["WEEKDAY 2021"] == "unknown no_meetings"


def test_a_mandate_that_has_run_out() -> None:
    found = content({"2020": "gäller: 2020"})
    assert only("IN_FORCE", judged(found, "2022-06-01")) == {
        2022: "pending",
        2021: "not_met",
        2020: "met",
    }


def test_a_report_may_come_until_the_end_of_the_next_year() -> None:
    found = content({"2020": "gäller: från 2020\nverksamhetsrapport: ja"})
    assert only("REPORT", judged(found, "2022-01-01")) == {
        2022: "pending",
        2021: "pending",
        2020: "not_met",
    }


@pytest.mark.parametrize(
    "register",
    ("outside: ja\n", "status: vilande\n", "status: avslutat\n", "ended: 2019-12-31\n"),
)
def test_nothing_is_demanded_of_bodies_elsewhere_or_at_rest(register: str) -> None:
    assert judged(content(FOUR, *DAYS, register=register), "2022-06-01") == {}


def at(day: str) -> dt.datetime:
    return dt.datetime.fromisoformat(f"{day}T12:00:00+00:00")


NOTES = {
    "unchanged since they were due": (("2021-03-10", "2021-03-12"), "met"),
    "corrected since": (("2021-03-10", "2021-05-01"), "unknown publication"),
    "late": (("2021-03-22", "2021-03-22"), "not_met"),
    "in time on the last day": (("2021-03-19", "2021-03-19"), "met"),
    "nobody knows": (None, "unknown publication"),
}


@pytest.mark.parametrize("name", NOTES)
def test_notes_in_time(name: str) -> None:
    """A file's first and last change are the earliest and the latest day of publication."""
    days, outcome = NOTES[name]
    files = {"networks/ef/brygg/network.yml": Change(at("2021-06-01"), 2, at("2020-06-01"))}
    if days:
        files["minutes/brygg/2021-03-05.md"] = Change(at(days[1]), 2, at(days[0]))
    found = content({"2021": "anteckningar inom: 14 dagar"}, "2021-03-05")
    assert judged(found, "2022-02-01", Changes(files))["NOTES 2021"] == outcome


def test_days_late_are_counted() -> None:
    files = {
        "networks/ef/brygg/network.yml": Change(at("2020-06-01"), 1, at("2020-06-01")),
        "minutes/brygg/2021-03-05.md": Change(at("2021-03-22"), 1, at("2021-03-22")),
    }
    found = content({"2021": "anteckningar inom: 14 dagar"}, "2021-03-05")
    (one,) = (
        one
        for one in judge_all(found, found.networks["brygg"], dt.date(2021, 12, 1), Changes(files))
        if one.duty is Duty.NOTES
    )
    assert [seen.late for seen in one.seen] == [3]


def test_old_notes_that_were_moved_here_are_not_late() -> None:
    """The network came here after the meeting: the notes may have been published elsewhere."""
    came = Change(at("2021-11-01"), 1, at("2021-11-01"))
    files = {"networks/ef/brygg/network.yml": came, "minutes/brygg/2021-03-05.md": came}
    found = content({"2021": "anteckningar inom: 14 dagar"}, "2021-03-05")
    assert judged(found, "2022-02-01", Changes(files))["NOTES 2021"] == "unknown publication"


@pytest.mark.parametrize(
    ("within", "outcome"), (("14 dagar", "not_met"), ("okänt", "unknown publication"))
)
def test_notes_that_are_missing(within: str, outcome: str) -> None:
    """They are missing for sure only where the mandate says how soon they are due."""
    found = content({"2021": f"anteckningar inom: {within}"}, calendar="2021-03-05 genomfört")
    assert judged(found, "2022-02-01")["NOTES 2021"] == outcome


DEADLINES = {
    "calendar days": ("14 dagar", "2024-03-22", "2024-04-05 kind=calendar"),
    "weeks": ("2 veckor", "2024-03-22", "2024-04-05 kind=calendar"),
    "working days over Easter": (
        "10 arbetsdagar",
        "2024-03-22",
        "2024-04-09 långfredagen, annandag påsk",
    ),
    "working days without holidays": ("5 arbetsdagar", "2024-03-08", "2024-03-15"),
    "an eve that is a working day by law": (
        "1 arbetsdag",
        "2024-06-20",
        "2024-06-24 midsommarafton",
    ),
    "new year": (
        "3 arbetsdagar",
        "2024-12-30",
        "2025-01-07 nyårsafton, nyårsdagen, trettondedag jul",
    ),
    "school days over a break": ("3 skoldagar", "2024-03-22", "2024-04-04 påsklov"),
    "school days with another's break": ("3 skoldagar", "2023-10-27", "2023-11-01"),
    "school days of a year without breaks": ("3 skoldagar", "2020-10-27", "2020-10-30 unsure"),
    "nobody knows": ("okänt", "2024-03-22", "None"),
}
BREAKS = """\
pasklov:
  name: Påsklov
  from: 2024-03-25
  to: 2024-04-01
  association: ef
hostlov:
  name: Höstlov
  from: 2023-10-30
  to: 2023-11-03
  association: andra
"""


@pytest.mark.parametrize("name", DEADLINES)
def test_deadlines(name: str) -> None:
    """The first day is the one after; what was leapt over is told, weekends apart."""
    written, day, expected = DEADLINES[name]
    found = small(
        {
            "networks/breaks.yml": BREAKS,
            "networks/andra/association.yml": "name: Andra\nlegal_form: kommunalförbund\n",
        }
    )
    within = read_notes_within(written)
    assert within
    due = deadline(dt.date.fromisoformat(day), within, breaks_of(found, "ef"))
    assert due_in_short(due) == expected


def due_in_short(due: Deadline | None) -> str:
    if due is None:
        return "None"
    free = ", ".join(lower_first(one.name) for one in due.skipped)
    kind = "kind=calendar" if due.kind is DayKind.CALENDAR else ""
    sure = "" if due.is_known else "unsure"
    return " ".join(filter(None, (str(due.last), free, kind, sure)))


@given(
    day=st.dates(dt.date(1950, 1, 1), dt.date(2150, 1, 1)),
    days=st.integers(1, 60),
    kind=st.sampled_from(DayKind),
)
def test_a_deadline_lies_on_a_day_that_counts(day: dt.date, days: int, kind: DayKind) -> None:
    """More free days never make a time shorter, and one more day never ends it sooner."""
    breaks = breaks_of(small({"networks/breaks.yml": BREAKS.replace("andra", "ef")}), "ef")
    due = deadline(day, NotesWithin(days, kind), breaks)
    later = deadline(day, NotesWithin(days + 1, kind), breaks)
    assert due
    assert later
    assert day + dt.timedelta(days=days) <= due.last < later.last
    if kind is not DayKind.CALENDAR:
        assert due.last.weekday() < 5
        assert not holiday(due.last)


@pytest.mark.parametrize(
    ("written", "told"),
    (
        ("minst hälften", "minst hälften av ledamöterna"),
        ("hälften av ledamöterna", "minst hälften av ledamöterna"),
        ("Fler än hälften av kommunerna", "fler än hälften av kommunerna"),
        ("minst hälften av organisationerna", "minst hälften av organisationerna"),
        ("mer än hälften", "fler än hälften av ledamöterna"),
        ("minst två tredjedelar", "minst två tredjedelar av ledamöterna"),
        ("minst 5 ledamöter", "minst 5 ledamöter"),
        ("5", "minst 5 ledamöter"),
        ("fler än 5 kommuner", "minst 6 kommuner"),
        ("1 organisation", "minst 1 organisation"),
        ("okänt", "tillräckligt många"),
    ),
)
def test_a_quorum_is_read_and_told(written: str, told: str) -> None:
    quorum = read_quorum(written)
    assert quorum
    assert told_quorum(quorum) == told


DEMANDS = {
    "möten per år: 4": "Minst 4 möten per år",
    "möten per år: 1": "Minst 1 möte per år",
    "veckodag: fredag": "Möten på fredagar",
    "beslutsför: minst hälften av kommunerna": "Minst hälften av kommunerna för att besluta",
    "anteckningar inom: 14 dagar": "Anteckningar som publiceras inom 14 dagar",
    "revideras: årligen": "Uppdraget revideras varje år",
    "verksamhetsrapport: ja": "En verksamhetsrapport varje år",
}


@pytest.mark.parametrize("head", DEMANDS)
def test_a_demand_has_the_same_words_where_it_is_told_and_where_it_is_judged(head: str) -> None:
    text = page_of("natverk/brygg.md", content({"2021": f"gäller: från 2021\n{head}"}, *DAYS))
    assert (
        f'Det här kräver uppdraget:\n\n<div class="nv-duties" markdown="1">\n\n- {DEMANDS[head]}\n'
        in text
    )
    assert f"**{DEMANDS[head]}**" in text


@pytest.mark.parametrize("written", ("nästan alla", "hälften av stolarna", "-1"))
def test_a_quorum_that_cannot_be_counted_is_refused(written: str) -> None:
    with pytest.raises(RefusalError, match="går inte att räkna"):
        read_quorum(written)


@pytest.mark.parametrize(
    ("share", "everyone", "needed"),
    (
        ("minst hälften", 4, 2),
        ("minst hälften", 5, 3),
        ("fler än hälften", 4, 3),
        ("fler än hälften", 5, 3),
        ("minst två tredjedelar", 7, 5),
        ("minst hälften", 0, 0),
    ),
)
def test_a_share_is_rounded_up(share: str, everyone: int, needed: int) -> None:
    quorum = read_quorum(share)
    assert quorum
    assert quorum.of(everyone) == needed


PEOPLE = """\
  - {{name: Anna, organisation: bryggeby{since}}}
  - {{name: Bo, organisation: bryggeby{since}}}
  - {{name: Cia, organisation: ekhamn{since}}}
  - {{name: Dan, organisation: ekhamn{since}}}
  - {{name: Eva, kind: ersättare{since}}}
  - {{name: Fia, kind: sekretariat{since}}}
"""
DATED = PEOPLE.format(since=", from: 2020-01-01")
VACANT = DATED + "  - {role: ledamot, organisation: lindasa, vacant: ja, from: 2020-01-01}\n"
ORGANISATIONS = {
    **dict.fromkeys(("bryggeby", "ekhamn", "lindasa"), "kommun"),
    "provverket": "myndighet",
}
QUORUMS = {
    "enough": (DATED, "minst hälften", "Anna, Bo", "met 2/2"),
    "a deputy for somebody": (DATED, "minst hälften", "Anna; Eva; ersättare för Bo", "met 2/2"),
    "too few": (DATED, "minst hälften", "Anna, Fia", "not_met 1/2"),
    "a deputy for nobody": (DATED, "minst hälften", "Anna, Eva", "unknown attendance 1/2"),
    "somebody nobody knows": (DATED, "minst hälften", "Anna, Gun", "unknown attendance 1/2"),
    "too few whoever they are": (DATED, "minst 3 ledamöter", "Anna, Gun", "not_met 1/3"),
    "a part of the meeting": (
        DATED,
        "minst hälften",
        "Anna, Bo; punkt 1",
        "unknown attendance 1/2",
    ),
    "no list": (DATED, "minst hälften", "", "unknown attendance None/None"),
    "half of the municipalities": (DATED, "minst hälften av kommunerna", "Anna", "met 1/1"),
    "two of one municipality are one": (
        DATED,
        "fler än hälften av kommunerna",
        "Anna, Bo",
        "not_met 1/2",
    ),
    "what is no municipality is not counted": (
        DATED + "  - {name: Hal, organisation: provverket, from: 2020-01-01}\n",
        "fler än hälften av kommunerna",
        "Anna, Hal",
        "not_met 1/2",
    ),
    "it is among the organisations": (
        DATED + "  - {name: Hal, organisation: provverket, from: 2020-01-01}\n",
        "fler än hälften av organisationerna",
        "Anna, Hal",
        "met 2/2",
    ),
    "a vacant place that makes no difference": (
        VACANT,
        "fler än hälften",
        "Anna, Bo",
        "not_met 2/3",
    ),
    "a vacant place that may make one": (
        VACANT,
        "minst hälften",
        "Anna, Bo",
        "unknown attendance 2/3",
    ),
    "nobody knows since when they sit": (
        PEOPLE.format(since=""),
        "minst hälften",
        "Anna",
        "unknown attendance 1/2",
    ),
    "nobody knows how many are needed": (DATED, "okänt", "Anna", "unknown attendance None/None"),
    "no members at all": ("", "minst hälften", "Anna", "unknown attendance None/None"),
}


@pytest.mark.parametrize("name", QUORUMS)
def test_a_quorum_is_counted_from_the_list(name: str) -> None:
    """A lack is told only where it is one however the list is read."""
    members, written, there, expected = QUORUMS[name]
    mandate = f"---\ngäller: från 2021\nbeslutsför: {written}\n---\n\n## Uppdrag\n\n- Mötas.\n"
    lines = "".join(f"- {one}\n" for one in re.split(r", |; (?=Eva)", there) if one)
    register = NETWORK + HERE_SINCE + (f"members:\n{members}" if members else "")
    found = small(
        {
            "networks/organisations.yml": "".join(
                f"{one}:\n  name: {one.title()}\n  kind: {kind}\n"
                for one, kind in ORGANISATIONS.items()
            ),
            "networks/ef/brygg/network.yml": register,
            "networks/ef/brygg/mandates/2021.md": mandate,
            "minutes/brygg/2021-03-05.md": (f"## Närvarande\n\n{lines}\n" if lines else "")
            + "## Frågor\n\nText.\n",
        }
    )
    assert not [one for one in found.findings if one.level is Level.ERROR]
    judgements = judge_all(found, found.networks["brygg"], dt.date(2022, 2, 1), NO_CHANGES)
    (one,) = (one for one in judgements if one.duty is Duty.QUORUM and one.year == 2021)
    (seen,) = one.seen
    assert f"{told(one)} {seen.present}/{seen.needed}" == expected


@given(
    mandates=st.dictionaries(
        st.sampled_from(("2019", "2020", "2021", "2022")),
        st.sampled_from(
            (
                "möten per år: minst 4\nveckodag: fredag",
                "anteckningar inom: 14 dagar\nrevideras: årligen",
                "gäller: 2020\nverksamhetsrapport: ja",
            )
        ),
    ),
    days=st.lists(st.dates(dt.date(2019, 1, 1), dt.date(2022, 12, 31)), unique=True, max_size=6),
    register=st.sampled_from(("", HERE_SINCE, "records_from: 2021-05-01\nreviewed: 2021-06-01\n")),
    today=st.dates(dt.date(2019, 1, 1), dt.date(2024, 12, 31)),
)
def test_a_lack_is_told_only_of_years_that_are_over_and_known(
    mandates: dict[str, str], days: list[dt.date], register: str, today: dt.date
) -> None:
    """Whatever the files hold; and what cannot be known always has a reason."""
    found = content(mandates, *map(str, days), register=register)
    network = found.networks["brygg"]
    notes = min((day for day in days if day <= today), default=None)
    first = network.records_from.first if network.records_from else notes
    for one in judge_all(found, network, today, NO_CHANGES):
        assert (one.why is not None) == (one.outcome is Outcome.UNKNOWN)
        if one.outcome is Outcome.NOT_MET:
            assert one.year < today.year
            assert first is not None
            assert one.year >= first.year


@given(order=st.permutations(DAYS), calendar=st.sampled_from(("", "2021-12-10 planerat")))
def test_the_order_of_files_never_matters(order: list[str], calendar: str) -> None:
    assert judged(content(FOUR, *order, calendar=calendar), "2022-02-01") == judged(
        content(FOUR, *DAYS, calendar=calendar), "2022-02-01"
    )


def test_years_alike_are_told_together_and_only_years_in_a_row() -> None:
    found = content(
        {
            "2020": "gäller: 2020\nmöten per år: minst 4",
            "2021": "gäller: 2021\nmöten per år: minst 3",
            "2022": "gäller: från 2022\nmöten per år: minst 4",
        },
        register="",
    )
    judgements = judge_all(found, found.networks["brygg"], dt.date(2024, 5, 15), NO_CHANGES)
    rows = [row for row in duty_rows(judgements) if row.duty is Duty.MEETINGS]
    assert [
        (row.demand, [(one.first, one.last, one.why) for one in row.judgements]) for row in rows
    ] == [
        (4, [(2022, 2024, Why.NO_RECORDS), (2020, 2020, Why.NO_RECORDS)]),
        (3, [(2021, 2021, Why.NO_RECORDS)]),
    ]


def test_what_is_left_today() -> None:
    """Of the example's directors: places, terms, follow-ups and decisions that wait."""
    rows = Rows(load(EXAMPLE), TODAY)
    found = followed_up(rows, NO_CHANGES)
    one = found["skolchefsnatverket"]
    assert [(row.organisation, row.vacant) for row in one.vacancies] == [("lindasa", 1)]
    assert [row.roles for row in one.vacant] == [("kontaktperson för forskning",)]
    assert [(row.name, str(row.last)) for row in one.endings] == [("Egil Testmark", "2024-06-30")]
    assert [row.id for row in one.overdue] == ["skolchefsnatverket/2024-03-08/a1"]
    assert [row.waits_for for row in one.waiting] == ["Utbildningsrådet"]
    assert "direktionen" not in found


def test_a_decision_waits_with_the_body_that_made_it() -> None:
    """Although another body's notes tell of it; one made by a body elsewhere stays with the notes."""
    marked = (
        "> **Beslut {}: Så**\n>\n> Text.\n>\n> - Av: {}\n> - Går vidare till: Bryggnätverket\n\n"
    )
    found = small(
        {
            "networks/ef/radet/network.yml": NETWORK.replace("Bryggnätverket", "Rådet"),
            "minutes/brygg/2024-03-08.md": "## Frågor\n\n"
            + marked.format(1, "Rådet")
            + marked.format(2, "Någon annan"),
        }
    )
    rows = followed_up(Rows(found, TODAY), NO_CHANGES)
    assert {key: [row.number for row in one.waiting] for key, one in rows.items()} == {
        "brygg": [2],
        "radet": [1],
    }


def test_terms_that_end_within_ninety_days() -> None:
    member = "  - name: {}\n    from: 2020-01-01\n    to: {}\n"
    known = {"Anna": "2024-05-14", "Bo": "2024-05-15", "Cia": "2024-08-13", "Disa": "2024-08-14"}
    register = "members:\n" + "".join(member.format(*pair) for pair in known.items())
    register += "  - name: Eva\n    roles:\n      - role: ordf.\n        to: 2024-06-30\n"
    rows = Rows(content({}, register=register), TODAY)
    endings = followed_up(rows, NO_CHANGES)["brygg"].endings
    assert [(one.name, one.role) for one in endings] == [
        ("Bo", ""),
        ("Eva", "ordförande"),
        ("Cia", ""),
    ]


def test_the_repositorys_preschool_network_says_that_nobody_can_know() -> None:
    """Its mandate has demanded a lot since 2023, and no meeting is recorded."""
    root = EXAMPLE.parent.parent
    text = page_of("natverk/natverket-forskola.md", load(root), dt.date(2026, 11, 22))
    followed = text.partition("## Så följs uppdraget")[2].partition("\n## ")[0]
    assert "Inga möten finns dokumenterade här." in followed
    for demand in ("Minst 4 möten per år", "Möten på fredagar", "Anteckningar som publiceras"):
        told_of = followed.partition(f"**{demand}**")[2].partition("**")[0]
        assert "2023–2026:" in told_of
        assert "Går inte att se" in told_of
    assert "Inte uppfyllt" not in followed


def test_demands_of_which_the_same_is_to_be_said_stand_together() -> None:
    head = "gäller: från 2021\nmöten per år: 4\nveckodag: fredag\nanteckningar inom: 14 dagar"
    text = page_of("uppfoljning/index.md", content({"2021": head}, register=""))
    assert (
        "- Minst 4 möten per år, möten på fredagar "
        "och anteckningar som publiceras inom 14 dagar\n"
        "    - 2021–2024: Inga anteckningar från mötena finns här.\n"
    ) in text


def test_what_a_heading_says_is_not_said_again_below_it() -> None:
    """Neither the outcome, nor the meetings that did as they should; the network's page has them."""
    head = "gäller: från 2021\nmöten per år: 4\nveckodag: fredag"
    found = content({"2021": head}, "2021-01-15", "2021-04-14")
    text = page_of("uppfoljning/index.md", found)
    assert text.count("Inte uppfyllt") == 1
    assert "- Minst 4 möten per år\n" in text
    assert "- Möten på fredagar\n    - 2021: En annan veckodag: onsdag 14 april 2021.\n" in text
    own = page_of("natverk/brygg.md", found)
    assert own.count("Inte uppfyllt") > 1
    assert "Rätt veckodag: 15 januari 2021" in own


def test_a_note_about_a_vacant_place_is_a_sentence_of_its_own() -> None:
    vacant = "members:\n  - vacant: true\n    title: Skolchef\n    note: Ingen är namngiven.\n"
    text = page_of("uppfoljning/index.md", content({}, register=vacant))
    assert 'Skolchef. <span class="nv-muted">Ingen är namngiven.</span>' in text


def test_pages_without_anything_to_follow_up_say_so() -> None:
    found = small({})
    assert "Inget är kvar att göra." in page_of("uppfoljning/att-gora.md", found)
    assert "går att följa upp finns här för [Bryggnätverket]" in page_of(
        "uppfoljning/index.md", found
    )


def test_the_calendar_of_the_tests_holds_what_it_says() -> None:
    """A control: the helper's statuses are read."""
    found = content({}, calendar="2021-03-05 planerat, 2021-06-04 genomfört")
    assert [one.status for one in found.meetings_of("brygg")] == [
        MeetingStatus.PLANNED,
        MeetingStatus.HELD,
    ]
