"""``plan forms``: the forge's issue forms, for those who take part without git, and its templates of proposals."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from actionplan.intake.templates import form_files
from scripts.orders import sound_plan
from scripts.speech import run


def forms(
    root: Annotated[Path, typer.Option(help="Carpeta raíz del repositorio.")] = Path(),
    check: Annotated[
        bool, typer.Option("--check", help="No escribe: termina en 1 si algún archivo no está al día.")
    ] = False,
) -> None:
    """Escribe los formularios (informar, verificar, aportar, corregir, preguntar) y las plantillas de propuesta."""
    plan = sound_plan(root)
    stale = {name: text for name, text in form_files(plan).items() if not _holds(root / name, text)}
    for name, text in stale.items():
        if check:
            typer.echo(f"{name} no está al día: escríbalo de nuevo con «plan forms».", err=True)
            continue
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode())
        typer.echo(name)
    raise typer.Exit(int(check and bool(stale)))


def _holds(place: Path, text: str) -> bool:
    return place.is_file() and place.read_bytes() == text.encode()


if __name__ == "__main__":
    run(forms)
