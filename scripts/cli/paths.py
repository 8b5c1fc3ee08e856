"""The files and folders of a plan that an order names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from actionplan.documents import FileTree
from actionplan.model import is_within
from scripts.cli.output import refuse


def named_paths(root: Path, paths: Iterable[Path], published: FileTree | None = None) -> list[str]:
    """Return the paths that are named, from the root; refuse one that is not there or not within.

    Args:
        root: Folder of the plan.
        paths: As they are written: from the working folder or from the root.
        published: Where a path may also be that is no longer on disk.
    """
    names = []
    for path in paths:
        here = path if path.exists() else root / path
        if not here.resolve().is_relative_to(root.resolve()):
            refuse(f"«{path}» está fuera de «{root}».")
        name = here.resolve().relative_to(root.resolve()).as_posix()
        before = published.entries() if published else ()
        if not here.exists() and not any(is_within(entry.path, [name]) for entry in before):
            refuse(f"No existe «{path}».")
        names.append(name)
    return names


def is_named(path: str, names: Sequence[str]) -> bool:
    """Return whether a file is meant; all are if none is named."""
    return not names or "." in names or is_within(path, names)
