"""Documents that are the same in every invented plan but for some figures: the files of ``documents/``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib import resources

from actionplan.demo import key_dates
from actionplan.demo.actors import SECRETARIAT
from actionplan.demo.cocreation_tables import attendance
from actionplan.demo.commits import SimulatedCommit
from actionplan.demo.plan_files import PlanFile
from actionplan.demo.simulated_plan import SimulatedPlan
from actionplan.demo.word_lists import word_lists


def fixed_commits(plan: SimulatedPlan) -> Iterator[SimulatedCommit]:
    """Yield the commits of fixed documents, by day."""
    folder, blanks = resources.files("actionplan.demo").joinpath("documents"), _blanks(plan)
    for day, subject, paths in word_lists().fixed_commits:
        templates = [(path, folder.joinpath(path).read_text("utf-8")) for path in paths]
        files = tuple(PlanFile(path, template.format_map(blanks)) for path, template in templates)
        yield SimulatedCommit(day, SECRETARIAT, subject, files)


def _blanks(plan: SimulatedPlan) -> dict[str, object]:
    """Return the days and the figures that fixed documents leave blank; those of attendance add up."""
    co_created = sum(commitment.is_co_created for commitment in plan.commitments)
    consultation = plan.rng("consultation")
    people = Counter[str]()
    for number in plan.tables:
        for row in attendance(plan, number):
            people[row.sector.word] += row.people
    return {
        "trees_drawn": key_dates.TREES_DRAWN,
        "published": key_dates.PUBLISHED,
        "cutoff": key_dates.CUTOFF,
        "deadline": key_dates.END,
        "commitments": plan.count,
        "co_created": co_created,
        "proactive": plan.count - co_created,
        "people_online": consultation.between(900, 4000),
        "proposals": consultation.between(200, 900),
        "tables": len(plan.tables),
        "attendance": people.total(),
        **people,
    }
