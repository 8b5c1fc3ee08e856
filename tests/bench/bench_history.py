"""The history of a plan: against what git alone takes to list the same commits."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from bench.measure import PYTHON, Row, in_turns, within

_COMMITS = 10_000
_COMMITMENTS = 1_300
_READ = "import sys, pathlib; from actionplan.git.history import read_history; "
_READ += "h = read_history(pathlib.Path(sys.argv[1])); assert len(h.commits) == int(sys.argv[2])"


def rows(work: Path) -> Iterator[Row]:
    """Everything read, then only what is new since the last time."""
    root = work / "history"
    _import(root)
    kept = root / ".git/actionplan/history-root.json"
    git = ("git", "-C", root, "log", "--name-status")
    read = (PYTHON, "-c", _READ, root, str(_COMMITS))
    anew = ("sh", "-c", f'rm -f "{kept}"; exec "$@"', "sh", *read)
    times = in_turns(3, {"git": git, "ours": anew, "kept": read, "start": (PYTHON, "-c", "import actionplan")})
    ratio = (times["ours"] - times["start"]) / times["git"]
    details = f"{times['ours']:.2f} s and {times['git']:.2f} s"
    what = f"History of {_COMMITS:,} commits over {_COMMITMENTS:,} commitments / `git log --name-status`"
    yield within(what, ratio, 4, " times", details)
    yield Row("The same when nothing is new / read anew", f"{times['kept'] / times['ours']:.2f} times")


def _import(root: Path) -> None:
    """A repository of as many commits, each a report more of one commitment."""
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", str(root)], check=True)
    lines = []
    for number in range(_COMMITS):
        path = f"commitments/{number % _COMMITMENTS:04d}-x/avances/{number // _COMMITMENTS:04d}-gob.md"
        text, message = f"reporte {number}\n", f"Reporta {number}\n\nPor la entrega {number}."
        lines.append(f"commit refs/heads/main\ncommitter Nadie <nadie@example.org> {1_577_880_000 + number} +0000")
        lines.append(f"data {len(message)}\n{message}\nM 100644 inline {path}\ndata {len(text)}\n{text}")
    subprocess.run(["git", "-C", str(root), "fast-import", "--quiet"], input="\n".join(lines).encode(), check=True)
