"""The ``plan`` command: one verb a module, and of those only the one that is asked for is loaded."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from importlib import import_module

# A run is short, and what it allocates it keeps to the end: a search for cycles, in the modules that follow
# already, would cost more than it frees.
gc.disable()

import click  # noqa: E402

from scripts.cli.command import VerbGroup  # noqa: E402
from scripts.cli.verbs import VERBS  # noqa: E402


class _Plan(VerbGroup):
    """Represent the whole command, whose help needs none of the verbs' modules."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the same in every context
        """Return the verbs in the order of their table."""
        return [name for name in VERBS if " " not in name]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a verb."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = getattr(import_module(f"scripts.{cmd_name}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each verb does."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, VERBS[name].summary) for name in self.list_commands(ctx)])


plan = _Plan(None, "Revisa y publica un plan de acción de gobierno abierto.")


def main() -> None:
    """Run one verb and leave."""
    try:
        plan()
    except SystemExit as leaving:
        # All files are written and closed: the interpreter need not take apart what was loaded.
        with suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(int(leaving.code or 0))
        raise


if __name__ == "__main__":
    main()
