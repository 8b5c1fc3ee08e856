"""The site, against plain MkDocs and Material building the same final Markdown with the same menu."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import BIN, PYTHON, ROOT, Command, Row, demo, exponent, in_turns, run, within

_PLAIN = Path(__file__).with_name("plain.py")
_RUNS = 3


def rows(work: Path) -> Iterator[Row]:
    """The real plan, then invented ones by size."""
    yield _compared("the real plan (13 commitments)", ROOT / "mkdocs.yml", 1.5)[0]
    grown = {}
    for size, bound in ((130, None), (400, 1.2)):
        config = demo(work / f"demo-{size}", size) / "mkdocs.yml"
        row, grown[size] = _compared(f"{size} commitments", config, bound)
        yield row
    config = demo(work / "demo-1300", 1300) / "mkdocs.yml"
    grown[1300] = in_turns(_RUNS, {"ours": _build(config, work / "site")})["ours"]
    times = ", ".join(f"{size}: {time:.1f} s" for size, time in grown.items())
    yield within("Growth of our build, 130 to 1,300 commitments (exponent)", exponent(grown), 1.1, details=times)


def _build(config: Path, site: Path) -> Command:
    return BIN / "mkdocs", "build", "--quiet", "--config-file", config, "--site-dir", site


def _compared(what: str, config: Path, bound: float | None) -> tuple[Row, float]:
    with TemporaryDirectory() as name:
        place = Path(name)
        twin = place / "twin"
        twin.mkdir()
        run(PYTHON, _PLAIN, config, twin)
        sites = {"ours": config, "plain": twin / "mkdocs.yml"}
        times = in_turns(_RUNS, {kind: _build(file, place / kind) for kind, file in sites.items()})
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
