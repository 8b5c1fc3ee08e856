"""The spots of a document: every field and heading, with the address that authors use for it.

One walk serves provenance, absences, completeness and the page of what is not known. An address is made
of field names, as the author spells them, and ids, joined by slashes: ``titulo``, ``a1.1/conclusion``,
``responsables/sfp/cargo``, ``problema-publico`` for a heading. ``*`` is the whole document; inside an
address it stands for every item of a list (``actividades/*/inicio``).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, get_origin

from actionplan.documents.body import Body
from actionplan.documents.values import Step
from actionplan.language.keys import KeyLanguage
from actionplan.language.messages import msg
from actionplan.model.common import DocumentPart, Sourced
from actionplan.model.fields import Editorial, Part, Required, part_in

WHOLE = "*"
_OWN = frozenset({"kind", "unavailable", "provenance"})
_SECTION_LEVEL = 2
INTRODUCTION = msg("Introducción")


class Spot(NamedTuple):
    """One field or heading of a document.

    Attributes:
        address: Its own address, the shortest.
        covers: The addresses that speak for it, nearest first, itself included.
        pattern: Its address with ``*`` for ids, empty outside lists.
        steps: The way to it in the data; empty for a heading.
        owner: The steps to the part that holds it.
        title: What it is called, in Spanish.
        line: The heading's line, 0 for a field.
        present: Whether it holds anything.
        required: Whether it is due.
        factual: Whether, being present, it owes a source.
        listing: Whether it is a list whose items have ids, known or not.
    """

    address: str
    covers: tuple[str, ...]
    pattern: str
    steps: tuple[Step, ...]
    owner: tuple[Step, ...]
    title: str
    line: int
    present: bool
    required: bool
    factual: bool
    listing: bool = False


class _Field(NamedTuple):
    name: str
    title: str
    required: Required | None
    editorial: bool
    listing: bool


@cache
def _fields(model: type[Part]) -> tuple[_Field, ...]:
    return tuple(
        _Field(
            name,
            info.title or name,
            next((mark for mark in info.metadata if isinstance(mark, Required)), None),
            any(isinstance(mark, Editorial) for mark in info.metadata),
            bool((part := part_in(info.annotation)) and part.identity and get_origin(info.annotation) is tuple),
        )
        for name, info in model.model_fields.items()
        if name not in _OWN
    )


class _Walk(NamedTuple):
    """Where the walk stands: what is above the part it is in."""

    prefix: str
    covers: tuple[str, ...]
    pattern: str
    steps: tuple[Step, ...]
    factual: bool


def spots(model: DocumentPart, body: Body, keys: KeyLanguage) -> tuple[Spot, ...]:
    """List the fields of a document, parts included, then its headings."""
    start = _Walk("", (WHOLE,), "", (), model.sourced)
    return (*_of_part(model, start, keys), *_of_body(model, body))


def _of_part(part: Part, at: _Walk, keys: KeyLanguage) -> Iterator[Spot]:
    factual = at.factual and not isinstance(part, Sourced)
    for name, title, required, editorial, listing in _fields(type(part)):
        value = getattr(part, name)
        key = keys.author(name)
        address = f"{at.prefix}/{key}" if at.prefix else key
        below = _Walk(
            address,
            (address, *at.covers),
            f"{at.pattern}/{key}" if at.pattern else "",
            (*at.steps, name),
            factual and not editorial,
        )
        parts = isinstance(value, Part) or (isinstance(value, tuple) and bool(value) and isinstance(value[0], Part))
        due = required is not None and (not required.when or bool(getattr(part, required.when)))
        present = value is not None and value != ()
        yield Spot(
            address,
            below.covers,
            below.pattern,
            below.steps,
            at.steps,
            title,
            0,
            present,
            due,
            below.factual and present and not parts,
            listing,
        )
        if isinstance(value, Part):
            yield from _of_part(value, below, keys)
        elif parts:
            yield from _of_items(value, key, below, keys)


def _of_items(items: tuple[Part, ...], key: str, at: _Walk, keys: KeyLanguage) -> Iterator[Spot]:
    for index, item in enumerate(items):
        name = str(getattr(item, item.identity)) if item.identity else str(index + 1)
        address = name if item.identity == "id" else f"{at.prefix}/{name}"
        below = _Walk(address, (address, *at.covers), f"{key}/{WHOLE}", (*at.steps, index), at.factual)
        yield from _of_part(item, below, keys)


def _of_body(model: DocumentPart, body: Body) -> Iterator[Spot]:
    first = body.headings[0].line - body.first_line if body.headings else None
    if "\n".join(body.text.split("\n")[:first]).strip():
        address = "introduccion"
        yield Spot(address, (address, WHOLE), "", (), (), INTRODUCTION, body.first_line, True, False, model.sourced)
    here = {heading.slug for heading in body.headings}
    for heading in body.headings:
        if heading.level > _SECTION_LEVEL:
            continue  # a heading further down is part of its section
        covers = (heading.slug, WHOLE)
        yield Spot(heading.slug, covers, "", (), (), heading.title, heading.line, True, False, model.sourced)
    for section in model.sections or ():
        if section.required and section.slug not in here:
            covers = (section.slug, WHOLE)
            yield Spot(section.slug, covers, "", (), (), section.title, 0, False, True, False)
