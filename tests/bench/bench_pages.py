"""What a reader downloads: the largest page, and all that a browser asks for to show the home."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote, urlsplit

from bench.measure import Row, Scale, build, demo, run, told, within, zipped
from bench.server import CHROMIUM, serving
from playwright.sync_api import Response, sync_playwright

_KB = 1000
_CHARTS = ("plotly", "graficas")
_SETTLED = 1500
"""Milliseconds without a question after which the page has all that it wants."""


def rows(work: Path, scale: Scale) -> Iterator[Row]:
    """The real plan's site, then the largest pages of a big one."""
    with TemporaryDirectory() as name:
        site = _built(scale.real / "mkdocs.yml", Path(name) / "site")
        size, page = _largest(site)
        yield within("Largest page of the real plan, HTML with gzip", size / _KB, 60, " KB", f"`{page}`")
        asked = _home(site)
        total = sum(asked.values())
        details = ", ".join(f"{path.rpartition('/')[2] or 'HTML'} {bytes_ / _KB:.1f}" for path, bytes_ in asked.items())
        yield within("Home of the real plan, all that Chromium asks for but charts", total / _KB, 90, " KB", details)
        most = scale.sizes[-1]
        site = _built(demo(work / f"demo-{most}", most) / "mkdocs.yml", Path(name) / "big")
        size, page = _largest(site)
        yield told(f"Largest page of {most:,} commitments, HTML with gzip", size / _KB, " KB", f"`{page}`")


def _built(config: Path, site: Path) -> Path:
    run(*build(config, site))
    return site


def _largest(site: Path) -> tuple[int, str]:
    return max((zipped(path.read_bytes()), path.relative_to(site).as_posix()) for path in site.rglob("*.html"))


def _home(site: Path) -> dict[str, int]:
    """Zipped bytes of everything that is asked for at first sight, by its path; pictures are not zipped again."""

    asked: dict[str, int] = {}

    def note(response: Response) -> None:
        asked[unquote(urlsplit(response.url).path)] = 0

    with serving(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.on("response", note)
        page.goto(f"{address}/", wait_until="networkidle")
        page.wait_for_timeout(_SETTLED)
        browser.close()
    for path in asked:
        file = site / path.strip("/")
        asked[path] = zipped((file / "index.html" if file.is_dir() else file).read_bytes())
    return {path: size for path, size in asked.items() if not any(word in path for word in _CHARTS)}
