"""Sites built from plans, a server for them, and a browser to look at them."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from plans import write
from playwright.sync_api import Browser, Page, sync_playwright

from actionplan.language.languages import SITE_SETTINGS

Files = dict[str, str | bytes]

ROOT = Path(__file__).parents[2]
_CHROMIUM = "/usr/bin/chromium"
_CHROMIUM_ARGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@pytest.fixture(scope="session")
def repository() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def run() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run ``plan`` or ``mkdocs`` in a folder; what they print is in the answer."""

    def running(
        command: str, *arguments: str | Path, cwd: Path = ROOT, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [Path(sys.executable).with_name(command), *map(str, arguments)],
            cwd=cwd,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )

    return running


def _workshop(place: Path, files: Files) -> Path:
    write(place, files)
    for name in SITE_SETTINGS:
        shutil.copy(ROOT / name, place / name)
    for name in ("hooks", "actionplan"):
        (place / name).symlink_to(ROOT / name)
    return place


@pytest.fixture(scope="session")
def workshop() -> Callable[[Path, Files], Path]:
    """Set up a repository of its own for a plan: its files, our settings, our engine."""
    return _workshop


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], None]], Path]:
    """Make a folder once for all the workers of a run."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def making(name: str, make: Callable[[Path], None]) -> Path:
        folder, done = shared / name, shared / f"{name}.done"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                make(folder)
                done.touch()
        return folder

    return making


@pytest.fixture(scope="session")
def real_site(
    once: Callable[[str, Callable[[Path], None]], Path], run: Callable[..., subprocess.CompletedProcess[str]]
) -> Path:
    """The site of the real plan, in both languages."""

    def make(folder: Path) -> None:
        done = run("plan", "build", "--root", ROOT, "--output", folder)
        assert done.returncode == 0, done.stderr

    return once("real-site", make)


@pytest.fixture(scope="session")
def whole_site(
    once: Callable[[str, Callable[[Path], None]], Path],
    run: Callable[..., subprocess.CompletedProcess[str]],
    whole: Files,
) -> Path:
    """The site of a small plan that has every kind of document."""

    def make(folder: Path) -> None:
        done = run("plan", "build", "--root", _workshop(folder, whole))
        assert done.returncode == 0, done.stderr

    return once("whole-plan", make) / "site"


@pytest.fixture(scope="session")
def demo_site(
    once: Callable[[str, Callable[[Path], None]], Path], run: Callable[..., subprocess.CompletedProcess[str]]
) -> Path:
    """The site of the invented plan, with nearly two years of follow-up."""

    def make(folder: Path) -> None:
        for arguments in (("demo", folder, "--history"), ("build", "--root", folder)):
            done = run("plan", *arguments)
            assert done.returncode == 0, done.stderr

    return once("demo-plan", make) / "site"


@pytest.fixture(scope="session")
def axe() -> str:
    """The script that looks for what bars people."""
    return (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


class _Handler(SimpleHTTPRequestHandler):
    """Serves as a forge's pages do: a missing address gets the site's own page for it."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        lost = Path(self.directory) / "404.html"
        if code != 404 or not lost.is_file():
            super().send_error(code, message, explain)
            return
        body = lost.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def served() -> Iterator[Callable[[Path], str]]:
    """Serve folders; the answer is the address, without a slash at its end."""
    servers: dict[Path, ThreadingHTTPServer] = {}

    def serving(folder: Path) -> str:
        if folder not in servers:
            servers[folder] = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
            Thread(target=servers[folder].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[folder].server_port}"

    yield serving
    for server in servers.values():
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=_CHROMIUM, args=list(_CHROMIUM_ARGS))
        yield chromium
        chromium.close()


@pytest.fixture
def asked() -> list[str]:
    """The addresses that pages asked for."""
    return []


@pytest.fixture
def alarms() -> list[str]:
    """What pages complained of, or asked of others."""
    return []


@pytest.fixture
def reading(
    browser: Browser, served: Callable[[Path], str], asked: list[str], alarms: list[str]
) -> Iterator[Callable[..., Page]]:
    """Open a page of a site as a reader of some kind."""
    contexts = []

    def opening(site: Path, path: str, **reader: Any) -> Page:
        address = served(site)
        context = browser.new_context(base_url=address, **reader)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("request", lambda to: None if to.url.startswith((address, "blob:")) else alarms.append(to.url))
        page.on("console", lambda message: alarms.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: alarms.append(str(error)))
        page.goto(path if path.startswith("/") else f"/{path}", wait_until="load")
        return page

    yield opening
    for context in contexts:
        context.close()
