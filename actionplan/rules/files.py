"""Files have names that every computer can open; those in custody are small, harmless and named by a report."""

import re
from collections.abc import Iterator

from actionplan.documents import BAD_FILE_NAME, PUBLISHED_TYPES, FileEntry, Kind, is_evidence
from actionplan.findings import Example, Finding, Position, Rule, Severity
from actionplan.language.messages import msg
from actionplan.model import Evidence, Plan, Report, folder_of_evidence, parts_of_kind, path_of
from actionplan.rules.check import PlanCheck
from actionplan.rules.links import linked

TOO_BIG = Rule(
    "EVI04",
    Severity.ERROR,
    msg("El archivo mide {size} bytes y el límite del plan es {limit}."),
    msg("El repositorio guarda para siempre todo lo que se sube, y cada copia lo descarga entero."),
    msg("Redúzcalo o divídalo, o deje en «url» la dirección de donde esté publicado."),
    Example(bad="acta.pdf (80 MB)", good="acta.pdf (8 MB)"),
)
EMPTY = Rule(
    "EVI10",
    Severity.ERROR,
    msg("El archivo de evidencia está vacío."),
    msg("Un archivo sin nada dentro no prueba nada."),
    msg("Suba el archivo completo: lo que contenía se perdió al copiarlo o al descargarlo."),
    Example(bad="acta.pdf (0 bytes)", good="acta.pdf (8 MB)"),
)
TYPE_REFUSED = Rule(
    "EVI05",
    Severity.ERROR,
    msg("El archivo no es de un tipo que el sitio publique."),
    msg("Sólo se admiten tipos que cualquiera puede abrir y que no ejecutan nada al abrirse."),
    msg("Conviértalo, por ejemplo a PDF. Tipos posibles: {known}."),
    Example(bad="evidencias/acta.pdf.exe", good="evidencias/acta.pdf"),
)
UNNAMED = Rule(
    "EVI06",
    Severity.NOTICE,
    msg("Ningún avance nombra este archivo y ninguna página enlaza a él."),
    msg("Nadie llegará a él, ni sabrá qué prueba."),
    msg("Nómbrelo en «archivo», en la evidencia de un avance, o bórrelo."),
    Example(bad="evidencias/otra.pdf", good='archivo: "otra.pdf"'),
)

# "Naming Files, Paths, and Namespaces" of Windows: signs, names of devices with any ending, a last dot or blank.
_NOT_FOR_WINDOWS = re.compile(
    r"[<>:\"\\|?*]|[. ](?:/|$)|(?:^|/)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.[^/]*)?(?:/|$)", re.IGNORECASE
)

_NOT_FOR_ALL = msg("Windows no admite ese nombre")


def check(plan: Plan) -> Iterator[Finding]:
    """Check the names of all files, and the type and size of those of evidence."""
    for file in plan.files:
        yield from problems_of(file, plan.identity.rules.evidence_limit)
    if Kind.REPORT not in plan.unsure:
        yield from _unnamed(plan)


def problems_of(file: FileEntry, limit: int) -> Iterator[Finding]:
    """Check the name of a file and, if it is evidence, its type and its size, of at most ``limit`` bytes."""
    if _NOT_FOR_WINDOWS.search(file.path):
        yield BAD_FILE_NAME.at(Position(file.path), problem=_NOT_FOR_ALL)
    if is_evidence(file.path):
        if not file.path.lower().endswith(PUBLISHED_TYPES):
            yield TYPE_REFUSED.at(Position(file.path), known=", ".join(PUBLISHED_TYPES))
        if file.size == 0:
            yield EMPTY.at(Position(file.path))
        if file.size > limit:
            yield TOO_BIG.at(Position(file.path), size=file.size, limit=limit)


def _unnamed(plan: Plan) -> Iterator[Finding]:
    kept = {file.path for file in plan.files if is_evidence(file.path)}
    if not kept:
        return
    named = {path for entry in plan.entries for _, path in linked(entry)}
    unsure: set[str] = set()
    for entry in plan.entries:
        if isinstance(entry.model, Report):
            shown = {path_of(entry.path, proof) for _, proof in parts_of_kind(entry.model, Evidence)} - {None}
            named.update(filter(None, shown))
            # A name that leads nowhere, or was refused, is a finding already, and may mean any of these files.
            if entry.damaged or not shown <= kept:
                unsure.add(folder_of_evidence(entry.path))
    for path in sorted(kept - named):
        if folder_of_evidence(path) not in unsure:
            yield UNNAMED.at(Position(path))


CHECKS = (PlanCheck(check, (BAD_FILE_NAME, EMPTY, TOO_BIG, TYPE_REFUSED, UNNAMED)),)
