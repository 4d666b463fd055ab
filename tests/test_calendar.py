"""Calendars as a subscriber's program reads them: parsed back by the icalendar library."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import vobject
from built import git
from content import EXAMPLE, FORBUND, NETWORK, TODAY, page_of, small, write
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event
from natverk.changes import Change, Changes
from natverk.githistory import read_changes
from natverk.load import load
from natverk.model.catalogue import Catalogue
from natverk.site import build

SWEDEN = ZoneInfo("Europe/Stockholm")
FILES = {
    one.path: one.content or b"" for one in build(load(EXAMPLE), TODAY) if one.path.endswith(".ics")
}
UID = "brygg-2024-03-08@ef.natverk"


def content(*entries: str, **files: str) -> Catalogue:
    """Return a Catalogue whose one network has `entries` in its calendar."""
    meetings = "".join(f"  - {{{entry}}}\n" for entry in entries)
    register = NETWORK + f"meetings:\n{meetings}" if entries else NETWORK
    return small({"networks/ef/brygg/network.yml": register, **files})


def read(catalogue: Catalogue, path: str = "kalender.ics", **options: object) -> Calendar:
    """Return one of the site's calendars, parsed."""
    (output,) = [one for one in build(catalogue, TODAY, **options) if one.path == path]
    calendar = Calendar.from_ical(output.content or b"")
    assert isinstance(calendar, Calendar)
    return calendar


def events(calendar: Calendar) -> dict[str, Event]:
    """Return a calendar's events by UID; no UID stands twice."""
    found = {str(event["UID"]): event for event in calendar.events}
    assert len(found) == len(calendar.events)
    return found


TIMES = {
    "date: 2024-03-29, time: 08.30–11.30": ("2024-03-29T07:30+00:00", "2024-03-29T10:30+00:00"),
    "date: 2024-04-05, time: 08.30–11.30": ("2024-04-05T06:30+00:00", "2024-04-05T09:30+00:00"),
    "date: 2024-10-25, time: 08.30–11.30": ("2024-10-25T06:30+00:00", "2024-10-25T09:30+00:00"),
    "date: 2024-11-01, time: 08.30–11.30": ("2024-11-01T07:30+00:00", "2024-11-01T10:30+00:00"),
    "date: 2024-03-31, time: 01.00–08.00": ("2024-03-31T00:00+00:00", "2024-03-31T06:00+00:00"),
    "date: 2024-03-08, time: 20.00–24.00": ("2024-03-08T19:00+00:00", "2024-03-08T23:00+00:00"),
    "date: 2024-03-08, until: 2024-03-09, time: 10.00–15.00": (
        "2024-03-08T09:00+00:00",
        "2024-03-09T14:00+00:00",
    ),
}


@pytest.mark.parametrize("entry", TIMES)
def test_a_meeting_is_at_its_hour_in_sweden_summer_and_winter(entry: str) -> None:
    (event,) = events(read(content(entry))).values()
    start, end = (
        event.decoded(name).astimezone(dt.UTC).isoformat(timespec="minutes")
        for name in ("DTSTART", "DTEND")
    )
    assert (start, end) == TIMES[entry]
    assert event["DTSTART"].params["TZID"] == "Europe/Stockholm"


DAYS = {
    "date: 2024-03-08": (dt.date(2024, 3, 8), dt.date(2024, 3, 9)),
    "date: 2024-03-08, until: 2024-03-09": (dt.date(2024, 3, 8), dt.date(2024, 3, 10)),
    "date: 2024-12-31": (dt.date(2024, 12, 31), dt.date(2025, 1, 1)),
}


@pytest.mark.parametrize("entry", DAYS)
def test_a_meeting_without_hour_is_whole_days(entry: str) -> None:
    """DTEND is the day after the last one (RFC 5545)."""
    (event,) = events(read(content(entry))).values()
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == DAYS[entry]


@given(st.datetimes(dt.datetime(1996, 4, 1), dt.datetime(2037, 12, 31)))  # noqa: DTZ001 - local time
def test_the_file_carries_the_rules_of_swedish_time(local: dt.datetime) -> None:
    """Outlook believes the file's own VTIMEZONE, not its name."""
    (zone,) = CALENDAR.walk("VTIMEZONE")
    carried = zone.to_tz(lookup_tzid=False)
    assert local.replace(tzinfo=carried).utcoffset() == local.replace(tzinfo=SWEDEN).utcoffset()


CALENDAR = read(content("date: 2024-03-08, time: 09.00"))


def test_a_cancelled_meeting_stays_and_says_so() -> None:
    planned = events(read(content("date: 2024-03-08, status: bekräftat")))[UID]
    cancelled = events(
        read(content("date: 2024-03-08, status: inställt, reason: För få kunde komma."))
    )[UID]
    assert (planned["STATUS"], cancelled["STATUS"]) == ("CONFIRMED", "CANCELLED")
    assert cancelled["SEQUENCE"] > planned["SEQUENCE"]
    assert str(cancelled["SUMMARY"]) == "Inställt: Bryggnätverket"
    assert str(cancelled["DESCRIPTION"]) == "För få kunde komma."


MOVED = {
    "to a day of its own": ("date: 2024-03-08, status: flyttat, moved_to: 2024-03-15",),
    "to a day that is in the calendar": (
        "date: 2024-03-08, status: flyttat, moved_to: 2024-03-15",
        "date: 2024-03-15, time: 09.00",
    ),
    "twice": (
        "date: 2024-03-08, status: flyttat, moved_to: 2024-03-12",
        "date: 2024-03-12, status: flyttat, moved_to: 2024-03-15",
    ),
    "backwards": (
        "date: 2024-03-08, status: flyttat, moved_to: 2024-03-15",
        "date: 2024-03-15, status: bekräftat",
    ),
}


@pytest.mark.parametrize("case", MOVED)
def test_a_moved_meeting_is_one_meeting_on_its_new_day(case: str) -> None:
    """A subscriber sees it move, since UID is the same and SEQUENCE higher."""
    before = events(read(content("date: 2024-03-08")))
    after = events(read(content(*MOVED[case])))
    assert before.keys() == after.keys() == {UID}
    day = after[UID].decoded("DTSTART")
    assert (day.date() if isinstance(day, dt.datetime) else day) == dt.date(2024, 3, 15)
    assert after[UID]["SEQUENCE"] > before[UID]["SEQUENCE"]
    assert after[UID]["STATUS"] != "CANCELLED"


def test_the_notes_of_a_moved_meeting_keep_its_uid() -> None:
    entry = "date: 2024-03-08, status: flyttat, moved_to: 2024-03-15"
    catalogue = content(entry, **{"minutes/brygg/2024-03-15.md": "## Dagordning\n"})
    (event,) = events(read(catalogue)).values()
    assert (str(event["UID"]), event["STATUS"]) == (UID, "CONFIRMED")


def test_each_day_of_a_moved_meeting_has_a_file_with_the_meeting_on_its_last() -> None:
    """Whoever took the file before the move finds the new day at the same address."""
    entries = MOVED["twice"]
    for day in ("2024-03-08", "2024-03-12", "2024-03-15"):
        (event,) = events(read(content(*entries), f"natverk/brygg/{day}.ics")).values()
        assert (str(event["UID"]), event.decoded("DTSTART")) == (UID, dt.date(2024, 3, 15))


def test_two_meetings_that_are_moved_to_one_day_are_two() -> None:
    """And whoever took the file of either has its new day at the same address."""
    entries = (
        "date: 2024-03-08, time: 09.00, status: flyttat, moved_to: 2024-03-15",
        "date: 2024-03-12, time: 13.00, status: flyttat, moved_to: 2024-03-15",
    )
    days = {UID: ("2024-03-08", 9), "brygg-2024-03-12@ef.natverk": ("2024-03-12", 13)}
    found = events(read(content(*entries)))
    assert found.keys() == days.keys()
    for uid, (day, hour) in days.items():
        start = found[uid].decoded("DTSTART")
        assert (start.date(), start.hour) == (dt.date(2024, 3, 15), hour)
        assert list(events(read(content(*entries), f"natverk/brygg/{day}.ics"))) == [uid]
    for old, new in (("08", "2024-03-15"), ("12", "2024-03-15-2")):
        page = page_of(f"natverk/brygg/2024-03-{old}.md", content(*entries))
        assert f"[Gå till mötets nya dag](/natverk/brygg/{new}.md)" in page


def test_a_meeting_of_two_days_has_two_days_when_it_is_moved() -> None:
    entry = "date: 2024-03-08, until: 2024-03-09, status: flyttat, moved_to: 2024-03-30"
    (event,) = events(read(content(entry))).values()
    assert event.decoded("DTSTART") == dt.date(2024, 3, 30)
    assert event.decoded("DTEND") == dt.date(2024, 4, 1)


def test_the_meetings_of_a_day_stand_by_the_hour() -> None:
    meetings = "meetings:\n  - date: 2024-09-06\n    time: {}\n"
    found = small(
        {
            "networks/ef/ask/network.yml": "name: Ask\nkind: forum\n" + meetings.format("13.00"),
            "networks/ef/brygg/network.yml": NETWORK + meetings.format("09.00"),
        }
    )
    page = page_of("kalender/index.md", found)
    assert page.index("/natverk/brygg/2024-09-06.md") < page.index("/natverk/ask/2024-09-06.md")


WAITING = "Kallelsen läggs på den här sidan"


def test_an_invitation_is_promised_for_what_will_be_held_and_nothing_else() -> None:
    """TODAY is before all three."""
    found = content(
        "date: 2024-09-06",
        "date: 2024-09-13, status: inställt",
        "date: 2024-09-20, status: flyttat, moved_to: 2024-09-27",
    )
    days = ("09-06", "09-13", "09-20", "09-27")
    pages = [page_of(f"natverk/brygg/2024-{day}.md", found) for day in days]
    assert [WAITING in page for page in pages] == [True, False, False, True]


def test_two_meetings_of_a_day_are_two() -> None:
    found = events(read(content("date: 2024-03-08, time: 09.00", "date: 2024-03-08, time: 13.00")))
    assert list(found) == [UID, "brygg-2024-03-08-2@ef.natverk"]


def test_a_joint_meeting_is_one_meeting_in_both_calendars() -> None:
    catalogue = small(
        {
            "networks/ef/sund/network.yml": NETWORK.replace("Brygg", "Sund"),
            "minutes/brygg/2024-03-08.md": "---\ntillsammans med: [sund]\n---\n",
        }
    )
    for path in ("kalender.ics", "natverk/brygg/kalender.ics", "natverk/sund/kalender.ics"):
        assert list(events(read(catalogue, path))) == [UID]


def test_an_organisation_has_the_meetings_of_the_networks_it_sits_in() -> None:
    found = events(read(load(EXAMPLE), "organisationer/bryggeby/kalender.ics"))
    networks = {identity.partition("-")[0] for identity in found}
    assert networks == {"skolchefsnatverket", "matematiknatverket"}


def test_every_change_of_a_file_counts_and_the_last_one_dates() -> None:
    """SEQUENCE and LAST-MODIFIED grow with the files' history; calendar programs look at both."""
    files = {
        "networks/ef/brygg/network.yml": Change(dt.datetime(2024, 3, 1, 12, tzinfo=dt.UTC), 4),
        "minutes/brygg/2024-03-08.md": Change(dt.datetime(2024, 3, 9, 8, tzinfo=dt.UTC), 2),
    }
    catalogue = content("date: 2024-03-08", **{"minutes/brygg/2024-03-08.md": "## Dagordning\n"})
    event = events(read(catalogue, changes=Changes(files)))[UID]
    assert event["SEQUENCE"] == 6
    assert event.decoded("LAST-MODIFIED") == files["minutes/brygg/2024-03-08.md"].when
    assert event.decoded("DTSTAMP") == files["minutes/brygg/2024-03-08.md"].when


CLOCK = "    time: 09.00–12.00\n"
MOVE = CLOCK + "    status: flyttat\n    moved_to: "
PLANNED = f"  - date: 2024-09-13\n{CLOCK}"
MOVED_ONCE = f"  - date: 2024-09-13\n{MOVE}2024-09-20\n"
MOVED_TWICE = f"{MOVED_ONCE}  - date: 2024-09-20\n{MOVE}2024-09-27\n"
CANCELLED = f"{MOVED_TWICE}  - date: 2024-09-27\n{CLOCK}    status: inställt\n    reason: För få.\n"
LIFE = (
    ("2024-09-13", PLANNED),
    ("2024-09-20", MOVED_ONCE),
    ("2024-09-27", MOVED_TWICE),
    ("2024-09-27", CANCELLED),
)
"""The day of a meeting and the rows of its calendar: planned, moved, moved again, cancelled."""


def test_a_moved_meeting_keeps_the_time_that_its_document_leaves_out() -> None:
    network = (
        "name: Bryggnätverket\nkind: forum\nmeetings:\n  - date: 2024-09-13\n    time: 09.00–12.00\n"
        "    status: flyttat\n    moved_to: 2024-09-20\n"
    )
    files = {"networks/ef/brygg/network.yml": network}
    document = {"minutes/brygg/2024-09-20.md": "---\nstatus: kallelse\n---\n\n### 1. Bron\n"}
    for known in (files, files | document):
        meeting = small(known).meetings["brygg/2024-09-20"]
        assert str(meeting.times) == "09.00–12.00"


def test_a_subscriber_sees_each_move_and_the_cancellation(tmp_path: Path) -> None:
    """From a real history: the UID stays and SEQUENCE grows, also when the invitation is renamed."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    write(tmp_path, {"networks/ef/association.yml": FORBUND})
    seen = []
    for day, rows in LIFE:
        for old in tmp_path.glob("minutes/brygg/*.md"):
            old.unlink()
        write(tmp_path, {"networks/ef/brygg/network.yml": f"{NETWORK}meetings:\n{rows}"})
        for word in ("ett", "två", "tre", "fyra")[: 1 if seen else 4]:
            text = f"---\nstatus: kallelse\n---\n\n## Dagordning\n\n{word} {len(seen)}\n"
            write(tmp_path, {f"minutes/brygg/{day}.md": text})
            git(tmp_path, "add", "--all")
            git(tmp_path, "commit", "--quiet", "--message", "Kallelsen")
        seen.append(_only_event(tmp_path))
    assert {uid for uid, *_ in seen} == {"brygg-2024-09-13@ef.natverk"}
    assert [f"{start:%Y-%m-%d}" for _, start, *_ in seen] == [day for day, _ in LIFE]
    numbers = [sequence for *_, sequence, _ in seen]
    assert numbers == sorted(set(numbers))
    assert [status for *_, status in seen] == ["TENTATIVE", "CONFIRMED", "CONFIRMED", "CANCELLED"]


def _only_event(root: Path) -> tuple[str, dt.datetime, int, str]:
    """Return what a program other than ours reads of the one meeting: UID, start, SEQUENCE, STATUS."""
    outputs = build(load(root), TODAY, changes=read_changes(root))
    (file,) = [one for one in outputs if one.path == "natverk/brygg/kalender.ics"]
    (event,) = vobject.readOne((file.content or b"").decode()).vevent_list
    return (
        event.uid.value,
        event.dtstart.value,
        int(event.sequence.value),
        event.status.value,
    )


@pytest.mark.parametrize("path", FILES)
def test_another_program_reads_the_same(path: str) -> None:
    """vobject, which Radicale reads calendars with, and icalendar agree on every event."""
    raw = FILES[path]
    theirs = {
        event.uid.value: (event.summary.value, event.dtstart.value, event.dtend.value)
        for event in getattr(vobject.readOne(raw.decode()), "vevent_list", ())
        if hasattr(event, "dtend")
    }
    ours = {
        uid: (str(event["SUMMARY"]), event.decoded("DTSTART"), event.decoded("DTEND"))
        for uid, event in events(Calendar.from_ical(raw)).items()
        if "DTEND" in event
    }
    assert {uid: _flat(parts) for uid, parts in theirs.items()} == {
        uid: _flat(parts) for uid, parts in ours.items()
    }


def _flat(parts: tuple[object, ...]) -> list[str]:
    """Return what is read in words; two libraries have two kinds of time zones."""
    return [
        part.astimezone(dt.UTC).isoformat() if isinstance(part, dt.datetime) else str(part)
        for part in parts
    ]


TEXTS = ("Rum 3; plan 2, mitt emot", "Två\\n rader", "Åäö \N{SNOWMAN}", "a" * 200, "BEGIN:VEVENT")


@pytest.mark.parametrize("place", TEXTS)
def test_any_text_comes_back_as_it_was_written(place: str) -> None:
    catalogue = small(
        {
            "networks/ef/brygg/network.yml": NETWORK
            + f"meetings:\n  - date: 2024-03-08\n    place: '{place}'\n"
        }
    )
    (event,) = events(read(catalogue)).values()
    assert str(event["LOCATION"]) == place


def test_a_meeting_links_to_its_page_where_the_site_has_an_address() -> None:
    catalogue = content("date: 2024-03-08")
    (event,) = events(read(catalogue, site="https://exempel.example/natet/")).values()
    assert event["URL"] == "https://exempel.example/natet/natverk/brygg/2024-03-08/"
    (event,) = events(read(catalogue)).values()
    assert "URL" not in event


def test_a_network_is_called_what_it_was_called_that_day() -> None:
    names = "names:\n  - name: Bron\n    to: 2023\n  - name: Bryggan\n    from: 2024\nkind: forum\n"
    meetings = "meetings:\n  - date: 2023-12-31\n  - date: 2024-01-01\n"
    catalogue = small({"networks/ef/brygg/network.yml": names + meetings})
    assert [str(event["SUMMARY"]) for event in read(catalogue).events] == ["Bron", "Bryggan"]


def test_no_line_is_longer_than_a_program_must_read() -> None:
    for output in build(load(EXAMPLE), TODAY):
        if output.path.endswith(".ics"):
            content_lines = (output.content or b"").split(b"\r\n")
            assert max(map(len, content_lines)) <= 75
            assert not any(b"\n" in line for line in content_lines)
