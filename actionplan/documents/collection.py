"""All documents of a tree: what is where, what cannot be read, and in which words it is written."""

from __future__ import annotations

import re
from functools import partial
from typing import NamedTuple, TypeAlias

from actionplan.documents.files import EntryKind, FileEntry, FileTree
from actionplan.documents.kinds import PLACES, Kind, is_evidence, is_text, kind_at
from actionplan.documents.memory import Memory
from actionplan.documents.reader import Document, oversize, read_document, unread
from actionplan.documents.values import Scalar, respelled
from actionplan.findings.finding import Finding, Place
from actionplan.findings.rules import form
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


Reading: TypeAlias = tuple[Document, list[Finding]]
"""A file as a document, and what is wrong with it."""


class Collection(NamedTuple):
    """The documents of a tree, its files, its key language and the findings so far."""

    documents: tuple[Document, ...]
    files: tuple[FileEntry, ...]
    keys: KeyLanguage
    findings: tuple[Finding, ...]


def read_all(tree: FileTree, memory: Memory[Reading] | None = None) -> Collection:
    """Read every document of a tree, each file once.

    Args:
        tree: The files.
        memory: Of readings before this one, whose files may be the same.
    """
    memory = memory or Memory()
    findings: list[Finding] = []
    files = tuple(entry for entry in tree.entries() if _is_usable(entry, findings))
    paths = {entry.path for entry in files}
    findings += [form.MISSING_FILE.at(Place(path), name=path) for path in _NEEDED if path not in paths]
    if not any(path.startswith("commitments/") for path in paths):
        findings.append(form.MISSING_FILE.at(Place("commitments"), name="commitments/"))
    documents: list[Document] = []
    # The settings come first: they say in which language all keys are written.
    keys = SPANISH
    for entry in sorted(files, key=lambda entry: (entry.path != _PLAN_FILE, entry.path)):
        kind = kind_at(entry.path)
        if kind is None:
            findings += _stray(entry)
            continue
        document, found = _read(tree, entry, kind, keys, memory)
        findings += found
        if kind is Kind.PLAN and (declared := _declared_keys(document)) is not keys:
            keys = declared
            document = document._replace(data=respelled(document.data, keys.english))
        documents.append(document)
    return Collection(tuple(documents), files, keys, tuple(findings))


def _read(tree: FileTree, entry: FileEntry, kind: Kind, keys: KeyLanguage, memory: Memory[Reading]) -> Reading:
    refusal = oversize(entry.path, entry.size)
    if refusal is None:
        try:
            content = tree.read(entry.path)
        except OSError:
            refusal = form.NOT_A_FILE.at(Place(entry.path), kind=_UNREADABLE)
        else:
            read = partial(read_document, entry.path, kind, content, keys)
            return memory.recall(entry.path, (content, keys), read)
    return unread(entry.path, kind), [refusal]


def _declared_keys(document: Document) -> KeyLanguage:
    """The key language of the settings, looked for under either spelling."""
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
        findings.append(form.BAD_FILE_NAME.at(Place(shown), problem=_NAME_PROBLEM))
        return False
    if entry.kind is not EntryKind.FILE:
        findings.append(form.NOT_A_FILE.at(Place(entry.path), kind=_KIND_NAMES[entry.kind]))
        return False
    return not name.startswith(".")


def _stray(entry: FileEntry) -> list[Finding]:
    if is_evidence(entry.path) or not is_text(entry.path):
        return []
    places = ", ".join(example for _, example, _ in PLACES)
    return [form.OUT_OF_PLACE.at(Place(entry.path), places=places)]
