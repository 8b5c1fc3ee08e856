"""What ``mkdocs serve`` does after one edit, in one process: build, edit, read the settings anew, build again.

``python rebuild.py MKDOCS_YML FILE TIMES`` prints as JSON the processor seconds of the first build and of each
later one, and how much of them our loading and checking took (nothing where our hooks are not). The file gets a
sentence more before each build, and is put back at the end.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from mkdocs.commands.build import build
from mkdocs.config import load_config

import actionplan.loader
from actionplan.documents import FileTree
from actionplan.loader import Caches, Loaded

_load = actionplan.loader.load


def measured(config_file: str, edited: Path, times: int) -> dict[str, list[float]]:
    """Build ``times + 1`` times."""
    loading: list[float] = []

    def load(tree: FileTree, caches: Caches | None = None, cutoff: date | None = None) -> Loaded:
        began = process_time()
        loaded = _load(tree, caches, cutoff)
        loading.append(process_time() - began)
        return loaded

    actionplan.loader.load = load
    building, text = [], edited.read_text("utf-8")
    with TemporaryDirectory() as site:
        try:
            for turn in range(times + 1):
                edited.write_text(text + f"\nUna frase más, la número {turn}.\n", "utf-8")
                began = process_time()
                config = load_config(config_file, site_dir=site)
                if not turn:
                    config.plugins.on_startup(command="serve", dirty=False)
                build(config, serve_url="http://127.0.0.1:8000/")
                building.append(process_time() - began)
        finally:
            edited.write_text(text, "utf-8")
    return {"build": building, "load": loading}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measured(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))))
