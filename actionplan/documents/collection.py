"""All files of a tree: which should be documents, which cannot be, and in which words they are written."""

from __future__ import annotations

import re
from typing import NamedTuple

from actionplan.documents import form_rules
from actionplan.documents.files import EntryKind, FileEntry, FileTree
from actionplan.documents.kinds import LAYOUT, Kind, is_evidence, is_text, kind_at
from actionplan.documents.reader import Document, SourceFile, oversize, read_document, unread
from actionplan.documents.values import Scalar
from actionplan.findings import Finding, Position
from actionplan.language.keys import KEY_LANGUAGES, SPANISH, KeyLanguage
from actionplan.language.messages import msg

_PLAN_FILE = "plan/plan.yml"
_NEEDED = (_PLAN_FILE, "plan/actores.yml", "plan/fuentes.yml")
_UNREADABLE = msg("algo que no se deja leer")
_KIND_NAMES = {
    EntryKind.LINK: msg("un enlace simbólico"),
    EntryKind.OTHER: msg("un dispositivo o una tubería"),
    EntryKind.CLOSED: _UNREADABLE,
}
_UNDECODED = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_NAME_PROBLEM = msg("tiene caracteres de control o que no son UTF-8")


class Collection(NamedTuple):
    """Hold what a tree holds.

    Attributes:
        source_files: The files that should be documents, by path.
        closed: Those that are too big or do not let themselves be read.
        files: Every file.
        keys: How the plan spells its keys.
        findings: What is wrong with files as such.
    """

    source_files: tuple[SourceFile, ...]
    closed: tuple[Document, ...]
    files: tuple[FileEntry, ...]
    keys: KeyLanguage
    findings: tuple[Finding, ...]


def collect(tree: FileTree) -> Collection:
    """Take every file of a tree that should be a document, each once."""
    findings: list[Finding] = []
    files = tuple(entry for entry in tree.entries() if _is_usable(entry, findings))
    paths = {entry.path for entry in files}
    findings += [form_rules.MISSING_FILE.at(Position(path), name=path) for path in _NEEDED if path not in paths]
    if not any(path.startswith("commitments/") for path in paths):
        findings.append(form_rules.MISSING_FILE.at(Position("commitments"), name="commitments/"))
    source_files: list[SourceFile] = []
    closed: list[Document] = []
    # The settings come first: they say in which language all keys are written.
    keys = SPANISH
    for entry in sorted(files, key=lambda entry: (entry.path != _PLAN_FILE, entry.path)):
        kind = kind_at(entry.path)
        if kind is None:
            findings += _stray(entry)
            continue
        content = _content(tree, entry)
        if isinstance(content, Finding):
            closed.append(unread(entry.path, kind))
            findings.append(content)
            continue
        if kind is Kind.PLAN:
            keys = _declared_keys(read_document(entry.path, kind, content, keys)[0])
        source_files.append(SourceFile(entry.path, kind, content, keys))
    return Collection(
        tuple(sorted(source_files, key=lambda source_file: source_file.path)),
        tuple(closed),
        files,
        keys,
        tuple(findings),
    )


def _content(tree: FileTree, entry: FileEntry) -> bytes | Finding:
    """Return the bytes of a file, or why they are not to be had."""
    refusal = oversize(entry.path, entry.size)
    if refusal is not None:
        return refusal
    try:
        return tree.read(entry.path)
    except OSError:
        return form_rules.NOT_A_FILE.at(Position(entry.path), kind=_UNREADABLE)


def _declared_keys(document: Document) -> KeyLanguage:
    """Return the key language of the settings, looked for under either spelling."""
    for keys in KEY_LANGUAGES.values():
        spelled = keys.author("key_language")
        for member in document.data.members.values():
            if member.spelling == spelled and isinstance(member.value, Scalar):
                return KEY_LANGUAGES.get(str(member.value.value), SPANISH)
    return SPANISH


def _is_usable(entry: FileEntry, findings: list[Finding]) -> bool:
    name = entry.path.rpartition("/")[2]
    if _UNDECODED.search(entry.path):
        shown = entry.path.encode("utf-8", "backslashreplace").decode()
        findings.append(form_rules.BAD_FILE_NAME.at(Position(shown), problem=_NAME_PROBLEM))
        return False
    if entry.kind is not EntryKind.FILE:
        findings.append(form_rules.NOT_A_FILE.at(Position(entry.path), kind=_KIND_NAMES[entry.kind]))
        return False
    return not name.startswith(".")


def _stray(entry: FileEntry) -> list[Finding]:
    if is_evidence(entry.path) or not is_text(entry.path):
        return []
    places = ", ".join(example for _, example, _ in LAYOUT)
    return [form_rules.OUT_OF_PLACE.at(Position(entry.path), places=places)]
