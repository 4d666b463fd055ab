"""The entries of feeds: whole notes, decisions and news as HTML that is safe and leads right.

The text is the page's own, without what the site knows of other meetings, which would change under
the reader, and without the lists of attendance: what a feed has spread cannot be taken back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from markdown import Markdown

from natverk import urls
from natverk.model.decisions import Decision
from natverk.model.documents import News
from natverk.outputs import Entry
from natverk.pages.links import rewriter
from natverk.pages.markdown import environment, upper_first, written_days
from natverk.pages.prose import bare, write_blocks, write_inline
from natverk.pages.safe_html import Rewrite, safe_text
from natverk.source.links import is_outside
from natverk.views.meeting import MeetingView, meeting_view
from natverk.views.relations import RelationRow, Timelines, own_relations
from natverk.views.sections import DecisionView, FollowUpView

if TYPE_CHECKING:
    from natverk.views.happenings import Happening
    from natverk.views.rows import Rows


def entries(happenings: Iterable[Happening], rows: Rows, site: str) -> Mapping[str, Entry]:
    """Return the entry of each happening by its id; one that stands in many feeds is made once.

    `site` is the site's address. Without one the links are relative to the site's root.
    """
    writer = _Writer(rows)
    return {
        one.id: Entry(title=writer.title(one), content=_html(writer.text(one), one.source, site))
        for one in {happening.id: happening for happening in happenings}.values()
    }


class _Writer:
    """Writes the Markdown of entries; a meeting is looked at once, for its notes and its decisions."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.catalogue = rows.catalogue
        self.timelines = Timelines(rows)
        self.seen: dict[str, MeetingView] = {}

    def title(self, one: Happening) -> str:
        match one.record:
            case News():
                return one.record.head.title
            case Decision():
                what = bare(self.rows.decisions[one.record.id].title)
            case _:
                row = self.rows.meetings[one.record.id]
                number = one.record.key[11:]
                what = f"{row.network_name} {written_days(row.day, row.last_day)}"
                what += f", möte {number}" if number else ""
        return f"{upper_first(one.kind)}: {what}"

    def text(self, one: Happening) -> str:
        match one.record:
            case News():
                return self._render("entry_news", one.record.path, news=one.record)
            case Decision():
                view = self._view(one.record.meeting)
                own = next(part for part in _decisions(view) if part.row.id == one.record.id)
                place = view.meeting.place.path
                return self._render("entry_decision", place, one=own, row=own.row)
        view = self._view(one.record.id)
        return self._render("entry_meeting", one.record.path, view=view, meeting=view.meeting)

    def _view(self, meeting: str) -> MeetingView:
        if meeting not in self.seen:
            found = self.catalogue.meetings[meeting]
            self.seen[meeting] = meeting_view(self.rows, self.timelines, found)
        return self.seen[meeting]

    def _render(self, template: str, path: str, **context: object) -> str:
        rewrite = rewriter(path)
        return (
            environment()
            .get_template(f"{template}.md.j2")
            .render(
                prose=lambda blocks: write_blocks(blocks, rewrite),
                inline=lambda text: write_inline(text, rewrite),
                bare=bare,
                is_decision=lambda part: isinstance(part, DecisionView),
                is_follow_up=lambda part: isinstance(part, FollowUpView),
                relations_of=self._relations,
                **context,
            )
        )

    def _relations(self, one: DecisionView) -> Iterable[RelationRow]:
        return own_relations(self.catalogue, self.catalogue.decisions[one.row.id])


def _decisions(view: MeetingView) -> Iterator[DecisionView]:
    for section in view.sections:
        for parts in (section.parts, *(item.parts for item in section.items)):
            yield from (part for part in parts if isinstance(part, DecisionView))


def _html(text: str, source: str, site: str) -> str:
    """Return Markdown as HTML with nothing in it that could run, load or lead astray."""
    tidy = re.sub(r"\n{3,}", "\n\n", text).strip()
    return safe_text(_engine().reset().convert(tidy), _leading_right(source, site))


@cache
def _engine() -> Markdown:
    """Return the engine that the pages are made with, less what reads HTML: there is none here."""
    made = Markdown(extensions=["sane_lists", "tables", "fenced_code"])
    made.preprocessors.deregister("html_block")
    made.inlinePatterns.deregister("html")
    return made


def _leading_right(source: str, site: str) -> Rewrite:
    """Return what makes the targets of links whole; pictures on other hosts lose theirs."""
    page = urls.on_site(site, source.partition("#")[0])

    def whole(_: str, attribute: str, value: str) -> str | None:
        if attribute not in {"href", "src"}:
            return value
        if is_outside(value):
            return value if attribute == "href" else None
        return urls.on_site(site, value[1:]) if value.startswith("/") else urljoin(page, value)

    return whole
