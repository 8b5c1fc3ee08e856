"""The same findings as SARIF, in the shape that forges and editors read."""

from __future__ import annotations

import json

from plans import COMMITMENT_PATH, changed, loaded

from actionplan.findings import Position
from actionplan.language.messages import spanish
from actionplan.rules import RULES, prose
from actionplan.rules.reports import REPORTS

FINDINGS = loaded(changed(COMMITMENT_PATH, ("numero: 1", "numero: x"), ("titulo:", "titular:"))).findings


def test_every_finding_names_its_rule_its_level_and_its_place() -> None:
    log = json.loads(REPORTS["sarif"](FINDINGS, spanish))
    [run] = log["runs"]
    assert (log["version"], log["$schema"]) == ("2.1.0", "https://json.schemastore.org/sarif-2.1.0.json")
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    assert len(run["results"]) == len(FINDINGS)
    for result, finding in zip(run["results"], FINDINGS, strict=True):
        place = result["locations"][0]["physicalLocation"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.code
        assert result["level"] == rules[result["ruleIndex"]]["defaultConfiguration"]["level"] == "error"
        assert place["artifactLocation"]["uri"] == finding.path
        assert place["region"] == {"startLine": finding.line, "startColumn": finding.column}
        assert finding.what.split("{")[0] in result["message"]["text"]


def test_a_rule_comes_with_its_reason_its_remedy_and_both_examples() -> None:
    log = json.loads(REPORTS["sarif"]((), spanish))
    first, rule = log["runs"][0]["tool"]["driver"]["rules"][0], RULES[0]
    assert first["shortDescription"]["text"] == rule.why
    assert all(text in first["help"]["text"] for text in (rule.remedy(), rule.example.bad, rule.example.good))
    assert log["runs"][0]["results"] == []


def test_a_path_is_an_address_and_hidden_characters_are_seen() -> None:
    finding = prose.RAW_HTML.at(Position("plan/a b%\ud800\x1b.md"), feature="\u202ex", code="<\x1b>")
    text = REPORTS["sarif"]((finding,), spanish)
    [result] = json.loads(text)["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "plan/a%20b%25%3F%1B.md"
    assert "\x1b" not in result["message"]["text"]
    assert text.isascii()
