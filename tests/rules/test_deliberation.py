"""People have time to prepare, are answered, come from more than one sector, and the forum keeps meeting."""

from __future__ import annotations

import pytest
from plans import PLAN, TREE_PATH, VALID, changed, findings_of, messages_of

OWES = 'procedencia:\n  - campo: "*"\n    fuentes:\n      - "acta"\n    certeza: "exacta"\n---\n'
PHASE_PATH = "plan/1-consulta/index.md"
TABLE_PATH = "plan/4-mesas/mesa-01.md"


def phase(announced: str, start: str) -> list[str]:
    text = (
        '---\ntipo: "fase"\nid: "consulta"\nnumero: 1\ntitulo: "Consulta"\nproposito: "Oír."\n'
        f'anuncio: "{announced}"\ninicio: "{start}"\nconclusion: "2020-06-30"\n{OWES}'
    )
    return findings_of({**VALID, PHASE_PATH: text})


def table(delivered: str = "2020-02-03", attendance: str = "gobierno 9 sociedad_civil 12") -> dict[str, str | bytes]:
    """A table on 10 February 2020; attendance as sectors, each with its number of people."""
    said = attendance.split()
    rows = "".join(
        f'  - sector: "{sector}"\n    personas: {people}\n'
        for sector, people in zip(said[::2], said[1::2], strict=True)
    )
    text = (
        '---\ntipo: "mesa"\nid: "m1"\nnumero: 1\ntema: "agua"\ninicio: "2020-02-10"\nconclusion: "2020-02-10"\n'
        f'sede: "Casa"\nmateriales:\n  entrega: "{delivered}"\nasistencia:\n{rows}'
        'no_disponible:\n  - campo: "alternativas"\n    motivo: "No consta"\n' + OWES
    )
    return {**VALID, TABLE_PATH: text}


def forum(*days: str, cutoff: str = "2020-12-31") -> dict[str, str | bytes]:
    """The valid plan with sessions on some days."""
    files: dict[str, str | bytes] = {**VALID, "plan/plan.yml": PLAN.replace("2020-12-31", cutoff)}
    for day in days:
        files[f"plan/sesiones/{day}.md"] = (
            f'---\ntipo: "sesion"\nid: "s-{day}"\nfecha: "{day}"\nmodalidad: "ordinaria"\n'
            'minuta: "https://ejemplo.invalid/m"\nacuerdos:\n  - id: "ac1"\n    texto: "Seguir."\n' + OWES
        )
    return files


def test_a_phase_is_announced_two_weeks_before() -> None:
    assert phase("2020-01-06", "2020-01-20") == []
    assert phase("2020-01-07", "2020-01-20") == [f"{PHASE_PATH}:7:10 DEL01"]


def test_materials_are_there_a_week_before_the_table() -> None:
    assert findings_of(table("2020-02-03")) == []
    assert findings_of(table("2020-02-04")) == [f"{TABLE_PATH}:10:12 DEL02"]
    assert "6 días antes" in messages_of(table("2020-02-04"))[0]
    files = table("2020-02-04")
    undated = str(files[TABLE_PATH]).replace('inicio: "2020-02-10"\n', "")
    assert findings_of({**files, TABLE_PATH: undated}) == [f"{TABLE_PATH}:2:1 ELE01"]


@pytest.mark.parametrize("attendance", ["gobierno 9", "gobierno 9 gobierno 4", "gobierno 9 academia 0"])
def test_one_sector_alone_does_not_deliberate(attendance: str) -> None:
    files = table(attendance=attendance)
    assert findings_of(files) == [f"{TABLE_PATH}:11:1 DEL05"]
    assert "(Gobierno)" in messages_of(files)[0]


ANSWER = '    respuesta: "Se separaron."\n'


def test_a_comment_is_owed_a_response() -> None:
    files = changed(TREE_PATH, (ANSWER, ""))
    assert findings_of(files) == [f"{TREE_PATH}:17:5 DEL03"]
    assert "campo «o1/respuesta»" in messages_of(files)[0]


def test_a_response_that_is_said_not_to_be_known_is_not_asked_for() -> None:
    absence = 'no_disponible:\n  - campo: "o1/respuesta"\n    motivo: "No consta"\nprocedencia:'
    assert findings_of(changed(TREE_PATH, (ANSWER, ""), ("procedencia:", absence))) == []


def test_a_response_that_was_refused_is_one_mistake() -> None:
    (found,) = findings_of(changed(TREE_PATH, ('"Se separaron."', "3")))
    assert found.endswith("FOR12")


def test_the_forum_meets_every_six_months() -> None:
    assert findings_of(forum("2020-01-15", "2020-07-15", "2020-12-01")) == []
    late = forum("2020-01-15", "2020-07-16", "2020-12-01")
    assert findings_of(late) == ["plan/sesiones/2020-07-16.md:4:8 DEL04"]
    assert messages_of(late)[0].startswith("Entre el 2020-01-15 y el 2020-07-16 pasaron más de 6 meses")


def test_so_it_does_until_the_day_of_the_figures() -> None:
    assert findings_of(forum("2020-06-30", cutoff="2020-12-30")) == []
    assert findings_of(forum("2020-06-29", cutoff="2020-12-30")) == ["plan/sesiones/2020-06-29.md:4:8 DEL04"]


def test_but_not_after_the_end_of_the_plan() -> None:
    assert findings_of(forum("2021-07-01", "2021-03-01", "2020-12-01", cutoff="2022-12-31")) == []


def test_a_plan_that_tells_of_no_session_is_not_asked_for_its_rhythm() -> None:
    assert findings_of(forum()) == []
