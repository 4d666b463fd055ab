"""The one module that knows addresses: of content files, of the site's sources and of its pages.

A page's source is named like its address: `natverk/<id>/<date>.md` becomes `natverk/<id>/<date>/`.
Sources lie as the content does, so that `2021-03-05/bilder.pdf` means the same file in both.
"""

from __future__ import annotations

import posixpath
from unicodedata import normalize
from urllib.parse import quote, unquote

HOME = "index.md"
NETWORKS = "natverk/index.md"
DECISIONS = "beslut/index.md"
ORGANISATIONS = "organisationer/index.md"
CALENDAR = "kalender/index.md"
NEWS = "nyheter/index.md"
MATTERS = "arenden/index.md"
AGREEMENTS = "overenskommelser/index.md"
TOPICS = "amnen/index.md"
FOLLOW_UP = "uppfoljning/index.md"
TO_DO = "uppfoljning/att-gora.md"
GLOSSARY = "ordlista.md"
SEARCH = "sok.md"
ACCESSIBILITY = "om/tillganglighet.md"
"""Written by hand, where there is one: what is true of the whole site."""
SUBSCRIBE = "prenumerera.md"
SEARCH_WORDS = "sok/ord.json"


def search_known(letter: str) -> str:
    """Return the file of the words that begin with a letter and that a search can find."""
    return f"sok/kanda/{letter}.json"


def association(association_id: str) -> str:
    """Return the source of an association's page."""
    return f"forbund/{association_id}.md"


def accessibility(association_id: str) -> str:
    """Return the source of what an association tells about access to the site."""
    return f"om/tillganglighet/{association_id}.md"


def network(network_id: str) -> str:
    """Return the source of a network's page."""
    return f"natverk/{network_id}.md"


def meeting(meeting_id: str) -> str:
    """Return the source of a meeting's page; `meeting_id` is `<network>/<date>`."""
    return f"natverk/{meeting_id}.md"


def minutes(meeting_id: str) -> str:
    """Return the content file of a meeting's document."""
    return f"minutes/{meeting_id}.md"


def mandate(network_id: str, key: str) -> str:
    """Return the source of a mandate revision's page."""
    return f"natverk/{network_id}/uppdrag/{key}.md"


def organisation(organisation_id: str) -> str:
    """Return the source of an organisation's page."""
    return f"organisationer/{organisation_id}.md"


def decisions_of(year: int) -> str:
    """Return the source of a year's decisions."""
    return f"beslut/{year}.md"


def calendar_of(year: int) -> str:
    """Return the source of a year's meetings."""
    return f"kalender/{year}.md"


def to_do_of(year: int) -> str:
    """Return the source of what the meetings of a year left to do."""
    return f"uppfoljning/att-gora/{year}.md"


def matter(matter_id: str) -> str:
    """Return the source of a matter's page."""
    return f"arenden/{matter_id}.md"


def agreement(agreement_id: str) -> str:
    """Return the source of an agreement's page."""
    return f"overenskommelser/{agreement_id}.md"


def topic(topic_id: str) -> str:
    """Return the source of a topic's page."""
    return f"amnen/{topic_id}.md"


def news(key: str) -> str:
    """Return the source of a news item."""
    return f"nyheter/{key}.md"


def decision(decision_id: str) -> str:
    """Return the source and anchor of a decision; `decision_id` is `<network>/<date>/b<n>`."""
    meeting_id, _, number = decision_id.rpartition("/b")
    return f"{meeting(meeting_id)}#beslut-{number}"


def follow_up(follow_up_id: str) -> str:
    """Return the source and anchor of a follow-up; `follow_up_id` is `<network>/<date>/a<n>`."""
    meeting_id, _, number = follow_up_id.rpartition("/a")
    return f"{meeting(meeting_id)}#att-gora-{number}"


def calendar_file(scope: str = "") -> str:
    """Return a calendar's file: of everything, or of a scope such as `natverk/<id>`."""
    return f"{scope}/kalender.ics" if scope else "kalender.ics"


def meeting_file(meeting_id: str) -> str:
    """Return the calendar file of a single meeting."""
    return f"natverk/{meeting_id}.ics"


def feed_file(scope: str = "") -> str:
    """Return a feed's file: of everything, or of a scope such as `beslut` or `natverk/<id>`."""
    return f"{scope}/flode.xml" if scope else "flode.xml"


def on_site(site: str, source: str) -> str:
    """Return the whole address of a source, quoted as in a link; from the root without `site`."""
    address = page(source)
    return f"{site.rstrip('/')}/{address}" if site else address


def page(source: str) -> str:
    """Return the address of a source below the site's root: `natverk/x.md#a` is `natverk/x/#a`."""
    path, mark, anchor = source.partition("#")
    if not path.endswith(".md"):
        return source
    path = path.removesuffix(".md")
    path = path.removesuffix("index") if path == "index" or path.endswith("/index") else path + "/"
    return path + mark + anchor


def source_of(path: str) -> str | None:
    """Return the source that shows a content file, or the place where an attachment ends up."""
    match path.split("/"):
        case ["minutes", network_id, name] if name.endswith(".md"):
            return f"natverk/{network_id}/{name}"
        case ["minutes", *rest] if len(rest) > 2:  # noqa: PLR2004 - network, date, file
            return "natverk/" + "/".join(rest)
        case ["networks", association_id, "association.yml"]:
            return association(association_id)
        case ["networks", _, "news", name]:
            return f"nyheter/{name}"
        case ["networks", _, "matters", name]:
            return matter(name.removesuffix(".yml"))
        case ["networks", _, "agreements", name]:
            return agreement(name.removesuffix(".yml"))
        case ["networks", _, network_id, "network.yml"]:
            return network(network_id)
        case ["networks", _, network_id, "mandates", name]:
            return mandate(network_id, name.removesuffix(".md"))
    return None


def beside(path: str, target: str) -> str | None:
    """Return the repository path that a relative link in the file `path` means.

    None when it leads out of the content folders. Query and anchor are dropped, and letters are
    composed (NFC), as in all that is read.
    """
    bare = normalize("NFC", unquote(target.partition("#")[0].partition("?")[0]))
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), bare))
    return None if joined.startswith(("..", "/")) or "\0" in joined else joined


def quoted(path: str) -> str:
    """Return a path as it is written in a link; only after a page does `#` begin an anchor."""
    page_source, mark, anchor = path.partition(".md#")
    return quote(page_source, safe="/.-_~@") + mark + quote(anchor, safe="/.-_~@")
