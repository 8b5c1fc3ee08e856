"""What is due is there, or is said not to be known."""

from collections.abc import Iterator

from actionplan.findings import Example, Finding, Rule, Severity, sample
from actionplan.language.messages import msg
from actionplan.model import WHOLE, Absence, DocumentPart, DocumentStatus, Entry, Provenance, Roadmap
from actionplan.rules.check import DocumentCheck
from actionplan.rules.references import LEADS_NOWHERE
from actionplan.text.nearest import Guesses

MISSING = Rule(
    "ELE01",
    Severity.ERROR,
    msg("Falta «{title}» ({address}) y no se declara como no disponible."),
    msg("Lo que falta y no se avisa parece completo."),
    msg("Escríbalo; si no se conoce, añada en «{absences}» una entrada con campo «{address}» y su motivo."),
    Example(
        bad='conclusion: "2020-06-30"', good='inicio: "2020-01-01"\nconclusion: "2020-06-30"', path=sample.COMMITMENT
    ),
)
NOT_ABSENT = Rule(
    "ELE02",
    Severity.ERROR,
    msg("«{address}» se declara no disponible, pero sí tiene valor."),
    msg("El sitio diría dos cosas contrarias."),
    msg("Borre la entrada de «{absences}», o el valor si es el que sobra."),
    Example(
        bad='no_disponible:\n  - campo: "ods"\n    motivo: "No consta"\n  - campo: "alternativas"',
        good='no_disponible:\n  - campo: "alternativas"',
        path=sample.COMMITMENT,
    ),
)
SIGNED_INCOMPLETE = Rule(
    "ELE03",
    Severity.ERROR,
    msg("La hoja de ruta está firmada y declara no disponible «{address}»."),
    msg("Una hoja firmada compromete a las dos partes en los ocho elementos."),
    msg("Complete el dato, o deje el documento como borrador hasta tenerlo."),
    Example(
        bad='estado_documental: "firmada"\n...\nno_disponible:\n  - campo: "i1/unidad"',
        good='estado_documental: "borrador"\n...\nno_disponible:\n  - campo: "i1/unidad"',
    ),
)
NOT_OBTAINED_FILLED = Rule(
    "ELE04",
    Severity.ERROR,
    msg("La hoja de ruta se declara «no_obtenida» y sin embargo trae acciones."),
    msg("El sitio diría que no existe y la mostraría."),
    msg("Cambie el estado a «borrador» o «firmada», o borre las acciones."),
    Example(bad='estado_documental: "no_obtenida"', good='estado_documental: "firmada"', path=sample.ROADMAP),
)


NO_SUCH_FIELD = Rule(
    "REF03",
    Severity.ERROR,
    msg("«{value}» no señala ningún dato ni apartado de este documento.{hint}"),
    LEADS_NOWHERE,
    msg("Escriba la ruta con nombres de datos e identificadores unidos por «/», por ejemplo «a1.1/conclusion»."),
    Example(
        bad='no_disponible:\n  - campo: "alternativaz"\n    motivo: "No consta"\n  - campo: "alternativas"',
        good='no_disponible:\n  - campo: "alternativas"',
        path=sample.COMMITMENT,
    ),
)


def check(entry: Entry[DocumentPart]) -> Iterator[Finding]:
    """Check a document's completeness, its absences, and the paths that they and provenance use."""
    yield from _missing(entry)
    yield from _paths(entry)


def _missing(entry: Entry[DocumentPart]) -> Iterator[Finding]:
    if entry.is_damaged("unavailable"):
        return
    for ref in entry.absent:
        if entry.absence_of(ref) is None and not (ref.steps and entry.is_damaged(*ref.steps)):
            absences = entry.keys.author("unavailable")
            position = entry.position(*ref.owner)
            yield MISSING.at(position, title=ref.title, address=ref.address, absences=absences)


def _paths(entry: Entry[DocumentPart]) -> Iterator[Finding]:
    listed: list[tuple[str, int, Absence | Provenance]] = [
        *(("unavailable", index, item) for index, item in enumerate(entry.model.unavailable)),
        *(("provenance", index, item) for index, item in enumerate(entry.model.provenance)),
    ]
    named = [(name, index, item) for name, index, item in listed if item.field != WHOLE]
    guesses = Guesses(lambda: {ref.address for ref in entry.field_refs})
    for name, index, item in named:
        address = item.field
        position = entry.position(name, index, "field")
        ref = entry.ref_at(address)
        if ref is None and not _is_above(entry, address):
            if entry.loses or (isinstance(item, Absence) and _may_be_absent(entry, item)):
                continue
            yield NO_SUCH_FIELD.at(position, value=address, guess=guesses.nearest(address))
        elif isinstance(item, Absence) and ref is not None and ref.present:
            yield NOT_ABSENT.at(position, address=address, absences=entry.keys.author("unavailable"))


def _is_above(entry: Entry[DocumentPart], address: str) -> bool:
    """Return whether an address leads to a part, or to a field of every item of a list, rather than to one field."""
    return any(address == ref.pattern or address in ref.above for ref in entry.field_refs)


def _may_be_absent(entry: Entry[DocumentPart], absence: Absence) -> bool:
    """Return whether something that the document has no place for may be missing all the same.

    That is an item that a list should have and, where headings are free, anything that the absence names.
    """
    parent = entry.ref_at(absence.field.rpartition("/")[0])
    return (parent is not None and parent.listing) or (entry.model.sections is None and absence.name is not None)


def check_status(entry: Entry[Roadmap]) -> Iterator[Finding]:
    """Check that what is said of the text of a roadmap agrees with what it holds."""
    model = entry.model
    if model.document_status is DocumentStatus.SIGNED:
        for index, absence in enumerate(model.unavailable):
            yield SIGNED_INCOMPLETE.at(entry.position("unavailable", index, "field"), address=absence.field)
    if model.document_status is DocumentStatus.NOT_OBTAINED and model.actions:
        yield NOT_OBTAINED_FILLED.at(entry.position("document_status"))


CHECKS = (
    DocumentCheck(DocumentPart, check, (MISSING, NOT_ABSENT, NO_SUCH_FIELD)),
    DocumentCheck(Roadmap, check_status, (SIGNED_INCOMPLETE, NOT_OBTAINED_FILLED)),
)
