"""The one vocabulary: every word in it is used, and nothing that has words lacks them."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum

import pytest
from content import HERE
from natverk.findings import RefusalError
from natverk.history import decisions, years
from natverk.model import vocabulary
from natverk.model.vocabulary import DecisionKind, NetworkKind, RelationKind
from natverk.words import swedish

PACKAGE = HERE.parent / "hooks" / "natverk"
KINDS = {
    name: kind
    for module in (vocabulary, decisions, years)
    for name, kind in vars(module).items()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
}
"""The enumerations of the model: what a file says with a word."""

OTHERS = {"Everyone", "RelationBack", "Role", "Mark", "DecisionPhrase"}
"""Vocabularies that no enumeration stands behind."""


def test_every_enumeration_has_words_and_every_vocabulary_a_use() -> None:
    assert set(swedish().lists) == set(KINDS) | OTHERS


@pytest.mark.parametrize("name", KINDS)
def test_every_member_has_a_word_and_every_word_a_member(name: str) -> None:
    assert set(swedish().lists[name]) == {member.value for member in KINDS[name]}


def test_every_relation_reads_from_both_sides() -> None:
    assert set(swedish().lists["RelationBack"]) == {kind.value for kind in RelationKind}


@pytest.mark.parametrize("name", sorted(OTHERS))
def test_a_vocabulary_without_enumeration_is_named_in_the_code(name: str) -> None:
    code = "".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    assert re.search(rf'["\']{name}["\']', code)


@pytest.mark.parametrize("name", swedish().lists)
def test_no_word_means_two_things_in_one_vocabulary(name: str) -> None:
    words = [word.casefold() for words in swedish().lists[name].values() for word in words]
    assert [word for word, times in Counter(words).items() if times > 1] == []


def test_no_label_is_both_a_fact_and_a_relation() -> None:
    facts, relations = (
        {word.casefold() for word in swedish().accepted(name)}
        for name in ("FactLabel", "RelationKind")
    )
    assert facts & relations == set()


@pytest.mark.parametrize("name", KINDS)
def test_every_accepted_word_is_read_and_said_back(name: str) -> None:
    for member in KINDS[name]:
        assert swedish().read(KINDS[name], swedish().say(member)) is member
    for word in swedish().accepted(name):
        assert swedish().read(KINDS[name], f" {word.upper()} ").value in swedish().lists[name]


def test_an_unknown_word_is_refused_with_the_nearest_or_with_all() -> None:
    with pytest.raises(RefusalError) as near:
        swedish().read(NetworkKind, "chefnätverk")
    assert near.value.hint == "Menade du chefsnätverk?"
    with pytest.raises(RefusalError) as far:
        swedish().read(DecisionKind, "zzz")
    assert far.value.hint.startswith("Välj bland: beslut, rekommendation, ")


ROLES = {
    "ordf.": "ordförande",
    "Ordförande": "ordförande",
    "1:e vice ordförande": "förste vice ordförande",
    "sekr": "sekreterare",
    "skolchefsrepresentant": "skolchefsrepresentant",
}


@pytest.mark.parametrize("text", ROLES)
def test_a_role_is_printed_in_one_way_and_an_unknown_one_as_written(text: str) -> None:
    assert swedish().role(text) == ROLES[text]
