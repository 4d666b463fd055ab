"""Gathers what the same thing is called otherwise: abbreviations, former names and aliases.

All of it comes from the content's own registers, so that it holds for anyone's content.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natverk.history.names import names_of
from natverk.model.vocabulary import OrganisationKind
from natverk.searching.compounds import plain

if TYPE_CHECKING:
    from natverk.model.catalogue import Catalogue
    from natverk.model.terms import Term
    from natverk.words.search import SearchWords

WORD = re.compile(r"[^\W\d_]+")

Phrase = tuple[str, ...]
"""A name as its words' plain forms, less those that no search is about."""

MOST = 6
"""Words of the longest name that stands for another; a definition is no name."""

ABBREVIATED = "zz"
"""Ends an abbreviation of two or three letters in the index, where no other word begins so: "gr" is
the beginning of every grundskola.
"""

ABBREVIATIONS = range(2, 4)
"""Letters of what is searched for as an abbreviation."""

PLACES = frozenset({OrganisationKind.MUNICIPALITY, OrganisationKind.REGION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternatives:
    """Other words for the same thing.

    `phrases` maps the last word of each name to the names that end so, each with the plain words
    that are found in its place. `shouted` are the abbreviations that count in capitals only.
    """

    phrases: Mapping[str, tuple[tuple[Phrase, Phrase], ...]]
    shouted: frozenset[str]


def alternatives(catalogue: Catalogue, words: SearchWords) -> Alternatives:
    """Return what the registers say has several names."""
    found: dict[Phrase, dict[str, None]] = defaultdict(dict)
    shouted = set()
    for names in _families(catalogue):
        phrases = [phrase(name, words) for name in names]
        shouted |= {name.casefold() for name in names if name.isupper()}
        for one in phrases:
            for other in phrases:
                if one and one != other:
                    found[one].update(dict.fromkeys(word for word in other if word not in one))
                    found[one].update(dict.fromkeys(abbreviated(*other)))
    by_last: dict[str, list[tuple[Phrase, Phrase]]] = defaultdict(list)
    for one, others in found.items():
        if others:
            by_last[one[-1]].append((one, tuple(others)))
    return Alternatives(
        phrases={last: tuple(own) for last, own in by_last.items()}, shouted=frozenset(shouted)
    )


def abbreviated(*words: str) -> tuple[str, ...]:
    """Return how a name of a single short word is indexed too, nothing for another name."""
    if len(words) == 1 and len(words[0]) in ABBREVIATIONS:
        return (words[0].casefold() + ABBREVIATED,)
    return ()


def phrase(text: str, words: SearchWords) -> Phrase:
    """Return the plain words of a name; "studie- och yrkesvägledning" also has its first whole."""
    lower = text.casefold()
    found = [plain(word, words) for word in WORD.findall(lower) if word not in words.stop]
    return tuple(found) if len(found) <= MOST else ()


def _families(catalogue: Catalogue) -> Iterator[list[str]]:
    """Yield the names of each thing that has several."""
    for record in (
        *catalogue.networks.values(),
        *catalogue.organisations.values(),
        *catalogue.associations.values(),
    ):
        if len(names := names_of(record)) > 1:
            yield names
    for term in catalogue.glossary.values():
        if _is_abbreviation(term):
            yield [term.term, term.expansion]


def _is_abbreviation(term: Term) -> bool:
    short = len(term.term) * 2 < len(term.expansion)
    return short and (term.term.isupper() or len(term.expansion.split()) == 1)


def protected(catalogue: Catalogue) -> frozenset[str]:
    """Return the words of persons' and places' names, in small letters: they are never split."""
    names = [
        *_persons(catalogue),
        *(
            name
            for one in catalogue.organisations.values()
            if one.kind in PLACES
            for name in names_of(one)
        ),
    ]
    return frozenset(word for name in names for word in WORD.findall(name.casefold()))


def _persons(catalogue: Catalogue) -> Iterable[str]:
    for person in catalogue.people.values():
        yield from names_of(person)
    for network in catalogue.networks.values():
        yield from (member.name for member in network.members if member.name)
        yield from (contact.name for contact in network.contacts)
    for association in catalogue.associations.values():
        yield from (contact.name for contact in association.contacts)
    for notes in catalogue.notes:
        yield from (attendee.name for attendee in notes.attendance)


def vocabulary(catalogue: Catalogue) -> frozenset[str]:
    """Return the words that more than one of the site's own documents uses, in small letters."""
    again = {word for word, count in catalogue.word_counts.items() if count > 1}
    named = [
        *(topic.name for topic in catalogue.topics.values()),
        *(matter.title for matter in catalogue.matters.values()),
        *(term.term for term in catalogue.glossary.values()),
    ]
    return frozenset(again | {word for name in named for word in WORD.findall(name.casefold())})
