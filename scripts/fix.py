"""``plan fix``: what can be repaired without asking, line by line, with comments and all else left alone."""

from __future__ import annotations

from pathlib import Path

import click

from actionplan.documents import WorkingTree, write_whole
from actionplan.repairs.mending import mend
from actionplan.text.escape import plain
from scripts.cli.arguments import paths_argument, root_option
from scripts.cli.command import verb
from scripts.cli.output import inform
from scripts.cli.paths import is_named, named_paths


@verb
@paths_argument
@root_option
@click.option("--dry-run", is_flag=True, help="Dice qué haría y no escribe nada.")
def fix(paths: tuple[Path, ...], root: Path, dry_run: bool) -> int:
    """Repair the named files, or all."""
    names = named_paths(root, paths)
    tree = WorkingTree(root)
    wanted = {entry.path for entry in tree.entries() if is_named(entry.path, names)} if names else None
    done = mend(tree, wanted)
    for repair in done.repairs:
        where = f"{repair.finding.path}:{repair.finding.line}"
        click.echo(plain(f"{where}: {repair.finding.code}: {repair.before.strip()} → {repair.after.strip()}"))
    if not dry_run:
        for path, text in done.files.items():
            write_whole(root / path, text.encode())
    remaining = sum(wanted is None or finding.path in wanted for finding in done.loaded.findings)
    verdict = "Se repararía" if dry_run else "Reparado"
    inform(f"{verdict}: {len(done.repairs)}. Queda por ver con «plan check»: {remaining}.")
    return int(done.loaded.blocks())


if __name__ == "__main__":
    fix()
