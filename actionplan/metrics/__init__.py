"""Stage 4: a plan into figures, each with the rule that makes it."""

from actionplan.metrics.deltas import Delta, compare
from actionplan.metrics.elements import Element, Presence
from actionplan.metrics.groups import GroupMetrics, PlanMetrics
from actionplan.metrics.labels import Level, Light, PathProblem, State, VerificationState
from actionplan.metrics.measure import counts, measure_commitment
from actionplan.metrics.network import SLIP, day_of
from actionplan.metrics.progress_history import PlanSnapshot, Snapshot, histories, plan_snapshots
from actionplan.metrics.reporting_due import report_owed_since
from actionplan.metrics.results import ActivityMetrics, CommitmentMetrics, Figures, IndicatorMetrics
from actionplan.metrics.rules import CRITICAL, FIGURES, METRICS
from actionplan.metrics.worked import CUTOFF, NETWORK, RESULTS, ROADMAP, SIGNED_END

__all__ = [
    "CRITICAL",
    "CUTOFF",
    "FIGURES",
    "METRICS",
    "NETWORK",
    "RESULTS",
    "ROADMAP",
    "SIGNED_END",
    "SLIP",
    "ActivityMetrics",
    "CommitmentMetrics",
    "Delta",
    "Element",
    "Figures",
    "GroupMetrics",
    "IndicatorMetrics",
    "Level",
    "Light",
    "PathProblem",
    "PlanMetrics",
    "PlanSnapshot",
    "Presence",
    "Snapshot",
    "State",
    "VerificationState",
    "compare",
    "counts",
    "day_of",
    "histories",
    "measure_commitment",
    "plan_snapshots",
    "report_owed_since",
]
