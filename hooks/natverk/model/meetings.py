"""A meeting: what the calendar and the document say of it, put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from natverk.findings import Place
from natverk.model.days import Day
from natverk.model.networks import CalendarEntry, Network
from natverk.model.notes import Notes
from natverk.model.times import Times
from natverk.model.vocabulary import MeetingStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting, from the calendar, from its document, or from both; the document wins.

    `id` is `<network>/<date>`, with `-2` for a day's second meeting.
    """

    network: str
    key: str
    day: Day
    entry: CalendarEntry | None = None
    notes: Notes | None = None

    @property
    def id(self) -> str:
        """Its address."""
        return f"{self.network}/{self.key}"

    @property
    def last_day(self) -> Day:
        """Its last day, the first one unless it goes on for several."""
        given = (self.notes and self.notes.head.until) or (self.entry and self.entry.until)
        return given or self.day

    @property
    def times(self) -> Times | None:
        """When it begins and ends, in Swedish local time."""
        return (self.notes and self.notes.head.time) or (self.entry and self.entry.time) or None

    @property
    def venue(self) -> str | None:
        """Where it is held."""
        return (self.notes and self.notes.head.place) or (self.entry and self.entry.place) or None

    @property
    def status(self) -> MeetingStatus:
        """What is known of it: a meeting whose notes are published was held."""
        if self.notes and self.notes.is_published:
            return MeetingStatus.HELD
        return self.entry.status if self.entry else MeetingStatus.CONFIRMED

    @property
    def hosts(self) -> tuple[str, ...]:
        """The networks whose meeting it is, as written; the first keeps the document."""
        return (self.network, *(self.notes.head.jointly_with if self.notes else ()))

    @property
    def place(self) -> Place:
        """Where an editor should look: the document, else the calendar's entry."""
        if self.notes:
            return Place(self.notes.path)
        return self.entry.at.place() if self.entry else Place("")


def gathered(networks: Iterable[Network], notes: Iterable[Notes]) -> Mapping[str, Meeting]:
    """Return every meeting by id, by network and then by day: those of calendars and of documents."""
    found: dict[str, Meeting] = {}
    documents = {one.id: one for one in notes}
    for network in networks:
        for key, entry in keyed(network.meetings):
            identity = f"{network.id}/{key}"
            found[identity] = meeting_of(network.id, key, entry, documents.pop(identity, None))
    for one in documents.values():
        found[one.id] = meeting_of(one.network, one.key, None, one)
    for identity, new in onward(found.values()).items():
        if to := moved_to(found[identity], new):
            found[new] = on_its_new_day(to, found.get(new))
    return dict(sorted(found.items(), key=lambda pair: order(pair[1])))


def first_dates(meetings: Iterable[Meeting]) -> Mapping[str, str]:
    """Return the id of a meeting's first date, for each that was moved: by the id of its last."""
    moves = onward(one for one in meetings if one.status is MeetingStatus.MOVED)
    first: dict[str, str] = {}
    for start in sorted(moves.keys() - set(moves.values())):
        at = start
        while at in moves and moves[at] not in first:
            at = moves[at]
            first[at] = start
    return first


def onward(meetings: Iterable[Meeting]) -> Mapping[str, str]:
    """Return the id of what each moved meeting became, by its own id.

    Two that were moved to one day are the first and the second of it, in the order of their old days.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for meeting in sorted(meetings, key=order):
        entry = meeting.entry
        if entry is None or entry.status is not MeetingStatus.MOVED:
            continue
        if entry.moved_to is None or not entry.moved_to.is_exact:
            continue
        day = f"{meeting.network}/{entry.moved_to}"
        later = (f"{day}-{number}" for number in range(2, len(taken) + 3))
        found[meeting.id] = next(one for one in (day, *later) if one not in taken)
        taken.add(found[meeting.id])
    return found


def keyed(entries: tuple[CalendarEntry, ...]) -> list[tuple[str, CalendarEntry]]:
    """Give each entry the key of its meeting; the second of a day gets `-2`."""
    seen: dict[str, int] = defaultdict(int)
    pairs = []
    for entry in entries:
        if entry.date is None or not entry.date.is_exact:
            continue
        day = str(entry.date)
        seen[day] += 1
        pairs.append((day if seen[day] == 1 else f"{day}-{seen[day]}", entry))
    return pairs


def meeting_of(network: str, key: str, entry: CalendarEntry | None, notes: Notes | None) -> Meeting:
    """Return the meeting of a key, from what is known of it."""
    return Meeting(network=network, key=key, day=Day.read(key[:10]), entry=entry, notes=notes)


def moved_to(meeting: Meeting, identity: str) -> Meeting | None:
    """Return the meeting that one became, as its calendar entry tells it: as many days as before."""
    entry = meeting.entry
    if entry is None or entry.moved_to is None:
        return None
    days = entry.until.last - meeting.day.first if entry.until and entry.until.is_exact else None
    until = Day.of(entry.moved_to.first + days) if days else None
    moved = {"date": entry.moved_to, "until": until, "moved_to": None}
    planned = entry.model_copy(update={**moved, "status": MeetingStatus.PLANNED, "reason": None})
    return meeting_of(meeting.network, identity.rpartition("/")[2], planned, None)


def on_its_new_day(moved: Meeting, known: Meeting | None) -> Meeting:
    """Return a moved meeting with what is known of its new day; a document confirms the day.

    What the document leaves out, such as the time, is as it was planned before the move.
    """
    if known is None:
        return moved
    if known.entry or moved.entry is None:
        return known
    entry = moved.entry.model_copy(update={"status": MeetingStatus.CONFIRMED})
    return replace(known, entry=entry)


def order(meeting: Meeting) -> tuple[str, str, int]:
    """Return what meetings are sorted by: network, day, and number within the day."""
    return meeting.network, meeting.key[:10], int(meeting.key[11:] or 1)
