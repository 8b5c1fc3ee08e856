"""How the verbs speak: the answer on standard output, everything else beside it, and the two ways to give up."""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence
from io import TextIOWrapper
from typing import NoReturn

import click
from click.exceptions import Exit

from actionplan.findings import Finding, as_text
from actionplan.text.escape import plain

_NOT_POSSIBLE, _MISUSE = 1, 2
_LISTED = 10


def answer(text: str) -> None:
    """Print the answer as it is, in UTF-8 whatever the terminal's own encoding."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(text)


def inform(text: str) -> None:
    """Print a line beside the answer."""
    click.echo(plain(text), err=True)


def print_findings(findings: Sequence[Finding]) -> None:
    """Print what is wrong with a plan, beside the answer."""
    click.echo(as_text(findings), err=True)


def refuse(*reasons: str) -> NoReturn:
    """Say why an order cannot be carried out as it is written, and leave with 2.

    Raises:
        Exit: Always.
    """
    for reason in reasons:
        inform(reason)
    raise Exit(_MISUSE)


def decline(reason: str) -> NoReturn:
    """Say why the plan, as it is, does not let an order be carried out, and leave with 1.

    Raises:
        Exit: Always.
    """
    inform(reason)
    raise Exit(_NOT_POSSIBLE)


def listed(paths: Collection[str]) -> str:
    """Return some paths for a sentence; of many, the first."""
    shown = ", ".join(sorted(paths)[:_LISTED])
    return f"{shown} y {len(paths) - _LISTED} más" if len(paths) > _LISTED else shown
