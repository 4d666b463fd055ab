"""One made-up network: its register, and what its notes, mandates and news are written from."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import islice, product
from typing import TYPE_CHECKING, Any

from membership import Holder, make_holders
from prose import Writer
from timetable import Timetable, make_timetable
from words import Noun, vocabulary
from world import Association, Body, World, to_id

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

MEETINGS = (40, 60)
"""Over eight to ten years."""
MATTERS = 3
CANCELLED = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A network and everything that its files are made from."""

    body: Body
    kind: str
    association: Association
    superior: Body | None
    timetable: Timetable
    holders: list[Holder]
    guests: list[tuple[str, Body]]
    place: str
    matters: dict[str, Noun]
    topics: list[str]
    rng: random.Random
    writer: Writer


def make_networks(world: World, meetings: int, seed: int) -> Iterator[Network]:
    """Yield networks until their meetings are so many; each association's first leads others."""
    leaders: dict[str, Body] = {}
    for at, (count, (name, kind)) in enumerate(zip(_sizes(meetings, seed), _names(), strict=False)):
        association = world.associations[at % len(world.associations)]
        body = Body(to_id(name), name)
        rng = random.Random(f"{seed}/{body.id}")
        yield _network(rng, world, (body, kind, association, leaders.get(association.id)), count)
        leaders.setdefault(association.id, body)


def register(network: Network) -> Mapping[str, Any]:
    """Return what `network.yml` says."""
    reports = {"reports_to": network.superior.id} if network.superior else {}
    return {
        "name": network.body.name,
        "kind": network.kind,
        "about": network.writer.paragraph(2),
        **reports,
        "started": str(network.timetable.first.year),
        "status": "aktivt",
        "reviewed": "2026-09-01",
        "email": f"{network.body.id}@{network.association.id}.example",
        "topics": network.topics,
        "seats": [
            {"organisation": organisation, **({"scope": [scope]} if scope else {})}
            for organisation, scope in _seats(network.holders)
        ],
        "members": [_member(holder) for holder in network.holders],
        "meetings": list(_entries(network)),
    }


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
        guests=[(world.person(), rng.choice(world.guests_from)) for _ in range(8)],
        place=rng.choice(vocabulary().raw["places"]),
        matters={f"{body.id}-{number + 1}": writer.compound() for number in range(MATTERS)},
        topics=topics,
        rng=rng,
        writer=writer,
    )


def _seats(holders: list[Holder]) -> list[tuple[str, str]]:
    found = [(holder.organisation.id, holder.scope) for holder in holders]
    return list(dict.fromkeys(found))


def _member(holder: Holder) -> dict[str, Any]:
    entry: dict[str, Any] = {"name": holder.name, "organisation": holder.organisation.id}
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


def _entries(network: Network) -> Iterator[dict[str, str]]:
    """Yield the calendar: every meeting that was held, then those to come."""
    days = (*network.timetable.held, *islice(network.timetable.coming, 6))
    for day in days:
        entry = {"date": str(day), "time": network.timetable.hours, "place": network.place}
        if day in network.timetable.held:
            yield {**entry, "status": "genomfört"}
        elif network.rng.random() < CANCELLED:
            yield {**entry, "status": "inställt", "reason": "Ersätts av en gemensam konferens."}
        else:
            yield {**entry, "status": "planerat"}
