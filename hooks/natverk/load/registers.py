"""Gathers the records of the registers, one file at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from natverk.decode import decode
from natverk.findings import Finding, RefusalError, error
from natverk.load.layout import Home, Sort, id_of
from natverk.model.catalogue import Catalogue
from natverk.model.matters import Agreement, Matter
from natverk.model.networks import Network
from natverk.model.organisations import Association, Organisation, Person
from natverk.model.records import Origin, Record
from natverk.model.terms import Break, Term, Topic
from natverk.source.yamltree import Mapping, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

R = TypeVar("R", bound=Record)


class Registers:
    """What has been read so far.

    Ids are unique over the registers that make addresses; persons, terms and breaks make none.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.organisations: dict[str, Organisation] = {}
        self.associations: dict[str, Association] = {}
        self.networks: dict[str, Network] = {}
        self.people: dict[str, Person] = {}
        self.topics: dict[str, Topic] = {}
        self.matters: dict[str, Matter] = {}
        self.agreements: dict[str, Agreement] = {}
        self.glossary: dict[str, Term] = {}
        self.breaks: dict[str, Break] = {}
        self.taken: dict[str, Origin] = {}
        self.broken: set[str] = set()

    def catalogue(self, **documents: Any) -> Catalogue:  # noqa: ANN401 - the Catalogue's own fields
        """Return everything read, with the documents."""
        return Catalogue(
            organisations=self.organisations,
            associations=self.associations,
            networks=self.networks,
            people=self.people,
            topics=self.topics,
            matters=self.matters,
            agreements=self.agreements,
            glossary=self.glossary,
            breaks=self.breaks,
            **documents,
        )

    def unreadable(self) -> frozenset[str]:
        """Return the names of what has faults: ids of records, paths of files with several."""
        return frozenset(self.taken) - self._kept() | self.broken

    def _kept(self) -> set[str]:
        kept = (
            self.organisations,
            self.associations,
            self.networks,
            self.topics,
            self.matters,
            self.agreements,
        )
        return {identity for records in kept for identity in records}

    def read(self, text: str, home: Home) -> list[Finding]:
        """Read one register's file and return what is wrong with it."""
        top, findings = read_yaml(text, home.path)
        if findings and not top.values:
            self.broken.add(home.identity)
            return findings
        match home.sort:
            case Sort.ORGANISATIONS:
                found = self._entries(self.organisations, top, Organisation, home)
            case Sort.PEOPLE:
                found = self._entries(self.people, top, Person, home)
            case Sort.TOPICS:
                found = self._entries(self.topics, top, Topic, home)
            case Sort.GLOSSARY:
                found = self._entries(self.glossary, top, Term, home)
            case Sort.BREAKS:
                found = self._entries(self.breaks, top, Break, home)
            case Sort.ASSOCIATION:
                found = self._file(self.associations, top, Association, home, home.association)
            case Sort.NETWORK:
                found = self._file(self.networks, top, Network, home, home.network)
            case Sort.MATTER:
                found = self._file(self.matters, top, Matter, home, home.key)
            case _:
                found = self._file(self.agreements, top, Agreement, home, home.key)
        return [*findings, *found]

    def _file(
        self, kept: dict[str, R], top: Mapping, record: type[R], home: Home, identity: str
    ) -> Iterator[Finding]:
        """Read a file that is one record, whose id is the file's place."""
        inside = {} if record is Association else {"association": home.association}
        found, wrong = decode(top, record, home.path, id=identity, **inside)
        yield from wrong
        yield from self._take(kept, identity, Origin(home.path), found)

    def _entries(
        self, kept: dict[str, R], top: Mapping, record: type[R], home: Home
    ) -> Iterator[Finding]:
        """Read a file of records by id."""
        for identity, node in top.values.items():
            origin = Origin(home.path, top.key_lines[identity])
            try:
                id_of(identity)
            except RefusalError as refusal:
                yield refusal.at(origin.place())
                continue
            if not isinstance(node, Mapping):
                yield _no_group(identity, origin)
                continue
            found, wrong = decode(node, record, home.path, id=identity)
            yield from wrong
            yield from self._take(kept, identity, origin, found)

    def _take(
        self, kept: dict[str, R], identity: str, origin: Origin, found: R | None
    ) -> Iterator[Finding]:
        apart = kept is self.people or kept is self.glossary or kept is self.breaks
        earlier = self.taken.get(identity)
        if earlier and not apart:
            yield error(
                "samma-adress",
                origin.place(),
                f"Namnet {identity} är redan taget av {earlier.path} rad {earlier.line}.",
                "Välj ett annat namn; varje namn blir en adress och får bara finnas en gång.",
            )
            return
        if not apart:
            self.taken[identity] = origin
        if found is not None:
            kept[identity] = found


def _no_group(name: str, origin: Origin) -> Finding:
    return error(
        "fel-varde",
        origin.place(),
        f"{name[:40]} ska ha egna nycklar under sig, men här står bara ett värde.",
        "Skriv nycklarna på egna, indragna rader.",
    )
