"""The parts of a document that have an id of their own, wherever they stand in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from actionplan.documents.values import Step
from actionplan.language.messages import msg
from actionplan.model.common import Figure
from actionplan.model.fields import Part, part_in, parts_of
from actionplan.model.process import Agreement, Alternative, Cause, Comment, Effect, Problem
from actionplan.model.roadmap import Action, Activity, Indicator, Means, Output
from actionplan.model.settings import Actor, Source

if TYPE_CHECKING:
    from actionplan.model.common import DocumentPart

KINDS: dict[type[Part], str] = {
    Action: msg("acción clave"),
    Activity: msg("actividad"),
    Output: msg("producto"),
    Means: msg("medio de verificación"),
    Indicator: msg("indicador"),
    Problem: msg("problema central"),
    Cause: msg("causa"),
    Effect: msg("efecto"),
    Comment: msg("comentario"),
    Alternative: msg("alternativa de solución"),
    Agreement: msg("acuerdo"),
    Figure: msg("cifra"),
    Actor: msg("actor"),
    Source: msg("fuente"),
}
"""Parts that have an id, in a sentence."""

_SAY = ("title", "name", "text", "description")


class Named(NamedTuple):
    """A part with an id.

    Attributes:
        part: What it is.
        steps: The way to it in the data.
        above: The ids of the parts around it, nearest first.
    """

    part: Part
    steps: tuple[Step, ...]
    above: tuple[str, ...]

    @property
    def kind(self) -> str:
        """What it is called in a sentence."""
        return KINDS[type(self.part)]

    @property
    def words(self) -> str:
        """What it says of itself."""
        return next((str(value) for name in _SAY if (value := getattr(self.part, name, None))), "")


Parts = dict[str, Named]
"""The parts of a document by their ids."""


def named_parts(model: DocumentPart) -> Parts:
    """Every part with an id by its id, in the order of the file; of two with the same, the first."""
    found: Parts = {}
    for name, item in _below(model, (), ()):
        found.setdefault(name, item)
    return found


def moved_ids(before: Parts, after: Parts) -> dict[str, str]:
    """Old ids of what now has another, told by its words, where no two things of a kind say the same."""
    old, new = _by_words(before), _by_words(after)
    return {name: new[said] for said, name in old.items() if new.get(said, name) != name}


def _by_words(parts: Parts) -> dict[tuple[str, str], str]:
    count = Counter((item.kind, item.words) for item in parts.values())
    return {said: name for name, item in parts.items() if count[said := (item.kind, item.words)] == 1}


@cache
def _leading(model: type[Part]) -> tuple[str, ...]:
    """The fields that may hold, at any depth, parts with an id."""
    parts = {name: part_in(field.annotation) for name, field in model.model_fields.items()}
    return tuple(name for name, part in parts.items() if part and parts_of(part) & KINDS.keys())


def _below(part: Part, steps: tuple[Step, ...], above: tuple[str, ...]) -> Iterator[tuple[str, Named]]:
    for field in _leading(type(part)):
        value = getattr(part, field)
        for index, item in enumerate(value if isinstance(value, tuple) else ()):
            yield from _at(item, (*steps, field, index), above)
        if isinstance(value, Part):
            yield from _at(value, (*steps, field), above)


def _at(part: Part, steps: tuple[Step, ...], above: tuple[str, ...]) -> Iterator[tuple[str, Named]]:
    if type(part) in KINDS:
        name = str(getattr(part, "id"))  # noqa: B009
        yield name, Named(part, steps, above)
        above = (name, *above)
    yield from _below(part, steps, above)


P = TypeVar("P", bound=Part)


def lost_from(before: Sequence[P], after: Sequence[P]) -> list[P]:
    """The entries of a history that are not there in the order in which they were published."""
    lost, rest = [], list(after)
    for item in before:
        if item in rest:
            del rest[: rest.index(item) + 1]
        else:
            lost.append(item)
    return lost
