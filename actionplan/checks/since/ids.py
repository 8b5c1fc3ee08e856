"""Ids inside a document name what they named: none is lost, changed or given to another thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from actionplan.checks.since.parts import Named, Parts, moved_ids, named_parts
from actionplan.findings.rules import history
from actionplan.model.roadmap import Roadmap
from actionplan.model.vocabulary import DocumentStatus
from actionplan.text.normalise import plain

if TYPE_CHECKING:
    from actionplan.findings.finding import Finding, Position
    from actionplan.findings.rule import Rule
    from actionplan.model.common import DocumentPart
    from actionplan.model.plan import Entry

Change = tuple["Rule", "Position", dict[str, str]]
"""A rule that would be broken, where, and its values."""

_WORD = re.compile(r"\w{4,}")
_STEM = 5


def check(was: Entry[DocumentPart], now: Entry[DocumentPart]) -> Iterator[Finding]:
    """Check the ids of one document against those it had; in a roadmap not yet signed they are only a warning."""
    if now.model == was.model:
        return
    draft = isinstance(was.model, Roadmap) and was.model.document_status is not DocumentStatus.SIGNED
    before, after = named_parts(was.model), named_parts(now.model)
    moved = moved_ids(before, after)
    for change in (_kept(now, before, after, moved), _gone(now, before, after, moved)):
        for rule, position, values in change:
            yield (history.DRAFT_ID if draft else rule).at(position, **values)
    if not draft:
        kept = {name: (old, after[name]) for name, old in before.items() if name in after and name not in moved}
        yield from _said_otherwise(was, now, kept)


def _kept(now: Entry[DocumentPart], before: Parts, after: Parts, moved: dict[str, str]) -> Iterator[Change]:
    """Ids that are there for another thing: of another kind, or while their own thing has another id."""
    for name, old in before.items():
        new = after.get(name)
        if new is None:
            continue
        position = now.position(*new.steps, "id")
        if type(old.part) is not type(new.part):
            yield history.OTHER_KIND, position, {"id": name, "kind": old.kind, "expected": old.kind, "found": new.kind}
        elif name in moved:
            texts = {"before": old.words, "after": new.words, "other": moved[name]}
            yield history.ID_REUSED, position, {"id": name, "kind": old.kind, **texts}


def _gone(now: Entry[DocumentPart], before: Parts, after: Parts, moved: dict[str, str]) -> Iterator[Change]:
    """Ids that are not there, because their thing has another or has gone."""
    for name, old in before.items():
        if name in after:
            continue
        if name in moved:
            position = now.position(*after[moved[name]].steps, "id")
            yield history.ID_CHANGED, position, {"id": name, "kind": old.kind, "before": name, "after": moved[name]}
        elif not now.loses and not _is_gone(old.above[:1], after, moved):
            # Where parts were refused, what seems lost may be among them; and what is lost takes what it held along.
            yield history.ID_REMOVED, _nearest(now, old, after), {"id": name, "kind": old.kind}


def _said_otherwise(
    was: Entry[DocumentPart], now: Entry[DocumentPart], kept: dict[str, tuple[Named, Named]]
) -> Iterator[Finding]:
    """Texts that have not one word in common with what stood under the same id, the document's own included."""
    pairs = [(now.position("id"), str(getattr(now.model, "id", "")), _title(was.model), _title(now.model))]
    pairs += [
        (now.position(*new.steps, "id"), name, old.words, new.words)
        for name, (old, new) in kept.items()
        if type(old.part) is type(new.part)
    ]
    for position, name, before, after in pairs:
        old_stems, new_stems = _stems(before), _stems(after)
        if old_stems and new_stems and old_stems.isdisjoint(new_stems):
            yield history.OTHER_WORDS.at(position, id=name, before=before, after=after)


def _is_gone(above: tuple[str, ...], after: Parts, moved: dict[str, str]) -> bool:
    return any(name not in after and name not in moved for name in above)


def _nearest(now: Entry[DocumentPart], old: Named, after: Parts) -> Position:
    """The place of the list that it was in, under the nearest part that is still there."""
    for name in old.above:
        if name in after:
            return now.position(*after[name].steps, *(step for step in old.steps[-2:] if isinstance(step, str)))
    return now.position(*old.steps[:1])


def _title(model: DocumentPart) -> str:
    return str(getattr(model, "title", ""))


def _stems(text: str) -> set[str]:
    """The beginnings of the words that carry meaning, without case and accents: ``medir`` and ``Medirá`` share one."""
    return {word[:_STEM] for word in _WORD.findall(plain(text))}
