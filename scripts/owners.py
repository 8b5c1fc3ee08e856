"""``plan owners``: the forge's list of who is asked to look at what."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from actionplan.review.owners import PLACE, codeowners
from scripts.orders import sound_plan
from scripts.speech import run


def owners(
    root: Annotated[Path, typer.Option(help="Carpeta raíz del repositorio.")] = Path(),
    check: Annotated[
        bool, typer.Option("--check", help="No escribe: termina en 1 si el archivo no está al día.")
    ] = False,
) -> None:
    """Escribe .github/CODEOWNERS con las cuentas de plan/actores.yml: a quién se pide revisar cada carpeta."""
    plan = sound_plan(root)
    place, text = root / PLACE, codeowners(plan)
    current = place.read_text("utf-8") if place.is_file() else ""
    if check:
        if current != text:
            typer.echo(f"{PLACE} no está al día: escríbalo de nuevo con «plan owners».", err=True)
        raise typer.Exit(int(current != text))
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8")
    typer.echo(f"{PLACE} está al día.", err=True)


if __name__ == "__main__":
    run(owners)
