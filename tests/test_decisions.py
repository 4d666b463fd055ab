"""Whether a decision still holds is computed from later decisions and from dates."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import chain

import pytest
from content import NETWORK, small
from hypothesis import given, settings
from hypothesis import strategies as st
from natverk.history.decisions import LEANING, Standing, StandingKind, last_day, standing
from natverk.model.catalogue import Catalogue
from natverk.model.vocabulary import DecisionKind
from natverk.rules.hierarchy import kretsgang
from natverk.words import swedish


def meetings(**decisions: tuple[str, ...]) -> Catalogue:
    """Return the Catalogue of one decision a meeting: `d2024_03_08=("Slag: val",)`."""
    return small(
        {
            "networks/ef/radet/network.yml": NETWORK.replace("Bryggnätverket", "Rådet"),
            **{
                f"minutes/brygg/{day[1:].replace('_', '-')}.md": document(facts)
                for day, facts in decisions.items()
            },
        }
    )


def document(*decisions: tuple[str, ...]) -> str:
    """Return a document with a decision for each tuple of facts."""
    return "\n\n".join(
        f"> **Beslut {number}: Så**\n>\n> Så blir det.\n>\n"
        + "".join(f"> - {fact}\n" for fact in facts)
        for number, facts in enumerate(decisions, 1)
    )


def told(found: Standing) -> str:
    """Return a standing in words: kind, last day, who changed it, who decides next."""
    parts = (swedish().say(found.kind), found.day, found.by and found.by.id, found.body)
    return " ".join(str(part) for part in parts if part)


OLD = "d2024_03_08"
LATER = "d2024_05_10"
CASES = {
    "nothing happens": ((), (), {"2024-03-08": "gäller", "2099-01-01": "gäller"}),
    "a period": (
        ("Gäller: 2024-04–2024-05",),
        (),
        {
            "2024-03-31": "börjar gälla senare 2024-04",
            "2024-04-01": "gäller 2024-05",
            "2024-05-31": "gäller 2024-05",
            "2024-06-01": "upphört 2024-05",
        },
    ),
    "a school year": (
        ("Gäller: läsåret 2023/2024",),
        (),
        {"2024-06-30": "gäller 2024-06-30", "2024-07-01": "upphört 2024-06-30"},
    ),
    "replaced": (
        (),
        ("Ersätter: 2024-03-08/b1",),
        {"2024-05-09": "gäller", "2024-05-10": "ersatt brygg/2024-05-10/b1"},
    ),
    "revoked": (
        (),
        ("Upphäver: 2024-03-08/b1",),
        {"2024-05-09": "gäller", "2024-05-10": "upphävt brygg/2024-05-10/b1"},
    ),
    "amended": (
        ("Gäller: 2024",),
        ("Ändrar: 2024-03-08/b1",),
        {
            "2024-05-09": "gäller 2024",
            "2024-05-10": "gäller med ändring 2024 brygg/2024-05-10/b1",
            "2025-01-01": "upphört 2024",
        },
    ),
    "extended": (
        ("Gäller: läsåret 2023/2024",),
        ("Gäller: läsåret 2024/2025", "Förlänger: 2024-03-08/b1"),
        {
            "2024-05-09": "gäller 2024-06-30",
            "2024-05-10": "gäller 2025-06-30",
            "2025-06-30": "gäller 2025-06-30",
            "2025-07-01": "upphört 2025-06-30",
        },
    ),
    "extended until further notice": (
        ("Gäller: 2024",),
        ("Gäller: tills vidare", "Förlänger: 2024-03-08/b1"),
        {"2024-05-09": "gäller 2024", "2030-01-01": "gäller"},
    ),
    "revoked although it had been replaced": (
        (),
        ("Ersätter: 2024-03-08/b1", "Upphäver: 2024-03-08/b1"),
        {"2024-05-10": "upphävt brygg/2024-05-10/b1"},
    ),
    "waiting for a body": (
        ("Går vidare till: Rådet",),
        (),
        {"2024-03-08": "väntar radet", "2024-12-31": "väntar radet"},
    ),
    "waiting for a body that is not here": (
        ("Går vidare till: varje kommun",),
        (),
        {"2024-03-08": "väntar varje kommun"},
    ),
    "confirmed": (
        ("Går vidare till: Rådet",),
        ("Fastställer: 2024-03-08/b1",),
        {"2024-05-09": "väntar radet", "2024-05-10": "gäller"},
    ),
    "answered": (
        ("Går vidare till: Rådet",),
        ("Svarar på: 2024-03-08/b1",),
        {"2024-05-09": "väntar radet", "2024-05-10": "gäller"},
    ),
    "answered with a refusal": (
        ("Går vidare till: Rådet",),
        ("Slag: avslag", "Svarar på: 2024-03-08/b1"),
        {"2024-05-09": "väntar radet", "2024-05-10": "upphört brygg/2024-05-10/b1"},
    ),
    "a mere recommendation to a body": (
        ("Rekommenderas: Rådet",),
        (),
        {"2024-03-08": "gäller"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_decision_stands_as_later_ones_and_dates_tell(case: str) -> None:
    facts, later, expected = CASES[case]
    catalogue = meetings(**{OLD: facts, **({LATER: later} if later else {})})
    decision = catalogue.decisions["brygg/2024-03-08/b1"]
    days = [dt.date.fromisoformat(day) for day in expected]
    assert {str(day): told(standing(catalogue, decision, day)) for day in days} == expected


@pytest.mark.parametrize(
    "kind",
    ("val", "godkännande", "avslag", "bordläggning", "återremiss", "hänskjutande", "yttrande"),
)
def test_a_decision_that_is_done_with_once_claims_nothing(kind: str) -> None:
    catalogue = meetings(**{OLD: (f"Slag: {kind}",)})
    (decision,) = catalogue.decisions.values()
    assert told(standing(catalogue, decision, dt.date(2030, 1, 1))) == "avslutat"


@pytest.mark.parametrize(
    "kind",
    (
        "beslut",
        "rekommendation",
        "ställningstagande",
        "inriktningsbeslut",
        "uppdrag",
        "tillstyrkan",
    ),
)
def test_a_decision_of_another_kind_holds(kind: str) -> None:
    catalogue = meetings(**{OLD: (f"Slag: {kind}",)})
    (decision,) = catalogue.decisions.values()
    assert told(standing(catalogue, decision, dt.date(2030, 1, 1))) == "gäller"


def test_every_kind_is_in_one_of_the_two_tables() -> None:
    tables = (
        test_a_decision_that_is_done_with_once_claims_nothing,
        test_a_decision_of_another_kind_holds,
    )
    words = chain.from_iterable(table.pytestmark[0].args[1] for table in tables)
    assert {swedish().read(DecisionKind, word) for word in words} == set(DecisionKind)


def test_a_chain_of_extensions_lasts_as_long_as_its_last_link() -> None:
    catalogue = meetings(
        d2021_03_05=("Gäller: läsåret 2020/2021",),
        d2021_05_07=("Gäller: läsåret 2021/2022", "Förlänger: 2021-03-05/b1"),
        d2022_05_06=("Gäller: läsåret 2022/2023", "Förlänger: 2021-05-07/b1"),
    )
    decision = catalogue.decisions["brygg/2021-03-05/b1"]
    ends = {
        dt.date(2021, 5, 6): "2021-06-30",
        dt.date(2021, 5, 7): "2022-06-30",
        dt.date(2022, 5, 5): "2022-06-30",
        dt.date(2022, 5, 6): "2023-06-30",
    }
    assert {day: str(last_day(catalogue, decision, day)) for day in ends} == ends


def test_an_extension_that_is_revoked_extends_nothing() -> None:
    catalogue = meetings(
        d2021_03_05=("Gäller: läsåret 2020/2021",),
        d2021_05_07=("Gäller: läsåret 2021/2022", "Förlänger: 2021-03-05/b1"),
        d2021_06_11=("Upphäver: 2021-05-07/b1",),
    )
    decision = catalogue.decisions["brygg/2021-03-05/b1"]
    assert told(standing(catalogue, decision, dt.date(2021, 6, 10))) == "gäller 2022-06-30"
    assert told(standing(catalogue, decision, dt.date(2021, 6, 11))) == "gäller 2021-06-30"


def test_a_circle_of_extensions_ends() -> None:
    """Content with errors is never published, but it is computed with all the same."""
    catalogue = small(
        {
            "minutes/brygg/2024-03-08.md": document(
                ("Gäller: 2024", "Förlänger: b2"), ("Gäller: 2025", "Förlänger: b1")
            )
        }
    )
    ends = [last_day(catalogue, one, dt.date(2024, 4, 1)) for one in catalogue.decisions.values()]
    assert list(map(str, ends)) == ["2025", "2025"]


def test_extensions_of_extensions_are_counted_once() -> None:
    """Thirty years, each extending all before it: a walk of every way would never end."""
    years = range(1990, 2020)
    facts = {
        f"d{year}_03_08": (
            f"Gäller: {year}",
            *(f"Förlänger: {one}-03-08/b1" for one in range(1990, year)),
        )
        for year in years
    }
    catalogue = meetings(**facts)
    first = catalogue.decisions["brygg/1990-03-08/b1"]
    for year in years:
        assert str(last_day(catalogue, first, dt.date(year, 12, 31))) == str(year)


FALLS = {
    "revoked": (("Upphäver: 2024-03-08/b1",), "upphört brygg/2024-05-10/b1"),
    "replaced": (("Ersätter: 2024-03-08/b1",), "upphört brygg/2024-05-10/b1"),
    "refused": (("Slag: avslag", "Svarar på: 2024-03-08/b1"), "upphört brygg/2024-05-10/b1"),
    "left alone": (("Ändrar: 2024-03-08/b1",), "gäller"),
}


@pytest.mark.parametrize("relation", ("Ändrar", "Förlänger"))
@pytest.mark.parametrize("what", FALLS)
def test_an_amendment_falls_with_what_it_amends(relation: str, what: str) -> None:
    """On the very day; the day before, it holds."""
    facts, expected = FALLS[what]
    catalogue = meetings(
        d2024_03_08=(), d2024_04_12=(f"{relation}: 2024-03-08/b1",), d2024_05_10=facts
    )
    decision = catalogue.decisions["brygg/2024-04-12/b1"]
    assert told(standing(catalogue, decision, dt.date(2024, 5, 9))) == "gäller"
    found = standing(catalogue, decision, dt.date(2024, 5, 10))
    assert told(found) == expected
    assert bool(found.fell_as) is (expected != "gäller")


def test_an_amendment_of_an_amendment_falls_too() -> None:
    catalogue = meetings(
        d2024_01_12=(),
        d2024_02_09=("Ändrar: 2024-01-12/b1",),
        d2024_03_08=("Ändrar: 2024-02-09/b1",),
        d2024_04_12=("Upphäver: 2024-01-12/b1",),
    )
    decision = catalogue.decisions["brygg/2024-03-08/b1"]
    assert told(standing(catalogue, decision, dt.date(2024, 5, 1))) == "upphört brygg/2024-04-12/b1"


HOLDS = {
    "one of the two that it amends is left": (
        ("Ändrar: 2024-01-12/b1, 2024-02-09/b1",),
        ("Upphäver: 2024-01-12/b1",),
    ),
    "it replaces what it extends": (("Förlänger: 2024-01-12/b1", "Ersätter: 2024-01-12/b1"), ()),
    "what it amends was revoked before": (("Ändrar: 2024-02-02/b1",), ()),
}


@pytest.mark.parametrize("what", HOLDS)
def test_a_decision_that_leans_on_more_stands(what: str) -> None:
    facts, later = HOLDS[what]
    catalogue = meetings(
        d2024_01_12=(),
        d2024_02_02=(),
        d2024_02_09=("Upphäver: 2024-02-02/b1",),
        d2024_03_08=facts,
        d2024_04_12=later,
    )
    decision = catalogue.decisions["brygg/2024-03-08/b1"]
    assert told(standing(catalogue, decision, dt.date(2024, 5, 1))) == "gäller"


def test_an_amendment_lasts_as_long_as_what_it_amends() -> None:
    """Unless it has a period of its own."""
    catalogue = meetings(
        d2024_01_12=("Gäller: 2024",),
        d2024_02_09=("Ändrar: 2024-01-12/b1",),
        d2024_03_08=("Ändrar: 2024-01-12/b1", "Gäller: 2024-04"),
        d2024_04_12=("Förlänger: 2024-01-12/b1", "Gäller: 2025"),
    )
    ends = {
        one.meeting: str(last_day(catalogue, one, dt.date(2024, 4, 12)))
        for one in catalogue.decisions.values()
    }
    assert ends["brygg/2024-02-09"] == "2025"
    assert ends["brygg/2024-03-08"] == "2024-04"


def test_a_decision_of_a_draft_changes_nothing_that_is_shown() -> None:
    catalogue = small(
        {
            "minutes/brygg/2024-03-08.md": document(()),
            "minutes/brygg/2024-05-10.md": "---\nstatus: utkast\n---\n"
            + document(("Upphäver: 2024-03-08/b1",)),
        }
    )
    shown = catalogue.public()
    (decision,) = shown.decisions.values()
    assert told(standing(shown, decision, dt.date(2024, 6, 1))) == "gäller"


RELATIONS = st.sampled_from(
    ("Förlänger", "Ersätter", "Ändrar", "Upphäver", "Fastställer", "Svarar på")
)
EARLIEST = dt.date(2023, 1, 13)
MEETINGS = 6


@st.composite
def histories(draw: st.DrawFn) -> Catalogue:
    """Meetings three weeks apart, each with a decision that may bear on earlier ones."""
    files = {}
    days = [EARLIEST + dt.timedelta(weeks=3 * number) for number in range(MEETINGS)]
    for number, day in enumerate(days):
        facts = []
        if number and draw(st.booleans()):
            facts.append(f"{draw(RELATIONS)}: {draw(st.sampled_from(days[:number]))}/b1")
        if draw(st.booleans()):
            facts.append(f"Gäller: {day}–{day + dt.timedelta(days=draw(st.integers(0, 90)))}")
        if draw(st.booleans()):
            facts.append("Går vidare till: Bryggnätverket")
        files[f"minutes/brygg/{day}.md"] = document(tuple(facts))
    return small(files)


DATES = st.integers(-30, 200).map(lambda days: EARLIEST + dt.timedelta(days=days))
MANY = settings(max_examples=60)


def _standings(catalogue: Catalogue, date: dt.date) -> dict[str, str]:
    return {
        identity: told(standing(catalogue, decision, date))
        for identity, decision in catalogue.decisions.items()
    }


@MANY
@given(histories(), DATES)
def test_a_decision_made_tomorrow_changes_nothing_today(history: Catalogue, date: dt.date) -> None:
    """The past looks the same whatever is decided later."""
    made = tuple(notes for notes in history.notes if dt.date.fromisoformat(notes.key) <= date)
    now = _standings(replace(history, notes=made), date)
    assert {identity: _standings(history, date)[identity] for identity in now} == now


@MANY
@given(histories(), DATES, st.randoms(use_true_random=False))
def test_the_order_of_the_files_never_matters(
    history: Catalogue, date: dt.date, chance: object
) -> None:
    shuffled = list(history.notes)
    chance.shuffle(shuffled)
    again = replace(history, notes=tuple(shuffled))
    assert _standings(again, date) == _standings(history, date)


@MANY
@given(histories(), DATES, st.integers(0, 200))
def test_what_is_revoked_or_replaced_never_comes_back(
    history: Catalogue, date: dt.date, more: int
) -> None:
    gone = {"upphävt", "ersatt"}
    before = _standings(history, date)
    after = _standings(history, date + dt.timedelta(days=more))
    for identity, was in before.items():
        if was.split()[0] in gone:
            assert after[identity].split()[0] in gone


@MANY
@given(histories(), DATES)
def test_nothing_holds_that_only_leans_on_what_is_gone(history: Catalogue, date: dt.date) -> None:
    """Seen from each decision by itself, what it leans on is told as the lists tell it."""
    found = {one.id: standing(history, one, date) for one in history.decisions.values()}
    for identity, own in found.items():
        bases = {
            history.target(one.target, history.decisions[identity]): found
            for one in history.decisions[identity].relations
            if one.kind in LEANING
        }
        ends = [found[base] for base in bases if base in found]
        if ends and all(_fell_since(end, identity) for end in ends):
            assert told(own).split()[0] in {"upphört", "upphävt", "ersatt"}
        if own.fell_as:
            assert ends
            assert all(_fell_since(end, identity) for end in ends)


def _fell_since(end: Standing, identity: str) -> bool:
    """Tell whether a decision ended another on the day of a third or later."""
    is_end = end.kind in {StandingKind.REVOKED, StandingKind.REPLACED, StandingKind.ENDED}
    return bool(is_end and end.by and end.by.id >= identity and end.by.id != identity)


@MANY
@given(histories(), DATES)
def test_an_extension_never_shortens(history: Catalogue, date: dt.date) -> None:
    for decision in history.decisions.values():
        own = decision.period.end if decision.period else None
        last = last_day(history, decision, date)
        assert last is None or own is None or last.last >= own.last


@MANY
@given(histories(), st.sampled_from(("Ersätter", "Upphäver")), st.integers(0, 60))
def test_what_is_replaced_tomorrow_stands_today(
    history: Catalogue, relation: str, days: int
) -> None:
    """The day before, nothing of it is seen; on the day, it is, whatever else was decided."""
    last = EARLIEST + dt.timedelta(weeks=3 * MEETINGS + days)
    target = next(iter(history.decisions.values()))
    (later,) = small({f"minutes/brygg/{last}.md": document((f"{relation}: {EARLIEST}/b1",))}).notes
    longer = replace(history, notes=(later, *history.notes))
    eve = last - dt.timedelta(days=1)
    assert standing(longer, target, eve) == standing(history, target, eve)
    gone = {"ersatt", "upphävt"}
    assert told(standing(longer, target, last)).split()[0] in gone


@MANY
@given(st.lists(st.integers(1, 400), min_size=1, max_size=8), st.integers(-400, 4000))
def test_a_chain_of_extensions_holds_to_its_last_end(lengths: list[int], offset: int) -> None:
    """Each extends the one before, so the first holds as long as any of those made by the day."""
    files, made = {}, []
    for number, length in enumerate(lengths):
        day = EARLIEST + dt.timedelta(weeks=number)
        end = day + dt.timedelta(days=length)
        earlier = (f"Förlänger: {day - dt.timedelta(weeks=1)}/b1",) if number else ()
        files[f"minutes/brygg/{day}.md"] = document((f"Gäller: {day}–{end}", *earlier))
        made.append((day, end))
    history = small(files)
    date = EARLIEST + dt.timedelta(days=offset)
    first = history.decisions[f"brygg/{EARLIEST}/b1"]
    ends = [end for day, end in made if day <= date] or [made[0][1]]
    last = last_day(history, first, date)
    assert last
    assert last.first == max(ends)


@MANY
@given(st.lists(st.tuples(st.integers(1, 6), st.integers(1, 6)), max_size=10))
def test_relations_that_raise_no_error_never_go_in_a_circle(pairs: list[tuple[int, int]]) -> None:
    """Decisions of one day may refer both ways, and only there can a circle hide."""
    facts = dict.fromkeys(range(1, 7), ())
    for number, target in pairs:
        facts[number] = (*facts[number], f"Ändrar: b{target}")
    catalogue = small({"minutes/brygg/2024-03-08.md": document(*facts.values())})
    raised = any(True for _ in kretsgang(catalogue, EARLIEST))
    assert raised is not _is_acyclic({one: {t for n, t in pairs if n == one} for one in facts})


def _is_acyclic(graph: dict[int, set[int]]) -> bool:
    """Tell whether the leaves can be plucked until nothing is left."""
    while leaves := {one for one, targets in graph.items() if not targets & graph.keys()}:
        graph = {one: targets for one, targets in graph.items() if one not in leaves}
    return not graph
