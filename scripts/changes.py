"""``plan changes``: what a proposal changes in what the plan says."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from actionplan.diff.before_after import BeforeAfter
from actionplan.diff.compare import Comparison
from actionplan.diff.report import LONGEST, REPORTS, as_json
from actionplan.documents.files import FileTree, WorkingTree
from actionplan.documents.parse_cache import parse_cache_of
from actionplan.git.revision import Revision
from actionplan.language.locale import locale
from actionplan.language.messages import spanish
from actionplan.loader import Caches, plan_of, with_custody
from actionplan.preview.comment import before_and_after
from scripts.orders import Direct, altered_files, asked_base, asked_revision, refuse
from scripts.speech import run

_FORMATS = (*REPORTS, "json")


def changes(
    base: Annotated[str, typer.Option(metavar="VERSIÓN", help="Lo publicado: una rama, etiqueta o commit.")],
    head: Annotated[
        str | None, typer.Option(metavar="VERSIÓN", help="Lo propuesto; sin ella, lo que hay en la carpeta.")
    ] = None,
    root: Annotated[Path, typer.Option(help="Carpeta del plan.")] = Path(),
    output: Annotated[
        str, typer.Option("--format", metavar="FORMATO", help=f"Cómo se imprimen: {', '.join(_FORMATS)}.")
    ] = "text",
    *,
    direct: Direct = False,
) -> None:
    """Dice en oraciones qué cambia en el plan, lo más grave primero; la forma en que está escrito no cuenta."""
    if not root.is_dir():
        refuse(f"No existe la carpeta «{root}».")
    if output not in _FORMATS:
        refuse(f"«{output}» no es un formato. Hay: {', '.join(_FORMATS)}.")
    proposed = asked_revision(root, head) if head is not None else None
    published = asked_base(root, base, proposed, direct=direct)
    tree: FileTree = proposed or WorkingTree(root)
    caches = Caches(parse_cache=parse_cache_of(root))
    before, after = plan_of(published, caches), plan_of(tree, caches)
    caches.parse_cache.save()
    altered = altered_files(published, tree, before, after)
    unsealed = BeforeAfter(before, after, altered)
    names, new = unsealed.touched, after.commitment_files.keys() - before.commitment_files.keys()
    whole = unsealed.moves_the_plan
    before = with_custody(before, published, None if whole else names)
    after = with_custody(after, tree, None if whole else {*names, *new})
    comparison = Comparison(before, after, altered)
    if output == "json":
        about: dict[str, object] = {
            "base": published.commit,
            "head": proposed.commit if proposed else None,
            "documents": _documents(published, tree, altered),
        }
        sys.stdout.write(as_json(comparison.changes, about))
    else:
        said = REPORTS[output](comparison.changes, spanish)
        if output == "markdown":
            said += before_and_after(comparison, locale("es"), LONGEST - len(said))
        sys.stdout.write(said)


def _documents(published: Revision, tree: FileTree, altered: frozenset[str]) -> list[dict[str, str | None]]:
    """Every file that differs, whatever it says."""
    before, after = ({entry.path for entry in files.entries()} for files in (published, tree))
    rows = [(path, "added") for path in after - before] + [(path, "removed") for path in before - after]
    rows += [(path, "modified") for path in altered & before & after]
    return [{"path": path, "previous_path": None, "status": status} for path, status in sorted(rows)]


if __name__ == "__main__":
    run(changes)
