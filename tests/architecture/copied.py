"""A copy of the repository to follow a recipe of CONTRIBUTING in, which counts the files that it touches."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
COPIED = ("actionplan", "hooks", "scripts", "tests", "docs", "plan", "commitments")
SETTINGS = ("mkdocs.yml", "mkdocs.en.yml", "pyproject.toml")
CATALOGUE = "actionplan/language/catalogues/en.po"


def _source(entry: str) -> str:
    """The text that an entry of a catalogue translates."""
    lines = entry.partition("\nmsgstr")[0].partition("msgid ")[2].split("\n")
    return "".join(line.strip().strip('"') for line in lines)


class RepositoryCopy:
    """The repository in another folder.

    Attributes:
        touched: The files that were edited or added.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.touched: set[str] = set()
        ignored = shutil.ignore_patterns("__pycache__", "site", "workflows", "bench")
        for name in COPIED:
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        for name in SETTINGS:
            if (ROOT / name).exists():
                shutil.copy(ROOT / name, folder)

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace the one place where a text stands."""
        text = (self.folder / path).read_text("utf-8")
        assert text.count(old) == 1, f"{path}: {old!r} stands there {text.count(old)} times"
        self.write(path, text.replace(old, new))

    def write(self, path: str, text: str) -> None:
        """Write a whole file."""
        self.touched.add(path)
        (self.folder / path).write_text(text, "utf-8")

    def translate(self, **texts: str) -> None:
        """Add texts to the English catalogue; Spanish ones are the values of names that end in ``_es``."""
        pairs = ((texts[name], texts[f"{name[:-3]}_en"]) for name in texts if name.endswith("_es"))
        catalogue = Path(self.folder / CATALOGUE)
        added = "".join(f'\nmsgid "{source}"\nmsgstr "{text}"\n' for source, text in pairs)
        head, _, messages = catalogue.read_text("utf-8").partition("\n\n")
        # As `make messages` leaves them: in order.
        entries = sorted([*messages.strip().split("\n\n"), *added.strip().split("\n\n")], key=_source)
        self.write(CATALOGUE, head + "\n\n" + "\n\n".join(entries) + "\n")

    def passes(self, test: str, *arguments: str) -> None:
        """Run one file of tests, written here or not, on the copy's program."""
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", test, *arguments]
        settings = {**os.environ, "PYTHONPATH": str(self.folder), "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(command, cwd=self.folder, env=settings, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr  # without a test to run it is 5
