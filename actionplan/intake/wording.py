"""What the check says of a document that a form made, in the words of the form: people saw questions, not files."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from actionplan.documents import front_matter_rules
from actionplan.findings import Finding
from actionplan.forge.issues import Form
from actionplan.intake.records import Draft
from actionplan.text.escape import markdown

_KEY = re.compile(r"[ -]*(\w+):")
_QUOTED = re.compile("«([^«»]*)»")


def in_form_words(findings: Sequence[Finding], draft: Draft, form: Form) -> str:
    """Return the findings as a list in Markdown, each with the question that brought it or the file that it is in."""
    labels = {question.id: question.label for question in form.questions}
    asked = {key: labels[name] for key, name in draft.asked.items()}
    words = {word: option for question in form.questions for option, word in question.options.items() if word} | asked
    lines = []
    for finding in findings:
        question = _question(finding, draft) if finding.path == draft.path else ""
        lines.append(f"- {markdown(_sentence(finding, draft, labels.get(question, ''), words))}\n")
    return "".join(dict.fromkeys(lines))


def _question(finding: Finding, draft: Draft) -> str:
    """Return the question that a finding is about: by the datum that it names, or by its line; empty if none."""
    named = draft.asked.get(dict(finding.values).get("key", ""), "")
    key = _KEY.match(draft.text.split("\n")[finding.line - 1])
    return named or draft.lines.get(finding.line, "") or (draft.asked.get(key[1], "") if key else "")


def _sentence(finding: Finding, draft: Draft, label: str, words: Mapping[str, str]) -> str:
    if label and finding.code == front_matter_rules.MISSING_KEY.code:
        return f"Falta responder «{label}»."
    text = f"{finding.message()} {finding.fix()}"
    if not label:
        return f"En {'otra parte del mismo archivo' if finding.path == draft.path else finding.path}: {text}"
    # What documents call it is called as the form does.
    return f"En «{label}»: {_QUOTED.sub(lambda quoted: f'«{words.get(quoted[1], quoted[1])}»', text)}"
