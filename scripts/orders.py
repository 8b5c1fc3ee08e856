"""What the verbs of the ``plan`` command share: reading what was asked, and refusing it in plain words."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NoReturn

import typer

from actionplan.documents.files import Revision, RevisionError, RevisionProblem, WorkingTree
from actionplan.findings.report import as_text
from actionplan.findings.safe import plain
from actionplan.loader import load
from actionplan.model.plan import Plan


def refuse(reason: str) -> NoReturn:
    """Say why an order cannot be carried out, and leave with 2.

    Raises:
        typer.Exit: Always.
    """
    typer.echo(plain(reason), err=True)
    raise typer.Exit(2)


def asked_day(text: str) -> date:
    """Read a date such as ``2020-06-30``, or refuse it."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        refuse(f"«{text}» no es una fecha. Escríbala como año-mes-día, por ejemplo 2020-06-30.")
    return day


def asked_revision(root: Path, name: str) -> Revision:
    """Find a revision of the plan below a root, or refuse it with the way to get it."""
    try:
        return Revision(root, name)
    except RevisionError as error:
        if error.problem is RevisionProblem.NO_REPOSITORY:
            said = f" Git dice: {error.said}" if error.said else ""
            refuse(f"«{root}» no está en un repositorio que git pueda leer, y sin él no hay «{name}».{said}")
        if error.problem is RevisionProblem.SHALLOW:
            refuse(
                f"Esta copia del repositorio trae sólo una parte de su historia, y en ella no está «{name}». "
                f"Tráigala con «git fetch --unshallow» (en la integración continua, con «fetch-depth: 0»)."
            )
        refuse(f"El repositorio no tiene ninguna versión «{name}»: escriba una rama, una etiqueta o un commit.")


def sound_plan(root: Path) -> Plan:
    """Read a plan that has no errors; of one that has them, say which and leave with 1.

    Raises:
        typer.Exit: There are errors.
    """
    if not root.is_dir():
        refuse(f"No existe la carpeta «{root}».")
    loaded = load(WorkingTree(root))
    if loaded.blocks():
        typer.echo(as_text(loaded.findings), err=True)
        raise typer.Exit(1)
    return loaded.plan
