"""Measuring a plan: against loading the documents that it is measured from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.measure import PYTHON, Row, followed, in_turns, within

_SIZE = 1_300
_IMPORTS = (
    "import gc, pathlib, sys; gc.disable(); from actionplan.documents.files import WorkingTree; "
    "from actionplan.loader import Memories, plan_of, with_custody; from actionplan.metrics.measure import measure; "
)
_LOAD = "tree = WorkingTree(pathlib.Path(sys.argv[1])); plan = with_custody(plan_of(tree, Memories()), tree); "
_MEASURE = "found = measure(plan); assert len(found.commitments) == int(sys.argv[2])"


def rows(work: Path) -> Iterator[Row]:
    """A big plan with nearly two years of reports, measured at its cut-off."""
    root = followed(work / f"followed-{_SIZE}", _SIZE)
    times = in_turns(
        3,
        {
            "start": (PYTHON, "-c", _IMPORTS),
            "load": (PYTHON, "-c", _IMPORTS + _LOAD, root),
            "both": (PYTHON, "-c", _IMPORTS + _LOAD + _MEASURE, root, str(_SIZE)),
        },
    )
    measuring, loading = times["both"] - times["load"], times["load"] - times["start"]
    reports = sum(1 for _ in root.glob("commitments/*/avances/*.md"))
    what = f"Every figure of {_SIZE:,} commitments with {reports:,} reports / loading their documents"
    yield within(what, measuring / loading, 1, " times", f"{measuring:.2f} s and {loading:.2f} s")
