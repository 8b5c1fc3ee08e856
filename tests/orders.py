"""Orders of the ``plan`` command, given as people give them."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from scripts.plan import plan as command


def plan(*arguments: str | Path) -> Result:
    """Give an order; whatever is wrong with it, it must not end in a traceback."""
    done = CliRunner().invoke(command, [str(argument) for argument in arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done


def names(root: Path) -> set[str]:
    """Every file below a folder, from it."""
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
