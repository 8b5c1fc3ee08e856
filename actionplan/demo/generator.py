"""An invented plan from its first commit to its last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter

from actionplan.demo.actors import SECRETARIAT
from actionplan.demo.cocreation_tables import cocreation_table
from actionplan.demo.commitments import commitment_commits
from actionplan.demo.commits import SimulatedCommit
from actionplan.demo.fixed_documents import fixed_commits
from actionplan.demo.forum_sessions import forum_sessions
from actionplan.demo.key_dates import TREES_DRAWN
from actionplan.demo.plan_files import PlanFile
from actionplan.demo.problem_trees import problem_tree
from actionplan.demo.registers import registers
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
    return sorted(_commits(SimulatedPlan(count, seed), followed=followed), key=attrgetter("day"))


def files_after(commits: Iterable[SimulatedCommit]) -> Iterable[PlanFile]:
    """Return every file as the commits leave it."""
    return {file.path: file for commit in commits for file in commit.files}.values()


def _commits(plan: SimulatedPlan, *, followed: bool) -> Iterator[SimulatedCommit]:
    first, *others = fixed_commits(plan)
    yield first._replace(files=(*first.files, *registers(plan)))
    yield from others
    for topic in plan.topics:
        subject = f"Dibuja el árbol de problemas: {topic.title}"
        yield SimulatedCommit(TREES_DRAWN, SECRETARIAT, subject, (problem_tree(plan, topic),))
    for number in plan.tables:
        yield cocreation_table(plan, number)
    yield from forum_sessions(plan)
    for commitment in plan.commitments:
        yield from commitment_commits(commitment)
        yield from roadmap_commits(commitment)
        if followed:
            yield from follow_up_commits(commitment)
