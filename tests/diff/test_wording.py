"""What passes for a slip of the pen: only what cannot change what is meant."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plans import COMMITMENT_PATH, ROADMAP_PATH, VALID, loaded

from actionplan.diff.compare import Comparison
from actionplan.diff.wording import is_slip
from actionplan.text.normalise import plain

KNOWN = "Las actas de los recorridos y los formatos impresos se leen en la comisión."


def is_told_as_slip(before: str, after: str, *, elsewhere: str = KNOWN) -> bool:
    base, head = (
        loaded(
            {
                **VALID,
                COMMITMENT_PATH: VALID[COMMITMENT_PATH].replace("Medir el agua.", text),
                ROADMAP_PATH: f"{VALID[ROADMAP_PATH]}\n## Supuestos y riesgos\n\n{elsewhere}\n",
            }
        ).plan
        for text in (before, after)
    )
    [change] = Comparison(base, head).changes
    return change.kind.name == "TYPO"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Medir el agua de los barios altos.", "Medir el agua de los barrios altos."),
        ("Medir el agua de los barrios", "Medir el agua de los barrios."),
        ("Medir el agua de los Barrios, y ya.", "Medir el agua de los barrios , y ya."),
        ("Medir el agua,, y también la luz..", "Medir el agua, y también la luz."),
        ("Se harán recorirdos por la red.", "Se harán recorridos por la red."),
        ("Se repartirán formatos impreesos.", "Se repartirán formatos impresos."),
        ("Lo dirá la comision.", "Lo dirá la comisión."),
    ],
)
def test_a_correction_into_what_the_plan_says_already(before: str, after: str) -> None:
    assert is_told_as_slip(before, after)


def test_what_is_written_elsewhere_too_is_no_slip_nor_is_what_nobody_wrote_before() -> None:
    before, after = "Se harán recorirdos por la red.", "Se harán recorridos por la red."
    assert is_told_as_slip(before, after)
    assert not is_told_as_slip(before, after, elsewhere=f"{KNOWN} {before}")
    assert not is_told_as_slip(before, after, elsewhere="")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Lo dirá la comisión.", "Lo dirá la comision."),
        ("Se harán recorirdos por la red.", "Se harán rekorridos por la red."),
        ("Se harán talleers por la red.", "Se harán talleres por la red."),
        ("Se medirá en 300 barrios de la ciudad.", "Se medirá en 500 barrios de la ciudad."),
        ("Se medirá en 10 barrios de la ciudad.", "Se medirá en 100 barrios de la ciudad."),
        ("Se medirá el 1.5 por ciento.", "Se medirá el 15 por ciento."),
        ("Se medirá a -5 grados.", "Se medirá a - 5 grados."),
        ("Se medirá el agua de la ciudad.", "No se medirá el agua de la ciudad."),
        ("Se medirá el agua. No se cobrará.", "Se medirá el agua no. Se cobrará."),
        ("No, se medirá el agua.", "No se medirá el agua."),
        ("Se medirá el agua de la ciudad.", "Se medirá la luz de la ciudad."),
        ("Se medirá el agua.", "Se medirá el ~~agua~~."),
        ("Ver [el acta](https://a.mx/acta-uno).", "Ver [el acta](https://a.mx/actauno)."),
        ("Lo dirá el consejo de la ciudad.", "Lo dirá el concejo de la ciudad."),
        ("Se publica cada mes.", "Se publico cada mes."),
        ("Hacer recorridos por la red.", "Deshacer recorridos por la red."),
        ("Actas firmadas por las partes.", "Actas afirmadas por las partes."),
        ("En sesenta días se publicará.", "En setenta días se publicará."),
        ("Un informe trimestral a la mesa.", "Un informe cuatrimestral a la mesa."),
        ("Un uso legal de los datos.", "Un uso ilegal de los datos."),
        ("Con presupuesto suficiente.", "Con presupuesto insuficiente."),
        ("Se van a prescribir las multas.", "Se van a proscribir las multas."),
        ("Las tomas se medirán cada mes.", "Las tomas se medirían cada mes."),
        ("En la campaña de la red.", "En la campana de la red."),
        ("Sí se medirá el agua.", "Si se medirá el agua."),
        ("Se hará en la cuarta parte.", "Se hará en la cuatra parte."),
    ],
)
def test_what_may_turn_what_is_promised_around(before: str, after: str) -> None:
    assert not is_told_as_slip(before, after, elsewhere=f"{KNOWN} {after.replace('. ', ' ')}")


WORD = st.text("abcdeéilmnñorstuáó", min_size=1, max_size=9)
SIGN = st.sampled_from(["", "", "", ",", ".", ";", ":", " no", " 10", " 1.5"])
TEXT = st.lists(st.tuples(WORD, SIGN), min_size=1, max_size=6).map(lambda it: " ".join(map("".join, it)))


@given(TEXT, TEXT)
def test_where_no_word_is_corrected_nothing_but_blanks_capitals_and_a_last_stop_differ(one: str, other: str) -> None:
    bare = ["".join(text.casefold().split()).rstrip(".,;:") for text in (one, other)]
    assert not is_slip(one, other, lambda *_: False) or bare[0] == bare[1]


@given(TEXT, st.data())
def test_a_slip_leaves_figures_and_short_words_alone_and_only_corrects(text: str, data: st.DataObject) -> None:
    words = text.split()
    at = data.draw(st.integers(0, len(words) - 1))
    other = " ".join([*words[:at], data.draw(WORD), *words[at + 1 :]])
    corrected: list[tuple[str, str]] = []

    def corrects(word: str, new: str) -> bool:
        corrected.append((word, new))
        return True

    if is_slip(text, other, corrects):
        for word, new in corrected:
            old, now = Counter(plain(word)), Counter(plain(new))
            assert min(len(word), len(new)) > 5
            assert word.isalpha()
            assert (old - now).total() + (now - old).total() <= 1
