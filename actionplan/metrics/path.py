"""The critical path of a roadmap, from its dates, its dependencies and what is reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from math import ceil

from actionplan.metrics.labels import PathProblem, State
from actionplan.metrics.network import (
    SLIP,
    ActivityFloat,
    DayRange,
    Predecessor,
    Task,
    backward,
    cycle_of,
    day_of,
    forward,
    order,
)
from actionplan.metrics.results import ActivityMetrics, CriticalPath
from actionplan.model import Activity


def critical_path(activities: Sequence[Activity], measured: Sequence[ActivityMetrics], day: date) -> CriticalPath:
    """Return what the final result waits for on a day. Cancelled activities and those without dates are left out."""
    tasks, undated = _tasks(activities, measured, day)
    if not tasks:
        return CriticalPath(PathProblem.NOTHING_DATED, undated=undated)
    ids = {task.id for task in tasks}
    if not any(predecessor.id in ids for task in tasks for predecessor in task.predecessors):
        return CriticalPath(PathProblem.NO_DEPENDENCIES, undated=undated)
    cycle = cycle_of(tasks)
    if cycle:
        return CriticalPath(PathProblem.CYCLE, cycle=cycle, undated=undated)
    ordered = order(tasks)
    early = forward(ordered)
    signed = max(item.schedule.signed_end or date.min for item in measured if item.id in ids)
    floats = backward(ordered, early, signed.toordinal())
    return CriticalPath(
        None if floats else PathProblem.FINISHED,
        undated=undated,
        signed_end=signed,
        forecast_end=day_of(max(span.end for span in early.values())),
        early={task.id: early[task.id] for task in tasks},
        floats={task.id: floats[task.id] for task in tasks if task.id in floats},
        slips={task.id: _delay(ordered, task, early, floats[task.id]) for task in tasks if task.id in floats},
    )


def _delay(ordered: Sequence[Task], task: Task, early: Mapping[str, DayRange], room: ActivityFloat) -> int:
    """Return days by which the final result moves if one activity alone slips by ``SLIP`` days."""
    if room.free >= SLIP:  # it moves nothing, so there is nothing to work out again
        return 0
    end = max(span.end for span in early.values())
    return max(span.end for span in forward(ordered, {task.id: SLIP}).values()) - end


def _tasks(
    activities: Sequence[Activity], measured: Sequence[ActivityMetrics], day: date
) -> tuple[list[Task], tuple[str, ...]]:
    kept = [pair for pair in zip(activities, measured, strict=True) if pair[1].figures.state is not State.CANCELLED]
    tasks = [(item, _task(activity, item, day)) for activity, item in kept]
    return [task for _, task in tasks if task], tuple(item.id for item, task in tasks if task is None)


def _task(activity: Activity, measured: ActivityMetrics, day: date) -> Task | None:
    """Return an activity in the network; None if it is not dated.

    One that is reported as begun keeps its real start and has the rest of its days ahead of it from the cut-off on;
    one that is complete keeps its real end. Without real dates those of the schedule stand in, as far as they are
    not after the report that says so.
    """
    start, end = measured.schedule.start, measured.schedule.end
    if start is None or end is None or end < start:
        return None
    predecessors = tuple(Predecessor(item.activity, item.kind, item.lag) for item in activity.depends_on)
    days = (end - start).days + 1
    reported, state = measured.reported, measured.figures.state
    report_day = measured.figures.last_report
    if reported is None or report_day is None or (state is State.TO_BEGIN and reported.actual_start is None):
        return Task(activity.id, max(start, day).toordinal(), days, predecessors)
    begun = (reported.actual_start or min(start, report_day)).toordinal()
    if state is State.COMPLETED:
        ended = max((reported.actual_end or min(end, report_day)).toordinal(), begun)
        return Task(activity.id, begun, days, predecessors, 0, ended + 1)
    remaining = ceil(days * (1 - (measured.figures.real or Fraction(0)) / 100))
    return Task(activity.id, begun, days, predecessors, remaining, day.toordinal())
