"""The eight elements of the method, counted in each commitment."""

import pytest
from plans import COMMITMENT_PATH, ROADMAP, ROADMAP_PATH, VALID, changed, loaded

from actionplan.metrics import Presence
from actionplan.metrics.elements import elements

Count = tuple[int, int, Presence]
WHOLE, PART, NONE = Presence.WHOLE, Presence.PART, Presence.NONE

ORDER = ("responsible", "partner", "activities", "final_result", "outputs", "indicators", "means", "dates")


def counted(files: dict[str, str | bytes]) -> dict[str, Count]:
    commitment_file = loaded(files).plan.commitment_files["c01"]
    return {element.key: (element.have, element.of, element.presence) for element in elements(commitment_file)}


def test_a_signed_roadmap_has_the_eight_in_the_order_of_the_method() -> None:
    assert counted({**VALID}) == dict.fromkeys(ORDER, (1, 1, WHOLE))
    assert tuple(counted({**VALID})) == ORDER


def test_every_count_says_what_was_counted() -> None:
    for element in elements(loaded({**VALID}).plan.commitment_files["c01"]):
        assert element.title
        assert element.rule


def test_without_a_roadmap_only_the_commitment_counts() -> None:
    files: dict[str, str | bytes] = {path: text for path, text in VALID.items() if path != ROADMAP_PATH}
    assert counted(files) == {
        "responsible": (1, 1, WHOLE),
        "partner": (1, 1, WHOLE),
        "activities": (0, 1, NONE),
        "final_result": (0, 1, NONE),
        "outputs": (0, 0, NONE),
        "indicators": (0, 1, NONE),
        "means": (0, 0, NONE),
        "dates": (0, 0, NONE),
    }


def test_a_draft_of_titles_alone_has_activities_and_nothing_that_they_need() -> None:
    start = ROADMAP.index("resultado_final")
    draft = (
        ROADMAP[:start].replace("firmada", "borrador")
        + 'acciones:\n  - id: "a1"\n    titulo: "Medir"\n    actividades:\n'
        + '      - id: "a1.1"\n        titulo: "Instalar"\n      - id: "a1.2"\n        titulo: "Leer"\n---\n'
    )
    assert counted({**VALID, ROADMAP_PATH: draft}) == {
        "responsible": (1, 1, WHOLE),
        "partner": (1, 1, WHOLE),
        "activities": (1, 1, WHOLE),
        "final_result": (0, 1, NONE),
        "outputs": (0, 2, NONE),
        "indicators": (0, 1, NONE),
        "means": (0, 2, NONE),
        "dates": (0, 2, NONE),
    }


SECOND_ACTIVITY = '      - id: "a1.2"\n        titulo: "Leer medidores"\nindicadores:'
SECOND_INDICATOR = '  - id: "i2"\n    nombre: "Fugas"\n    unidad: "fugas"\nprocedencia:'


def test_some_of_several_is_in_part() -> None:
    found = counted(changed(ROADMAP_PATH, ("indicadores:", SECOND_ACTIVITY), ("procedencia:", SECOND_INDICATOR)))
    for key in ("outputs", "indicators", "means", "dates"):
        assert found[key] == (1, 2, PART), key


@pytest.mark.parametrize("line", ['        inicio: "2020-01-15"\n', '        conclusion: "2020-03-31"\n'])
def test_an_activity_with_one_date_has_no_dates(line: str) -> None:
    assert counted(changed(ROADMAP_PATH, (line, "")))["dates"] == (0, 1, NONE)


@pytest.mark.parametrize(
    "lines",
    [
        '    unidad: "barrios"\n',
        '    nivel: "resultado"\n',
        '    linea_base:\n      valor: 0\n      fecha: "2020-01-01"\n',
        '    metas:\n      - fecha: "2020-06-30"\n        valor: 5\n',
    ],
)
def test_an_indicator_counts_only_with_unit_level_baseline_and_targets(lines: str) -> None:
    assert counted(changed(ROADMAP_PATH, (lines, "")))["indicators"] == (0, 1, NONE)


def test_an_institution_without_a_post_has_no_responsible_person() -> None:
    lead = '    cargo: "Dirección de Aguas"\n'
    assert counted(changed(COMMITMENT_PATH, (lead, "")))["responsible"] == (0, 1, NONE)
    two = changed(COMMITMENT_PATH, (lead, lead + '  - institucion: "osc"\n'))
    assert counted(two)["responsible"] == (1, 2, PART)


def test_nobody_responsible_and_no_partner_are_absences() -> None:
    leads = 'responsables:\n  - institucion: "gob"\n    cargo: "Dirección de Aguas"\n'
    partners = 'corresponsables:\n  - "osc"\n'
    found = counted(changed(COMMITMENT_PATH, (leads, ""), (partners, "")))
    assert found["responsible"] == (0, 1, NONE)
    assert found["partner"] == (0, 1, NONE)
