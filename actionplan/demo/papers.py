"""Typed documents as files: the model's words as authors spell them, in the model's order."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from actionplan.demo.words.speech import Said
from actionplan.documents.body import Body
from actionplan.documents.writer import Writable, data_text, document_text
from actionplan.language.keys import SPANISH
from actionplan.model.common import DocumentPart, Provenance
from actionplan.model.fields import Part
from actionplan.model.partialdate import PartialDate
from actionplan.model.translation import TranslatedText, Translation, fingerprint
from actionplan.model.vocabulary import Certainty, Vocabulary


class Paper(NamedTuple):
    """A file of the plan; the path is from its root."""

    path: str
    text: str


def settings(path: str, model: DocumentPart) -> Paper:
    """A file of data alone."""
    return Paper(path, data_text(_data(model)))


def document(path: str, model: DocumentPart, body: str = "") -> Paper:
    """A Markdown document."""
    return Paper(path, document_text(_data(model), body))


class Texts(NamedTuple):
    """What a translation translates: texts by the address of their field, and the body."""

    fields: dict[str, Said]
    body: Said


def translation(path: str, name: str, texts: Texts) -> Paper:
    """The English sibling of a document.

    Args:
        path: The original's.
        name: What the translation calls its original.
        texts: In both languages.
    """
    original = tuple((address, said.es) for address, said in texts.fields.items())
    model = Translation(
        kind="translation",
        translates=name,
        original_sha256=fingerprint(original, Body(texts.body.es, 1, ())),
        texts=tuple(TranslatedText(field=address, text=said.en) for address, said in texts.fields.items()),
    )
    return document(f"{path.rpartition('.')[0]}.en.md", model, texts.body.en)


def sourced(*names: str, field: str = "*", certainty: Certainty = Certainty.EXACT) -> Provenance:
    """Where facts come from; all that have no entry of their own, unless a field is named."""
    return Provenance(field=field, sources=names, certainty=certainty)


@cache
def _fields(model: type[Part]) -> tuple[str, ...]:
    """A model's fields, its own before those that it shares with others."""
    shared = {name for base in model.__bases__ if issubclass(base, Part) for name in base.model_fields}
    return tuple(sorted(model.model_fields, key=lambda name: name in shared))


def _data(part: Part) -> dict[str, Writable]:
    data = {SPANISH.author(name): _value(getattr(part, name)) for name in _fields(type(part))}
    if isinstance(part, DocumentPart):
        kind = SPANISH.author("kind")
        data[kind] = SPANISH.author_word("Kind", str(data[kind]))
    return data


def _value(value: object) -> Writable:
    if isinstance(value, Part):
        return _data(value)
    if isinstance(value, Vocabulary):
        return SPANISH.author_word(type(value).__name__, value.word)
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    if value is None or isinstance(value, str | int | Decimal | date):
        return value
    raise TypeError(type(value))
