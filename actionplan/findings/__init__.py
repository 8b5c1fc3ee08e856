"""What every stage speaks: rules, findings and their reports."""

from actionplan.findings.finding import Finding, Position, Severity, brought, in_order
from actionplan.findings.report import as_annotations, as_json, as_markdown, as_text
from actionplan.findings.rule import Example, Family, Rule

__all__ = [
    "Example",
    "Family",
    "Finding",
    "Position",
    "Rule",
    "Severity",
    "as_annotations",
    "as_json",
    "as_markdown",
    "as_text",
    "brought",
    "in_order",
]
