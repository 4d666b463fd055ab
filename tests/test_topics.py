"""Topics: a topic's page has exactly what bears the topic, in order, and nothing else."""

from __future__ import annotations

import pytest
from content import EXAMPLE, TODAY, catalogue, copy_of_example, page_of, small
from natverk.load import load
from natverk.model.catalogue import Catalogue
from natverk.pages.topics import LATEST
from natverk.views.matter import matters
from natverk.views.rows import Rows
from natverk.views.topic import TopicView, topic_views


def views(of: Catalogue) -> dict[str, TopicView]:
    """Return every topic's page by the topic's id, in the order they are listed."""
    rows = Rows(of.public(), TODAY)
    return {view.topic.id: view for view in topic_views(rows, matters(rows))}


def told(view: TopicView) -> dict[str, list[str]]:
    """Return what a topic's page has, as addresses; networks with what they have done."""
    found = {
        "decisions": [row.id for row in view.decisions],
        "matters": [one.matter.id for one in view.matters],
        "agreements": [one.id for one in view.agreements],
        "networks": [
            f"{one.network} {'egen ' * one.is_its_own}{one.meetings}" for one in view.networks
        ],
        "coming": [item for one in view.coming for item in _points(one.meeting.id, one.items)],
        "past": [item for one in view.past for item in _points(one.meeting.id, one.items)],
        "news": [one.key for one in view.news],
    }
    return {key: value for key, value in found.items() if value}


def _points(meeting: str, items: tuple[object, ...]) -> list[str]:
    return [f"{meeting}#{item.anchor}" for item in items] or [meeting]


BORNE = {
    "digitalisering": {
        "decisions": [
            "skolchefsnatverket/2024-03-08/b2",
            "matematiknatverket/2024-02-02/b1",
            "matematiknatverket/2020-12-11/b1",
        ],
        "matters": ["larplattformen"],
        "networks": ["matematiknatverket 2", "skolchefsnatverket 2", "modersmalsnatverket 1"],
        "coming": ["skolchefsnatverket/2024-05-31#punkt-2"],
        "past": [
            "skolchefsnatverket/2024-03-08#punkt-2",
            "skolchefsnatverket/2024-03-08#punkt-3",
            "matematiknatverket/2024-02-02#punkt-1",
            "skolchefsnatverket/2023-11-17#punkt-3",
            "matematiknatverket/2020-12-11",
        ],
        "news": ["2024-03-11-gemensam-larplattform"],
    },
    "kompetensforsorjning": {
        "networks": ["skolchefsnatverket egen 0"],
        "coming": ["skolchefsnatverket/2024-05-31#punkt-3"],
    },
    "matematik": {
        "decisions": [
            "matematiknatverket/2022-06-10/b1",
            "matematiknatverket/2020-12-11/b1",
            "laromedelsgruppen/2020-11-13/b1",
        ],
        "networks": ["matematiknatverket egen 2", "laromedelsgruppen 1"],
        "past": [
            "matematiknatverket/2022-06-10",
            "matematiknatverket/2020-12-11",
            "laromedelsgruppen/2020-11-13#punkt-1",
        ],
    },
    "tystnad": {},
}


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> dict[str, TopicView]:
    """The topics of the example site, and one that nothing bears."""
    register = (EXAMPLE / "networks" / "topics.yml").read_text("utf-8")
    files = {"networks/topics.yml": f"{register}tystnad:\n  name: Tystnad\n"}
    return views(load(copy_of_example(tmp_path_factory.mktemp("amnen"), files)))


@pytest.mark.parametrize("topic", BORNE)
def test_a_topic_has_exactly_what_bears_it(topic: str, example: dict[str, TopicView]) -> None:
    """By name or by id, on the decision, its point, its section or through the matter."""
    assert told(example[topic]) == BORNE[topic]
    assert example[topic].is_empty == (not BORNE[topic])


def test_topics_are_listed_by_name(example: dict[str, TopicView]) -> None:
    assert list(example) == ["digitalisering", "kompetensforsorjning", "matematik", "tystnad"]


TOPICS = {"networks/topics.yml": "bro:\n  name: Bron\nhav:\n  name: Havet\n"}
NOTES = "## Beslut\n\n### 1. Räcket\n\n- Ämne: {topic}\n\n> **Beslut 1: Räcket målas**\n"


def test_a_topic_is_named_by_id_or_by_name() -> None:
    for name in ("bro", "Bron", "bron"):
        found = views(small({**TOPICS, "minutes/brygg/2024-03-08.md": NOTES.format(topic=name)}))
        assert told(found["bro"])["decisions"] == ["brygg/2024-03-08/b1"]
        assert told(found["hav"]) == {}


def test_what_a_draft_says_of_a_topic_is_not_told() -> None:
    text = NOTES.format(topic="bro")
    draft = small({**TOPICS, "minutes/brygg/2024-03-08.md": f"---\nstatus: utkast\n---\n\n{text}"})
    assert views(draft)["bro"].is_empty
    assert not views(small({**TOPICS, "minutes/brygg/2024-03-08.md": text}))["bro"].is_empty


def test_a_sections_topic_is_that_of_its_decisions() -> None:
    text = "## Räcket\n\n- Ämne: bro\n\n### 1. Färg\n\n> **Beslut 1: Räcket målas**\n"
    view = views(small({**TOPICS, "minutes/brygg/2024-03-08.md": text}))["bro"]
    assert told(view)["decisions"] == ["brygg/2024-03-08/b1"]
    assert told(view)["past"] == ["brygg/2024-03-08#avsnitt-racket"]


MANY = {LATEST: False, LATEST + 5: True}


@pytest.mark.parametrize("count", MANY)
def test_a_large_topic_leads_on_to_the_registers(count: int) -> None:
    """The page stays small; the registers' filters hold all of it, year by year for meetings."""
    days = [f"{2000 + number}-03-08" for number in range(count)]
    files = {f"minutes/brygg/{day}.md": NOTES.format(topic="bro") for day in days}
    page = page_of("amnen/bro.md", small({**TOPICS, **files}))
    assert page.count("#beslut-1)") == LATEST
    assert page.count("#punkt-1)") == LATEST
    assert (f"[Alla {count} beslut om ämnet](/beslut/index.md?amne=Bron)" in page) == MANY[count]
    assert ("[2000](/kalender/2000.md?amne=Bron)" in page) == MANY[count]


def test_a_site_without_topics_says_so() -> None:
    assert "Inga ämnen är inlagda." in page_of("amnen/index.md", small({}))


def test_a_topic_that_nothing_bears_says_so() -> None:
    page = page_of("amnen/bro.md", small(TOPICS))
    assert "Inget beslut, ärende eller möte hör till ämnet än." in page
    assert page.count("##") == 1, "bara Prenumerera"


LINKED = {
    "natverk/brygg/2024-03-08.md": "<b>Ämne:</b> [Bron](/amnen/bro.md)",
    "natverk/brygg.md": "Ämne\n:   [Havet](/amnen/hav.md)",
    "arenden/bron.md": "Ämnen\n:   [Bron](/amnen/bro.md), [Havet](/amnen/hav.md)",
    "nyheter/2024-03-09-bron.md": "Ämne\n:   [Bron](/amnen/bro.md)",
}


@pytest.mark.parametrize("path", LINKED)
def test_what_bears_a_topic_links_to_it(path: str) -> None:
    whole = catalogue(
        {
            **TOPICS,
            "networks/ef/association.yml": "name: EF\nlegal_form: kommunalförbund\n",
            "networks/ef/brygg/network.yml": "name: Brygg\nkind: forum\ntopics:\n  - hav\n",
            "networks/ef/matters/bron.yml": "title: Bron\ntopics:\n  - Bron\n  - hav\n",
            "networks/ef/news/2024-03-09-bron.md": "---\nrubrik: Räcket\nämnen: [bro]\n---\n",
            "minutes/brygg/2024-03-08.md": NOTES.format(topic="Bron"),
        }
    )
    assert LINKED[path] in page_of(path, whole)


def test_the_topics_of_an_item_stand_on_one_line() -> None:
    line = "- <b>Ämnen:</b> [Matematik](/amnen/matematik.md), [Digitalisering](/amnen/digitalisering.md)"
    assert line in page_of("natverk/matematiknatverket/2020-12-11.md", load(EXAMPLE))
    assert "- <b>Ämne:</b> [Matematik]" in page_of(
        "natverk/matematiknatverket/2022-06-10.md", load(EXAMPLE)
    )
