"""A file into an entry: its front matter is validated once, and again only without what was refused."""

from typing import NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails, to_json

from actionplan.documents import (
    Document,
    Found,
    Gap,
    Plain,
    Record,
    Scalar,
    Sequence,
    SourceFile,
    Step,
    Value,
    find,
    front_matter_rules,
    read_document,
    without_positions,
)
from actionplan.findings import Finding
from actionplan.language.keys import KeyLanguage
from actionplan.model.common import DocumentPart
from actionplan.model.entry import Entry
from actionplan.model.fields import Part, part_in
from actionplan.model.kinds import MODELS
from actionplan.model.mistakes import finding_of, meant_key, shown
from actionplan.text.nearest import nearest


class Typed(NamedTuple):
    """Hold what a file says: an entry, if it can be one, and what was refused."""

    entry: Entry[DocumentPart] | None
    findings: tuple[Finding, ...]


_PASSES = 8
_AFTERMATH = ("missing", "too_short")
"""Refusals that may only mean that what was due has just been taken out."""


def typed(source_file: SourceFile) -> Typed:
    """Read and type one file."""
    document, findings = read_document(*source_file)
    entry = _entry(source_file, document, findings) if document.readable else None
    return Typed(entry, tuple(findings))


def to_cached(entry: Entry[DocumentPart]) -> bytes:
    """Return the front matter of an entry that lost nothing, as JSON in one line."""
    return to_json(_plain(entry.document))


def from_cached(source_file: SourceFile, kept: bytes) -> Entry[DocumentPart]:
    """Return an entry from its front matter, validated again but not read again.

    Raises:
        ValueError: It is not what it was.
    """
    return Entry(MODELS[source_file.kind].model_validate_json(kept, context=source_file.keys), source_file)


def _plain(document: Document) -> dict[str, Plain]:
    """Return the data of a document; its kind, which its author may spell otherwise, is that of its place."""
    data = {name: without_positions(member.value) for name, member in document.data.members.items()}
    return {**data, "kind": str(document.kind)}


def _entry(source_file: SourceFile, document: Document, findings: list[Finding]) -> Entry[DocumentPart] | None:
    keys = source_file.keys
    if not _says_its_kind(document, keys, findings):
        return None
    model = MODELS[document.kind]
    damaged = {gap._replace(key=keys.english(gap.key)) for gap in document.gaps}
    loses = False
    for _ in range(_PASSES):
        try:
            typed = model.model_validate(_plain(document), context=keys)
            return Entry(typed, source_file, document, frozenset(damaged), loses)
        except ValidationError as refused:
            data: Value | None = document.data
            for error in sorted(refused.errors(include_url=False, include_input=False), key=_order, reverse=True):
                if error["type"] == "too_short" and _has_items(find(document.data, error["loc"])):
                    continue  # its items were refused, and are in this list themselves
                part, gap = _part_at(model, error["loc"][:-1]), _gap(document.data, error["loc"])
                if error["type"] not in _AFTERMATH or gap not in damaged:
                    findings.append(finding_of(error, document, keys, part))
                if error["type"] == "extra_forbidden":
                    meant = meant_key(keys.author(gap.key), keys, tuple(part.model_fields))
                    damaged.add(gap._replace(key=keys.english(meant)))
                cut = error["loc"][:-1] if error["type"] == "missing" else error["loc"]
                damaged.add(_gap(document.data, cut))
                loses = loses or _defines(document.data, part, cut)
                data = None if data is None else _without(data, cut)
            if not isinstance(data, Record):
                return None
            document = document._replace(data=data)
    return None


def _says_its_kind(document: Document, keys: KeyLanguage, findings: list[Finding]) -> bool:
    """Check the kind that the author wrote, if any, against the place."""
    word = keys.author_word("Kind", document.kind)
    member = document.data.members.get("kind")
    if member is None:
        position = document.position()
        if Gap(position.line, position.column, keys.author("kind")) not in document.gaps:
            findings.append(front_matter_rules.MISSING_KEY.at(position, key=keys.author("kind")))
        return False
    if not isinstance(member.value, Scalar) or member.value.value != word:
        value = shown(member.value)
        position, guess = document.position("kind"), nearest(value, [word])
        findings.append(
            front_matter_rules.NOT_A_WORD.at(position, value=value, key=member.spelling, guess=guess, known=word)
        )
    return True


def _order(error: ErrorDetails) -> tuple[bool, tuple[tuple[int, int, str], ...]]:
    """Return, from last to first: unknown keys, since each may be another entry's misspelled; then by place.

    Within a list the last comes first too, so that what is taken out moves nothing still to come.
    """
    steps = tuple((step, 1, "") if isinstance(step, int) else (0, 0, step) for step in error["loc"])
    return error["type"] == "extra_forbidden", steps


def _part_at(model: type[Part], steps: tuple[Step, ...]) -> type[Part]:
    """Return the part that the steps lead to."""
    for step in steps:
        if isinstance(step, str) and step in model.model_fields:
            model = part_in(model.model_fields[step].annotation) or model
    return model


def _gap(data: Record, steps: tuple[Step, ...]) -> Gap:
    """Return the entry of a record that the steps lead into."""
    names = [index for index, step in enumerate(steps) if isinstance(step, str)]
    last = names[-1] if names else 0
    owner = find(data, steps[:last])
    return Gap(owner.line, owner.column, str(steps[last]) if steps else "")


def _defines(data: Record, part: type[Part], cut: tuple[Step, ...]) -> bool:
    """Return whether what is taken out may define an id that is referred to elsewhere."""
    name = cut[-1] if cut else ""
    field = part.model_fields.get(str(name))
    return name == "id" or (field is not None and part_in(field.annotation) is not None) or _has_parts(find(data, cut))


def _has_items(found: Found) -> bool:
    return isinstance(found.value, Sequence) and bool(found.value.items)


def _has_parts(found: Found) -> bool:
    items = found.value.items if isinstance(found.value, Sequence) else [found.value]
    return any(isinstance(item, Record) for item in items)


def _without(value: Value, steps: tuple[Step, ...]) -> Value | None:
    """Return a copy of a value without what the steps lead to; None if that is the value itself."""
    if not steps:
        return None
    step, rest = steps[0], steps[1:]
    if isinstance(value, Record) and step in value.members:
        member = value.members[str(step)]
        kept = _without(member.value, rest)
        others = {name: item for name, item in value.members.items() if name != step}
        return value._replace(
            members=others if kept is None else {**value.members, str(step): member._replace(value=kept)}
        )
    if isinstance(value, Sequence) and isinstance(step, int) and step < len(value.items):
        kept = _without(value.items[step], rest)
        items = [*value.items[:step], *([] if kept is None else [kept]), *value.items[step + 1 :]]
        return value._replace(items=items)
    return value
