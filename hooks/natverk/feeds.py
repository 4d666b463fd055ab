"""Feeds to subscribe to: Atom (RFC 4287), written by xml.etree.

feedgen has not been released since 2023 and needs lxml; an Atom feed is a dozen elements, which the
standard library writes with every value escaped. What is permanent in a feed is its ids: tag
addresses (RFC 4151) of an association, like the UIDs of its calendars, that say nothing of where
the site lies.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement, tostring

from natverk import urls
from natverk.outputs import Entry, Output
from natverk.views.feeds import Feed
from natverk.views.happenings import Happening

ATOM = "http://www.w3.org/2005/Atom"
NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""When a feed without entries changed; it must say something, and must not change by itself."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped."""


def feed_files(feeds: Iterable[Feed], entries: Mapping[str, Entry], site: str) -> Iterator[Output]:
    """Yield the file of every feed; `entries` are by the ids of happenings.

    An entry stands in many feeds, so each is serialised once. Without the site's address, links
    are relative to the site's root, which each feed then points out (`xml:base`).
    """
    written: dict[str, bytes] = {}
    for feed in feeds:
        for one in feed.happenings:
            if one.id not in written:
                written[one.id] = _bytes(_entry(one, entries[one.id], site))
        begins, end, _ = _bytes(_head(feed, site)).partition(b"</feed>")
        own = [written[one.id] for one in feed.happenings]
        parts = [b'<?xml version="1.0" encoding="utf-8"?>', begins, *own, end, b""]
        yield Output(path=urls.feed_file(feed.scope), content=b"\n".join(parts))


def _head(feed: Feed, site: str) -> Element:
    head = Element("feed", {"xmlns": ATOM, "xml:lang": "sv"})
    if not site:
        head.set("xml:base", "../" * urls.feed_file(feed.scope).count("/") or "./")
    name = f"flode/{feed.scope}" if feed.scope else "flode"
    _add(head, "id", _tag(feed.association, name))
    _add(head, "title", feed.title)
    _add(head, "updated", _time(max((one.updated for one in feed.happenings), default=NEVER)))
    _link(head, "self", urls.on_site(site, urls.feed_file(feed.scope)), "application/atom+xml")
    _link(head, "alternate", urls.on_site(site, feed.page) or "./", "text/html")
    return head


def _entry(one: Happening, told: Entry, site: str) -> Element:
    entry = Element("entry")
    _add(entry, "id", _tag(one.association, one.id))
    _add(entry, "title", told.title)
    _add(entry, "updated", _time(one.updated))
    if one.published:
        _add(entry, "published", _time(one.published))
    for author in one.authors:
        _add(SubElement(entry, "author"), "name", author)
    _link(entry, "alternate", urls.on_site(site, one.source), "text/html")
    SubElement(entry, "category", term=one.kind)
    for topic in one.topics:
        SubElement(entry, "category", term=topic.id, label=_clean(topic.name))
    _add(entry, "content", told.content).set("type", "html")
    return entry


def _tag(association: str, name: str) -> str:
    """Return a permanent id; the year is that in which this way of naming began."""
    authority = f"{association}.natverk" if association else "natverk"
    return f"tag:{authority},2026:{name}"


def _time(when: dt.datetime) -> str:
    """Return a moment as RFC 3339 has it, in UTC."""
    return when.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _add(parent: Element, name: str, text: str) -> Element:
    child = SubElement(parent, name)
    child.text = _clean(text)
    return child


def _link(parent: Element, relation: str, target: str, kind: str) -> None:
    SubElement(parent, "link", rel=relation, type=kind, href=target)


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)


def _bytes(element: Element) -> bytes:
    return tostring(element, encoding="unicode").encode()
