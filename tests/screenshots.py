"""Pictures of every kind of page, wide and narrow, light and dark: ``make screenshots``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

PAGES = {
    "portada": "",
    "fase": "4-mesas/",
    "compromiso": "compromisos/05-inclusion-laboral/",
    "hoja-de-ruta": "compromisos/09-fideicomisos/hoja-de-ruta/",
    "tema": "3-arboles/empleo/",
    "compromisos": "compromisos/",
    "organizaciones": "organizaciones/",
    "organizacion": "organizaciones/sfp/",
    "fuentes": "fuentes/",
    "fuente": "fuentes/plan_2019/",
    "que-no-se-sabe": "que-no-se-sabe/",
    "pagina": "6-seguimiento/mri/",
    "reglas": "reglas/",
    "guias": "guias/",
    "guia": "guias/colideres/",
    "traduccion": "traduccion/",
    "ingles": "en/",
}
WIDTHS = (320, 768, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
_CHROMIUM = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def shown(site: Path) -> Iterator[tuple[Browser, str]]:
    """A browser, and where it finds a built site."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(_CHROMIUM))
        yield browser, f"http://127.0.0.1:{server.server_port}"
        browser.close()
    server.shutdown()


def main(site: Path, output: Path) -> None:
    """Take every picture.

    Args:
        site: A built site.
        output: The folder for the pictures.
    """
    output.mkdir(parents=True, exist_ok=True)
    with shown(site) as (browser, address_of_site):
        for scheme in SCHEMES:
            for width in WIDTHS:
                with browser.new_context(
                    base_url=address_of_site,
                    viewport={"width": width, "height": 900},
                    color_scheme=scheme,
                ) as context:
                    page = context.new_page()
                    for name, address in PAGES.items():
                        page.goto(f"/{address}", wait_until="load")
                        page.screenshot(path=output / f"{name}-{width}-{scheme}.png", full_page=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
