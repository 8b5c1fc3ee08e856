"""``plan check``: everything that is wrong with a plan, at once."""

from __future__ import annotations

import sys
from collections.abc import Collection
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from actionplan.diff.compare import Comparison
from actionplan.documents.files import WorkingTree
from actionplan.documents.parse_cache import ParseCache, parse_cache_of
from actionplan.git.revision import Revision
from actionplan.language.messages import spanish
from actionplan.loader import Caches, Loaded, load, plan_of
from actionplan.model.impact import EVERYTHING, impact, is_within
from actionplan.rules.history_checks import check_all
from actionplan.rules.reports import REPORTS
from scripts.orders import Direct, altered_files, asked_base, asked_day, listed, refuse, tell
from scripts.speech import run


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="ARCHIVO", help="Archivos o carpetas; sin ninguno, todo el plan.", show_default=False),
    ] = None,
    *,
    root: Annotated[Path, typer.Option(help="Carpeta del plan.")] = Path(),
    base: Annotated[
        str | None, typer.Option(metavar="VERSIÓN", help="Compara con lo publicado en esa rama, etiqueta o commit.")
    ] = None,
    direct: Direct = False,
    corte: Annotated[
        str | None, typer.Option(metavar="AÑO-MES-DÍA", help="Fecha de corte, en lugar de la de «plan/plan.yml».")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Las advertencias también cuentan como error.")] = False,
    output: Annotated[
        str, typer.Option("--format", metavar="FORMATO", help=f"Cómo se imprimen los hallazgos: {', '.join(REPORTS)}.")
    ] = "text",
    cache: Annotated[
        bool, typer.Option("--cache/--no-cache", help="Recordar lo ya leído, fuera del plan, para tardar menos.")
    ] = True,
) -> None:
    """Revisa el plan: termina en 0 si está en orden, en 1 si hay errores, en 2 si la orden está mal escrita."""
    if not root.is_dir():
        refuse(f"No existe la carpeta «{root}».")
    if output not in REPORTS:
        refuse(f"«{output}» no es un formato. Hay: {', '.join(REPORTS)}.")
    cutoff = asked_day(corte) if corte is not None else None
    published = asked_base(root, base, None, direct=direct) if base is not None else None
    asked = [_asked(path, root, published) for path in paths or ()]
    if sys.stderr.isatty():
        typer.echo("Se lee el plan…", err=True)
    caches = Caches(parse_cache=parse_cache_of(root) if cache else ParseCache())
    tree = WorkingTree(root)
    plan, findings = load(tree, caches, cutoff)
    caches.parse_cache.save()
    if published:
        before = plan_of(published, caches)
        findings = check_all(findings, Comparison(before, plan, altered_files(published, tree, before, plan)))
        if not before.files:
            tell(f"En «{base}» no había plan en esta carpeta: no hay con qué comparar.")
    elif output == "text":
        tell("Sin --base no se revisa lo que cambió contra lo publicado: lo que se quitó, movió o reescribió.")
    if asked:
        reached = impact(plan, asked)
        findings = tuple(finding for finding in findings if is_within(finding.path, reached))
        tell(f"Se revisó {_checked(asked, reached)}.")
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # accents and marks, whatever the terminal's own encoding
    sys.stdout.write(REPORTS[output](findings, spanish))
    raise typer.Exit(int(Loaded(plan, findings).blocks(strict=strict)))


def _asked(path: Path, root: Path, published: Revision | None) -> str:
    """A path from the root; it may also be of a file that is no longer there, if it was published."""
    here = path if path.exists() else root / path
    absolute, base = here.resolve(), root.resolve()
    if not absolute.is_relative_to(base):
        refuse(f"«{path}» está fuera de «{root}».")
    name = absolute.relative_to(base).as_posix()
    if not here.exists() and not any(
        is_within(entry.path, [name]) for entry in (published.entries() if published else ())
    ):
        refuse(f"No existe «{path}».")
    return name


def _checked(asked: Collection[str], reached: Collection[str]) -> str:
    """What was looked at: the files that were asked for, and those tied to them."""
    tied = [path for path in reached if not is_within(path, asked)]
    if EVERYTHING in asked:
        return "el plan entero"
    if EVERYTHING in tied:
        return f"{listed(asked)} y, como todo depende de eso, el plan entero"
    return f"{listed(asked)} y lo que depende de eso: {listed(tied)}" if tied else listed(asked)


if __name__ == "__main__":
    run(check)
