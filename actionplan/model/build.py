"""Documents into the plan: each front matter is validated once, and again only without what was refused."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from pydantic import ValidationError

from actionplan.documents.memory import Memory
from actionplan.documents.values import Found, Gap, Member, Record, Scalar, Sequence, Step, Value, find, without_places
from actionplan.findings.finding import Finding
from actionplan.findings.rules import front_matter
from actionplan.model.fields import Part, part_in
from actionplan.model.kinds import MODELS
from actionplan.model.mistakes import finding_of, nearest, shown
from actionplan.model.plan import Entry, Plan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic_core import ErrorDetails

    from actionplan.documents.files import FileEntry
    from actionplan.documents.reader import Document
    from actionplan.language.keys import KeyLanguage
    from actionplan.model.common import DocumentPart

Typed: TypeAlias = "tuple[Entry[DocumentPart] | None, tuple[Finding, ...]]"
"""A document as an entry, if it can be one, and what was refused."""

_PASSES = 8
_AFTERMATH = ("missing", "too_short")
"""Refusals that may only mean that what was due has just been taken out."""


def build(
    documents: Iterable[Document],
    files: tuple[FileEntry, ...],
    keys: KeyLanguage,
    memory: Memory[Typed] | None = None,
) -> tuple[Plan, list[Finding]]:
    """Type every readable document.

    Args:
        documents: As read, in any order.
        files: Every file of the tree.
        keys: How the plan spells its keys.
        memory: Of plans before this one, whose documents may be the same.
    """
    memory = memory or Memory()
    entries: list[Entry[DocumentPart]] = []
    unreadable: list[Document] = []
    findings: list[Finding] = []
    for document in sorted(documents, key=lambda document: document.path):
        entry = None
        if document.readable:
            entry, found = memory.recall(document.path, (document, keys), partial(_typed, document, keys))
            findings += found
        if entry is None:
            unreadable.append(document)
        else:
            entries.append(entry)
    return Plan(tuple(entries), files, tuple(unreadable), keys), findings


def _typed(document: Document, keys: KeyLanguage) -> Typed:
    findings: list[Finding] = []
    return _entry(document, keys, findings), tuple(findings)


def _entry(document: Document, keys: KeyLanguage, findings: list[Finding]) -> Entry[DocumentPart] | None:
    data = _with_model_kind(document, keys, findings)
    if data is None:
        return None
    document = document._replace(data=data)
    model = MODELS[document.kind]
    damaged = {gap._replace(key=keys.english(gap.key)) for gap in document.gaps}
    loses = False
    for _ in range(_PASSES):
        try:
            typed = model.model_validate(without_places(document.data), context=keys)
            return Entry(typed, document, keys, frozenset(damaged), loses)
        except ValidationError as refused:
            data = document.data
            for error in sorted(refused.errors(include_url=False, include_input=False), key=_order, reverse=True):
                if error["type"] == "too_short" and _has_items(find(document.data, error["loc"])):
                    continue  # its items were refused, and are in this list themselves
                part, gap = _part_at(model, error["loc"][:-1]), _gap(document.data, error["loc"])
                if error["type"] not in _AFTERMATH or gap not in damaged:
                    findings.append(finding_of(error, document, keys, tuple(part.model_fields)))
                if error["type"] == "extra_forbidden":
                    damaged.add(gap._replace(key=keys.english(nearest(keys.author(gap.key), _spelled(part, keys)))))
                cut = error["loc"][:-1] if error["type"] == "missing" else error["loc"]
                damaged.add(_gap(document.data, cut))
                loses = loses or _defines(document.data, part, cut)
                data = None if data is None else _without(data, cut)
            if data is None:
                return None
            document = document._replace(data=data)
    return None


def _with_model_kind(document: Document, keys: KeyLanguage, findings: list[Finding]) -> Record | None:
    """Check the kind that the author wrote against the place, and write the model's word for it."""
    word = keys.author_word("Kind", document.kind)
    member = document.data.members.get("kind")
    if member is None:
        place = document.place()
        if Gap(place.line, place.column, keys.author("kind")) not in document.gaps:
            findings.append(front_matter.MISSING_KEY.at(place, key=keys.author("kind")))
        return None
    if not isinstance(member.value, Scalar) or member.value.value != word:
        value = shown(member.value)
        place, guess = document.place("kind"), nearest(value, [word])
        findings.append(front_matter.NOT_A_WORD.at(place, value=value, key=member.spelling, guess=guess, known=word))
    kind = Scalar(str(document.kind), member.line, member.column)
    return document.data._replace(members={**document.data.members, "kind": member._replace(value=kind)})


def _order(error: ErrorDetails) -> tuple[bool, tuple[tuple[int, int, str], ...]]:
    """From last to first: unknown keys, since each may be another entry's misspelled; then by place.

    Within a list the last comes first too, so that what is taken out moves nothing still to come.
    """
    steps = tuple((step, 1, "") if isinstance(step, int) else (0, 0, step) for step in error["loc"])
    return error["type"] == "extra_forbidden", steps


def _part_at(model: type[Part], steps: tuple[Step, ...]) -> type[Part]:
    """The part that the steps lead to."""
    for step in steps:
        if isinstance(step, str) and step in model.model_fields:
            model = part_in(model.model_fields[step].annotation) or model
    return model


def _spelled(part: type[Part], keys: KeyLanguage) -> list[str]:
    return [keys.author(name) for name in part.model_fields]


def _gap(data: Record, steps: tuple[Step, ...]) -> Gap:
    """The entry of a record that the steps lead into."""
    names = [index for index, step in enumerate(steps) if isinstance(step, str)]
    last = names[-1] if names else 0
    owner = find(data, steps[:last])
    return Gap(owner.line, owner.column, str(steps[last]) if steps else "")


def _defines(data: Record, part: type[Part], cut: tuple[Step, ...]) -> bool:
    """Whether what is taken out may define an id that is referred to elsewhere."""
    name = cut[-1] if cut else ""
    field = part.model_fields.get(str(name))
    return name == "id" or (field is not None and part_in(field.annotation) is not None) or _has_parts(find(data, cut))


def _has_items(found: Found) -> bool:
    return isinstance(found.value, Sequence) and bool(found.value.items)


def _has_parts(found: Found) -> bool:
    items = found.value.items if isinstance(found.value, Sequence) else [found.value]
    return any(isinstance(item, Record) for item in items)


def _without(value: Value, steps: tuple[Step, ...]) -> Record | None:
    """A copy of a record without what the steps lead to; None if that is the record itself."""
    if not steps or not isinstance(value, Record):
        return None
    pruned = _pruned(value, steps)
    return pruned if isinstance(pruned, Record) else None


def _pruned(value: Value, steps: tuple[Step, ...]) -> Value:
    step, rest = steps[0], steps[1:]
    if isinstance(value, Record) and step in value.members:
        members = dict(value.members)
        member: Member = members.pop(str(step))
        if rest:
            members = {
                name: item if name != step else member._replace(value=_pruned(member.value, rest))
                for name, item in value.members.items()
            }
        return value._replace(members=members)
    if isinstance(value, Sequence) and isinstance(step, int) and step < len(value.items):
        items = list(value.items)
        if rest:
            items[step] = _pruned(items[step], rest)
        else:
            del items[step]
        return value._replace(items=items)
    return value
