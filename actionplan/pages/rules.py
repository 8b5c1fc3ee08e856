"""The rules with which a plan is checked, and the exceptions that its documents make."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from actionplan.findings.rule import Family, Rule
from actionplan.model.common import DocumentPart, Waiver
from actionplan.model.plan import Entry, Plan
from actionplan.rules import RULES


class Exempt(NamedTuple):
    """A document and the rule that it departs from, with its reason."""

    entry: Entry[DocumentPart]
    waiver: Waiver


def families() -> tuple[tuple[Family, tuple[Rule, ...]], ...]:
    """Every rule, by what it is about."""
    return tuple((family, tuple(rules)) for family, rules in groupby(RULES, key=lambda rule: rule.family))


def waivers(plan: Plan) -> tuple[Exempt, ...]:
    """Every exception of a plan, in the order of its files."""
    return tuple(Exempt(entry, waiver) for entry in plan.entries for waiver in entry.model.waivers)
