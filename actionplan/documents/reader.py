"""Bytes into a document: encoding, front matter, values and body, with findings instead of exceptions."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from actionplan.documents import form_rules, front_matter_rules
from actionplan.documents.body import Body, read_body
from actionplan.documents.comments import comment_lines
from actionplan.documents.kinds import Kind
from actionplan.documents.values import Gap, Record, Scalar, Step, Value, every_value, find
from actionplan.documents.yamltext import YamlReader
from actionplan.findings import Finding, Position
from actionplan.language.keys import KeyLanguage

MAX_FILE = 256 * 1024
MAX_FRONT_MATTER = 64 * 1024

_OPENING = re.compile(r"---[^\S\n]*(?=\n|\Z)")
_CLOSING = re.compile(r"\n---[^\S\n]*(?=\n|\Z)")
# Control characters but tab and line feed; separators that some editors treat as a new line; bidirectional
# overrides and characters of no width, which hide text; code points that are no characters.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
# What git leaves where two sides changed the same lines, and where each of them begins and ends.
_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)


class SourceFile(NamedTuple):
    """Represent one file that should be a document, and how its plan spells its keys."""

    path: str
    kind: Kind
    content: bytes
    keys: KeyLanguage


class Document(NamedTuple):
    """Represent one file, read.

    Attributes:
        path: From the root, with ``/``.
        kind: What its place says it is.
        data: The front matter; empty if it could not be read.
        body: The prose after it.
        readable: Whether the data stand for what the author wrote.
        gaps: Entries whose value could not be taken, by their keys as spelled; each has a finding.
    """

    path: str
    kind: Kind
    data: Record
    body: Body
    readable: bool
    gaps: frozenset[Gap] = frozenset()

    def position(self, *steps: Step, key: bool = False) -> Position:
        """Return the place of a value (or of its key), or of the nearest thing above it that is there."""
        found = find(self.data, steps, key=key)
        return Position(self.path, found.line, found.column)

    def spelling(self, *steps: Step) -> str:
        """Return how the author spelled the last key on the way."""
        return find(self.data, steps).spelling


def read_document(path: str, kind: Kind, content: bytes, keys: KeyLanguage) -> tuple[Document, list[Finding]]:
    """Read one file.

    Args:
        path: From the root, for findings.
        kind: What belongs there.
        content: The file's bytes.
        keys: How the plan spells its keys.
    """
    findings: list[Finding] = []
    text = _decode(path, content, findings)
    if text is None:
        return unread(path, kind), findings
    front, first_line, body = _split(path, kind, text, findings)
    if front is None:
        return unread(path, kind), findings
    if _over(path, first_line, len(front.encode()), MAX_FRONT_MATTER, findings):
        return unread(path, kind), findings
    reader = YamlReader(path, first_line - 1, keys.english, keys.author("unavailable"))
    value = reader.read(front)
    findings += reader.findings
    if not isinstance(value, Record):
        if not findings:
            position = Position(path, first_line)
            findings.append(front_matter_rules.NOT_A_RECORD.at(position, key=keys.author("kind")))
        return unread(path, kind), findings
    if "\\" in front:
        _refuse_hidden(path, value, findings)
    if "\t" in front and not findings:
        # One program takes it for a blank, another refuses the file; in prose it does no harm.
        lines_with_tab = ((number, line) for number, line in enumerate(front.split("\n"), first_line) if "\t" in line)
        findings += [_hidden_at(Position(path, number, line.index("\t") + 1), "\t") for number, line in lines_with_tab]
    if not kind.is_settings and (lines := comment_lines(front)):  # settings may name their schema in one
        findings.append(form_rules.COMMENT.at(Position(path, first_line - 1 + lines[0])))
    return Document(path, kind, value, body, readable=True, gaps=frozenset(reader.gaps)), findings


def read_prose(source_file: SourceFile) -> Body:
    """Return the body of a file of which the front matter is not wanted."""
    text = _decode(source_file.path, source_file.content, [])
    return _split(source_file.path, source_file.kind, text or "", [])[2]


def oversize(path: str, size: int) -> Finding | None:
    """Return the finding that a file is too big to be read at all, if it is; sizes in bytes."""
    findings: list[Finding] = []
    return findings[0] if _over(path, 1, size, MAX_FILE, findings) else None


def _over(path: str, line: int, size: int, limit: int, findings: list[Finding]) -> bool:
    if size <= limit:
        return False
    findings.append(form_rules.TOO_BIG.at(Position(path, line), size=size, limit=limit))
    return True


def unread(path: str, kind: Kind) -> Document:
    """Stand for a file that is there and cannot be understood."""
    return Document(path, kind, Record({}, 1, 1), Body("", 1, ()), readable=False)


def _decode(path: str, content: bytes, findings: list[Finding]) -> str | None:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8")) + 1
        findings.append(form_rules.NOT_UTF8.at(Position(path, line, column), byte=f"0x{content[error.start]:02x}"))
        return None
    text = text.removeprefix("\ufeff")  # some editors sign their files; it says nothing
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    hidden = _HIDDEN.search(text)
    if hidden is None:
        mark = _CONFLICT.search(text)
        if mark is None:
            return text
        findings.append(form_rules.CONFLICT.at(Position(path, *_line_and_column(text, mark.start()))))
        return None
    findings.append(_hidden_at(Position(path, *_line_and_column(text, hidden.start())), hidden.group()))
    return None


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _hidden_at(position: Position, character: str) -> Finding:
    name = unicodedata.name(character, "")
    return form_rules.CONTROL_CHARACTER.at(position, character=f"U+{ord(character):04X} {name}".strip())


def _split(path: str, kind: Kind, text: str, findings: list[Finding]) -> tuple[str | None, int, Body]:
    """Part front matter from body; also the line where the front matter begins."""
    if kind.is_settings:
        if text.strip():
            return text, 1, Body("", 1, ())
        findings.append(form_rules.NO_FRONT_MATTER.at(Position(path)))
        return None, 1, Body("", 1, ())
    opening = _OPENING.match(text)
    if opening is None:
        findings.append(form_rules.NO_FRONT_MATTER.at(Position(path)))
        return None, 1, Body("", 1, ())
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        findings.append(form_rules.FRONT_MATTER_OPEN.at(Position(path)))
        return None, 1, Body("", 1, ())
    front, body = text[opening.end() + 1 : closing.start() + 1], text[closing.end() + 1 :]
    return front or "\n", 2, read_body(body, front.count("\n") + 3)


def _refuse_hidden(path: str, root: Value, findings: list[Finding]) -> None:
    """Look again inside the values: double quotes may write a hidden character as an escape."""
    texts = (it for it in every_value(root) if isinstance(it, Scalar) and isinstance(it.value, str))
    hidden = ((text, _HIDDEN.search(str(text.value))) for text in texts)
    findings += [_hidden_at(Position(path, text.line, text.column), sign.group()) for text, sign in hidden if sign]
