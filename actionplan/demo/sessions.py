"""Sessions of the forum, one a quarter, and the page that lists them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from actionplan.demo.outline import Outline
from actionplan.demo.papers import Paper, document, sourced
from actionplan.demo.words.problems import AGENDA, SESSION_AGREEMENTS
from actionplan.model.process import Agreement, Page, Session
from actionplan.model.vocabulary import SessionKind

DAYS = tuple(date(year, month, day) for year in (2022, 2023, 2024) for month, day in ((3, 10), (6, 9), (9, 8), (12, 8)))

_INDEX = """\
El foro de ejemplo se reúne cada trimestre.
De cada sesión se publican la minuta y los acuerdos.

## Cómo se convoca

La convocatoria sale con quince días de anticipación y cualquier persona puede asistir.
"""


def sessions(outline: Outline) -> Iterator[Paper]:
    """Every session, and their index."""
    page = Page(
        kind="page",
        title="Sesiones del foro",
        summary="Cuándo se reunió el foro de ejemplo y qué acordó.",
        provenance=(sourced("minutas"),),
    )
    yield document("plan/sesiones/index.md", page, _INDEX)
    for day in DAYS:
        yield _session(outline, day)


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
