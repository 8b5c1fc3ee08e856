"""YAML into values in one pass over libyaml's events.

Values are built straight from the events, with a stack of our own: nothing recurses, so no input can
exhaust the interpreter's stack, and what we refuse is refused before anything is built from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

import yaml

from actionplan.documents.scalars import AmbiguousScalarError, read_plain
from actionplan.documents.values import Member, Record, Scalar, Sequence, Value
from actionplan.findings.finding import Finding, Place
from actionplan.findings.rules import form
from actionplan.language.messages import msg

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_DEPTH = 32

_ANCHOR = msg("un ancla («&nombre»)")
_ALIAS = msg("una referencia («*nombre»)")
_TAG = msg("una etiqueta («!tipo»)")
_MERGE = msg("una mezcla («<<»)")
_DOCUMENTS = msg("más de un documento en el archivo")


class _Mark(Protocol):
    """Where libyaml, or PyYAML without it, saw something; both from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


class _Stop(Exception):  # noqa: N818 - a way out of the loop, not an error
    """Nothing after this can be understood."""


class _Open(NamedTuple):
    """A list or record whose end has not come yet."""

    value: Sequence | Record
    key: list[yaml.ScalarEvent]  # the key that waits for its value: none or one


class YamlReader:
    """Reads one text; an instance serves once.

    Args:
        path: The file, for findings.
        offset: Lines before the text in the file.
        english: Turns an author's key into the model's name.
        absences: How the author's language spells the list of absences, for messages.
    """

    def __init__(self, path: str, offset: int, english: Callable[[str], str], absences: str) -> None:
        self.findings: list[Finding] = []
        self._path = path
        self._offset = offset
        self._english = english
        self._absences = absences
        self._stack: list[_Open] = []
        self._root: Value | None = None
        self._documents = 0

    def read(self, text: str) -> Value | None:
        """Build the values of the text; what is wrong goes to ``findings``."""
        try:
            for event in yaml.parse(text, Loader=yaml.CSafeLoader):
                self._take(event)
        except _Stop:
            return None
        except yaml.MarkedYAMLError as error:
            place = self._place(error.problem_mark or error.context_mark)
            self.findings.append(form.SYNTAX.at(place, problem=error.problem or "YAML"))
            return None
        except (yaml.YAMLError, ValueError) as error:
            self.findings.append(form.SYNTAX.at(Place(self._path, self._offset + 1), problem=type(error).__name__))
            return None
        return self._root

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_features(event)
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent):
            self._refuse_features(event)
            self._open(Record({}, *self._at(event.start_mark)))
        elif isinstance(event, yaml.SequenceStartEvent):
            self._refuse_features(event)
            self._open(Sequence([], *self._at(event.start_mark)))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._stack.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._refuse(event, _ALIAS)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._refuse(event, _DOCUMENTS)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if self._stack and isinstance(self._stack[-1].value, Record) and not self._stack[-1].key:
            self._stack[-1].key.append(event)
            return
        line, column = self._at(event.start_mark)
        value: Value | None = None
        if event.style in (None, ""):
            try:
                reading = read_plain(event.value)
            except AmbiguousScalarError:
                self.findings.append(form.AMBIGUOUS.at(Place(self._path, line, column), value=event.value))
                reading = event.value
        else:
            reading = event.value or None
        if reading is None:
            self._report_empty(line, column)
        else:
            value = Scalar(reading, line, column)
        self._add(value)

    def _open(self, value: Sequence | Record) -> None:
        place = Place(self._path, value.line, value.column)
        if len(self._stack) >= MAX_DEPTH:
            self.findings.append(form.TOO_DEEP.at(place, limit=MAX_DEPTH))
            raise _Stop
        if self._stack and isinstance(self._stack[-1].value, Record) and not self._stack[-1].key:
            self.findings.append(form.KEY_NOT_TEXT.at(place))
            raise _Stop
        self._add(value)
        self._stack.append(_Open(value, []))

    def _add(self, value: Value | None) -> None:
        """Put a finished or just opened value where it belongs; None leaves a hole that was reported."""
        if not self._stack:
            self._root = value
            return
        parent = self._stack[-1]
        if isinstance(parent.value, Sequence):
            if value is not None:
                parent.value.items.append(value)
            return
        key = parent.key.pop()
        if value is not None:
            self._add_member(parent.value, key, value)

    def _add_member(self, record: Record, key: yaml.ScalarEvent, value: Value) -> None:
        line, column = self._at(key.start_mark)
        if key.value == "<<" and key.style in (None, ""):
            self._refuse(key, _MERGE)
        name = self._english(key.value)
        if name in record.members:
            place = Place(self._path, line, column)
            first = record.members[name].line
            self.findings.append(form.DUPLICATE_KEY.at(place, key=key.value, first=first))
        else:
            record.members[name] = Member(key.value, line, column, value)

    def _report_empty(self, line: int, column: int) -> None:
        key = self._stack[-1].key if self._stack else []
        spelling = key[0].value if key else "-"
        if key:
            line, column = self._at(key[0].start_mark)
        place = Place(self._path, line, column)
        self.findings.append(form.EMPTY_VALUE.at(place, key=spelling, absences=self._absences))

    def _refuse_features(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            self._refuse(event, _ANCHOR)
        if getattr(event, "tag", None) is not None:
            self._refuse(event, _TAG)

    def _refuse(self, event: yaml.Event, feature: str) -> None:
        self.findings.append(form.YAML_FEATURE.at(self._place(event.start_mark), feature=feature))
        raise _Stop

    def _at(self, mark: _Mark | None) -> tuple[int, int]:
        return (mark.line + 1 + self._offset, mark.column + 1) if mark else (self._offset + 1, 1)

    def _place(self, mark: _Mark | None) -> Place:
        return Place(self._path, *self._at(mark))
