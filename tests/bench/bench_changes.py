"""What changed between two plans: against loading both of them whole."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from bench.measure import BIN, PYTHON, Command, Row, Scale, demo, in_turns, within

_WHO = ("-c", "user.name=Nadie", "-c", "user.email=nadie@example.org", "-c", "commit.gpgsign=false")
_BOTH = (
    "import gc, pathlib, sys; gc.disable(); from actionplan.documents.files import WorkingTree; "
    "from actionplan.git.revision import Revision; "
    "from actionplan.loader import Caches, plan_of; root = pathlib.Path(sys.argv[1]); "
    "plans = [plan_of(tree, Caches()) for tree in (Revision(root, 'HEAD'), WorkingTree(root))]"
)


def rows(work: Path, scale: Scale) -> Iterator[Row]:
    """One commitment of a big plan edited after its last commit."""
    size = scale.sizes[-1]
    root = demo(work / f"changes-{size}", size)
    for order in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "Empieza")):
        environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
        subprocess.run(["git", "-C", str(root), *_WHO, *order], check=True, env=environment)
    edited = min(root.glob("commitments/*/compromiso.md"))
    edited.write_text(edited.read_text("utf-8") + "\nUna frase más.\n", "utf-8")
    asked = (BIN / "plan", "changes", "--root", root, "--base", "HEAD")
    cache = work / "changes-cache"
    kept: Command = ("env", f"XDG_CACHE_HOME={cache}", *asked)
    anew: Command = ("sh", "-c", f'rm -rf "{cache}"; exec "$@"', "sh", *kept)
    times = in_turns(scale.runs, {"anew": anew, "kept": kept, "both": (PYTHON, "-c", _BOTH, root)})
    what = f"`plan changes` for one edited commitment among {size:,} / loading both plans whole"
    for name, added, bound in (("anew", "", 0.65), ("kept", "; what was read before is kept", 0.25)):
        details = f"{times[name]:.2f} s and {times['both']:.2f} s"
        yield within(f"{what}{added}", times[name] / times["both"], bound, " times", details)
