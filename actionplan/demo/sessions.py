"""Sessions of the forum, one a quarter, and the page that lists them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from actionplan.demo.deeds import SECRETARIAT, Deed
from actionplan.demo.moments import SESSIONS
from actionplan.demo.outline import Outline
from actionplan.demo.papers import Paper, document, sourced
from actionplan.demo.words.phases import STAGES
from actionplan.demo.words.problems import AGENDA, SESSION_AGREEMENTS
from actionplan.model.process import Agreement, Page, Session
from actionplan.model.vocabulary import SessionKind

_INDEX = """\
El foro de ejemplo se reúne cada trimestre.
De cada sesión se publican la minuta y los acuerdos.

## Cómo se convoca

La convocatoria sale con quince días de anticipación y cualquier persona puede asistir.
"""


def sessions(outline: Outline) -> Iterator[Deed]:
    """Every session, and their index."""
    page = Page(
        kind="page",
        title="Sesiones del foro",
        summary="Cuándo se reunió el foro de ejemplo y qué acordó.",
        provenance=(sourced("minutas"),),
    )
    index = document("plan/sesiones/index.md", page, _INDEX)
    yield Deed(STAGES[0].announced, SECRETARIAT, "Abre la carpeta de las sesiones del foro", (index,))
    for day in SESSIONS:
        yield Deed(day, SECRETARIAT, f"Publica la minuta de la sesión del {day}", (_session(outline, day),))


def _session(outline: Outline, day: date) -> Paper:
    name = day.isoformat()
    dice = outline.dice("session", name)
    model = Session(
        kind="session",
        id=f"sesion-{name}",
        date=day,
        modality=SessionKind.ORDINARY if dice.chance(75) else dice.pick(tuple(SessionKind)),
        minutes=f"https://ejemplo.invalid/minutas/{name}.pdf",
        agreements=tuple(
            Agreement(id=f"ac{place}", text=text)
            for place, text in enumerate(dice.some(SESSION_AGREEMENTS, dice.between(2, 4)), 1)
        ),
        provenance=(sourced("minutas"),),
    )
    agenda = "".join(f"{place}. {item}\n" for place, item in enumerate(AGENDA, 1))
    return document(f"plan/sesiones/{name}.md", model, f"## Orden del día\n\n{agenda}")
