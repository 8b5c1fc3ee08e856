"""A document in canonical form: the keys in the model's order, everything else as the writer writes it."""

from __future__ import annotations

from actionplan.documents import Record, Scalar, Sequence, Value, writer
from actionplan.model import DocumentPart, Entry, Part, field_order, part_in


def canonical(entry: Entry[DocumentPart]) -> str:
    """Return the whole text of a document that has no finding on its form; comments in the data are lost."""
    data = _in_order(entry.document.data, type(entry.model))
    kind = data.members["kind"]
    word = Scalar(entry.keys.author_word("Kind", entry.source_file.kind), kind.line, kind.column)
    data = data._replace(members={**data.members, "kind": kind._replace(value=word)})
    return writer.canonical(entry.document._replace(data=data))


def _in_order(record: Record, part: type[Part]) -> Record:
    members = {
        name: record.members[name]._replace(value=_value(record.members[name].value, part, name))
        for name in field_order(part)
        if name in record.members
    }
    return record._replace(members=members)


def _value(value: Value, part: type[Part], name: str) -> Value:
    inner = part_in(part.model_fields[name].annotation)
    if inner and isinstance(value, Record):
        return _in_order(value, inner)
    if inner and isinstance(value, Sequence):
        items = [_in_order(item, inner) if isinstance(item, Record) else item for item in value.items]
        return value._replace(items=items)
    return value
