"""``plan schema``: the form of each kind of document, for programs and for editors."""

from __future__ import annotations

import json
from pathlib import Path

import click

from actionplan.documents import Kind
from actionplan.exports.editors import editor_files
from actionplan.exports.schema import Schema, schema_of
from scripts.cli.arguments import check_option, root_option
from scripts.cli.command import verb
from scripts.cli.output import answer, refuse
from scripts.cli.writing import refresh


@verb
@click.argument("kind", default="", metavar="[TIPO]", help="Tipo de documento, como «compromiso»; sin él, todos.")
@root_option
@click.option("--write", is_flag=True, help="Escribe docs/schemas/ y lo que usan los editores.")
@check_option
def schema(kind: str, root: Path, write: bool, check: bool) -> int:
    """Print one schema or all, or write the files of the editors."""
    schemas = {str(made["title"]): made for made in map(schema_of, Kind)}
    if kind and kind not in schemas:
        refuse(f"«{kind}» no es un tipo de documento. Hay: {', '.join(schemas)}.")
    if check or write:
        return refresh(root, editor_files(), "plan schema --write", check=check)
    wanted: dict[str, Schema] | Schema = schemas[kind] if kind else schemas
    answer(json.dumps(wanted, ensure_ascii=False, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    schema()
