"""What the verbs of the ``plan`` command share: reading what was asked, and refusing it in plain words."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import Annotated, NoReturn, TypeAlias

import typer

from actionplan.diff.files import moved_evidence
from actionplan.documents.files import FileTree, WorkingTree
from actionplan.findings.report import as_text
from actionplan.git.revision import Revision, RevisionError, RevisionProblem
from actionplan.loader import load
from actionplan.model.plan import Plan
from actionplan.text.escape import plain

Direct: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--direct", help="Compara las dos versiones tal cual, también lo que la propuesta aún no trae de lo publicado."
    ),
]
_LISTED = 10


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
            output = f" Git dice: {error.output}" if error.output else ""
            refuse(f"«{root}» no está en un repositorio que git pueda leer, y sin él no hay «{name}».{output}")
        if error.problem is RevisionProblem.SHALLOW:
            refuse(
                f"Esta copia del repositorio trae sólo una parte de su historia, y en ella no está «{name}». "
                f"Tráigala con «git fetch --unshallow» (en la integración continua, con «fetch-depth: 0»)."
            )
        refuse(f"El repositorio no tiene ninguna versión «{name}»: escriba una rama, una etiqueta o un commit.")


def asked_base(root: Path, name: str, head: Revision | None, *, direct: bool) -> Revision:
    """Find what a proposal is compared with: the published version, as it was where the proposal set out from it.

    What was published since then is missing in the proposal, which does not take it away by that.

    Args:
        root: Folder of the plan.
        name: The published version.
        head: The proposal; what is on disk if None.
        direct: Whether the published version is wanted as it is now, whatever the proposal set out from.
    """
    tip = asked_revision(root, name)
    shared = tip.commit if direct else tip.shared_with(head)
    if shared == tip.commit:
        return tip
    if shared is None:
        if tip.is_cut_short():
            refuse(
                f"Esta copia del repositorio trae sólo una parte de su historia, y en ella no se ve de qué versión de "
                f"«{name}» partió la propuesta. Tráigala con «git fetch --unshallow» (en la integración continua, con "
                f"«fetch-depth: 0»), o compare las dos tal cual con «--direct»."
            )
        tell(f"«{name}» y la propuesta no tienen historia en común: se comparan tal cual.")
        return tip
    if head and shared == head.commit:
        tell(f"La propuesta no trae nada que «{name}» no tenga ya.")
        return head
    origin = asked_revision(root, shared)
    tell(f"«{name}» siguió adelante: se compara con {shared[:7]}, la versión de la que partió la propuesta.")
    both = origin.touched(tip.commit) & origin.touched(head.commit if head else None)
    if both:
        tell(f"Cambió también en «{name}», y puede haber conflicto: {listed(both)}. Intégrelo: git merge {name}")
    return origin


def altered_files(published: Revision, tree: FileTree, before: Plan, after: Plan) -> frozenset[str]:
    """The files that hold other contents than they did: those at their old path, and evidence whose folder moved.

    Args:
        published: Where the earlier plan was read.
        tree: Where the later plan was read.
        before: The earlier plan.
        after: The later plan.
    """
    moved = moved_evidence(before, after).items()
    elsewhere = {new for new, old in moved if published.read(old) != tree.read(new)}
    return published.altered(tree.commit if isinstance(tree, Revision) else None) | elsewhere


def listed(paths: Collection[str]) -> str:
    """Some paths in a sentence; of many, the first."""
    shown = ", ".join(sorted(paths)[:_LISTED])
    return f"{shown} y {len(paths) - _LISTED} más" if len(paths) > _LISTED else shown


def tell(text: str) -> None:
    """Say something beside the answer."""
    typer.echo(plain(text), err=True)


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
