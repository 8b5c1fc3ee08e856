"""Repairs one after another, each kept only if the plan is the better for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from typing import NamedTuple

from actionplan.documents import FileTree, Overlay, form_rules, front_matter_rules
from actionplan.findings import Finding
from actionplan.loader import Caches, Loaded, load
from actionplan.repairs.repair import repair_of

_CLOSED = frozenset({form_rules.CONTROL_CHARACTER.code, front_matter_rules.SYNTAX.code})
"""Findings that keep the rest of their file from being read: behind them others may come to light."""


class Mended(NamedTuple):
    """Represent a line that was repaired, for which finding."""

    finding: Finding
    before: str
    after: str


class Mending(NamedTuple):
    """Hold what came of it: the repairs in order, the new text of each file that changed, and what is left."""

    repairs: tuple[Mended, ...]
    files: dict[str, str]
    loaded: Loaded


def mend(tree: FileTree, paths: Collection[str] | None = None) -> Mending:
    """Repair what can be repaired without asking; nothing is written.

    Args:
        tree: The plan.
        paths: The only files to repair; all of them if None.
    """
    overlay, caches = Overlay(tree, {}), Caches()
    loaded = load(overlay, caches)
    repairs: list[Mended] = []
    refused: set[tuple[str, int, str]] = set()
    while True:
        tried = next(_attempts(overlay, loaded, paths, refused), None)
        if tried is None:
            return Mending(tuple(repairs), {path: text.decode() for path, text in overlay.files.items()}, loaded)
        finding = tried.finding
        kept = overlay.files.get(finding.path)
        overlay.files[finding.path] = _with_line(overlay.read(finding.path), finding.line, tried.after)
        after = load(overlay, caches)
        if _is_better(finding, loaded, after):
            repairs.append(tried)
            loaded = after
            continue
        refused.add((finding.path, finding.line, finding.code))
        if kept is None:
            del overlay.files[finding.path]
        else:
            overlay.files[finding.path] = kept


def _attempts(
    tree: FileTree, loaded: Loaded, paths: Collection[str] | None, refused: Collection[tuple[str, int, str]]
) -> Iterator[Mended]:
    for finding in loaded.findings:
        wanted = paths is None or finding.path in paths
        if not wanted or (finding.path, finding.line, finding.code) in refused:
            continue
        try:
            lines = tree.read(finding.path).decode().split("\n")
        except (OSError, UnicodeDecodeError):
            continue
        line = lines[finding.line - 1] if finding.line <= len(lines) else ""
        after = repair_of(finding, line)
        if after is not None:
            yield Mended(finding, line, after)


def _with_line(content: bytes, number: int, line: str) -> bytes:
    lines = content.decode().split("\n")
    lines[number - 1] = line
    return "\n".join(lines).encode()


def _is_better(finding: Finding, before: Loaded, after: Loaded) -> bool:
    """Tell whether a finding went and none came; one that hid the rest of its file may give way to any further down."""
    old, new = (Counter((item.path, item.code) for item in loaded.findings) for loaded in (before, after))
    if finding.code in _CLOSED:
        here = [item for item in after.findings if item.path == finding.path]
        return all(item.code not in _CLOSED or item.line > finding.line for item in here)
    return new.total() < old.total() and not new - old
