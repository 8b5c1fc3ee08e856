"""The parts of README, LEEME and CONTRIBUTING that are printed from data, and the settings of each language's site."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TypedDict

from actionplan.language.languages import inheriting_settings
from actionplan.language.locale import Locale, locale
from actionplan.language.messages import msg
from actionplan.pages.contents import reserved_names
from scripts.cli.verbs import VERBS

MAP = "docs/architecture.toml"
"""Where the places of the repository are described and the rooms of the engine are put in order."""

RESERVED_NAMES = "actionplan/documents/reserved.txt"
"""Where the names are that no document may take, for those who read documents without knowing the pages."""

_LANGUAGES = {"README.md": "en", "LEEME.md": "es", "CONTRIBUTING.md": "en"}
_BLOCK = re.compile(r"(<!-- generated: (\w+) -->\n).*?(?=<!-- end -->)", re.DOTALL)
_PATH_WIDTH = 26
_HEADING = msg("| orden | qué hace |")


class MapEntry(TypedDict, total=False):
    """Describe a folder or file of the repository, in both languages; a room of the engine says what it may import."""

    path: str
    en: str
    es: str
    imports: list[str]


def paper_files(root: Path) -> dict[str, str]:
    """Return the papers with their printed parts made anew, and the sites' settings; nothing where there is no map."""
    if not (root / MAP).is_file():
        return {}
    places: list[MapEntry] = tomllib.loads((root / MAP).read_text("utf-8"))["places"]
    stages = _stages(places)
    files = {**inheriting_settings(), RESERVED_NAMES: "\n".join((*reserved_names(), ""))}
    for paper, code in _LANGUAGES.items():
        blocks = {"commands": _commands(locale(code)), "tree": _tree(places, code), "stages": stages}
        files[paper] = _filled((root / paper).read_text("utf-8"), blocks)
    return files


def _filled(paper: str, blocks: dict[str, str]) -> str:
    return _BLOCK.sub(lambda marked: marked[1] + blocks[marked[2]], paper)


def _commands(language: Locale) -> str:
    heading = language.translate(_HEADING)
    rows = (
        f"| `.venv/bin/plan {f'{name} {verb.example}'.strip()}` | {language.translate(verb.summary)} |\n"
        for name, verb in VERBS.items()
        if verb.example is not None
    )
    return f"{heading}\n|---|---|\n{''.join(rows)}"


def _tree(places: list[MapEntry], language: str) -> str:
    lines = (f"{place['path']:{_PATH_WIDTH}}{place['en' if language == 'en' else 'es']}\n" for place in places)
    return f"```text\n{''.join(lines)}```\n"


def _stages(places: list[MapEntry]) -> str:
    """Print the rooms from those that import nothing to those that import most, and what wires them together."""
    depths: dict[str, int] = {}
    for place in places:
        if "imports" in place:
            room = place["path"].split("/")[1].removesuffix(".py")
            depths[room] = 1 + max((depths[name] for name in place["imports"]), default=-1)
    stages = [
        ", ".join(room for room, depth in depths.items() if depth == stage) for stage in sorted({*depths.values()})
    ]
    return f"```text\n{' -> '.join([*stages, 'hooks, scripts'])}\n```\n"
