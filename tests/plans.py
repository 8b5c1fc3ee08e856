"""Plans from a few lines of text, for tests that read as a specification."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sample import (
    ACTORS,
    COMMITMENT,
    COMMITMENT_PATH,
    PLAN,
    REPORT,
    REPORT_PATH,
    ROADMAP,
    ROADMAP_PATH,
    SOURCES,
    TREE,
    TREE_PATH,
    VALID,
    VERIFICATION,
    VERIFICATION_PATH,
)

from actionplan.documents import EntryKind, FileEntry
from actionplan.findings import Finding
from actionplan.loader import Loaded, load

__all__ = [
    "ACTORS",
    "COMMITMENT",
    "COMMITMENT_PATH",
    "PLAN",
    "REPORT",
    "REPORT_PATH",
    "ROADMAP",
    "ROADMAP_PATH",
    "SOURCES",
    "TREE",
    "TREE_PATH",
    "VALID",
    "VERIFICATION",
    "VERIFICATION_PATH",
    "MemoryTree",
    "changed",
    "codes",
    "findings_of",
    "loaded",
    "messages_of",
    "said",
    "with_file",
    "write",
]


class MemoryTree:
    """Files that exist only in the test."""

    def __init__(self, files: Mapping[str, str | bytes]) -> None:
        self.files = {path: text if isinstance(text, bytes) else text.encode() for path, text in files.items()}
        self.reads: list[str] = []

    def entries(self) -> tuple[FileEntry, ...]:
        return tuple(sorted(FileEntry(path, EntryKind.FILE, len(text)) for path, text in self.files.items()))

    def read(self, path: str) -> bytes:
        self.reads.append(path)
        return self.files[path]


def changed(path: str, *swaps: tuple[str, str], **files: str | bytes) -> dict[str, str | bytes]:
    """The valid plan with some text of one file swapped for another."""
    text = VALID[path]
    for old, new in swaps:
        assert old in text, f"{old!r} is not in {path}"
        text = text.replace(old, new, 1)
    return {**VALID, path: text, **files}


def loaded(files: Mapping[str, str | bytes] = VALID) -> Loaded:
    return load(MemoryTree(files))


def said(finding: Finding) -> str:
    """``path:line:col CODE``: enough to recognise a finding exactly."""
    return f"{finding.path}:{finding.line}:{finding.column} {finding.code}"


def with_file(path: str, text: str | bytes) -> dict[str, str | bytes]:
    """The valid plan with one file more, or another text for one of its files."""
    return {**VALID, path: text}


def findings_of(files: Mapping[str, str | bytes]) -> list[str]:
    return [said(finding) for finding in loaded(files).findings]


def codes(files: Mapping[str, str | bytes]) -> list[str]:
    """``line:column CODE`` of each finding, where all are about one file."""
    return [finding.partition(":")[2] for finding in findings_of(files)]


def messages_of(files: Mapping[str, str | bytes]) -> list[str]:
    """What is wrong and how to mend it, as people read it."""
    return [f"{finding.message()} {finding.fix()}" for finding in loaded(files).findings]


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Put files on disk below a root."""
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root
