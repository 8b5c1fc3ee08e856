"""Findings as text, annotations of a forge, Markdown or JSON."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import groupby

from actionplan.findings.finding import Finding, Severity
from actionplan.language.messages import Translate, msg, spanish

Report = Callable[[Sequence[Finding], Translate], str]

# A value from a file must not steer the terminal, the forge's log or the Markdown around it.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+!|~@&$])")


_LINKED = re.compile(r"[@#!]|www(?=\.)|:(?=//)", re.IGNORECASE)


def plain(text: str) -> str:
    """Show control characters as visible escapes, on one line."""
    return _CONTROL.sub(lambda match: f"\\x{ord(match.group()):02x}", text)


def as_text(findings: Sequence[Finding], translate: Translate = spanish) -> str:
    """One ``path:line:col: CODE severity: message`` a finding, the remedy on the next line."""
    lines = []
    for finding in findings:
        place = f"{finding.path}:{finding.line}:{finding.column}"
        lines.append(plain(f"{place}: {finding.code} {finding.severity}: {finding.message(translate)}"))
        lines.append("    " + plain(f"{translate(_HOW)} {finding.fix(translate)}"))
    lines.append(summary(findings, translate))
    return "\n".join(lines) + "\n"


def as_github(findings: Sequence[Finding], translate: Translate = spanish) -> str:
    """Workflow commands that the forge shows on the lines of the change."""
    lines = []
    for finding in findings:
        text = f"{finding.message(translate)}\n{translate(_HOW)} {finding.fix(translate)}"
        where = f"file={_property(finding.path)},line={finding.line},col={finding.column}"
        lines.append(f"::{finding.severity} {where},title={_property(finding.code)}::{_data(text)}\n")
    return "".join(lines)


def as_json(findings: Sequence[Finding], translate: Translate = spanish) -> str:
    """A list of objects with code, severity, path, line, column, message and fix."""
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
    """A summary for a comment or a job page; values of the files end as plain text."""
    lines = [f"**{summary(findings, translate)}**"]
    for path, here in groupby(findings, key=lambda finding: finding.path):
        lines.append(f"\n### {_escape(path)}\n")
        lines += [
            f"- {_MARKS[finding.severity]} {translate(_LINE)} {finding.line}, **{finding.code}**: "
            f"{_escape(finding.message(translate))} *{translate(_HOW)}* {_escape(finding.fix(translate))}"
            for finding in here
        ]
    return "\n".join(lines) + "\n"


def summary(findings: Sequence[Finding], translate: Translate = spanish) -> str:
    """One sentence with the number of errors, warnings and notices."""
    if not findings:
        return translate(_CLEAN)
    count = Counter(finding.severity for finding in findings)
    return translate(_TOTAL).format(
        errors=count[Severity.ERROR], warnings=count[Severity.WARNING], notices=count[Severity.NOTICE]
    )


def _escape(text: str) -> str:
    # Forges look for addresses, names and numbers in the text that is left once Markdown is done with it, where
    # no backslash protects: a space of no width in the middle does.
    return _LINKED.sub(r"\g<0>&#8203;", _MARKDOWN.sub(r"\\\1", plain(text)))


def _data(text: str) -> str:
    visible = "\n".join(plain(line) for line in text.split("\n"))
    return visible.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(plain(text)).replace(":", "%3A").replace(",", "%2C")


_HOW = msg("Cómo arreglarlo:")
_LINE = msg("línea")
_CLEAN = msg("Sin hallazgos: el plan está en orden.")
_TOTAL = msg("Hallazgos. Errores: {errors}; advertencias: {warnings}; notas: {notices}.")
_MARKS = {Severity.ERROR: "⛔", Severity.WARNING: "⚠️", Severity.NOTICE: "ℹ️"}

REPORTS: dict[str, Report] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
    "markdown": as_markdown,
}
