"""What was made of each file the last time, kept between runs: outside of the plan, and as text that runs nothing.

A proposal holds files of the plan and nothing else, so nothing that it brings can be taken for what is kept here; and
what is kept is data that is validated again. Whatever is not as it was left is passed over, and made again.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import pydantic
import yaml

from actionplan.documents.files import write_whole
from actionplan.documents.reader import SourceFile
from actionplan.findings import Finding, Severity
from actionplan.language.messages import Ours

_ENGINE = Path(__file__).parents[1]
_STAGES = ("text", "language", "findings", "documents", "model", "rules")
"""The stages that have a say in what a file says by itself."""

_MOST = 16
"""Plans that are remembered; those that were checked least recently are forgotten."""

_PRIVATE = 0o700


class CachedEntry(NamedTuple):
    """Hold what a file said by itself: its front matter as JSON, and what is wrong with it."""

    data: bytes
    findings: tuple[Finding, ...]


class ParseCache:
    """Hold what is kept of one plan; reading and writing it never fails, it only helps or does not.

    Args:
        file: Where; nothing is kept if None.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._before = _read(file) if file else {}
        self._now: dict[str, bytes] = {}

    @property
    def is_open(self) -> bool:
        """Tell whether anything is kept at all."""
        return self._file is not None

    def find(self, source_file: SourceFile) -> CachedEntry | None:
        """Return what was kept of a file, if it is the same to the last byte."""
        line = self._before.get(source_file.path)
        if line is None:
            return None
        try:
            _, digest, findings, data = line.split(b"\t")
            if digest != _digest(source_file):
                return None
            kept = CachedEntry(data, tuple(map(_finding, json.loads(findings))) if findings != b"[]" else ())
        except (ValueError, TypeError):
            return None
        self._now[source_file.path] = line
        return kept

    def keep(self, source_file: SourceFile, kept: CachedEntry) -> None:
        """Keep what was made of a file."""
        findings = json.dumps([_row(finding) for finding in kept.findings]).encode()
        self._now[source_file.path] = b"\t".join((source_file.path.encode(), _digest(source_file), findings, kept.data))

    def save(self) -> None:
        """Write what is kept of the files that there are now, if that has changed."""
        if self._file and self._now != self._before:
            with suppress(OSError):
                _write(self._file, self._now)


def parse_cache_of(root: Path) -> ParseCache:
    """Return the parse cache of the plan below a root, in the folder that the system has for such things.

    Nothing is kept if that folder is within the plan, or others than its owner may write to it.
    """
    try:
        root = root.resolve()
        base = os.environ.get("XDG_CACHE_HOME", "")
        folder = (Path(base) if Path(base).is_absolute() else Path.home() / ".cache").resolve() / "actionplan"
        if folder.is_relative_to(root):
            return ParseCache()
        folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
        status = folder.lstat()
        if folder.is_symlink() or status.st_uid != os.getuid() or status.st_mode & 0o077:
            return ParseCache()
        return ParseCache(folder / f"{sha256(os.fsencode(root)).hexdigest()[:32]}.kept")
    except (OSError, RuntimeError, AttributeError):  # no such folder, no home, a system without owners
        return ParseCache()


def _digest(source_file: SourceFile) -> bytes:
    return sha256(source_file.keys.code.encode() + b"\n" + source_file.content).hexdigest().encode()


def _row(finding: Finding) -> list[object]:
    values = [(name, value, isinstance(value, Ours)) for name, value in finding.values]
    return [*finding[:-1], values]


def _finding(fields: list[Any]) -> Finding:
    finding = Finding(*fields)
    values = tuple((name, Ours(value) if is_ours else value) for name, value, is_ours in fields[-1])
    return finding._replace(severity=Severity(finding.severity), values=values)


def _read(file: Path) -> dict[str, bytes]:
    """Return lines by path; none if they were written by another engine, or are not as they were written."""
    try:
        head, _, rest = file.read_bytes().partition(b"\n")
        if head != _head(rest):
            return {}
        return {line.partition(b"\t")[0].decode(): line for line in rest.split(b"\n")}
    except (OSError, ValueError):
        return {}


def _write(file: Path, lines: dict[str, bytes]) -> None:
    rest = b"\n".join(lines.values())
    write_whole(file, _head(rest) + b"\n" + rest)
    by_age = sorted(file.parent.iterdir(), key=lambda other: other.stat().st_mtime_ns)
    for other in by_age[:-_MOST]:
        other.unlink()


def _head(rest: bytes) -> bytes:
    """Return what the first line must say: who wrote the others, and their checksum."""
    return f"{_engine()} {sha256(rest).hexdigest()}".encode()


def _engine() -> str:
    """Return what decides on what a file says: its own text, and the versions of its libraries."""
    found = sha256(f"{sys.version}\n{pydantic.VERSION}\n{yaml.__version__}".encode())
    for path in sorted(path for stage in _STAGES for path in (_ENGINE / stage).rglob("*.py")):
        found.update(path.read_bytes())
    return found.hexdigest()
