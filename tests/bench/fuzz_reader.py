"""Fuzzing guided by coverage: bytes into reading, typing and checking one document; only findings may come out.

It needs atheris, which is no dependency of the project, in an environment of its own or in this one::

    .venv/bin/pip install atheris
    cd tests && PYTHONPATH=.. ../.venv/bin/python -m bench.fuzz_reader -max_total_time=120 -max_len=4096 CORPUS

``CORPUS`` is a folder for what it finds worth keeping; put some real documents there to begin with. The first byte
of an input chooses the kind of document. What it cannot bear is written to a file ``crash-...`` that is an argument
for the next run, and belongs in a test.
"""

from __future__ import annotations

import sys

import atheris  # type: ignore[import-untyped]  # no dependency of ours

with atheris.instrument_imports(include=["actionplan"]):
    from actionplan.documents import Kind, SourceFile
    from actionplan.documents.reader import MAX_FILE
    from actionplan.language.keys import SPANISH
    from actionplan.language.messages import spanish
    from actionplan.model import from_cached, to_cached, typed
    from actionplan.rules import check_document
    from actionplan.rules.reports import REPORTS

KINDS = tuple(Kind)


def check(data: bytes) -> None:
    """Read, type and check one document, and report on it."""
    if not data or len(data) > MAX_FILE:
        return
    source_file = SourceFile("plan/x.md", KINDS[data[0] % len(KINDS)], data[1:], SPANISH)
    entry, findings = typed(source_file)
    if entry:
        findings = (*findings, *check_document(entry))
        if entry.is_whole and repr(from_cached(source_file, to_cached(entry)).model) != repr(entry.model):
            raise AssertionError("kept and read are not the same")
    last = data[1:].replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    if not all(1 <= finding.line <= last and finding.column >= 1 for finding in findings):
        raise AssertionError(findings)
    for report in REPORTS.values():
        report(findings, spanish)


if __name__ == "__main__":
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()
