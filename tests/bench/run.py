"""``make bench``: every comparison, and docs/benchmarks.md with what came out.

``make bench PARTS="check site"`` runs only those; the rest of the page stays as it was measured. ``SMALLER=10`` divides
the sizes of the invented plans and of the history by ten, for a machine with little time: what is measured then is
printed, and not put on the page.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Callable, Iterable, Iterator
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
from bench.measure import ROOT, Row, Scale, run

PARTS: dict[str, Callable[[Path, Scale], Iterator[Row]]] = {
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


def main() -> None:
    """Run and print; put each part that was run in its place on the page, and leave the others as they are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], default=[], metavar="PART")
    parser.add_argument("--smaller", type=int, default=1, help="what to divide all sizes by")
    options = parser.parse_args()
    page = _parts()
    for part, table in tables(options.parts or PARTS, smaller(options.smaller)):
        page[part] = f"{table}\n{_where()}\n"
        if options.smaller == 1:
            told = (f"## {key}\n\n{page[key]}" for key in PARTS if key in page)
            _PAGE.write_text(_HEAD + "\n".join(told), "utf-8")


def smaller(divisor: int) -> Scale:
    """Divide the sizes of a scale, down to plans that still differ."""
    whole = Scale()
    sizes = tuple(max(number + 2, size // divisor) for number, size in enumerate(whole.sizes))
    followed, commits = max(2, whole.followed // divisor), max(10, whole.commits // divisor)
    return whole._replace(sizes=sizes, followed=followed, commits=commits)


def tables(parts: Iterable[str], scale: Scale) -> Iterator[tuple[str, str]]:
    """Run parts one after the other; print each line as soon as it is known, and yield each table."""
    with TemporaryDirectory() as name:
        for part in parts:
            sys.stdout.write(f"\n{part}\n\n{_TABLE}")
            lines = []
            for row in PARTS[part](Path(name), scale):
                lines.append(f"{row}\n")
                sys.stdout.write(lines[-1])
                sys.stdout.flush()
            yield part, _TABLE + "".join(lines)


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
    main()
