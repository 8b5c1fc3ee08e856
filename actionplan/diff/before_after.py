"""A plan before and after a proposal, with the figures of what it touches, measured once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from actionplan.documents import Kind, is_evidence
from actionplan.metrics import CommitmentMetrics, GroupMetrics, counts, measure_commitment
from actionplan.metrics.measure import measure
from actionplan.model import CommitmentFile, DocumentPart, Entry, Plan, folder_of_evidence

_HOLD_FIGURES = frozenset(Kind) - {Kind.PAGE, Kind.PHASE, Kind.TREE, Kind.TABLE, Kind.SESSION, Kind.TRANSLATION}


class MeasuredTwice(NamedTuple):
    """Represent a commitment of both plans with its figures before and after.

    Attributes:
        id: Its id.
        files: It and all that belongs to it, in each of the plans.
        metrics: Its figures in each, both at the cut-off of the proposal.
    """

    id: str
    files: tuple[CommitmentFile, CommitmentFile]
    metrics: tuple[CommitmentMetrics, CommitmentMetrics]


@dataclass(frozen=True, eq=False)
class BeforeAfter:
    """Represent a plan before and after a proposal.

    Figures count evidence as proof only if both plans know the fingerprints of it (``loader.with_custody``).

    Attributes:
        base: The plan as published.
        head: The plan as proposed.
        altered: Files that are in both, at their later path, with other contents.
    """

    base: Plan
    head: Plan
    altered: Collection[str] = ()

    @cached_property
    def touched(self) -> tuple[str, ...]:
        """Return the commitments of both plans of which some document or some piece of evidence is not the same.

        Those with a document that could not be read whole in either are left out: what is missing there was not taken
        out, and their figures would say that it was.
        """
        base, head = self.base, self.head
        if {Kind.PLAN, Kind.ACTORS} & (base.unsure | head.unsure):
            return ()
        before, after = ({entry.path for entry in plan.files} for plan in (base, head))
        folders = {folder_of_evidence(path) for path in (before ^ after).union(self.altered) if is_evidence(path)}
        return tuple(
            name
            for name, now in head.commitment_files.items()
            if (was := base.commitment_files.get(name))
            and (not _are_the_same(was, now) or folder_of_evidence(now.commitment.path) in folders)
            and _is_whole(was, base)
            and _is_whole(now, head)
        )

    @cached_property
    def commitments(self) -> tuple[MeasuredTwice, ...]:
        """Return those commitments, in the order of their numbers.

        Both plans are measured at the cut-off of the proposal, so that only what it writes makes a difference.
        """
        plans = self.base.at(self.head.identity.cutoff), self.head
        found = []
        for name in self.touched:
            was, now = (plan.commitment_files[name] for plan in plans)
            metrics = measure_commitment(was, plans[0]), measure_commitment(now, plans[1])
            found.append(MeasuredTwice(name, (was, now), metrics))
        return tuple(found)

    @cached_property
    def moves_the_plan(self) -> bool:
        """Tell whether the plan is measured otherwise: at another date, by other rules, of other commitments."""
        return _terms(self.base) != _terms(self.head)

    @cached_property
    def whole(self) -> tuple[GroupMetrics, GroupMetrics] | None:
        """Return the figures of each plan at its own cut-off, with its own settings.

        None if both count the same commitments in the same way, or if some document could not be read.
        """
        if not self.moves_the_plan or not _HOLD_FIGURES.isdisjoint(self.base.unsure | self.head.unsure):
            return None
        return measure(self.base).whole, measure(self.head).whole


def _terms(plan: Plan) -> tuple[object, ...]:
    day = plan.identity.cutoff
    counted = {name for name, item in plan.commitment_files.items() if counts(item.commitment.model, day)}
    return day, plan.identity.rules, counted


def _are_the_same(was: CommitmentFile, now: CommitmentFile) -> bool:
    """Return whether no document of a commitment differs; one that is the same in both trees is one object."""
    return _entries(was) == _entries(now)


def _entries(commitment_file: CommitmentFile) -> tuple[Entry[DocumentPart], ...]:
    roadmap = (commitment_file.roadmap,) if commitment_file.roadmap else ()
    return (commitment_file.commitment, *roadmap, *commitment_file.reports, *commitment_file.verifications)


def _is_whole(commitment_file: CommitmentFile, plan: Plan) -> bool:
    """Return whether all that its figures come from could be read."""
    folder = f"{commitment_file.commitment.folder}/"
    unread = any(document.path.startswith(folder) for document in plan.unreadable)
    return not unread and all(entry.is_whole for entry in _entries(commitment_file))
