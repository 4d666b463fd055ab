"""Who sat where on a day: memberships, roles, seats and names, as they were written down."""

from __future__ import annotations

import datetime as dt

import pytest
from content import NETWORK, TODAY, small
from hypothesis import given
from hypothesis import strategies as st
from natverk.history.members import Roster, members_on, roles_on, seats_on
from natverk.history.names import latest_name, name_on, names_of
from natverk.model.catalogue import Catalogue
from natverk.model.days import Day
from natverk.model.networks import Member, Network, Role
from natverk.model.notes import Attendee
from natverk.model.vocabulary import SectionKind

ORGANISATIONS = """\
bryggeby:
  name: Bryggeby
  kind: kommun
ekhamn:
  name: Ekhamn
  kind: kommun
provet:
  kind: myndighet
  names:
    - name: Statens prov
      short: SP
      to: 2019-06-30
    - name: Provet
      from: 2019-07-01
"""


def content(register: str, **files: str) -> Catalogue:
    """Return a Catalogue with one network, whose file is `register`."""
    return small(
        {
            "networks/organisations.yml": ORGANISATIONS,
            "networks/ef/brygg/network.yml": NETWORK + register,
            **files,
        }
    )


MEMBERS = """\
members:
  - name: Anna
    to: 2020-12-31
  - name: Bo
    from: 2021-01-01
    to: 2023
  - name: Cia
    from: 2023-08
  - name: Disa
  - role: ordförande
    vacant: ja
    from: 2024-01-01
"""

SAT = {
    "2020-12-31": ["Anna", "Disa"],
    "2021-01-01": ["Bo", "Disa"],
    "2023-07-31": ["Bo", "Disa"],
    "2023-08-01": ["Bo", "Cia", "Disa"],
    "2023-12-31": ["Bo", "Cia", "Disa"],
    "2024-01-01": ["Cia", "Disa", None],
}


@pytest.mark.parametrize("day", SAT)
def test_members_sit_from_their_first_day_to_their_last(day: str) -> None:
    network = content(MEMBERS).networks["brygg"]
    sat = [member.name for member in members_on(network, dt.date.fromisoformat(day))]
    assert sat == SAT[day]


ROLES = """\
members:
  - name: Anna
    from: 2020
    to: 2025-06-30
    roles:
      - sekreterare
      - role: vice ordförande
        to: 2022-12-31
      - role: ordförande
        from: 2023-01-01
"""

HELD = {
    "2019-12-31": [],
    "2020-01-01": ["sekreterare", "vice ordförande"],
    "2022-12-31": ["sekreterare", "vice ordförande"],
    "2023-01-01": ["sekreterare", "ordförande"],
    "2025-06-30": ["sekreterare", "ordförande"],
    "2025-07-01": [],
}


@pytest.mark.parametrize("day", HELD)
def test_a_role_without_days_lasts_as_long_as_the_membership(day: str) -> None:
    (member,) = content(ROLES).networks["brygg"].members
    held = [role.role for role in roles_on(member, dt.date.fromisoformat(day))]
    assert held == HELD[day]


DATES = st.dates(dt.date(2000, 1, 1), dt.date(2030, 12, 31))


@given(st.none() | DATES, st.none() | DATES, DATES)
def test_nobody_holds_a_role_outside_the_membership(
    since: dt.date | None, until: dt.date | None, date: dt.date
) -> None:
    """A role's own days never stretch the membership's."""
    role = Role(role="ordförande")
    member = Member(name="Anna", roles=(role,), since=_day(since), until=_day(until))
    held = bool(roles_on(member, date))
    assert held is ((since or date) <= date <= (until or date))


def _day(date: dt.date | None) -> Day | None:
    return Day.of(date) if date else None


SEATS = """\
seats:
  - organisation: bryggeby
    scope: [förskola, grundskola]
    places: 2
  - organisation: bryggeby
    scope: [gymnasium]
  - organisation: ekhamn
    to: 2023-12-31
members:
  - name: Anna
    organisation: bryggeby
    scope: [förskola]
  - name: Bo
    organisation: Bryggeby kommun
    scope: [grundskola, gymnasium]
  - name: Cia
    organisation: ekhamn
  - name: Disa
    organisation: bryggeby
    kind: ersättare
    scope: [gymnasium]
  - organisation: bryggeby
    scope: [gymnasium]
    vacant: ja
"""


def test_a_seat_is_filled_by_those_who_cover_a_part_of_it() -> None:
    """Deputies and vacant places fill none; a seat that has ended is not listed."""
    catalogue = content(SEATS)
    network = catalogue.networks["brygg"]
    filled = {
        (seat.seat.organisation, *seat.seat.scope): (
            [one.name for one in seat.holders],
            seat.vacant,
        )
        for seat in seats_on(catalogue, network, TODAY)
    }
    assert filled == {
        ("bryggeby", "förskola", "grundskola"): (["Anna", "Bo"], 0),
        ("bryggeby", "gymnasium"): (["Bo"], 0),
    }
    assert len(seats_on(catalogue, network, dt.date(2023, 12, 31))) == 3


def test_a_place_without_holder_is_vacant() -> None:
    catalogue = content("seats:\n  - organisation: ekhamn\n    places: 3\n")
    (seat,) = seats_on(catalogue, catalogue.networks["brygg"], TODAY)
    assert seat.vacant == 3


PEOPLE = """\
a-1:
  names:
    - name: Anna Prov
      to: 2022
    - name: Anna Test
      from: 2023
"""

TWO_OF_A_NAME = """\
members:
  - name: Anna Prov
    person: a-1
  - name: Bo Skog
    organisation: bryggeby
  - name: Bo Skog
    organisation: ekhamn
"""

FOUND = {
    ("Anna Prov", ""): 0,
    ("Anna Test", ""): 0,
    ("ANNA TEST", ""): 0,
    ("Bo Skog", "Ekhamn"): 2,
    ("Bo Skog", "Bryggeby"): 1,
    ("Bo Skog", "Ekhamns kommun"): 2,
    ("Bo Skog", "Okänd ort"): 1,
    ("Bo", ""): None,
    ("Någon Annan", ""): None,
}


@pytest.mark.parametrize(("name", "organisation"), FOUND)
def test_a_person_is_found_by_any_name_and_told_apart_by_organisation(
    name: str, organisation: str
) -> None:
    catalogue = content(TWO_OF_A_NAME, **{"networks/people.yml": PEOPLE})
    network = catalogue.networks["brygg"]
    attendee = Attendee(section=SectionKind.PRESENT, name=name, organisation=organisation, line=1)
    found = Roster(catalogue, [network], TODAY).find(attendee)
    assert _index(network, found) == FOUND[name, organisation]


def _index(network: Network, member: Member | None) -> int | None:
    return None if member is None else [id(one) for one in network.members].index(id(member))


NAMES = {"2000-01-01": "Statens prov", "2019-06-30": "Statens prov", "2019-07-01": "Provet"}


@pytest.mark.parametrize("day", NAMES)
def test_a_record_is_called_what_it_was_called_that_day(day: str) -> None:
    record = content("").organisations["provet"]
    assert name_on(record, dt.date.fromisoformat(day)).name == NAMES[day]
    assert latest_name(record).name == "Provet"
    assert names_of(record) == ["Statens prov", "SP", "Provet"]


@pytest.mark.parametrize(
    "text", ("provet", "Provet", "statens prov", "sp", "SP", "Bryggeby kommun", "Ekhamns stad")
)
def test_an_organisation_is_known_by_id_and_by_every_name(text: str) -> None:
    assert content("").organisation(text) in {"provet", "bryggeby", "ekhamn"}


@pytest.mark.parametrize("text", ("", "Brygge", "kommun", "s kommun", "okänt"))
def test_an_unknown_organisation_stays_unknown(text: str) -> None:
    assert content("").organisation(text) is None
