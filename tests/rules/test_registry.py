"""The registry: every rule has a code, a family and texts that say what, why and how."""

import re
from importlib import import_module
from pkgutil import iter_modules
from string import Formatter
from types import ModuleType

import pytest

from actionplan import documents, rules
from actionplan.documents import form_rules, front_matter_rules
from actionplan.findings import Family, Position, Rule, Severity, in_order
from actionplan.rules import CHECKS, RULES
from actionplan.rules.check import Check

BY_CODE = {rule.code: rule for rule in RULES}


def names(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_codes_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))
    assert codes == sorted(codes)


def rules_in(module: ModuleType) -> list[Rule]:
    return [value for value in vars(module).values() if isinstance(value, Rule)]


MODULES = [
    import_module(info.name) for room in (rules, documents) for info in iter_modules(room.__path__, f"{room.__name__}.")
]


def test_every_rule_that_is_written_is_registered() -> None:
    assert {rule.code for module in MODULES for rule in rules_in(module)} == set(BY_CODE)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.find.__module__.rpartition(".")[2])
def test_a_check_declares_the_rules_that_its_module_names(check: Check) -> None:
    module = import_module(check.find.__module__)
    declared = {rule for other in CHECKS if other.find.__module__ == module.__name__ for rule in other.yields}
    assert declared == set(rules_in(module))


@pytest.mark.parametrize("code", BY_CODE)
def test_a_code_is_its_family_and_a_number(code: str) -> None:
    assert re.fullmatch(r"[A-Z]{3}[0-9]{2}", code)
    assert BY_CODE[code].family in Family
    assert BY_CODE[code].family.label


@pytest.mark.parametrize("code", BY_CODE)
def test_texts_are_whole_sentences(code: str) -> None:
    rule = BY_CODE[code]
    for text in (rule.what, rule.why, rule.fix):
        assert text == text.strip()
        assert text[0].isupper() or text[0] in "«{"
        # A question, or a value that ends the sentence, may follow the full stop.
        assert re.search(r"[.»](\{hint\})?$", text), text


@pytest.mark.parametrize("code", BY_CODE)
def test_the_reason_needs_no_values_and_the_remedy_only_those_of_the_rule(code: str) -> None:
    rule = BY_CODE[code]
    assert names(rule.why) == set()
    assert all(re.fullmatch(r"[a-z]+", name) for name in names(rule.what) | names(rule.fix))


def test_a_rule_makes_a_finding_at_a_place() -> None:
    finding = front_matter_rules.DUPLICATE_KEY.at(Position("plan/plan.yml", 3, 5), key="titulo", first=1)
    assert (finding.code, finding.severity, finding.position) == ("FOR09", Severity.ERROR, ("plan/plan.yml", 3, 5))
    assert finding.message() == (
        "El dato «titulo» aparece dos veces (antes, en la línea 1). "
        "Sólo uno de los dos valores contaría y no se sabría cuál."
    )
    assert finding.fix() == "Deje uno solo."


def test_a_finding_is_said_in_another_language_with_the_same_values() -> None:
    finding = front_matter_rules.DUPLICATE_KEY.at(Position("a"), key="x", first=1)
    catalogue = {front_matter_rules.DUPLICATE_KEY.what: "«{key}» twice (line {first})."}
    assert finding.message(lambda text: catalogue.get(text, "…")) == "«x» twice (line 1). …"


def test_braces_of_a_value_are_only_text() -> None:
    finding = front_matter_rules.DUPLICATE_KEY.at(Position("a"), key="{first}{nada}%s", first=1)
    assert finding.message().startswith("El dato «{first}{nada}%s» aparece dos veces")


def test_a_long_value_is_cut() -> None:
    finding = front_matter_rules.AMBIGUOUS.at(Position("a"), value="1" * 60_000)
    assert finding.message().startswith(f"«{'1' * 1000}…» sin comillas")


def test_findings_come_once_each_by_path_and_position() -> None:
    places = [Position("b", 1), Position("a", 10), Position("a", 2, 9), Position("a", 2, 1)]
    findings = [
        rule.at(place, byte="x") for place in places for rule in (form_rules.NOT_UTF8, form_rules.FRONT_MATTER_OPEN)
    ]
    ordered = in_order([*findings, *reversed(findings)])
    assert [(*item.position, item.code) for item in ordered] == sorted((*item.position, item.code) for item in findings)
