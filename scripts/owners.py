"""``plan owners``: the forge's list of who is asked to look at what."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from actionplan.agreement.owners import codeowners
from actionplan.forge.door import forge
from scripts.files import refresh
from scripts.orders import sound_plan
from scripts.speech import run


def owners(
    root: Annotated[Path, typer.Option(help="Carpeta raíz del repositorio.")] = Path(),
    check: Annotated[
        bool, typer.Option("--check", help="No escribe: termina en 1 si el archivo no está al día.")
    ] = False,
) -> None:
    """Escribe .github/CODEOWNERS con las cuentas de plan/actores.yml: a quién se pide revisar cada carpeta."""
    refresh(root, {forge.OWNERS_FILE: codeowners(sound_plan(root))}, "plan owners", check=check)


if __name__ == "__main__":
    run(owners)
