"""A finding: one rule broken at one place."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from actionplan.language.messages import Message, Translate, msg, spanish


class Severity(StrEnum):
    """Hold what a finding costs: an error stops publication."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"

    @property
    def label(self) -> str:
        """Return what people call it, in Spanish."""
        return _LABELS[self]


_LABELS = {Severity.ERROR: msg("Error"), Severity.WARNING: msg("Advertencia"), Severity.NOTICE: msg("Nota")}


class Position(NamedTuple):
    """Say where in the plan's files: path from the root, line and column from 1."""

    path: str
    line: int = 1
    column: int = 1


class Finding(NamedTuple):
    """Represent one rule broken at one place, with the texts to say so."""

    code: str
    severity: Severity
    path: str
    line: int
    column: int
    what: str
    why: str
    how: str
    values: tuple[tuple[str, str], ...]

    @property
    def position(self) -> Position:
        """Say where the finding stands."""
        return Position(self.path, self.line, self.column)

    def message(self, translate: Translate = spanish) -> str:
        """Say what is wrong and why it matters."""
        return f"{Message(self.what, dict(self.values)).text(translate)} {translate(self.why)}"

    def fix(self, translate: Translate = spanish) -> str:
        """Say how to mend it."""
        return Message(self.how, dict(self.values)).text(translate)


def in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """Sort by path and position, each finding once, whatever the order of discovery."""
    return tuple(sorted(set(findings), key=lambda f: (f.path, f.line, f.column, f.code, f.values)))


def brought(before: tuple[Finding, ...], after: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings that a change brings: not told by their lines, which it may move."""
    known = {(finding.code, finding.path, finding.values) for finding in before}
    return tuple(it for it in after if (it.code, it.path, it.values) not in known)
