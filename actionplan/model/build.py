"""Documents into the plan: each front matter is validated once, and again only without what was refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from actionplan.documents.values import Member, Record, Scalar, Sequence, Step, Value, without_places
from actionplan.findings.finding import Finding
from actionplan.findings.rules import form
from actionplan.model.fields import Part, part_in
from actionplan.model.kinds import MODELS
from actionplan.model.mistakes import finding_of
from actionplan.model.plan import Entry, Plan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from actionplan.documents.files import FileEntry
    from actionplan.documents.reader import Document
    from actionplan.language.keys import KeyLanguage
    from actionplan.model.common import DocumentPart

_PASSES = 8


def build(documents: Iterable[Document], files: tuple[FileEntry, ...], keys: KeyLanguage) -> tuple[Plan, list[Finding]]:
    """Type every readable document.

    Args:
        documents: As read, in any order.
        files: Every file of the tree.
        keys: How the plan spells its keys.
    """
    entries: list[Entry[DocumentPart]] = []
    unreadable: list[Document] = []
    findings: list[Finding] = []
    for document in sorted(documents, key=lambda document: document.path):
        entry = _entry(document, keys, findings) if document.readable else None
        if entry is None:
            unreadable.append(document)
        else:
            entries.append(entry)
    return Plan(tuple(entries), files, tuple(unreadable), keys), findings


def _entry(document: Document, keys: KeyLanguage, findings: list[Finding]) -> Entry[DocumentPart] | None:
    data = _with_model_kind(document, keys, findings)
    if data is None:
        return None
    document = document._replace(data=data)
    model = MODELS[document.kind]
    damaged: set[tuple[str, ...]] = set()
    seen = {finding.place for finding in findings if finding.path == document.path}
    for _ in range(_PASSES):
        try:
            typed = model.model_validate(without_places(document.data), context=keys)
            return Entry(typed, document, keys, frozenset(damaged))
        except ValidationError as refused:
            data = document.data
            # From the last to the first, so that what is taken out of a list moves nothing still to come.
            errors = refused.errors(include_url=False, include_input=False)
            for error in sorted(errors, key=lambda error: _order(error["loc"]), reverse=True):
                finding = finding_of(error, document, keys, _fields_at(model, error["loc"][:-1]))
                if finding.place not in seen:
                    findings.append(finding)
                cut = error["loc"][:-1] if error["type"] == "missing" else error["loc"]
                damaged.add(tuple(step for step in cut if isinstance(step, str)))
                data = _without(data, cut)
                if data is None:
                    return None
            document = document._replace(data=data)
    return None


def _with_model_kind(document: Document, keys: KeyLanguage, findings: list[Finding]) -> Record | None:
    """Check the kind that the author wrote against the place, and write the model's word for it."""
    word = keys.author_word("Kind", document.kind)
    member = document.data.members.get("kind")
    if member is None:
        findings.append(form.MISSING_KEY.at(document.place(), key=keys.author("kind")))
        return None
    if not isinstance(member.value, Scalar) or member.value.value != word:
        value = member.value.value if isinstance(member.value, Scalar) else "…"
        place = document.place("kind")
        findings.append(form.NOT_A_WORD.at(place, value=str(value), key=member.spelling, hint="", known=word))
    kind = Scalar(str(document.kind), member.line, member.column)
    return document.data._replace(members={**document.data.members, "kind": member._replace(value=kind)})


def _order(steps: tuple[Step, ...]) -> tuple[tuple[int, int, str], ...]:
    return tuple((step, 1, "") if isinstance(step, int) else (0, 0, step) for step in steps)


def _fields_at(model: type[Part], steps: tuple[Step, ...]) -> tuple[str, ...]:
    """The fields of the part that the steps lead to."""
    for step in steps:
        if isinstance(step, str) and step in model.model_fields:
            model = part_in(model.model_fields[step].annotation) or model
    return tuple(model.model_fields)


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
