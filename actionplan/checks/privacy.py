"""No document holds the data of a person."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from actionplan.checks.personal_data import Trace, private_emails, traces
from actionplan.documents.values import Record, Sequence, Value
from actionplan.findings.finding import Finding, Place

if TYPE_CHECKING:
    from actionplan.documents.reader import Document
    from actionplan.model.common import DocumentPart
    from actionplan.model.plan import Entry, Plan

_NEW_LINE = re.compile("\n")


def check(plan: Plan) -> Iterator[Finding]:
    """Check for mail of persons; which domains are of institutions is the plan's to say."""
    find = partial(private_emails, institutional=plan.identity.rules.institutional_domains)
    for entry in plan.entries:
        yield from _found(entry.document, find)


def check_within(entry: Entry[DocumentPart]) -> Iterator[Finding]:
    """Check a document for the numbers that name or reach a person."""
    yield from _found(entry.document, traces)


def _found(document: Document, find: Callable[[str], Iterator[Trace]]) -> Iterator[Finding]:
    texts = _texts(document)
    # All at once first, since nearly every document holds nothing.
    if any(find("\n".join([text for text, _, _ in texts]))):
        for text, line, column in texts:
            for trace in find(text):
                yield _finding(trace, Place(document.path, line, column))
    body = document.body
    found = list(find(body.text))
    lines = [0, *(match.end() for match in _NEW_LINE.finditer(body.text))] if found else []
    for trace in found:
        line = bisect_right(lines, trace.offset) - 1
        yield _finding(trace, Place(document.path, body.first_line + line, trace.offset - lines[line] + 1))


def _finding(trace: Trace, place: Place) -> Finding:
    return trace.rule.at(place, kind=trace.kind, sample=trace.sample)


def _texts(document: Document) -> list[tuple[str, int, int]]:
    """Every text of the front matter, with its line and column."""
    found: list[tuple[str, int, int]] = []
    pending: list[Value] = [document.data]
    while pending:
        value = pending.pop()
        if isinstance(value, Record):
            pending.extend([member.value for member in value.members.values()])
        elif isinstance(value, Sequence):
            pending.extend(value.items)
        elif isinstance(value.value, str):
            found.append((value.value, value.line, value.column))
    return found
