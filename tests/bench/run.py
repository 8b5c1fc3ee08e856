"""``make bench``: every comparison, and docs/benchmarks.md with what came out.

``python -m bench.run check site``, from ``tests/``, runs only those and writes nothing.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import (
    bench_board,
    bench_changes,
    bench_check,
    bench_history,
    bench_metrics,
    bench_pages,
    bench_rebuild,
    bench_site,
)
from bench.measure import ROOT, Row

_ALL: dict[str, Callable[[Path], Iterator[Row]]] = {
    "check": bench_check.rows,
    "history": bench_history.rows,
    "changes": bench_changes.rows,
    "metrics": bench_metrics.rows,
    "site": bench_site.rows,
    "rebuild": bench_rebuild.rows,
    "pages": bench_pages.rows,
    "board": bench_board.rows,
}
_PAGE = ROOT / "docs" / "benchmarks.md"
_LIBRARIES = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "pydantic", "pyyaml", "nh3")
_HEAD = """\
# Benchmarks

Every number compares two things that ran in turns on the same machine in the same minutes; lone seconds would say
more about the machine than about the program, and stand here only to tell orders of magnitude.
Times are processor time (user and system) of whole processes, medians of at least three runs.
*Plain MkDocs* builds the same final Markdown (what people wrote, and the HTML made from data), with the same menu,
theme, plugins and styles, with cards and badges as files to copy, and without any of our hooks:
`tests/bench/plain.py` writes it.
Plans of a size come from `plan demo DIR --commitments N --seed 1`.

Made by `make bench`; do not edit by hand.

"""
_TABLE = "| what | measured | bound | holds | details |\n|---|---|---|---|---|\n"


def main(chosen: list[str]) -> None:
    """Run and print; write the page if all were run."""
    lines = []
    sys.stdout.write(_TABLE)
    with TemporaryDirectory() as name:
        for bench in chosen or _ALL:
            for row in _ALL[bench](Path(name)):
                lines.append(f"{row}\n")
                sys.stdout.write(lines[-1])
                sys.stdout.flush()
    if not chosen:
        _PAGE.write_text(f"{_HEAD}{_TABLE}{''.join(lines)}\n{_versions()}\n", "utf-8")


def _versions() -> str:
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    load = ", ".join(f"{average:.1f}" for average in os.getloadavg())
    return (
        f"Python {platform.python_version()} on {platform.system()} {platform.machine()}; {libraries}.\n"
        f"{os.cpu_count()} processors; average load at the end, of 1, 5 and 15 minutes: {load}."
    )


if __name__ == "__main__":
    main(sys.argv[1:])
