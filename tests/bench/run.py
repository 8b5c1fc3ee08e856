"""``make bench``: every comparison, and docs/benchmarks.md with what came out.

``python -m bench.run check site``, from ``tests/``, runs only those; the rest of the page stays as it was measured.
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
from bench.measure import ROOT, Row, run

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

Made by `make bench`; do not edit by hand. Each part says at which version of the program it was measured.

"""
_TABLE = "| what | measured | bound | holds | details |\n|---|---|---|---|---|\n"


def main(chosen: list[str]) -> None:
    """Run and print; put each part that was run in its place on the page, and leave the others as they are."""
    parts = _parts()
    with TemporaryDirectory() as name:
        for bench in chosen or _ALL:
            sys.stdout.write(_TABLE)
            lines = []
            for row in _ALL[bench](Path(name)):
                lines.append(f"{row}\n")
                sys.stdout.write(lines[-1])
                sys.stdout.flush()
            parts[bench] = f"{_TABLE}{''.join(lines)}\n{_where()}\n"
            told = (f"## {key}\n\n{parts[key]}" for key in _ALL if key in parts)
            _PAGE.write_text(_HEAD + "\n".join(told), "utf-8")


def _parts() -> dict[str, str]:
    """What the page says, by the name of each part."""
    if not _PAGE.is_file():
        return {}
    sections = _PAGE.read_text("utf-8").split("\n## ")[1:]
    return {name: text.strip() + "\n" for name, _, text in (section.partition("\n") for section in sections)}


def _where() -> str:
    """On what it was measured: the program, the machine, and how busy that was."""
    commit = run("git", "describe", "--always", "--dirty").strip()
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    load = ", ".join(f"{average:.1f}" for average in os.getloadavg())
    return (
        f"Measured at `{commit}` with Python {platform.python_version()} on {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} processors, average load at the end, of 1, 5 and 15 minutes: {load}. {libraries}."
    )


if __name__ == "__main__":
    main(sys.argv[1:])
