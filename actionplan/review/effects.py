"""What the changes of a proposal come to in the figures of the commitments that it touches."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from actionplan.documents.kinds import Kind, is_evidence
from actionplan.findings.finding import Place
from actionplan.metrics.ledger import ledger
from actionplan.metrics.measure import measure_commitment
from actionplan.metrics.results import CommitmentMetrics
from actionplan.model.common import DocumentPart
from actionplan.model.plan import Dossier, Entry, Plan
from actionplan.model.records import ActivityReport
from actionplan.model.standing import folder_of_evidence
from actionplan.model.vocabulary import ActivityState
from actionplan.review.change import Change, ChangeKind

_NOTHING = "—"
_TENTH = Decimal("0.1")
_TIMING = frozenset(
    {
        ChangeKind.LATER_END,
        ChangeKind.EARLIER_END,
        ChangeKind.START_MOVED,
        ChangeKind.PART_REMOVED,
        ChangeKind.PART_ADDED,
        ChangeKind.VALUE,
        ChangeKind.VALUE_ADDED,
        ChangeKind.VALUE_REMOVED,
        ChangeKind.REPORTED,
        ChangeKind.DOCUMENT_REMOVED,
    }
)
"""What may move a forecast."""


def final_results(changes: list[Change], base: Plan, head: Plan, altered: Collection[str] = ()) -> list[Change]:
    """Changes, and what they come to: the forecast of the final result, and progress.

    Where one end alone moves the final result, its own sentence says so.

    Args:
        changes: What differs between the documents of the two plans.
        base: The plan as published.
        head: The plan as proposed.
        altered: Files that are in both at the same path with other contents.
    """
    found = list(changes)
    for name, before, after in measured_twice(base, head, altered):
        now = head.dossiers[name]
        found += _progress(now, before, after)
        forecast = _forecast(now, before, after)
        found = _told_with_its_end(found, forecast) if forecast else found
    return found


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
    """The commitments of both plans of which some document or some piece of evidence is not the same.

    Those with a document that could not be read whole in either are left out: what is missing there was not taken out,
    and their figures would say that it was.
    """
    if {Kind.PLAN, Kind.ACTORS} & (base.unsure | head.unsure):
        return ()
    before, after = ({entry.path for entry in plan.files} for plan in (base, head))
    folders = {folder_of_evidence(path) for path in (before ^ after).union(altered) if is_evidence(path)}
    return tuple(
        name
        for name, now in head.dossiers.items()
        if (was := base.dossiers.get(name))
        and (_documents(was) != _documents(now) or folder_of_evidence(now.commitment.path) in folders)
        and _is_whole(was, base)
        and _is_whole(now, head)
    )


def unproven(item: ActivityReport, report: str, plan: Plan) -> tuple[str, ...] | None:
    """The means of verification that an activity which is said to be complete has no evidence of; None if it has all.

    Args:
        item: What a report says of it.
        report: Its path.
        plan: With that report in it.
    """
    if item.state is not ActivityState.COMPLETED:
        return None
    folder = "/".join(report.split("/")[:2])
    dossier = next((it for it in plan.dossiers.values() if it.commitment.folder == folder), None)
    if dossier is None or dossier.roadmap is None:
        return None if item.evidence else ()
    activity = next((it for it in dossier.roadmap.model.activities if it.id == item.activity), None)
    proven = ledger(dossier, date.max, plan).proven.get(item.activity, frozenset())
    missing = tuple(it.id for it in activity.means_of_verification if it.id not in proven) if activity else ()
    return missing if missing or not item.evidence else None


def _told_with_its_end(changes: list[Change], forecast: Change) -> list[Change]:
    """The move of a forecast, said with the one end that makes it, or else by itself."""
    dated = [change for change in changes if change.commitment == forecast.commitment and change.kind in _TIMING]
    if [change.kind for change in dated] != [ChangeKind.LATER_END] or forecast.kind is not ChangeKind.FORECAST_LATER:
        return [*changes, forecast]
    [end] = dated
    values = (*end.values, ("shift", dict(forecast.values)["days"]))
    return [end._replace(kind=ChangeKind.LATER_END_OF_ALL, values=values) if it is end else it for it in changes]


def _documents(dossier: Dossier) -> tuple[int, ...]:
    """What a dossier is made of; documents that are the same in both trees are read once, and are one object."""
    return tuple(map(id, _entries(dossier)))


def _entries(dossier: Dossier) -> tuple[Entry[DocumentPart], ...]:
    roadmap = (dossier.roadmap,) if dossier.roadmap else ()
    return (dossier.commitment, *roadmap, *dossier.reports, *dossier.verifications)


def _is_whole(dossier: Dossier, plan: Plan) -> bool:
    """Whether all that its figures come from could be read."""
    folder = f"{dossier.commitment.folder}/"
    unread = any(document.path.startswith(folder) for document in plan.unreadable)
    return not unread and all(entry.is_whole for entry in _entries(dossier))


def _forecast(dossier: Dossier, before: CommitmentMetrics, after: CommitmentMetrics) -> Change | None:
    was, now = before.path.forecast_end, after.path.forecast_end
    if not dossier.roadmap or not was or not now or was == now:
        return None
    values = {"commitment": after.id, "before": str(was), "after": str(now), "days": str(abs((now - was).days))}
    kind = ChangeKind.FORECAST_LATER if now > was else ChangeKind.FORECAST_EARLIER
    return _change(kind, dossier.roadmap.path, values)


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
