"""Every reference leads to something that is there."""

from collections.abc import Iterator
from functools import partial

from actionplan.findings import Example, Finding, Rule, Severity, sample
from actionplan.language.messages import msg
from actionplan.model import Plan, Refers
from actionplan.rules.check import PlanCheck
from actionplan.text.nearest import Guesses

LEADS_NOWHERE = msg("Quien lea el plan no podría seguir el dato hasta su origen.")

UNRESOLVED = Rule(
    "REF02",
    Severity.ERROR,
    msg("«{value}» no existe en {where}.{hint}"),
    LEADS_NOWHERE,
    msg("Corrija el identificador o dé de alta lo que falta en {where}."),
    Example(bad='causas:\n  - "agua/c7"', good='causas:\n  - "agua/c1"', path=sample.COMMITMENT),
)


def check(plan: Plan) -> Iterator[Finding]:
    """Check every reference, but for those to documents that could not be read whole."""
    for entry in plan.entries:
        guesses: dict[Refers, Guesses] = {}
        for reference in entry.references:
            mark, name = reference.mark, reference.name
            known = None if mark.kind in plan.unsure else plan.references.defined(mark, entry)
            if known is None or name in known:
                continue
            near = guesses.setdefault(mark, Guesses(partial(iter, known))).nearest(name)
            position = entry.position(*reference.steps)
            yield UNRESOLVED.at(position, value=name, where=mark.where, guess=near)


CHECKS = (PlanCheck(check, (UNRESOLVED,)),)
