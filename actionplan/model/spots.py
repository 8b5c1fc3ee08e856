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
_OWN = frozenset({"kind", "unavailable", "provenance", "waivers"})
_SECTION_LEVEL = 2
INTRODUCTION = msg("Introducción")


class Spot(NamedTuple):
    """One field or heading of a document.

    Attributes:
        address: Its own address, the shortest.
        above: The addresses that speak for it beside its own, nearest first.
        pattern: Its address with ``*`` for ids, empty outside lists.
        steps: The way to it in the data; empty for a heading.
        title: What it is called, in Spanish.
        line: The heading's line, 0 for a field.
        present: Whether it holds anything.
        required: Whether it is due.
        factual: Whether, being present, it owes a source.
        listing: Whether it is a list whose items have ids, known or not.
    """

    address: str
    above: tuple[str, ...]
    pattern: str
    steps: tuple[Step, ...]
    title: str
    line: int
    present: bool
    required: bool
    factual: bool
    listing: bool = False

    @property
    def owner(self) -> tuple[Step, ...]:
        """The steps to the part that holds it."""
        return self.steps[:-1]


class _Field(NamedTuple):
    name: str
    key: str
    title: str
    required: Required | None
    editorial: bool
    listing: bool


@cache
def _fields(model: type[Part], keys: KeyLanguage) -> tuple[_Field, ...]:
    return tuple(
        _Field(
            name,
            keys.author(name),
            info.title or name,
            next((mark for mark in info.metadata if isinstance(mark, Required)), None),
            any(isinstance(mark, Editorial) for mark in info.metadata),
            bool((part := part_in(info.annotation)) and part.identity and get_origin(info.annotation) is tuple),
        )
        for name, info in model.model_fields.items()
        if name not in _OWN or not issubclass(model, DocumentPart)
    )


class _Walk(NamedTuple):
    """Where the walk stands: what is above the part it is in."""

    prefix: str
    above: tuple[str, ...]
    pattern: str
    steps: tuple[Step, ...]
    factual: bool
    keys: KeyLanguage


def spots(model: DocumentPart, body: Body, keys: KeyLanguage) -> tuple[Spot, ...]:
    """List the fields of a document, parts included, then its headings."""
    start = _Walk("", (WHOLE,), "", (), model.sourced, keys)
    return (*_of_part(model, start), *_of_body(model, body))


def _of_part(part: Part, at: _Walk) -> Iterator[Spot]:
    facts = at.factual and not isinstance(part, Sourced)
    prefix = f"{at.prefix}/" if at.prefix else ""
    pattern_prefix = f"{at.pattern}/" if at.pattern else ""
    for name, key, title, required, editorial, listing in _fields(type(part), at.keys):
        value = getattr(part, name)
        address = prefix + key
        pattern = pattern_prefix + key if pattern_prefix else ""
        steps = (*at.steps, name)
        single = isinstance(value, Part)
        several = isinstance(value, tuple) and bool(value) and isinstance(value[0], Part)
        present = value is not None and value != ()
        due = required is not None and (not required.when or bool(getattr(part, required.when)))
        factual = facts and not editorial
        owes = factual and present and not (single or several)
        yield Spot(address, at.above, pattern, steps, title, 0, present, due, owes, listing)
        if single or several:
            below = _Walk(address, (address, *at.above), pattern, steps, factual, at.keys)
            yield from _of_part(value, below) if single else _of_items(value, key, below)


def _of_items(items: tuple[Part, ...], key: str, at: _Walk) -> Iterator[Spot]:
    pattern = f"{key}/{WHOLE}"
    for index, item in enumerate(items):
        name = str(getattr(item, item.identity)) if item.identity else str(index + 1)
        address = name if item.identity == "id" else f"{at.prefix}/{name}"
        steps = (*at.steps, index)
        yield from _of_part(item, _Walk(address, (address, *at.above), pattern, steps, at.factual, at.keys))


def _of_body(model: DocumentPart, body: Body) -> Iterator[Spot]:
    first = body.headings[0].line - body.first_line if body.headings else None
    if "\n".join(body.text.split("\n")[:first]).strip():
        yield _heading("introduccion", INTRODUCTION, body.first_line, sourced=model.sourced)
    here = {heading.slug for heading in body.headings}
    for heading in body.headings:
        if heading.level <= _SECTION_LEVEL:  # a heading further down is part of its section
            yield _heading(heading.slug, heading.title, heading.line, sourced=model.sourced)
    for section in model.sections or ():
        if section.required and section.slug not in here:
            yield Spot(section.slug, (WHOLE,), "", (), section.title, 0, present=False, required=True, factual=False)


def _heading(slug: str, title: str, line: int, *, sourced: bool) -> Spot:
    return Spot(slug, (WHOLE,), "", (), title, line, present=True, required=False, factual=sourced)
