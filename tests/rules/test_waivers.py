"""A document may depart from a warning if it says why; what it may not waive, or need not, is found."""

from __future__ import annotations

import pytest
from plans import ROADMAP_PATH, changed, findings_of, messages_of

START = 'procedencia:\n  - campo: "*"'
LATE = ('conclusion: "2020-03-31"', 'conclusion: "2020-07-01"')
"""An activity that ends after its commitment: a warning, FEC03."""


def waiving(*codes: str, late: bool = True) -> dict[str, str | bytes]:
    items = "".join(f'  - regla: "{code}"\n    motivo: "Así se firmó."\n' for code in codes)
    return changed(ROADMAP_PATH, (START, f"excepciones:\n{items}{START}"), *([LATE] if late else []))


def test_a_warning_is_not_found_where_it_is_waived() -> None:
    assert findings_of(changed(ROADMAP_PATH, LATE)) == [f"{ROADMAP_PATH}:15:21 FEC03"]
    assert findings_of(waiving("FEC03")) == []


def test_a_waiver_is_of_its_own_document_alone() -> None:
    elsewhere = changed(
        "plan/plan.yml", ("procedencia:", 'excepciones:\n  - regla: "FEC03"\n    motivo: "x"\nprocedencia:')
    )
    files = {**elsewhere, ROADMAP_PATH: changed(ROADMAP_PATH, LATE)[ROADMAP_PATH]}
    assert findings_of(files) == [f"{ROADMAP_PATH}:15:21 FEC03", "plan/plan.yml:19:12 EXC03"]


@pytest.mark.parametrize(
    ("code", "expected", "words"),
    [
        ("FEC93", "EXC01", "No hay ninguna regla «FEC93». ¿Quiso escribir «FEC09»?"),
        ("FEC01", "EXC02", "La regla «FEC01» no admite excepciones."),
        ("FEC03", "EXC03", "La excepción a «FEC03» ya no hace falta"),
    ],
)
def test_a_waiver_that_may_not_be_is_found_where_it_stands(code: str, expected: str, words: str) -> None:
    files = waiving(code, late=False)
    assert findings_of(files) == [f"{ROADMAP_PATH}:39:12 {expected}"]
    assert messages_of(files)[0].startswith(words)


def test_an_error_is_found_although_it_is_waived() -> None:
    files = changed(
        ROADMAP_PATH,
        (START, f'excepciones:\n  - regla: "FEC01"\n    motivo: "x"\n{START}'),
        ('conclusion: "2020-03-31"', 'conclusion: "2020-01-14"'),
    )
    assert findings_of(files) == [f"{ROADMAP_PATH}:15:21 FEC01", f"{ROADMAP_PATH}:39:12 EXC02"]


def test_what_only_a_comparison_finds_may_be_waived_all_the_time() -> None:
    assert findings_of(waiving("HIS06", late=False)) == []


def test_a_waiver_without_a_reason_is_refused() -> None:
    files = changed(ROADMAP_PATH, (START, f'excepciones:\n  - regla: "FEC03"\n{START}'), LATE)
    assert findings_of(files) == [f"{ROADMAP_PATH}:15:21 FEC03", f"{ROADMAP_PATH}:39:5 FOR15"]
