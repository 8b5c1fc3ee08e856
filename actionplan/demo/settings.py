"""The plan's identity, its actors and its sources: generic, and marked as made up."""

from __future__ import annotations

from collections.abc import Iterator

from actionplan.demo.moments import CUTOFF, END, PUBLISHED
from actionplan.demo.outline import (
    INSTITUTIONS,
    ORGANISATIONS,
    Outline,
    file_of_commitments,
    file_of_roadmaps,
    institution,
    institution_name,
    is_academic,
    is_autonomous,
    organisation,
    organisation_name,
    records_of_table,
)
from actionplan.demo.papers import Paper, Texts, settings, sourced, translation
from actionplan.demo.process import figure
from actionplan.demo.words.speech import Said
from actionplan.model.common import Event
from actionplan.model.partialdate import PartialDate
from actionplan.model.settings import Actor, Actors, Forum, ForumMember, PlanIdentity, Source, Sources
from actionplan.model.vocabulary import Access, Certainty, Sector, SourceKind

_TITLE = Said("Plan de acción de ejemplo 2022-2024 (ficticio)", "Example action plan 2022-2024 (fictitious)")
_NUCLEUS = "nucleo"
_SOURCES = (
    ("convocatoria", "Convocatoria de la consulta de ejemplo", SourceKind.OFFICIAL),
    ("sistematizacion", "Informe de sistematización de ejemplo", SourceKind.OFFICIAL),
    ("arboles_de_problemas", "Cuaderno de árboles de problemas de ejemplo", SourceKind.CIVIL_SOCIETY),
    ("relatoria", "Relatoría de las mesas de ejemplo", SourceKind.CIVIL_SOCIETY),
    ("plan_publicado", "Plan de acción de ejemplo, texto publicado", SourceKind.OFFICIAL),
    ("minutas", "Minutas del foro de ejemplo", SourceKind.OFFICIAL),
    ("directorio", "Directorio de instituciones y organizaciones de ejemplo", SourceKind.OFFICIAL),
    ("nota_de_prensa", "Nota de prensa de ejemplo", SourceKind.PRESS),
)


def files_of_data(outline: Outline) -> Iterator[Paper]:
    """``plan.yml`` with its translation, ``actores.yml`` and ``fuentes.yml``."""
    yield from _identity(outline)
    yield settings("plan/actores.yml", Actors(kind="actors", actors=tuple(_actors(outline))))
    yield settings("plan/fuentes.yml", Sources(kind="sources", sources=tuple(_sources(outline))))


def _identity(outline: Outline) -> Iterator[Paper]:
    own = sum(not outline.is_co_created(number) for number in outline.numbers)
    source = "plan_publicado"
    name, country = Said("Plan de ejemplo", "Example plan"), "Ejemplo"
    model = PlanIdentity(
        kind="plan",
        id="ejemplo",
        title=_TITLE.es,
        short_name=name.es,
        country=country,
        language="es",
        languages=("es", "en"),
        key_language="es",
        cutoff=CUTOFF,
        fictitious=True,
        period="2022-2024",
        published=PUBLISHED,
        deadline=END,
        approach="Género como enfoque transversal",
        funding="Sin recursos adicionales.",
        forum=Forum(
            name="Foro de gobierno abierto de ejemplo",
            members=(
                ForumMember(actor=institution(1), posts=("Titular de la institución",)),
                ForumMember(actor=institution(2), posts=("Dirección General de Transparencia",)),
                ForumMember(
                    actor=_NUCLEUS,
                    posts=("Representante del Núcleo",),
                    organisations=tuple(organisation(place) for place in range(1, ORGANISATIONS + 1)),
                ),
            ),
            functions=("Reunirse cada trimestre", "Revisar los avances", "Acordar los cambios de fecha"),
        ),
        figures=(
            figure("compromisos", "Compromisos del plan", "compromisos", outline.count, source),
            figure("compromisos-cocreados", "Compromisos cocreados", "compromisos", outline.count - own, source),
            figure("compromisos-proactivos", "Compromisos proactivos", "compromisos", own, source),
        ),
        events=(
            _event(2022, 1, 17, "Se publica la convocatoria de la consulta."),
            _event(2022, 12, 12, "Se publica el plan."),
        ),
        provenance=(sourced(source),),
    )
    yield settings("plan/plan.yml", model)
    fields = {"titulo": _TITLE, "nombre_corto": name}
    yield translation("plan/plan.md", model.id, Texts(fields, Said("", "")))


def _event(year: int, month: int, day: int, text: str) -> Event:
    # The model reads such a date from text only, whatever its annotation says of what comes out.
    moment = str(PartialDate(year, month, day))
    return Event.model_validate(
        {"sources": ("plan_publicado",), "certainty": Certainty.EXACT, "date": moment, "text": text}
    )


def _actors(outline: Outline) -> Iterator[Actor]:
    yield _actor(_NUCLEUS, "Núcleo de Organizaciones de Ejemplo", Sector.CIVIL_SOCIETY)
    for place in range(1, len(outline.blocks) * INSTITUTIONS + 1):
        sector = Sector.AUTONOMOUS if is_autonomous(place) else Sector.GOVERNMENT
        yield _actor(institution(place), institution_name(place), sector)
    for place in range(1, len(outline.blocks) * ORGANISATIONS + 1):
        sector = Sector.ACADEMIA if is_academic(place) else Sector.CIVIL_SOCIETY
        yield _actor(organisation(place), organisation_name(place), sector)


def _actor(name: str, title: str, sector: Sector) -> Actor:
    acronym = "".join(word if word.isdigit() else word[0] for word in title.split() if word != "de")
    return Actor(
        sources=("directorio",), certainty=Certainty.EXACT, id=name, name=title, acronym=acronym, sector=sector
    )


def _sources(outline: Outline) -> Iterator[Source]:
    for name, title, kind in _SOURCES:
        yield _source(name, title, kind)
    for block in outline.blocks:
        yield _source(file_of_commitments(block), f"Expediente de compromisos {block + 1}", SourceKind.OFFICIAL)
        yield _source(file_of_roadmaps(block), f"Hojas de ruta firmadas, tomo {block + 1}", SourceKind.OFFICIAL)
    for number in outline.tables:
        yield _source(records_of_table(number), f"Acta de la mesa {number}", SourceKind.OFFICIAL)


def _source(name: str, title: str, kind: SourceKind) -> Source:
    url = f"https://ejemplo.invalid/fuentes/{name.replace('_', '-')}"
    return Source(id=name, title=title, kind=kind, access=Access.WHOLE, url=url)
