"""Verbs and groups of verbs that speak Spanish: their help, and what is wrong with an order."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from typing import Any, NoReturn

import click
from click.exceptions import MissingParameter, NoArgsIsHelpError, NoSuchCommand, UsageError

from actionplan.text.escape import plain
from scripts.cli.verbs import VERBS

_WORDS = {
    "Positional arguments": "Argumentos",
    "Options": "Opciones",
    "Commands": "Órdenes",
    "[OPTIONS]": "[OPCIONES]",
    "COMMAND [ARGS]...": "ORDEN [ARGUMENTOS]...",
    "[default: ": "[si no se da: ",
    "[required]": "[obligatorio]",
    "; required]": "; obligatorio]",
}
_MISUSE = 2


class _Formatter(click.HelpFormatter):
    """Write help with Spanish words in the place of the library's."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, _in_spanish(args), prefix or "Uso: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_in_spanish(heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(name, _in_spanish(text)) for name, text in rows], col_max, col_spacing)


class _Context(click.Context):
    formatter_class = _Formatter

    def fail(self, message: str) -> NoReturn:  # noqa: ARG002 - the library's only message here is that a verb is missing
        """Refuse an order without a verb.

        Raises:
            UsageError: Always.
        """
        super().fail("Falta decir qué orden se da.")


class _SpanishCommand(click.Command):
    """Hold what verbs and groups of verbs have in common."""

    context_class = _Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that asks for help."""
        option = super().get_help_option(ctx)
        if option:
            option.help = "Muestra esta ayuda y termina."
        return option

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what was written.

        Raises:
            UsageError: It cannot be read; the error knows of which verb.
        """
        try:
            return super().parse_args(ctx, args)
        except UsageError as misuse:
            misuse.ctx = misuse.ctx or ctx
            raise

    def main(  # type: ignore[override]  # it never returns, whatever the settings
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **settings: Any
    ) -> NoReturn:
        """Carry out an order and leave with the code that it returns, or say what is wrong with it and leave with 2."""
        try:
            code = super().main(args, prog_name, **{**settings, "standalone_mode": False})
        except NoArgsIsHelpError as asked:
            click.echo(asked.message, err=True)
            code = _MISUSE
        except UsageError as misuse:
            click.echo(plain(_sentence(misuse)), err=True)
            asked_of = misuse.ctx.command_path if misuse.ctx else prog_name
            click.echo(f"Para ver cómo se escribe: {asked_of} --help", err=True)
            code = _MISUSE
        except click.Abort:
            click.echo("Se interrumpió.", err=True)
            code = 1
        sys.exit(code)


class _Verb(_SpanishCommand):
    """Represent one verb, which leaves no word unread."""

    allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what was written.

        Raises:
            UsageError: There are more words than the verb takes.
        """
        unread = super().parse_args(ctx, args)
        if unread:
            raise UsageError(f"Sobra «{' '.join(unread)}».", ctx)
        return unread


class VerbGroup(_SpanishCommand, click.Group):
    """Represent a verb that has verbs of its own."""

    def __init__(self, name: str | None, text: str) -> None:
        super().__init__(name, help=text, no_args_is_help=True)

    def verb(self, function: Callable[..., int | None]) -> click.Command:
        """Make a verb of this group out of a function."""
        command = _verb(f"{self.name} {function.__name__}", function)
        self.add_command(command)
        return command


def verb(function: Callable[..., int | None]) -> click.Command:
    """Make a verb out of a function that returns its exit code, or nothing for 0; the table of verbs has its help."""
    return _verb(function.__name__, function)


def _verb(path: str, function: Callable[..., int | None]) -> click.Command:
    entry = VERBS[path]
    make = click.command(
        path.rsplit(maxsplit=1)[-1],
        _Verb,
        help=f"{entry.summary}\n\n{entry.details}",
        context_settings={"show_default": True},
    )
    return make(function)


def group(name: str) -> VerbGroup:
    """Make a group of verbs; the table of verbs has its help."""
    return VerbGroup(name, VERBS[name].summary)


def _sentence(misuse: UsageError) -> str:
    """Return what is wrong with an order."""
    match misuse:
        case NoSuchCommand(ctx=click.Context(command=click.Group() as command) as ctx, command_name=name):
            names = command.list_commands(ctx)
            return f"No existe la orden «{name}».{_guess(name, names)} Hay: {', '.join(sorted(names))}."
        case click.NoSuchOption():
            return f"No existe la opción «{misuse.option_name}».{_guess(misuse.option_name, misuse.possibilities)}"
        case click.BadOptionUsage():
            takes = "requires" in misuse.message
            return f"La opción «{misuse.option_name}» {'lleva un valor, y no se dio' if takes else 'no lleva valor'}."
        case MissingParameter(param=click.Parameter() as missing):
            name = missing.opts[0] if isinstance(missing, click.Option) else missing.human_readable_name
            return f"Falta «{name}»: {missing.help}"
    return misuse.message


def _guess(written: str, known: Sequence[str] | None) -> str:
    return "".join(f" ¿Quiso escribir «{name}»?" for name in get_close_matches(written, known or (), 1))


def _in_spanish(text: str) -> str:
    for theirs, ours in _WORDS.items():
        text = text.replace(theirs, ours)
    return text
