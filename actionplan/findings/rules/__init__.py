"""The registry: every rule about a plan, one module a family."""

from actionplan.findings.rule import Rule
from actionplan.findings.rules import (
    dates,
    elements,
    evidence,
    form,
    history,
    languages,
    numbers,
    provenance,
    references,
    second_key,
)

MODULES = (form, references, elements, dates, numbers, provenance, evidence, second_key, languages, history)

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (value for module in MODULES for value in vars(module).values() if isinstance(value, Rule)),
        key=lambda rule: rule.code,
    )
)
