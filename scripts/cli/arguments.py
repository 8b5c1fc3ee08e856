"""The arguments that several verbs take, each declared once with the way to read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

import click

from scripts.cli.output import refuse

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., object])


def _folder(text: str) -> Path:
    if not Path(text).is_dir():
        refuse(f"No existe la carpeta «{text}».")
    return Path(text)


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        refuse(f"«{text}» no es una fecha. Escríbala como año-mes-día, por ejemplo 2020-06-30.")
    return day


path_option = partial(click.option, type=Path, metavar="ARCHIVO")
day_option = partial(click.option, type=_day, metavar="FECHA")
base_option = partial(
    click.option, "--base", metavar="VERSIÓN", help="Lo publicado, con lo que se compara: una rama, etiqueta o commit."
)
head_option = partial(click.option, "--head", metavar="VERSIÓN", help="La propuesta: una rama, etiqueta o commit.")
root_option = click.option("--root", type=_folder, default=".", metavar="CARPETA", help="Carpeta del plan.")
direct_option = click.option(
    "--direct",
    is_flag=True,
    help="Compara las dos versiones tal cual, también lo que la propuesta aún no trae de lo publicado.",
)
open_option = click.option(
    "--open", "opened", is_flag=True, help="Lo sirve solo para esta máquina y lo abre en el navegador, hasta Ctrl-C."
)
check_option = click.option(
    "--check", is_flag=True, help="No escribe: dice qué archivos no están al día y termina en 1 si hay alguno."
)
commitment_argument = click.argument("commitment", metavar="COMPROMISO", help="Su identificador, por ejemplo c05.")
paths_argument = click.argument(
    "paths", type=Path, nargs=-1, metavar="[ARCHIVO]...", help="Archivos o carpetas; sin ninguno, todo el plan."
)


def format_option(formats: Iterable[str], default: str = "text") -> Callable[[F], F]:
    """Return the option that says how a verb prints its answer."""
    known = tuple(formats)

    def read(text: str) -> str:
        if text not in known:
            refuse(f"«{text}» no es un formato. Hay: {', '.join(known)}.")
        return text

    shown = f"Cómo se imprime: {', '.join(known)}."
    return click.option("--format", "output", type=read, default=default, metavar="FORMATO", help=shown)


def number(option: str, span: range | None = None) -> Callable[[str | int], int]:
    """Return what reads the whole number of an option, within a span if there is one."""
    bounds = f", de {span[0]} a {span[-1]}" if span else ""

    def read(text: str | int) -> int:
        with suppress(ValueError):
            if span is None or int(text) in span:
                return int(text)
        raise ValueError(f"«{text}» no es un valor de «{option}», que lleva un número entero{bounds}.")

    return read


def one_of(option: str, known: Mapping[str, T]) -> Callable[[str], T]:
    """Return what reads one of the values that an option knows, by their names."""

    def read(text: str) -> T:
        if text not in known:
            raise ValueError(f"«{text}» no es un valor de «{option}». Hay: {', '.join(known)}.")
        return known[text]

    return read
