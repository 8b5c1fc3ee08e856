"""Rules on the exceptions that a document makes for itself."""

from actionplan.findings.finding import Severity
from actionplan.findings.rule import Example, Rule
from actionplan.language.messages import msg

_COMMITMENT = "commitments/01-agua/compromiso.md"
_START = 'procedencia:\n  - campo: "*"'

UNKNOWN_RULE = Rule(
    "EXC01",
    Severity.ERROR,
    msg("No hay ninguna regla «{rule}».{hint}"),
    msg("Una excepción sólo se entiende si se sabe de qué regla se aparta."),
    msg("Copie el código del hallazgo, por ejemplo «FEC03», o borre la excepción."),
    Example(
        bad=f'excepciones:\n  - regla: "FEC93"\n    motivo: "Se transcribe como se firmó."\n{_START}',
        good=_START,
        path=_COMMITMENT,
    ),
)
OF_AN_ERROR = Rule(
    "EXC02",
    Severity.ERROR,
    msg("La regla «{rule}» no admite excepciones."),
    msg("Un error impide leer o publicar el plan, o lo haría decir algo falso: no basta con explicarlo."),
    msg("Corrija lo que señala esa regla y borre la excepción. Sólo se exceptúan advertencias y notas."),
    Example(
        bad=f'excepciones:\n  - regla: "FEC01"\n    motivo: "Se transcribe como se firmó."\n{_START}',
        good=_START,
        path=_COMMITMENT,
    ),
)
UNNEEDED = Rule(
    "EXC03",
    Severity.WARNING,
    msg("La excepción a «{rule}» ya no hace falta: este documento cumple la regla."),
    msg("Quedaría lista para callar un problema nuevo, y el sitio la mostraría sin razón."),
    msg("Borre la excepción."),
    Example(
        bad=f'excepciones:\n  - regla: "FEC03"\n    motivo: "Se transcribe como se firmó."\n{_START}',
        good=_START,
        path=_COMMITMENT,
    ),
)
