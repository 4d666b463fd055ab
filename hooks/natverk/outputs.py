"""An Output is one file of the site, before any site engine has seen it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One file of the site.

    `path` is its source, below the site's root: a Markdown page, or a file that is served as it
    is. `content` is its bytes, None for an attachment, which is copied from `origin`. `origin` is
    the content file that an editor opens to change it, None for pages made of many. `front` is
    what a page's own front matter was made of, for the search's index. `parent`,
    `earlier` and `later` are the sources of the pages above and beside it.
    """

    path: str
    content: bytes | None
    origin: str | None = None
    front: Front | None = None
    parent: str | None = None
    earlier: str | None = None
    later: str | None = None

    @property
    def is_page(self) -> bool:
        """Whether it is a Markdown page."""
        return self.path.endswith(".md")


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What search engines, the site's search and the theme are told of a page.

    `searched` is false for lists of what has pages of its own, which the site's search would find
    twice. `filters` are what a search may be narrowed to, by the groups' Swedish names. `date` is
    the day the page is about, as ISO 8601; `changed` is the day its content changed last, in words.
    `parts` are places of the page that the search finds by themselves. A page that `is_slight` has
    little to say, such as a meeting that is only planned or a mandate of the past, and comes after
    others.
    `feed` and `calendar` are the files that whoever follows the page subscribes to. `name` is what
    somebody who wants this very page searches for, such as a network's name: the page comes before
    all that only bear the name in their titles.
    """

    title: str
    kind: str
    name: str = ""
    description: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    searched: bool = True
    date: str | None = None
    changed: str | None = None
    feed: str = ""
    calendar: str = ""
    parts: tuple[Part, ...] = ()
    is_slight: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A place of a page that the search finds by itself, such as a decision in a meeting's notes.

    It is the `section` whose heading has the id `anchor`; `about` is said after its text, so that
    it is found by what stands elsewhere on the page.
    """

    anchor: str
    title: str
    kind: str
    about: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    date: str | None = None
    is_slight: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What an entry of a feed says: `content` is safe HTML whose links lead right from anywhere."""

    title: str
    content: str


def with_front(output: Output, fields: Mapping[str, object]) -> Output:
    """Return a page with more in its front matter; empty fields are left out."""
    told = {key: value for key, value in fields.items() if value not in (None, "", [], {})}
    if not told or output.content is None or not output.is_page:
        return output
    fence = b"\n---\n"
    head, _, text = output.content.partition(fence)
    return replace(
        output, content=head + b"\n" + front_matter(told).encode().rstrip() + fence + text
    )


def front_matter(fields: Mapping[str, object]) -> str:
    """Return fields as the YAML between a page's fences; a serializer quotes what needs it."""
    return yaml.dump(
        dict(fields),
        Dumper=_DUMPER,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        width=1000,
    )


_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
