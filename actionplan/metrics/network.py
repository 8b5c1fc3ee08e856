"""A roadmap as a network of activities: how long each may wait before the final result has to.

Days are ordinals, ends are inclusive, and an activity lasts ``end - start + 1`` days. Of two activities, the second
waits for the first so, with a lag L in days: finish to start ``start >= end + 1 + L``; start to start
``start >= start + L``; finish to finish ``end >= end + L``; start to finish ``end >= start - 1 + L``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from graphlib import TopologicalSorter
from typing import NamedTuple

from actionplan.model import DependencyKind, find_cycle


class Predecessor(NamedTuple):
    """Represent what an activity waits for; lag in days."""

    id: str
    kind: DependencyKind
    lag: int = 0


@dataclass(frozen=True, slots=True)
class Task:
    """Represent an activity as the network needs it.

    Attributes:
        id: Local to its commitment.
        earliest: The first day it may begin; if it has begun, the day it did.
        days: How long the whole of it lasts if it has not begun, at least 1.
        predecessors: What it waits for.
        remaining: Set once it has begun: the days of work that are left, 0 when it is complete.
        resumes: Set once it has begun: the first day of what is left; of a complete one, the day after its end.
    """

    id: str
    earliest: int
    days: int
    predecessors: tuple[Predecessor, ...] = ()
    remaining: int | None = None
    resumes: int = 0

    @property
    def has_begun(self) -> bool:
        """Return whether its start is a fact, that nothing moves any more."""
        return self.remaining is not None

    @property
    def is_complete(self) -> bool:
        """Return whether its end is a fact too."""
        return self.remaining == 0


def day_of(ordinal: int) -> date:
    """Return a day as a date: the first or the last of all for what dates cannot tell (a mistaken year or lag)."""
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))


SLIP = 10
"""Days by which an activity is thought to slip, to see how far the final result would move."""


class DayRange(NamedTuple):
    """Represent the first and last day of an activity, both included."""

    start: int
    end: int


class ActivityFloat(NamedTuple):
    """Hold what an unfinished activity may do without moving others.

    Attributes:
        late: The last days on which it may begin, if it has not, and end without moving the final result past its day.
        total: Days that it may slip until then; negative if that day cannot be met.
        free: Days that it may slip without moving any other activity, or the forecast of the final result.
    """

    late: DayRange
    total: int
    free: int


def order(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """Put activities after what they wait for; those that need not wait stay as they are given.

    Raises:
        CycleError: Some wait for each other.
    """
    by_id = {task.id: task for task in tasks}
    return tuple(by_id[name] for name in TopologicalSorter(_waits(by_id)).static_order())


def cycle_of(tasks: Iterable[Task]) -> tuple[str, ...]:
    """Return the activities that wait for each other in a circle, the first again at the end; none if no such are."""
    return find_cycle(_waits({task.id: task for task in tasks}))


def _waits(by_id: Mapping[str, Task]) -> dict[str, list[str]]:
    return {
        task.id: [predecessor.id for predecessor in task.predecessors if predecessor.id in by_id]
        for task in by_id.values()
    }


def forward(ordered: Iterable[Task], slip: Mapping[str, int] | None = None) -> dict[str, DayRange]:
    """Return when each activity can begin and end at the earliest.

    Args:
        ordered: Activities after what they wait for.
        slip: Days by which some begin later than they could or, once begun, take longer.
    """
    early: dict[str, DayRange] = {}
    for task in ordered:
        starts, ends = _bounds(task, early)
        delay = (slip or {}).get(task.id, 0)
        if task.is_complete:
            early[task.id] = DayRange(task.earliest, task.resumes - 1)
        elif task.remaining is not None:
            early[task.id] = DayRange(task.earliest, max([task.resumes + task.remaining - 1, *ends]) + delay)
        else:
            start = max([task.earliest, *starts, *(end - task.days + 1 for end in ends)]) + delay
            early[task.id] = DayRange(start, start + task.days - 1)
    return early


def backward(ordered: tuple[Task, ...], early: Mapping[str, DayRange], deadline: int) -> dict[str, ActivityFloat]:
    """Return how long each unfinished activity may wait for the last of them to end on a day."""
    tasks = {task.id: task for task in ordered}
    waiting: defaultdict[str, list[tuple[Task, Predecessor]]] = defaultdict(list)
    for task in ordered:
        for predecessor in task.predecessors:
            waiting[predecessor.id].append((task, predecessor))
    forecast = max(span.end for span in early.values())
    floats: dict[str, ActivityFloat] = {}
    for task in reversed(ordered):
        if task.is_complete:
            continue
        span = early[task.id]
        room = [
            _room(predecessor, span, early[after.id])
            for after, predecessor in waiting[task.id]
            if _holds(predecessor, after, tasks)
        ]
        after = [
            _room(predecessor, span, floats[after.id].late)
            for after, predecessor in waiting[task.id]
            if after.id in floats and _holds(predecessor, after, tasks)
        ]
        total = min([deadline - span.end, *after])
        free = min([forecast - span.end, *room])
        late = DayRange(span.start + (0 if task.has_begun else total), span.end + total)
        floats[task.id] = ActivityFloat(late, total, free)
    return floats


def _bounds(task: Task, early: Mapping[str, DayRange]) -> tuple[list[int], list[int]]:
    """Return the first days on which what an activity waits for lets it begin, and lets it end."""
    starts, ends = [], []
    for name, kind, lag in task.predecessors:
        if name not in early:
            continue
        before = early[name]
        match kind:
            case DependencyKind.FINISH_START:
                starts.append(before.end + 1 + lag)
            case DependencyKind.START_START:
                starts.append(before.start + lag)
            case DependencyKind.FINISH_FINISH:
                ends.append(before.end + lag)
            case DependencyKind.START_FINISH:
                ends.append(before.start - 1 + lag)
    return starts, ends


_OF_START = (DependencyKind.START_START, DependencyKind.START_FINISH)
_TO_START = (DependencyKind.FINISH_START, DependencyKind.START_START)


def _holds(predecessor: Predecessor, after: Task, tasks: Mapping[str, Task]) -> bool:
    """Return whether a dependency can still move anything: what has begun keeps its start, what is complete its end."""
    settled = tasks[predecessor.id].has_begun and predecessor.kind in _OF_START
    return not settled and not after.is_complete and not (after.has_begun and predecessor.kind in _TO_START)


def _room(predecessor: Predecessor, span: DayRange, after: DayRange) -> int:
    """Return days between an activity and the days of one that waits for it."""
    match predecessor.kind:
        case DependencyKind.FINISH_START:
            return after.start - 1 - predecessor.lag - span.end
        case DependencyKind.START_START:
            return after.start - predecessor.lag - span.start
        case DependencyKind.FINISH_FINISH:
            return after.end - predecessor.lag - span.end
        case DependencyKind.START_FINISH:
            return after.end + 1 - predecessor.lag - span.start
