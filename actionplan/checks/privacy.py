"""No document holds the data of a person."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from actionplan.checks.personal_data import Trace, private_emails, traces
from actionplan.findings.finding import Finding, Position

if TYPE_CHECKING:
    from actionplan.model.common import DocumentPart
    from actionplan.model.plan import Entry, Plan

_NEW_LINE = re.compile("\n")


def check(plan: Plan) -> Iterator[Finding]:
    """Check for mail of persons; which domains are of institutions is the plan's to say."""
    find = partial(private_emails, institutional=plan.identity.rules.institutional_domains)
    for entry in plan.entries:
        if entry.mentions(b"@"):
            yield from _found(entry, find)


def check_within(entry: Entry[DocumentPart]) -> Iterator[Finding]:
    """Check a document for the numbers that name or reach a person."""
    yield from _found(entry, traces)


def _found(entry: Entry[DocumentPart], find: Callable[[str], Iterator[Trace]]) -> Iterator[Finding]:
    # All at once first, since nearly every document holds nothing.
    if any(find(entry.all_texts)):
        for text in entry.texts:
            for trace in find(str(text.value)):
                yield _finding(trace, Position(entry.path, text.line, text.column))
    body = entry.body
    found = list(find(body.text))
    lines = [0, *(match.end() for match in _NEW_LINE.finditer(body.text))] if found else []
    for trace in found:
        line = bisect_right(lines, trace.offset) - 1
        yield _finding(trace, Position(entry.path, body.first_line + line, trace.offset - lines[line] + 1))


def _finding(trace: Trace, position: Position) -> Finding:
    return trace.rule.at(position, kind=trace.kind, sample=trace.sample)
