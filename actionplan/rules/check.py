"""What a check is: a function that finds mistakes, what it looks at, and the rules that it may find broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeAlias, TypeVar

if TYPE_CHECKING:
    from actionplan.findings import Finding, Rule
    from actionplan.model import CommitmentFile, DocumentPart, Entry, Plan

M = TypeVar("M", bound="DocumentPart")
Findings: TypeAlias = "Iterator[Finding]"


class Check(Protocol):
    """Represent any of the three below."""

    @property
    def find(self) -> Callable[..., Findings]:
        """Return the function that finds what is wrong."""

    @property
    def yields(self) -> tuple[Rule, ...]:
        """Return the rules that it may find broken."""


@dataclass(frozen=True)
class DocumentCheck(Generic[M]):
    """Represent a check of what a document says by itself; as long as it is the same, so are its findings.

    Attributes:
        of: The model of the documents that it is about.
        find: Finds what is wrong with one of them.
        yields: The rules that it may find broken.
    """

    of: type[M]
    find: Callable[[Entry[M]], Findings]
    yields: tuple[Rule, ...]

    def run(self, entry: Entry[DocumentPart]) -> Findings:
        """Yield what is wrong with a document, if it is one of those that the check is about."""
        if isinstance(entry.model, self.of):
            yield from self.find(entry)  # type: ignore[arg-type] # narrowed by the model's class


@dataclass(frozen=True)
class CommitmentCheck:
    """Represent a check that holds the papers of one commitment against each other."""

    find: Callable[[CommitmentFile], Findings]
    yields: tuple[Rule, ...]

    def run(self, plan: Plan) -> Findings:
        """Yield what is wrong with each commitment of a plan."""
        for commitment_file in plan.commitment_files.values():
            yield from self.find(commitment_file)


@dataclass(frozen=True)
class PlanCheck:
    """Represent a check that holds all documents against each other, or against the settings."""

    find: Callable[[Plan], Findings]
    yields: tuple[Rule, ...]

    def run(self, plan: Plan) -> Findings:
        """Yield what is wrong with a plan."""
        return self.find(plan)
