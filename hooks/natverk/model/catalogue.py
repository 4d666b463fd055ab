"""The Catalogue: everything the files say, with the indexes that questions about it need."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain

from natverk.findings import Finding, fold
from natverk.model.addresses import decision_address
from natverk.model.decisions import Decision, FollowUp, Relation
from natverk.model.documents import Mandate, News, Passage
from natverk.model.matters import Agreement, Matter
from natverk.model.meetings import Meeting, first_dates, gathered, onward
from natverk.model.networks import Network
from natverk.model.notes import Notes
from natverk.model.organisations import Association, Organisation, Person
from natverk.model.records import Named
from natverk.model.terms import Break, Term, Topic

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """All records, by id, in the order of their files; and what was wrong with the files.

    `attachments` holds the files that belong to meetings: each path with its letters composed (NFC),
    as links write it, and as it is on disk. `paths` holds those of all content, composed too, and
    `unreadable` the ids of records, the ids of meetings and the paths of registers that have
    faults, so that nobody calls what they hold unknown.
    """

    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    associations: Mapping[str, Association] = field(default_factory=dict)
    networks: Mapping[str, Network] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    matters: Mapping[str, Matter] = field(default_factory=dict)
    agreements: Mapping[str, Agreement] = field(default_factory=dict)
    glossary: Mapping[str, Term] = field(default_factory=dict)
    breaks: Mapping[str, Break] = field(default_factory=dict)
    mandates: tuple[Mandate, ...] = ()
    notes: tuple[Notes, ...] = ()
    news: tuple[News, ...] = ()
    attachments: Mapping[str, str] = field(default_factory=dict)
    paths: frozenset[str] = frozenset()
    unreadable: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()

    def public(self) -> Catalogue:
        """Return what may be shown: everything but drafts and their attachments.

        What an invitation has as decisions is proposed, and stands there as a quotation. Where
        there is nothing to hide it is the Catalogue itself, so that nothing is gathered twice.
        """
        if all(notes.is_public and not notes.is_proposing for notes in self.notes):
            return self
        hidden = {notes.path.removesuffix(".md") for notes in self.notes if not notes.is_public}
        return replace(
            self,
            notes=tuple(
                notes.as_proposed() if notes.is_proposing else notes
                for notes in self.notes
                if notes.is_public
            ),
            attachments={
                path: on_disk
                for path, on_disk in self.attachments.items()
                if "/".join(path.split("/")[:3]) not in hidden
            },
        )

    @cached_property
    def meetings(self) -> Mapping[str, Meeting]:
        """Every meeting by id, by network and then by day."""
        return gathered(self.networks.values(), self.notes)

    @cached_property
    def _by_network(self) -> Mapping[str, tuple[Meeting, ...]]:
        found: dict[str, list[Meeting]] = defaultdict(list)
        for meeting in self.meetings.values():
            for host in dict.fromkeys(self.body(name) or name for name in meeting.hosts):
                found[host].append(meeting)
        return {
            network: tuple(sorted(held, key=lambda meeting: (meeting.day.first, meeting.id)))
            for network, held in found.items()
        }

    def meetings_of(self, network_id: str) -> tuple[Meeting, ...]:
        """Return a network's meetings by day, joint ones too."""
        return self._by_network.get(network_id, ())

    @cached_property
    def moved_from(self) -> Mapping[str, str]:
        """The id of a meeting's first date, for each that was moved: by the id of its last."""
        return first_dates(self.meetings.values())

    @cached_property
    def moved_on(self) -> Mapping[str, str]:
        """The id of what each moved meeting became, by the id of its old day."""
        return onward(self.meetings.values())

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The texts of all documents."""
        return (
            *(notes.prose for notes in self.notes),
            *(mandate.prose for mandate in self.mandates),
            *(news.prose for news in self.news),
        )

    @cached_property
    def word_counts(self) -> Mapping[str, int]:
        """In how many documents each word stands, in small letters."""
        used: Counter[str] = Counter()
        for passage in self.passages:
            used.update(set(_WORD.findall(passage.body.casefold())))
        return used

    @cached_property
    def mandates_of(self) -> Mapping[str, tuple[Mandate, ...]]:
        """Each network's mandates, oldest first, one of unknown start before all others."""
        found: dict[str, list[Mandate]] = defaultdict(list)
        for mandate in self.mandates:
            found[mandate.network].append(mandate)
        return {
            network: tuple(
                sorted(revisions, key=lambda revision: revision.key if revision.start else "")
            )
            for network, revisions in found.items()
        }

    @cached_property
    def decisions(self) -> Mapping[str, Decision]:
        """Every decision by address; a proposal in an invitation is none."""
        return {
            decision.id: decision
            for notes in self.notes
            if not notes.is_invitation
            for decision in notes.decisions
        }

    @cached_property
    def follow_ups(self) -> Mapping[str, FollowUp]:
        """Every follow-up by address; a proposal in an invitation is none."""
        return {
            item.id: item
            for notes in self.notes
            if not notes.is_invitation
            for item in notes.follow_ups
        }

    @cached_property
    def relations_to(self) -> Mapping[str, tuple[tuple[Decision, Relation], ...]]:
        """The relations that point at a decision or a body, by its address or id."""
        found: dict[str, list[tuple[Decision, Relation]]] = defaultdict(list)
        for decision in self.decisions.values():
            for relation in decision.relations:
                if target := self.target(relation.target, decision):
                    found[target].append((decision, relation))
        return {target: tuple(pairs) for target, pairs in found.items()}

    def target(self, text: str, near: Decision | FollowUp) -> str | None:
        """Return the address or the id that a relation's text means, or None.

        `<network>/<date>/b<n>`, `<date>/b<n>` within the network of `near`, `b<n>` within its
        meeting, the address of a page, a link to a file, or a body.
        """
        address = decision_address(text, near.meeting)
        if address:
            return address if address in self.decisions else None
        return self.body(text)

    @cached_property
    def _body_names(self) -> Mapping[str, str]:
        return _index(self.networks)

    @cached_property
    def _organisation_names(self) -> Mapping[str, str]:
        return _index({**self.associations, **self.organisations})

    def body(self, text: str) -> str | None:
        """Return the id of the network that `text` names, by id or by any of its names."""
        return text if text in self.networks else self._body_names.get(fold(text))

    def organisation(self, text: str) -> str | None:
        """Return the id of the organisation or association that `text` names."""
        if text in self.organisations or text in self.associations:
            return text
        return self._organisation_names.get(fold(text)) or self._organisation_names.get(
            fold(re.sub(r"(?i)s?\s+(?:kommun|stad)$", "", text.strip()))
        )

    def may_exist(self, name: str) -> bool:
        """Tell whether `name` may be that of a record whose file has faults."""
        return name in self.unreadable or fold(name).replace(" ", "-") in self.unreadable

    def named(self, identity: str) -> Named | None:
        """Return the network, organisation or association with an id."""
        for records in (self.networks, self.organisations, self.associations):
            if identity in records:
                return records[identity]
        return None

    @cached_property
    def children_of(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the bodies that report to each body, by its id."""
        found: dict[str, list[str]] = defaultdict(list)
        for network in self.networks.values():
            if network.reports_to and (parent := self.body(network.reports_to)):
                found[parent].append(network.id)
        return {parent: tuple(children) for parent, children in found.items()}

    @cached_property
    def person_by_name(self) -> Mapping[str, Person]:
        """The persons of the register by every name they have had, folded; the first one wins."""
        found: dict[str, Person] = {}
        for person in self.people.values():
            for name in person.names:
                found.setdefault(fold(name.name), person)
        return found

    def topic(self, text: str) -> Topic | None:
        """Return the topic that `text` names, by id or by name."""
        return self.topics.get(text) or self._topic_names.get(fold(text))

    @cached_property
    def _topic_names(self) -> Mapping[str, Topic]:
        return {fold(topic.name): topic for topic in self.topics.values()}

    def matter(self, text: str) -> Matter | None:
        """Return the matter that `text` names, by id or by title."""
        return self.matters.get(text) or self._matter_titles.get(fold(text))

    @cached_property
    def _matter_titles(self) -> Mapping[str, Matter]:
        found = {fold(matter.id): matter for matter in self.matters.values()}
        return {**{fold(matter.title): matter for matter in self.matters.values()}, **found}

    def association_of(self, network_id: str) -> str:
        """Return the id of the association that a network belongs to."""
        network = self.networks.get(network_id)
        return network.association if network else ""


def _index(records: Mapping[str, Named]) -> dict[str, str]:
    """Map every name, short name and alias, folded, to its record's id; the first one wins."""
    found: dict[str, str] = {}
    for identity, record in records.items():
        names = chain.from_iterable((name.name, name.short or "") for name in record.names)
        for name in (*names, *record.aliases):
            if name:
                found.setdefault(fold(name), identity)
    return found
