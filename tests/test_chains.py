"""Decisions that bear on each other make one chain, whatever body and year they belong to."""

from __future__ import annotations

import datetime as dt
import html
from dataclasses import replace
from html.parser import HTMLParser

import markdown
import pytest
from content import EXAMPLE, NETWORK, TODAY, page_of, small
from hypothesis import given
from natverk.history.chains import chains
from natverk.load import load
from natverk.model.catalogue import Catalogue
from natverk.pages.markdown import attribute
from natverk.rules.relations import (
    andrar_det_som_upphort,
    galler_fore_beslutet,
    gar_vidare_at_sidan,
)
from natverk.site import build
from natverk.views.relations import MOST, Timeline, Timelines, relations
from natverk.views.rows import Rows
from test_decisions import MANY, document, histories, meetings


def timeline(catalogue: Catalogue, identity: str) -> Timeline | None:
    return Timelines(Rows(catalogue, TODAY)).of(catalogue.decisions[identity])


def test_a_chain_goes_over_bodies_and_years_oldest_first() -> None:
    line = timeline(load(EXAMPLE), "matematiknatverket/2020-12-11/b1")
    assert line
    assert [step.row.id for step in line.steps] == [
        "laromedelsgruppen/2020-11-13/b1",
        "matematiknatverket/2020-12-11/b1",
        "matematiknatverket/2021-05-07/b1",
        "matematiknatverket/2021-05-07/b2",
        "matematiknatverket/2022-06-10/b1",
    ]
    assert [f"{one.label} {one.title}" for one in line.steps[0].does] == [
        "Rekommenderas varje kommun",
        "Går vidare till Mattenätverket",
    ]
    assert (line.earlier, line.later) == (0, 0)


def test_a_decision_that_bears_on_none_has_no_time_line() -> None:
    assert timeline(load(EXAMPLE), "skolchefsnatverket/2023-11-17/b2") is None


LENGTH = 30
FIRST = dt.date(2020, 1, 10)


@pytest.fixture(scope="module")
def long() -> Catalogue:
    """Thirty decisions, each amending the one before and the very first one."""
    days = [FIRST + dt.timedelta(weeks=4 * number) for number in range(LENGTH)]
    facts = {
        day: tuple(f"Ändrar: {one}/b1" for one in dict.fromkeys((days[number - 1], days[0])))
        for number, day in enumerate(days)
        if number
    }
    return small({f"minutes/brygg/{day}.md": document(facts.get(day, ())) for day in days})


@pytest.mark.parametrize(
    ("place", "earlier", "later"), ((0, 0, 18), (5, 0, 18), (15, 9, 9), (29, 18, 0))
)
def test_a_long_chain_shows_what_is_near(
    place: int, earlier: int, later: int, long: Catalogue
) -> None:
    decision = list(long.decisions.values())[place]
    line = timeline(long, decision.id)
    assert line
    assert len(line.steps) == MOST
    assert decision.id in line.shown
    assert (line.earlier, line.later) == (earlier, later)


def test_every_relation_is_told_beside_the_time_line_and_titles_only_once(long: Catalogue) -> None:
    """The time line is folded and has the titles of those near; of those far away it has nothing."""
    decision = list(long.decisions.values())[-2]
    rows = list(relations(long, decision, timeline(long, decision.id)))
    days = [FIRST + dt.timedelta(weeks=4 * number) for number in (LENGTH - 3, 0, LENGTH - 1)]
    assert [(row.label, row.day, bool(row.title)) for row in rows] == [
        ("Ändrar", days[0], False),
        ("Ändrar", days[1], True),
        ("Ändras av", days[2], False),
    ]


def test_a_page_tells_what_happened_to_a_decision_once() -> None:
    """In its marks, with a link; the time line does not say it again."""
    text = page_of("natverk/matematiknatverket/2020-12-11.md", load(EXAMPLE))
    revoked = "[beslutet den 10 juni 2022](/natverk/matematiknatverket/2022-06-10.md#beslut-1)"
    assert f"- <b>Upphävs av:</b> {revoked}\n" in text
    line = text.partition("<summary>Före och efter (4 beslut)</summary>")[2]
    line = line.partition("</details>")[0]
    assert "<strong>Det här beslutet</strong>" in line
    assert "[Listan över läromedel upphör]" in line
    assert "Upphäver" not in line
    assert "Går vidare till Mattenätverket.</span>" in line


def test_a_chain_is_made_once_and_shared(long: Catalogue) -> None:
    assert len({id(chain) for chain in chains(long).values()}) == 1


@MANY
@given(histories())
def test_chains_divide_the_decisions(history: Catalogue) -> None:
    """Each decision is in one chain at most, with all that it relates to, in the order of days."""
    found = chains(history)
    for identity, chain in found.items():
        ids = [decision.id for decision in chain.decisions]
        assert ids == sorted(set(ids))
        assert identity in ids
        assert all(found[other] is chain for other in ids)
    for target, pairs in history.relations_to.items():
        if target in history.decisions:
            assert all(later.id in found[target].places for later, _ in pairs)


@MANY
@given(histories())
def test_the_order_of_the_files_changes_no_chain(history: Catalogue) -> None:
    again = replace(history, notes=tuple(reversed(history.notes)))
    told = [
        {identity: tuple(chain.places) for identity, chain in chains(one).items()}
        for one in (history, again)
    ]
    assert told[0] == told[1]


def page(path: str, site: str = "") -> str:
    return html.unescape(page_of(path, load(EXAMPLE), site=site))


@pytest.mark.parametrize(
    ("site", "address"),
    (
        ("", "/natverk/skolchefsnatverket/2024-03-08/#beslut-3"),
        (
            "https://natet.example/a/",
            "https://natet.example/a/natverk/skolchefsnatverket/2024-03-08/#beslut-3",
        ),
    ),
)
def test_a_citation_names_body_day_number_title_and_address(site: str, address: str) -> None:
    assert (
        "Matematiknätverket, enligt Skolchefsnätverket 8 mars 2024, beslut 3: "
        f"Matematiknätverket vill ha gemensamma nationella prov i mars. {address}<"
    ) in page("natverk/skolchefsnatverket/2024-03-08.md", site)


def test_a_bodys_page_lists_its_decisions_in_the_notes_of_others_once() -> None:
    for body, decision in (
        ("matematiknatverket", "/natverk/skolchefsnatverket/2024-03-08.md#beslut-3"),
        ("laromedelsgruppen", "/natverk/matematiknatverket/2022-06-10.md#beslut-2"),
    ):
        text = page(f"natverk/{body}.md")
        assert text.count(decision) == 1
        own = text.partition("\n## Beslut\n")[2].partition("\n### ")[0]
        assert decision in own
        assert "enligt " in own


def test_a_joint_decision_of_the_guest_is_listed_once_on_its_page() -> None:
    """It is among the decisions of the meeting and of the body alike."""
    text = document(("Av: Rådet",))
    catalogue = small(
        {
            "networks/ef/radet/network.yml": NETWORK.replace("Bryggnätverket", "Rådet"),
            "minutes/brygg/2024-03-08.md": f"---\ntillsammans med: [radet]\n---\n{text}",
        }
    )
    outputs = {output.path: output.content or b"" for output in build(catalogue, TODAY)}
    assert outputs["natverk/radet.md"].count(b"2024-03-08.md#beslut-1") == 1


HIERARCHY = {
    "networks/ef/over/network.yml": "name: Över\nkind: chefsnätverk\nreports_to: hogst\n",
    "networks/ef/hogst/network.yml": "name: Högst\nkind: politisk styrgrupp\n",
    "networks/ef/under/network.yml": "name: Under\nkind: forum\nreports_to: over\n",
    "networks/ef/granne/network.yml": "name: Granne\nkind: forum\nreports_to: over\n",
    "networks/ef/styrelsen/network.yml": "name: Styrelsen\nkind: styrelse\n",
    "networks/ef/ute/network.yml": "name: Ute\nkind: forum\noutside: ja\n",
    "networks/fe/association.yml": "name: Annat\nlegal_form: ideell förening\n",
    "networks/fe/annan/network.yml": "name: Annan\nkind: forum\n",
}
WAYS = {
    "Över": 0,
    "Högst": 0,
    "Granne": 1,
    "Under": 1,
    "Styrelsen": 0,
    "Ute": 0,
    "Annan": 0,
    "varje kommun": 0,
}


@pytest.mark.parametrize("target", WAYS)
def test_a_decision_goes_up_out_or_to_a_board(target: str) -> None:
    facts = ("Av: Granne", f"Går vidare till: {target}") if target == "Under" else ()
    catalogue = small(
        {
            **HIERARCHY,
            "minutes/under/2024-03-08.md": document((f"Går vidare till: {target}",)),
            "minutes/over/2024-03-08.md": document(facts),
            "minutes/brygg/2024-03-08.md": document((f"Går vidare till: {target}",)),
        }
    )
    found = [finding.path for finding in gar_vidare_at_sidan(catalogue, TODAY)]
    wanted = "minutes/over" if target == "Under" else "minutes/under"
    assert found == [f"{wanted}/2024-03-08.md"] * WAYS[target]


@pytest.mark.parametrize(
    ("second", "third", "found"),
    (
        ("Upphäver", "Ändrar", 1),
        ("Ersätter", "Förlänger", 1),
        ("Ändrar", "Förlänger", 0),
        ("Upphäver", "Svarar på", 0),
    ),
)
def test_what_is_gone_is_neither_amended_nor_extended(second: str, third: str, found: int) -> None:
    catalogue = meetings(
        d2024_03_08=(),
        d2024_04_12=(f"{second}: 2024-03-08/b1",),
        d2024_05_10=(f"{third}: 2024-03-08/b1",),
    )
    assert len(list(andrar_det_som_upphort(catalogue, TODAY))) == found


def test_what_is_amended_and_revoked_on_one_day_raises_nothing() -> None:
    catalogue = small(
        {
            "minutes/brygg/2024-03-08.md": document(()),
            "minutes/brygg/2024-04-12.md": document(
                ("Upphäver: 2024-03-08/b1",), ("Ändrar: 2024-03-08/b1",)
            ),
        }
    )
    assert list(andrar_det_som_upphort(catalogue, TODAY)) == []


@pytest.mark.parametrize(
    ("period", "found"),
    (
        ("läsåret 2023/2024", 0),
        ("läsåret 2022/2023", 1),
        ("från 2023-03-09", 0),
        ("från 2023-03-08", 1),
        ("2018–2026", 0),
        ("från 2019-08", 0),
        ("t.o.m. 2024-12-31", 0),
        ("från 2024-08-01", 0),
    ),
)
def test_a_period_may_begin_a_year_before_its_decision(period: str, found: int) -> None:
    """The year before 8 March 2024 has 366 days; a period of a coarser start is never judged."""
    catalogue = meetings(d2024_03_08=(f"Gäller: {period}",))
    assert len(list(galler_fore_beslutet(catalogue, TODAY))) == found


NAMES = ("Namn", 'Kallat "A"', "<b>fet</b>", "[x](y) *z* `k` {: .a }", "& &amp;", "a|b")


@pytest.mark.parametrize("name", NAMES)
def test_what_a_row_carries_is_read_back_as_it_was_written(name: str) -> None:
    """Whatever a body is called, its attribute neither ends early nor becomes markup."""
    text = f"- En rad <span{attribute('data-nv-natverk', (name, 'Två'))}>här</span>"
    found: list[str | None] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda _, given: found.extend(value for _, value in given)
    parser.feed(markdown.markdown(text, extensions=["attr_list", "md_in_html"]))
    assert found == [f"{name.replace('|', ' ')}|Två"]
    assert attribute("data-nv-amne", ()) == ""
