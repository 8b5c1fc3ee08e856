"""JSON that a forge gives out, or another verb of ours: read by a model, or refused in words for people."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Generic, NamedTuple, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

T = TypeVar("T", bound=BaseModel)
T_co = TypeVar("T_co", covariant=True)

_NO_JSON = "no es JSON"


class Payload(NamedTuple, Generic[T_co]):
    """Describe what the forge gives out: the end of its address, below a repository's, and how it is read."""

    call: str
    read: Callable[[str], T_co]


class ForgeError(Exception):
    """Represent the JSON is not what a forge, or another verb of ours, gives out.

    Says what is wrong with it, for people.
    """


def one(model: type[T], text: str) -> T:
    """Return the one thing that a text of JSON is.

    Raises:
        ForgeError: It is something else.
    """
    try:
        return model.model_validate_json(text)
    except ValidationError as refused:
        raise ForgeError(_first(refused)) from refused


def listed(model: type[T], text: str) -> list[T]:
    """Return the items of one list, or of a list a page one after another, as forges' clients print them.

    Raises:
        ForgeError: It is something else.
    """
    items: list[object] = []
    try:
        for page in _values(text):
            if not isinstance(page, list):
                raise ForgeError("no es una lista")
            items += [item for part in page for item in (part if isinstance(part, list) else [part])]
        return TypeAdapter(list[model]).validate_python(items)  # type: ignore[valid-type]  # a type known at run time
    except ValidationError as refused:
        raise ForgeError(_first(refused)) from refused
    except (ValueError, RecursionError) as broken:
        raise ForgeError(_NO_JSON) from broken


def _values(text: str) -> Iterator[object]:
    decoder, rest = json.JSONDecoder(), text.strip()
    while True:  # nothing at all is no list: a download that failed must not pass for an empty one
        value, end = decoder.raw_decode(rest)
        yield value
        rest = rest[end:].lstrip()
        if not rest:
            return


def _first(refused: ValidationError) -> str:
    error = refused.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(step) for step in error["loc"])
    if error["type"] == "json_invalid":
        return _NO_JSON
    if not where:
        return "es otra cosa"
    return f"le falta «{where}»" if error["type"] == "missing" else f"«{where}» no es lo que ahí va"
