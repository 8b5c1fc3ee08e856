"""Numbers: weights add up, states agree with percentages, reports with those before, indicators with their bounds."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plans import (
    COMMITMENT_PATH,
    REPORT_PATH,
    ROADMAP_PATH,
    VALID,
    VERIFICATION_PATH,
    changed,
    codes,
    messages_of,
)

DRAFT = ('"firmada"', '"borrador"')
UNDER_WAY = '    estado: "en_proceso"\n    porcentaje: 40\n'


# Weights and claims.


def weighted(*weights: str) -> dict[str, str | bytes]:
    """The valid roadmap with as many actions as weights, an empty weight for none."""
    action = '  - id: "b{}"\n    titulo: "Otra"\n{}    actividades: []\n'
    lines = [f"    ponderacion: {weight}\n" if weight else "" for weight in weights]
    actions = "".join(action.format(number, line) for number, line in enumerate(lines[1:]))
    absences = "".join(f'  - campo: "b{n}/actividades"\n    motivo: "x"\n' for n in range(len(lines) - 1))
    return changed(
        ROADMAP_PATH,
        DRAFT,
        ('    titulo: "Medir"\n', '    titulo: "Medir"\n' + lines[0]),
        ("indicadores:", actions + "indicadores:"),
        ("procedencia:", ("no_disponible:\n" + absences if absences else "") + "procedencia:"),
    )


@pytest.mark.parametrize(
    ("weights", "allowed"),
    [
        (["", ""], True),
        (["100"], True),
        (["33.3", "33.3", "33.4"], True),
        (["0.1", "99.9"], True),
        (["50", "49.999999999999"], False),
        (["100", ""], False),
        (["60", "60"], False),
    ],
)
def test_weights_are_of_all_or_none_and_add_up_to_100_exactly(weights: list[str], allowed: bool) -> None:
    assert codes(weighted(*weights)) == ([] if allowed else ["10:18 NUM01"])


def test_a_weight_is_above_zero() -> None:
    assert codes(weighted("0")) == ["10:18 FOR30"]


def test_the_weights_of_activities_add_up_too() -> None:
    heavy = ('titulo: "Instalar medidores"', 'titulo: "Instalar medidores"\n        ponderacion: 60')
    assert codes(changed(ROADMAP_PATH, heavy)) == ["13:22 NUM01"]


@pytest.mark.parametrize(
    ("claim", "allowed"),
    [("valor: 3", True), ('texto: "Muchas"', True), ("de: 5", False), ('valor: 3\n        texto: "Muchas"', False)],
)
def test_a_claim_is_a_number_or_words(claim: str, allowed: bool) -> None:
    figure = (
        f'cifras:\n  - id: "f1"\n    nombre: "Tomas"\n    afirmaciones:\n      - {claim}\n'
        '        fuentes:\n          - "acta"\n        certeza: "exacta"\nprocedencia:'
    )
    assert codes(changed(COMMITMENT_PATH, ("procedencia:", figure))) == ([] if allowed else ["34:9 NUM03"])


# What one report says.


@pytest.mark.parametrize(
    ("state", "percent", "allowed"),
    [
        ("por_iniciar", 0, True),
        ("por_iniciar", 1, False),
        ("en_proceso", 0, False),
        ("en_proceso", 1, True),
        ("en_proceso", 99, True),
        ("en_proceso", 100, False),
        ("completado", 99, False),
    ],
)
def test_the_percentage_agrees_with_the_state(state: str, percent: int, allowed: bool) -> None:
    files = changed(REPORT_PATH, ('"en_proceso"', f'"{state}"'), ("porcentaje: 40", f"porcentaje: {percent}"))
    assert codes(files) == ([] if allowed else ["9:17 NUM02"])


@pytest.mark.parametrize("percent", [0, 40, 100])
def test_what_is_cancelled_says_why_at_any_percentage(percent: int) -> None:
    cancelled = f'    estado: "cancelado"\n    porcentaje: {percent}\n'
    assert codes(changed(REPORT_PATH, (UNDER_WAY, cancelled))) == ["8:13 NUM06"]
    assert codes(changed(REPORT_PATH, (UNDER_WAY, cancelled + '    motivo: "Sin presupuesto"\n'))) == []
    assert codes(changed(REPORT_PATH, (UNDER_WAY, cancelled + "    motivo: 5\n"))) == ["10:13 FOR12"]


# What it says after others.


def reported(*reports: tuple[str, str], **corrects: str) -> dict[str, str | bytes]:
    """The valid plan with reports instead of its own: the day, and the state and percentage of the activity."""
    files: dict[str, str | bytes] = {
        path: text for path, text in VALID.items() if path not in (REPORT_PATH, VERIFICATION_PATH)
    }
    states = {"0": "por_iniciar", "100": "completado", "x": "cancelado"}
    for day, told in reports:
        percent, _, more = told.partition(" ")
        state = f'    estado: "{states.get(percent, "en_proceso")}"\n    porcentaje: {percent.replace("x", "0")}\n'
        text = VALID[REPORT_PATH].replace("2020-03-31", f"2020-{day}").replace(UNDER_WAY, state + more)
        if corrected := corrects.get(f"d{day.replace('-', '')}"):
            text = text.replace("actividades:", f'corrige: "2020-{corrected}-gob"\nmotivo: "Error"\nactividades:')
        files[REPORT_PATH.replace("2020-03-31", f"2020-{day}")] = text
    return files


WHY = '    motivo: "Se retiraron tres."\n'
PROOF = '    evidencias:\n      - titulo: "Acta"\n        url: "https://example.org/acta"\n        medio: "v1"\n'
PROOF += '        vista_el: "2020-03-30"\n        copia: "https://example.org/copia"\n'


def test_progress_does_not_go_back_without_a_reason() -> None:
    assert codes(reported(("03-31", "40"), ("04-30", "40"), ("05-31", "60"))) == []
    assert codes(reported(("03-31", "40"), ("04-30", "39"))) == ["9:17 NUM05"]
    assert codes(reported(("03-31", "40"), ("04-30", f"39 {WHY}"))) == []
    assert codes(reported(("03-31", "40"), ("04-30", f"39 {WHY}"), ("05-31", "38"))) == ["9:17 NUM05"]


def test_what_was_corrected_is_not_what_came_before() -> None:
    assert codes(reported(("03-31", "20"), ("04-30", "80"), ("05-31", "30"), d0531="04-30")) == []
    assert codes(reported(("03-31", "40"), ("04-30", "80"), ("05-31", "30"), d0531="04-30")) == ["11:17 NUM05"]


@pytest.mark.parametrize("percent", ["20", "80"])
def test_a_correction_of_an_old_report_is_no_step_back_and_makes_none_of_what_was_reported_since(percent: str) -> None:
    assert codes(reported(("03-31", "40"), ("04-30", "60"), ("05-31", percent), d0531="03-31")) == []


def test_to_cancel_is_not_to_go_back() -> None:
    assert codes(reported(("03-31", "40"), ("04-30", f"x {WHY}"), ("05-31", "40"))) == []


def test_a_percentage_that_its_state_refuses_is_only_that() -> None:
    files = reported(("03-31", "40"), ("04-30", "20"))
    path = REPORT_PATH.replace("03-31", "04-30")
    assert codes({**files, path: str(files[path]).replace('"en_proceso"', '"por_iniciar"')}) == ["9:17 NUM02"]


def test_what_is_completed_shows_evidence_for_each_means_of_verification() -> None:
    assert codes(reported(("03-31", "100"))) == ["8:13 NUM04"]
    assert codes(reported(("03-31", f"100 {PROOF}"))) == []
    assert codes(reported(("03-31", "100 " + PROOF.replace('        medio: "v1"\n', "")))) == ["8:13 NUM04"]
    [message] = messages_of(reported(("03-31", "100")))
    assert message.startswith(
        "«a1.1» se da por completada sin evidencia de «v1». Se mostrará como «completado sin evid"
    )


def test_evidence_may_come_before_or_after_the_day_of_completion() -> None:
    assert codes(reported(("03-31", f"40 {PROOF}"), ("04-30", "100"))) == []
    assert codes(reported(("03-31", "100"), ("04-30", f"100 {PROOF}"))) == []
    assert codes(reported(("03-31", "100"), ("04-30", "100"))) == ["8:13 NUM04"]  # once, in the last


def test_evidence_of_a_corrected_report_proves_nothing() -> None:
    assert codes(reported(("03-31", f"100 {PROOF}"), ("04-30", "100"), d0430="03-31")) == ["10:13 NUM04"]


def test_evidence_that_was_refused_is_only_that() -> None:
    assert codes(reported(("03-31", "100 " + PROOF.replace("https", "ftp", 1)))) == ["12:14 FOR19"]


# Indicators.


def indicator(*swaps: tuple[str, str]) -> list[str]:
    """Findings of the valid roadmap with its indicator changed: from 0 to 5, rising, in barrios."""
    return codes(changed(ROADMAP_PATH, *swaps))


UNIT, START, GOAL = 'unidad: "barrios"', "valor: 0", "valor: 5"


@pytest.mark.parametrize(
    ("unit", "goal", "allowed"),
    [
        (UNIT, "1000000", True),
        (f"{UNIT}\n    valor_maximo: 5", "5", True),
        (f"{UNIT}\n    valor_maximo: 5", "5.01", False),
        ('unidad: "%"', "100", True),
        ('unidad: "%"', "100.5", False),
        ('unidad: "Porcentaje"', "101", False),
        ('unidad: "%"\n    valor_maximo: 200', "150", True),
        ('unidad: "puntos porcentuales"', "150", True),
    ],
)
def test_a_target_is_a_value_that_the_indicator_can_take(unit: str, goal: str, allowed: bool) -> None:
    line = 35 + unit.count("\n")
    assert indicator((UNIT, unit), (GOAL, f"valor: {goal}")) == ([] if allowed else [f"{line}:16 NUM07"])


def test_so_are_a_baseline_a_ceiling_and_a_measurement() -> None:
    bounded = (UNIT, f"{UNIT}\n    valor_minimo: 1\n    valor_maximo: 6")
    assert indicator(bounded) == ["33:14 NUM07"]
    assert indicator(bounded, (START, "valor: 1"), (GOAL, f"{GOAL}\n        maximo: 7")) == ["38:17 NUM07"]
    measured = ("    porcentaje: 40\n", '    porcentaje: 40\nmediciones:\n  - indicador: "i1"\n    valor: {}\n')
    for value, expected in (("6", []), ("7", ["12:12 NUM07"])):
        text = VALID[REPORT_PATH].replace(measured[0], measured[1].format(value) + '    fecha: "2020-03-31"\n')
        assert codes({**changed(ROADMAP_PATH, bounded, (START, "valor: 1")), REPORT_PATH: text}) == expected


def test_a_measurement_is_of_an_indicator_of_the_roadmap() -> None:
    measured = '    porcentaje: 40\nmediciones:\n  - indicador: "i9"\n    valor: 1\n    fecha: "2020-03-31"\n'
    assert codes(changed(REPORT_PATH, ("    porcentaje: 40\n", measured))) == ["11:16 REF02"]


def test_a_range_in_disorder_is_said_once() -> None:
    assert indicator((UNIT, f"{UNIT}\n    valor_minimo: 9\n    valor_maximo: 1")) == ["30:19 NUM08"]
    assert indicator((GOAL, f"{GOAL}\n        maximo: 4")) == ["36:17 NUM08"]
    assert indicator((GOAL, f"{GOAL}\n        maximo: 5")) == []


def test_a_bound_that_was_refused_bounds_nothing() -> None:
    assert indicator((UNIT, 'unidad: "%"\n    valor_maximo: "diez"'), (GOAL, "valor: 500")) == ["29:19 FOR12"]


@pytest.mark.parametrize(
    ("sense", "start", "goal", "allowed"),
    [
        ("ascendente", 3, 5, True),
        ("ascendente", 5, 5, True),
        ("ascendente", 6, 5, False),
        ("descendente", 6, 5, True),
        ("descendente", 4, 5, False),
        ("rango", 9, 5, True),
        ("rango", 5, 9, True),
    ],
)
def test_a_target_is_not_worse_than_the_baseline(sense: str, start: int, goal: int, allowed: bool) -> None:
    swaps = ('"ascendente"', f'"{sense}"'), (START, f"valor: {start}"), (GOAL, f"valor: {goal}")
    assert indicator(*swaps) == ([] if allowed else ["35:16 NUM09"])


def test_a_sense_that_no_target_follows_is_one_mistake() -> None:
    second = '- fecha: "2020-06-30"\n        valor: 7\n      - fecha: "2020-06-30"'
    assert indicator(('"ascendente"', '"descendente"'), ('- fecha: "2020-06-30"', second)) == ["35:16 NUM09"]


@given(st.lists(st.integers(1, 99), min_size=2, max_size=4))
def test_progress_that_never_falls_is_never_questioned(percents: list[int]) -> None:
    days = [f"0{month}-28" for month in range(2, 2 + len(percents))]
    found = codes(reported(*zip(days, map(str, percents), strict=True)))
    falls = sum(later < earlier for earlier, later in pairwise(percents))
    assert found == ["9:17 NUM05"] * falls
