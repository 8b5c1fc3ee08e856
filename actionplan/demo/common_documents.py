"""Documents that every invented plan has: its registers, and files of ``documents/`` that leave some figures blank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib import resources

from actionplan.demo import key_dates
from actionplan.demo.actors import INSTITUTIONS, NUCLEUS, ORGANISATIONS, SECRETARIAT, institution, organisation
from actionplan.demo.commits import WEB, PlanFile, SimulatedCommit, settings_file
from actionplan.demo.process import attendance
from actionplan.demo.simulated_plan import SimulatedPlan, commitments_source, minutes_source, roadmaps_source
from actionplan.demo.word_lists import SourceTitle, word_lists
from actionplan.model import Access, Actor, Actors, Certainty, Source, SourceKind, Sources


def common_commits(plan: SimulatedPlan) -> Iterator[SimulatedCommit]:
    """Yield the commits that add these documents, by day."""
    folder, blanks = resources.files("actionplan.demo").joinpath("documents"), _blanks(plan)
    actors = settings_file("plan/actores.yml", Actors(kind="actors", actors=tuple(_actors(len(plan.blocks)))))
    sources = settings_file("plan/fuentes.yml", Sources(kind="sources", sources=tuple(_sources(plan))))
    registers = {actors.path: actors, sources.path: sources}

    def file_at(path: str) -> PlanFile:
        return registers.get(path) or PlanFile(path, folder.joinpath(path).read_text("utf-8").format_map(blanks))

    for day, subject, paths in word_lists().common_commits:
        yield SimulatedCommit(day, SECRETARIAT, subject, tuple(map(file_at, paths)))


def _blanks(plan: SimulatedPlan) -> dict[str, object]:
    """Return the days and the figures that the documents leave blank; those of attendance add up."""
    co_created = sum(map(len, plan.tables.values()))
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


def _actors(blocks: int) -> Iterator[Actor]:
    institutions = map(institution, range(1, blocks * INSTITUTIONS + 1))
    organisations = map(organisation, range(1, blocks * ORGANISATIONS + 1))
    for actor in (NUCLEUS, *institutions, *organisations):
        yield Actor(
            sources=("directorio",),
            certainty=Certainty.EXACT,
            id=actor.id,
            name=actor.name,
            acronym=actor.acronym,
            sector=actor.sector,
        )


def _sources(plan: SimulatedPlan) -> Iterator[Source]:
    for name, title, kind in (*word_lists().sources, *_generated_sources(plan)):
        url = f"{WEB}/fuentes/{name.replace('_', '-')}"
        yield Source(id=name, title=title, kind=kind, access=Access.WHOLE, url=url)


def _generated_sources(plan: SimulatedPlan) -> Iterator[SourceTitle]:
    for block in plan.blocks:
        yield SourceTitle(commitments_source(block), f"Expediente de compromisos {block + 1}", SourceKind.OFFICIAL)
        yield SourceTitle(roadmaps_source(block), f"Hojas de ruta firmadas, tomo {block + 1}", SourceKind.OFFICIAL)
    for number in plan.tables:
        yield SourceTitle(minutes_source(number), f"Acta de la mesa {number}", SourceKind.OFFICIAL)
