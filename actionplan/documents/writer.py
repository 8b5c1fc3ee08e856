"""Documents in canonical form: what a person, a script or a form editor would all write to the byte.

Block style, two spaces, dashes indented under their key, every text in double quotes, numbers and yes/no
plain, nothing empty, and one final line feed. The order of keys is the caller's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from json.encoder import encode_basestring as quoted
from typing import TypeAlias

from actionplan.documents import values
from actionplan.documents.reader import Document

Writable: TypeAlias = "str | int | bool | Decimal | date | Sequence[Writable] | Mapping[str, Writable] | None"
"""Data with keys as authors spell them; None, empty texts and empty collections are left out."""

_FENCE = "---\n"
_STEP = "  "


def data_text(data: Mapping[str, Writable]) -> str:
    """Return the text of a file that is only data, such as ``plan.yml``."""
    return "".join(f"{line}\n" for line in _record(data, ""))


def document_text(data: Mapping[str, Writable], body: str = "") -> str:
    """Return the text of a Markdown document: front matter, a blank line and the body if there is one."""
    prose = body.strip("\n")
    return f"{_FENCE}{data_text(data)}{_FENCE}" + (f"\n{prose}\n" if prose else "")


def canonical(document: Document) -> str:
    """Return a document that was read, written anew with the keys that its author used; comments are lost."""
    data = {member.spelling: _as_written(member.value) for member in document.data.members.values()}
    return data_text(data) if document.kind.is_settings else document_text(data, document.body.text)


def _as_written(value: values.Value) -> Writable:
    if isinstance(value, values.Record):
        return {member.spelling: _as_written(member.value) for member in value.members.values()}
    if isinstance(value, values.Sequence):
        return [_as_written(item) for item in value.items]
    return value.value


def _record(data: Mapping[str, Writable], indent: str) -> Iterator[str]:
    for key, value in data.items():
        if _is_empty(value):
            continue
        if isinstance(value, Mapping):
            yield f"{indent}{key}:"
            yield from _record(value, indent + _STEP)
        elif isinstance(value, Sequence) and not isinstance(value, str):
            yield f"{indent}{key}:"
            yield from _list(value, indent + _STEP)
        else:
            yield f"{indent}{key}: {_scalar(value)}"


def _list(items: Sequence[Writable], indent: str) -> Iterator[str]:
    below = indent + _STEP
    for item in items:
        if _is_empty(item):
            continue
        if isinstance(item, Mapping):
            lines = _record(item, below)
        elif isinstance(item, Sequence) and not isinstance(item, str):
            lines = _list(item, below)
        else:
            yield f"{indent}- {_scalar(item)}"
            continue
        yield f"{indent}- {next(lines)[len(below) :]}"
        yield from lines


def _is_empty(value: Writable) -> bool:
    """Return whether there is nothing to write; a collection of nothing but empty ones is as empty as they are."""
    if isinstance(value, Mapping):
        return all(map(_is_empty, value.values()))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return all(map(_is_empty, value))
    return value is None or value == ""


def _scalar(value: str | int | Decimal | date | None) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    # A JSON string is a YAML one too, with the same escapes; what needs none is left as it is.
    return quoted(value.isoformat() if isinstance(value, date) else str(value))
