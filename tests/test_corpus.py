"""The measurements' made-up corpus: the same every time, without faults, and as varied as a real one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from content import findings_in, lines
from corpus import Amount, make_corpus
from natverk.load import load
from natverk.model.vocabulary import DocumentStatus, MeetingStatus, MemberKind, RelationKind
from timetable import NOW

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from natverk.model.catalogue import Catalogue

AMOUNT = Amount(250)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("corpus")
    make_corpus(root, AMOUNT)
    return root


@pytest.fixture(scope="module")
def corpus(root: Path) -> Catalogue:
    return load(root)


def held(found: Catalogue) -> set[str]:
    coming = {notes.id for notes in found.notes if notes.key[:10] > str(NOW)}
    return {notes.id for notes in found.notes} - coming


def contents(root: Path) -> Mapping[str, bytes]:
    files = [path for path in root.rglob("*") if path.is_file()]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_the_same_amount_gives_the_same_bytes(root: Path, tmp_path: Path) -> None:
    make_corpus(tmp_path, AMOUNT)
    assert contents(tmp_path) == contents(root)


def test_another_seed_gives_something_else(root: Path, tmp_path: Path) -> None:
    make_corpus(tmp_path, AMOUNT, seed=1)
    assert contents(tmp_path) != contents(root)


def test_nothing_is_found_in_it(root: Path) -> None:
    assert lines(findings_in(root, NOW)) == []


def test_it_has_as_many_matters_and_decisions_as_asked_for(root: Path, tmp_path: Path) -> None:
    make_corpus(tmp_path, Amount(AMOUNT.meetings, matters=0.5, decisions=0.5))
    half, whole = load(tmp_path), load(root)
    assert held(half) == held(whole)
    assert 0.4 < len(half.matters) / len(whole.matters) < 0.6
    assert 0.4 < len(half.decisions) / len(whole.decisions) < 0.6


HELD: Mapping[str, Callable[[Catalogue], object]] = {
    "a draft": lambda found: any(
        notes.head.status is DocumentStatus.DRAFT for notes in found.notes
    ),
    "an invitation": lambda found: any(
        notes.head.status is DocumentStatus.INVITATION for notes in found.notes
    ),
    "a joint meeting": lambda found: any(notes.head.jointly_with for notes in found.notes),
    "a meeting that was moved": lambda found: found.moved_from,
    "a meeting that was cancelled": lambda found: any(
        meeting.status is MeetingStatus.CANCELLED for meeting in found.meetings.values()
    ),
    "a deputy": lambda found: any(
        one.deputy_for for notes in found.notes for one in notes.attendance
    ),
    "every kind of member but contacts": lambda found: (
        {member.kind for network in found.networks.values() for member in network.members}
        == {*MemberKind} - {MemberKind.CONTACT}
    ),
    "every relation": lambda found: (
        {one.kind for decision in found.decisions.values() for one in decision.relations}
        == {*RelationKind}
    ),
    "a decision of another body": lambda found: any(one.by for one in found.decisions.values()),
    "a matter that a municipality has decided in": lambda found: any(
        matter.local_decisions for matter in found.matters.values()
    ),
    "a matter about an agreement": lambda found: any(
        matter.agreement for matter in found.matters.values()
    ),
    "a party that left": lambda found: any(
        party.interval.end for one in found.agreements.values() for party in one.parties
    ),
    "somebody who changed names": lambda found: any(
        len(person.names) > 1 for person in found.people.values()
    ),
    "a mandate that was left as it was": lambda found: any(
        not mandate.blocks for mandate in found.mandates
    ),
    "a file that was attached": lambda found: found.attachments,
    "news of a matter": lambda found: any(news.head.matters for news in found.news),
}


@pytest.mark.parametrize("what", HELD)
def test_it_holds(what: str, corpus: Catalogue) -> None:
    assert HELD[what](corpus)
