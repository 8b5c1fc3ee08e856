"""Words that hold the place of a text that nobody wrote: what is not known is said as an absence."""

import re
from collections.abc import Iterator

from actionplan.documents import mentions, without_code
from actionplan.findings import Example, Finding, Position, Rule, Severity, sample
from actionplan.language.messages import msg
from actionplan.model import DocumentPart, Entry, value_at
from actionplan.rules.check import DocumentCheck

PLACEHOLDER = Rule(
    "FOR27",
    Severity.WARNING,
    msg("«{text}» ocupa el lugar de un texto que falta."),
    msg("El sitio lo publicaría como si fuera el dato, y no contaría entre lo que no se sabe."),
    msg("Escriba el texto; si no se conoce, borre el dato o el apartado y anótelo en «{absences}» con su motivo."),
    Example(bad='titulo: "Por definir"', good='titulo: "Agua medida"', path=sample.COMMITMENT),
)

_WORDS = (
    r"lorem ipsum\b.*|(?:por|a) (?:definir|determinar|confirmar)|pendiente(?: de (?:definir|confirmar))?"
    r"|x{3,}|t\.?b\.?[da]\.?|n\s?[/.]\s?[ad]\.?|s\s?/\s?d|\?{2,}|\.{3,}|…|-{2,}|to be (?:defined|confirmed)"
)

"""What forms and drafts are filled with in Spanish and English (``s/d``: «sin dato»; ``n/a``: «no aplica»)."""

_VALUE = re.compile(rf"\s*(?:{_WORDS})\s*[.!]?\s*", re.IGNORECASE)

_SUSPECT = re.compile(rf"^[^\S\n]*(?:{_WORDS})", re.IGNORECASE | re.MULTILINE)

_LINE = re.compile(rf"^[ \t]*(?:{_WORDS})[ \t]*[.!]?[ \t]*$", re.IGNORECASE | re.MULTILINE)


def check(entry: Entry[DocumentPart]) -> Iterator[Finding]:
    """Check that no text of a document, and no line of its body, only holds a place."""
    absences = entry.keys.author("unavailable")
    for position, text in (*_values(entry), *_lines(entry)):
        yield PLACEHOLDER.at(position, text=text.strip(), absences=absences)


def _values(entry: Entry[DocumentPart]) -> Iterator[tuple[Position, str]]:
    if not _SUSPECT.search(entry.all_texts):
        return
    suspects = {(text.line, text.column) for text in entry.texts if _VALUE.fullmatch(str(text.value))}
    for ref in entry.field_refs if suspects else ():
        position = entry.position(*ref.steps)
        value = value_at(entry.model, ref.steps)
        if (position.line, position.column) in suspects and isinstance(value, str):
            yield position, value


def _lines(entry: Entry[DocumentPart]) -> Iterator[tuple[Position, str]]:
    body = entry.body
    if not _LINE.search(body.text):
        return
    text = without_code(body.text)
    for found in mentions(body, text, _LINE.finditer(text)):
        if any(character.isalnum() for character in found.text):  # a row of dots or dashes draws a line
            yield Position(entry.path, found.line, found.column), found.text


CHECKS = (DocumentCheck(DocumentPart, check, (PLACEHOLDER,)),)
