"""Checking: against starting Python with our libraries, against merely reading the YAML, and against the last time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
from statistics import median

from bench.measure import BIN, PYTHON, ROOT, Command, Row, demo, exponent, in_turns, processor_time, within

_SIZES = (130, 400, 1300)
_RUNS = 5
_COMPOSE = Path(__file__).with_name("compose.py")
_CHECK: Command = (BIN / "plan", "check", "--root")


def rows(work: Path) -> Iterator[Row]:
    """The real plan as a whole process, then invented plans by size."""
    yield from _of_the_process(work / "cache")
    checked, composed = {}, {}
    for size in _SIZES:
        root = demo(work / f"demo-{size}", size)
        commands: dict[str, Command] = {
            "check": (*_CHECK, root, "--no-cache"),
            "compose": (PYTHON, _COMPOSE, root),
            "start": (PYTHON, _COMPOSE),
        }
        times = in_turns(_RUNS, commands)
        checked[size], composed[size] = times["check"], times["compose"] - times["start"]
        ratio, details = checked[size] / composed[size], f"{checked[size]:.2f} s and {composed[size]:.2f} s"
        bound = 5 if size == max(_SIZES) else None
        what = f"`plan check` of {size} commitments / reading and composing their YAML"
        row = Row(what, f"{ratio:.2f} times", details=details)
        yield within(what, ratio, bound, " times", details) if bound else row
    yield within("Growth of `plan check`, 130 to 1,300 commitments, as an exponent", exponent(checked), 1.05)
    yield _after_an_edit(root, work / "cache")


def _of_the_process(cache: Path) -> Iterator[Row]:
    commands: dict[str, Command] = {
        "first": (*_CHECK, ROOT, "--no-cache"),
        "again": (*_remembering(cache), *_CHECK, ROOT),
        "start": (PYTHON, "-c", "import pydantic, yaml, typer"),
    }
    times = in_turns(9, commands)
    for name, what in (("first", "`plan check` of the real plan"), ("again", "The same once more, with its cache")):
        details = f"{times[name]:.2f} s and {times['start']:.2f} s"
        yield within(f"{what} / `import pydantic, yaml, typer`", times[name] / times["start"], 3, " times", details)


def _after_an_edit(root: Path, cache: Path) -> Row:
    """Check with an empty cache, edit one file, check again."""
    check: Command = (*_remembering(cache), *_CHECK, root)
    edited = min(root.glob("commitments/*/compromiso.md"))
    text, first, second = edited.read_text("utf-8"), [], []
    for turn in range(_RUNS):
        rmtree(cache, ignore_errors=True)
        first.append(processor_time(check))
        edited.write_text(f"{text}\nUna frase más, la número {turn}.\n", "utf-8")
        second.append(processor_time(check))
    edited.write_text(text, "utf-8")
    one, other = median(first), median(second)
    what = "`plan check` of 1300 commitments after an edit / the first time"
    return within(what, other / one, 0.333, details=f"{other:.2f} s and {one:.2f} s")


def _remembering(cache: Path) -> Command:
    """Have a command keep its cache in a folder of our own."""
    return ("env", f"XDG_CACHE_HOME={cache}")
