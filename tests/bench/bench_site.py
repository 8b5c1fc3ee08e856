"""The site, against plain MkDocs and Material building the same final Markdown with the same menu."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import BIN, PYTHON, ROOT, Row, demo, exponent, in_turns, run, within

_PLAIN = Path(__file__).with_name("plain.py")
_BOUNDS = {130: None, 400: 1.2, 1300: None}
_RUNS = 3


def rows(work: Path) -> Iterator[Row]:
    """The real plan, then invented ones by size."""
    yield _compared("the real plan (13 commitments)", ROOT / "mkdocs.yml", 1.5)[0]
    grown = {}
    for size, bound in _BOUNDS.items():
        root = demo(work / f"demo-{size}", size)
        row, grown[size] = _compared(f"{size} commitments", root / "mkdocs.yml", bound)
        yield row
    times = ", ".join(f"{size}: {time:.1f} s" for size, time in grown.items())
    yield within("Growth of our build, 130 to 1,300 commitments (exponent)", exponent(grown), 1.1, details=times)


def _compared(what: str, config: Path, bound: float | None) -> tuple[Row, float]:
    with TemporaryDirectory() as name:
        place = Path(name)
        twin = place / "twin"
        twin.mkdir()
        run(PYTHON, _PLAIN, config, twin)
        sites = {"ours": config, "plain": twin / "mkdocs.yml"}
        build = {
            kind: [BIN / "mkdocs", "build", "--quiet", "--config-file", file, "--site-dir", place / kind]
            for kind, file in sites.items()
        }
        times = in_turns(_RUNS, build)
        written = {kind: _html(place / kind) for kind in sites}
    ratio = times["ours"] / times["plain"]
    details = (
        f"{times['ours']:.1f} s and {times['plain']:.1f} s; "
        f"{written['ours'] / 1e6:.1f} MB and {written['plain'] / 1e6:.1f} MB of HTML"
    )
    what = f"Build of {what} / plain MkDocs"
    row = Row(what, f"{ratio:.2f} times", details=details)
    return (within(what, ratio, bound, " times", details) if bound else row), times["ours"]


def _html(site: Path) -> int:
    return sum(path.stat().st_size for path in site.rglob("*.html"))
