"""What refers to what, read from the marks of the models: references, what they may name, and the way back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from actionplan.documents import Kind, Step
from actionplan.model.marks import Identifies, Refers
from actionplan.model.process import Page
from actionplan.model.records import Report, Verification
from actionplan.model.roadmap import Roadmap
from actionplan.model.walk import walk

if TYPE_CHECKING:
    from actionplan.model.common import DocumentPart
    from actionplan.model.fields import Part
    from actionplan.model.plan import CommitmentFile, Entry, Plan

DocumentKey: TypeAlias = tuple[Kind, str]
"""What makes a document the same one, wherever its file is."""


class Reference(NamedTuple):
    """Represent one name of something elsewhere.

    Attributes:
        mark: What it may name.
        name: The name, as written.
        steps: The way to it in the data.
        owners: The parts around it, the whole document first.
    """

    mark: Refers
    name: str
    steps: tuple[Step, ...]
    owners: tuple[Part, ...]

    @property
    def document(self) -> DocumentKey | None:
        """Return the document that it leads to; None within the folder of a commitment."""
        if self.mark.stays_in_folder:
            return None
        return self.mark.kind, "" if self.mark.kind.is_settings else self.name.partition("/")[0]


class Definition(NamedTuple):
    """Represent something that references may name: a part, or a whole document, and where it stands."""

    entry: Entry[DocumentPart]
    part: Part


class Backlink(NamedTuple):
    """Represent a reference, from the side of what it names."""

    entry: Entry[DocumentPart]
    reference: Reference


def references_in(model: DocumentPart) -> Iterator[Reference]:
    """Yield every reference of a document."""
    for marked in walk(model, Refers):
        if isinstance(marked.value, tuple):
            for index, name in enumerate(marked.value):
                yield Reference(marked.mark, str(name), (*marked.steps, index), marked.owners)
        else:
            yield Reference(marked.mark, str(marked.value), marked.steps, marked.owners)


def key_of(entry: Entry[DocumentPart]) -> DocumentKey:
    """Return what makes a document the same one: its id, its commitment, or that there is only one of its kind."""
    model, kind = entry.model, entry.source_file.kind
    if isinstance(model, Report | Verification):
        return kind, f"{model.commitment}/{entry.stem}"
    if isinstance(model, Roadmap):
        return kind, model.commitment
    if isinstance(model, Page) or kind is Kind.TRANSLATION:
        return kind, entry.path
    return kind, "" if kind.is_settings else str(getattr(model, "id", ""))


@dataclass(frozen=True, eq=False)
class ReferenceIndex:
    """Represent look-ups in both directions over a whole plan, each made on first use."""

    plan: Plan
    _defined: dict[tuple[Refers, str], dict[str, Definition]] = field(default_factory=dict)

    @cached_property
    def backlinks(self) -> dict[tuple[Refers, str], tuple[Backlink, ...]]:
        """Return every reference by what it names, in the order of the files."""
        found: defaultdict[tuple[Refers, str], list[Backlink]] = defaultdict(list)
        for entry in self.plan.entries:
            for reference in entry.references:
                found[reference.mark, reference.name].append(Backlink(entry, reference))
        return {named: tuple(backlinks) for named, backlinks in found.items()}

    def defined(self, mark: Refers, entry: Entry[DocumentPart] | None = None) -> Mapping[str, Definition] | None:
        """Return what a reference may name, by name; None if a document cannot name any such thing yet.

        Args:
            mark: The mark of the reference.
            entry: The document that it is in, if it only names what is in the folder of the same commitment.
        """
        owner = self._owner(entry) if mark.stays_in_folder and entry else None
        if mark.stays_in_folder and owner is None:
            return None
        key = mark, owner.commitment.model.id if owner else ""
        if key not in self._defined:
            self._defined[key] = dict(_definitions(mark, self._documents(mark, owner)))
        return self._defined[key]

    def _owner(self, entry: Entry[DocumentPart]) -> CommitmentFile | None:
        """Return the commitment of a roadmap or record; what its papers name waits for its roadmap."""
        model = entry.model
        if not isinstance(model, Roadmap | Report | Verification):
            return None
        owner = self.plan.commitment_files.get(model.commitment)
        is_other = owner is not None and isinstance(model, Roadmap) and owner.roadmap is not entry
        return None if owner is None or owner.roadmap is None or is_other else owner

    def _documents(self, mark: Refers, owner: CommitmentFile | None) -> Iterator[Entry[DocumentPart]]:
        entries = (owner.roadmap, *owner.reports) if owner else self.plan.entries
        return (entry for entry in entries if entry and entry.source_file.kind is mark.kind)


def _definitions(mark: Refers, entries: Iterator[Entry[DocumentPart]]) -> Iterator[tuple[str, Definition]]:
    for entry in entries:
        name = entry.stem if mark.stays_in_folder else key_of(entry)[1]
        if not mark.within:
            yield name, Definition(entry, entry.model)
            continue
        for marked in walk(entry.model, Identifies):
            if mark.within in marked.steps[-3:-1]:
                part_name = f"{name}/{marked.value}" if mark.is_path else str(marked.value)
                yield part_name, Definition(entry, marked.owner)
