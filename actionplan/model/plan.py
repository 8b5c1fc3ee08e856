"""The whole plan: documents as typed entries, found by id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from actionplan.documents import Document, FileEntry, Kind, commitment_folder
from actionplan.language.keys import KeyLanguage
from actionplan.model.commitment import Commitment
from actionplan.model.common import DocumentPart
from actionplan.model.entry import Entry, M_co
from actionplan.model.process import Page, Phase, Session, Table, Tree
from actionplan.model.records import Report, Verification
from actionplan.model.references import ReferenceIndex
from actionplan.model.roadmap import Roadmap
from actionplan.model.settings import NO_IDENTITY, Actor, Actors, PlanIdentity, Source, Sources, Unreached
from actionplan.model.translation import Translation

__all__ = ["CommitmentFile", "Entry", "Plan"]


@dataclass(frozen=True, eq=False)
class CommitmentFile:
    """Represent a commitment's folder: the commitment, its roadmap, its reports and verifications, by date."""

    commitment: Entry[Commitment]
    roadmap: Entry[Roadmap] | None
    reports: tuple[Entry[Report], ...]
    verifications: tuple[Entry[Verification], ...]


@dataclass(frozen=True, eq=False)
class Plan:
    """Represent a plan, whole and frozen. Look-ups by id are made once.

    Attributes:
        entries: Every document that could be read and typed, by path.
        files: Every file of the tree, documents or not.
        unreadable: Documents that are there but could not be typed.
        keys: How the plan spells its keys.
        fingerprints: The SHA-256 of the files for which some report gives one, by path, as they are.
        cutoff: The date of the figures, if it is another than the settings say.
    """

    entries: tuple[Entry[DocumentPart], ...]
    files: tuple[FileEntry, ...]
    unreadable: tuple[Document, ...]
    keys: KeyLanguage
    fingerprints: Mapping[str, str] = field(default_factory=dict)
    cutoff: date | None = None

    @cached_property
    def identity(self) -> PlanIdentity:
        """Return the plan's settings."""
        model = self.identity_entry.model if self.identity_entry else NO_IDENTITY
        return model.model_copy(update={"cutoff": self.cutoff}) if self.cutoff else model

    @cached_property
    def identity_entry(self) -> Entry[PlanIdentity] | None:
        """Return the document of the settings."""
        return next(iter(self._of(PlanIdentity)), None)

    def at(self, cutoff: date) -> Plan:
        """Return the same plan with its figures cut off at another date than its settings say."""
        return replace(self, cutoff=cutoff)

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Return organisations by id, in the order of the file."""
        return {actor.id: actor for entry in self._of(Actors) for actor in entry.model.actors}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Return sources by id, in the order of the file."""
        return {source.id: source for entry in self._of(Sources) for source in entry.model.sources}

    @cached_property
    def unreached(self) -> tuple[Unreached, ...]:
        """Return addresses that should have been sources and could not be read."""
        return tuple(item for entry in self._of(Sources) for item in entry.model.unreached)

    @cached_property
    def phases(self) -> tuple[Entry[Phase], ...]:
        """Return the phases, in order."""
        return tuple(sorted(self._of(Phase), key=lambda entry: entry.model.number))

    @cached_property
    def trees(self) -> dict[str, Entry[Tree]]:
        """Return topics with their problem trees, by id."""
        return {entry.model.id: entry for entry in self._of(Tree)}

    @cached_property
    def tables(self) -> dict[str, Entry[Table]]:
        """Return co-creation tables by id."""
        return {entry.model.id: entry for entry in sorted(self._of(Table), key=lambda entry: entry.model.number)}

    @cached_property
    def sessions(self) -> dict[str, Entry[Session]]:
        """Return sessions of the forum by id, by date."""
        return {entry.model.id: entry for entry in sorted(self._of(Session), key=lambda entry: entry.model.date)}

    @cached_property
    def readable(self) -> tuple[Entry[DocumentPart], ...]:
        """Return the documents that people read as pages, in the order of their files; records and settings are not."""
        read = (Page, Phase, Tree, Table, Session, Commitment, Roadmap)
        return tuple(entry for entry in self.entries if isinstance(entry.model, read))

    @cached_property
    def translations(self) -> tuple[Entry[Translation], ...]:
        """Return documents that say another one in another language."""
        return tuple(self._of(Translation))

    @cached_property
    def pages(self) -> tuple[Entry[Page], ...]:
        """Return pages of prose."""
        return tuple(self._of(Page))

    @cached_property
    def commitment_files(self) -> dict[str, CommitmentFile]:
        """Return commitments with all that belongs to them, by id, in the order of their numbers."""
        roadmaps = {entry.model.commitment: entry for entry in self._of(Roadmap)}
        reports: defaultdict[str, list[Entry[Report]]] = defaultdict(list)
        for report in self._of(Report):
            reports[report.model.commitment].append(report)
        verifications: defaultdict[str, list[Entry[Verification]]] = defaultdict(list)
        for verification in self._of(Verification):
            verifications[verification.model.commitment].append(verification)
        return {
            entry.model.id: CommitmentFile(
                entry,
                roadmaps.get(entry.model.id),
                tuple(sorted(reports[entry.model.id], key=lambda item: (item.model.date, item.stem))),
                tuple(sorted(verifications[entry.model.id], key=lambda item: (item.model.date, item.stem))),
            )
            for entry in sorted(self._of(Commitment), key=lambda entry: (entry.model.number, entry.path))
        }

    @cached_property
    def _by_folder(self) -> dict[str, CommitmentFile]:
        return {item.commitment.folder: item for item in self.commitment_files.values()}

    def commitment_of(self, path: str) -> CommitmentFile | None:
        """Return the commitment in whose folder a file is, or was."""
        return self._by_folder.get(commitment_folder(path))

    @cached_property
    def references(self) -> ReferenceIndex:
        """Return what refers to what."""
        return ReferenceIndex(self)

    @cached_property
    def unsure(self) -> frozenset[Kind]:
        """Return kinds with a document that could not be read whole, so that what it defines may seem missing."""
        lossy = [entry.source_file.kind for entry in self.entries if entry.loses]
        return frozenset([*lossy, *(document.kind for document in self.unreadable)])

    def _of(self, model: type[M_co]) -> tuple[Entry[M_co], ...]:
        # Narrowed by the model's class.
        return tuple(entry for entry in self.entries if isinstance(entry.model, model))  # type: ignore[misc]
