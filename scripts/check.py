"""``plan check``: everything that is wrong with a plan, at once."""

from __future__ import annotations

import sys
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from actionplan.documents.files import WorkingTree
from actionplan.findings.finding import Finding
from actionplan.findings.report import REPORTS
from actionplan.language.messages import spanish
from actionplan.loader import Loaded, load


class Format(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    GITHUB = "github"
    JSON = "json"
    MARKDOWN = "markdown"


def check(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Archivos o carpetas; sin ninguno, todo el plan.", show_default=False)
    ] = None,
    root: Annotated[Path, typer.Option(help="Carpeta raíz del repositorio.")] = Path(),
    strict: Annotated[bool, typer.Option("--strict", help="Las advertencias también cuentan como error.")] = False,
    output: Annotated[Format, typer.Option("--format", help="Cómo se imprimen los hallazgos.")] = Format.TEXT,
) -> None:
    """Revisa el plan: termina en 0 si está en orden, en 1 si hay errores, en 2 si la orden está mal escrita."""
    if not root.is_dir():
        typer.echo(f"No existe la carpeta «{root}».", err=True)
        raise typer.Exit(2)
    loaded = load(WorkingTree(root))
    findings = _selected(loaded.findings, paths, root) if paths else loaded.findings
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # accents and marks, whatever the terminal's own encoding
    sys.stdout.write(REPORTS[output](findings, spanish))
    raise typer.Exit(int(Loaded(loaded.plan, findings).blocks(strict=strict)))


def _selected(findings: tuple[Finding, ...], paths: list[Path], root: Path) -> tuple[Finding, ...]:
    """The findings about some files; the whole plan is read all the same, since files refer to each other."""
    base = root.resolve()
    chosen = []
    for path in paths:
        here = path if path.exists() else root / path
        if not here.exists():
            typer.echo(f"No existe «{path}».", err=True)
            raise typer.Exit(2)
        absolute = here.resolve()
        if not absolute.is_relative_to(base):
            typer.echo(f"«{path}» está fuera de «{root}».", err=True)
            raise typer.Exit(2)
        chosen.append(absolute.relative_to(base).as_posix())
    return tuple(
        finding
        for finding in findings
        if any(name in {".", finding.path} or finding.path.startswith(f"{name}/") for name in chosen)
    )


if __name__ == "__main__":
    typer.run(check)
