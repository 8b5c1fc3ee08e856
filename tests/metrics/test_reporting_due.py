"""When a report is owed: half a year after the last one, or after work should have begun."""

from __future__ import annotations

from datetime import date

from tracked import action, activity, at, day, report, roadmap, tracked

from actionplan.metrics import report_owed_since
from actionplan.metrics.reporting_due import REPORT_DUE_AFTER

HALF_A_YEAR = 184
ROAD = roadmap(action("a1", activity("a1.1", "2020-01-01", "2020-01-31", means="v1"), activity("a1.2", "2020-09-02")))
DONE = report("2020-03-01", "a1.1 completado 100 +v1")


def owed(on: str, *records: dict[str, str], road: str = ROAD) -> date | None:
    return report_owed_since(at(tracked(road, *records), on), day(on))


def test_work_that_should_have_begun_owes_a_report_half_a_year_later() -> None:
    assert REPORT_DUE_AFTER == HALF_A_YEAR
    assert owed("2020-07-02") is None
    assert owed("2020-07-03") == date(2020, 7, 3)
    assert owed("2020-12-31") == date(2020, 7, 3)


def test_a_report_gives_half_a_year_more_from_its_day() -> None:
    under_way = report("2020-03-01", "a1.1 en_proceso 50")
    assert owed("2020-08-31", under_way) is None
    assert owed("2020-09-01", under_way) == date(2020, 9, 1)


def test_where_all_that_began_is_done_nothing_is_owed_until_the_day_on_which_more_begins() -> None:
    assert owed("2020-09-01", DONE) is None
    assert owed("2020-09-02", DONE) == date(2020, 9, 1)


def test_what_has_no_start_begins_with_its_end_and_what_has_no_dates_never() -> None:
    ending = roadmap(action("a1", activity("a1.1", None, "2020-01-01")))
    assert owed("2020-07-03", road=ending) == date(2020, 7, 3)
    assert owed("2030-01-01", road=roadmap(action("a1", activity("a1.1")))) is None
