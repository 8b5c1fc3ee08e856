"""Messages: a template in Spanish and the values it names, filled in at one place; a catalogue translates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, Self

Translate = Callable[[str], str]


def spanish(text: str) -> str:
    """Translate into the source language, which is to say nothing at all."""
    return text


class Ours(str):
    """Mark a text as one of ours, which has a translation; within a message it may name other values of it."""

    __slots__ = ()


class Counted(str):
    """Hold a number of things with the words for one and for several, each with ``{count}`` in it."""

    __slots__ = ("words",)
    words: Ours

    def __new__(cls, number: int, one: Ours, several: Ours) -> Self:
        """Choose the words by the number."""
        counted = super().__new__(cls, number)
        counted.words = one if number == 1 else several
        return counted


class Message(NamedTuple):
    """Hold a template and what its names in braces stand for.

    Values of the plan stay as they are; those that are marked as ours are translated with the template. A name that
    has no value is an error of the program.
    """

    template: str
    values: Mapping[str, str]

    def text(self, translate: Translate = spanish) -> str:
        """Return the message in a language."""
        plain = {
            name: translate(value.words).format(count=value) if isinstance(value, Counted) else value
            for name, value in self.values.items()
        }
        ours = {name: translate(value).format_map(plain) for name, value in plain.items() if isinstance(value, Ours)}
        return translate(self.template).format_map({**plain, **ours})


def msg(text: str) -> Ours:
    """Mark a Spanish text for the catalogues."""
    return Ours(text)
