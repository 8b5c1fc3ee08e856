"""What the ``plan`` command says by itself, in Spanish: its help, and what is wrong with an order."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import NoReturn

import typer
from pydantic import ValidationError
from typer._click.core import Command as AnyCommand
from typer._click.core import Context
from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
    UsageError,
)
from typer._click.formatting import HelpFormatter
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from actionplan.text.escape import plain

_HEADINGS = {"Arguments": "Argumentos", "Options": "Opciones", "Commands": "Órdenes"}
_USAGE = {"[OPTIONS]": "[OPCIONES]", "COMMAND [ARGS]...": "ORDEN [ARGUMENTOS]..."}
_KINDS = {
    "<list[Path]>": "<rutas>",
    "<path>": "<ruta>",
    "<str>": "<texto>",
    "<int range>": "<número>",
    "<int>": "<número>",
}
_NOTES = {"[default: ": "[si no se da: ", "[required]": "[obligatorio]"}
_MISUSE = 2
_EXTRA = re.compile(r"unexpected extra argument.*?\((?P<words>[^()]+)\)$", re.DOTALL)


class _Formatter(HelpFormatter):
    """Writes help with our words in the place of the library's."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, _said(args, _USAGE), prefix or "Uso: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading))

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        ours = [(_said(name, _KINDS), _said(text, _NOTES)) for name, text in rows]
        super().write_dl(ours, col_max, col_spacing)


class _Context(typer.Context):
    formatter_class = _Formatter

    def fail(self, message: str) -> NoReturn:
        """Refuse an order for what the library noticed outside of any option.

        Raises:
            UsageError: Always.
        """
        extra = _EXTRA.search(message)
        super().fail(f"Sobra «{extra['words']}»." if extra else "Falta decir qué orden se da.")


class _Spoken(AnyCommand):
    """What a verb and a group of verbs have in common."""

    context_class = _Context

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """The option that asks for help."""
        option = super().get_help_option(ctx)
        if option:
            option.help = "Muestra esta ayuda y termina."
        return option

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read what was written.

        Raises:
            UsageError: It cannot be read; the error knows of which verb.
        """
        try:
            return super().parse_args(ctx, args)
        except UsageError as misuse:
            misuse.ctx = misuse.ctx or ctx
            raise

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: object,
    ) -> object:
        """Carry out an order, or say what is wrong with it and leave with 2."""
        try:
            left: object = super().main(  # type: ignore[safe-super]  # the library's own comes next
                args, prog_name, complete_var, False, windows_expand_args, **extra
            )
        except NoArgsIsHelpError as asked:
            typer.echo(asked.message, err=True)
            sys.exit(_MISUSE)
        except UsageError as misuse:
            typer.echo(plain(_sentence(misuse)), err=True)
            asked_of = misuse.ctx.command_path if misuse.ctx else prog_name
            typer.echo(f"Para ver cómo se escribe: {asked_of} --help", err=True)
            sys.exit(_MISUSE)
        except typer.Abort:
            typer.echo("Se interrumpió.", err=True)
            sys.exit(1)
        if standalone_mode:
            sys.exit(left if isinstance(left, int) else 0)
        return left


class Command(_Spoken, TyperCommand):
    """One verb."""


class Group(_Spoken, TyperGroup):
    """A verb with orders of its own, or all verbs."""

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, AnyCommand | None, list[str]]:
        """Find the order that is given.

        Raises:
            UsageError: There is none of that name.
        """
        if args[0] not in self.commands:
            guess = "".join(f" ¿Quiso escribir «{name}»?" for name in get_close_matches(args[0], self.commands, 1))
            raise UsageError(f"No existe la orden «{args[0]}».{guess} Hay: {', '.join(sorted(self.commands))}.", ctx)
        return super().resolve_command(ctx, args)


def run(verb: Callable[..., None]) -> None:
    """Carry out one verb by itself, as ``python -m scripts.verb`` does."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(cls=Command)(verb)
    app()


def _sentence(misuse: UsageError) -> str:
    """What is wrong with an order."""
    match misuse:
        case NoSuchOption():
            guess = next(iter(sorted(misuse.possibilities or ())), "")
            return f"No existe la opción «{misuse.option_name}».{f' ¿Quiso escribir «{guess}»?' if guess else ''}"
        case BadOptionUsage():
            takes = "requires" in misuse.message
            return f"La opción «{misuse.option_name}» {'lleva un valor, y no se dio' if takes else 'no lleva valor'}."
        case MissingParameter(param=TyperOption() as param):
            return f"Falta «{param.opts[0]}»: {param.help}"
        case MissingParameter(param=TyperArgument() as param):
            return f"Falta «{param.display_name_raw}»: {param.help}"
        case BadParameter(param=TyperOption() as param):
            return _bad_value(misuse, param)
    return misuse.message


def _bad_value(misuse: BadParameter, param: TyperOption) -> str:
    cause = misuse.__cause__
    given = f"«{cause.errors()[0]['input']}»" if isinstance(cause, ValidationError) else "Lo escrito"
    if choices := param.type_descriptor.choices:
        known = ", ".join(str(getattr(choice, "value", choice)) for choice in choices)
        return f"{given} no es un valor de «{param.opts[0]}». Hay: {known}."
    span = f", de {param.min} a {param.max}" if param.min is not None and param.max is not None else ""
    return f"{given} no es un valor de «{param.opts[0]}», que lleva un número entero{span}."


def _said(text: str, words: dict[str, str]) -> str:
    for theirs, ours in words.items():
        text = text.replace(theirs, ours)
    return text
