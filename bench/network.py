"""One made-up network: its register, and what its notes, mandates and news are written from."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any

from entries import entries
from membership import Holder, make_holders, sitting
from prose import Writer
from timetable import NOW, Timetable, make_timetable
from words import to_id, vocabulary
from world import Association, Body, World

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

MEETINGS = (40, 60)
"""Over eight to ten years."""
REPORTING = 4
"""So many networks report to the same one."""
RENAMED = 0.15
FORMER = {
    "nätverket": "kollegiet",
    "gruppen": "laget",
    "rådet": "konventet",
    "forumet": "torget",
    "samverkan": "alliansen",
}
"""What a kind of network was called before."""
TRIALS = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A network and everything that its files are made from; `former` is its first name, if any."""

    body: Body
    kind: str
    association: Association
    superior: Body | None
    timetable: Timetable
    holders: list[Holder]
    guests: list[tuple[str, Body]]
    place: str
    former: str
    topics: list[str]
    rng: random.Random
    writer: Writer


def make_networks(world: World, meetings: int, seed: int) -> Iterator[Network]:
    """Yield networks until their meetings are so many; those of an association form a tree."""
    made: dict[str, list[Body]] = {association.id: [] for association in world.associations}
    for at, (count, (name, kind)) in enumerate(zip(_sizes(meetings, seed), _names(), strict=False)):
        association = world.associations[at % len(world.associations)]
        others = made[association.id]
        superior = others[(len(others) - 1) // REPORTING] if others else None
        body = Body(to_id(name), name)
        others.append(body)
        rng = random.Random(f"{seed}/{body.id}")
        yield _network(rng, world, (body, kind, association, superior), count)


def register(network: Network) -> Mapping[str, Any]:
    """Return what `network.yml` says."""
    reports = {"reports_to": network.superior.id} if network.superior else {}
    return {
        **_names_of(network),
        "kind": network.kind,
        "about": network.writer.paragraph(2),
        **reports,
        "guided_by": [network.association.board.id],
        "started": str(network.timetable.first.year),
        "status": "på prov" if network.rng.random() < TRIALS else "aktivt",
        "reviewed": "2026-09-01",
        "email": f"{network.body.id}@{network.association.id}.example",
        "topics": network.topics,
        "seats": [
            {"organisation": organisation, "scope": [scope]}
            for organisation, scope in _seats(network.holders)
        ],
        "members": [_member(holder) for holder in network.holders],
        "represented_in": [_representation(network)],
        "annual_reports": list(_reports(network)),
        "meetings": list(entries(network)),
    }


def _names_of(network: Network) -> dict[str, Any]:
    """Return the one name, or the two with the days of their change."""
    if not network.former:
        return {"name": network.body.name}
    year = network.timetable.first.year + 2
    return {
        "names": [
            {"name": network.former, "to": f"{year}-12-31"},
            {"name": network.body.name, "from": f"{year + 1}-01-01"},
        ]
    }


def _representation(network: Network) -> dict[str, Any]:
    holder = sitting(network.holders, NOW)[0]
    body = f"Lärandeverkets råd för {network.writer.compound().plural}"
    return {"from": str(holder.since), "body": body, "persons": [holder.person.name]}


def _reports(network: Network) -> Iterator[dict[str, str]]:
    """Yield every year's report, received at the last meeting of the year."""
    last = {day.year: day for day in network.timetable.held}
    for year, day in list(last.items())[:-1]:
        link = f"https://{network.association.id}.example/{network.body.id}/{year}.pdf"
        yield {"year": str(year), "meeting": f"{network.body.id}/{day}", "document": link}


def _sizes(meetings: int, seed: int) -> Iterator[int]:
    """Yield how many meetings each network has; a small rest goes to the last."""
    rng = random.Random(f"{seed}/sizes")
    left = meetings
    while left:
        size = rng.randint(*MEETINGS)
        size = left if left < size + MEETINGS[0] // 2 else size
        yield size
        left -= size


def _names() -> Iterator[tuple[str, str]]:
    """Yield names and kinds, all different: 45 subjects by five kinds, then with a number."""
    kinds = vocabulary().raw["network_kinds"].items()
    subjects = vocabulary().names("network_names")
    for round_ in range(1, 1000):
        for (form, kind), subject in product(kinds, subjects):
            number = f" {round_}" if round_ > 1 else ""
            yield f"{subject.replace('-', '')}{form}{number}", kind


def _network(
    rng: random.Random,
    world: World,
    known: tuple[Body, str, Association, Body | None],
    meetings: int,
) -> Network:
    body, kind, association, superior = known
    timetable = make_timetable(rng, meetings)
    writer = Writer(rng, [member.name for member in association.members])
    topics = rng.sample(list(vocabulary().raw["topics"]), 3)
    return Network(
        body=body,
        kind=kind,
        association=association,
        superior=superior,
        timetable=timetable,
        holders=make_holders(rng, world, association, timetable.first),
        guests=[(world.people.name(), rng.choice(world.guests_from)) for _ in range(8)],
        place=rng.choice(vocabulary().raw["places"]),
        former=_former(body.name) if rng.random() < RENAMED else "",
        topics=topics,
        rng=rng,
        writer=writer,
    )


def _former(name: str) -> str:
    """Return an older name of the same kind, one that no other network has."""
    kind = next(form for form in vocabulary().raw["network_kinds"] if form in name)
    return name.replace(kind, FORMER[kind])


def _seats(holders: list[Holder]) -> list[tuple[str, str]]:
    filling = (holder for holder in holders if holder.kind == "ledamot")
    return list(dict.fromkeys((holder.organisation.id, holder.scope) for holder in filling))


def _member(holder: Holder) -> dict[str, Any]:
    person = {"person": holder.person.id} if holder.person.id else {}
    entry: dict[str, Any] = {
        "name": holder.person.name,
        **person,
        "organisation": holder.organisation.id,
    }
    if holder.scope:
        entry["scope"] = [holder.scope]
    if holder.terms:
        entry["roles"] = [
            {"role": term.role, **_span(term.since, term.until)} for term in holder.terms
        ]
    if holder.kind != "ledamot":
        entry["kind"] = holder.kind
    return {**entry, **_span(holder.since, holder.until)}


def _span(since: dt.date, until: dt.date | None) -> dict[str, str]:
    return {"from": str(since), **({"to": str(until)} if until else {})}
