"""The example of each rule is one: the good text stands in the valid plan, and the bad one breaks that rule alone."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from plans import VALID, changed, loaded

from actionplan.diff.compare import Comparison
from actionplan.findings import Family, Finding, Rule
from actionplan.rules import RULES
from actionplan.rules.history_checks import check_changes

HERE = Path(__file__).parent
SHOWN = [rule for rule in RULES if rule.example.path]
TOLD = [rule for rule in RULES if not rule.example.path]


EXPECTING = re.compile(r"(?:.*[: ])?([A-Z]{3}[0-9]{2})")
"""A code alone, or at the end of a line of a report, in one line."""


def expected_codes(source: str) -> set[str]:
    """Return the codes that the tests of a module expect to find.

    Those are the texts that an assertion compares with what was found, those of the tables that a test is run with,
    and those of the module's own constants that either names. A comment, a docstring, and what an assertion denies
    expect nothing.
    """
    module = ast.parse(source)
    constants = {
        target.id: node.value
        for node in module.body
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    texts: set[str] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Assert):
            texts |= set(_texts(node.test, constants))
        elif isinstance(node, ast.FunctionDef):
            texts |= {text for decorator in node.decorator_list for text in _texts(decorator, constants)}
    return {match[1] for text in texts if (match := EXPECTING.fullmatch(text))}


def _texts(node: ast.AST, constants: dict[str, ast.expr]) -> Iterator[str]:
    """Yield the texts of an expression, where each constant stands for its value, without those that it denies."""
    denies = isinstance(node, ast.Compare) and any(isinstance(way, ast.NotEq | ast.NotIn) for way in node.ops)
    if denies or (isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Name) and node.id in constants:
        yield from _texts(constants[node.id], {})
    for child in ast.iter_child_nodes(node):
        yield from _texts(child, constants)


EXPECTED = {
    code
    for path in HERE.glob("test_*.py")
    if path != Path(__file__)
    for code in expected_codes(path.read_text("utf-8"))
}


def broken(rule: Rule) -> list[Finding]:
    """What is found when the bad text of a rule stands in place of the good one."""
    plan, findings = loaded(changed(rule.example.path, (rule.example.good, rule.example.bad)))
    if rule.family is Family.HISTORY:
        return list(check_changes(Comparison(loaded(VALID).plan, plan)))
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
    assert rule.code in EXPECTED


def test_what_a_test_says_in_passing_is_not_what_it_expects() -> None:
    source = '''"""FEC01"""
# FEC02
UNUSED, LINKED = 1, 2
TABLE: dict[str, str] = {"FEC03": ""}
LAST = "FEC04"
OTHER = "FEC05"
@pytest.mark.parametrize("code", TABLE)
@pytest.mark.parametrize("expected", [["4:8 FEC06"], []])
def test_one(code):
    """FEC07"""
    found = broken("FEC08")
    assert found == ["15:21 FEC09"]  # and not FEC10
    assert found != ["15:21 FEC11"] and "FEC12" not in found and not found.endswith("FEC13")
    assert said == f"{path}:1:1 {LAST}" and said.startswith("la regla FEC14, que dice")
'''
    assert expected_codes(source) == {"FEC03", "FEC04", "FEC06", "FEC09"}


def test_most_rules_are_shown() -> None:
    assert len(SHOWN) > len(TOLD)
