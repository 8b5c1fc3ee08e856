"""A copy of the program in which a recipe of CONTRIBUTING is followed, and the files that this takes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from plans import write

ROOT = Path(__file__).parents[2]
PROGRAM = ("actionplan", "hooks", "scripts", "docs/architecture.toml", "README.md", "LEEME.md", "CONTRIBUTING.md")
CATALOGUES = "actionplan/language/catalogues"


class Recipe:
    """The program in a folder of its own, with a plan to try it on.

    Attributes:
        root: The folder.
        text: The recipe, as CONTRIBUTING gives it.
        touched: The files of the program that following it changed by hand.
    """

    def __init__(self, root: Path, title: str, plan: Mapping[str, str | bytes]) -> None:
        self.root = root
        guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
        self.text = guide.partition(f"\n### {title}\n")[2].partition("\n### ")[0]
        assert self.text, f"there is no recipe «{title}»"
        self.touched: set[str] = set()
        write(root, plan)
        for name in (*PROGRAM, *(path.name for path in ROOT.glob("mkdocs*.yml"))):
            source, target = ROOT / name, root / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copyfile(source, target)
        self.run("scripts.plan", "generate")

    def _touch(self, path: str) -> Path:
        """Note that a file is changed by hand; the recipe must name it or the folder that it stands in."""
        assert f"`{path}`" in self.text or f"`{Path(path).parent}/`" in self.text, f"the recipe does not name {path}"
        self.touched.add(path)
        return self.root / path

    def add(self, path: str, text: str) -> None:
        """Write a new file."""
        file = self._touch(path)
        assert not file.exists()
        file.write_text(text, "utf-8")

    def insert(self, path: str, before: str, text: str) -> None:
        """Write some lines before a line of a file, which stands there once."""
        file = self._touch(path)
        [start, rest] = file.read_text("utf-8").split(before)
        file.write_text(start + text + before + rest, "utf-8")

    def translate(self, code: str, messages: Mapping[str, str]) -> None:
        """Add messages to a catalogue."""
        path = f"{CATALOGUES}/{code}.po"
        entries = "".join(f'\nmsgid "{text}"\nmsgstr "{translation}"\n' for text, translation in messages.items())
        if (self.root / path).exists():
            file = self._touch(path)
            file.write_text(file.read_text("utf-8") + entries, "utf-8")
        else:
            header = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
            self.add(path, header.format(code) + entries)

    def files(self) -> dict[str, bytes]:
        """The files of the program and the plan, as they are."""
        return {
            str(path.relative_to(self.root)): path.read_bytes()
            for path in self.root.rglob("*")
            if path.is_file() and not {"__pycache__", "site"} & set(path.relative_to(self.root).parts)
        }

    def generated(self) -> set[str]:
        """Run `plan generate`; the files that it wrote."""
        before = self.files()
        self.run("scripts.plan", "generate")
        return {path for path, content in self.files().items() if before.get(path) != content}

    def run(self, module: str, *arguments: str, code: int = 0, **environment: str) -> str:
        """Run a module of the copy in the folder; what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", module, *arguments],
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": str(self.root), "PYTHONDONTWRITEBYTECODE": "1", **environment},
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def page(self, path: str) -> str:
        """A file of the built site."""
        return (self.root / "site" / path).read_text("utf-8")
