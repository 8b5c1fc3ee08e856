"""What reports show can be opened, and is what it was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import partial
from typing import TYPE_CHECKING

from actionplan.documents.kinds import is_evidence
from actionplan.findings.rules import evidence
from actionplan.model.current_reports import folder_of_evidence, missing_for_custody, path_of
from actionplan.model.mistakes import Guesses
from actionplan.model.records import Report

if TYPE_CHECKING:
    from actionplan.documents.values import Step
    from actionplan.findings.finding import Finding
    from actionplan.model.common import DocumentPart
    from actionplan.model.plan import Entry, Plan
    from actionplan.model.records import Evidence as Proof


def check(plan: Plan) -> Iterator[Finding]:
    """Check that every piece of evidence names a link or a file in its commitment's folder, and is still the same."""
    kept: defaultdict[str, set[str]] = defaultdict(set)
    for file in plan.files:
        if is_evidence(file.path):
            folder = folder_of_evidence(file.path)
            kept[folder].add(file.path.removeprefix(f"{folder}/"))
    for entry in plan.entries:
        if isinstance(entry.model, Report):
            yield from _of_report(entry, entry.model, kept[folder_of_evidence(entry.path)])
            yield from _sealed(entry, entry.model, plan)


def _of_report(entry: Entry[DocumentPart], model: Report, names: Collection[str]) -> Iterator[Finding]:
    guesses = Guesses(partial(iter, names))
    for index, activity in enumerate(model.activities):
        for at, proof in enumerate(activity.evidence):
            steps = ("activities", index, "evidence", at)
            damaged = entry.is_damaged(*steps, "url") or entry.is_damaged(*steps, "file")
            if proof.url is None and proof.file is None and not damaged:
                yield evidence.NOTHING_SHOWN.at(entry.position(*steps))
            if proof.file is not None and proof.file not in names:
                position, folder = entry.position(*steps, "file"), f"{folder_of_evidence(entry.path)}/"
                guess = guesses.nearest(proof.file)
                yield evidence.FILE_MISSING.at(position, file=proof.file, folder=folder, guess=guess)
            elif proof.proves and not damaged and (proof.url or proof.file):
                yield from _custody(entry, steps, proof)


def _custody(entry: Entry[DocumentPart], steps: tuple[Step, ...], proof: Proof) -> Iterator[Finding]:
    missing = missing_for_custody(proof)
    refused = any(entry.is_damaged(*steps, name) for group in missing for name in group)
    if missing and not refused:
        named = (" o ".join(f"«{entry.keys.author(name)}»" for name in group) for group in missing)
        yield evidence.NOT_IN_CUSTODY.at(entry.position(*steps), means=str(proof.proves), fields=", ".join(named))


def _sealed(entry: Entry[DocumentPart], model: Report, plan: Plan) -> Iterator[Finding]:
    for index, activity in enumerate(model.activities):
        for at, proof in enumerate(activity.evidence):
            actual = plan.fingerprints.get(path_of(entry.path, proof) or "")
            if proof.sha256 and proof.file and actual and proof.sha256 != actual:
                position = entry.position("activities", index, "evidence", at, "sha256")
                yield evidence.OTHER_CONTENT.at(position, file=proof.file, actual=actual)
