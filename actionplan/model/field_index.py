"""The fields and headings of a document, with the address that authors use for it.

One walk serves provenance, absences, completeness and the page of what is not known. An address is made
of field names, as the author spells them, and ids, joined by slashes: ``titulo``, ``a1.1/conclusion``,
``responsables/sfp/cargo``, ``problema-publico`` for a heading. ``*`` is the whole document; inside an
address it stands for every item of a list (``actividades/*/inicio``).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, get_origin

from pydantic.fields import FieldInfo

from actionplan.documents import Body, Step
from actionplan.language.keys import KeyLanguage
from actionplan.language.messages import msg
from actionplan.model.common import DocumentPart, Sourced
from actionplan.model.fields import Part, part_in, parts_of
from actionplan.model.marks import Editorial, Required

WHOLE = "*"
_OWN = frozenset({"kind", "unavailable", "provenance", "waivers"})
SECTION_LEVEL = 2
"""Of the headings that part a document; those further down are part of their section."""
INTRODUCTION = msg("Introducción")


class FieldRef(NamedTuple):
    """Represent one field or heading of a document.

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
        """Return the steps to the part that holds it."""
        return self.steps[:-1]


class _Field(NamedTuple):
    name: str
    key: str
    title: str
    required: Required | None
    editorial: bool
    listing: bool
    has_parts: bool
    has_duties: bool


@cache
def _fields(model: type[Part], keys: KeyLanguage) -> tuple[_Field, ...]:
    return tuple(
        _field(name, info, keys)
        for name, info in model.model_fields.items()
        if name not in _OWN or not issubclass(model, DocumentPart)
    )


def _field(name: str, info: FieldInfo, keys: KeyLanguage) -> _Field:
    part, required = part_in(info.annotation), _required(info)
    return _Field(
        name,
        keys.author(name),
        info.title or name,
        required,
        any(isinstance(mark, Editorial) for mark in info.metadata),
        bool(part and part.identity and get_origin(info.annotation) is tuple),
        part is not None,
        required is not None or (part is not None and _has_duties(part)),
    )


def _required(info: FieldInfo) -> Required | None:
    return next((mark for mark in info.metadata if isinstance(mark, Required)), None)


@cache
def _has_duties(model: type[Part]) -> bool:
    """Return whether anything at all is due in a kind of part, at any depth."""
    return any(_required(info) for part in parts_of(model) for info in part.model_fields.values())


class _Walk(NamedTuple):
    """Say where the walk stands: what is above the part it is in."""

    prefix: str
    above: tuple[str, ...]
    pattern: str
    steps: tuple[Step, ...]
    factual: bool
    keys: KeyLanguage
    only_absent: bool = False


def field_refs(model: DocumentPart, body: Body, keys: KeyLanguage) -> tuple[FieldRef, ...]:
    """List the fields of a document, parts included, then its headings."""
    start = _Walk("", (WHOLE,), "", (), model.sourced, keys)
    return (*_of_part(model, start), *_of_body(model, body))


def absent(model: DocumentPart, body: Body, keys: KeyLanguage) -> tuple[FieldRef, ...]:
    """List those that are due and hold nothing: few, so that finding them costs far less than listing all."""
    start = _Walk("", (WHOLE,), "", (), model.sourced, keys, only_absent=True)
    return (*_of_part(model, start), *_sections_due(model, body))


def _of_part(part: Part, at: _Walk) -> Iterator[FieldRef]:
    facts = at.factual and not isinstance(part, Sourced)
    prefix = f"{at.prefix}/" if at.prefix else ""
    for name, key, title, required, editorial, listing, has_parts, has_duties in _fields(type(part), at.keys):
        if at.only_absent and not has_duties:
            continue
        value = getattr(part, name)
        present = bool(value) if has_parts else value is not None and value != ()
        due = required is not None and (not required.when or bool(getattr(part, required.when)))
        opens = has_parts and present
        wanted = not at.only_absent or (due and not present)
        if not opens and not wanted:
            continue
        address = prefix + key
        pattern = f"{at.pattern}/{key}" if at.pattern else ""
        steps = (*at.steps, name)
        factual = facts and not editorial
        if wanted:
            owes = factual and present and not opens
            yield FieldRef(address, at.above, pattern, steps, title, 0, present, due, owes, listing)
        if opens:
            below = _Walk(address, (address, *at.above), pattern, steps, factual, at.keys, at.only_absent)
            yield from _of_part(value, below) if isinstance(value, Part) else _of_items(value, key, below)


def _of_items(items: tuple[Part, ...], key: str, at: _Walk) -> Iterator[FieldRef]:
    pattern = f"{key}/{WHOLE}"
    for index, item in enumerate(items):
        address = _address_of(item, index, at.prefix)
        above, steps = (address, *at.above), (*at.steps, index)
        yield from _of_part(item, _Walk(address, above, pattern, steps, at.factual, at.keys, at.only_absent))


def _address_of(item: Part, index: int, above: str) -> str:
    """Return the address of an item of a list: its id alone if it has one, since that is unlike all others."""
    name = str(getattr(item, item.identity)) if item.identity else str(index + 1)
    return name if item.identity == "id" else f"{above}/{name}"


def parts(model: DocumentPart, keys: KeyLanguage) -> dict[str, Part]:
    """Return every part of a document by its address, the whole by an empty one."""
    found: dict[str, Part] = {}
    pending: list[tuple[str, Part]] = [("", model)]
    while pending:
        here, part = pending.pop()
        found[here] = part
        for field in _fields(type(part), keys):
            value = getattr(part, field.name) if field.has_parts else None
            address = f"{here}/{field.key}" if here else field.key
            if isinstance(value, Part):
                pending.append((address, value))
            elif value:
                pending += [(_address_of(item, index, address), item) for index, item in enumerate(value)]
    return found


def value_of(part: Part, key: str, keys: KeyLanguage) -> object:
    """Return what a part holds in the field that its author spells so; None if it has no such field."""
    return next((getattr(part, field.name) for field in _fields(type(part), keys) if field.key == key), None)


def _of_body(model: DocumentPart, body: Body) -> Iterator[FieldRef]:
    first = body.headings[0].line - body.first_line if body.headings else None
    if "\n".join(body.text.split("\n")[:first]).strip():
        yield _heading("introduccion", INTRODUCTION, body.first_line, sourced=model.sourced)
    for heading in body.headings:
        if heading.level <= SECTION_LEVEL:
            yield _heading(heading.slug, model.heading_title(heading.title), heading.line, sourced=model.sourced)
    yield from _sections_due(model, body)


def _sections_due(model: DocumentPart, body: Body) -> Iterator[FieldRef]:
    here = {heading.slug for heading in body.headings}
    for section in model.sections or ():
        if section.required and section.slug not in here:
            yield FieldRef(
                section.slug, (WHOLE,), "", (), section.title, 0, present=False, required=True, factual=False
            )


def _heading(slug: str, title: str, line: int, *, sourced: bool) -> FieldRef:
    return FieldRef(slug, (WHOLE,), "", (), title, line, present=True, required=False, factual=sourced)
