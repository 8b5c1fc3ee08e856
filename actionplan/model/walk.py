"""One walk over a model: every field with a mark, wherever it stands, and the way to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Generic, NamedTuple, TypeVar

from actionplan.documents import Step
from actionplan.model.fields import Part, part_in, parts_of
from actionplan.model.marks import mark_of

Mark = TypeVar("Mark")
P = TypeVar("P", bound=Part)


class Marked(NamedTuple, Generic[Mark]):
    """Represent a field that has a mark and a value.

    Attributes:
        mark: The mark.
        owners: The parts around it, the whole document first and the part that it is a field of last.
        steps: The way to it in the data.
        value: What it holds.
    """

    mark: Mark
    owners: tuple[Part, ...]
    steps: tuple[Step, ...]
    value: object

    @property
    def owner(self) -> Part:
        """Return the part that it is a field of."""
        return self.owners[-1]


def walk(
    part: Part, kind: type[Mark], steps: tuple[Step, ...] = (), above: tuple[Part, ...] = ()
) -> Iterator[Marked[Mark]]:
    """Yield every field with a mark of a kind that holds anything, at any depth, in the order of the models.

    Args:
        part: A document, or a part of one.
        kind: The class of the mark.
        steps: The way to the part.
        above: The parts around it.
    """
    owners = (*above, part)
    for name, mark, leads in _leading(type(part), kind):  # type: ignore[arg-type] # every class has a hash
        value = getattr(part, name)
        if value is None or value == ():
            continue
        here = (*steps, name)
        if isinstance(mark, kind):
            yield Marked(mark, owners, here, value)
        if leads:
            for inner_steps, inner in parts_in(value, here):
                yield from walk(inner, kind, inner_steps, owners)


def parts_in(value: object, steps: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], Part]]:
    """Yield the parts that a field holds, with the way to each."""
    if isinstance(value, Part):
        yield steps, value
    elif isinstance(value, tuple):
        yield from (((*steps, index), item) for index, item in enumerate(value) if isinstance(item, Part))


def parts_of_kind(part: Part, kind: type[P], steps: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], P]]:
    """Yield every part of a kind, at any depth and each before those that it holds, with the way to it."""
    if isinstance(part, kind):
        yield steps, part
    for name in _holding(type(part), kind):
        for inner_steps, inner in parts_in(getattr(part, name), (*steps, name)):
            yield from parts_of_kind(inner, kind, inner_steps)


@cache
def _holding(part: type[Part], kind: type[Part]) -> tuple[str, ...]:
    inner = ((name, part_in(field.annotation)) for name, field in part.model_fields.items())
    return tuple(name for name, below in inner if below and any(issubclass(one, kind) for one in parts_of(below)))


def value_at(part: Part, steps: tuple[Step, ...]) -> object:
    """Return what stands at the end of some steps; None if they lead nowhere."""
    value: object = part
    for step in steps:
        if isinstance(step, str):
            value = getattr(value, step, None)
        else:
            value = value[step] if isinstance(value, tuple) and step < len(value) else None
    return value


def marked_fields(part: type[Part], kind: type[object]) -> tuple[str, ...]:
    """Return the fields of a part that have a mark of a kind, in the order of the model."""
    return tuple(name for name, field in part.model_fields.items() if mark_of(field.metadata, kind) is not None)


@cache
def _leading(part: type[Part], kind: type[object]) -> tuple[tuple[str, object, bool], ...]:
    """Return the fields with a mark of a kind, or with parts that have one: name, mark, whether it has such parts."""
    found = []
    for name, field in part.model_fields.items():
        mark, below = mark_of(field.metadata, kind), part_in(field.annotation)
        leads = below is not None and any(marked_fields(other, kind) for other in parts_of(below))
        if leads or mark is not None:
            found.append((name, mark, leads))
    return tuple(found)
