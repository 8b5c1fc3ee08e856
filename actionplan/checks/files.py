"""Files have names that every computer can open; those in custody are small, harmless and named by a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from actionplan.checks.links import linked
from actionplan.documents.kinds import PUBLISHED_TYPES, Kind, is_evidence
from actionplan.findings.finding import Position
from actionplan.findings.rules import evidence, form
from actionplan.language.messages import msg
from actionplan.model.current_reports import folder_of_evidence, path_of
from actionplan.model.records import Report

if TYPE_CHECKING:
    from actionplan.documents.files import FileEntry
    from actionplan.findings.finding import Finding
    from actionplan.model.plan import Plan

# "Naming Files, Paths, and Namespaces" of Windows: signs, names of devices with any ending, a last dot or blank.
_NOT_FOR_WINDOWS = re.compile(
    r"[<>:\"\\|?*]|[. ](?:/|$)|(?:^|/)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.[^/]*)?(?:/|$)", re.IGNORECASE
)
_NOT_FOR_ALL = msg("Windows no admite ese nombre")


def check(plan: Plan) -> Iterator[Finding]:
    """Check the names of all files, and the type and size of those of evidence."""
    for file in plan.files:
        yield from problems_of(file, plan.identity.rules.evidence_limit)
    if Kind.REPORT not in plan.unsure:
        yield from _unnamed(plan)


def problems_of(file: FileEntry, limit: int) -> Iterator[Finding]:
    """Check the name of a file and, if it is evidence, its type and its size, of at most ``limit`` bytes."""
    if _NOT_FOR_WINDOWS.search(file.path):
        yield form.BAD_FILE_NAME.at(Position(file.path), problem=_NOT_FOR_ALL)
    if is_evidence(file.path):
        if not file.path.lower().endswith(PUBLISHED_TYPES):
            yield evidence.TYPE_REFUSED.at(Position(file.path), known=", ".join(PUBLISHED_TYPES))
        if file.size == 0:
            yield evidence.EMPTY.at(Position(file.path))
        if file.size > limit:
            yield evidence.TOO_BIG.at(Position(file.path), size=file.size, limit=limit)


def _unnamed(plan: Plan) -> Iterator[Finding]:
    kept = {file.path for file in plan.files if is_evidence(file.path)}
    if not kept:
        return
    named = {path for entry in plan.entries for _, path in linked(entry)}
    unsure: set[str] = set()
    for entry in plan.entries:
        if isinstance(entry.model, Report):
            shown = {path_of(entry.path, proof) for item in entry.model.activities for proof in item.evidence} - {None}
            named.update(filter(None, shown))
            # A name that leads nowhere, or was refused, is a finding already, and may mean any of these files.
            if entry.damaged or not shown <= kept:
                unsure.add(folder_of_evidence(entry.path))
    for path in sorted(kept - named):
        if folder_of_evidence(path) not in unsure:
            yield evidence.UNNAMED.at(Position(path))
