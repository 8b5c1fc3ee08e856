"""Edits as people make them, each with all that is said of it and what the rules ask for."""

from __future__ import annotations

import pytest
from plans import COMMITMENT_PATH, REPORT, REPORT_PATH, ROADMAP, ROADMAP_PATH, VALID, loaded

from actionplan.diff.change import ChangeKind
from actionplan.diff.compare import Comparison

Files = dict[str, str | bytes]

BOTH = "Las dos partes deben estar de acuerdo."
VERSION = "Falta subir la versión de la hoja de ruta, que está firmada."
TOLD = "Falta decirlo en «reprogramaciones», con su motivo y la sesión en que se acordó."
NO_EDIT = "Lo publicado no se edita ni se borra: se corrige con un documento nuevo."
ROAD = "En la hoja de ruta de c01"
EVIDENCE = "commitments/01-agua/evidencias/acta.pdf"
TWO_TARGETS = ROADMAP.replace("valor: 5\n", 'valor: 5\n      - fecha: "2020-12-30"\n        valor: 9\n')
FIRST_TARGET = '      - fecha: "2020-06-30"\n        valor: 5\n'
END = 'conclusion: "2020-03-31"'
LATER = 'conclusion: "2020-06-30"'
MOVED = f"{ROAD}, a1.1: la conclusión se atrasa 91 días, de 2020-03-31 a 2020-06-30."
ENTRY = """\
reprogramaciones:
  - fecha: "2020-02-01"
    actividad: "a1.1"
    campo: "conclusion"
    antes: "2020-03-31"
    despues: "2020-06-30"
    motivo: "Faltaron medidores."
    acordada_en: "sesion-2020-02-01"
procedencia:"""
RELIEVED = """\
relevos:
  - fecha: "2020-07-01"
    papel: "responsable"
    deja: "gob"
    entra: "osc"
    motivo: "Reforma."
"""
PROOF = '      - titulo: "Acta"\n        url: "https://a.mx/1"\n'
OTHER_PROOF = '      - titulo: "Otra"\n        url: "https://a.mx/2"\n'
PROVEN = REPORT.replace("porcentaje: 40\n", f"porcentaje: 40\n    evidencias:\n{PROOF}{OTHER_PROOF}")


def told(base: Files | dict[str, str], head: Files | dict[str, str], *, altered: str = "") -> list[tuple[str, ...]]:
    """Each sentence with what is asked for."""
    return [(it.said(), *it.asks) for it in Comparison(loaded(base).plan, loaded(head).plan, altered.split()).changes]


def edited(path: str, *swaps: tuple[str, str], text: str = "") -> list[tuple[str, ...]]:
    """What is said of an edit of one file."""
    start = text or VALID[path]
    after = start
    for old, new in swaps:
        assert old in after
        after = after.replace(old, new, 1)
    return told({**VALID, path: start}, {**VALID, path: after})


class TestTargets:
    @pytest.mark.parametrize(
        ("sense", "value", "ask"),
        [
            ("ascendente", 3, "menos"),
            ("ascendente", 7, "más"),
            ("descendente", 3, "más"),
            ("descendente", 7, "menos"),
            ("rango", 3, "menos"),
            ("rango", 7, "más"),
        ],
    )
    def test_what_is_less_depends_on_the_sense_of_the_indicator(self, sense: str, value: int, ask: str) -> None:
        ceiling = "\n        maximo: 9" if sense == "rango" else ""
        start = ROADMAP.replace("ascendente", sense).replace("valor: 5", f"valor: 5{ceiling}")
        assert edited(ROADMAP_PATH, ("valor: 5", f"valor: {value}"), text=start) == [
            (f"{ROAD}, i1/metas/1: la meta pide {ask} que antes: «Valor» pasa de 5 a {value}.", BOTH, VERSION)
        ]

    def test_a_higher_ceiling_asks_for_less(self) -> None:
        start = ROADMAP.replace("ascendente", "rango").replace("valor: 5", "valor: 5\n        maximo: 9")
        assert edited(ROADMAP_PATH, ("maximo: 9", "maximo: 12"), text=start) == [
            (f"{ROAD}, i1/metas/1: la meta pide menos que antes: «Valor máximo» pasa de 9 a 12.", BOTH, VERSION)
        ]

    def test_a_later_date_asks_for_less(self) -> None:
        assert edited(ROADMAP_PATH, ('fecha: "2020-06-30"', 'fecha: "2020-09-30"')) == [
            (
                f"{ROAD}, i1/metas/1: la meta pide menos que antes: «Fecha» pasa de 2020-06-30 a 2020-09-30.",
                BOTH,
                VERSION,
            )
        ]

    def test_of_two_the_one_that_went_is_named_and_the_other_is_not(self) -> None:
        assert edited(ROADMAP_PATH, (FIRST_TARGET, ""), text=TWO_TARGETS) == [
            (f"{ROAD}, i1: se quita una meta (2020-06-30, 5).", BOTH, VERSION)
        ]

    def test_a_new_version_is_not_asked_for_twice(self) -> None:
        assert edited(ROADMAP_PATH, ("valor: 5", "valor: 7"), ("version: 1", "version: 2")) == [
            (f"{ROAD}, i1/metas/1: la meta pide más que antes: «Valor» pasa de 5 a 7.", BOTH),
            (f"{ROAD}: «Versión» pasa de 1 a 2.",),
        ]

    def test_a_baseline_is_agreed_too(self) -> None:
        assert edited(ROADMAP_PATH, ("valor: 0", "valor: 4")) == [
            (f"{ROAD}: cambia lo acordado, «Valor» de i1/linea_base: 0 → 4.", BOTH, VERSION)
        ]


class TestDates:
    def test_a_signed_end_asks_for_its_rescheduling(self) -> None:
        assert edited(ROADMAP_PATH, (END, LATER)) == [(MOVED, BOTH, TOLD)]

    def test_with_its_rescheduling_nothing_more_is_asked_for(self) -> None:
        assert edited(ROADMAP_PATH, (END, LATER), ("procedencia:", ENTRY)) == [
            (MOVED, BOTH),
            (
                f"{ROAD}: se añade una reprogramación de «a1.1»: 2020-03-31 → 2020-06-30, por «Faltaron medidores.»",
                BOTH,
            ),
        ]

    def test_in_a_draft_there_is_nothing_to_reschedule(self) -> None:
        assert edited(ROADMAP_PATH, (END, LATER), text=ROADMAP.replace("firmada", "borrador")) == [(MOVED, BOTH)]


class TestWhatWasSigned:
    """Nothing that both sides signed is mended in passing."""

    @pytest.mark.parametrize(
        ("old", "new", "told"),
        [
            ("Medidores instalados", "Medidores instaladso", "cambia lo acordado, «Nombre» de p1: {}"),
            ("Acta de entrega", "Acta de la entrega", "cambia lo acordado, «Descripción» de v1: {}"),
            ("Barrios medidos", "Barrios meddidos", "cambia lo acordado, «Nombre» de i1: {}"),
            ('emite: "gob"', 'emite: "osc"', "cambia lo acordado, «Quién lo emite» de v1: gob → osc."),
            ('responsable: "gob"', 'responsable: "osc"', "cambia quién responde («Responsable» de a1.1): gob → osc."),
        ],
    )
    def test_asks_for_both_sides_and_a_new_version(self, old: str, new: str, told: str) -> None:
        sentence = f"{ROAD}: {told.format(f'«{old}» → «{new}».')}"
        assert edited(ROADMAP_PATH, (old, new)) == [(sentence, BOTH, VERSION)]

    def test_nor_are_titles_although_they_may_be_reworded(self) -> None:
        assert edited(ROADMAP_PATH, ("Instalar medidores", "Instalar medidoress")) == [
            (f"{ROAD}: cambia lo firmado, «Título» de a1.1: «Instalar medidores» → «Instalar medidoress».", BOTH)
        ]


class TestReschedulings:
    EDITED = "Una reprogramación publicada no se edita ni se borra: se añade otra al final."
    SAID = f"Lo publicado en {ROAD.removeprefix('En ')} sobre una reprogramación de «a1.1» dice otra cosa"
    START = ROADMAP.replace(END, LATER).replace("procedencia:", ENTRY)

    def test_one_that_is_rewritten_is_told_among_the_worst(self) -> None:
        assert edited(ROADMAP_PATH, ("Faltaron medidores.", "Por acuerdo."), text=self.START) == [
            (f"{self.SAID}: «Faltaron medidores.» → «Por acuerdo.»", self.EDITED)
        ]
        assert ChangeKind.RESCHEDULING_EDITED.rank < ChangeKind.PART_REMOVED.rank

    def test_one_that_goes_is_told_whole_and_one_that_comes_is_told_too(self) -> None:
        more = ENTRY.replace('"2020-03-31"', '"2020-06-30"').replace('despues: "2020-06-30"', 'despues: "2020-07-31"')
        gone = (
            f"{self.SAID}: 2020-02-01, a1.1, conclusion, 2020-03-31, 2020-06-30, «Faltaron medidores.», "
            "sesion-2020-02-01 → —."
        )
        assert edited(ROADMAP_PATH, (ENTRY, "procedencia:"), text=self.START) == [(gone, self.EDITED)]
        second = self.START.replace("procedencia:", more.removeprefix("reprogramaciones:\n"))
        assert told({**VALID, ROADMAP_PATH: self.START}, {**VALID, ROADMAP_PATH: second}) == [
            (
                f"{ROAD}: se añade una reprogramación de «a1.1»: 2020-06-30 → 2020-07-31, por «Faltaron medidores.»",
                BOTH,
            )
        ]


class TestRecords:
    def test_evidence_that_is_no_longer_shown_is_named_once(self) -> None:
        assert edited(REPORT_PATH, (PROOF, ""), text=PROVEN) == [
            (
                f"Lo publicado en el avance c01/2020-03-31-gob ya no muestra una evidencia de «a1.1»: «Acta», {'https://a.mx/1'}.",
                NO_EDIT,
            )
        ]

    def test_their_prose_is_published_too(self) -> None:
        start = f"{REPORT}\n## Notas\n\nTodo bien.\n"
        assert edited(REPORT_PATH, ("Todo bien.", "Todo mal."), text=start) == [
            (
                "Lo publicado en el avance c01/2020-03-31-gob dice otra cosa en «Notas»: «Todo bien.» → «Todo mal.»",
                NO_EDIT,
            )
        ]

    @pytest.mark.parametrize("proof", ["", "    evidencias:\n" + PROOF])
    def test_done_without_evidence_of_each_means_is_unproven(self, proof: str) -> None:
        done = REPORT.replace('"en_proceso"\n    porcentaje: 40\n', f'"completado"\n    porcentaje: 100\n{proof}')
        later = done.replace("2020-03-31", "2020-06-30")
        sentence = "En el avance c01/2020-06-30-gob: «a1.1» se da por completada sin evidencia comprobable (v1)."
        assert (sentence, "Sin evidencia de cada medio de verificación cuenta 99 %.") in told(
            VALID, {**VALID, REPORT_PATH.replace("03-31", "06-30"): later}
        )

    def test_done_with_evidence_in_custody_is_proven(self) -> None:
        copy = 'medio: "v1"\n        vista_el: "2020-06-29"\n        copia: "https://b.mx/1"\n'
        proof = f"    evidencias:\n{PROOF}        {copy}"
        done = REPORT.replace('"en_proceso"\n    porcentaje: 40\n', f'"completado"\n    porcentaje: 100\n{proof}')
        head = {**VALID, REPORT_PATH.replace("03-31", "06-30"): done.replace("2020-03-31", "2020-06-30")}
        assert not [sentence for sentence, *_ in told(VALID, head) if "sin evidencia" in sentence]


class TestWholes:
    def test_a_commitment_that_goes_takes_all_of_it_along_in_one_sentence(self) -> None:
        base: Files = {**VALID, EVIDENCE: b"1"}
        assert told(base, {path: text for path, text in VALID.items() if "01-agua" not in path}) == [
            (
                "Se quita el compromiso c01 («Agua medida»), y con él deja de mostrarse todo lo suyo.",
                "Un compromiso no se borra: se concluye, se retira o se fusiona, y se dice en su «situacion».",
            ),
            ("El avance real del plan pasa de 40 % a —.",),
            ("El avance verificado del plan pasa de 0 % a —.",),
        ]

    def test_a_folder_that_moves_takes_its_evidence_along(self) -> None:
        base: Files = {**VALID, EVIDENCE: b"1"}
        head = {path.replace("01-agua", "02-agua"): text for path, text in base.items()}
        moved = EVIDENCE.replace("01-agua", "02-agua")
        sentence = "La carpeta del compromiso c01 cambia de nombre: commitments/01-agua → commitments/02-agua."
        assert told(base, head) == [(sentence,)]
        assert told(base, head, altered=moved)[0] == (
            f"El archivo de evidencia «{moved}» tiene otro contenido.",
            NO_EDIT,
        )

    def test_a_file_of_evidence_is_of_the_commitment_in_whose_folder_it_is(self) -> None:
        nobodys = EVIDENCE.replace("01-agua", "09-nadie")
        files: Files = {**VALID, EVIDENCE: b"1"}
        bare: Files = {path: text for path, text in VALID.items() if "01-agua" not in path}
        plain: Files = {**VALID}
        cases: list[tuple[Files, Files, list[str]]] = [
            (plain, files, ["c01"]),
            (files, plain, ["c01"]),
            (plain, {**plain, nobodys: b"1"}, [""]),
            (bare, files, ["c01"]),
        ]
        for base, head, owners in cases:
            changes = Comparison(loaded(base).plan, loaded(head).plan).changes
            assert [change.commitment for change in changes if change.kind.name.startswith("EVIDENCE")] == owners

    def test_who_answers_is_said_by_name(self) -> None:
        lead = '- institucion: "gob"\n    cargo: "Dirección de Aguas"'
        assert edited(COMMITMENT_PATH, (lead, '- institucion: "osc"\n    cargo: "Otra"')) == [
            (f"En el compromiso c01: cambia quién responde («Instituciones responsables»): {said}.", BOTH)
            for said in ("gob, «Dirección de Aguas» → —", "— → osc, «Otra»")
        ]

    def test_a_handover_tells_who_left_and_why_and_the_newcomer_is_told_with_its_post(self) -> None:
        lead = '- institucion: "gob"\n    cargo: "Dirección de Aguas"'
        after = (lead, '- institucion: "osc"\n    cargo: "Otra"')
        assert edited(COMMITMENT_PATH, after, ("valores:", f"{RELIEVED}valores:")) == [
            ("En el compromiso c01: cambia quién responde («Instituciones responsables»): — → osc, «Otra».", BOTH),
            ("En el compromiso c01: relevo desde el 2020-07-01 como responsable: gob → osc, por «Reforma.»", BOTH),
        ]

    def test_a_handover_that_is_rewritten_is_no_new_one(self) -> None:
        start = VALID[COMMITMENT_PATH].replace("valores:", f"{RELIEVED}valores:")
        assert edited(COMMITMENT_PATH, ("2020-07-01", "2020-08-01"), text=start) == [
            ("En el compromiso c01: cambia quién responde («Fecha» de relevos/1): 2020-07-01 → 2020-08-01.", BOTH)
        ]

    def test_a_roadmap_that_is_no_longer_signed(self) -> None:
        assert edited(ROADMAP_PATH, ('"firmada"', '"borrador"')) == [
            (f"{ROAD}: «Estado del documento» pasa de firmada a borrador.", BOTH)
        ]

    def test_a_weight_that_moves(self) -> None:
        start = ROADMAP.replace('titulo: "Medir"\n', 'titulo: "Medir"\n    ponderacion: 100\n')
        assert edited(ROADMAP_PATH, ("ponderacion: 100", "ponderacion: 60"), text=start) == [
            (f"{ROAD}, a1: la ponderación pasa de 100 a 60.", BOTH, VERSION)
        ]


class TestTexts:
    LONG = "Palabra " * 60

    def test_a_heading_that_is_left_empty_is_lost(self) -> None:
        lost = [("En el compromiso c01: se quita el apartado «Objetivo».", BOTH)]
        assert edited(COMMITMENT_PATH, ("Medir el agua.\n", "")) == lost
        assert edited(COMMITMENT_PATH, ("## Objetivo\n\nMedir el agua.\n", "")) == lost

    def test_of_long_texts_the_place_is_shown_where_they_part(self) -> None:
        before, after = f"{self.LONG}con metas.", f"{self.LONG}sin metas."
        start = VALID[COMMITMENT_PATH].replace("Medir el agua.", before)
        [(sentence, *_)] = edited(COMMITMENT_PATH, (before, after), text=start)
        assert "Palabra con metas.» → «…" in sentence
        assert sentence.endswith("Palabra sin metas.»")

    def test_differences_beyond_what_is_shown_are_counted(self) -> None:
        before = f"Se hará. {self.LONG}En 10 días. {self.LONG}Con metas."
        after = f"Se  hará, {self.LONG}En 100 días. {self.LONG}Sin metas."
        start = VALID[COMMITMENT_PATH].replace("Medir el agua.", before)
        [(sentence, *_)] = edited(COMMITMENT_PATH, (before, after), text=start)
        assert sentence.endswith("…» Otras diferencias en ese texto: 2.")
