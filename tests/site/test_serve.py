"""The live preview follows every change, and survives the broken ones."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from plans import COMMITMENT_PATH, VALID

Files = dict[str, str | bytes]
PATIENCE = 180.0  # seconds, for a machine that does other things too


class Preview:
    """A running ``mkdocs serve``."""

    def __init__(self, root: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.root = root
        self.address = f"http://127.0.0.1:{port}"
        self._log = root.parent / "log"
        self.process = subprocess.Popen(
            [Path(sys.executable).with_name("mkdocs"), "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=root,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ""},
            stdout=self._log.open("w"),
            stderr=subprocess.STDOUT,
        )

    @property
    def log(self) -> str:
        return self._log.read_text("utf-8")

    def page(self, address: str) -> str:
        try:
            with urlopen(f"{self.address}/{address}", timeout=5) as answer:
                text: str = answer.read().decode()
                return text
        except OSError:  # not there yet, or busy
            return ""

    def change(self, old: str, new: str) -> None:
        path = self.root / COMMITMENT_PATH
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    def wait(self, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not condition():
            assert self.process.poll() is None, f"the preview died:\n{self.log}"
            assert time.monotonic() < end, f"nothing happened:\n{self.log}"
            time.sleep(0.1)


@pytest.fixture
def preview(tmp_path: Path, workshop: Callable[[Path, Files], Path]) -> Iterator[Preview]:
    preview = Preview(workshop(tmp_path / "repo", {**VALID}))
    yield preview
    preview.process.terminate()
    preview.process.wait(60)


def test_a_change_is_shown_and_a_broken_one_is_explained_without_an_end(preview: Preview) -> None:
    page = "compromisos/01-agua/"
    preview.wait(lambda: "Medir el agua." in preview.page(page))

    preview.change("Medir el agua.", "Medir cada gota.")
    preview.wait(lambda: "Medir cada gota." in preview.page(page))

    preview.change('situacion: "vigente"', 'situacion: "vigentísimo"')
    preview.wait(lambda: f"{COMMITMENT_PATH}:8:12: FOR" in preview.log)
    assert "Cómo arreglarlo:" in preview.log

    preview.change('situacion: "vigentísimo"', 'situacion: "concluido"')
    preview.wait(lambda: "Concluido" in preview.page(page))
    assert "Medir cada gota." in preview.page(page)
    assert "Traceback" not in preview.log
