"""A commitment that ended before its time says when, why and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actionplan.findings.rules import second_key
from actionplan.model.vocabulary import Situation

if TYPE_CHECKING:
    from actionplan.findings.finding import Finding
    from actionplan.model.commitment import Commitment
    from actionplan.model.plan import Entry, Plan

_ENDED = (Situation.WITHDRAWN, Situation.MERGED)


def check(plan: Plan) -> Iterator[Finding]:
    """Check that each commitment's closure agrees with its situation."""
    for commitment_file in plan.commitment_files.values():
        yield from _of(commitment_file.commitment)


def _of(entry: Entry[Commitment]) -> Iterator[Finding]:
    situation, closure = entry.model.situation, entry.model.closure
    state, key, heir = situation.label, entry.keys.author("closure"), entry.keys.author("merged_into")
    if closure is None:
        if situation in _ENDED and not entry.is_damaged("closure"):
            yield second_key.CLOSURE_OWED.at(entry.position("situation"), state=state, key=key)
    elif situation is Situation.IN_FORCE:
        yield second_key.CLOSURE_UNDUE.at(entry.position("closure", key=True), state=state, key=key)
    elif situation is Situation.MERGED:
        if closure.merged_into is None and not entry.is_damaged("closure", "merged_into"):
            yield second_key.CLOSURE_OWED.at(entry.position("closure", key=True), state=state, key=heir)
    elif closure.merged_into is not None:
        yield second_key.CLOSURE_UNDUE.at(entry.position("closure", "merged_into"), state=state, key=heir)
