"""Checking: against starting Python with our libraries, against merely reading the YAML, and against the last time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
from statistics import median

from bench.measure import (
    BIN,
    PYTHON,
    Command,
    Row,
    Scale,
    demo,
    exponent,
    followed,
    in_turns,
    processor_time,
    reports_of,
    told,
    within,
)

_COMPOSE = Path(__file__).with_name("compose.py")
_CHECK: Command = (BIN / "plan", "check", "--root")


def rows(work: Path, scale: Scale) -> Iterator[Row]:
    """The real plan as a whole process, then invented plans by size, then one with its reports."""
    yield from _of_the_process(scale, work / "cache")
    checked = {}
    for size in scale.sizes:
        root = demo(work / f"demo-{size}", size)
        ratio, checked[size], details = _against_composing(root, scale)
        what = f"`plan check` of {size:,} commitments / reading and composing their YAML"
        last = size == scale.sizes[-1]
        yield within(what, ratio, 5, " times", details) if last else told(what, ratio, " times", details)
    grown = f"Growth of `plan check`, {scale.sizes[0]} to {scale.sizes[-1]:,} commitments, as an exponent"
    yield within(grown, exponent(checked), 1.05)
    yield _after_an_edit(root, scale, work / "cache")
    root = followed(work, scale.followed)
    ratio, _, details = _against_composing(root, scale)
    what = f"`plan check` of {scale.followed} commitments with {reports_of(root):,} reports / the same"
    yield told(what, ratio, " times", details)


def _against_composing(root: Path, scale: Scale) -> tuple[float, float, str]:
    """How many times as long a check takes as reading the YAML, its seconds, and both in words."""
    commands: dict[str, Command] = {
        "check": (*_CHECK, root, "--no-cache"),
        "compose": (PYTHON, _COMPOSE, root),
        "start": (PYTHON, _COMPOSE),
    }
    times = in_turns(scale.runs + 2, commands)
    checked, composed = times["check"], times["compose"] - times["start"]
    return checked / composed, checked, f"{checked:.2f} s and {composed:.2f} s"


def _of_the_process(scale: Scale, cache: Path) -> Iterator[Row]:
    commands: dict[str, Command] = {
        "first": (*_CHECK, scale.real, "--no-cache"),
        "again": (*_remembering(cache), *_CHECK, scale.real),
        "start": (PYTHON, "-c", "import pydantic, yaml"),
    }
    times = in_turns(3 * scale.runs, commands)
    for name, what, bound in (
        ("first", "`plan check` of the real plan", 3.7),
        ("again", "The same once more, with its cache", 3.2),
    ):
        details = f"{times[name]:.2f} s and {times['start']:.2f} s"
        yield within(f"{what} / `import pydantic, yaml`", times[name] / times["start"], bound, " times", details)


def _after_an_edit(root: Path, scale: Scale, cache: Path) -> Row:
    """Check with an empty cache, edit one file, check again."""
    check: Command = (*_remembering(cache), *_CHECK, root)
    edited = min(root.glob("commitments/*/compromiso.md"))
    text, first, second = edited.read_text("utf-8"), [], []
    for turn in range(scale.runs + 2):
        rmtree(cache, ignore_errors=True)
        first.append(processor_time(check))
        edited.write_text(f"{text}\nUna frase más, la número {turn}.\n", "utf-8")
        second.append(processor_time(check))
    edited.write_text(text, "utf-8")
    one, other = median(first), median(second)
    what = f"`plan check` of {scale.sizes[-1]:,} commitments after an edit / the first time"
    return within(what, other / one, 0.333, details=f"{other:.2f} s and {one:.2f} s")


def _remembering(cache: Path) -> Command:
    """Have a command keep its cache in a folder of our own."""
    return ("env", f"XDG_CACHE_HOME={cache}")
