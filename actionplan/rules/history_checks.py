"""The rules of history over the list of changes: which of them break a rule, and what happened to ids."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from actionplan.diff.agreed import is_signed
from actionplan.diff.change import ChangeKind
from actionplan.diff.compare import Comparison, Edit
from actionplan.diff.nouns import DOCUMENTS, IDENTIFIED
from actionplan.diff.parts import named_parts, words_of
from actionplan.documents import Kind
from actionplan.findings import Finding, Position, in_order
from actionplan.model import Report, Roadmap, Verification, key_of
from actionplan.rules import BY_CODE, history
from actionplan.rules.history_agreed import check_evidence_file, check_handovers, check_record, check_roadmap
from actionplan.rules.waivers import unwaived
from actionplan.text.normalise import plain

_WORD = re.compile(r"\w{4,}")
_STEM = 5


def check_all(findings: Iterable[Finding], comparison: Comparison) -> tuple[Finding, ...]:
    """Return the findings of a plan and of what changed in it, one for each mistake.

    Args:
        findings: Of the later plan alone.
        comparison: That plan and the one that it follows.
    """
    since = tuple(unwaived(comparison.head, check_changes(comparison)))
    explained = {
        (code, finding.path, value)
        for finding in since
        for code, name in BY_CODE[finding.code].replaces
        for value in finding.values
        if value[0] == name
    }
    alone = (
        finding
        for finding in findings
        if explained.isdisjoint((finding.code, finding.path, value) for value in finding.values)
    )
    return in_order([*alone, *since])


def check_changes(comparison: Comparison) -> Iterator[Finding]:
    """Yield what breaks a rule of history; findings stand in the files of the later plan, or where they were."""
    for edit in comparison.edits:
        yield from _check_document(edit)
        if edit.was is not edit.now and key_of(edit.was) == key_of(edit.now):
            for check in _CHECKS:
                yield from check(edit)
    for change in comparison.written:
        if change.kind is ChangeKind.EVIDENCE_REPLACED:
            yield from check_evidence_file(comparison, change)


def _check_document(edit: Edit) -> Iterator[Finding]:
    """Check that every document with an id that was there is there."""
    (kind, name), (_, new_name) = key_of(edit.was), key_of(edit.now)
    if kind not in IDENTIFIED:
        return
    texts = {"id": name, "kind": DOCUMENTS[kind].bare}
    gone = edit.of(ChangeKind.COMMITMENT_REMOVED, ChangeKind.RECORD_REMOVED, ChangeKind.DOCUMENT_REMOVED)
    if isinstance(edit.was.model, Report | Verification):
        # That a commitment is gone says it all.
        if (gone or name != new_name) and edit.was.model.commitment in edit.plans.head.commitment_files:
            yield history.RECORD_REMOVED.at(Position(edit.was.path), **texts)
    elif name != new_name and kind not in edit.plans.head.unsure:
        yield history.ID_CHANGED.at(edit.now.position("id"), before=name, after=new_name, kind=texts["kind"])
    elif gone and kind is Kind.COMMITMENT:
        yield history.COMMITMENT_REMOVED.at(Position(edit.was.path), id=name)
    elif gone:
        yield history.ID_REMOVED.at(Position(edit.was.path), **texts)


def _check_ids(edit: Edit) -> Iterator[Finding]:
    """Check that the ids in a document name what they named; in a roadmap not yet signed they are only a warning."""
    draft = isinstance(edit.was.model, Roadmap) and not is_signed(edit.was.model)
    before, after = named_parts(edit.was.model), named_parts(edit.now.model)
    for change in edit.of(ChangeKind.ID_CHANGED, ChangeKind.PART_OF_OTHER_KIND, ChangeKind.PART_REMOVED):
        name, other = change.difference.owner, str(change.difference.after)
        old, new = before[name], after.get(name)
        position = edit.now.position(*new.steps, "id") if new else change.position
        texts = {"id": name, "kind": old.noun.bare}
        if new and new.noun is not old.noun:
            rule = history.OTHER_KIND
            texts |= {"expected": old.noun.bare, "found": new.noun.bare}
        elif new and change.kind is ChangeKind.ID_CHANGED:
            rule = history.ID_REUSED
            texts |= {"before": old.words, "after": new.words, "other": other}
        elif new:
            continue  # what took its id has a finding of its own
        elif change.kind is ChangeKind.ID_CHANGED:
            rule = history.ID_CHANGED
            texts |= {"before": name, "after": other}
        else:
            rule = history.ID_REMOVED
        yield (history.DRAFT_ID if draft else rule).at(position, **texts)
    if not draft:
        yield from _check_words(edit)


def _check_words(edit: Edit) -> Iterator[Finding]:
    """Check that what stands under an id has a word in common with what stood there, the document's own included."""
    before, after = named_parts(edit.was.model), named_parts(edit.now.model)
    moved = {change.difference.owner for change in edit.of(ChangeKind.ID_CHANGED)}
    changed = {change.difference.owner for change in edit.changes} - moved
    texts = [
        (edit.now.position(*after[name].steps, "id"), name, old.words, after[name].words)
        for name, old in before.items()
        if name in changed and name in after and after[name].noun is old.noun
    ]
    document = str(getattr(edit.now.model, "id", ""))
    if document:
        texts.append((edit.now.position("id"), document, words_of(edit.was.model), words_of(edit.now.model)))
    for position, name, old_words, new_words in texts:
        old_stems, new_stems = _stems(old_words), _stems(new_words)
        if old_stems and new_stems and old_stems.isdisjoint(new_stems):
            yield history.OTHER_WORDS.at(position, id=name, before=old_words, after=new_words)


def _stems(text: str) -> set[str]:
    """Return how the words that carry meaning begin, without case and accents: ``medir`` and ``Medirá`` share that."""
    return {word[:_STEM] for word in _WORD.findall(plain(text))}


_CHECKS: tuple[Callable[[Edit], Iterator[Finding]], ...] = (_check_ids, check_roadmap, check_record, check_handovers)
