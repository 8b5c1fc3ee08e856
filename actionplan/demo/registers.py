"""The registers of an invented plan: its actors and its sources."""

from __future__ import annotations

from collections.abc import Iterator

from actionplan.demo.actors import INSTITUTIONS, NUCLEUS, ORGANISATIONS, institution, organisation
from actionplan.demo.plan_files import WEB, PlanFile, settings_file
from actionplan.demo.simulated_plan import SimulatedPlan, commitments_source, minutes_source, roadmaps_source
from actionplan.demo.word_lists import SourceTitle, word_lists
from actionplan.model.settings import Actor, Actors, Source, Sources
from actionplan.model.vocabulary import Access, Certainty, SourceKind


def registers(plan: SimulatedPlan) -> tuple[PlanFile, PlanFile]:
    """Return ``actores.yml`` and ``fuentes.yml``."""
    return (
        settings_file("plan/actores.yml", Actors(kind="actors", actors=tuple(_actors(len(plan.blocks))))),
        settings_file("plan/fuentes.yml", Sources(kind="sources", sources=tuple(_sources(plan)))),
    )


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
        title = f"Expediente de compromisos {block + 1}"
        yield SourceTitle(commitments_source(block), title, SourceKind.OFFICIAL)
        title = f"Hojas de ruta firmadas, tomo {block + 1}"
        yield SourceTitle(roadmaps_source(block), title, SourceKind.OFFICIAL)
    for number in plan.tables:
        yield SourceTitle(minutes_source(number), f"Acta de la mesa {number}", SourceKind.OFFICIAL)
