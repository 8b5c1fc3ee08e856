"""``plan preview``: the site as a proposal would leave it, with what changes on its first page."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Annotated

import typer

from actionplan.diff.compare import Comparison
from actionplan.documents.files import WorkingTree
from actionplan.findings.report import as_text
from actionplan.git.history import read_history
from actionplan.git.revision import Revision
from actionplan.language.locale import locale
from actionplan.loader import Caches, load, plan_of, with_custody
from actionplan.model.plan import Plan
from actionplan.pages.addresses import url
from actionplan.pages.site import Site
from actionplan.preview.index import ADDRESS, index
from scripts.build import put_in_place
from scripts.orders import Direct, altered_files, asked_base, refuse
from scripts.shown import Open, show
from scripts.speech import run

_STYLE = "vista-previa.css"
_SHORT = 10
_HERE = "lo que hay en la carpeta"


def preview(
    base: Annotated[str, typer.Option(metavar="VERSIÓN", help="Lo publicado: una rama, etiqueta o commit.")],
    root: Annotated[Path, typer.Option(help="Carpeta del plan, con la propuesta.")] = Path(),
    output: Annotated[Path, typer.Option(help="Carpeta del sitio de la vista previa.")] = Path(".build/vista-previa"),
    *,
    direct: Direct = False,
    opened: Open = False,
) -> None:
    """Construye el sitio de la propuesta; su primera página dice qué páginas, cifras y dibujos cambian."""
    if not root.is_dir():
        refuse(f"No existe la carpeta «{root}».")
    published, caches = asked_base(root, base, None, direct=direct), Caches()
    before = with_custody(plan_of(published, caches), published)
    proposed = load(WorkingTree(root), caches)
    if proposed.blocks():
        typer.echo(as_text(proposed.findings), err=True)
        typer.echo("La propuesta tiene errores: no hay vista previa.", err=True)
        raise typer.Exit(1)
    page = _first_page(before, proposed.plan, published, root)
    style = resources.files("actionplan.preview").joinpath(_STYLE).read_text("utf-8")
    folder = url(ADDRESS)
    put_in_place(root, output, proposed.plan.identity, {f"{folder}index.html": page, f"{folder}{_STYLE}": style})
    typer.echo(f"Vista previa lista en {output}/{folder}.", err=True)
    show(output, folder, opened=opened)


def _first_page(before: Plan, after: Plan, published: Revision, root: Path) -> str:
    language, history = locale(after.identity.language), read_history(root)
    was, now = (Site(plan, language, history=history) for plan in (before, after))
    comparison = Comparison(before, after, altered_files(published, WorkingTree(root), before, after))
    return index(was, now, comparison, (published.commit[:_SHORT], _HERE))


if __name__ == "__main__":
    run(preview)
