"""``plan metrics``: every figure of the plan at a date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from actionplan.documents import FileTree, WorkingTree, parse_cache_of
from actionplan.exports.figures import figures_csv, figures_json
from actionplan.loader import Caches, plan_of, with_custody
from actionplan.metrics import PlanMetrics
from actionplan.metrics.measure import measure
from scripts.cli.arguments import day_option, format_option, root_option
from scripts.cli.command import verb
from scripts.cli.comparison import find_revision
from scripts.cli.output import answer, inform, refuse

_PRINTED: dict[str, Callable[[PlanMetrics], str]] = {"json": figures_json, "csv": figures_csv}


@verb
@root_option
@format_option(_PRINTED, "json")
@day_option("--corte", help="Otra fecha de corte que la del plan, como 2020-06-30.")
@click.option("--revision", metavar="VERSIÓN", help="El plan como estaba en una rama, etiqueta o commit.")
def metrics(root: Path, output: str, corte: date | None, revision: str | None) -> None:
    """Print all figures."""
    tree: FileTree = find_revision(root, revision) if revision else WorkingTree(root)
    caches = Caches(parse_cache=parse_cache_of(root))
    plan = with_custody(plan_of(tree, caches), tree)
    caches.parse_cache.save()
    if plan.identity_entry is None and corte is None:
        refuse(
            f"En «{root}» no hay un plan/plan.yml que se pueda leer, y sin él no hay fecha de corte: déla con --corte."
        )
    for document in plan.unreadable:
        inform(f"{document.path}: no se puede leer, y no cuenta en las cifras.")
    answer(_PRINTED[output](measure(plan.at(corte) if corte else plan)))


if __name__ == "__main__":
    metrics()
