"""The axis of days: every month or year that it counts by has its line, and a name where that fits."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from actionplan.drawing.time_axis import BESIDE, Tick, TimeAxis
from actionplan.language.locale import locale
from actionplan.text.width import text_width

ES = locale("es")
SIZE = 12


def test_the_last_line_stays_where_its_name_would_not_fit() -> None:
    axis = TimeAxis.around((date(2019, 1, 1), date(2021, 2, 28)), 0, 260)
    assert axis.ticks(ES, SIZE) == (
        Tick(date(2019, 1, 1), "2019"),
        Tick(date(2020, 1, 1), "2020"),
        Tick(date(2021, 1, 1), ""),
    )


def test_a_name_that_just_fits_is_written_and_one_px_less_leaves_the_line_alone() -> None:
    days = (date(2019, 1, 1), date(2021, 6, 30))
    room = BESIDE + text_width("2021", SIZE)
    just = next(
        right for right in range(100, 1000) if TimeAxis.around(days, 0, right).at(date(2021, 1, 1)) + room == right
    )
    assert [tick.name for tick in TimeAxis.around(days, 0, just).ticks(ES, SIZE)] == ["2019", "2020", "2021"]
    assert [tick.name for tick in TimeAxis.around(days, 0, just - 1).ticks(ES, SIZE)] == ["2019", "2020", ""]


@pytest.mark.parametrize("right", [120, 284, 430, 2000])
def test_lines_are_evenly_far_apart_up_to_the_last_that_there_is_room_for(right: int) -> None:
    axis = TimeAxis.around((date(2019, 3, 1), date(2022, 1, 31)), 0, right)
    months = [tick.day.year * 12 + tick.day.month for tick in axis.ticks(ES, SIZE)]
    [step] = {after - before for before, after in pairwise(months)}
    assert months[0] - (2019 * 12 + 3) < step
    assert 2022 * 12 + 1 - months[-1] < step
