"""An invented plan from its first commit to its last."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from actionplan.demo.commitments import commitment_commits
from actionplan.demo.commits import PlanFile, SimulatedCommit
from actionplan.demo.common_documents import common_commits
from actionplan.demo.process import process_commits
from actionplan.demo.reports import follow_up_commits
from actionplan.demo.roadmaps import roadmap_commits
from actionplan.demo.simulated_plan import MOST_COMMITMENTS, SimulatedPlan


def generate(count: int, seed: int, *, followed: bool = True) -> list[SimulatedCommit]:
    """Return every commit of an invented plan, by day.

    Args:
        count: How many commitments, from 1 to ``MOST_COMMITMENTS``.
        seed: Which of all plans of that size; the same one gives the same bytes.
        followed: Whether its commitments were reported on and verified, or only agreed.
    """
    if not 1 <= count <= MOST_COMMITMENTS:
        raise ValueError(f"{count} is not from 1 to {MOST_COMMITMENTS}")
    plan = SimulatedPlan(count, seed)
    commits = [*common_commits(plan), *process_commits(plan)]
    for commitment in plan.commitments:
        commits += commitment_commits(commitment)
        commits += roadmap_commits(commitment)
        if followed:
            commits += follow_up_commits(commitment)
    return sorted(commits, key=attrgetter("day"))


def files_after(commits: Iterable[SimulatedCommit]) -> Iterable[PlanFile]:
    """Return every file as the commits leave it."""
    return {file.path: file for commit in commits for file in commit.files}.values()
