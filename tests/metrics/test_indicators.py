"""How far an indicator has come, whichever way it should go."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from tracked import action, activity, at, roadmap, tracked

from actionplan.metrics import IndicatorMetrics

YEAR = activity("a1.1", "2020-01-01", "2020-12-31")


def measured(sense: str, baseline: str, target: str, *values: str, on: str = "2020-06-30") -> IndicatorMetrics:
    """An indicator with one target at the end of the year, or two: ``5; 9``; measured once a month."""
    targets = "".join(
        f'      - fecha: "20{20 + index}-12-31"\n        valor: {low}\n' + (f"        maximo: {high}\n" if high else "")
        for index, (low, _, high) in enumerate(item.strip().partition("..") for item in target.split(";"))
    )
    start = f'    linea_base:\n      valor: {baseline}\n      fecha: "2020-01-01"\n' if baseline else ""
    way = f'    sentido: "{sense}"\n' if sense else ""
    more = f'indicadores:\n  - id: "i1"\n    nombre: "Barrios"\n{way}{start}    metas:\n{targets}'
    readings = "".join(
        f'  - indicador: "i1"\n    valor: {value}\n    fecha: "2020-0{month}-01"\n'
        for month, value in enumerate(values, 1)
    )
    told = f'---\ntipo: "avance"\ncompromiso: "c01"\nfecha: "2020-06-30"\nreporta: "gob"\nmediciones:\n{readings}---\n'
    record = {"commitments/01-agua/avances/2020-06-30-gob.md": told} if values else {}
    return at(tracked(roadmap(action("a1", YEAR), more=more), record), on).indicators[0]


@pytest.mark.parametrize(
    ("sense", "baseline", "target", "value", "attainment"),
    [
        ("ascendente", "0", "5", "2", Fraction(40)),
        ("ascendente", "2", "5", "1", Fraction(-100, 3)),
        ("ascendente", "0", "5", "7", Fraction(100)),
        ("ascendente", "5", "5", "4", Fraction(0)),
        ("descendente", "80", "20", "50", Fraction(50)),
        ("descendente", "80", "20", "95", Fraction(-25)),
        ("descendente", "80", "20", "20", Fraction(100)),
        ("rango", "0", "40..60", "50", Fraction(100)),
        ("rango", "0", "40..60", "10", Fraction(25)),
        ("rango", "0", "40..60", "70", Fraction(75)),
        ("rango", "50", "40..60", "70", Fraction(0)),
        ("rango", "-20", "-5..0", "-2", Fraction(100)),
    ],
)
def test_attainment_is_what_has_gone_of_the_distance_to_the_target(
    sense: str, baseline: str, target: str, value: str, attainment: Fraction
) -> None:
    assert measured(sense, baseline, target, value).attainment == attainment


def test_the_baseline_is_told_if_there_is_one() -> None:
    assert measured("ascendente", "3", "5").baseline == (Decimal(3), date(2020, 1, 1), None)
    assert measured("ascendente", "", "5").baseline is None


def test_the_last_measurement_counts_and_all_are_kept() -> None:
    found = measured("ascendente", "0", "5", "1", "4", "3")
    assert found.last
    assert (found.last.value, found.last.date) == (Decimal(3), date(2020, 3, 1))
    assert [reading.value for reading in found.readings] == [1, 4, 3]


def test_the_target_is_the_next_one_or_the_last_of_all() -> None:
    targets = [
        measured("ascendente", "0", "5; 9", "3", on=on).target for on in ("2020-12-31", "2021-01-01", "2030-01-01")
    ]
    assert [target.value for target in targets if target] == [5, 9, 9]


def test_what_is_not_known_gives_no_attainment_but_a_met_target_is_met() -> None:
    assert measured("ascendente", "0", "5").attainment is None
    assert measured("ascendente", "", "5", "3").attainment is None
    assert measured("ascendente", "", "5", "5").attainment == 100
    assert measured("", "0", "5", "5").attainment is None
    assert measured("ascendente", "0", "5", "3", on="2020-06-29").attainment is None
