"""The registers that made-up networks share, and each association's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agreements import agreement_id
from words import vocabulary
from world import ASSOCIATIONS, OTHERS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from journeys import Journey, Stop
    from world import Association, Body, World

FIRST_CODE = 9801
"""Codes from here on belong to no municipality."""

Files = "Iterator[tuple[str, Mapping[str, Any]]]"
TERMS = {
    "bup": ("BUP", "barn- och ungdomspsykiatrin"),
    "gy": ("GY", "gymnasieskola"),
    "ibic": ("IBIC", "individens behov i centrum"),
    "im": ("IM", "introduktionsprogram"),
    "kaa": ("KAA", "kommunala aktivitetsansvaret"),
    "sfi": ("SFI", "svenska för invandrare"),
    "ske": ("SKA", "systematiskt kvalitetsarbete"),
    "vux": ("VUX", "vuxenutbildning"),
    "apt": ("APT", "arbetsplatsträff"),
    "npf": ("NPF", "neuropsykiatriska funktionsnedsättningar"),
    "syv": ("SYV", "studie- och yrkesvägledning"),
    "vfu": ("VFU", "verksamhetsförlagd utbildning"),
    "ikt": ("IKT", "informations- och kommunikationsteknik"),
}


def shared(world: World) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield path and content of the registers above the associations."""
    yield "networks/organisations.yml", _organisations(world)
    topics = vocabulary().raw["topics"]
    yield "networks/topics.yml", {key: {"name": name} for key, name in topics.items()}
    terms = {key: {"term": term, "expansion": whole} for key, (term, whole) in TERMS.items()}
    yield "networks/glossary.yml", terms
    yield "networks/breaks.yml", _breaks()
    yield "networks/people.yml", world.people.register()


def of_association(association: Association) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield an association's file, and its board's, which stands outside the site."""
    folder = f"networks/{association.id}"
    short = {identity: short for identity, _, _, short in ASSOCIATIONS}[association.id]
    yield (
        f"{folder}/association.yml",
        {
            "name": association.name,
            "short": short,
            "legal_form": association.legal_form,
            "site": f"https://{association.id}.example/",
            "notice_board": f"https://{association.id}.example/anslagstavla/",
            "members": [{"organisation": member.id} for member in association.members],
            "contacts": [{"name": "Kansliet", "email": f"kansliet@{association.id}.example"}],
        },
    )
    yield (
        f"{folder}/{association.board.id}/network.yml",
        {
            "name": association.board.name,
            "kind": "styrelse",
            "outside": "ja",
            "site": f"https://{association.id}.example/styrelsen/",
        },
    )


def matter(journey: Journey) -> Mapping[str, Any]:
    """Return a matter with the steps of its way, the municipalities' own ones last."""
    start = journey.stops[0].day or journey.home.timetable.first
    agreed = {"agreement": agreement_id(journey.home, start.year)} if journey.is_agreed else {}
    last = {"body": "varje kommun", "expected": "hösten 2027", "does": "avgör för egen del"}
    steps = [_step(stop) for stop in journey.stops]
    return {
        "title": f"Gemensam hållning om {journey.topic.definite} {start.year}",
        "topics": list(journey.topics),
        **agreed,
        "about": journey.about,
        "steps": steps if journey.local else [*steps, last],
        "local_decisions": [_local(journey, *known) for known in journey.local],
    }


def _step(stop: Stop) -> dict[str, str]:
    when = {"date": str(stop.day)} if stop.day else {"expected": "2027"}
    return {"body": stop.body, **when, "does": stop.does}


def _local(journey: Journey, organisation: Body, day: dt.date) -> dict[str, str]:
    site = f"https://{organisation.id}.example/beslut/{journey.id}"
    outcome = "Kommunen vill vara med."
    return {"organisation": organisation.id, "date": str(day), "outcome": outcome, "link": site}


def _organisations(world: World) -> Mapping[str, Any]:
    places = sorted(
        (member for association in world.associations for member in association.members),
        key=lambda body: body.id,
    )
    others = {key: {"name": name, "kind": kind} for key, (name, kind) in OTHERS.items()}
    return {
        **{
            body.id: {"name": body.name, "kind": "kommun", "code": str(FIRST_CODE + at)}
            for at, body in enumerate(places)
        },
        **others,
        "forbundet-skola": {
            "kind": "intresseorganisation",
            "names": [
                {"name": "Förbundet Skolhuvudmännen", "short": "FSH", "to": "2019-12-31"},
                {"name": "Förbundet Skola", "short": "FSK", "from": "2020-01-01"},
            ],
        },
    }


def _breaks() -> Mapping[str, Any]:
    years = range(2017, 2028)
    summers = {
        f"sommar-{year}": {"name": "Sommarlov", "from": f"{year}-06-15", "to": f"{year}-08-15"}
        for year in years
    }
    winters = {
        f"jul-{year}": {"name": "Jullov", "from": f"{year}-12-20", "to": f"{year + 1}-01-08"}
        for year in years
    }
    return {**summers, **winters}
