"""What a roadmap promises can be counted, or it has an indicator."""

from __future__ import annotations

import pytest
from plans import PLAN, ROADMAP, ROADMAP_PATH, changed, findings_of, messages_of, with_file

INDICATORS = ROADMAP[ROADMAP.index("indicadores:") : ROADMAP.index("procedencia:")]
ABSENT = 'no_disponible:\n  - campo: "indicadores"\n    motivo: "No consta"\n'
DRAFT = ('"firmada"', '"borrador"')
UNMEASURED = ((INDICATORS, ABSENT), DRAFT)


def titled(title: str) -> list[str]:
    return findings_of(changed(ROADMAP_PATH, ("Instalar medidores", title), *UNMEASURED))


@pytest.mark.parametrize(
    "title",
    [
        "Promover el uso de medidores",
        "Se promueve el ahorro",
        "Medir y así fomentar el ahorro",
        "Impulsará la medición",
        "Fortaleciendo a los barrios",
        "CONTRIBUIR AL AHORRO",
        "Sensibilizar a las personas",
    ],
)
def test_a_vague_verb_without_any_indicator_is_found(title: str) -> None:
    assert titled(title) == [f"{ROADMAP_PATH}:12:17 MED01"]


@pytest.mark.parametrize(
    "title", ["Instalar medidores", "Dar un taller de fomento", "Publicar la promoción", "Entregar el impulsor"]
)
def test_deeds_and_names_are_not_vague(title: str) -> None:
    assert titled(title) == []


def test_the_final_result_is_read_too() -> None:
    files = changed(ROADMAP_PATH, ("La red se mide.", "Se fortalece la red."), *UNMEASURED)
    assert findings_of(files) == [f"{ROADMAP_PATH}:6:18 MED01"]
    assert messages_of(files)[0].startswith("«fortalece» no dice qué se hará")


def test_an_indicator_says_what_the_verb_does_not() -> None:
    assert findings_of(changed(ROADMAP_PATH, ("Instalar medidores", "Promover el ahorro"))) == []


@pytest.mark.parametrize("name", ["Sensibilización", "Fortalecimiento y difusión", "Acompañamiento"])
def test_an_output_that_is_only_an_effort_cannot_be_counted(name: str) -> None:
    files = changed(ROADMAP_PATH, ("Medidores instalados", name))
    assert findings_of(files) == [f"{ROADMAP_PATH}:18:21 MED02"]
    assert f"«{name}»" in messages_of(files)[0]


@pytest.mark.parametrize("name", ["Taller de sensibilización", "Informe de seguimiento", "Difusión en 3 barrios"])
def test_an_output_that_names_a_thing_can_be_counted(name: str) -> None:
    assert findings_of(changed(ROADMAP_PATH, ("Medidores instalados", name))) == []


@pytest.mark.parametrize("result", ["Agua medida", "AGUA  MEDIDA.", "Água medida"])
def test_a_final_result_says_more_than_the_title(result: str) -> None:
    assert findings_of(changed(ROADMAP_PATH, ("La red se mide.", result))) == [f"{ROADMAP_PATH}:6:18 MED03"]


def test_lists_of_spanish_words_are_for_plans_in_spanish() -> None:
    files = changed(
        ROADMAP_PATH, ("Instalar medidores", "Promover el ahorro"), ("Medidores instalados", "Fomento"), *UNMEASURED
    )
    english = with_file("plan/plan.yml", PLAN.replace('idioma: "es"', 'idioma: "en"'))["plan/plan.yml"]
    codes = [said[-5:] for said in findings_of(files)]
    assert codes == ["MED01", "MED02"]
    assert findings_of({**files, "plan/plan.yml": english}) == []
