"""History as a reader meets it: periods, revisions side by side, who covers what, names of a day."""

from __future__ import annotations

import datetime as dt

import pytest
from content import NETWORK, TODAY, catalogue, small
from hypothesis import given
from hypothesis import strategies as st
from natverk.history.mandates import mandate_on, terms
from natverk.history.members import members_on, role_periods, roles_on
from natverk.history.names import name_on, names_over_time
from natverk.history.revisions import Passage, compare, passages
from natverk.model.catalogue import Catalogue
from natverk.model.days import Day
from natverk.model.networks import Member, Network, Role
from natverk.model.periods import Interval
from natverk.model.records import Name
from natverk.model.vocabulary import NetworkKind
from natverk.site import build
from natverk.source.blocks import read_blocks
from natverk.views.coverage import coverage_by_network, coverage_of
from natverk.views.organisation import places_by_organisation
from natverk.views.periods import member_periods, periods_of

DAYS = st.one_of(
    st.builds(Day, st.integers(2018, 2024)),
    st.builds(Day, st.integers(2018, 2024), st.integers(1, 12)),
    st.builds(Day, st.integers(2018, 2024), st.integers(1, 12), st.integers(1, 28)),
)
INTERVALS = st.builds(Interval, st.none() | DAYS, st.none() | DAYS)
DATES = st.dates(dt.date(2017, 1, 1), dt.date(2025, 12, 31))
ROLES = st.builds(
    lambda role, at: Role(role=role, since=at.start, until=at.end),
    st.sampled_from(["ordförande", "sekreterare"]),
    INTERVALS,
)
MEMBERS = st.builds(
    lambda name, at, roles: Member(name=name, since=at.start, until=at.end, roles=tuple(roles)),
    st.sampled_from(["Anna", "Bo", "Cia", None]),
    INTERVALS,
    st.lists(ROLES, max_size=3),
)


def network(**fields: object) -> Network:
    given_names = fields.pop("names", (Name(name="Brygg"),))
    return Network.model_validate(
        {
            "id": "brygg",
            "association": "ef",
            "kind": NetworkKind.FORUM,
            "names": given_names,
            **fields,
        }
    )


@given(st.lists(MEMBERS, max_size=6), DATES)
def test_the_memberships_that_hold_on_a_day_are_the_members_of_that_day(
    members: list[Member], date: dt.date
) -> None:
    """The reader's day picker hides all rows but those whose period has the day in it."""
    body = network(members=tuple(members))
    rows = [row for row in member_periods(Catalogue(), body, TODAY) if row.is_membership]
    shown = [row.row.name for row in rows if date in row.interval]
    assert shown == [member.name or "" for member in members_on(body, date)]


@given(MEMBERS, DATES)
def test_the_roles_that_hold_on_a_day_are_those_of_that_day(member: Member, date: dt.date) -> None:
    dated = [role for role, at in role_periods(member) if date in at]
    lasting = [role for role in roles_on(member, date) if role.interval == Interval()]
    assert sorted([*dated, *lasting], key=id) == sorted(roles_on(member, date), key=id)


@given(st.lists(INTERVALS, min_size=1, max_size=4), DATES)
def test_no_day_has_two_names_nor_one_that_was_not_used(
    spans: list[Interval], date: dt.date
) -> None:
    names = tuple(
        Name(name=str(at), since=span.start, until=span.end) for at, span in enumerate(spans)
    )
    body = network(names=names)
    holding = [name for name, span in names_over_time(body) if date in span]
    starts = {span.first for span in spans}
    if len(starts) == len(spans):
        assert holding in ([], [name_on(body, date)])


MANDATES = {
    "2018": "gäller: 2018–2024",
    "2020-07-01": "gäller: från 2020-07-01",
    "2021": "gäller: 2021",
    "okant": "rubrik: Utgångspunkter",
}


def mandates(texts: dict[str, str]) -> Catalogue:
    return small(
        {
            f"networks/ef/brygg/mandates/{key}.md": f"---\n{head}\n---\n\nText {key}.\n"
            for key, head in texts.items()
        }
    )


KEYS = (("2018",), ("2018", "2021"), tuple(MANDATES), ("okant", "2021"))


@pytest.mark.parametrize("keys", KEYS)
def test_the_mandates_over_time_are_those_that_held_each_day(keys: tuple[str, ...]) -> None:
    revisions = mandates({key: MANDATES[key] for key in keys}).mandates_of["brygg"]
    for days in range(0, 3650, 13):
        date = dt.date(2016, 1, 1) + dt.timedelta(days=days)
        held = mandate_on(revisions, date)
        assert [one for one, at in terms(revisions) if date in at] == ([held] if held else [])


def test_a_mandate_inside_another_gives_way_and_takes_over_again() -> None:
    revisions = mandates({key: MANDATES[key] for key in ("2018", "2021")}).mandates_of["brygg"]
    told = [(one.key, f"{at.start}–{at.end}") for one, at in terms(revisions)]
    assert told == [("2018", "2018–2020-12-31"), ("2021", "2021–2021"), ("2018", "2022-01-01–2024")]


def test_nothing_is_told_of_members_whose_time_nobody_knows() -> None:
    """A table of nothing but unknown days would say no more than the list of members."""
    body = network(members=(Member(name="Anna", roles=(Role(role="ordförande"),)),))
    assert periods_of(Catalogue(), body, TODAY).is_empty


WORDS = st.lists(st.sampled_from(["a", "b", "c", "a b", "a c d", "b c d e"]), max_size=12)


@given(WORDS, WORDS)
def test_what_was_added_and_removed_gives_both_texts_back(old: list[str], new: list[str]) -> None:
    steps = compare([Passage(text) for text in old], [Passage(text) for text in new])
    assert [step.before for step in steps if step.before] == old
    assert [step.after for step in steps if step.after] == new


def test_texts_too_long_to_compare_are_told_whole() -> None:
    old, new = ([Passage(f"{word} {at}") for at in range(1500)] for word in ("gammal", "ny"))
    steps = compare(old, new)
    assert [step.before for step in steps if step.before] == [one.text for one in old]
    assert [step.after for step in steps if step.after] == [one.text for one in new]


@given(WORDS)
def test_a_text_does_not_differ_from_itself(words: list[str]) -> None:
    both = [Passage(text) for text in words]
    assert not any(step.is_change for step in compare(both, both))


def test_a_text_is_told_by_heading_paragraph_entry_and_line_of_a_table() -> None:
    text = "## Uppdrag\n\nEtt stycke\npå två rader.\n\n- Ett\n  - Under ett\n- Två\n\n| a | b |\n| - | - |\n"
    found = passages(read_blocks(text.splitlines()))
    assert [(one.text, one.under) for one in found] == [
        ("Uppdrag", "Uppdrag"),
        ("Ett stycke på två rader.", "Uppdrag"),
        ("Ett", "Uppdrag"),
        ("Under ett", "Uppdrag"),
        ("Två", "Uppdrag"),
        ("| a | b |", "Uppdrag"),
        ("| - | - |", "Uppdrag"),
    ]


ORGANISATIONS = (
    "bryggeby:\n  name: Bryggeby\n  kind: kommun\nekhamn:\n  name: Ekhamn\n  kind: kommun\n"
)
CHIEFS = (
    """\
name: Chefsnätverket
kind: chefsnätverk
seats:
  - organisation: bryggeby
    scope: [förskola, grundskola]
  - organisation: bryggeby
    scope: [gymnasium]
  - organisation: ekhamn
    scope: [förskola, gymnasium]
members:
  - name: Anna Brygg
    organisation: bryggeby
    scope: [förskola]
  - name: Bo Ek
    organisation: ekhamn
  - name: Cia Brygg
    organisation: bryggeby
    scope: [gymnasium]
    to: 2024-05-14
""".replace("[", "\n      - ")
    .replace(", ", "\n      - ")
    .replace("]", "")
)


@pytest.fixture(scope="module")
def chiefs() -> Catalogue:
    return catalogue(
        {
            "networks/organisations.yml": ORGANISATIONS,
            "networks/ef/association.yml": "name: EF\nlegal_form: kommunalförbund\n",
            "networks/ef/chefer/network.yml": CHIEFS,
        }
    )


COVERED = {
    dt.date(2024, 5, 14): ["Anna Brygg", "ingen utpekad", "Cia Brygg"],
    dt.date(2024, 5, 15): ["Anna Brygg", "ingen utpekad", "**vakant**"],
}


@pytest.mark.parametrize("day", COVERED)
def test_an_organisations_page_tells_who_covers_which_school_form(
    day: dt.date, chiefs: Catalogue
) -> None:
    page = _page(chiefs, "organisationer/bryggeby.md", day)
    assert "| Nätverk | Förskola | Grundskola | Gymnasium |" in page
    row = next(
        line
        for line in page.splitlines()
        if line.count(" | ") == 4 and "/chefer" in line and "ingen" in line
    )
    assert [cell.strip() for cell in row.split("|")[2:5]] == COVERED[day]


def test_who_has_no_school_form_covers_all_that_the_places_ask_for(chiefs: Catalogue) -> None:
    places = places_by_organisation(chiefs, TODAY)
    table = coverage_of(places["ekhamn"])
    assert table
    assert table.scopes == ("förskola", "gymnasium")
    assert [[row.name for row in cell.members] for cell in table.lines[0].cells] == [["Bo Ek"]] * 2


def test_an_associations_page_tells_which_municipality_lacks_whom(chiefs: Catalogue) -> None:
    (table,) = coverage_by_network(chiefs, places_by_organisation(chiefs, TODAY))["ef"]
    assert table.scopes == ("förskola", "grundskola", "gymnasium")
    lacking = {
        line.name: [
            scope for scope, cell in zip(table.scopes, line.cells, strict=True) if cell.vacant
        ]
        for line in table.lines
    }
    assert lacking == {"Bryggeby": ["gymnasium"], "Ekhamn": []}


def test_no_table_is_shown_where_nobody_has_a_school_form() -> None:
    body = NETWORK + "members:\n  - name: Anna\n    organisation: ef\n"
    found = small({"networks/ef/brygg/network.yml": body})
    assert coverage_of(places_by_organisation(found, TODAY)["ef"]) is None


RENAMED = """\
kind: forum
names:
  - name: Gamla bryggan
    to: 2021-12-31
  - name: Nya bryggan
    from: 2022-01-01
"""


def test_a_meeting_has_the_names_of_its_day_and_tells_todays() -> None:
    found = small(
        {
            "networks/ef/brygg/network.yml": RENAMED,
            "networks/ef/hamn/network.yml": "name: Hamnen\nkind: forum\n",
            "minutes/brygg/2021-03-05.md": "---\ntillsammans med: hamn\n---\n\n## Frågor\n\nText.\n",
            "minutes/brygg/2022-03-04.md": "## Frågor\n\nText.\n",
            "minutes/hamn/2021-04-09.md": "---\ntillsammans med:\n  - brygg\n---\n\n## Frågor\n\nText.\n",
        }
    )
    now = "Gamla bryggan (i dag: [Nya bryggan](/natverk/brygg.md))"
    then = _page(found, "natverk/brygg/2021-03-05.md", TODAY)
    assert "# Gamla bryggan 5 mars 2021" in then
    assert now in then
    assert now in _page(found, "natverk/hamn/2021-04-09.md", TODAY)
    assert "i dag:" not in _page(found, "natverk/brygg/2022-03-04.md", TODAY)


def _page(content: Catalogue, path: str, day: dt.date) -> str:
    found = {output.path: output for output in build(content, day)}
    return (found[path].content or b"").decode()


def test_a_revised_mandate_is_told_beside_the_one_before_it() -> None:
    head = "---\ngäller: {}\nveckodag: {}\n---\n\n## Uppdrag\n\n- Ett.\n- {}\n"
    found = small(
        {
            "networks/ef/brygg/mandates/2020.md": head.format("2020–2021", "fredag", "Två."),
            "networks/ef/brygg/mandates/2022.md": head.format("2022–2023", "torsdag", "Tre."),
        }
    )
    first = _page(found, "natverk/brygg/uppdrag/2020.md", TODAY)
    later = _page(found, "natverk/brygg/uppdrag/2022.md", TODAY)
    assert "Ändrat sedan" not in first
    assert "**Borttaget:** <del>Två.</del>" in later
    assert "**Tillagt:** <ins>Tre.</ins>" in later
    assert "**Tillagt:** <ins>Möten på torsdagar</ins>" in later
    assert "<del>Ett.</del>" not in later
