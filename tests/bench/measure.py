"""Measuring by comparison: the processor time of whole processes, run in turns, medians of several runs.

Processor time rather than the clock, since every compared process computes in one thread and a machine is rarely
alone; in turns, so that what disturbs the machine disturbs both sides.
"""

from __future__ import annotations

import gzip
import math
import os
import resource
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
PYTHON = sys.executable

Command = tuple[str | Path, ...]

_GZIP_LEVEL = 6
"""What servers use unless told otherwise."""

_ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"}


class Scale(NamedTuple):
    """What is measured, and how often.

    Attributes:
        real: The plan that stands for a real one.
        sizes: Commitments of the invented plans, ascending.
        followed: Commitments of the invented plan that has reports, verifications and evidence.
        commits: Of the invented history.
        runs: Of each command; where few tell nothing, more.
    """

    real: Path = ROOT
    sizes: tuple[int, ...] = (130, 400, 1300)
    followed: int = 40
    commits: int = 10_000
    runs: int = 3


class Row(NamedTuple):
    """A line of the table; ``holds`` is None where nothing was promised."""

    what: str
    measured: str
    bound: str = "—"
    holds: bool | None = None
    details: str = ""

    def __str__(self) -> str:
        verdict = {True: "yes", False: "**no**", None: "—"}[self.holds]
        return f"| {self.what} | {self.measured} | {self.bound} | {verdict} | {self.details} |"


def told(what: str, value: float, unit: str = "", details: str = "") -> Row:
    """A row for a number that nothing was promised of."""
    return Row(what, f"{value:.2f}{unit}", details=details)


def within(what: str, value: float, bound: float, unit: str = "", details: str = "") -> Row:
    """A row for a number that must not be above its bound."""
    return Row(what, f"{value:.2f}{unit}", f"≤ {bound:g}{unit}", value <= bound, details)


def run(*command: str | Path, cwd: Path = ROOT) -> str:
    """Run a command that must succeed, and give back what it printed."""
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=_ENVIRONMENT, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


def processor_time(command: Command) -> float:
    """Seconds of processor, user and system, that a command and its children take."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run(*command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def in_turns(runs: int, commands: Mapping[str, Command]) -> dict[str, float]:
    """The median processor time of each command."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(processor_time(command))
    return {name: median(found) for name, found in times.items()}


def exponent(times: Mapping[int, float]) -> float:
    """The power of the size with which time grows: the slope of a line through the logarithms."""
    points = [(math.log(size), math.log(time)) for size, time in times.items()]
    middle_x, middle_y = (sum(axis) / len(points) for axis in zip(*points, strict=True))
    slope = sum((x - middle_x) * (y - middle_y) for x, y in points) / sum((x - middle_x) ** 2 for x, _ in points)
    return float(slope)


def zipped(content: bytes) -> int:
    """Bytes that a server would send."""
    return len(gzip.compress(content, _GZIP_LEVEL, mtime=0))


def demo(folder: Path, commitments: int, *more: str) -> Path:
    """An invented plan of a size, made once."""
    if not folder.exists():
        run(BIN / "plan", "demo", folder, "--commitments", str(commitments), "--seed", "1", *more)
    return folder


def followed(work: Path, commitments: int) -> Path:
    """The same with its reports, verifications and evidence, as a repository with its history."""
    return demo(work / f"followed-{commitments}", commitments, "--history")


def reports_of(root: Path) -> int:
    """How many reports a plan has."""
    return sum(1 for _ in root.glob("commitments/*/avances/*.md"))


def build(config: Path, site: Path) -> Command:
    """The command that builds a site."""
    return BIN / "mkdocs", "build", "--quiet", "--config-file", config, "--site-dir", site
