"""What the verbs that write a plan share: which files are meant, and keeping generated ones up to date."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

import typer

from actionplan.model.impact import is_within
from scripts.orders import refuse


def asked_paths(paths: list[Path] | None, root: Path) -> tuple[str, ...]:
    """The files and folders that are meant, from the root; one that is not there is refused."""
    names = []
    for path in paths or ():
        here = path if path.exists() else root / path
        if not here.exists():
            refuse(f"No existe «{path}».")
        if not here.resolve().is_relative_to(root.resolve()):
            refuse(f"«{path}» está fuera de «{root}».")
        names.append(here.resolve().relative_to(root.resolve()).as_posix())
    return tuple(names)


def is_asked(path: str, names: tuple[str, ...]) -> bool:
    """Whether a file is meant; all are if none was named."""
    return not names or "." in names or is_within(path, names)


def refresh(root: Path, files: Mapping[str, str], command: str, *, check: bool) -> NoReturn:
    """Write those generated files that are out of date and leave with 0, or only name them and leave with 1.

    Args:
        root: Folder that their paths start from.
        files: The text that each should have, by its path.
        command: What writes them, for people.
        check: Whether to write nothing.

    Raises:
        typer.Exit: Always.
    """
    stale = {path: text for path, text in files.items() if not _holds(root / path, text)}
    for path, text in stale.items():
        if check:
            typer.echo(f"{path} no está al día: escríbalo de nuevo con «{command}».", err=True)
            continue
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())
        typer.echo(path)
    raise typer.Exit(int(check and bool(stale)))


def _holds(place: Path, text: str) -> bool:
    return place.is_file() and place.read_bytes() == text.encode()
