"""``plan fix``: what can be repaired without asking, line by line, with comments and all else left alone."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from actionplan.documents.files import WorkingTree, write_whole
from actionplan.repairs.mending import mend
from actionplan.text.escape import plain
from scripts.files import asked_paths, is_asked
from scripts.orders import refuse
from scripts.speech import run


def fix(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="ARCHIVO", help="Archivos o carpetas; sin ninguno, todo el plan.", show_default=False),
    ] = None,
    root: Annotated[Path, typer.Option(help="Carpeta del plan.")] = Path(),
    dry: Annotated[bool, typer.Option("--dry-run", help="Dice qué haría y no escribe nada.")] = False,
) -> None:
    """Repara fechas, nombres de datos, comillas y sangrías; termina en 0 si ya nada impide publicar, y si no en 1."""
    if not root.is_dir():
        refuse(f"No existe la carpeta «{root}».")
    names = asked_paths(paths, root)
    tree = WorkingTree(root)
    wanted = {entry.path for entry in tree.entries() if is_asked(entry.path, names)} if names else None
    done = mend(tree, wanted)
    for repair in done.repairs:
        where = f"{repair.finding.path}:{repair.finding.line}"
        typer.echo(plain(f"{where}: {repair.finding.code}: {repair.before.strip()} → {repair.after.strip()}"))
    if not dry:
        for path, text in done.files.items():
            write_whole(root / path, text.encode())
    left = sum(wanted is None or finding.path in wanted for finding in done.loaded.findings)
    told = "Se repararía" if dry else "Reparado"
    typer.echo(f"{told}: {len(done.repairs)}. Queda por ver con «plan check»: {left}.", err=True)
    raise typer.Exit(int(done.loaded.blocks()))


if __name__ == "__main__":
    run(fix)
