"""``plan preview``: the site as a proposal would leave it, with what changes on its first page."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from actionplan.diff.compare import Comparison
from actionplan.documents import WorkingTree
from actionplan.git.history import read_history
from actionplan.git.revision import Revision
from actionplan.language.locale import locale
from actionplan.loader import Caches, load, plan_of, with_custody
from actionplan.model import Plan
from actionplan.pages.addresses import url
from actionplan.pages.site import Site
from actionplan.preview.index import ADDRESS, index
from scripts.build import put_in_place
from scripts.cli.arguments import base_option, direct_option, open_option, path_option, root_option
from scripts.cli.command import verb
from scripts.cli.comparison import altered_files, comparison_base
from scripts.cli.loading import without_errors
from scripts.cli.output import inform
from scripts.cli.serve import show

_STYLE = "vista-previa.css"
_SHORT = 10
_HERE = "lo que hay en la carpeta"


@verb
@base_option(required=True)
@root_option
@path_option("--output", default=".build/vista-previa", metavar="CARPETA", help="Carpeta del sitio.")
@direct_option
@open_option
def preview(base: str, root: Path, output: Path, direct: bool, opened: bool) -> None:
    """Build the site of a proposal."""
    published, caches = comparison_base(root, base, None, direct=direct), Caches()
    before = with_custody(plan_of(published, caches), published)
    after = without_errors(load(WorkingTree(root), caches), "La propuesta tiene errores: no hay vista previa.")
    page = _first_page(before, after, published, root)
    style = resources.files("actionplan.preview").joinpath(_STYLE).read_text("utf-8")
    folder = url(ADDRESS)
    put_in_place(root, output, after.identity, {f"{folder}index.html": page, f"{folder}{_STYLE}": style})
    inform(f"Vista previa lista en {output}/{folder}.")
    show(output, folder, opened=opened)


def _first_page(before: Plan, after: Plan, published: Revision, root: Path) -> str:
    language, history = locale(after.identity.language), read_history(root)
    was, now = (Site(plan, language, history=history) for plan in (before, after))
    comparison = Comparison(before, after, altered_files(published, WorkingTree(root), before, after))
    return index(was, now, comparison, (published.commit[:_SHORT], _HERE))


if __name__ == "__main__":
    preview()
