"""How a site that was just built is opened: by hand, or at once."""

from __future__ import annotations

import sys
import webbrowser
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import click


def show(place: Path, page: str = "", *, opened: bool = False) -> None:
    """Say how a site is opened, or open it and serve it until somebody interrupts.

    Args:
        place: The folder of the site.
        page: The page to begin with, by its address in the site.
        opened: Whether to open it.
    """
    if not opened:
        served = f"{sys.executable} -m http.server --directory {place} 8000"
        click.echo(f"Para abrirlo:\n  {served}   →   http://localhost:8000/{page}", err=True)
        return
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(place))) as server:
        address = f"http://127.0.0.1:{server.server_port}/{page}"
        click.echo(f"Está en {address} hasta que pulse Ctrl-C.", err=True)
        # A browser in the terminal comes back only when it has seen the page, which is served below.
        Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        with suppress(KeyboardInterrupt):
            server.serve_forever()


class _Quiet(SimpleHTTPRequestHandler):
    """Serve files without a line in the terminal for each."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""
