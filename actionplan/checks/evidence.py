"""Evidence can be opened."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from actionplan.findings.rules import evidence
from actionplan.model.records import Report

if TYPE_CHECKING:
    from actionplan.findings.finding import Finding
    from actionplan.model.plan import Plan


def check(plan: Plan) -> Iterator[Finding]:
    """Check that every piece of evidence names a link, or a file in its commitment's folder of evidence."""
    paths = {entry.path for entry in plan.files}
    for entry in plan.entries:
        if not isinstance(entry.model, Report):
            continue
        folder = f"{entry.folder.rpartition('/')[0]}/evidencias"
        for index, activity in enumerate(entry.model.activities):
            for at, proof in enumerate(activity.evidence):
                steps = ("activities", index, "evidence", at)
                damaged = entry.is_damaged(*steps, "url") or entry.is_damaged(*steps, "file")
                if proof.url is None and proof.file is None and not damaged:
                    yield evidence.NOTHING_SHOWN.at(entry.place(*steps))
                if proof.file is not None:
                    path = posixpath.normpath(f"{folder}/{proof.file}")
                    if path not in paths or not path.startswith(f"{folder}/"):
                        place = entry.place(*steps, "file")
                        yield evidence.FILE_MISSING.at(place, file=proof.file, folder=f"{folder}/")
