"""What the model says of a field to the page that shows it: its title, and how its value is printed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from actionplan.documents import Kind
from actionplan.model import Commitment, Editorial, Part, Refers, Vocabulary, mark_of

_FORMS: tuple[tuple[type, str], ...] = (
    (Vocabulary, "words"),
    (date, "day"),
    (bool, "answer"),
    (int, "number"),
    (Decimal, "number"),
    (Part, "part"),
)
_REFERENCES = {Kind.ACTORS: "actors", Kind.TREE: "theme"}

_SHOWN_ELSEWHERE = frozenset(
    {
        *("kind", "id", "number", "title", "situation", "closure", "causes", "alternatives", "figures", "irm"),
        *("observations", "unavailable", "provenance", "waivers"),
    }
)
"""Fields of a commitment that have a place of their own on its page."""


def commitment_facts() -> tuple[str, ...]:
    """Return the fields in a commitment's list of facts: all that have no other place on its page."""
    return tuple(name for name in Commitment.model_fields if name not in _SHOWN_ELSEWHERE)


def title_of_field(part: Part | tuple[Part, ...], name: str) -> str:
    """Return what a field is called, in Spanish; of a list, what it is called in its items."""
    owner = part[0] if isinstance(part, tuple) else part
    return type(owner).model_fields[name].title or name


def owes_source(part: Part, name: str) -> bool:
    """Return whether a field is about the world, so that its source is marked."""
    return mark_of(type(part).model_fields[name].metadata, Editorial) is None


def form_of_field(part: Part, name: str) -> str:
    """Return how a field is printed: by what it refers to, else by the type of its value or of its items."""
    reference = mark_of(type(part).model_fields[name].metadata, Refers)
    if reference and not reference.is_path and reference.kind in _REFERENCES:
        return _REFERENCES[reference.kind]
    value = getattr(part, name)
    sample = value[0] if isinstance(value, tuple) and value else value
    return next((form for kind, form in _FORMS if isinstance(sample, kind)), "text")
