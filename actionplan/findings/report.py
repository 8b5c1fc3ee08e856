"""Findings as text, annotations of a forge, Markdown or JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from actionplan.findings.finding import Finding, Severity
from actionplan.forge.annotations import annotation
from actionplan.language.messages import Translate, msg, spanish
from actionplan.text.escape import markdown, plain


def as_text(findings: Sequence[Finding], translate: Translate = spanish) -> str:
    """Return one ``path:line:col: CODE severity: message`` a finding, the remedy on the next line."""
    lines = []
    for finding in findings:
        position = f"{finding.path}:{finding.line}:{finding.column}"
        lines.append(plain(f"{position}: {finding.code} {finding.severity}: {finding.message(translate)}"))
        lines.append("    " + plain(f"{translate(_HOW)} {finding.fix(translate)}"))
    lines.append(summary(findings, translate))
    return "\n".join(lines) + "\n"


def as_annotations(findings: Sequence[Finding], translate: Translate = spanish) -> str:
    """Return orders to the forge's run to show each finding on its line of the change."""
    return "".join(
        annotation(
            finding.severity,
            finding.path,
            finding.line,
            f"{finding.message(translate)}\n{translate(_HOW)} {finding.fix(translate)}",
            title=finding.code,
            column=finding.column,
        )
        for finding in findings
    )


def as_json(findings: Sequence[Finding], translate: Translate = spanish) -> str:
    """Return a list of objects with code, severity, path, line, column, message and fix."""
    rows = [
        {
            "code": finding.code,
            "severity": str(finding.severity),
            "path": finding.path,
            "line": finding.line,
            "column": finding.column,
            "message": finding.message(translate),
            "fix": finding.fix(translate),
        }
        for finding in findings
    ]
    return json.dumps(rows, ensure_ascii=True, indent=2) + "\n"


def as_markdown(findings: Sequence[Finding], translate: Translate = spanish) -> str:
    """Return a summary for a comment or a job page; values of the files end as plain text."""
    lines = [f"**{summary(findings, translate)}**"]
    for path, here in groupby(findings, key=lambda finding: finding.path):
        lines.append(f"\n### {markdown(path)}\n")
        lines += [
            f"- {_MARKS[finding.severity]} {translate(_LINE)} {finding.line}, **{finding.code}**: "
            f"{markdown(finding.message(translate))} *{translate(_HOW)}* {markdown(finding.fix(translate))}"
            for finding in here
        ]
    return "\n".join(lines) + "\n"


def summary(findings: Sequence[Finding], translate: Translate = spanish) -> str:
    """Return one sentence with the number of errors, warnings and notices."""
    if not findings:
        return translate(_CLEAN)
    count = Counter(finding.severity for finding in findings)
    return translate(_TOTAL).format(
        errors=count[Severity.ERROR], warnings=count[Severity.WARNING], notices=count[Severity.NOTICE]
    )


_HOW = msg("Cómo arreglarlo:")
_LINE = msg("línea")
_CLEAN = msg("Sin hallazgos: el plan está en orden.")
_TOTAL = msg("Hallazgos. Errores: {errors}; advertencias: {warnings}; notas: {notices}.")
_MARKS = {Severity.ERROR: "⛔", Severity.WARNING: "⚠️", Severity.NOTICE: "ℹ️"}
