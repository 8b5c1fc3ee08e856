"""The exceptions that documents make for themselves: what they silence, and whether they may."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from actionplan.findings import Example, Family, Finding, Rule, Severity, sample
from actionplan.language.messages import msg
from actionplan.model import Plan
from actionplan.text.nearest import Guesses

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
        path=sample.COMMITMENT,
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
        path=sample.COMMITMENT,
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
        path=sample.COMMITMENT,
    ),
)


def unwaived(plan: Plan, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out the warnings and notices from which their own document makes an exception."""
    waived = {(entry.path, waiver.rule) for entry in plan.entries for waiver in entry.model.waivers}
    for finding in findings:
        if finding.severity is Severity.ERROR or (finding.path, finding.code) not in waived:
            yield finding


def check(plan: Plan, findings: Iterable[Finding], by_code: Mapping[str, Rule]) -> Iterator[Finding]:
    """Check that each exception is to a rule that there is, may be waived, and is not kept.

    Args:
        plan: The plan.
        findings: All that was found in it, before anything was waived.
        by_code: Every rule that there is.
    """
    found = {(finding.path, finding.code) for finding in findings}
    guesses = Guesses(lambda: map(str.lower, by_code))
    for entry in plan.entries:
        for index, waiver in enumerate(entry.model.waivers):
            rule = by_code.get(waiver.rule)
            position = entry.position("waivers", index, "rule")
            if rule is None:
                yield UNKNOWN_RULE.at(position, rule=waiver.rule, guess=guesses.nearest(waiver.rule).upper())
            elif rule.severity is Severity.ERROR:
                yield OF_AN_ERROR.at(position, rule=waiver.rule)
            elif (entry.path, waiver.rule) not in found and rule.family is not Family.HISTORY:
                # What was compared with another version is not found in this one alone.
                yield UNNEEDED.at(position, rule=waiver.rule)


RULES = (UNKNOWN_RULE, OF_AN_ERROR, UNNEEDED)
