"""Builds every Output of the site from a Catalogue, and writes them to a folder."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from natverk import urls
from natverk.calendars import calendar_files
from natverk.changes import Changes
from natverk.feeds import feed_files
from natverk.findings import RefusalError
from natverk.model.catalogue import Catalogue
from natverk.outputs import Output, with_front
from natverk.pages.accessibility import accessibility_pages
from natverk.pages.agreements import agreement_pages
from natverk.pages.associations import association_pages
from natverk.pages.calendar import calendar_pages
from natverk.pages.entries import entries
from natverk.pages.follow_up import follow_up_pages
from natverk.pages.home import home_page
from natverk.pages.linked_data import linked_data
from natverk.pages.markdown import swedish_date
from natverk.pages.matters import matter_pages
from natverk.pages.meeting import meeting_pages
from natverk.pages.networks import network_pages
from natverk.pages.organisations import organisation_pages
from natverk.pages.registers import (
    decision_pages,
    glossary_page,
    networks_page,
    news_pages,
    search_page,
)
from natverk.pages.subscribe import subscribe_page
from natverk.pages.topics import topic_pages
from natverk.replacement import Replacement
from natverk.searching.wordfile import word_file
from natverk.views.association import association_views
from natverk.views.duties import followed_up
from natverk.views.fault_reports import report_to
from natverk.views.feeds import feeds
from natverk.views.happenings import Happenings
from natverk.views.matter import matters
from natverk.views.organisation import places_by_organisation
from natverk.views.rows import Rows
from natverk.words.search import search_words

MENU = (
    ("Hem", urls.HOME),
    ("Nätverk", urls.NETWORKS),
    ("Beslut", urls.DECISIONS),
    ("Ärenden", urls.MATTERS),
    ("Ämnen", urls.TOPICS),
    ("Kalender", urls.CALENDAR),
    ("Uppföljning", urls.FOLLOW_UP),
    ("Organisationer", urls.ORGANISATIONS),
    ("Nyheter", urls.NEWS),
    ("Ordlista", urls.GLOSSARY),
)
"""What the menu of a site holds, if whoever set it up has not said otherwise."""

NO_CHANGES = Changes()


def build(
    catalogue: Catalogue, today: dt.date, *, changes: Changes = NO_CHANGES, site: str = ""
) -> tuple[Output, ...]:
    """Return every Output, by path.

    The Catalogue must be free of errors. `today` is the day in Sweden, `changes` what the version
    history knows, `site` the address the site will have. Drafts are left out.
    """
    public = catalogue.public()
    told = linked_data(public, today, site)
    outputs = (
        with_front(
            output,
            {
                "nv_data": told.get(output.path),
                "nv_changed": _changed(output, changes),
                "nv_report": report_to(public, output.origin),
            },
        )
        for output in _outputs(public, today, changes, site)
    )
    return tuple(sorted(outputs, key=lambda output: output.path))


def _changed(output: Output, changes: Changes) -> str | None:
    """Return the day in Sweden of a page's last change as ISO 8601, for machines to read."""
    change = changes.last(output.origin) if output.origin else None
    return swedish_date(change.when).isoformat() if change else None


def _outputs(catalogue: Catalogue, today: dt.date, changes: Changes, site: str) -> Iterator[Output]:
    rows = Rows(catalogue, today)
    places = places_by_organisation(catalogue, today)
    cases = matters(rows)
    followed = followed_up(rows, changes)
    associations = association_views(rows, cases)
    yield from home_page(rows, cases, associations)
    yield from association_pages(rows, associations, places, changes, site)
    yield from accessibility_pages(rows, changes)
    yield from networks_page(catalogue)
    yield from network_pages(rows, changes, cases, followed, site)
    yield from meeting_pages(rows, changes, site)
    yield from decision_pages(rows, site)
    yield from matter_pages(rows, cases, changes, site)
    yield from agreement_pages(rows, cases, changes)
    yield from topic_pages(rows, cases, site)
    yield from follow_up_pages(rows, followed)
    yield from organisation_pages(rows, places, cases, site)
    yield from calendar_pages(rows, places, site)
    yield from news_pages(catalogue, changes)
    yield from glossary_page(catalogue)
    yield from search_page()
    yield from _robots(site)
    yield from subscribe_page(catalogue, places, site)
    yield word_file(search_words())
    yield from calendar_files(catalogue, places, changes, site, today)
    followed_feeds = tuple(feeds(rows, Happenings(rows, changes), cases, places))
    told = (one for feed in followed_feeds for one in feed.happenings)
    yield from feed_files(followed_feeds, entries(told, rows, site), site)
    yield from _attachments(catalogue)


def _robots(site: str) -> Iterator[Output]:
    """Let every robot read everything, and tell where the list of pages is (RFC 9309)."""
    if site:
        text = f"User-agent: *\nAllow: /\n\nSitemap: {site.rstrip('/')}/sitemap.xml\n"
        yield Output(path="robots.txt", content=text.encode())


def _attachments(catalogue: Catalogue) -> Iterator[Output]:
    for path, on_disk in sorted(catalogue.attachments.items()):
        yield Output(path=urls.source_of(path) or path, content=None, origin=on_disk)


def write(outputs: Sequence[Output], root: Path, out: Path) -> int:
    """Write the Outputs of the content in `root` to the folder `out`; return how many.

    The folder must be new or empty, so that nothing of anyone's is overwritten; it appears only
    when whole. Raise `RefusalError` otherwise.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise RefusalError(
            "upptagen-mapp",
            f"Mappen {out} är inte tom.",
            "Välj en ny mapp, så skrivs inget över.",
        )
    made = Replacement(out)
    write_all(outputs, root, made.new)
    made.take_place()
    return len(outputs)


def write_all(outputs: Iterable[Output], root: Path, folder: Path) -> None:
    """Write the Outputs of the content in `root` to a folder that is there."""
    for output in outputs:
        path = folder / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if output.content is not None:
            path.write_bytes(output.content)
        elif output.origin:
            shutil.copyfile(root / output.origin, path)
