"""Rules on where facts come from."""

from actionplan.findings.finding import Severity
from actionplan.findings.rule import Example, Rule
from actionplan.language.messages import msg

_COMMITMENT = "commitments/01-agua/compromiso.md"

NO_SOURCE = Rule(
    "PRO01",
    Severity.WARNING,
    msg("«{title}» ({address}) no dice de qué fuente sale."),
    msg("Cada dato del plan se debe poder seguir hasta su fuente."),
    msg("Añada en «{provenance}» una entrada con campo «{address}», sus fuentes y su certeza."),
    Example(bad='procedencia:\n  - campo: "titulo"', good='procedencia:\n  - campo: "*"', path=_COMMITMENT),
)
