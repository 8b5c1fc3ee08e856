"""A whole plan: the small valid one, and besides one document of every kind that the model knows."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from hypothesis import Phase, settings
from markdown import Markdown
from markdown.extensions import Extension
from plans import ACTORS, COMMITMENT, COMMITMENT_PATH, PLAN, ROADMAP, ROADMAP_PATH, SOURCES, VALID, loaded

from actionplan.language.locale import locale
from actionplan.loader import Loaded
from actionplan.pages.markup import Prose
from actionplan.pages.site import Site

Files = dict[str, str | bytes]

# The suite judges a change, so each run tries the same cases, however slow the machine is; to go looking for new ones
# is another errand: HYPOTHESIS_PROFILE=explore.
settings.register_profile("suite", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=2000)
# A mistake that is found need not be made small (tests/mutation).
settings.register_profile("mutants", deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))

_COVERED = """\
procedencia:
  - campo: "*"
    fuentes:
      - "acta"
    certeza: "exacta"
"""

_PLAN = PLAN.replace(
    "procedencia:",
    """\
forja: "https://forja.example/plan/"
enfoque: "Género & <b>territorio</b>, \\"siempre\\""
apoyo_internacional:
  - "osc"
cifras:
  - id: "presenciales"
    nombre: "Personas en las mesas"
    unidad: "personas"
    afirmaciones:
      - valor: 1500
        calificador: "mas_de"
        fuentes:
          - "acta"
        certeza: "exacta"
      - valor: 480
        de: 500
        fuentes:
          - "nota"
        certeza: "prensa"
        nota: "Sin contar <observadores>."
hechos:
  - fecha: "2019-08"
    texto: "Se publicó la convocatoria."
    fuentes:
      - "nota"
    certeza: "prensa"
  - fecha: "2019"
    texto: "Empezó el plan."
    fuentes:
      - "acta"
    certeza: "exacta"
procedencia:""",
).replace('    - actor: "gob"\n', '    - actor: "gob"\n      cargos:\n        - "Titular"\n')

_SOURCES = f"""{SOURCES}\
  - id: "nota"
    titulo: "Nota de prensa"
    tipo: "prensa"
    lectura: "extracto"
    url: "https://prensa.example/nota?a=1&b=2"
    nota: "Lo que se leyó: \\"A & B\\" <i>y más</i>."
  - id: "libro"
    titulo: "Libro que nadie cita"
    tipo: "oficial"
    lectura: "completa"
no_obtenidas:
  - url: "https://perdido.example/plan.pdf"
    motivo: "El sitio ya no responde."
"""

_ACTORS = f"""{ACTORS}\
  - id: "red"
    nombre: "Red que mira desde fuera"
    sector: "academia"
    sitio: "https://red.example/"
    fuentes:
      - "nota"
    certeza: "prensa"
    nota: "Sólo observa."
"""


def _page(title: str, body: str) -> str:
    return f'---\ntipo: "pagina"\ntitulo: "{title}"\nresumen: "Resumen de {title}."\n{_COVERED}---\n\n{body}'


_PHASE = f"""\
---
tipo: "fase"
id: "mesas"
numero: 4
titulo: "Mesas de cocreación"
proposito: "Acordar soluciones & medirlas."
inicio: "2019-07-01"
conclusion: "2019-07-31"
no_disponible:
  - campo: "anuncio"
    motivo: "No se guardó el anuncio"
{_COVERED}---

## Qué se hizo

Se acordó la [sesión](../sesiones/2019-08-01.md).
"""

_TABLE = f"""\
---
tipo: "mesa"
id: "mesa-01"
numero: 1
tema: "agua"
inicio: "2019-07-02"
conclusion: "2019-07-03"
asistencia:
  - sector: "sociedad_civil"
    personas: 1200
    sexo: "mujeres"
alternativas:
  - id: "a1"
    titulo: "Medir el consumo"
    causas:
      - "agua/c1"
    destino: "adoptada"
    motivo: "Se puede hacer en el plazo."
    compromiso: "c01"
  - id: "a2"
    titulo: "Cambiar toda la red"
    destino: "descartada"
    motivo: "No hay dinero para <toda> la red."
no_disponible:
  - campo: "sede"
    motivo: "La minuta no lo dice"
  - campo: "materiales"
    motivo: "No se entregaron"
{_COVERED}---

## Acuerdos

Medir.
"""

_SESSION = f"""\
---
tipo: "sesion"
id: "sesion-2019-08-01"
fecha: "2019-08-01"
modalidad: "ordinaria"
minuta: "https://actas.example/1.pdf"
acuerdos:
  - id: "ac1"
    texto: "Se aprueba el plan & su calendario."
{_COVERED}---

## Notas

Asistieron todas las partes.
"""

_EMPTY_TREE = f"""\
---
tipo: "arbol"
id: "bosque"
titulo: "Bosques"
no_disponible:
  - campo: "problema_central"
    motivo: "El taller no lo guardó"
  - campo: "causas"
    motivo: "No consta"
  - campo: "efectos"
    motivo: "No consta"
  - campo: "comentarios"
    motivo: "No consta"
{_COVERED}---
"""

_COMMITMENT = COMMITMENT.replace('  - campo: "alternativas"\n    motivo: "No consta"\n', "").replace(
    "ods:",
    """\
alternativas:
  - "mesa-01/a1"
apoyos:
  - "gob"
observaciones:
  - fecha: "2021-03"
    texto: "Avanza <despacio> & mal."
    fuentes:
      - "nota"
    certeza: "prensa"
ods:""",
)

_ROADMAP = ROADMAP.replace(
    "procedencia:",
    """\
reprogramaciones:
  - fecha: "2020-02-01"
    actividad: "a1.1"
    campo: "conclusion"
    antes: "2020-02-28"
    despues: "2020-03-31"
    motivo: "Faltaron medidores."
    acordada_en: "sesion-2019-08-01"
procedencia:""",
)

_PROACTIVE = """\
---
tipo: "compromiso"
id: "c02"
numero: 2
titulo: "Datos del bosque"
origen: "proactivo"
situacion: "vigente"
responsables:
  - institucion: "gob"
no_disponible:
  - campo: "titulo_oficial"
    motivo: "No consta"
  - campo: "responsables/gob/cargo"
    motivo: "Nadie fue designado"
  - campo: "corresponsables"
    motivo: "No hay"
  - campo: "valores"
    motivo: "No consta"
  - campo: "ods"
    motivo: "No consta"
  - campo: "pnd"
    motivo: "No consta"
  - campo: "inicio"
    motivo: "No consta"
  - campo: "conclusion"
    motivo: "No consta"
  - campo: "mri"
    motivo: "No consta"
  - campo: "objetivo-de-mediano-plazo"
    motivo: "El texto no lo separa"
  - campo: "como-contribuye"
    motivo: "No consta"
  - campo: "genero-e-inclusion"
    motivo: "No consta"
procedencia:
  - campo: "titulo"
    fuentes:
      - "nota"
      - "acta"
    certeza: "inferida"
    nota: "Por el nombre del programa."
  - campo: "*"
    fuentes:
      - "acta"
    certeza: "exacta"
---

## Problema público

Nadie sabe cuánto bosque queda.

## Objetivo

Publicar el inventario.
"""

_NOT_OBTAINED = f"""\
---
tipo: "hoja-de-ruta"
compromiso: "c02"
version: 1
estado_documental: "no_obtenida"
no_disponible:
  - campo: "resultado_final"
    motivo: "No se obtuvo"
  - campo: "acciones"
    motivo: "No se obtuvo la hoja de ruta"
  - campo: "indicadores"
    motivo: "No se obtuvo"
{_COVERED}---
"""

WHOLE: Files = {
    **VALID,
    "plan/plan.yml": _PLAN,
    "plan/fuentes.yml": _SOURCES,
    "plan/actores.yml": _ACTORS,
    "plan/index.md": _page("Portada del plan", "Un plan para el agua.\n\n## Por qué\n\nPorque falta.\n"),
    "plan/4-mesas/index.md": _PHASE,
    "plan/4-mesas/mesa-01.md": _TABLE,
    "plan/3-arboles/bosque.md": _EMPTY_TREE,
    "plan/6-seguimiento/lecciones.md": _page("Lecciones", "Lo aprendido.\n\n## Para la próxima\n\nMedir antes.\n"),
    "plan/sesiones/index.md": _page("Sesiones", "Las sesiones del foro.\n"),
    "plan/sesiones/2019-08-01.md": _SESSION,
    COMMITMENT_PATH: _COMMITMENT,
    ROADMAP_PATH: _ROADMAP,
    "commitments/02-bosque/compromiso.md": _PROACTIVE,
    "commitments/02-bosque/hoja-de-ruta.md": _NOT_OBTAINED,
    "commitments/01-agua/evidencias/acta firmada.pdf": b"%PDF-1.4\n",
}


@pytest.fixture(scope="session")
def whole() -> Files:
    """The files of the whole plan, to be copied before they are changed."""
    return WHOLE


@pytest.fixture(scope="session")
def whole_plan() -> Loaded:
    return loaded({**WHOLE})


@cache
def _site(files: tuple[tuple[str, str | bytes], ...], language: str) -> Site:
    return Site(loaded(dict(files)).plan, locale(language))


def render(files: Files, address: str, language: str = "es") -> str:
    """One page of a plan as the hooks make it, without what the theme puts around it."""
    site = _site(tuple(sorted(files.items())), language)
    page = site.pages[address]
    prose = Prose()
    prose.document, prose.anchors = page.source, page.anchors
    names = ("abbr", "def_list", "fenced_code", "footnotes", "sane_lists", "tables", "toc")
    extensions: list[str | Extension] = [*names, prose]
    return site.render(page, Markdown(extensions=extensions).convert(page.prose))


@pytest.fixture(scope="session", name="render")
def _render() -> Callable[..., str]:
    return render


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What commands keep between runs stays out of the home of who runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache", numbered=True)))
        yield
