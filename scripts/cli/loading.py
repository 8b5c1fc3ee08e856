"""Plans that the verbs can work with: those without errors."""

from __future__ import annotations

from pathlib import Path

from click.exceptions import Exit

from actionplan.documents import WorkingTree
from actionplan.loader import Loaded, load
from actionplan.model import Plan
from scripts.cli.output import inform, print_findings


def sound_plan(root: Path) -> Plan:
    """Read a plan that has no errors; of one that has them, print which and leave with 1."""
    return without_errors(load(WorkingTree(root)))


def without_errors(loaded: Loaded, consequence: str = "") -> Plan:
    """Return a plan that was loaded; if it has errors, print its findings and leave with 1.

    Args:
        loaded: The plan and its findings.
        consequence: What does not happen because of the errors, for people.

    Raises:
        Exit: There are errors.
    """
    if not loaded.blocks():
        return loaded.plan
    print_findings(loaded.findings)
    if consequence:
        inform(consequence)
    raise Exit(1)
