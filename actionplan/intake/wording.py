"""What the check says of a document that a form made, in the words of the form: people saw questions, not files."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from actionplan.findings.finding import Finding
from actionplan.findings.report import as_markdown, summary
from actionplan.findings.rules import front_matter
from actionplan.findings.safe import markdown
from actionplan.intake.forms import Form
from actionplan.intake.records import Draft

_KEY = re.compile(r"[ -]*(\w+):")


def in_form_words(findings: Sequence[Finding], draft: Draft, form: Form) -> str:
    """The findings in Markdown: by question if an answer brought them, by file and line if not."""
    labels = {key: next(it.label for it in form.questions if it.id == name) for key, name in draft.asked.items()}
    lines, others = [], []
    for finding in findings:
        label = _label(finding, draft, labels) if finding.path == draft.path else ""
        if label:
            lines.append(f"- {markdown(_sentence(finding, label, labels))}\n")
        else:
            others.append(finding)
    if not lines:
        return as_markdown(findings)
    rest = f"\n{as_markdown(others)}" if others else ""
    return f"**{summary([it for it in findings if it not in others])}**\n\n{''.join(lines)}{rest}"


def _label(finding: Finding, draft: Draft, labels: Mapping[str, str]) -> str:
    """The question that a finding is about: by the datum that it names, or by that of its line; empty if none."""
    named = labels.get(dict(finding.values).get("key", ""), "")
    key = _KEY.match(draft.text.split("\n")[finding.line - 1])
    return named or (labels.get(key[1], "") if key else "")


def _sentence(finding: Finding, label: str, labels: Mapping[str, str]) -> str:
    if finding.code == front_matter.MISSING_KEY.code:
        return f"Falta responder «{label}»."
    values = tuple((name, labels.get(value, value) if name == "key" else value) for name, value in finding.values)
    said = finding._replace(values=values)
    return f"En «{label}»: {said.message()} {said.fix()}"
