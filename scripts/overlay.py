"""``plan overlay``: the published program with a proposal's data, in a folder of its own, ready to check and build."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from actionplan.agreement.comment import code_notice, collision_notice
from actionplan.git.proposal import ProposalError, lay_out
from actionplan.text.escape import plain
from scripts.forge import asked_proposal
from scripts.orders import refuse
from scripts.speech import run


def overlay(
    head: Annotated[str, typer.Option(metavar="VERSIÓN", help="La propuesta: una rama, etiqueta o commit.")],
    output: Annotated[Path, typer.Option(metavar="CARPETA", help="Dónde se escribe; no debe existir.")],
    base: Annotated[str, typer.Option(metavar="VERSIÓN", help="Lo publicado; sin ella, lo que está en uso.")] = "HEAD",
    root: Annotated[Path, typer.Option(help="Carpeta raíz del repositorio.")] = Path(),
) -> None:
    """Pone los datos de una propuesta sobre el programa publicado; de su código no ejecuta ni escribe nada.

    Si la propuesta cambia el programa, lo dice en Markdown; si choca con lo publicado, termina en 1.
    """
    if output.exists():
        refuse(f"«{output}» ya existe: bórrela o elija otra carpeta.")
    proposed = asked_proposal(root, base, head)
    if not proposed.result:
        typer.echo(plain(collision_notice(proposed.collisions)), err=True)
        raise typer.Exit(1)
    try:
        lay_out(root, proposed, output)
    except ProposalError as error:
        refuse(str(error))
    typer.echo(code_notice(proposed.paths), nl=False)


if __name__ == "__main__":
    run(overlay)
