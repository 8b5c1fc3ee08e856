"""Every comparison runs from end to end; what it measures on plans as small as these means nothing."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from bench import run
from bench.measure import Scale, demo

ROWS = {"check": 7, "history": 2, "changes": 2, "metrics": 1, "site": 4, "rebuild": 3, "pages": 3, "board": 4}


@pytest.fixture(scope="module")
def scale(tmp_path_factory: pytest.TempPathFactory) -> Scale:
    real = demo(tmp_path_factory.mktemp("bench") / "real", 2)
    return Scale(real, sizes=(2, 3), followed=2, commits=10, runs=1)


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the parts of the run share their plans."""
    place = tmp_path_factory.mktemp("work")
    yield place
    shutil.rmtree(place)


def test_every_part_is_tried() -> None:
    assert list(ROWS) == list(run.PARTS)


@pytest.mark.parametrize("part", ROWS)
def test_a_part_yields_its_table(part: str, scale: Scale, work: Path) -> None:
    rows = list(run.PARTS[part](work, scale))
    assert len(rows) == ROWS[part]
    assert all(row.what and re.match(r"-?\d", row.measured) for row in rows)


def test_a_smaller_run_keeps_sizes_that_grow() -> None:
    assert run.smaller(1) == Scale()
    assert run.smaller(10).sizes == (13, 40, 130)
    assert run.smaller(1000).sizes == (2, 3, 4)
