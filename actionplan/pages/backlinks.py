"""What refers to what, gathered once for all pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from actionplan.language.messages import msg
from actionplan.model.common import Absence, DocumentPart, Sourced
from actionplan.model.field_index import WHOLE
from actionplan.model.fields import Part
from actionplan.model.plan import CommitmentFile, Entry, Plan
from actionplan.model.process import Alternative, Cause


class Role(NamedTuple):
    """What an organisation does in a commitment."""

    title: str
    commitment_file: CommitmentFile


class Use(NamedTuple):
    """A document that rests on a source, and the facts for which it does, in Spanish."""

    entry: Entry[DocumentPart]
    facts: tuple[str, ...]


class Unknown(NamedTuple):
    """A fact that is not known; ``places`` is how many places of the document lack it."""

    entry: Entry[DocumentPart]
    title: str
    absence: Absence
    places: int


P = TypeVar("P", bound=Part)


class Located(NamedTuple, Generic[P]):
    """A part of a document that others refer to, and that document."""

    entry: Entry[DocumentPart]
    part: P


LEAD = msg("Responsable")
PARTNER = msg("Corresponsable")
SUPPORTER = msg("Participa")
_WHOLE_DOCUMENT = msg("Todo el documento")


@dataclass(frozen=True, eq=False)
class Backlinks:
    """Indexes over the whole plan, each made on first use."""

    plan: Plan

    @cached_property
    def roles(self) -> dict[str, tuple[Role, ...]]:
        """What each actor does, by commitment number."""
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
        """The commitments of each topic."""
        found: defaultdict[str, list[CommitmentFile]] = defaultdict(list)
        for commitment_file in self.plan.commitment_files.values():
            if commitment_file.commitment.model.theme:
                found[commitment_file.commitment.model.theme].append(commitment_file)
        return {theme: tuple(commitment_files) for theme, commitment_files in found.items()}

    @cached_property
    def by_cause(self) -> dict[str, tuple[CommitmentFile, ...]]:
        """The commitments that answer to each cause, by ``topic/cause``."""
        found: defaultdict[str, list[CommitmentFile]] = defaultdict(list)
        for commitment_file in self.plan.commitment_files.values():
            for cause in commitment_file.commitment.model.causes:
                found[cause].append(commitment_file)
        return {cause: tuple(commitment_files) for cause, commitment_files in found.items()}

    @cached_property
    def causes(self) -> dict[str, Located[Cause]]:
        """Each cause of each problem tree, by ``topic/cause``."""
        return {
            f"{theme}/{cause.id}": Located(entry, cause)
            for theme, entry in self.plan.trees.items()
            for cause in _with_descendants(entry.model.causes)
        }

    @cached_property
    def alternatives(self) -> dict[str, Located[Alternative]]:
        """Each solution alternative of each co-creation table, by ``table/alternative``."""
        return {
            f"{table}/{alternative.id}": Located(entry, alternative)
            for table, entry in self.plan.tables.items()
            for alternative in entry.model.alternatives
        }

    @cached_property
    def uses(self) -> dict[str, tuple[Use, ...]]:
        """Where each source is used."""
        found: defaultdict[str, list[Use]] = defaultdict(list)
        for entry in self.plan.entries:
            for name, facts in _facts_by_source(entry).items():
                found[name].append(Use(entry, tuple(dict.fromkeys(facts))))
        return {name: tuple(uses) for name, uses in found.items()}

    @cached_property
    def unknown(self) -> dict[str, tuple[Unknown, ...]]:
        """Everything that is declared not to be known, by the path of its document."""
        return {
            entry.path: tuple(_unknown(entry, absence) for absence in entry.model.unavailable)
            for entry in self.plan.entries
            if entry.model.unavailable
        }

    @cached_property
    def unknown_count(self) -> int:
        """How many facts are not known, each place that lacks one counted."""
        return sum(item.places for items in self.unknown.values() for item in items)


def _with_descendants(causes: tuple[Cause, ...]) -> Iterator[Cause]:
    for cause in causes:
        yield cause
        yield from _with_descendants(cause.causes)


def _facts_by_source(entry: Entry[DocumentPart]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for provenance in entry.model.provenance:
        for name in provenance.sources:
            found[name].append(_title_at(entry, provenance.field))
    pending: list[tuple[str, Part]] = [("", entry.model)]
    while pending:
        title, part = pending.pop()
        if isinstance(part, Sourced):
            for name in part.sources:
                found[name].append(str(getattr(part, "name", "") or title))
        inside: list[tuple[str, Part]] = []
        for field, info in type(part).model_fields.items():
            value = getattr(part, field)
            below = str(getattr(part, "name", "") or info.title or title)
            items = value if isinstance(value, tuple) else (value,)
            inside.extend((below, item) for item in items if isinstance(item, Part))
        pending.extend(reversed(inside))  # the last in is the first out: facts come in the order of the document
    return found


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
