"""Titles: a form, an object and a scope, combined so that none comes twice."""

from __future__ import annotations

from actionplan.demo.words.sectors import SECTORS, Sector
from actionplan.demo.words.speech import Said

_FORMS = (
    Said("Datos abiertos sobre {x}", "Open data on {x}"),
    Said("Vigilancia ciudadana {de_x}", "Citizen oversight of {x}"),
    Said("Tablero público {de_x}", "Public dashboard on {x}"),
    Said("Padrón verificable {de_x}", "Verifiable register of {x}"),
    Said("Reglas claras para {x}", "Clear rules for {x}"),
    Said("Presupuesto transparente para {x}", "Transparent budget for {x}"),
    Said("Respuesta a quejas sobre {x}", "Answers to complaints about {x}"),
    Said("Publicación proactiva {de_x}", "Proactive publication on {x}"),
    Said("Seguimiento participativo {de_x}", "Participatory follow-up of {x}"),
    Said("Trámites sencillos para {x}", "Simple procedures for {x}"),
    Said("Información accesible sobre {x}", "Accessible information on {x}"),
    Said("Evaluación abierta {de_x}", "Open evaluation of {x}"),
    Said("Contratación abierta para {x}", "Open contracting for {x}"),
    Said("Mapa público {de_x}", "Public map of {x}"),
    Said("Consulta permanente sobre {x}", "Standing consultation on {x}"),
    Said("Rendición de cuentas sobre {x}", "Accountability for {x}"),
)
_SCOPES = (
    Said("en las zonas rurales", "in rural areas"),
    Said("en los municipios pequeños", "in small municipalities"),
    Said("en los barrios altos", "in hillside districts"),
    Said("en la costa", "on the coast"),
    Said("en lenguas originarias", "in indigenous languages"),
    Said("con enfoque de género", "with a gender approach"),
    Said("con comités vecinales", "with neighbourhood committees"),
    Said("con participación juvenil", "with young people"),
    Said("para personas mayores", "for older persons"),
    Said("para personas con discapacidad", "for persons with disabilities"),
    Said("en la frontera", "at the border"),
    Said("en la región norte de ejemplo", "in the example northern region"),
    Said("en la región sur de ejemplo", "in the example southern region"),
    Said("en todo el territorio", "across the territory"),
)
_OBJECTS = len(SECTORS[0].objects)
COMBINATIONS = len(_FORMS) * _OBJECTS * len(_SCOPES)
_STRIDE = 605
"""Shares no divisor with the number of combinations, so that all come once before one comes again."""


def titled(place: int, sector: Sector) -> tuple[Said, Said]:
    """The title at a place of the round of all combinations, and the object that it is about."""
    index = place * _STRIDE % COMBINATIONS
    form, rest = _FORMS[index % len(_FORMS)], index // len(_FORMS)
    subject, scope = sector.objects[rest % _OBJECTS], _SCOPES[rest // _OBJECTS]
    about = form.filled(x=subject)
    return Said(f"{about.es} {scope.es}", f"{about.en} {scope.en}"), subject
