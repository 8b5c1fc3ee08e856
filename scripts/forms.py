"""``plan forms``: the forge's issue forms, for those who take part without git, and its templates of proposals."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from actionplan.intake.templates import form_files
from scripts.files import refresh
from scripts.orders import sound_plan
from scripts.speech import run


def forms(
    root: Annotated[Path, typer.Option(help="Carpeta raíz del repositorio.")] = Path(),
    check: Annotated[
        bool, typer.Option("--check", help="No escribe: termina en 1 si algún archivo no está al día.")
    ] = False,
) -> None:
    """Escribe los formularios (informar, verificar, aportar, corregir, preguntar) y las plantillas de propuesta."""
    refresh(root, form_files(sound_plan(root)), "plan forms", check=check)


if __name__ == "__main__":
    run(forms)
