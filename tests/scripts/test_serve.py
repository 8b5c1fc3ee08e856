"""A site that was built is opened when that is asked for, and otherwise one is told how."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.cli.serve import show

ROOT = Path(__file__).parents[2]
READER = (
    "import pathlib, sys, urllib.request as u; pathlib.Path(sys.argv[1]).write_bytes(u.urlopen(sys.argv[2]).read())"
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site" / "tablero").mkdir(parents=True)
    (tmp_path / "site" / "tablero" / "index.html").write_text("<h1>Tablero</h1>")
    return tmp_path / "site"


def test_one_is_told_how(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show(site, "tablero/")
    said = capsys.readouterr()
    assert said.out == ""
    assert f"-m http.server --directory {site} 8000   →   http://localhost:8000/tablero/" in said.err


def test_it_is_served_to_the_browser_of_this_machine_until_interrupted(site: Path, tmp_path: Path) -> None:
    # A shell may have taught what it runs in the background to ignore the key.
    order = f"""import signal; from pathlib import Path; from scripts.cli.serve import show
signal.signal(signal.SIGINT, signal.default_int_handler)
show(Path({str(site)!r}), 'tablero/', opened=True)"""
    seen, reader = tmp_path / "seen", tmp_path / "browser.sh"
    reader.write_text(f'#!/bin/sh\n"{sys.executable}" -c "{READER}" "{seen}" "$1"\nkill -INT $PPID\n')
    reader.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-c", order],
        cwd=ROOT,
        env={**os.environ, "BROWSER": f"{reader} %s"},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert seen.read_text() == "<h1>Tablero</h1>"
    assert (done.returncode, "Está en http://127.0.0.1:" in done.stderr, "Traceback" in done.stderr) == (0, True, False)
