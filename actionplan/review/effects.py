"""What the changes of a proposal come to in the figures of the commitments that it touches."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from actionplan.findings.finding import Place
from actionplan.metrics.measure import measure_commitment
from actionplan.metrics.results import CommitmentMetrics
from actionplan.model.plan import Dossier, Plan
from actionplan.review.change import Change, ChangeKind

_NOTHING = "—"
_TENTH = Decimal("0.1")


def effects(base: Plan, head: Plan) -> Iterator[Change]:
    """The forecast of the final result, and progress, where a proposal moves them.

    Both plans are measured at the cut-off of the proposal, so that only what it writes makes a difference.
    """
    for name, now in head.dossiers.items():
        was = base.dossiers.get(name)
        if was and _documents(was) != _documents(now):
            day = head.identity.cutoff
            before, after = measure_commitment(was, base, day), measure_commitment(now, head, day)
            yield from _forecast(now, before, after)
            yield from _progress(now, before, after)


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
