"""What refers to what, gathered once for all pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from actionplan.language.messages import msg
from actionplan.model import (
    ALTERNATIVE,
    CAUSE,
    SOURCE,
    THEME,
    WHOLE,
    Absence,
    Backlink,
    CommitmentFile,
    Definition,
    DocumentPart,
    Entry,
    Plan,
    Provenance,
    Refers,
)


class Role(NamedTuple):
    """Hold what an organisation does in a commitment."""

    title: str
    commitment_file: CommitmentFile


class Use(NamedTuple):
    """Represent a document that rests on a source, and the facts for which it does, in Spanish."""

    entry: Entry[DocumentPart]
    facts: tuple[str, ...]


class Unknown(NamedTuple):
    """Represent a fact that is not known; ``places`` is how many places of the document lack it."""

    entry: Entry[DocumentPart]
    title: str
    absence: Absence
    places: int


LEAD = msg("Responsable")
PARTNER = msg("Corresponsable")
SUPPORTER = msg("Participa")
_WHOLE_DOCUMENT = msg("Todo el documento")


@dataclass(frozen=True, eq=False)
class Backlinks:
    """Represent indexes over the whole plan, each made on first use."""

    plan: Plan

    @cached_property
    def roles(self) -> dict[str, tuple[Role, ...]]:
        """Return what each actor does, by commitment number."""
        found: defaultdict[str, list[Role]] = defaultdict(list)
        for commitment_file in self.plan.commitment_files.values():
            model = commitment_file.commitment.model
            for title, actors in (
                (LEAD, list(model.institutions)),
                (PARTNER, list(model.partners)),
                (SUPPORTER, list(model.supporters)),
            ):
                for actor in actors:
                    found[actor].append(Role(title, commitment_file))
        return {actor: tuple(roles) for actor, roles in found.items()}

    @cached_property
    def by_theme(self) -> dict[str, tuple[CommitmentFile, ...]]:
        """Return the commitments of each topic."""
        return self._commitments_naming(THEME)

    @cached_property
    def by_cause(self) -> dict[str, tuple[CommitmentFile, ...]]:
        """Return the commitments that answer to each cause, by ``topic/cause``."""
        return self._commitments_naming(CAUSE)

    def _commitments_naming(self, mark: Refers) -> dict[str, tuple[CommitmentFile, ...]]:
        """Return the commitments by what they name in fields with a mark, in the order of their numbers."""
        found = {}
        for (kind, name), links in self.plan.references.backlinks.items():
            naming = {link.entry for link in links}
            owners = tuple(item for item in self.plan.commitment_files.values() if item.commitment in naming)
            if kind is mark and owners:
                found[name] = owners
        return found

    @property
    def causes(self) -> Mapping[str, Definition]:
        """Return each cause of each problem tree, by ``topic/cause``."""
        return self.plan.references.defined(CAUSE) or {}

    @property
    def alternatives(self) -> Mapping[str, Definition]:
        """Return each solution alternative of each co-creation table, by ``table/alternative``."""
        return self.plan.references.defined(ALTERNATIVE) or {}

    @cached_property
    def uses(self) -> dict[str, tuple[Use, ...]]:
        """Say where each source is used."""
        found: dict[str, tuple[Use, ...]] = {}
        for (kind, name), links in self.plan.references.backlinks.items():
            facts: dict[Entry[DocumentPart], dict[str, None]] = {}
            for link in links if kind is SOURCE else ():
                facts.setdefault(link.entry, {})[_fact(link)] = None
            if facts:
                found[name] = tuple(Use(entry, tuple(titles)) for entry, titles in facts.items())
        return found

    @cached_property
    def unknown(self) -> dict[str, tuple[Unknown, ...]]:
        """Return everything that is declared not to be known, by the path of its document."""
        return {
            entry.path: tuple(_unknown(entry, absence) for absence in entry.model.unavailable)
            for entry in self.plan.entries
            if entry.model.unavailable
        }

    @cached_property
    def unknown_count(self) -> int:
        """Say how many facts are not known, each place that lacks one counted."""
        return sum(item.places for items in self.unknown.values() for item in items)


def _fact(link: Backlink) -> str:
    """Return the title of the fact for which a document names a source."""
    reference = link.reference
    owner = reference.owners[-1]
    if isinstance(owner, Provenance):
        return _title_at(link.entry, owner.field)
    named = (str(getattr(part, "name", "")) for part in reversed(reference.owners[-2:]))
    *_, field = (step for step in reference.steps[:-2] if isinstance(step, str))
    return next(filter(None, named), "") or type(reference.owners[-2]).model_fields[field].title or field


def _title_at(entry: Entry[DocumentPart], address: str) -> str:
    if address == WHOLE:
        return _WHOLE_DOCUMENT
    ref = entry.ref_at(address)
    if ref:
        return ref.title
    return next((ref.title for ref in entry.field_refs if ref.pattern == address), address)


def _unknown(entry: Entry[DocumentPart], absence: Absence) -> Unknown:
    matching = [ref for ref in entry.field_refs if absence.field in (ref.address, ref.pattern) and not ref.present]
    title = absence.name or _title_at(entry, absence.field)
    return Unknown(entry, title, absence, max(1, len(matching)))
