"""A document to begin with, for each kind, in the form in which editors fill blanks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count

from actionplan.documents import LAYOUT, Kind
from actionplan.exports.schema import DUE, Schema, schema_of
from actionplan.language.keys import SPANISH
from actionplan.model import MODELS

_STEP = "  "


def snippets() -> dict[str, dict[str, str | list[str]]]:
    """Return one snippet a kind, by the word that brings it."""
    return {
        str(schema_of(kind)["title"]): {
            "scope": "yaml" if kind.is_settings else "markdown",
            "prefix": str(schema_of(kind)["title"]),
            "description": example,
            "body": list(_document(kind)),
        }
        for kind, example, _ in LAYOUT
    }


def _document(kind: Kind) -> Iterator[str]:
    schema = schema_of(kind)
    sourced = (SPANISH.author("provenance"),) if MODELS[kind].sourced else ()
    data = _record(schema, schema, "", count(1), sourced)
    if kind.is_settings:
        yield from data
        return
    yield "---"
    yield from data
    yield "---"
    for section in MODELS[kind].sections or ():
        if section.required:
            yield from ("", f"## {section.title}", "")
    yield ""
    yield "$0"


def _record(
    schema: Schema, whole: Schema, indent: str, stops: Iterator[int], wanted: tuple[str, ...] = ()
) -> Iterator[str]:
    """Yield the lines of what is due in a record; each blank has a number, in reading order."""
    wanted = (*wanted, *_resolved(schema, whole).get("required", ()))
    for key, about in _resolved(schema, whole)["properties"].items():
        if key in wanted or DUE in about:
            found = _resolved(about, whole)
            if found.get("type") == "array":
                yield f"{indent}{key}:"
                yield from _item(found["items"], whole, indent + _STEP, stops)
            elif found.get("type") == "object":
                yield f"{indent}{key}:"
                yield from _record(found, whole, indent + _STEP, stops)
            else:
                yield f"{indent}{key}: {_blank(found, str(about.get('title', key)), stops)}"


def _item(items: Schema, whole: Schema, indent: str, stops: Iterator[int]) -> Iterator[str]:
    found = _resolved(items, whole)
    if found.get("type") != "object":
        yield f"{indent}- {_blank(found, '', stops)}"
        return
    lines = _record(found, whole, indent + _STEP, stops)
    yield f"{indent}- {next(lines).strip()}"
    yield from lines


def _blank(about: Schema, name: str, stops: Iterator[int]) -> str:
    if "const" in about:
        return json.dumps(about["const"])
    stop = next(stops)
    if "enum" in about:
        return f'"${{{stop}|{",".join(about["enum"])}|}}"'
    blank = f"${{{stop}:{name}}}" if name else f"${stop}"
    return f'"{blank}"' if about.get("type") == "string" else f"${stop}"


def _resolved(about: Schema, whole: Schema) -> Schema:
    name = str(about.get("$ref", "")).rpartition("/")[2]
    return whole["$defs"][name] if name else about
