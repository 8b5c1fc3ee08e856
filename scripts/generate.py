"""``plan generate``: every file of the repository that is made from the plan, the model or the program."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from actionplan.agreement.owners import codeowners
from actionplan.exports.editors import editor_files
from actionplan.forge.door import forge
from actionplan.intake.templates import form_files
from scripts.files import refresh
from scripts.orders import sound_plan
from scripts.papers import paper_files
from scripts.speech import run


def generate(
    root: Annotated[Path, typer.Option(help="Carpeta raíz del repositorio.")] = Path(),
    check: Annotated[
        bool, typer.Option("--check", help="No escribe: termina en 1 si algún archivo no está al día, y dice cuáles.")
    ] = False,
) -> None:
    """Pone al día lo que se genera: esquemas, ayudas de los editores, formularios, CODEOWNERS, tablas de LEEME."""
    plan = sound_plan(root)
    files = {**editor_files(), **form_files(plan), forge.OWNERS_FILE: codeowners(plan), **paper_files(root)}
    refresh(root, files, "plan generate", check=check)


if __name__ == "__main__":
    run(generate)
