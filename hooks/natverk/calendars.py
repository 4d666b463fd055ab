"""Calendars to subscribe to: iCalendar (RFC 5545), written by the icalendar library.

A meeting keeps its UID for life, also when it is moved, and subscribers see a change only when
SEQUENCE and LAST-MODIFIED grow: both follow the number and time of the file's changes.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from natverk import urls
from natverk.changes import Changes
from natverk.model.catalogue import Catalogue
from natverk.model.meetings import Meeting
from natverk.model.vocabulary import MeetingStatus
from natverk.outputs import Output
from natverk.views.naming import by_name, named
from natverk.views.organisation import Place, networks_of

SWEDEN = ZoneInfo("Europe/Stockholm")
_STATUS = {
    MeetingStatus.PLANNED: "TENTATIVE",
    MeetingStatus.CANCELLED: "CANCELLED",
}
_REFRESH = dt.timedelta(hours=12)
_WINTER, _SUMMER = dt.timedelta(hours=1), dt.timedelta(hours=2)
"""Sweden's offsets from UTC. Since 1996 the EU changes both on the last Sundays of March and
October (now directive 2000/84/EC); meetings with a clock that are older than that are not foreseen.
"""


def calendar_files(
    catalogue: Catalogue,
    places: Mapping[str, tuple[Place, ...]],
    changes: Changes,
    site: str,
    today: dt.date,
) -> Iterator[Output]:
    """Yield the calendars of everything, each association, network, organisation and meeting.

    `site` is the site's address, empty when it has none. An event stands in many calendars, so
    each is serialised once.
    """
    written = {
        meeting.id: _event(catalogue, meeting, changes, site, today).to_ical()
        for meeting in catalogue.meetings.values()
        if meeting.status is not MeetingStatus.MOVED
    }
    yield _file("", "Alla nätverk", written.values())
    networks: dict[str, list[str]] = defaultdict(list)
    for network in catalogue.networks.values():
        networks[network.association].append(network.id)
        own = _own(catalogue, written, [network.id])
        yield _file(f"natverk/{network.id}", named(catalogue, network.id), own)
    for identity in catalogue.associations:
        own = _own(catalogue, written, networks[identity])
        yield _file(f"forbund/{identity}", named(catalogue, identity), own)
    for identity in by_name(catalogue, [*catalogue.organisations, *catalogue.associations]):
        own = _own(catalogue, written, networks_of(places.get(identity, ())))
        yield _file(f"organisationer/{identity}", f"Nätverk för {named(catalogue, identity)}", own)
    yield from _meeting_files(catalogue, written)


def _own(
    catalogue: Catalogue, written: Mapping[str, bytes], networks: Iterable[str]
) -> list[bytes]:
    meetings = {
        meeting.id: meeting for network in networks for meeting in catalogue.meetings_of(network)
    }
    ordered = sorted(meetings.values(), key=lambda meeting: (meeting.day, meeting.id))
    return [written[meeting.id] for meeting in ordered if meeting.id in written]


def _meeting_files(catalogue: Catalogue, written: Mapping[str, bytes]) -> Iterator[Output]:
    """Yield a file for each meeting; that of a day which was moved holds the meeting on its new one.

    Past meetings keep theirs, so that no address dies.
    """
    begins, end = _frame()
    for identity, event in written.items():
        content = b"".join([begins, event, end])
        for day in _days_of(catalogue, catalogue.meetings[identity]):
            yield Output(path=urls.meeting_file(day), content=content)


def _file(scope: str, name: str, events: Iterable[bytes]) -> Output:
    begins, end = _frame(name)
    return Output(path=urls.calendar_file(scope), content=b"".join([begins, *events, end]))


def _frame(name: str = "") -> tuple[bytes, bytes]:
    """Return the library's own text before and after a calendar's events.

    One that is subscribed to has a name, and says how often programs should look for news
    (RFC 7986; Outlook reads the older X-PUBLISHED-TTL).
    """
    calendar = Calendar()
    calendar.add("prodid", "-//natverk//natverk//SV")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    if name:
        calendar.add("name", name)
        calendar.add("x-wr-calname", name)
        calendar.add("refresh-interval", _REFRESH, parameters={"value": "DURATION"})
        calendar.add("x-published-ttl", "PT12H")
    calendar.add("x-wr-timezone", SWEDEN.key)
    calendar.add_component(_timezone())
    begins, end, _ = calendar.to_ical().partition(b"END:VCALENDAR")
    return begins, end + b"\r\n"


def _timezone() -> Timezone:
    zone = Timezone()
    zone.add("tzid", SWEDEN.key)
    zone.add_component(_half(TimezoneDaylight(), "1996-03-31T02:00", 3, _WINTER, _SUMMER))
    zone.add_component(_half(TimezoneStandard(), "1996-10-27T03:00", 10, _SUMMER, _WINTER))
    return zone


def _half(
    half: TimezoneDaylight | TimezoneStandard,
    start: str,
    month: int,
    before: dt.timedelta,
    after: dt.timedelta,
) -> TimezoneDaylight | TimezoneStandard:
    half.add("tzname", "CEST" if after == _SUMMER else "CET")
    half.add("dtstart", dt.datetime.fromisoformat(start))
    half.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
    half.add("tzoffsetfrom", before)
    half.add("tzoffsetto", after)
    return half


def _event(
    catalogue: Catalogue, meeting: Meeting, changes: Changes, site: str, today: dt.date
) -> Event:
    event = Event()
    name = named(catalogue, meeting.network, meeting.day.first)
    cancelled = meeting.status is MeetingStatus.CANCELLED
    event.add("uid", uid(catalogue, meeting))
    event.add("summary", f"Inställt: {name}" if cancelled else name)
    _add_times(event, meeting)
    if meeting.venue:
        event.add("location", meeting.venue)
    event.add("status", _STATUS.get(meeting.status, "CONFIRMED"))
    change = changes.last(*_files_of(catalogue, meeting))
    event.add(
        "sequence", (change.count if change else 0) + (1 if _has_changed(catalogue, meeting) else 0)
    )
    stamp = change.when if change else dt.datetime.combine(today, dt.time(), dt.UTC)
    event.add("dtstamp", stamp)
    if change:
        event.add("last-modified", change.when)
    if site:
        event.add("url", site.rstrip("/") + "/" + urls.page(urls.meeting(meeting.id)))
    if meeting.entry and meeting.entry.reason:
        event.add("description", meeting.entry.reason)
    return event


def _files_of(catalogue: Catalogue, meeting: Meeting) -> set[str]:
    """Return the files whose changes a meeting's SEQUENCE counts.

    Those of its former days count too, also when they are gone: when the invitation is renamed to
    the new day, the number must not sink.
    """
    documents = {urls.minutes(day) for day in _days_of(catalogue, meeting)}
    return {catalogue.networks[meeting.network].at.path, *documents}


def _days_of(catalogue: Catalogue, meeting: Meeting) -> Iterator[str]:
    """Yield the id of each day that a meeting has been set to, the first one first."""
    at = catalogue.moved_from.get(meeting.id, meeting.id)
    yield at
    while at != meeting.id:
        at = catalogue.moved_on[at]
        yield at


def _has_changed(catalogue: Catalogue, meeting: Meeting) -> bool:
    return meeting.status is MeetingStatus.CANCELLED or meeting.id in catalogue.moved_from


def uid(catalogue: Catalogue, meeting: Meeting) -> str:
    """Return a meeting's UID: by its first day, so that a moved one keeps its own."""
    network, _, key = catalogue.moved_from.get(meeting.id, meeting.id).partition("/")
    return f"{network}-{key}@{catalogue.association_of(network)}.natverk"


def _add_times(event: Event, meeting: Meeting) -> None:
    """Add start and end: with the clock in Sweden where it is known, else whole days."""
    first, last, times = meeting.day.first, meeting.last_day.last, meeting.times
    if times is None:
        event.add("dtstart", first)
        event.add("dtend", last + dt.timedelta(days=1))
        return
    event.add("dtstart", _clock(first, times.start))
    if times.end is not None:
        event.add("dtend", _clock(last, times.end))


def _clock(date: dt.date, minutes: int) -> dt.datetime:
    midnight = dt.datetime.combine(date, dt.time(), SWEDEN)
    return midnight + dt.timedelta(minutes=minutes)
