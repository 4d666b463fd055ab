"""The Jinja environment of the pages: data are escaped for Markdown unless they say they are not."""

from __future__ import annotations

import datetime as dt
import html
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from babel.dates import format_date
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from natverk import urls
from natverk.changes import Changes
from natverk.model.days import Day
from natverk.model.periods import Interval
from natverk.outputs import front_matter
from natverk.views.judgements import alike
from natverk.views.network import told_quorum
from natverk.views.rows import latest
from natverk.words import swedish

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

    from natverk.model.demands import NotesWithin
    from natverk.model.documents import Mandate
    from natverk.outputs import Front

_SWEDEN = ZoneInfo("Europe/Stockholm")
_MARKS = re.compile(r"[\\`*_{}\[\]|~]")
_LINE_START = re.compile(r"^(\s*)([#+\-=>:!?/]|\d+(?=[.)](?:\s|$)))")


def escape(value: object) -> Markup:
    """Return data as Markdown that shows the data and nothing else."""
    if hasattr(value, "__html__"):
        return Markup(value)  # noqa: S704 - it says itself that it is safe
    return _escape(str(value))


@lru_cache(maxsize=1 << 14)
def _escape(text: str) -> Markup:
    line = html.escape(" ".join(text.split()), quote=False)
    line = _MARKS.sub(lambda mark: f"&#{ord(mark[0])};", line)
    return Markup(_LINE_START.sub(_entity_first, line))  # noqa: S704 - escaped just above


def _entity_first(found: re.Match[str]) -> str:
    sign = found[2]
    return f"{found[1]}&#{ord(sign[0])};{sign[1:]}"


@cache
def environment() -> Environment:
    """Return the environment; templates lie beside this module."""
    made = Environment(
        loader=PackageLoader("natverk.pages", "templates"),
        autoescape=True,
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {
        "date": written_date,
        "days": written_days,
        "weekday_date": weekday_date,
        "month": month_name,
        "period": written_period,
        "mandate_period": mandate_period,
        "say": say,
        "counted": swedish().counted,
        "joined": joined,
        "address": address,
        "upper_first": upper_first,
        "lower_first": lower_first,
        "within": within,
        "quorum": told_quorum,
        "latest": latest,
        "alike": alike,
        "one_line": one_line,
    }
    made.globals |= {"link": link, "filtered": filtered, "urls": urls, "attribute": attribute}
    return made


def render(template: str, front: Front, **context: Any) -> bytes:  # noqa: ANN401 - a template's own context
    """Return a page as bytes: front matter, then what the template makes of its context."""
    text = environment().get_template(template).render(front=front, **context)
    tidy = re.sub(r"\n{3,}", "\n\n", text).strip()
    return f"---\n{_front_matter(front)}---\n\n{tidy}\n".encode()


def _front_matter(front: Front) -> str:
    """Write a page's front matter; the title is escaped once, as MkDocs prints it as it is."""
    fields: dict[str, object] = {
        "title": html.escape(front.title, quote=False),
        "kind": front.kind,
        "description": front.description,
        "hide": ["navigation"],
        "git_revision_date_localized": front.changed,
        "nv_feed": front.feed,
        "nv_calendar": front.calendar,
    }
    if not front.searched:
        fields["search"] = False
    kept = {key: value for key, value in fields.items() if value not in (None, "", {}, [])}
    return front_matter(kept)


def link(text: object, source: str) -> Markup:
    """Return a link to a source of the site, or to an address elsewhere."""
    target = source if re.match(r"[a-z]+:", source) else f"/{urls.quoted(source)}"
    return Markup(f"[{escape(text)}]({target})")  # noqa: S704 - the text is escaped, the target quoted


def filtered(text: object, source: str, **choice: str) -> Markup:
    """Return a link to a list of the site with its filters set, as `assets/filter.js` reads them."""
    target = f"/{urls.quoted(source)}?{urlencode(choice)}"
    return Markup(f"[{escape(text)}]({target})")  # noqa: S704 - the text is escaped, the target quoted


def attribute(name: str, values: Iterable[str]) -> Markup:
    """Return an attribute of a tag with a space before it, values joined by `|`, or nothing."""
    joined = "|".join(value.replace("|", " ") for value in values)
    quoted = str(escape(joined)).replace('"', "&#34;")
    return Markup(f' {name}="{quoted}"') if joined else Markup()  # noqa: S704 - escaped just above


def address(text: str) -> Markup:
    """Return a web or e-mail address as a link, without its scheme in the text."""
    if "@" in text and "://" not in text:
        return Markup(f"[{escape(text)}](mailto:{urls.quoted(text)})")  # noqa: S704 - escaped and quoted
    shown = re.sub(r"^https?://(?:www\.)?|/$", "", text)
    return Markup(f"[{escape(shown)}](<{html.escape(text)}>)")  # noqa: S704 - escaped both


def written_date(day: Day | dt.date | None) -> str:
    """Return a day as running text has it, with the precision it has: "5 mars 2021"."""
    if day is None:
        return "okänt"
    if isinstance(day, Day) and not day.is_exact:
        return _formatted(day.first, "MMMM y") if day.month else str(day.year)
    return _formatted(_date(day), "d MMMM y")


def changed(changes: Changes, *paths: str) -> str | None:
    """Return the latest change of some content files in words, None when unknown."""
    last = changes.last(*paths)
    return written_date(swedish_date(last.when)) if last else None


def swedish_date(when: dt.datetime) -> dt.date:
    """Return the day it was in Sweden at a point in time."""
    return when.astimezone(_SWEDEN).date()


def written_days(first: Day, last: Day) -> str:
    """Return the days of a meeting: "18–19 april 2024", "30 april – 2 maj 2024"."""
    if first == last or not (first.is_exact and last.is_exact):
        return written_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{written_date(last)}"
    if first.year == last.year:
        return f"{_formatted(first.first, 'd MMMM')} – {written_date(last)}"
    return f"{written_date(first)} – {written_date(last)}"


def weekday_date(day: Day | dt.date) -> str:
    """Return a day with its weekday: "fredag 5 mars 2021"."""
    return _formatted(_date(day), "EEEE d MMMM y")


def month_name(day: Day | dt.date) -> str:
    """Return a day's month: "Mars 2021"."""
    return upper_first(_formatted(_date(day), "MMMM y"))


@lru_cache(maxsize=1 << 14)
def _formatted(date: dt.date, pattern: str) -> str:
    return format_date(date, pattern, locale="sv_SE")


def _date(day: Day | dt.date) -> dt.date:
    return day.first if isinstance(day, Day) else day


def written_period(interval: Interval) -> str:
    """Return an interval in words: "2023–2026", "läsåret 2018/2019", "från 1 januari 2013"."""
    start, end = interval.start, interval.end
    if start and end and _is_school_year(start, end):
        return f"läsåret {start.year}/{end.year}"
    if start and end and not start.month and not end.month:
        return str(start.year) if start == end else f"{start.year}–{end.year}"
    if start and start == end:
        return written_date(start)
    if start and end:
        return f"{written_date(start)} – {written_date(end)}"
    if start:
        return f"från {written_date(start)}"
    return f"till {written_date(end)}" if end else "tills vidare"


def mandate_period(mandate: Mandate) -> str:
    """Return when a mandate holds, in words; unknown is not the same as open."""
    if not mandate.is_dated:
        return "tiden är inte känd"
    return written_period(mandate.interval)


def _is_school_year(start: Day, end: Day) -> bool:
    return (start.month, start.day, end.month, end.day) == (7, 1, 6, 30) and (
        end.year == start.year + 1
    )


def say(member: StrEnum, vocabulary: str = "") -> str:
    """Return the Swedish word of a code name."""
    return swedish().say(member, vocabulary)


def joined(parts: list[str] | tuple[str, ...]) -> Markup:
    """Return parts as a list in running text: "a, b och c"."""
    shown = [escape(part) for part in parts]
    if len(shown) < 2:  # noqa: PLR2004 - one needs no "och"
        return Markup("").join(shown)
    return Markup(", ").join(shown[:-1]) + Markup(" och ") + shown[-1]


def upper_first(text: str) -> str:
    """Return `text` with a capital first letter."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Return `text` with a small first letter, unless it begins with a name: "långfredagen"."""
    return text if text.startswith("Kristi") else text[:1].lower() + text[1:]


def within(notes: NotesWithin) -> str:
    """Return a time in words: "10 arbetsdagar"; empty when nobody knows how long."""
    return swedish().counted(notes.days, notes.kind) if notes.days is not None else ""


def one_line(text: Markup) -> Markup:
    """Return rendered text on a single line, for an item of a list."""
    return Markup(" ").join(text.split())
