"""``plan metrics``: every figure of the plan at a date."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from actionplan.documents.files import FileTree, WorkingTree
from actionplan.documents.parse_cache import parse_cache_of
from actionplan.exports.figures import figures_csv, figures_json
from actionplan.loader import Caches, plan_of, with_custody
from actionplan.metrics.groups import PlanMetrics
from actionplan.metrics.measure import measure
from scripts.orders import asked_day, asked_revision, refuse
from scripts.speech import run


def metrics(
    root: Annotated[Path, typer.Option(help="Carpeta del plan.")] = Path(),
    output: Annotated[str, typer.Option("--format", metavar="FORMATO", help="Cómo se imprimen: json o csv.")] = "json",
    corte: Annotated[
        str | None, typer.Option(metavar="FECHA", help="Otra fecha de corte que la del plan, como 2020-06-30.")
    ] = None,
    revision: Annotated[
        str | None, typer.Option(metavar="VERSIÓN", help="El plan como estaba en una rama, etiqueta o commit.")
    ] = None,
) -> None:
    """Calcula todas las cifras del plan a una fecha."""
    if output not in _PRINTED:
        refuse(f"«{output}» no es un formato. Hay: {', '.join(_PRINTED)}.")
    day = asked_day(corte) if corte else None
    if not root.is_dir():
        refuse(f"No existe la carpeta «{root}».")
    tree: FileTree = asked_revision(root, revision) if revision else WorkingTree(root)
    caches = Caches(parse_cache=parse_cache_of(root))
    plan = with_custody(plan_of(tree, caches), tree)
    caches.parse_cache.save()
    if plan.identity_entry is None and day is None:
        refuse(
            f"En «{root}» no hay un plan/plan.yml que se pueda leer, y sin él no hay fecha de corte: déla con --corte."
        )
    for document in plan.unreadable:
        typer.echo(f"{document.path}: no se puede leer, y no cuenta en las cifras.", err=True)
    sys.stdout.write(_PRINTED[output](measure(plan, day)))


_PRINTED: dict[str, Callable[[PlanMetrics], str]] = {"json": figures_json, "csv": figures_csv}


if __name__ == "__main__":
    run(metrics)
