"""A rebuild in ``mkdocs serve`` after one edit, against plain MkDocs rebuilding the same pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.measure import PYTHON, Row, Scale, demo, run, told, within

_HERE = Path(__file__).parent


def rows(work: Path, scale: Scale) -> Iterator[Row]:
    """An invented plan, so that no file of the real one is touched."""
    size = scale.sizes[0]
    root = demo(work / f"edited-{size}", size)
    twin = work / f"edited-{size}-plain"
    if not twin.exists():
        twin.mkdir()
        run(PYTHON, _HERE / "plain.py", root / "mkdocs.yml", twin)
    sides = {
        "ours": (root / "mkdocs.yml", min(root.glob("commitments/*/compromiso.md"))),
        "plain": (twin / "mkdocs.yml", min(twin.glob("docs/compromisos/*/index.md"))),
    }
    found: dict[str, dict[str, list[list[float]]]] = {name: {"build": [], "load": []} for name in sides}
    for _ in range(scale.runs):
        for name, (config, edited) in sides.items():
            answer = run(PYTHON, _HERE / "rebuild.py", config, edited, str(scale.runs)).splitlines()[-1]
            for kind, times in json.loads(answer).items():
                found[name][kind].append(times)

    def first(name: str, kind: str) -> float:
        return median(times[0] for times in found[name][kind])

    def later(name: str, kind: str) -> float:
        return median(time for times in found[name][kind] for time in times[1:])

    ours, plain = later("ours", "build"), later("plain", "build")
    yield within(
        f"Rebuild in `serve` of {size} commitments after one edit / plain MkDocs' rebuild",
        ours / plain,
        1.1,
        " times",
        f"{ours:.2f} s and {plain:.2f} s",
    )
    load, before = later("ours", "load"), first("ours", "load")
    yield within(
        "Loading and checking in a rebuild / in the first build",
        load / before,
        0.2,
        " times",
        f"{load:.2f} s and {before:.2f} s",
    )
    yield told(
        "Loading and checking in a rebuild / plain MkDocs' first build",
        load / first("plain", "build"),
        " times",
        f"{load:.2f} s and {first('plain', 'build'):.2f} s",
    )
