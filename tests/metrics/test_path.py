"""The critical path of a roadmap, as its dates, its dependencies and its reports make it."""

from __future__ import annotations

import json
from datetime import date

import pytest
from tracked import action, activity, at, day, moved, report, roadmap, tracked

from actionplan.exports.figures import figures_json
from actionplan.metrics import PathProblem
from actionplan.metrics.measure import measure
from actionplan.metrics.results import CriticalPath
from actionplan.model import Plan

FIRST = activity("a1.1", "2020-01-01", "2020-01-10", means="v1")
SECOND = activity("a1.2", "2020-01-11", "2020-01-20", waits="a1.1 FC")
ASIDE = activity("a1.3", "2020-01-05", "2020-01-08", waits="a1.1 CC 4")


def path(plan: Plan, on: str = "2020-01-01") -> CriticalPath:
    return at(plan, on).path


def test_before_anything_is_reported_the_path_is_the_plan_itself() -> None:
    found = path(tracked(roadmap(action("a1", FIRST, SECOND, ASIDE))))
    assert (found.problem, found.critical) == (None, ("a1.1", "a1.2"))
    assert (found.signed_end, found.forecast_end, found.behind) == (date(2020, 1, 20), date(2020, 1, 20), 0)
    assert {name: item.total for name, item in found.floats.items()} == {"a1.1": 0, "a1.2": 0, "a1.3": 12}


def test_a_path_without_one_of_its_ends_is_neither_behind_nor_ahead() -> None:
    end = date(2020, 1, 20)
    assert CriticalPath(None, signed_end=end, forecast_end=end).behind == 0
    assert CriticalPath(None, signed_end=end).behind is None
    assert CriticalPath(None, forecast_end=end).behind is None


def test_silence_moves_what_has_not_begun_to_the_day_of_the_figures() -> None:
    found = path(tracked(roadmap(action("a1", FIRST, SECOND))), "2020-02-01")
    assert (found.forecast_end, found.behind) == (date(2020, 2, 20), 31)
    assert {item.total for item in found.floats.values()} == {-31}


def test_reported_work_has_the_rest_of_its_days_ahead_rounded_up() -> None:
    plan = tracked(roadmap(action("a1", FIRST, SECOND)), report("2020-01-08", "a1.1 en_proceso 75"))
    found = path(plan, "2020-01-08")
    assert date.fromordinal(found.early["a1.1"].end) == date(2020, 1, 10)
    assert found.forecast_end == date(2020, 1, 20)


@pytest.mark.parametrize(
    ("on", "told", "days"),
    [
        ("2020-01-08", "en_proceso 75", ("2020-01-01", "2020-01-10")),
        ("2019-12-20", "en_proceso 75", ("2019-12-20", "2019-12-22")),
        ("2020-02-01", "completado 100 +v1", ("2020-01-01", "2020-01-10")),
        ("2020-01-05", "completado 100 +v1", ("2020-01-01", "2020-01-05")),
    ],
)
def test_without_real_dates_those_of_the_schedule_count_unless_they_are_after_the_report(
    on: str, told: str, days: tuple[str, str]
) -> None:
    found = path(tracked(roadmap(action("a1", FIRST, SECOND)), report(on, f"a1.1 {told}")), on)
    assert tuple(str(date.fromordinal(number)) for number in found.early["a1.1"]) == days


def test_real_dates_override_those_of_the_schedule() -> None:
    done = report("2020-01-31", "a1.1 completado 100 +v1 inicio_real=2020-01-03 conclusion_real=2020-01-25")
    found = path(tracked(roadmap(action("a1", FIRST, SECOND)), done), "2020-01-31")
    assert tuple(map(date.fromordinal, found.early["a1.1"])) == (date(2020, 1, 3), date(2020, 1, 25))
    assert (found.critical, found.behind) == (("a1.2",), 20)


def test_completed_without_evidence_still_holds_what_waits_for_it() -> None:
    claimed = report("2020-01-31", "a1.1 completado 100 conclusion_real=2020-01-25")
    found = path(tracked(roadmap(action("a1", FIRST, SECOND)), claimed), "2020-01-31")
    assert (found.critical, found.forecast_end) == (("a1.1", "a1.2"), date(2020, 2, 10))


def test_a_moved_date_is_measured_against_what_was_signed_first() -> None:
    moves = "reprogramaciones:\n" + moved("2020-01-02", "a1.2", "2020-01-20", "2020-01-30")
    second = activity("a1.2", "2020-01-11", "2020-01-30", waits="a1.1 FC")
    found = path(tracked(roadmap(action("a1", FIRST, second), more=moves)), "2020-01-02")
    assert (found.signed_end, found.behind) == (date(2020, 1, 20), 11)


def test_a_slip_of_ten_days_moves_the_final_result_by_what_the_float_does_not_take() -> None:
    plan = tracked(roadmap(action("a1", FIRST, SECOND, ASIDE)))
    assert path(plan, "2020-01-01").slips == {"a1.1": 10, "a1.2": 10, "a1.3": 0}


def test_without_dependencies_dates_or_anything_left_there_is_no_path_and_it_is_said_why() -> None:
    alone, undated = activity("a1.1", "2020-01-01", "2020-01-10"), activity("a1.2", waits="a1.1 FC")
    assert path(tracked(roadmap(action("a1", alone)))).problem is PathProblem.NO_DEPENDENCIES
    assert path(tracked(roadmap(action("a1", undated)))) == CriticalPath(PathProblem.NOTHING_DATED, undated=("a1.2",))
    half = path(tracked(roadmap(action("a1", alone, undated))))
    assert (half.problem, half.undated) == (PathProblem.NO_DEPENDENCIES, ("a1.2",))
    done = report("2020-01-20", "a1.1 completado 100 +v1", "a1.2 completado 100")
    assert path(tracked(roadmap(action("a1", FIRST, SECOND)), done), "2020-01-20").problem is PathProblem.FINISHED


def test_a_circle_is_named_and_stops_no_other_figure() -> None:
    one = activity("a1.1", "2020-01-01", "2020-01-10", waits="a1.2 FC")
    other = activity("a1.2", "2020-01-01", "2020-01-10", waits="a1.1 FC")
    found = at(tracked(roadmap(action("a1", one, other))), "2020-01-05")
    assert (found.path.problem, set(found.path.cycle)) == (PathProblem.CYCLE, {"a1.1", "a1.2"})
    assert found.figures.expected is not None


def test_cancelled_activities_hold_nothing() -> None:
    gone = report("2020-01-05", "a1.1 cancelado 0")
    assert (
        path(tracked(roadmap(action("a1", FIRST, SECOND)), gone), "2020-01-05").problem is PathProblem.NO_DEPENDENCIES
    )


def test_a_mistaken_year_or_lag_stops_no_figure() -> None:
    far = activity("a1.2", "2020-01-11", "2020-01-20", waits="a1.1 FC 99999999")
    plan = tracked(roadmap(action("a1", FIRST, far)))
    assert path(plan).forecast_end == date.max
    assert path(plan, "9999-12-31").forecast_end == date.max
    record = json.loads(figures_json(measure(plan.at(day("9999-12-31")))))["activities"]["c01/a1.2"]
    assert (record["early_finish"], record["late_finish"]) == ("9999-12-31", "2020-01-20")
