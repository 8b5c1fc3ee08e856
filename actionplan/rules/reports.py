"""Every way to print findings; among them SARIF 2.1.0, which lists the rules and is shown on the lines of a file."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from urllib.parse import quote

from actionplan.findings import Finding, Rule, Severity, as_annotations, as_json, as_markdown, as_text
from actionplan.forge.annotations import ANNOTATIONS
from actionplan.language.messages import Translate, msg, spanish
from actionplan.rules import RULES
from actionplan.text.escape import plain, visible

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
_INDEX = {rule.code: index for index, rule in enumerate(RULES)}
_BAD, _GOOD = msg("Mal:"), msg("Bien:")


def as_sarif(findings: Sequence[Finding], translate: Translate = spanish) -> str:
    """Return one run of one tool, with every rule and every finding."""
    driver = {
        "name": "actionplan",
        "rules": [_rule(rule, translate) for rule in RULES],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, translate) for finding in findings],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=True, indent=2) + "\n"


def _rule(rule: Rule, translate: Translate) -> dict[str, object]:
    example = f"{translate(_BAD)}\n{rule.example.bad}\n\n{translate(_GOOD)}\n{rule.example.good}"
    return {
        "id": rule.code,
        "shortDescription": {"text": translate(rule.why)},
        "help": {"text": f"{rule.remedy(translate)}\n\n{visible(example)}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [translate(rule.family.label)]},
    }


def _result(finding: Finding, translate: Translate) -> dict[str, object]:
    return {
        "ruleId": finding.code,
        "ruleIndex": _INDEX[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": plain(f"{finding.message(translate)} {finding.fix(translate)}")},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(finding.path.encode("utf-8", "replace"))},
                    "region": {"startLine": finding.line, "startColumn": finding.column},
                }
            }
        ],
    }


REPORTS: dict[str, Callable[[Sequence[Finding], Translate], str]] = {
    "text": as_text,
    ANNOTATIONS: as_annotations,
    "json": as_json,
    "markdown": as_markdown,
    "sarif": as_sarif,
}
