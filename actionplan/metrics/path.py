"""The critical path of a roadmap, from its dates, its dependencies and what is reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from math import ceil

from actionplan.metrics.labels import PathProblem, State
from actionplan.metrics.network import SLIP, Slack, Span, Task, Tie, backward, cycle_of, day_of, forward, order
from actionplan.metrics.results import ActivityMetrics, CriticalPath
from actionplan.model.roadmap import Activity


def critical_path(activities: Sequence[Activity], measured: Sequence[ActivityMetrics], day: date) -> CriticalPath:
    """What the final result waits for on a day. Cancelled activities and those without dates are left out."""
    tasks, undated = _tasks(activities, measured, day)
    if not tasks:
        return CriticalPath(PathProblem.NOTHING_DATED, undated=undated)
    ids = {task.id for task in tasks}
    if not any(tie.of in ids for task in tasks for tie in task.ties):
        return CriticalPath(PathProblem.NO_DEPENDENCIES, undated=undated)
    cycle = cycle_of(tasks)
    if cycle:
        return CriticalPath(PathProblem.CYCLE, cycle=cycle, undated=undated)
    ordered = order(tasks)
    early = forward(ordered)
    signed = max(item.schedule.signed_end or date.min for item in measured if item.id in ids)
    slack = backward(ordered, early, signed.toordinal())
    return CriticalPath(
        None if slack else PathProblem.FINISHED,
        undated=undated,
        signed_end=signed,
        forecast_end=day_of(max(span.end for span in early.values())),
        early={task.id: early[task.id] for task in tasks},
        slack={task.id: slack[task.id] for task in tasks if task.id in slack},
        slips={task.id: _moved(ordered, task, early, slack[task.id]) for task in tasks if task.id in slack},
    )


def _moved(ordered: Sequence[Task], task: Task, early: Mapping[str, Span], slack: Slack) -> int:
    """Days by which the final result moves if one activity alone slips by ``SLIP`` days."""
    if slack.free >= SLIP:  # it moves nothing, so there is nothing to work out again
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
    """An activity in the network; None if it is not dated.

    One that is reported as begun keeps its real start and has the rest of its days ahead of it from the cut-off on;
    one that is complete keeps its real end. Without real dates those of the schedule stand in, as far as they are
    not after the report that says so.
    """
    start, end = measured.schedule.start, measured.schedule.end
    if start is None or end is None or end < start:
        return None
    ties = tuple(Tie(tie.activity, tie.kind, tie.lag) for tie in activity.depends_on)
    days = (end - start).days + 1
    told, state = measured.told, measured.figures.state
    reported = measured.figures.last_report
    if told is None or reported is None or (state is State.TO_BEGIN and told.actual_start is None):
        return Task(activity.id, max(start, day).toordinal(), days, ties)
    begun = (told.actual_start or min(start, reported)).toordinal()
    if state is State.COMPLETED:
        ended = max((told.actual_end or min(end, reported)).toordinal(), begun)
        return Task(activity.id, begun, days, ties, 0, ended + 1)
    left = ceil(days * (1 - (measured.figures.real or Fraction(0)) / 100))
    return Task(activity.id, begun, days, ties, left, day.toordinal())
