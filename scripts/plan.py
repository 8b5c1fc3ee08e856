"""The ``plan`` command: one verb a module, and of those only the one that is asked for is loaded."""

from __future__ import annotations

import gc
import sys
from importlib import import_module

# A run is short, and what it allocates it keeps to the end: looking for cycles, in the modules that follow
# already, would cost more than it frees.
gc.disable()

import typer  # noqa: E402

from scripts.speech import Command, Group  # noqa: E402

VERBS = (
    *("check", "build", "rules", "demo", "schema", "format", "fix", "generate"),
    *("changes", "preview", "owners", "approvals", "forms", "intake", "metrics", "report", "verify", "evidence"),
    *("watch", "links", "overlay", "answer", "manifest"),
)


def main() -> None:
    """Run one verb and leave."""
    asked = [argument for argument in sys.argv[1:2] if argument in VERBS]
    app = _app(asked or VERBS)
    try:
        app()
    finally:
        gc.freeze()  # or the interpreter would search it all for cycles on its way out


def _app(verbs: list[str] | tuple[str, ...]) -> typer.Typer:
    app = typer.Typer(
        cls=Group,
        help="Revisa y publica un plan de acción de gobierno abierto.",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback()(_plan)
    for verb in verbs:
        order = getattr(import_module(f"scripts.{verb}"), verb)
        if isinstance(order, typer.Typer):
            app.add_typer(order, name=verb)
        else:
            app.command(verb, cls=Command)(order)
    return app


def _plan() -> None:
    """Revisa y publica un plan de acción de gobierno abierto."""


if __name__ == "__main__":
    main()
