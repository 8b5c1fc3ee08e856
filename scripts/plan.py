"""The ``plan`` command: one verb a module."""

from __future__ import annotations

import gc

import typer

from scripts import build, check, rules

app = typer.Typer(
    help="Revisa y publica un plan de acción de gobierno abierto.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("check")(check.check)
app.command("build")(build.build)
app.command("rules")(rules.rules)


def main() -> None:
    """Run one verb and leave."""
    gc.disable()  # a run is short: what it allocates it keeps to the end
    try:
        app()
    finally:
        gc.freeze()  # or the interpreter would search it all for cycles on its way out
