"""``plan check``: everything that is wrong with a plan, at once."""

from __future__ import annotations

import sys
from collections.abc import Collection
from datetime import date
from functools import partial
from pathlib import Path

import click

from actionplan.documents import ParseCache, WorkingTree, parse_cache_of
from actionplan.findings import Family
from actionplan.language.messages import spanish
from actionplan.loader import Caches, Loaded, load, plan_of
from actionplan.model import EVERYTHING, is_within
from actionplan.model.impact import impact
from actionplan.rules.reports import REPORTS
from actionplan.rules.selection import is_known, selected
from scripts.cli.arguments import base_option, day_option, direct_option, format_option, paths_argument, root_option
from scripts.cli.command import verb
from scripts.cli.output import answer, inform, listed, refuse
from scripts.cli.paths import named_paths


def _code_prefix(text: str) -> str:
    if not is_known(text.upper()):
        refuse(f"Ninguna regla empieza con «{text}». Familias: {', '.join(Family)}. «plan rules» las lista todas.")
    return text.upper()


_rules_option = partial(click.option, type=_code_prefix, multiple=True, metavar="CLAVE")


@verb
@paths_argument
@root_option
@base_option()
@direct_option
@day_option("--corte", help="Fecha de corte, en lugar de la de «plan/plan.yml».")
@click.option("--strict", is_flag=True, help="Las advertencias también cuentan como error.")
@format_option(REPORTS)
@_rules_option("--select", help="Sólo estas reglas: una familia (FEC) o una clave (FEC03); puede repetirse.")
@_rules_option("--ignore", help="Sin estas reglas, también si se eligieron; puede repetirse.")
@click.option("--cache/--no-cache", default=True, help="Recordar lo ya leído, fuera del plan, para tardar menos.")
def check(
    paths: tuple[Path, ...],
    root: Path,
    base: str | None,
    direct: bool,
    corte: date | None,
    strict: bool,
    output: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    cache: bool,
) -> int:
    """Print everything that is wrong with a plan."""
    published = None
    if base is not None:
        from scripts.cli.comparison import comparison_base, findings_since  # noqa: PLC0415 - few runs need to load it

        published = comparison_base(root, base, None, direct=direct)
    names = named_paths(root, paths, published)
    if sys.stderr.isatty():
        inform("Se lee el plan…")
    caches = Caches(parse_cache=parse_cache_of(root) if cache else ParseCache())
    tree = WorkingTree(root)
    plan, findings = load(tree, caches, corte)
    caches.parse_cache.save()
    if published:
        before = plan_of(published, caches)
        findings = findings_since(findings, published, tree, before, plan)
        if not before.files:
            inform(f"En «{base}» no había plan en esta carpeta: no hay con qué comparar.")
    elif output == "text":
        inform("Sin --base no se revisa lo que cambió contra lo publicado: lo que se quitó, movió o reescribió.")
    if names:
        reached = impact(plan, names)
        findings = tuple(finding for finding in findings if is_within(finding.path, reached))
        inform(f"Se revisó {_checked(names, reached)}.")
    findings = selected(findings, select, ignore)
    answer(REPORTS[output](findings, spanish))
    return int(Loaded(plan, findings).blocks(strict=strict))


def _checked(named: Collection[str], reached: Collection[str]) -> str:
    """Return what was checked: the files that were named, and those tied to them."""
    tied = [path for path in reached if not is_within(path, named)]
    if EVERYTHING in named:
        return "el plan entero"
    if EVERYTHING in tied:
        return f"{listed(named)} y, como todo depende de eso, el plan entero"
    return f"{listed(named)} y lo que depende de eso: {listed(tied)}" if tied else listed(named)


if __name__ == "__main__":
    check()
