"""What the changes of a proposal come to in the figures of the commitments that it touches."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from actionplan.documents.kinds import is_evidence
from actionplan.findings.finding import Place
from actionplan.metrics.measure import measure_commitment
from actionplan.metrics.results import CommitmentMetrics
from actionplan.model.plan import Dossier, Plan
from actionplan.model.standing import folder_of_evidence
from actionplan.review.change import Change, ChangeKind

_NOTHING = "—"
_TENTH = Decimal("0.1")


def effects(base: Plan, head: Plan, altered: Collection[str] = ()) -> Iterator[Change]:
    """The forecast of the final result, and progress, where a proposal moves them.

    Args:
        base: The plan as published.
        head: The plan as proposed.
        altered: Files that are in both at the same path with other contents.
    """
    for name, before, after in measured_twice(base, head, altered):
        yield from _forecast(head.dossiers[name], before, after)
        yield from _progress(head.dossiers[name], before, after)


def measured_twice(
    base: Plan, head: Plan, altered: Collection[str] = ()
) -> Iterator[tuple[str, CommitmentMetrics, CommitmentMetrics]]:
    """Measure the commitments that a proposal touches before and after it; by id, in the order of their numbers.

    Both plans are measured at the cut-off of the proposal, so that only what it writes makes a difference. They know
    the fingerprints of the evidence of these commitments (``loader.with_custody``), or no file counts as proof.
    """
    day = head.identity.cutoff
    for name in touched(base, head, altered):
        was, now = base.dossiers[name], head.dossiers[name]
        yield name, measure_commitment(was, base, day), measure_commitment(now, head, day)


def touched(base: Plan, head: Plan, altered: Collection[str] = ()) -> tuple[str, ...]:
    """The commitments of both plans of which some document or some piece of evidence is not the same."""
    before, after = ({entry.path for entry in plan.files} for plan in (base, head))
    folders = {folder_of_evidence(path) for path in (before ^ after).union(altered) if is_evidence(path)}
    return tuple(
        name
        for name, now in head.dossiers.items()
        if (was := base.dossiers.get(name))
        and (_documents(was) != _documents(now) or folder_of_evidence(now.commitment.path) in folders)
    )


def _documents(dossier: Dossier) -> tuple[int, ...]:
    """What a dossier is made of; documents that are the same in both trees are read once, and are one object."""
    documents = (dossier.commitment, dossier.roadmap, *dossier.reports, *dossier.verifications)
    return tuple(map(id, documents))


def _forecast(dossier: Dossier, before: CommitmentMetrics, after: CommitmentMetrics) -> Iterator[Change]:
    was, now = before.path.forecast_end, after.path.forecast_end
    if dossier.roadmap and was and now and was != now:
        days = f"{(now - was).days:+d}"
        values = {"commitment": after.id, "before": str(was), "after": str(now), "days": days}
        kind = ChangeKind.FORECAST_LATER if now > was else ChangeKind.FORECAST_EARLIER
        yield _change(kind, dossier.roadmap.path, values)


def _progress(dossier: Dossier, before: CommitmentMetrics, after: CommitmentMetrics) -> Iterator[Change]:
    for kind, was, now in (
        (ChangeKind.PROGRESS, before.figures.real, after.figures.real),
        (ChangeKind.VERIFIED_PROGRESS, before.figures.verified, after.figures.verified),
    ):
        if was != now:
            values = {"commitment": after.id, "before": _percent(was), "after": _percent(now)}
            yield _change(kind, dossier.commitment.path, values)


def _change(kind: ChangeKind, path: str, values: dict[str, str]) -> Change:
    return Change(kind, values["commitment"], Place(path), tuple(sorted(values.items())))


def _percent(value: Fraction | None) -> str:
    if value is None:
        return _NOTHING
    exact = (Decimal(value.numerator) / value.denominator).quantize(_TENTH, ROUND_HALF_UP)
    return f"{exact:f} %".replace(".0 %", " %")
