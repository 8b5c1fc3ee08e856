"""The site, against plain MkDocs and Material building the same final Markdown with the same menu."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import (
    PYTHON,
    Row,
    Scale,
    build,
    demo,
    exponent,
    followed,
    in_turns,
    reports_of,
    run,
    told,
    within,
)

_PLAIN = Path(__file__).with_name("plain.py")


def rows(work: Path, scale: Scale) -> Iterator[Row]:
    """The real plan, then invented ones by size, then one with its reports."""
    *smaller, most = scale.sizes
    yield _compared("the real plan", scale.real / "mkdocs.yml", scale, 1.5)[0]
    grown = {}
    for size in smaller:
        config = demo(work / f"demo-{size}", size) / "mkdocs.yml"
        bound = 1.2 if size == smaller[-1] else None
        row, grown[size] = _compared(f"{size} commitments", config, scale, bound)
        yield row
    config = demo(work / f"demo-{most}", most) / "mkdocs.yml"
    grown[most] = in_turns(scale.runs, {"ours": build(config, work / "site")})["ours"]
    times = ", ".join(f"{size}: {time:.1f} s" for size, time in grown.items())
    what = f"Growth of our build, {scale.sizes[0]} to {most:,} commitments (exponent)"
    yield within(what, exponent(grown), 1.1, details=times)
    root = followed(work, scale.followed)
    what = f"{scale.followed} commitments with {reports_of(root):,} reports and their history"
    yield _compared(what, root / "mkdocs.yml", scale, None)[0]


def _compared(what: str, config: Path, scale: Scale, bound: float | None) -> tuple[Row, float]:
    with TemporaryDirectory() as name:
        place = Path(name)
        twin = place / "twin"
        twin.mkdir()
        run(PYTHON, _PLAIN, config, twin)
        sites = {"ours": config, "plain": twin / "mkdocs.yml"}
        times = in_turns(scale.runs, {kind: build(file, place / kind) for kind, file in sites.items()})
        written = {kind: _html(place / kind) for kind in sites}
    ratio = times["ours"] / times["plain"]
    details = (
        f"{times['ours']:.1f} s and {times['plain']:.1f} s; "
        f"{written['ours'] / 1e6:.1f} MB and {written['plain'] / 1e6:.1f} MB of HTML"
    )
    what = f"Build of {what} / plain MkDocs"
    row = within(what, ratio, bound, " times", details) if bound else told(what, ratio, " times", details)
    return row, times["ours"]


def _html(site: Path) -> int:
    return sum(path.stat().st_size for path in site.rglob("*.html"))
