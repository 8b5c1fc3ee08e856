"""Documents that were published are still there, under the same id."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actionplan.checks.since.counterparts import keyed
from actionplan.documents.kinds import Kind
from actionplan.findings.finding import Finding, Position
from actionplan.findings.rules import history
from actionplan.language.messages import msg
from actionplan.model.records import Report, Verification
from actionplan.model.references import key_of

if TYPE_CHECKING:
    from actionplan.model.plan import Plan

KINDS = {
    Kind.COMMITMENT: msg("compromiso"),
    Kind.PHASE: msg("fase"),
    Kind.TREE: msg("tema"),
    Kind.TABLE: msg("mesa"),
    Kind.SESSION: msg("sesión"),
    Kind.REPORT: msg("avance"),
    Kind.VERIFICATION: msg("verificación"),
}
"""Kinds of document that have an id, in a sentence. A roadmap is its commitment's: that it is due is another rule."""


def check(base: Plan, head: Plan) -> Iterator[Finding]:
    """Check that every document with an id that was there is there, unless what is there could not be read."""
    before, after = keyed(base), keyed(head)
    # What took the place of a file, if it is of the same kind and new.
    newcomers = {entry.path: entry for key, [entry, *_] in after.items() if key not in before}
    for key, [was, *_] in before.items():
        kind, name = key
        if kind not in KINDS or key in after or kind in head.unsure:
            continue
        if isinstance(was.model, Report | Verification):
            if was.model.commitment in head.commitment_files:  # else that it is gone says it all
                yield history.RECORD_REMOVED.at(Position(was.path), id=name, kind=KINDS[kind])
            continue
        now = newcomers.get(was.path)
        if now is not None and now.source_file.kind is kind:
            after_name = key_of(now)[1]
            yield history.ID_CHANGED.at(now.position("id"), before=name, after=after_name, kind=KINDS[kind])
        elif kind is Kind.COMMITMENT:
            yield history.COMMITMENT_REMOVED.at(Position(was.path), id=name)
        else:
            yield history.ID_REMOVED.at(Position(was.path), id=name, kind=KINDS[kind])
