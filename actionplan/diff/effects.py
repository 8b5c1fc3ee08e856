"""What the changes of a proposal come to in the figures of the commitments that it touches."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction

from actionplan.diff.before_after import BeforeAfter, MeasuredTwice
from actionplan.diff.change import Change, ChangeKind, days_between
from actionplan.findings import Position
from actionplan.language.messages import msg
from actionplan.metrics import PathProblem
from actionplan.metrics.records_as_of import records_as_of
from actionplan.model import ActivityReport, ActivityState, Plan
from actionplan.text.rounding import half_up

_NOTHING = "—"
_TIMING = frozenset(
    {
        ChangeKind.LATER_END,
        ChangeKind.EARLIER_END,
        ChangeKind.START_MOVED,
        ChangeKind.DATE_REMOVED,
        ChangeKind.PART_REMOVED,
        ChangeKind.PART_ADDED,
        ChangeKind.TERMS,
        ChangeKind.TERMS_ADDED,
        ChangeKind.VALUE_ADDED,
        ChangeKind.REPORTED,
        ChangeKind.RECORD_REMOVED,
    }
)
"""What may move a forecast."""
_REPORTED = frozenset({ChangeKind.REPORTED, ChangeKind.VERIFIED, ChangeKind.CONTESTED, ChangeKind.RECORD_REMOVED})
"""What moves progress, nearly always."""
_TERMS = frozenset({ChangeKind.SETTINGS, ChangeKind.STANDING, ChangeKind.COMMITMENT_REMOVED, ChangeKind.DOCUMENT_ADDED})
"""What moves the figures of the plan but not those of a commitment."""
_PROBLEMS = {
    PathProblem.NOTHING_DATED: msg("ninguna actividad tiene fechas"),
    PathProblem.NO_DEPENDENCIES: msg("ninguna actividad depende de otra"),
    PathProblem.CYCLE: msg("hay actividades que se esperan unas a otras en círculo"),
}
"""Why there is no forecast, within a sentence; what is finished has one."""


def final_results(changes: Sequence[Change], plans: BeforeAfter) -> list[Change]:
    """Return changes and what they come to: the forecast of the final result, and progress.

    Where one end alone moves the final result, its own sentence says so.

    Args:
        changes: What differs between the documents of the two plans.
        plans: The plan before and after.
    """
    found = list(changes)
    for measured in plans.commitments:
        own = [change for change in changes if change.commitment == measured.id]
        found += _progress(measured, own)
        forecast = _forecast(measured, own)
        found = _told_with_its_end(found, forecast) if forecast else found
    return [*found, *_of_the_plan(plans, changes)]


def unproven(item: ActivityReport, report: str, plan: Plan) -> tuple[str, ...] | None:
    """Return the means of verification of which an activity said to be complete has no evidence; None if it has all.

    Args:
        item: What a report says of it.
        report: Its path.
        plan: With that report in it.
    """
    if item.state is not ActivityState.COMPLETED:
        return None
    commitment_file = plan.commitment_of(report)
    if commitment_file is None or commitment_file.roadmap is None:
        return None if item.evidence else ()
    activity = next((it for it in commitment_file.roadmap.model.activities if it.id == item.activity), None)
    proven = records_as_of(commitment_file, date.max, plan).proven.get(item.activity, frozenset())
    missing = tuple(it.id for it in activity.means_of_verification if it.id not in proven) if activity else ()
    return missing if missing or not item.evidence else None


def _of_the_plan(plans: BeforeAfter, changes: Sequence[Change]) -> Iterator[Change]:
    if plans.whole:
        before, after = plans.whole
        position = _cause(changes, _TERMS) or Position("plan/plan.yml")
        yield from _moved(ChangeKind.PLAN_PROGRESS, "", position, before.real.value, after.real.value)
        yield from _moved(ChangeKind.PLAN_VERIFIED_PROGRESS, "", position, before.verified.value, after.verified.value)


def _progress(measured: MeasuredTwice, changes: Sequence[Change]) -> Iterator[Change]:
    position = _cause(changes, _REPORTED) or Position(measured.files[1].commitment.path)
    before, after = (metrics.figures for metrics in measured.metrics)
    yield from _moved(ChangeKind.PROGRESS, measured.id, position, before.real, after.real)
    yield from _moved(ChangeKind.VERIFIED_PROGRESS, measured.id, position, before.verified, after.verified)


def _moved(
    kind: ChangeKind, commitment: str, position: Position, before: Fraction | None, after: Fraction | None
) -> Iterator[Change]:
    """Yield a change of progress, if it is another."""
    if before != after:
        values = {"after": _percent(after), "before": _percent(before)}
        yield _change(kind, commitment, position, **values)


def _forecast(measured: MeasuredTwice, changes: Sequence[Change]) -> Change | None:
    roadmap = measured.files[1].roadmap
    before, after = (metrics.path for metrics in measured.metrics)
    was, now = before.forecast_end, after.forecast_end
    if not was or was == now or roadmap is None:
        return None
    position = _cause(changes, _TIMING) or Position(roadmap.path)
    if not now:
        cycle = f" ({' → '.join(after.cycle)})" if after.cycle else ""
        problem = _PROBLEMS[after.problem or PathProblem.NOTHING_DATED]
        return _change(ChangeKind.FORECAST_LOST, measured.id, position, problem=problem, where=cycle)
    kind = ChangeKind.FORECAST_LATER if now > was else ChangeKind.FORECAST_EARLIER
    return _change(kind, measured.id, position, after=str(now), before=str(was), days=days_between(was, now))


def _told_with_its_end(changes: list[Change], forecast: Change) -> list[Change]:
    """Say the move of a forecast with the one end that makes it, or else by itself."""
    dated = [change for change in changes if change.commitment == forecast.commitment and change.kind in _TIMING]
    if [change.kind for change in dated] != [ChangeKind.LATER_END] or forecast.kind is not ChangeKind.FORECAST_LATER:
        return [*changes, forecast]
    [end] = dated
    values = (*end.values, ("shift", dict(forecast.values)["days"]))
    return [end._replace(kind=ChangeKind.LATER_END_OF_ALL, values=values) if it is end else it for it in changes]


def _cause(changes: Iterable[Change], kinds: Collection[ChangeKind]) -> Position | None:
    """Return where that stands which moves a figure: the first change of such a kind, else the first of all."""
    ordered = sorted(changes, key=lambda change: (change.kind not in kinds, change.kind.rank, change.position))
    return ordered[0].position if ordered else None


def _change(kind: ChangeKind, commitment: str, position: Position, **values: str) -> Change:
    named = {"commitment": commitment, **values} if commitment else values
    return Change(kind, commitment, position, tuple(sorted(named.items())))


def _percent(value: Fraction | None) -> str:
    if value is None:
        return _NOTHING
    return f"{half_up(value, 1):f} %".replace(".0 %", " %")
