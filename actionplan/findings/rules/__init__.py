"""The registry: every rule about a plan, a module for what it is about; the rules of a module are of one family."""

from actionplan.findings.rule import Rule
from actionplan.findings.rules import (
    dates,
    deliberation,
    elements,
    evidence,
    form,
    front_matter,
    history,
    languages,
    measurability,
    numbers,
    provenance,
    references,
    second_key,
    trees,
    waivers,
)

MODULES = (
    form,
    front_matter,
    references,
    elements,
    dates,
    numbers,
    provenance,
    evidence,
    second_key,
    trees,
    measurability,
    deliberation,
    languages,
    history,
    waivers,
)

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (value for module in MODULES for value in vars(module).values() if isinstance(value, Rule)),
        key=lambda rule: rule.code,
    )
)

BY_CODE: dict[str, Rule] = {rule.code: rule for rule in RULES}
