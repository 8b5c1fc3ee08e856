"""The example of each rule is one: the good text stands in the valid plan, and the bad one breaks that rule alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from plans import VALID, changed, loaded

from actionplan.checks.since import examine_since
from actionplan.findings.finding import Finding
from actionplan.findings.rule import Family, Rule
from actionplan.findings.rules import RULES

HERE = Path(__file__).parent
SHOWN = [rule for rule in RULES if rule.example.path]
TOLD = [rule for rule in RULES if not rule.example.path]


def broken(rule: Rule) -> list[Finding]:
    """What is found when the bad text of a rule stands in place of the good one."""
    plan, findings = loaded(changed(rule.example.path, (rule.example.good, rule.example.bad)))
    if rule.family is Family.HISTORY:
        return list(examine_since(loaded(VALID).plan, plan))
    return list(findings)


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_the_bad_example_breaks_its_rule_and_no_other(rule: Rule) -> None:
    assert {finding.code for finding in broken(rule)} == {rule.code}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_an_example_is_two_different_texts(rule: Rule) -> None:
    assert rule.example.bad.strip()
    assert rule.example.good.strip()
    assert rule.example.bad != rule.example.good


@pytest.mark.parametrize("rule", TOLD, ids=lambda rule: rule.code)
def test_a_rule_that_one_text_cannot_show_is_broken_by_hand(rule: Rule) -> None:
    tests = [path for path in HERE.glob("test_*.py") if path != Path(__file__)]
    assert any(rule.code in path.read_text("utf-8") for path in tests)


def test_most_rules_are_shown() -> None:
    assert len(SHOWN) > len(TOLD)
