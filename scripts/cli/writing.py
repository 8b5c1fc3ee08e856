"""How the verbs write files: whole or not at all, and only those that differ."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from scripts.cli.output import inform


def write_file(place: Path, text: str) -> None:
    """Write a file where there may be none, in a folder that may not be there yet."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(text.encode())


def refresh(root: Path, files: Mapping[str, str], command: str, *, check: bool) -> int:
    """Write the generated files that are out of date and return 0, or only name them and return 1 if there are any.

    Args:
        root: Folder that their paths start from.
        files: The text that each should have, by its path.
        command: What writes them, for people.
        check: Whether to write nothing.
    """
    stale = {path: text for path, text in files.items() if not _holds(root / path, text)}
    for path, text in stale.items():
        if check:
            inform(f"{path} no está al día: escríbalo de nuevo con «{command}».")
        else:
            write_file(root / path, text)
            click.echo(path)
    return int(check and bool(stale))


def _holds(place: Path, text: str) -> bool:
    return place.is_file() and place.read_bytes() == text.encode()
