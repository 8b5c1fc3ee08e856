"""Typed documents as data to write: the model's names and words as authors spell them, in the model's order."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from actionplan.documents import Writable
from actionplan.language.keys import KeyLanguage
from actionplan.model.common import DocumentPart
from actionplan.model.fields import Part, field_order
from actionplan.model.partialdate import PartialDate
from actionplan.model.vocabulary import Vocabulary


def spelled(part: Part, keys: KeyLanguage) -> dict[str, Writable]:
    """Return the data of a document, or of a part of one, in a key language.

    Raises:
        TypeError: It holds a value that no document has.
    """
    data = {keys.author(name): _value(getattr(part, name), keys) for name in field_order(type(part))}
    if isinstance(part, DocumentPart):
        kind = keys.author("kind")
        data[kind] = keys.author_word("Kind", str(data[kind]))
    return data


def _value(value: object, keys: KeyLanguage) -> Writable:
    if isinstance(value, Part):
        return spelled(value, keys)
    if isinstance(value, Vocabulary):
        return keys.author_word(type(value).__name__, value.word)
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, tuple):
        return [_value(item, keys) for item in value]
    if value is None or isinstance(value, str | int | Decimal | date):
        return value
    raise TypeError(type(value))
