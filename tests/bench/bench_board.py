"""The board at scale: how large its page is, and how many frames after a choice its answer is seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.measure import Row, Scale, build, followed, run, within
from bench.server import CHROMIUM, serving
from playwright.sync_api import Page, sync_playwright

_KB, _MB = 1_000, 1_000_000
_FRAME = 1000 / 60
_BOARD = "tablero/index.html"
_FACETS = ("tema", "institucion", "organizacion", "ods", "estado", "semaforo")

# A choice is made at the beginning of a frame. What a timer set in the next one sees has been painted.
_CHOOSE = """([name, place]) => new Promise(answer => requestAnimationFrame(() => {
    const field = document.querySelector(`#tablero-filtros [name=${name}]`), start = performance.now();
    field.selectedIndex = Math.min(place, field.options.length - 1);
    field.dispatchEvent(new Event('change', {bubbles: true}));
    requestAnimationFrame(() => setTimeout(() => answer(performance.now() - start)));
}))"""
_ROWS = "document.querySelectorAll('#tablero tbody tr').length"


def rows(work: Path, scale: Scale) -> Iterator[Row]:
    """The real plan's board by its bytes, then that of many followed commitments by its bytes and its frames."""
    most = scale.sizes[-1]
    with TemporaryDirectory() as name:
        size = _built(scale.real / "mkdocs.yml", Path(name) / "site")
        yield within("Board of the real plan, HTML", size / _KB, 150, " KB")
        site = Path(name) / "big"
        size = _built(followed(work, most) / "mkdocs.yml", site)
        yield within(f"Board of {most:,} commitments with their records, HTML", size / _MB, 1.5, " MB")
        with serving(site) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            page.goto(f"{address}/tablero/", wait_until="load")
            whole = f"{_ROWS} === {most}"
            page.wait_for_function(whole)
            yield _frames("A filter on it is answered, Chromium", page, _FACETS, whole)
            yield _frames("A new order of it is seen, Chromium", page, ("orden",), whole)
            browser.close()


def _built(config: Path, site: Path) -> int:
    run(*build(config, site))
    return (site / _BOARD).stat().st_size


def _frames(what: str, page: Page, names: tuple[str, ...], whole: str) -> Row:
    """Each control set to two of its words and cleared; the whole board is there again before the next."""
    times = []
    for name in names:
        for place in (1, 0, 2, 0):
            times.append(page.evaluate(_CHOOSE, [name, place]))
            if place == 0:
                page.wait_for_function(whole)
    details = f"median {median(times):.0f} ms, longest {max(times):.0f} ms"
    return within(what, median(times) / _FRAME, 4, " frames", details)
