"""Who could sign on a day that is over stays as it was published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actionplan.checks.since.parts import lost_from
from actionplan.findings.rules import history
from actionplan.rules.handovers import LISTS, are_unsure

if TYPE_CHECKING:
    from actionplan.findings.finding import Finding
    from actionplan.model.commitment import Commitment
    from actionplan.model.plan import CommitmentFile, Entry, Plan


def check(base: Plan, head: Plan) -> Iterator[Finding]:
    """Check the handovers of each commitment against what they were, and that who left or joined did so by one."""
    for name, was in base.commitment_files.items():
        now = head.commitment_files.get(name)
        if now is None or now.commitment is was.commitment or are_unsure(now.commitment):
            continue
        yield from _changed(was.commitment.model, now.commitment)
        if was.reports:
            yield from _unsaid(was, now)


def _changed(before: Commitment, now: Entry[Commitment]) -> Iterator[Finding]:
    for item in lost_from(before.handovers, now.model.handovers):
        position = now.position("handovers", before.handovers.index(item))
        organisation = item.leaves or item.enters or "—"
        yield history.HANDOVER_CHANGED.at(position, organisation=organisation, date=str(item.date))


def _unsaid(was: CommitmentFile, now: CommitmentFile) -> Iterator[Finding]:
    entry, before, after = now.commitment, was.commitment.model, now.commitment.model
    signers = {it.model.reporter for it in now.reports} | {it.model.organisation for it in now.verifications}
    # What a published handover said and does not say any more has a finding of its own.
    lost = {name for it in set(before.handovers) - set(after.handovers) for name in (it.leaves, it.enters)}
    for role, field in LISTS.items():
        if entry.is_damaged(field):
            continue
        then, today = before.holders(role), after.holders(role)
        told = [item for item in after.handovers if item.role is role]
        # Of who signed, each record says that its signer could not have.
        left = set(then) - set(today) - {item.leaves for item in told} - lost - signers
        joined = set(today) - set(then) - {item.enters for item in told} - lost
        texts = {"key": entry.keys.author(field), "handovers": entry.keys.author("handovers")}
        for rule, names in ((history.LEFT_UNSAID, left), (history.JOINED_UNSAID, joined)):
            for organisation in sorted(names):
                yield rule.at(entry.position(field), organisation=organisation, **texts)
