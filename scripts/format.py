"""``plan format``: documents in the one form that people, scripts and form editors write alike."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from actionplan.documents import WorkingTree, comment_lines, write_whole
from actionplan.findings import Family, Severity
from actionplan.loader import load
from actionplan.model import Plan
from actionplan.repairs.canonical import canonical
from scripts.cli.arguments import check_option, paths_argument, root_option
from scripts.cli.command import verb
from scripts.cli.output import inform
from scripts.cli.paths import is_named, named_paths


@verb
@paths_argument
@root_option
@check_option
@click.option("--drop-comments", is_flag=True, help="También los archivos con comentarios en la ficha, que se pierden.")
def format(paths: tuple[Path, ...], root: Path, check: bool, drop_comments: bool) -> int:  # noqa: A001 - the verb's own name
    """Write the named files, or all, in their canonical form."""
    names = named_paths(root, paths)
    loaded = load(WorkingTree(root))
    broken = {
        finding.path
        for finding in loaded.findings
        if finding.code.startswith(Family.FORM) and finding.severity is Severity.ERROR
    }
    broken |= {document.path for document in loaded.plan.unreadable}
    for path in sorted(path for path in broken if is_named(path, names)):
        inform(f"{path}: se deja como está; primero hay que corregir lo que dice «plan check».")
    changed = _different(loaded.plan, root, names, broken, drop=drop_comments)
    for path, text in changed:
        click.echo(path)
        if not check:
            write_whole(root / path, text.encode())
    return int(bool(broken) or (check and bool(changed)))


def _different(plan: Plan, root: Path, names: Sequence[str], broken: set[str], *, drop: bool) -> list[tuple[str, str]]:
    """Return the files whose text is not canonical, with the text that is."""
    changed = []
    for entry in plan.entries:
        if entry.path in broken or not is_named(entry.path, names):
            continue
        text, form = (root / entry.path).read_bytes().decode(), canonical(entry)
        if text == form:
            continue
        if not drop and comment_lines(text):
            inform(f"{entry.path}: se deja como está; tiene comentarios, que se perderían.")
            continue
        changed.append((entry.path, form))
    return changed


if __name__ == "__main__":
    format()
