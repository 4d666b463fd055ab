"""What machines are told of a page, in the words of schema.org: meetings, bodies, documents, terms.

Search engines show a meeting's day and place from it, and never a person: no name is told here.
The page's frame writes it as JSON; here it is plain data.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from natverk import urls
from natverk.model.vocabulary import MeetingForm, MeetingStatus
from natverk.pages.linked_bodies import Bodies, Thing
from natverk.pages.markdown import mandate_period
from natverk.pages.meeting import meeting_title
from natverk.views.naming import named
from natverk.words import swedish

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.documents import Mandate, News
    from natverk.model.meetings import Meeting
    from natverk.model.terms import Term

CONTEXT = "https://schema.org"
_SWEDEN = ZoneInfo("Europe/Stockholm")
_ATTENDANCE = {
    MeetingForm.IN_PERSON: "OfflineEventAttendanceMode",
    MeetingForm.DIGITAL: "OnlineEventAttendanceMode",
    MeetingForm.HYBRID: "MixedEventAttendanceMode",
}
"""A meeting by letter has no place in which anybody attends."""


def linked_data(catalogue: Catalogue, today: dt.date, site: str) -> Mapping[str, Thing]:
    """Return what is told of each page, by its source; nothing when the site has no address."""
    if not site:
        return {}
    described = _Describer(Bodies(catalogue, today, site)).everything()
    return {source: {"@context": CONTEXT, **_known(thing)} for source, thing in described}


def website(name: str, site: str) -> Thing:
    """Return what the home page is: a site with a search."""
    return {
        "@context": CONTEXT,
        "@type": "WebSite",
        "name": name,
        "url": site,
        "inLanguage": "sv",
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{site}{urls.page(urls.SEARCH)}?q={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        },
    }


def breadcrumbs(steps: Sequence[tuple[str, str]]) -> Thing:
    """Return the way to a page, of names and whole addresses from the home page to the page itself."""
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": at, "name": name, "item": address}
            for at, (name, address) in enumerate(steps, 1)
        ],
    }


def _known(thing: Thing) -> Thing:
    return {key: value for key, value in thing.items() if value not in (None, "", [])}


class _Describer:
    """Describes the records of one catalogue."""

    def __init__(self, bodies: Bodies) -> None:
        self.catalogue = bodies.catalogue
        self.bodies = bodies

    def everything(self) -> Iterator[tuple[str, Thing]]:
        catalogue = self.catalogue
        for association in catalogue.associations.values():
            yield urls.association(association.id), self.bodies.association(association)
        for organisation in catalogue.organisations.values():
            yield urls.organisation(organisation.id), self.bodies.organisation(organisation)
        for network in catalogue.networks.values():
            yield urls.network(network.id), self.bodies.network(network)
        for meeting in catalogue.meetings.values():
            yield urls.meeting(meeting.id), self._meeting(meeting)
        for mandate in catalogue.mandates:
            yield urls.mandate(mandate.network, mandate.key), self._mandate(mandate)
        for news in catalogue.news:
            yield urls.news(news.key), self._news(news)
        yield urls.GLOSSARY, self._glossary(catalogue.glossary.values())

    def _meeting(self, meeting: Meeting) -> Thing:
        """Describe a meeting; a page of a day it was moved from tells of the day it has now."""
        catalogue = self.catalogue
        if meeting.status is MeetingStatus.MOVED and meeting.id in catalogue.moved_on:
            return self._meeting(catalogue.meetings[catalogue.moved_on[meeting.id]])
        first = catalogue.moved_from.get(meeting.id)
        address = self.bodies.address(urls.meeting(meeting.id))
        name = named(catalogue, meeting.network, meeting.day.first)
        hosts = [catalogue.body(host) or host for host in meeting.hosts]
        return {
            "@type": "Event",
            "@id": address,
            "name": meeting_title(meeting, name),
            "url": address,
            "startDate": _start(meeting),
            "endDate": _end(meeting),
            "previousStartDate": first and str(catalogue.meetings[first].day),
            "eventStatus": f"{CONTEXT}/{_event_status(meeting, first)}",
            "eventAttendanceMode": _attendance(meeting),
            "location": self._location(meeting, address),
            "organizer": [self.bodies.refer(host) for host in hosts],
            "inLanguage": "sv",
            "subjectOf": self._document(meeting, address),
        }

    def _location(self, meeting: Meeting, address: str) -> Thing | None:
        """Return the place, or for a meeting online the page that tells how to take part."""
        if meeting.notes and meeting.notes.head.form is MeetingForm.DIGITAL:
            return _known({"@type": "VirtualLocation", "name": meeting.venue, "url": address})
        return {"@type": "Place", "name": meeting.venue} if meeting.venue else None

    def _document(self, meeting: Meeting, address: str) -> Thing | None:
        """Return the notes as a document of their own, when they are published."""
        if meeting.notes is None or not meeting.notes.is_published:
            return None
        head = meeting.notes.head
        association = self.catalogue.association_of(meeting.network)
        return _known(
            {
                "@type": "Report",
                "name": swedish().say(head.kind).capitalize(),
                "identifier": head.reference,
                "url": address,
                "inLanguage": "sv",
                "publisher": self.bodies.refer(association),
            }
        )

    def _mandate(self, mandate: Mandate) -> Thing:
        name = named(self.catalogue, mandate.network)
        start, end = mandate.interval.start, mandate.interval.end
        return {
            "@type": "DigitalDocument",
            "name": f"Uppdrag för {name}, {mandate_period(mandate)}",
            "url": self.bodies.address(urls.mandate(mandate.network, mandate.key)),
            "inLanguage": "sv",
            "about": self.bodies.refer(mandate.network),
            "publisher": self.bodies.refer(self.catalogue.association_of(mandate.network)),
            "temporalCoverage": f"{start}/{end or '..'}" if start else None,
        }

    def _news(self, news: News) -> Thing:
        networks = [self.catalogue.body(one) or one for one in news.head.networks]
        address = self.bodies.address(urls.news(news.key))
        return {
            "@type": "NewsArticle",
            "headline": news.head.title,
            "url": address,
            "mainEntityOfPage": address,
            "datePublished": str(news.day),
            "inLanguage": "sv",
            "about": [self.bodies.refer(one) for one in networks],
            "publisher": self.bodies.refer(news.association),
        }

    def _glossary(self, terms: Iterable[Term]) -> Thing:
        address = self.bodies.address(urls.GLOSSARY)
        return {
            "@type": "DefinedTermSet",
            "@id": address,
            "name": "Ordlista",
            "url": address,
            "inLanguage": "sv",
            "hasDefinedTerm": [
                {
                    "@type": "DefinedTerm",
                    "name": term.term,
                    "description": term.expansion,
                    "url": f"{address}#{term.id}",
                }
                for term in terms
            ],
        }


def _start(meeting: Meeting) -> str:
    if meeting.times is None:
        return str(meeting.day)
    return _clock(meeting.day.first, meeting.times.start)


def _end(meeting: Meeting) -> str | None:
    if meeting.times is not None and meeting.times.end is not None:
        return _clock(meeting.last_day.last, meeting.times.end)
    return str(meeting.last_day) if meeting.last_day != meeting.day else None


def _clock(date: dt.date, minutes: int) -> str:
    midnight = dt.datetime.combine(date, dt.time(), _SWEDEN)
    return (midnight + dt.timedelta(minutes=minutes)).isoformat()


def _event_status(meeting: Meeting, first: str | None) -> str:
    if meeting.status is MeetingStatus.CANCELLED:
        return "EventCancelled"
    if meeting.status is MeetingStatus.MOVED:
        return "EventPostponed"
    return "EventRescheduled" if first else "EventScheduled"


def _attendance(meeting: Meeting) -> str | None:
    mode = (
        _ATTENDANCE.get(meeting.notes.head.form)
        if meeting.notes and meeting.notes.head.form
        else None
    )
    return f"{CONTEXT}/{mode}" if mode else None
