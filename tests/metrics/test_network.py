"""The critical path: a textbook network, and laws that hold of any."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionplan.metrics import NETWORK, SIGNED_END, SLIP
from actionplan.metrics.network import ActivityFloat, DayRange, Predecessor, Task, backward, cycle_of, forward, order
from actionplan.model import DependencyKind

TEXTBOOK = tuple(Task(task.id, 1, task.days, task.predecessors) for task in NETWORK)


def end(early: dict[str, DayRange]) -> int:
    return max(span.end for span in early.values())


def test_the_textbook_network_has_the_days_and_floats_worked_out_by_hand() -> None:
    ordered = order(TEXTBOOK)
    early = forward(ordered)
    assert early == {task.id: task.early for task in NETWORK}
    assert backward(ordered, early, SIGNED_END) == {
        task.id: ActivityFloat(task.late, task.total, task.free) for task in NETWORK
    }


def test_a_slip_moves_the_final_result_by_what_is_left_of_it_after_the_float() -> None:
    ordered = order(TEXTBOOK)
    assert {task.id: end(forward(ordered, {task.id: SLIP})) - SIGNED_END for task in NETWORK} == {
        task.id: task.delay for task in NETWORK
    }


@pytest.mark.parametrize(
    ("kind", "free"),
    [
        (DependencyKind.FINISH_START, 5),
        (DependencyKind.START_START, 8),
        (DependencyKind.FINISH_FINISH, 7),
        (DependencyKind.START_FINISH, 10),
    ],
)
def test_the_free_float_is_every_day_that_a_tie_leaves_and_no_more(kind: DependencyKind, free: int) -> None:
    ordered = order([Task("a", 1, 3), Task("b", 10, 2, (Predecessor("a", kind, 1),)), Task("long", 1, 40)])
    early = forward(ordered)
    assert early["b"] == DayRange(10, 11)
    assert backward(ordered, early, 40)["a"].free == free
    slipped = [forward(ordered, {"a": days})["b"] for days in (free, free + 1)]
    assert slipped == [DayRange(10, 11), DayRange(11, 12)]


def test_an_earlier_signed_end_takes_its_days_from_every_total_float_and_from_no_free_one() -> None:
    ordered = order(TEXTBOOK)
    floats = backward(ordered, forward(ordered), SIGNED_END - 4)
    assert {name: item.total for name, item in floats.items()} == {task.id: task.total - 4 for task in NETWORK}
    assert {name: item.free for name, item in floats.items()} == {task.id: task.free for task in NETWORK}


def test_what_waits_in_a_circle_is_named() -> None:
    kind = DependencyKind.FINISH_START
    tasks = [
        Task("a", 1, 1, (Predecessor("b", kind),)),
        Task("b", 1, 1, (Predecessor("c", kind),)),
        Task("c", 1, 1, (Predecessor("a", kind),)),
    ]
    cycle = cycle_of(tasks)
    assert cycle[0] == cycle[-1]
    assert set(cycle) == {"a", "b", "c"}
    assert cycle_of([Task("a", 1, 1, (Predecessor("a", kind),))]) == ("a", "a")
    assert cycle_of(TEXTBOOK) == ()


def test_a_tie_to_something_that_is_not_there_holds_nothing() -> None:
    task = Task("a", 3, 2, (Predecessor("nadie", DependencyKind.FINISH_START),))
    assert forward(order([task])) == {"a": DayRange(3, 4)}


def test_work_that_has_begun_keeps_its_start_and_has_its_rest_ahead() -> None:
    before = Task("a", 1, 10, remaining=4, resumes=20)
    after = Task("b", 1, 2, (Predecessor("a", DependencyKind.FINISH_START),))
    early = forward(order([before, after]))
    assert early == {"a": DayRange(1, 23), "b": DayRange(24, 25)}
    assert backward(order([before, after]), early, 25)["a"] == ActivityFloat(DayRange(1, 23), 0, 0)
    assert backward(order([before, after]), early, 30)["a"] == ActivityFloat(DayRange(1, 28), 5, 0)


def test_work_that_ended_holds_only_what_follows_it_and_has_no_float() -> None:
    before = Task("a", 3, 5, remaining=0, resumes=9)
    after = Task("b", 1, 2, (Predecessor("a", DependencyKind.FINISH_START),))
    early = forward(order([before, after]))
    assert early == {"a": DayRange(3, 8), "b": DayRange(9, 10)}
    assert list(backward(order([before, after]), early, 12)) == ["b"]


def test_a_one_day_activity_begins_and_ends_on_its_day() -> None:
    assert forward([Task("a", 5, 1)]) == {"a": DayRange(5, 5)}


@st.composite
def networks(draw: st.DrawFn) -> tuple[Task, ...]:
    """Activities that wait for earlier ones only; some have begun, some are complete."""
    tasks: list[Task] = []
    for index in range(draw(st.integers(1, 9))):
        before = st.sampled_from([task.id for task in tasks]) if tasks else st.nothing()
        predecessors = st.builds(Predecessor, before, st.sampled_from(DependencyKind), st.integers(-6, 9))
        days = draw(st.integers(1, 12))
        remaining = draw(st.none() | st.integers(0, days))
        earliest = draw(st.integers(1, 30))
        tasks.append(
            Task(
                str(index), earliest, days, tuple(draw(st.lists(predecessors, max_size=3))) if tasks else (), remaining,
                earliest + draw(st.integers(1, 20)),
            )
        )  # fmt: skip
    return tuple(tasks)


@given(networks(), st.integers(-20, 20))
def test_the_float_of_a_critical_activity_is_the_least_and_some_activity_is_critical(
    tasks: tuple[Task, ...], spare: int
) -> None:
    ordered = order(tasks)
    early = forward(ordered)
    floats = backward(ordered, early, end(early) + spare)
    last = [task.id for task in tasks if early[task.id].end == end(early) and not task.is_complete]
    assert all(item.free >= 0 for item in floats.values())
    if last:
        assert min(item.total for item in floats.values()) == spare


@given(networks(), st.integers(1, 15), st.data())
def test_a_slip_within_the_free_float_moves_nothing_else(
    tasks: tuple[Task, ...], days: int, data: st.DataObject
) -> None:
    ordered = order(tasks)
    early = forward(ordered)
    floats = backward(ordered, early, end(early))
    if not floats:
        return
    name = data.draw(st.sampled_from(sorted(floats)))
    moved = forward(ordered, {name: days})
    others = {other: span for other, span in moved.items() if other != name}
    if days <= floats[name].free:
        assert others == {other: span for other, span in early.items() if other != name}
    assert end(moved) - end(early) <= days


@given(networks(), st.integers(1, 15), st.data())
def test_the_final_result_moves_by_a_slip_less_the_total_float(
    tasks: tuple[Task, ...], days: int, data: st.DataObject
) -> None:
    ordered = order([task for task in tasks if not task.has_begun])
    if not ordered:
        return
    early = forward(ordered)
    floats = backward(ordered, early, end(early))
    name = data.draw(st.sampled_from(sorted(floats)))
    assert end(forward(ordered, {name: days})) - end(early) == max(0, days - floats[name].total)
