"""Every fact names its source."""

from collections.abc import Iterator

from actionplan.findings import Example, Finding, Position, Rule, Severity, sample
from actionplan.language.messages import msg
from actionplan.model import DocumentPart, Entry
from actionplan.rules.check import DocumentCheck

NO_SOURCE = Rule(
    "PRO01",
    Severity.WARNING,
    msg("«{title}» ({address}) no dice de qué fuente sale."),
    msg("Cada dato del plan se debe poder seguir hasta su fuente."),
    msg("Añada en «{provenance}» una entrada con campo «{address}», sus fuentes y su certeza."),
    Example(bad='procedencia:\n  - campo: "titulo"', good='procedencia:\n  - campo: "*"', path=sample.COMMITMENT),
)


def check(entry: Entry[DocumentPart]) -> Iterator[Finding]:
    """Check that provenance covers each present fact and each heading of a document."""
    if not entry.model.sourced or entry.is_damaged("provenance") or entry.is_sourced_as_a_whole:
        return
    for ref in entry.field_refs:
        if ref.factual and entry.provenance_of(ref) is None:
            position = Position(entry.path, ref.line) if ref.line else entry.position(*ref.steps, key=True)
            name = entry.keys.author("provenance")
            yield NO_SOURCE.at(position, title=ref.title, address=ref.address, provenance=name)


CHECKS = (DocumentCheck(DocumentPart, check, (NO_SOURCE,)),)
