"""A piece of evidence in a report: which lines it adds, and what cannot be added."""

from __future__ import annotations

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plans import REPORT, REPORT_PATH, VALID, changed, loaded

from actionplan.documents import EntryKind, FileEntry
from actionplan.drafts.evidence import refusals, safe_name, with_evidence
from actionplan.model import Entry, Report
from actionplan.rules.files import problems_of

LINK = {"title": "Acta de entrega", "url": "https://a.mx/acta", "proves": "v1", "seen": "2020-03-30"}


def report_of(files: dict[str, str | bytes]) -> Entry[Report]:
    return loaded(files).plan.commitment_files["c01"].reports[0]


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Acta de entrega (FIRMADA) ñandú.PDF", "acta-de-entrega-firmada-nandu.pdf"),
        ("datos.2020.csv", "datos2020.csv"),
        ("../../etc/passwd.txt", "etcpasswd.txt"),
        ("¿?.png", "evidencia.png"),
        (".pdf", "pdf"),
        ("acta", "acta"),
    ],
)
def test_a_safe_name_is_lower_case_without_accents_blanks_or_signs(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text(max_size=40))
def test_a_safe_name_stays_safe_and_can_only_be_refused_for_a_reason_that_is_told(name: str) -> None:
    safe = safe_name(name)
    assert safe_name(safe) == safe
    assert not set(safe) - set("abcdefghijklmnopqrstuvwxyz0123456789-_.")
    assert "/" not in safe
    found = problems_of(FileEntry(f"commitments/01-agua/evidencias/{safe}.pdf", EntryKind.FILE, 1), limit=1)
    assert {finding.code for finding in found} <= {"FOR24"}  # the name of a device of Windows


def test_it_adds_its_own_lines_and_no_other() -> None:
    text = with_evidence(report_of(dict(VALID)), "a1.1", LINK)
    assert refusals(report_of(dict(VALID)), text) == ()
    diff = [line for line in difflib.ndiff(REPORT.splitlines(), text.splitlines()) if line[0] in "+-"]
    assert diff == [
        "+     evidencias:",
        '+       - titulo: "Acta de entrega"',
        '+         url: "https://a.mx/acta"',
        '+         medio: "v1"',
        '+         vista_el: "2020-03-30"',
    ]


def test_it_comes_after_the_evidence_that_is_there_and_before_what_follows_and_keeps_the_prose() -> None:
    shown = 'evidencias:\n      - titulo: "Foto"\n        url: "https://a.mx/foto"\n    obstaculos: "Lluvia."\n'
    measured = 'mediciones:\n  - indicador: "i1"\n    valor: 2.50\n    fecha: "2020-03-31"'
    files = changed(REPORT_PATH, ("40", f"40\n    {shown}{measured}"))
    files[REPORT_PATH] = f"{files[REPORT_PATH]!s}\n## Notas\n\nLlovió.\n"
    text = with_evidence(report_of(files), "a1.1", LINK)
    lines = [line for line in difflib.ndiff(str(files[REPORT_PATH]).splitlines(), text.splitlines()) if line[0] in "+-"]
    assert len(lines) == len(LINK)
    assert not [line for line in lines if line.startswith("-")]
    titles = [proof.title for proof in report_of({**files, REPORT_PATH: text}).model.activities[0].evidence]
    assert titles == ["Foto", "Acta de entrega"]


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("url", "javascript:alert(1)", "FOR19"),
        ("title", "<script>", "FOR19"),
        ("seen", "30/03/2020", "FOR14"),
        ("file", "../compromiso.md", "FOR19"),
        ("title", "uno\u202edos", "FOR02"),
    ],
)
def test_what_the_check_would_refuse_is_known_before_it_is_written(field: str, value: str, code: str) -> None:
    report = report_of(dict(VALID))
    found = refusals(report, with_evidence(report, "a1.1", {**LINK, field: value}))
    assert [finding.code for finding in found] == [code]
