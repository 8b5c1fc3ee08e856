"""Findings chosen by the codes of their rules: ``FEC`` is a family, ``FEC03`` one rule."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from actionplan.findings import Finding
from actionplan.rules import RULES


def is_known(prefix: str) -> bool:
    """Return whether the code of any rule begins so."""
    return any(rule.code.startswith(prefix) for rule in RULES)


def selected(findings: Iterable[Finding], select: Collection[str], ignore: Collection[str]) -> tuple[Finding, ...]:
    """Return the findings whose code begins with one of the selected prefixes and with none of the ignored.

    Args:
        findings: In order.
        select: Prefixes of codes; all are selected if there is none.
        ignore: Prefixes of codes; they win over those that are selected.
    """
    wanted = tuple(select) or ("",)
    return tuple(item for item in findings if item.code.startswith(wanted) and not item.code.startswith(tuple(ignore)))
