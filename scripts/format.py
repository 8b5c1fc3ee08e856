"""``plan format``: documents in the one form that people, scripts and form editors write alike."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from actionplan.documents.comments import comment_lines
from actionplan.documents.files import WorkingTree, write_whole
from actionplan.findings.finding import Severity
from actionplan.findings.rule import Family
from actionplan.loader import load
from actionplan.model.plan import Plan
from actionplan.repairs.canonical import canonical
from actionplan.text.escape import plain
from scripts.files import asked_paths, is_asked
from scripts.orders import refuse
from scripts.speech import run


def format(  # noqa: A001 - the verb's own name
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="ARCHIVO", help="Archivos o carpetas; sin ninguno, todo el plan.", show_default=False),
    ] = None,
    root: Annotated[Path, typer.Option(help="Carpeta del plan.")] = Path(),
    check: Annotated[
        bool, typer.Option("--check", help="No escribe: termina en 1 si algún archivo cambiaría.")
    ] = False,
    comments: Annotated[
        bool, typer.Option("--drop-comments", help="También los archivos con comentarios en la ficha, que se pierden.")
    ] = False,
) -> None:
    """Escribe los documentos en su forma canónica: sangría, comillas y orden de los datos; el texto no cambia."""
    if not root.is_dir():
        refuse(f"No existe la carpeta «{root}».")
    names = asked_paths(paths, root)
    loaded = load(WorkingTree(root))
    broken = {it.path for it in loaded.findings if it.code.startswith(Family.FORM) and it.severity is Severity.ERROR}
    broken |= {document.path for document in loaded.plan.unreadable}
    for path in sorted(path for path in broken if is_asked(path, names)):
        typer.echo(f"{plain(path)}: se deja como está; primero hay que corregir lo que dice «plan check».", err=True)
    changed = _different(loaded.plan, root, names, broken, drop=comments)
    for path, text in changed:
        typer.echo(path)
        if not check:
            write_whole(root / path, text.encode())
    raise typer.Exit(int(bool(broken) or (check and bool(changed))))


def _different(
    plan: Plan, root: Path, names: tuple[str, ...], broken: set[str], *, drop: bool
) -> list[tuple[str, str]]:
    """The files whose text is not the canonical one, with that text."""
    found = []
    for entry in plan.entries:
        if entry.path in broken or not is_asked(entry.path, names):
            continue
        text, form = (root / entry.path).read_bytes().decode(), canonical(entry)
        if text == form:
            continue
        if not drop and comment_lines(text):
            typer.echo(f"{entry.path}: se deja como está; tiene comentarios, que se perderían.", err=True)
            continue
        found.append((entry.path, form))
    return found


if __name__ == "__main__":
    run(format)
