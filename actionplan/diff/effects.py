"""What the changes of a proposal come to in the figures of the commitments that it touches."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from actionplan.diff.change import Change, ChangeKind, days_between
from actionplan.documents.kinds import Kind, is_evidence
from actionplan.findings.finding import Position
from actionplan.language.messages import msg
from actionplan.metrics.groups import GroupMetrics
from actionplan.metrics.labels import PathProblem
from actionplan.metrics.measure import counts, measure, measure_commitment
from actionplan.metrics.records_as_of import records_as_of
from actionplan.metrics.results import CommitmentMetrics
from actionplan.model.common import DocumentPart
from actionplan.model.current_reports import folder_of_evidence
from actionplan.model.plan import CommitmentFile, Entry, Plan
from actionplan.model.records import ActivityReport
from actionplan.model.vocabulary import ActivityState

_NOTHING = "—"
_TENTH = Decimal("0.1")
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
_HOLD_FIGURES = frozenset(Kind) - {Kind.PAGE, Kind.PHASE, Kind.TREE, Kind.TABLE, Kind.SESSION, Kind.TRANSLATION}
_PROBLEMS = {
    PathProblem.NOTHING_DATED: msg("ninguna actividad tiene fechas"),
    PathProblem.NO_DEPENDENCIES: msg("ninguna actividad depende de otra"),
    PathProblem.CYCLE: msg("hay actividades que se esperan unas a otras en círculo"),
}
"""Why there is no forecast, within a sentence; what is finished has one."""


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
        now = head.commitment_files[name]
        found += _progress(now, before, after, changes)
        forecast = _forecast(now, before, after, changes)
        found = _told_with_its_end(found, forecast) if forecast else found
    return [*found, *_of_the_plan(base, head, changes)]


def plan_measured_twice(base: Plan, head: Plan) -> tuple[GroupMetrics, GroupMetrics] | None:
    """Measure the whole of each plan at its own cut-off, with its own settings.

    None if both count the same commitments in the same way, or if some document could not be read. Both plans know
    the fingerprints of all of their evidence.
    """
    if not moves_the_plan(base, head) or not _HOLD_FIGURES.isdisjoint(base.unsure | head.unsure):
        return None
    return measure(base).whole, measure(head).whole


def moves_the_plan(base: Plan, head: Plan) -> bool:
    """Whether the figures of the plan are measured otherwise: at another date, by other rules, of other commitments."""
    return _terms(base) != _terms(head)


def _terms(plan: Plan) -> tuple[object, ...]:
    day = plan.identity.cutoff
    counted = {
        name for name, commitment_file in plan.commitment_files.items() if counts(commitment_file.commitment.model, day)
    }
    return day, plan.identity.rules, counted


def _of_the_plan(base: Plan, head: Plan, changes: list[Change]) -> Iterator[Change]:
    measured = plan_measured_twice(base, head)
    if measured is None:
        return
    before, after = measured
    position = _cause(changes, _TERMS) or Position("plan/plan.yml")
    for kind, was, now in (
        (ChangeKind.PLAN_PROGRESS, before.real.value, after.real.value),
        (ChangeKind.PLAN_VERIFIED_PROGRESS, before.verified.value, after.verified.value),
    ):
        if was != now:
            yield Change(kind, "", position, (("after", _percent(now)), ("before", _percent(was))))


def _cause(changes: Iterable[Change], kinds: Collection[ChangeKind]) -> Position | None:
    """Where that stands which moves a figure: the first change of such a kind, else the first of all."""
    ordered = sorted(changes, key=lambda change: (change.kind not in kinds, change.kind.rank, change.position))
    return ordered[0].position if ordered else None


def measured_twice(
    base: Plan, head: Plan, altered: Collection[str] = ()
) -> Iterator[tuple[str, CommitmentMetrics, CommitmentMetrics]]:
    """Measure the commitments that a proposal touches before and after it; by id, in the order of their numbers.

    Both plans are measured at the cut-off of the proposal, so that only what it writes makes a difference. They know
    the fingerprints of the evidence of these commitments (``loader.with_custody``), or no file counts as proof.
    """
    day = head.identity.cutoff
    for name in touched(base, head, altered):
        was, now = base.commitment_files[name], head.commitment_files[name]
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
        for name, now in head.commitment_files.items()
        if (was := base.commitment_files.get(name))
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
    commitment_file = plan.commitment_of(report)
    if commitment_file is None or commitment_file.roadmap is None:
        return None if item.evidence else ()
    activity = next((it for it in commitment_file.roadmap.model.activities if it.id == item.activity), None)
    proven = records_as_of(commitment_file, date.max, plan).proven.get(item.activity, frozenset())
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


def _documents(commitment_file: CommitmentFile) -> tuple[int, ...]:
    """What a dossier is made of; documents that are the same in both trees are read once, and are one object."""
    return tuple(map(id, _entries(commitment_file)))


def _entries(commitment_file: CommitmentFile) -> tuple[Entry[DocumentPart], ...]:
    roadmap = (commitment_file.roadmap,) if commitment_file.roadmap else ()
    return (commitment_file.commitment, *roadmap, *commitment_file.reports, *commitment_file.verifications)


def _is_whole(commitment_file: CommitmentFile, plan: Plan) -> bool:
    """Whether all that its figures come from could be read."""
    folder = f"{commitment_file.commitment.folder}/"
    unread = any(document.path.startswith(folder) for document in plan.unreadable)
    return not unread and all(entry.is_whole for entry in _entries(commitment_file))


def _forecast(
    commitment_file: CommitmentFile, before: CommitmentMetrics, after: CommitmentMetrics, changes: list[Change]
) -> Change | None:
    was, now = before.path.forecast_end, after.path.forecast_end
    if not was or was == now or commitment_file.roadmap is None:
        return None
    position = _cause(_of(changes, after), _TIMING) or Position(commitment_file.roadmap.path)
    if not now:
        cycle = f" ({' → '.join(after.path.cycle)})" if after.path.cycle else ""
        problem = _PROBLEMS[after.path.problem or PathProblem.NOTHING_DATED]
        return _change(ChangeKind.FORECAST_LOST, position, {"commitment": after.id, "problem": problem, "where": cycle})
    values = {"commitment": after.id, "before": str(was), "after": str(now), "days": days_between(was, now)}
    kind = ChangeKind.FORECAST_LATER if now > was else ChangeKind.FORECAST_EARLIER
    return _change(kind, position, values)


def _progress(
    commitment_file: CommitmentFile, before: CommitmentMetrics, after: CommitmentMetrics, changes: list[Change]
) -> Iterator[Change]:
    position = _cause(_of(changes, after), _REPORTED) or Position(commitment_file.commitment.path)
    for kind, was, now in (
        (ChangeKind.PROGRESS, before.figures.real, after.figures.real),
        (ChangeKind.VERIFIED_PROGRESS, before.figures.verified, after.figures.verified),
    ):
        if was != now:
            values = {"commitment": after.id, "before": _percent(was), "after": _percent(now)}
            yield _change(kind, position, values)


def _of(changes: list[Change], measured: CommitmentMetrics) -> Iterator[Change]:
    return (change for change in changes if change.commitment == measured.id)


def _change(kind: ChangeKind, position: Position, values: dict[str, str]) -> Change:
    return Change(kind, values["commitment"], position, tuple(sorted(values.items())))


def _percent(value: Fraction | None) -> str:
    if value is None:
        return _NOTHING
    exact = (Decimal(value.numerator) / value.denominator).quantize(_TENTH, ROUND_HALF_UP)
    return f"{exact:f} %".replace(".0 %", " %")
