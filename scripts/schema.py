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
from scripts.files import refresh
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
        refresh(root, editor_files(), "plan schema --write", check=check)
    asked: dict[str, Schema] | Schema = schemas[kind] if kind else schemas
    sys.stdout.write(json.dumps(asked, ensure_ascii=False, indent=2) + "\n")


if __name__ == "__main__":
    run(schema)
