"""The home and the phases, with figures that add up to what the tables say."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from actionplan.demo.bodies import body
from actionplan.demo.deeds import SECRETARIAT, Deed
from actionplan.demo.moments import PUBLISHED
from actionplan.demo.outline import Outline
from actionplan.demo.papers import Paper, Texts, document, sourced, translation
from actionplan.demo.tables import attendance
from actionplan.demo.words.phases import HOME, STAGES, Stage
from actionplan.demo.words.speech import Said
from actionplan.model.common import Claim, Figure
from actionplan.model.process import Page, Phase
from actionplan.model.vocabulary import Certainty, Sector

_SOURCES = ("convocatoria", "sistematizacion", "arboles_de_problemas", "relatoria", "plan_publicado", "minutas")
_CALENDAR = """\
## Reportes

Cada institución reporta una vez al mes, con las actividades que siguen abiertas.

## Revisión

Las organizaciones verifican lo que se da por terminado; lo demás, cuando lo consideran necesario.
"""


def process(outline: Outline) -> Iterator[Deed]:
    """The home and every phase, with their translations."""
    yield Deed(STAGES[0].announced, SECRETARIAT, "Escribe la portada del plan", tuple(_home()))
    figures = {"1-consulta": _consulted(outline), "4-mesas": _met(outline)}
    for number, (stage, source) in enumerate(zip(STAGES, _SOURCES, strict=True), 1):
        papers = tuple(_phase(stage, number, source, figures.get(stage.folder, ())))
        yield Deed(min(stage.end, PUBLISHED), SECRETARIAT, f"Cuenta la fase {number}: {stage.title.es}", papers)
    yield Deed(PUBLISHED, SECRETARIAT, "Publica el calendario de seguimiento", (_calendar(),))


def figure(name: str, title: str, unit: str, value: int, source: str) -> Figure:
    """A figure on which all sources agree."""
    claim = Claim(sources=(source,), certainty=Certainty.EXACT, value=Decimal(value))
    return Figure(id=name, name=title, unit=unit, claims=(claim,))


def _home() -> Iterator[Paper]:
    title = Said("El plan de ejemplo", "The example plan")
    summary = Said("Qué es este plan de ejemplo y cómo se lee.", "What this example plan is and how to read it.")
    links = [stage.title.filled() for stage in STAGES]
    spanish, english = (
        "\n".join(
            f"{number}. [{said[language]}]({stage.folder}/index.md)"
            for number, (stage, said) in enumerate(zip(STAGES, links, strict=True), 1)
        )
        for language in (0, 1)
    )
    prose = Said(HOME.es.format(phases=spanish), HOME.en.format(phases=english))
    page = Page(kind="page", title=title.es, summary=summary.es, provenance=(sourced("plan_publicado"),))
    yield document("plan/index.md", page, prose.es)
    yield translation("plan/index.md", "index", Texts({"titulo": title, "resumen": summary}, prose))


def _phase(stage: Stage, number: int, source: str, figures: tuple[Figure, ...]) -> Iterator[Paper]:
    model = Phase(
        kind="phase",
        id=stage.id,
        number=number,
        title=stage.title.es,
        purpose=stage.purpose.es,
        announced=stage.announced,
        start=stage.start,
        end=stage.end,
        figures=figures,
        provenance=(sourced(source),),
    )
    lines = [[said] for said in (stage.done, stage.results, stage.leaves)]
    prose = body(zip(Phase.sections or (), lines, strict=True))
    path = f"plan/{stage.folder}/index.md"
    yield document(path, model, prose.es)
    yield translation(path, model.id, Texts({"titulo": stage.title, "proposito": stage.purpose}, prose))


def _consulted(outline: Outline) -> tuple[Figure, ...]:
    dice, source = outline.dice("consultation"), _SOURCES[0]
    return (
        figure("personas-en-linea", "Personas que participaron en línea", "personas", dice.between(900, 4000), source),
        figure("propuestas", "Propuestas recibidas", "propuestas", dice.between(200, 900), source),
    )


def _met(outline: Outline) -> tuple[Figure, ...]:
    people = dict.fromkeys((Sector.CIVIL_SOCIETY, Sector.GOVERNMENT, Sector.ACADEMIA), 0)
    for number in outline.tables:
        for row in attendance(outline, number):
            people[row.sector] += row.people
    civil, public, academic = people.values()
    source = "relatoria"
    return (
        figure("numero-de-mesas", "Mesas de cocreación", "mesas", len(outline.tables), source),
        figure("personas-de-sociedad-civil", "Personas de la sociedad civil", "personas", civil, source),
        figure("personas-servidoras-publicas", "Personas servidoras públicas", "personas", public, source),
        figure("personas-academicas", "Personas de la academia", "personas", academic, source),
        figure("personas", "Personas en las mesas, en total", "personas", sum(people.values()), source),
    )


def _calendar() -> Paper:
    page = Page(
        kind="page",
        title="Calendario de seguimiento",
        summary="Cuándo se reportan y se revisan los compromisos de ejemplo.",
        provenance=(sourced("minutas"),),
    )
    return document("plan/6-seguimiento/calendario.md", page, _CALENDAR)
