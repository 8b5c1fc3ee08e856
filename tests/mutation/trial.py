"""Running the tests of a module on a copy of the tree that has a mistake in it.

The copy is the only thing that is changed. What every run of the tests needs from elsewhere is imported once, in the
process that forks the trials; the engine itself is imported by each trial, with its mistake.
"""

from __future__ import annotations

import ast
import importlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 120
"""Seconds for the nearest tests and for those of the room; a mistake that makes them run longer has been noticed."""
PATIENCE_WITH_OTHERS = 600
"""Seconds for the tests of other rooms."""
_IMPORTED_ONCE = (
    "babel.core", "hypothesis", "hypothesis.strategies", "jinja2", "markdown", "nh3", "pydantic", "click", "yaml",
)  # fmt: skip
_LEFT_OUT = {"architecture", "bench", "content", "mutation", "site", "workflows"}
"""Folders of tests that look at the whole product, and take long."""


class Outcome(NamedTuple):
    """How a trial ended: the test that failed first, or what else went wrong; empty if nothing did."""

    killer: str
    seconds: float


def listed() -> list[str]:
    """Return the files that git keeps or would keep."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return [name for name in done.stdout.split("\0") if name]


def copy_of_the_tree(place: Path) -> Path:
    """Copy the tree, and let what npm brought be found there."""
    for name in listed():
        if (ROOT / name).is_file():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, place / name)
    if (ROOT / "node_modules").exists():
        (place / "node_modules").symlink_to(ROOT / "node_modules")
    return place


def import_once() -> None:
    """Import what no mistake can change."""
    for name in _IMPORTED_ONCE:
        importlib.import_module(name)


class Workplace:
    """A copy of the tree in which one trial at a time runs."""

    def __init__(self, place: Path) -> None:
        self.root = copy_of_the_tree(place / "tree")
        self._scratch = place / "scratch"
        self._written = 0
        self._original = ""

    def start(self, module: str, source: str | None, stages: Sequence[Sequence[str]]) -> Trial:
        """Write a module, fork a process that runs the stages one after the other until a test fails, and return."""
        path = self.root / module
        if source is not None:
            self._original = path.read_text("utf-8")
            self._write(path, source)
        answer = self.root.parent / "answer.json"
        answer.unlink(missing_ok=True)
        process = os.fork()
        if process == 0:
            _run(self.root, self._scratch, stages, answer)
        return Trial(process, answer)

    def restore(self, module: str) -> None:
        """Put a module back as it was."""
        self._write(self.root / module, self._original)

    def _write(self, path: Path, source: str) -> None:
        """Write a source such that no compiled one can be taken for it."""
        path.write_text(source, "utf-8")
        self._written += 1
        moment = path.stat().st_mtime + 10 * self._written
        os.utime(path, (moment, moment))
        Path(importlib.util.cache_from_source(str(path))).unlink(missing_ok=True)


class Trial:
    """A process that runs tests."""

    def __init__(self, process: int, answer: Path) -> None:
        self._process, self._answer, self._began = process, answer, time.monotonic()

    def outcome(self) -> Outcome | None:
        """Return how it ended; None as long as it runs."""
        seconds = time.monotonic() - self._began
        ended, _ = os.waitpid(self._process, os.WNOHANG)
        if not ended:
            return None
        with suppress(ProcessLookupError):  # what the tests started and did not end
            os.killpg(self._process, signal.SIGKILL)
        killer = json.loads(self._answer.read_text("utf-8")) if self._answer.exists() else "(no end)"
        return Outcome(killer, seconds)


class _FirstFailure:
    """Remembers the first test, or file of tests, that failed."""

    name = ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.name = self.name or report.nodeid

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.name = self.name or report.nodeid


def _run(root: Path, scratch: Path, stages: Sequence[Sequence[str]], answer: Path) -> None:
    """Run in the forked process: never return."""
    try:
        os.setsid()
        os.chdir(root)
        with (root.parent / "log.txt").open("w", encoding="utf-8") as log:
            os.dup2(log.fileno(), 1)
            os.dup2(log.fileno(), 2)
        sys.path.insert(0, str(root))
        os.environ |= {"PYTHONPATH": str(root), "HYPOTHESIS_PROFILE": "mutants"}
        killer = ""
        for tests in stages:
            signal.alarm(PATIENCE_WITH_OTHERS if tests is stages[-1] else PATIENCE)  # which ends the process
            killer = _failure(tests, scratch)
            if killer:
                break
        answer.write_text(json.dumps(killer), "utf-8")
    except BaseException:  # noqa: BLE001 - whatever it is, the parent goes on
        traceback.print_exc()
    finally:
        os._exit(0)


def _failure(tests: Sequence[str], scratch: Path) -> str:
    """Return what failed first in some files or folders of tests; empty if all passed."""
    first = _FirstFailure()
    options = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", f"--basetemp={scratch}"]
    code = int(pytest.main([*options, *tests], plugins=[first]))
    passed = {int(pytest.ExitCode.OK), int(pytest.ExitCode.NO_TESTS_COLLECTED)}
    return "" if code in passed else first.name or f"(pytest ended with {code})"


def stages_of(module: str, *, near: bool = False) -> list[list[str]]:
    """Return the tests for a module: the nearest files, its room, and unless only the near count, rooms that use it."""
    room = Path(module).parent.relative_to("actionplan")
    own = next(folder for folder in (f"tests/{room.name}", f"tests/{room.parts[0]}") if (ROOT / folder).exists())
    dotted = _dotted_names(module)
    names = {f"test_{Path(module).stem}.py", f"test_{Path(module).stem.rstrip('s')}.py"}
    folders = _folders()
    files = [file for folder in folders for file in sorted((ROOT / folder).glob("test_*.py"))]
    nearest = [file for file in files if file.name in names and _folder(file) == own]
    nearest += [file for file in files if dotted & _imported(file) and file not in nearest]
    nearest.sort(key=lambda file: (file.name not in names, _folder(file) != own, file.name))
    users = {
        path.relative_to(ROOT / "actionplan").parts[0].removesuffix(".py")
        for path in (ROOT / "actionplan").rglob("*.py")
        if dotted & _imported(path)
    }
    users |= {"scripts"} if any(dotted & _imported(path) for path in (ROOT / "scripts").glob("*.py")) else set()
    others = [folder for folder in folders if folder != own and folder.removeprefix("tests/") in users]
    stages = [[str(file.relative_to(ROOT)) for file in nearest], [own], [] if near else others]
    return [stage for stage in stages if stage]


def _dotted_names(module: str) -> frozenset[str]:
    """Return the names under which a module is imported: its own, and those that its room's public face gives on."""
    own = module.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    face = ROOT / Path(module).parent / "__init__.py"
    given = {
        f"{own.rpartition('.')[0]}.{name.removeprefix(own + '.')}"
        for name in _imported(face)
        if name.startswith(own + ".")
    }
    return frozenset({own, *given})


def _folder(file: Path) -> str:
    return f"tests/{file.parent.name}"


@cache
def _folders() -> list[str]:
    found = {path.parent.name for path in (ROOT / "tests").glob("*/test_*.py")} - _LEFT_OUT
    return [f"tests/{name}" for name in sorted(found)]


@cache
def _imported(path: Path) -> frozenset[str]:
    """Return the dotted names that a module imports, with and without what it takes from each."""
    return frozenset(_imports(ast.parse(path.read_text("utf-8"))))


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)
