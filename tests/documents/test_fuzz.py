"""Real documents, mangled: whatever comes of them, reading and typing only find, each thing on a line that is there."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actionplan.documents import SourceFile, WorkingTree, collect
from actionplan.language.messages import spanish
from actionplan.model import from_cached, to_cached, typed
from actionplan.rules import check_document
from actionplan.rules.reports import REPORTS

SHEETS = collect(WorkingTree(Path(__file__).parents[2])).source_files
WILD = settings(max_examples=250, suppress_health_check=[HealthCheck.too_slow])

BYTES = st.one_of(
    st.binary(max_size=4),
    st.sampled_from([b'"', b"'", b"\\", b"\n", b"\t", b"  ", b": ", b"- ", b"---\n", b"#", b"&a ", b"*a", b"!!str "]),
    st.sampled_from(
        [b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\x00", b"\x1b", "\u202e".encode(), b"\r", b"|\n", b">"]
    ),
)


@st.composite
def mangled(draw: st.DrawFn) -> SourceFile:
    """A real document with a few stretches of bytes replaced, by others of its own or by what hurts."""
    source_file = draw(st.sampled_from(SHEETS))
    content = source_file.content
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 40)))
        source = draw(st.integers(0, len(content)))
        own = st.just(content[source : source + draw(st.integers(0, 200))])
        content = content[:start] + draw(BYTES | own) + content[end:]
    return source_file._replace(content=content)


def assert_lawful(source_file: SourceFile) -> None:
    entry, findings = typed(source_file)
    if entry:
        findings = (*findings, *check_document(entry))
    lines = source_file.content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    for finding in findings:
        assert finding.path == source_file.path
        assert 1 <= finding.line <= lines
        assert finding.column >= 1
    for report in REPORTS.values():
        assert "\x1b" not in report(findings, spanish)
    assert entry or findings
    again, same = typed(source_file)
    assert same == findings[: len(same)]
    if entry and again:
        assert repr(again.model) == repr(entry.model)
        if entry.is_whole:
            assert repr(from_cached(source_file, to_cached(entry)).model) == repr(entry.model)


def test_every_real_document_keeps_the_laws() -> None:
    for source_file in SHEETS:
        assert_lawful(source_file)


@given(mangled())
@WILD
def test_so_does_any_of_them_mangled(source_file: SourceFile) -> None:
    assert_lawful(source_file)


@given(st.sampled_from(SHEETS), st.data())
@settings(WILD, max_examples=100)
def test_so_does_any_of_them_with_its_lines_in_disorder(source_file: SourceFile, data: st.DataObject) -> None:
    lines = source_file.content.split(b"\n")
    for _ in range(data.draw(st.integers(1, 6))):
        here, there = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        indented = b"  " * data.draw(st.integers(0, 3)) + lines[there].lstrip()
        lines[here : here + data.draw(st.integers(0, 3))] = [indented]
    assert_lawful(source_file._replace(content=b"\n".join(lines)))
