"""``plan schema``: the form of each kind of document, for programs and for editors."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from actionplan.documents.kinds import Kind
from actionplan.exports.editors import editor_files
from actionplan.exports.schema import Schema, schema_of
from scripts.orders import refuse
from scripts.speech import run


def schema(
    kind: Annotated[
        str, typer.Argument(metavar="TIPO", help="Tipo de documento, como «compromiso»; sin él, todos.")
    ] = "",
    root: Annotated[Path, typer.Option(help="Carpeta del plan.")] = Path(),
    write: Annotated[bool, typer.Option("--write", help="Escribe docs/schemas/ y lo que usan los editores.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Termina en 1 si esos archivos no están al día.")] = False,
) -> None:
    """Imprime los esquemas JSON de los documentos, o escribe los archivos con los que ayudan los editores."""
    schemas = {str(found["title"]): found for found in map(schema_of, Kind)}
    if kind and kind not in schemas:
        refuse(f"«{kind}» no es un tipo de documento. Hay: {', '.join(schemas)}.")
    if check or write:
        raise typer.Exit(int(_stale(root) if check else _written(root)))
    asked: dict[str, Schema] | Schema = schemas[kind] if kind else schemas
    sys.stdout.write(json.dumps(asked, ensure_ascii=False, indent=2) + "\n")


def _stale(root: Path) -> bool:
    stale = [name for name, text in editor_files().items() if not _holds(root / name, text)]
    for name in stale:
        typer.echo(f"{name} no está al día: escríbalo de nuevo con «plan schema --write».", err=True)
    return bool(stale)


def _holds(place: Path, text: str) -> bool:
    return place.is_file() and place.read_bytes() == text.encode()


def _written(root: Path) -> bool:
    for name, text in editor_files().items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode())
        typer.echo(name, err=True)
    return False


if __name__ == "__main__":
    run(schema)
