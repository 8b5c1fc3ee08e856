"""YAML into values in one pass over libyaml's events.

Values are built straight from the events, with a stack of our own: nothing recurses, so no input can
exhaust the interpreter's stack, and what we refuse is refused before anything is built from it.
"""

from collections.abc import Callable
from typing import Protocol

import yaml
from yaml import CollectionEndEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent

from actionplan.documents import front_matter_rules
from actionplan.documents.problems import in_words
from actionplan.documents.scalars import AmbiguousScalarError, Reading, read_plain
from actionplan.documents.values import Gap, Member, Record, Scalar, Sequence, Value
from actionplan.findings import Finding, Position
from actionplan.language.messages import msg

MAX_DEPTH = 32

_ANCHOR = msg("un ancla («&nombre»)")
_ALIAS = msg("una referencia («*nombre»)")
_TAG = msg("una etiqueta («!tipo»)")
_MERGE = msg("una mezcla («<<»)")
_DOCUMENTS = msg("más de un documento en el archivo")


class _Mark(Protocol):
    """Say where libyaml, or PyYAML without it, saw something; both from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


class _Stop(Exception):  # noqa: N818 - a way out of the loop, not an error
    """Report that nothing after this can be understood."""


class _Open:
    """Represent a list or record whose end has not come yet, and the key that waits for its value.

    Args:
        value: The list or record.
        spelling: The key that leads to it in the nearest record, empty for the root.
    """

    __slots__ = ("is_record", "key", "spelling", "value")

    def __init__(self, value: Sequence | Record, spelling: str) -> None:
        self.value = value
        self.spelling = spelling
        self.is_record = isinstance(value, Record)
        self.key: ScalarEvent | None = None

    @property
    def next_spelling(self) -> str:
        """Return the key under which the value that comes now will stand."""
        return self.spelling if self.key is None else self.key.value


class YamlReader:
    """Read one text; an instance serves once.

    Args:
        path: The file, for findings.
        offset: Lines before the text in the file.
        english: Turns an author's key into the model's name.
        absences: How the author's language spells the list of absences, for messages.
    """

    def __init__(self, path: str, offset: int, english: Callable[[str], str], absences: str) -> None:
        self.findings: list[Finding] = []
        self.gaps: set[Gap] = set()
        self._path = path
        self._offset = offset
        self._english = english
        self._absences = absences
        self._stack: list[_Open] = []
        self._root: Value | None = None
        self._documents = 0

    def read(self, text: str) -> Value | None:
        """Build the values of the text; what is wrong goes to ``findings`` and leaves a gap."""
        try:
            next_event = yaml.CSafeLoader(text).get_event
            while (event := next_event()) is not None:
                self._take(event)
        except _Stop:
            return None
        except yaml.MarkedYAMLError as error:
            position = self._position(error.problem_mark or error.context_mark)
            last = self._offset + text.rstrip("\n").count("\n") + 1  # what is not closed ends after the last line
            position = position._replace(line=min(position.line, last))
            self.findings.append(front_matter_rules.SYNTAX.at(position, problem=in_words(error.problem)))
            return None
        except (yaml.YAMLError, ValueError):
            self.findings.append(
                front_matter_rules.SYNTAX.at(Position(self._path, self._offset + 1), problem=in_words(None))
            )
            return None
        return self._root

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, ScalarEvent):
            self._scalar(event)
        elif isinstance(event, CollectionEndEvent):
            self._stack.pop()
        elif isinstance(event, MappingStartEvent):
            self._open(Record({}, *self._at(event.start_mark)), event)
        elif isinstance(event, SequenceStartEvent):
            self._open(Sequence([], *self._at(event.start_mark)), event)
        elif isinstance(event, yaml.AliasEvent):
            self._refuse(event, _ALIAS)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._refuse(event, _DOCUMENTS)

    def _scalar(self, event: ScalarEvent) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse(event, _TAG if event.anchor is None else _ANCHOR)
        parent = self._stack[-1] if self._stack else None
        if parent is not None and parent.is_record and parent.key is None:
            parent.key = event
            return
        line, column = self._at(event.start_mark)
        text = event.value
        reading: Reading = text or None
        try:
            if not event.style:
                reading = read_plain(text)
            if reading is None:
                self._report_empty(parent, line, column)
        except AmbiguousScalarError:
            self.findings.append(front_matter_rules.AMBIGUOUS.at(Position(self._path, line, column), value=text))
            reading = None
        if reading is None:
            self._leave_gap()
        self._add(None if reading is None else Scalar(reading, line, column))

    def _open(self, value: Sequence | Record, event: MappingStartEvent | SequenceStartEvent) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse(event, _TAG if event.anchor is None else _ANCHOR)
        position = Position(self._path, value.line, value.column)
        if len(self._stack) >= MAX_DEPTH:
            self.findings.append(front_matter_rules.TOO_DEEP.at(position, limit=MAX_DEPTH))
            raise _Stop
        parent = self._stack[-1] if self._stack else None
        if parent is not None and parent.is_record and parent.key is None:
            self.findings.append(front_matter_rules.KEY_NOT_TEXT.at(position))
            raise _Stop
        spelling = "" if parent is None else parent.next_spelling
        self._add(value)
        self._stack.append(_Open(value, spelling))

    def _add(self, value: Value | None) -> None:
        """Put a finished or just opened value where it belongs; None leaves a hole that was reported."""
        if not self._stack:
            self._root = value
            return
        parent = self._stack[-1]
        key, parent.key = parent.key, None
        if value is None:
            return
        if isinstance(parent.value, Sequence):
            parent.value.items.append(value)
        elif key is not None:
            self._add_member(parent.value, key, value)

    def _add_member(self, record: Record, key: ScalarEvent, value: Value) -> None:
        if key.value == "<<" and not key.style:
            self._refuse(key, _MERGE)
        line, column = self._at(key.start_mark)
        name = self._english(key.value)
        if name in record.members:
            position = Position(self._path, line, column)
            first = record.members[name].line
            self.findings.append(front_matter_rules.DUPLICATE_KEY.at(position, key=key.value, first=first))
        else:
            record.members[name] = Member(key.value, line, column, value)

    def _leave_gap(self) -> None:
        """Remember that the value which comes now was there, so that nobody says that it is missing."""
        record = next((item.value for item in reversed(self._stack) if item.is_record), None)
        if record is not None:
            self.gaps.add(Gap(record.line, record.column, self._stack[-1].next_spelling))

    def _report_empty(self, parent: _Open | None, line: int, column: int) -> None:
        key = parent.key if parent else None
        if key is not None:
            line, column = self._at(key.start_mark)
        spelling = key.value if key is not None else "-"
        position = Position(self._path, line, column)
        self.findings.append(front_matter_rules.EMPTY_VALUE.at(position, key=spelling, absences=self._absences))

    def _refuse(self, event: yaml.Event, feature: str) -> None:
        self.findings.append(front_matter_rules.YAML_FEATURE.at(self._position(event.start_mark), feature=feature))
        raise _Stop

    def _at(self, mark: _Mark | None) -> tuple[int, int]:
        return (mark.line + 1 + self._offset, mark.column + 1) if mark else (self._offset + 1, 1)

    def _position(self, mark: _Mark | None) -> Position:
        return Position(self._path, *self._at(mark))
