"""The rules of history over the list of changes: which of them break a rule, and where."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from actionplan.checks.handovers import LISTS, are_unsure
from actionplan.checks.waivers import unwaived
from actionplan.diff.agreed import DATES, VERSION, is_signed, moves_silently
from actionplan.diff.change import Change, ChangeKind
from actionplan.diff.compare import Comparison
from actionplan.diff.matching import AnyEntry, Pair, lost_from
from actionplan.diff.nouns import DOCUMENTS, IDENTIFIED
from actionplan.diff.parts import named_parts, words_of
from actionplan.documents.kinds import Kind
from actionplan.documents.values import Step
from actionplan.findings.finding import Finding, Position, in_order
from actionplan.findings.rules import BY_CODE, history
from actionplan.model.commitment import Commitment
from actionplan.model.common import DocumentPart
from actionplan.model.current_reports import path_of
from actionplan.model.plan import CommitmentFile
from actionplan.model.records import Evidence, Report, Verification
from actionplan.model.references import key_of
from actionplan.model.roadmap import Rescheduling, Roadmap
from actionplan.text.normalise import plain

_WORD = re.compile(r"\w{4,}")
_STEM = 5


class _Edit(NamedTuple):
    """The changes of one document, which is the same one before and after unless it went or came."""

    comparison: Comparison
    was: AnyEntry
    now: AnyEntry
    changes: tuple[Change, ...]

    def of(self, *kinds: ChangeKind) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.kind in kinds)

    def within(self, *fields: str) -> tuple[Change, ...]:
        """The changes within some fields of the document."""
        return tuple(change for change in self.changes if not set(change.difference.steps[:1]).isdisjoint(fields))


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
    by_document: defaultdict[Pair, list[Change]] = defaultdict(list)
    for change in comparison.written:
        if change.pair:
            by_document[change.pair].append(change)
    for (was, now), changes in by_document.items():
        edit = _Edit(comparison, was, now, tuple(changes))
        yield from _check_document(edit)
        if was is not now and key_of(was) == key_of(now):
            for check in _CHECKS:
                yield from check(edit)
    for change in comparison.written:
        if change.kind is ChangeKind.EVIDENCE_REPLACED:
            yield from _check_evidence_file(comparison, change)


def _check_document(edit: _Edit) -> Iterator[Finding]:
    """Check that every document with an id that was there is there."""
    (kind, name), (_, new_name) = key_of(edit.was), key_of(edit.now)
    if kind not in IDENTIFIED:
        return
    texts = {"id": name, "kind": DOCUMENTS[kind].bare}
    gone = edit.of(ChangeKind.COMMITMENT_REMOVED, ChangeKind.RECORD_REMOVED, ChangeKind.DOCUMENT_REMOVED)
    if isinstance(edit.was.model, Report | Verification):
        # That a commitment is gone says it all.
        if (gone or name != new_name) and edit.was.model.commitment in edit.comparison.head.commitment_files:
            yield history.RECORD_REMOVED.at(Position(edit.was.path), **texts)
    elif name != new_name and kind not in edit.comparison.head.unsure:
        yield history.ID_CHANGED.at(edit.now.position("id"), before=name, after=new_name, kind=texts["kind"])
    elif gone and kind is Kind.COMMITMENT:
        yield history.COMMITMENT_REMOVED.at(Position(edit.was.path), id=name)
    elif gone:
        yield history.ID_REMOVED.at(Position(edit.was.path), **texts)


def _check_ids(edit: _Edit) -> Iterator[Finding]:
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


def _check_words(edit: _Edit) -> Iterator[Finding]:
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


def _check_roadmap(edit: _Edit) -> Iterator[Finding]:
    """Check that what was agreed in a roadmap moves in the open: by a rescheduling, or with a new version."""
    before, after = edit.was.model, edit.now.model
    if not isinstance(before, Roadmap) or not isinstance(after, Roadmap):
        return
    lost = () if edit.now.loses else edit.of(ChangeKind.RESCHEDULING_EDITED)
    for change in lost:
        item = change.difference.before
        if isinstance(item, Rescheduling):
            position = edit.now.position(*change.difference.steps)
            yield history.RESCHEDULING_CHANGED.at(position, activity=item.activity, date=str(item.date))
    signed, still = is_signed(before), is_signed(after)
    if signed and not still:
        old, new = (edit.now.keys.author_word("DocumentStatus", it.document_status.word) for it in (before, after))
        yield history.UNSIGNED.at(edit.now.position("document_status"), expected=old, found=new)
        return
    explained = {change.difference.owner for change in lost}
    rule = history.DATE_MOVED if signed else history.DRAFT_DATE_MOVED
    for change in edit.of(*DATES) if signed == still else ():  # else it was just signed, which settles the dates
        difference = change.difference
        if difference.owner not in explained and moves_silently(before, after, change.kind, difference):
            key, texts = edit.now.keys.author(difference.field), {"before": str(difference.before)}
            texts |= {"activity": difference.owner, "after": str(difference.after or "—")}
            yield rule.at(change.position, key=key, **texts)
    ids = named_parts(before)
    terms = [
        change.difference.term
        for change in sorted(edit.changes, key=lambda change: change.position)
        if VERSION in change.needs and not (change.kind is ChangeKind.TERMS_ADDED and change.difference.owner in ids)
    ]
    if terms:
        position, key = edit.now.position("version"), edit.now.keys.author("version")
        fields = ", ".join(dict.fromkeys(terms))
        yield history.SIGNED_TERMS.at(position, fields=fields, key=key, version=after.version)


def _check_record(edit: _Edit) -> Iterator[Finding]:
    """Check that a record says what it said, however it is written; one that had mistakes may be mended."""
    if not isinstance(edit.now.model, Report | Verification) or edit.was.damaged or edit.now.damaged:
        return
    lost = tuple(_lost_evidence(edit.was.model, edit.now))
    yield from lost
    edits = [
        change
        for change in edit.changes
        if change.kind is not ChangeKind.MOVED and change.difference.field != "waivers"
        if not (lost and "evidence" in change.difference.steps)
    ]
    if edits:
        (kind, name), position = key_of(edit.now), min(change.position for change in edits)
        yield history.RECORD_EDITED.at(position, id=name, kind=DOCUMENTS[kind].bare)


def _lost_evidence(was: DocumentPart, now: AnyEntry) -> Iterator[Finding]:
    if not isinstance(was, Report) or not isinstance(now.model, Report):
        return
    before = {item.activity: item.evidence for item in was.activities}
    for index, item in enumerate(now.model.activities):
        for proof in before.get(item.activity, ()):
            if proof not in item.evidence:
                position = now.position("activities", index, "evidence")
                yield history.EVIDENCE_REMOVED.at(position, name=proof.title, activity=item.activity)


def _check_evidence_file(comparison: Comparison, change: Change) -> Iterator[Finding]:
    """Check that a file that published reports show holds what it held.

    One that has become what the fingerprint in its report says was mended.
    """
    paths = dict(change.values)
    files = [plan.commitment_files.get(change.commitment) for plan in (comparison.base, comparison.head)]
    before, after = ({report.stem: report for report in item.reports} if item else {} for item in files)
    for name in before.keys() & after.keys():
        was, now = before[name], after[name]
        shown = {proof for item in was.model.activities for proof in item.evidence}
        for steps, proof in _evidence(now.model):
            here = path_of(was.path, proof) == paths["before"] and path_of(now.path, proof) == paths["after"]
            mended = proof.sha256 and comparison.head.fingerprints.get(paths["after"]) == proof.sha256
            if here and proof in shown and not mended:
                yield history.EVIDENCE_REPLACED.at(now.position(*steps, "file"), file=str(proof.file))


def _evidence(report: Report) -> Iterator[tuple[tuple[Step, ...], Evidence]]:
    for index, item in enumerate(report.activities):
        for at, proof in enumerate(item.evidence):
            yield ("activities", index, "evidence", at), proof


def _check_handovers(edit: _Edit) -> Iterator[Finding]:
    """Check the handovers of a commitment against what they were, and that who left or joined did so by one."""
    name = key_of(edit.now)[1]
    was, now = (plan.commitment_files.get(name) for plan in (edit.comparison.base, edit.comparison.head))
    if not isinstance(edit.now.model, Commitment) or was is None or now is None or are_unsure(now.commitment):
        return
    published = was.commitment.model.handovers
    for item in lost_from(published, edit.now.model.handovers) if edit.within("handovers") else ():
        position = edit.now.position("handovers", published.index(item))
        organisation = item.leaves or item.enters or "—"
        yield history.HANDOVER_CHANGED.at(position, organisation=organisation, date=str(item.date))
    if was.reports and edit.within(*LISTS.values(), "handovers"):
        yield from _unsaid(edit, was.commitment.model, now)


def _unsaid(edit: _Edit, before: Commitment, file: CommitmentFile) -> Iterator[Finding]:
    after = file.commitment.model
    signers = {it.model.reporter for it in file.reports} | {it.model.organisation for it in file.verifications}
    # What a published handover said and does not say any more has a finding of its own.
    lost = {name for item in set(before.handovers) - set(after.handovers) for name in (item.leaves, item.enters)}
    for role, field in LISTS.items():
        if edit.now.is_damaged(field):
            continue
        old, new = set(before.holders(role)), set(after.holders(role))
        handovers = [item for item in after.handovers if item.role is role]
        # Of who signed, each record says that its signer could not have.
        left = old - new - {item.leaves for item in handovers} - lost - signers
        joined = new - old - {item.enters for item in handovers} - lost
        texts = {"key": edit.now.keys.author(field), "handovers": edit.now.keys.author("handovers")}
        for rule, names in ((history.LEFT_UNSAID, left), (history.JOINED_UNSAID, joined)):
            for organisation in sorted(names):
                yield rule.at(edit.now.position(field), organisation=organisation, **texts)


_CHECKS: tuple[Callable[[_Edit], Iterator[Finding]], ...] = (
    _check_ids,
    _check_roadmap,
    _check_record,
    _check_handovers,
)
