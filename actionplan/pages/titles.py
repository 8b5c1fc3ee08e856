"""What documents are called on the site."""

from __future__ import annotations

from datetime import date

from actionplan.documents import Kind
from actionplan.language.locale import Locale
from actionplan.language.messages import msg
from actionplan.model import DocumentPart, Entry, Plan

COMMITMENT = msg("Compromiso {number}")
ORGANISATIONS = msg("Organizaciones")
SOURCES = msg("Fuentes")
SEARCH = msg("Búsqueda")
TO_DARK = msg("Cambiar a modo oscuro")
TO_LIGHT = msg("Cambiar a modo claro")

_PATTERNS = {
    Kind.COMMITMENT: COMMITMENT,
    Kind.ROADMAP: msg("Hoja de ruta del compromiso {number}"),
    Kind.PHASE: msg("Fase {number}: {title}"),
    Kind.TREE: msg("Tema: {title}"),
    Kind.TABLE: msg("Mesa de cocreación {number}"),
    Kind.SESSION: msg("Sesión del {date}"),
    Kind.REPORT: msg("Avance del {date}"),
    Kind.VERIFICATION: msg("Verificación del {date}"),
    Kind.ACTORS: ORGANISATIONS,
    Kind.SOURCES: SOURCES,
}
"""The title of each kind of document, from its fields; of the others, their own."""


def title_of(entry: Entry[DocumentPart], plan: Plan, locale: Locale) -> str:
    """Name a document for people, in the language of the site."""
    kind, values = entry.source_file.kind, dict(entry.model)
    if kind is Kind.ROADMAP:
        commitment_file = plan.commitment_files.get(values["commitment"])
        values["number"] = commitment_file.commitment.model.number if commitment_file else values["commitment"]
    if isinstance(values.get("date"), date):
        values["date"] = locale.date(values["date"])
    title = locale.translate(_PATTERNS.get(kind, "{title}")).format(**values)
    return f"{title}. {values['title']}" if kind is Kind.COMMITMENT else title
