"""The pictures of the guides, taken from the pages of an invented plan: ``make pictures``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import FloatRect, Page
from screenshots import shown

COMMITMENT = "compromisos/0006-consulta-permanente-sobre-la/"
_MARGIN = 8


class Picture(NamedTuple):
    """What is taken of a page: all that some elements cover, cut at a height in pixels."""

    address: str
    elements: tuple[str, ...]
    height: int
    width: int = 900


PICTURES = {
    "compromisos": Picture(
        "compromisos/", (".md-header", ".md-tabs", ".md-content tbody tr >> nth=4"), 640, width=1280
    ),
    "como-va": Picture(COMMITMENT, ("#d-estado", "#d-estado + p", "#d-estado + p + dl"), 460, width=600),
    "participar": Picture(COMMITMENT, ("ul.participar", "p.archivo"), 220, width=600),
    "impugnado": Picture(COMMITMENT, ("#d-impugnaciones", "#d-impugnaciones + div"), 300, width=600),
    "reprogramada": Picture(
        COMMITMENT,
        (
            "[aria-label='Estado de las actividades'] thead",
            "[aria-label='Estado de las actividades'] tr:has(.fechas:has-text('Se firmó')) >> nth=0",
        ),
        540,
    ),
    "tablero": Picture("tablero/", ("#tablero thead", "#tablero tbody tr >> nth=3"), 520, width=959),
    "cambios": Picture("cambios/", (".md-content h1", ".md-content h3 + ul >> nth=0"), 520),
}


def main(output: Path) -> None:
    """Write the invented plan, build its site, and take every picture.

    Args:
        output: The folder for the pictures, from which the guides show them.
    """
    output.mkdir(parents=True, exist_ok=True)
    for name in PICTURES:
        (output / f"{name}.png").touch()  # a site whose guides show what is not there would not be built
    with TemporaryDirectory() as folder:
        _plan("demo", folder, "--history")
        settings = Path(folder) / "plan/plan.yml"
        named = settings.read_text("utf-8").replace('\ncorte: "', '\nforja: "https://forja.example/plan"\ncorte: "')
        settings.write_text(named, "utf-8")
        _plan("build", "--root", folder)
        with shown(Path(folder) / "site") as (browser, site):
            for name, picture in PICTURES.items():
                with browser.new_context(viewport={"width": picture.width, "height": 900}) as context:
                    page = context.new_page()
                    page.goto(f"{site}/{picture.address}", wait_until="load")
                    page.screenshot(path=output / f"{name}.png", full_page=True, clip=_clip(page, picture))


def _plan(*words: str) -> None:
    subprocess.run([Path(sys.executable).with_name("plan"), *words], check=True)


def _clip(page: Page, picture: Picture) -> FloatRect:
    """The rectangle around all elements of a picture."""
    boxes = [box for element in picture.elements if (box := page.locator(element).first.bounding_box())]
    left, top = (min(box[side] for box in boxes) for side in ("x", "y"))
    right = max(box["x"] + box["width"] for box in boxes)
    bottom = max(box["y"] + box["height"] for box in boxes)
    x, y = max(0, left - _MARGIN), max(0, top - _MARGIN)
    width, height = min(right + _MARGIN, picture.width) - x, min(bottom + _MARGIN - y, picture.height)
    return {"x": x, "y": y, "width": width, "height": height}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
