"""The pages of topics: all of them, and each with everything that bears it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natverk import urls
from natverk.outputs import Front, Output
from natverk.pages.facets import filters
from natverk.pages.markdown import render
from natverk.pages.prose import bare
from natverk.views.naming import named
from natverk.views.subscriptions import subscription
from natverk.views.topic import TopicView, topic_views

if TYPE_CHECKING:
    from natverk.views.matter import Matters
    from natverk.views.rows import Rows

LATEST = 20
"""How many decisions, and how many meetings, a topic's page has; registers with filters have all."""

_REGISTER = "networks/topics.yml"


def topic_pages(rows: Rows, matters: Matters, site: str) -> Iterator[Output]:
    """Yield the list of topics, and a page for each; `site` is the site's address."""
    views = topic_views(rows, matters)
    front = Front(
        title="Ämnen",
        kind="Lista",
        name="Ämnen",
        description="Vad nätverken arbetar med, ämne för ämne: beslut, ärenden, möten och nyheter.",
        searched=False,
    )
    content = render("topics.md.j2", front, views=views)
    origin = _REGISTER if views else None
    yield Output(path=urls.TOPICS, content=content, front=front, origin=origin)
    for view in views:
        yield _topic_page(rows, view, site)


def _topic_page(rows: Rows, view: TopicView, site: str) -> Output:
    topic = view.topic
    scope = f"amnen/{topic.id}"
    front = Front(
        title=topic.name,
        kind="Ämne",
        name=topic.name,
        description=topic.about or f"Beslut, ärenden och möten som rör {topic.name.lower()}.",
        filters=filters(rows.catalogue, "Ämne", topics=(topic.id,)),
        feed=urls.feed_file(scope),
    )
    content = render(
        "topic.md.j2",
        front,
        view=view,
        topic=topic,
        subscription=subscription(topic.name, scope, urls.topic(topic.id), site),
        most=LATEST,
        networks=rows.catalogue.networks,
        today=rows.today,
        named=lambda identity: named(rows.catalogue, identity),
        bare=bare,
    )
    return Output(
        path=urls.topic(topic.id),
        content=content,
        front=front,
        origin=_REGISTER,
        parent=urls.TOPICS,
    )
