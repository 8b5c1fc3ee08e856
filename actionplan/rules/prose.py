"""Bodies hold prose under the headings that their kind knows, and no code."""

import re
from collections.abc import Iterator

from actionplan.documents import mentions, without_code
from actionplan.findings import Example, Finding, Position, Rule, Severity, sample
from actionplan.language.messages import msg
from actionplan.model import SECTION_LEVEL, DocumentPart, Entry
from actionplan.rules.check import DocumentCheck
from actionplan.text.nearest import Guesses

RAW_HTML = Rule(
    "FOR18",
    Severity.ERROR,
    msg("El texto contiene {feature}: «{code}»."),
    msg("El sitio publica sólo texto: el código podría engañar a quien lo lee y se retiraría."),
    msg("Bórrelo o escríbalo con Markdown. Un signo «<» suelto se escribe «&lt;»."),
    Example(bad="Falta<br>agua.", good="Falta agua.", path=sample.COMMITMENT),
)
UNKNOWN_HEADING = Rule(
    "FOR21",
    Severity.ERROR,
    msg("El apartado «{heading}» no existe en este tipo de documento.{hint}"),
    msg("Los apartados son fijos para que se puedan buscar y comparar."),
    msg("Use uno de estos: {known}."),
    Example(bad="## Propósitos\n\n## Objetivo\n", good="## Objetivo\n", path=sample.COMMITMENT),
)
DUPLICATE_HEADING = Rule(
    "FOR23",
    Severity.ERROR,
    msg("El apartado «{heading}» aparece dos veces (antes, en la línea {first})."),
    msg("Un enlace o una fuente no sabría a cuál se refiere."),
    msg("Junte los dos apartados en uno."),
    Example(
        bad="## Cómo contribuye\n\nCon medidores.\n\n## Cómo contribuye",
        good="## Cómo contribuye",
        path=sample.COMMITMENT,
    ),
)

_CODE = (
    (re.compile(r"<(?!https?://|mailto:)[A-Za-z/!?][^\n>]{0,40}"), msg("código HTML")),
    (
        re.compile(r"(?:javascript|vbscript|data|file)\s*:[^\s)]{1,20}", re.IGNORECASE),
        msg("una dirección que ejecuta código"),
    ),
    (re.compile(r"\{\{|\{%|\{#"), msg("una plantilla")),
    (re.compile(r"\{:[^\n}]{0,40}|\{\s*[.#][\w-]+[^\n}]{0,40}\}"), msg("atributos")),
    (re.compile(r"^[ \t]*-{1,}8<-{1,}.*$|\{!.{0,40}", re.MULTILINE), msg("una inclusión de otro archivo")),
)

_SUSPECT = re.compile(r"[<{]|(?:script|data|file)\s*:")  # in a text without capitals

_LINK_SCHEME = re.compile(r"(?:data|file)\s*:", re.IGNORECASE)

_NEAR = 80


def check(entry: Entry[DocumentPart]) -> Iterator[Finding]:
    """Check the body of a document."""
    yield from _code(entry)
    yield from _headings(entry)


def _code(entry: Entry[DocumentPart]) -> Iterator[Finding]:
    body = entry.body
    if not _SUSPECT.search(body.text.casefold()):
        return
    text = without_code(body.text)
    for pattern, feature in _CODE:
        matches = (match for match in pattern.finditer(text) if not _is_word(text, match))
        for found in mentions(body, text, matches):
            position = Position(entry.path, found.line, found.column)
            yield RAW_HTML.at(position, feature=feature, code=found.text.strip())


def _is_word(text: str, match: re.Match[str]) -> bool:
    """Tell whether it only looks like an address: «data:» and «file:» are words too, and only a link's target runs."""
    before = text[max(0, match.start() - _NEAR) : match.start()].rstrip()
    return bool(_LINK_SCHEME.match(match.group())) and not before.endswith(("(", "<", "]:"))


def _headings(entry: Entry[DocumentPart]) -> Iterator[Finding]:
    sections = entry.model.sections
    known = {section.slug: section.title for section in sections or ()}
    guesses = Guesses(known.values)
    titles = ", ".join(f"«## {title}»" for title in known.values())
    seen: dict[str, int] = {}
    for heading in entry.body.headings:
        position = Position(entry.path, heading.line)
        if heading.level > SECTION_LEVEL:
            continue  # within a section people divide their text as they like
        if heading.slug in seen:
            yield DUPLICATE_HEADING.at(position, heading=heading.title, first=seen[heading.slug])
        seen.setdefault(heading.slug, heading.line)
        if (sections is not None and heading.slug not in known) or heading.level < SECTION_LEVEL:
            guess = guesses.nearest(heading.title)
            yield UNKNOWN_HEADING.at(
                position, heading=heading.title, guess=guess, known=titles or f"«## {heading.title}»"
            )


CHECKS = (DocumentCheck(DocumentPart, check, (DUPLICATE_HEADING, RAW_HTML, UNKNOWN_HEADING)),)
