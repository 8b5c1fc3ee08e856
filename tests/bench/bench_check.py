"""Checking: against starting Python with our libraries, and against merely reading the YAML."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.measure import BIN, PYTHON, ROOT, Row, demo, exponent, in_turns, within

_SIZES = (130, 400, 1300)
_COMPOSE = Path(__file__).with_name("compose.py")


def rows(work: Path) -> Iterator[Row]:
    """The real plan as a whole process, then invented plans by size."""
    check = (BIN / "plan", "check", "--root")
    times = in_turns(9, {"check": (*check, ROOT), "start": (PYTHON, "-c", "import pydantic, yaml, typer")})
    details = f"{times['check']:.2f} s and {times['start']:.2f} s"
    ratio = times["check"] / times["start"]
    yield within("`plan check` of the real plan / `import pydantic, yaml, typer`", ratio, 3, " times", details)

    checked, composed = {}, {}
    for size in _SIZES:
        root = demo(work / f"demo-{size}", size)
        times = in_turns(
            3,
            {
                "check": (*check, root),
                "compose": (PYTHON, _COMPOSE, root),
                "start": (PYTHON, _COMPOSE),
            },
        )
        checked[size], composed[size] = times["check"], times["compose"] - times["start"]
        ratio, details = checked[size] / composed[size], f"{checked[size]:.2f} s and {composed[size]:.2f} s"
        bound = 5 if size == max(_SIZES) else None
        what = f"`plan check` of {size} commitments / reading and composing their YAML"
        row = Row(what, f"{ratio:.2f} times", details=details)
        yield within(what, ratio, bound, " times", details) if bound else row
    yield Row("Growth of `plan check`, 130 to 1,300 commitments", f"exponent {exponent(checked):.2f}")
