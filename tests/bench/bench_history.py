"""The history of a plan: against what git alone takes to list the same commits."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from bench.measure import PYTHON, Row, Scale, in_turns, told, within

_READ = "import sys, pathlib; from actionplan.git.history import read_history; "
_READ += "h = read_history(pathlib.Path(sys.argv[1])); assert len(h.commits) == int(sys.argv[2])"


def rows(work: Path, scale: Scale) -> Iterator[Row]:
    """Everything read, then only what is new since the last time."""
    root = work / "history"
    _import(root, scale)
    kept = root / ".git/actionplan/history-root.json"
    git = ("git", "-C", root, "log", "--name-status")
    read = (PYTHON, "-c", _READ, root, str(scale.commits))
    anew = ("sh", "-c", f'rm -f "{kept}"; exec "$@"', "sh", *read)
    times = in_turns(scale.runs, {"git": git, "ours": anew, "kept": read, "start": (PYTHON, "-c", "import actionplan")})
    ratio = (times["ours"] - times["start"]) / times["git"]
    details = f"{times['ours']:.2f} s and {times['git']:.2f} s"
    what = f"History of {scale.commits:,} commits over {scale.sizes[-1]:,} commitments / `git log --name-status`"
    yield within(what, ratio, 4, " times", details)
    yield told("The same when nothing is new / read anew", times["kept"] / times["ours"], " times")


def _import(root: Path, scale: Scale) -> None:
    """A repository of as many commits, each a report more of one commitment."""
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", str(root)], check=True)
    lines, commitments = [], scale.sizes[-1]
    for number in range(scale.commits):
        path = f"commitments/{number % commitments:04d}-x/avances/{number // commitments:04d}-gob.md"
        text, message = f"reporte {number}\n", f"Reporta {number}\n\nPor la entrega {number}."
        lines.append(f"commit refs/heads/main\ncommitter Nadie <nadie@example.org> {1_577_880_000 + number} +0000")
        lines.append(f"data {len(message)}\n{message}\nM 100644 inline {path}\ndata {len(text)}\n{text}")
    subprocess.run(["git", "-C", str(root), "fast-import", "--quiet"], input="\n".join(lines).encode(), check=True)
