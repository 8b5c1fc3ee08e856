"""What was signed, reported or shown moves in the open, or not at all."""

from __future__ import annotations

from collections.abc import Iterator

from actionplan.diff.agreed import DATES, VERSION, is_signed, moves_silently
from actionplan.diff.change import Change, ChangeKind
from actionplan.diff.compare import Comparison, Edit
from actionplan.diff.matching import AnyEntry, lost_from
from actionplan.diff.nouns import DOCUMENTS
from actionplan.diff.parts import named_parts
from actionplan.documents import Step
from actionplan.findings import Finding
from actionplan.model import (
    Commitment,
    CommitmentFile,
    DocumentPart,
    Evidence,
    Report,
    Rescheduling,
    Roadmap,
    Verification,
    key_of,
    path_of,
)
from actionplan.rules import history
from actionplan.rules.handovers import LISTS, are_unsure


def check_roadmap(edit: Edit) -> Iterator[Finding]:
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


def check_handovers(edit: Edit) -> Iterator[Finding]:
    """Check the handovers of a commitment against what they were, and that who left or joined did so by one."""
    name = key_of(edit.now)[1]
    was, now = (plan.commitment_files.get(name) for plan in (edit.plans.base, edit.plans.head))
    if not isinstance(edit.now.model, Commitment) or was is None or now is None or are_unsure(now.commitment):
        return
    published = was.commitment.model.handovers
    for item in lost_from(published, edit.now.model.handovers) if edit.within("handovers") else ():
        position = edit.now.position("handovers", published.index(item))
        organisation = item.leaves or item.enters or "—"
        yield history.HANDOVER_CHANGED.at(position, organisation=organisation, date=str(item.date))
    if was.reports and edit.within(*LISTS.values(), "handovers"):
        yield from _unsaid(edit, was.commitment.model, now)


def _unsaid(edit: Edit, before: Commitment, file: CommitmentFile) -> Iterator[Finding]:
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


def check_record(edit: Edit) -> Iterator[Finding]:
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


def check_evidence_file(comparison: Comparison, change: Change) -> Iterator[Finding]:
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
