"""Measuring a plan: against loading the documents that it is measured from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.measure import PYTHON, Row, Scale, followed, in_turns, reports_of, within

_IMPORTS = (
    "import gc, pathlib, sys; gc.disable(); from actionplan.documents.files import WorkingTree; "
    "from actionplan.loader import Caches, plan_of, with_custody; from actionplan.metrics.measure import measure; "
)
_LOAD = "tree = WorkingTree(pathlib.Path(sys.argv[1])); plan = with_custody(plan_of(tree, Caches()), tree); "
_MEASURE = "found = measure(plan); assert len(found.commitments) == int(sys.argv[2])"


def rows(work: Path, scale: Scale) -> Iterator[Row]:
    """A big plan with nearly two years of reports, measured at its cut-off."""
    size = scale.sizes[-1]
    root = followed(work, size)
    times = in_turns(
        scale.runs,
        {
            "start": (PYTHON, "-c", _IMPORTS),
            "load": (PYTHON, "-c", _IMPORTS + _LOAD, root),
            "both": (PYTHON, "-c", _IMPORTS + _LOAD + _MEASURE, root, str(size)),
        },
    )
    measuring, loading = times["both"] - times["load"], times["load"] - times["start"]
    what = f"Every figure of {size:,} commitments with {reports_of(root):,} reports / loading their documents"
    yield within(what, measuring / loading, 1, " times", f"{measuring:.2f} s and {loading:.2f} s")
