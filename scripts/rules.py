"""``plan rules``: every rule, with its reason, its remedy and an example."""

from __future__ import annotations

import json
from collections.abc import Callable
from textwrap import indent

from actionplan.findings import Rule
from actionplan.rules import RULES
from actionplan.text.escape import visible
from scripts.cli.arguments import format_option
from scripts.cli.command import verb
from scripts.cli.output import answer


@verb
@format_option(("text", "markdown", "json"))
def rules(output: str) -> None:
    """Print all rules."""
    answer(_PRINTED[output]())


def _text() -> str:
    return _by_family(
        lambda label: f"{label}\n",
        lambda rule: (
            f"  {rule.code} {rule.severity}: {rule.summary()}\n      {rule.why}\n      {rule.remedy()}\n"
            f"      Mal:\n{_indented(rule.example.bad)}      Bien:\n{_indented(rule.example.good)}"
        ),
    )


def _indented(code: str) -> str:
    return indent(visible(code), " " * 10) + "\n"


def _markdown() -> str:
    return "# Reglas\n\n" + _by_family(
        lambda label: f"## {label}\n\n",
        lambda rule: (
            f"### {rule.code} ({rule.severity.label.lower()})\n\n**{rule.summary()}** {rule.why}\n\n"
            f"{rule.remedy()}\n\nMal:\n\n{_fenced(rule.example.bad)}\nBien:\n\n{_fenced(rule.example.good)}\n"
        ),
    )


def _fenced(code: str) -> str:
    return f"````text\n{visible(code)}\n````\n"


def _by_family(heading: Callable[[str], str], rule_text: Callable[[Rule], str]) -> str:
    parts = []
    for index, rule in enumerate(RULES):
        if not index or rule.family is not RULES[index - 1].family:
            parts.append(heading(f"{rule.family.label} ({rule.family})"))
        parts.append(rule_text(rule))
    return "".join(parts)


def _json() -> str:
    rows = [
        {
            "code": rule.code,
            "family": rule.family.label,
            "severity": str(rule.severity),
            "what": rule.what,
            "why": rule.why,
            "fix": rule.fix,
            "bad": rule.example.bad,
            "good": rule.example.good,
        }
        for rule in RULES
    ]
    return json.dumps(rows, ensure_ascii=True, indent=2) + "\n"


_PRINTED: dict[str, Callable[[], str]] = {"text": _text, "markdown": _markdown, "json": _json}


if __name__ == "__main__":
    rules()
