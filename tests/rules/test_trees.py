"""Problem trees say each thing once, can be taken in at a glance, and are answered."""

from __future__ import annotations

import pytest
from plans import COMMITMENT_PATH, ROADMAP_PATH, TREE_PATH, VALID, changed, findings_of, messages_of

CAUSES = 'causas:\n  - id: "c1"\n    texto: "Fugas en la red."\n  - id: "c2"\n    texto: "Nadie mide el consumo."\n'
EFFECTS = 'efectos:\n  - id: "e1"\n    texto: "Las familias compran agua cara."\n'
PROBLEM = 'problema_central:\n  id: "p"\n  texto: "Falta agua en los barrios altos."\n'


def nested(key: str, levels: int) -> str:
    """A branch of as many levels, ``c1`` the lowest in the tree."""
    lines = []
    for level in range(levels):
        blank = "    " * level
        lines += [f"{blank}{key}:", f'{blank}  - id: "{key[0]}{level + 1}"', f'{blank}    texto: "Nivel {level + 1}"']
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("text", ["FUGAS  en la red", "Fugas en la réd", "¡Fugas, en la red!"])
def test_two_causes_that_say_the_same_are_one(text: str) -> None:
    files = changed(TREE_PATH, ("Nadie mide el consumo.", text))
    assert findings_of(files) == [f"{TREE_PATH}:12:12 ARB01"]
    assert messages_of(files)[0].startswith("Esta causa dice lo mismo que la causa «c1».")


def test_a_cause_below_another_is_compared_as_well() -> None:
    below = '    causas:\n      - id: "c1.1"\n        texto: "Nadie mide el consumo"\n'
    files = changed(TREE_PATH, ('    texto: "Fugas en la red."\n', f'    texto: "Fugas en la red."\n{below}'))
    assert findings_of(files) == [f"{TREE_PATH}:15:12 ARB01"]


def test_an_effect_may_say_what_a_cause_says() -> None:
    assert findings_of(changed(TREE_PATH, ("Las familias compran agua cara.", "Fugas en la red."))) == []


@pytest.mark.parametrize(("key", "old"), [("causas", CAUSES), ("efectos", EFFECTS)])
def test_six_levels_are_enough(key: str, old: str) -> None:
    first = TREE_PATH, (old, nested(key, 6))
    assert findings_of(changed(*first)) == []
    (found,) = findings_of(changed(TREE_PATH, (old, nested(key, 9))))
    assert found.endswith(" ARB02")


def test_two_hundred_causes_and_effects_are_enough() -> None:
    def of(count: int) -> dict[str, str | bytes]:
        return changed(
            TREE_PATH, (CAUSES, "causas:\n" + "".join(f'  - id: "c{n}"\n    texto: "{n}"\n' for n in range(1, count)))
        )

    assert findings_of(of(200)) == []
    assert findings_of(of(201)) == [f"{TREE_PATH}:3:5 ARB03"]


def test_a_tree_of_which_no_cause_is_answered_is_noticed() -> None:
    absent = 'no_disponible:\n  - campo: "causas"\n    motivo: "No consta"\n'
    silent = (('causas:\n  - "agua/c1"\n', ""), ("no_disponible:\n", absent))
    files = changed(COMMITMENT_PATH, *silent)
    assert findings_of(files) == [f"{TREE_PATH}:8:1 ARB04"]
    assert "«agua/c1»" in messages_of(files)[0]
    table = 'tipo: "mesa"\nid: "m1"\nnumero: 1\ntema: "agua"\n'
    proposed = '  - id: "a1"\n    titulo: "Medir"\n    causas:\n      - "agua/c2"\n'
    alternative = f'{proposed}    destino: "descartada"\n    motivo: "Cara"\n'
    files["plan/4-mesas/mesa-01.md"] = f"---\n{table}alternativas:\n{alternative}---\n"
    assert not [said for said in findings_of(files) if said.endswith("ARB04")]


def test_an_answer_in_a_file_that_cannot_be_read_may_be_there() -> None:
    assert not [said for said in findings_of({**VALID, COMMITMENT_PATH: "---\n{\n"}) if "ARB" in said]


def test_a_repeated_id_is_the_mistake_of_any_document() -> None:
    assert findings_of(changed(TREE_PATH, ('id: "e1"', 'id: "c2"'))) == [f"{TREE_PATH}:14:9 REF01"]


@pytest.mark.parametrize(("part", "key"), [(CAUSES, "causas"), (EFFECTS, "efectos"), (PROBLEM, "problema_central")])
def test_what_is_left_out_without_a_word_is_missing_as_anywhere(part: str, key: str) -> None:
    files = changed(TREE_PATH, (part, ""))
    expected = [f"{TREE_PATH}:2:1 ELE01"]
    assert [said for said in findings_of(files) if said.startswith(TREE_PATH)] == expected
    assert any(f"({key})" in said for said in messages_of(files))
    assert ROADMAP_PATH not in "".join(findings_of(files))
