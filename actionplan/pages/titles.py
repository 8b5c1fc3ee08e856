"""What documents are called on the site."""

from __future__ import annotations

from actionplan.language.locale import Locale
from actionplan.language.messages import msg
from actionplan.model.commitment import Commitment
from actionplan.model.common import DocumentPart
from actionplan.model.plan import Entry, Plan
from actionplan.model.process import Page, Phase, Session, Table, Tree
from actionplan.model.records import Report, Verification
from actionplan.model.roadmap import Roadmap
from actionplan.model.settings import Actors, PlanIdentity

COMMITMENT = msg("Compromiso {number}")
PHASE = msg("Fase {number}: {title}")
ROADMAP = msg("Hoja de ruta del compromiso {number}")
TABLE = msg("Mesa de cocreación {number}")
SESSION = msg("Sesión del {date}")
REPORT = msg("Avance del {date}")
VERIFICATION = msg("Verificación del {date}")
THEME = msg("Tema: {title}")
ORGANISATIONS = msg("Organizaciones")
SOURCES = msg("Fuentes")
COMMITMENTS = msg("Compromisos")
UNKNOWN = msg("Qué no se sabe")
TRANSLATION = msg("Traducción")
RULES = msg("Reglas")
CALCULATIONS = msg("Cómo se calcula")
BOARD = msg("Tablero")
CHANGES = msg("Cambios")
GUIDES = msg("Guías")
SEARCH = msg("Búsqueda")
TO_DARK = msg("Cambiar a modo oscuro")
TO_LIGHT = msg("Cambiar a modo claro")


def title_of(entry: Entry[DocumentPart], plan: Plan, locale: Locale) -> str:
    """Name a document for people, in the language of the site."""
    translate, model = locale.translate, entry.model
    match model:
        case PlanIdentity() | Page():
            title = model.title
        case Commitment():
            title = f"{translate(COMMITMENT).format(number=model.number)}. {model.title}"
        case Roadmap():
            commitment_file = plan.commitment_files.get(model.commitment)
            number = commitment_file.commitment.model.number if commitment_file else model.commitment
            title = translate(ROADMAP).format(number=number)
        case Phase():
            title = translate(PHASE).format(number=model.number, title=model.title)
        case Tree():
            title = translate(THEME).format(title=model.title)
        case Table():
            title = translate(TABLE).format(number=model.number)
        case Session() | Report() | Verification():
            title = translate(_DATED[type(model)]).format(date=locale.date(model.date))
        case _:
            title = translate(ORGANISATIONS if isinstance(model, Actors) else SOURCES)
    return title


_DATED: dict[type[DocumentPart], str] = {Session: SESSION, Report: REPORT, Verification: VERIFICATION}
