"""What a proposal changes in meaning: every difference in one sentence, and nothing for another way of writing."""

from __future__ import annotations

import copy
import unicodedata
from collections.abc import Iterator
from typing import cast

import pytest
import yaml
from plans import (
    COMMITMENT_PATH,
    REPORT_PATH,
    ROADMAP_PATH,
    TREE_PATH,
    VALID,
    VERIFICATION_PATH,
    changed,
    loaded,
)

from actionplan.diff.change import Change, ChangeKind
from actionplan.diff.compare import Comparison
from actionplan.diff.files import moved_evidence
from actionplan.diff.nouns import PARTS
from actionplan.documents import Writable, data_text, document_text, kind_at
from actionplan.language.locale import locale
from actionplan.model import MODELS, DocumentPart, Plan
from actionplan.model.fields import parts_of

Files = dict[str, str | bytes]
Data = dict[str, Writable]
BASE = loaded(VALID).plan


def written(base: Plan, head: Plan) -> list[Change]:
    """What a proposal writes; what that comes to in figures has its own tests."""
    effects = ("FORECAST", "PROGRESS", "VERIFIED_PROGRESS")
    return [change for change in Comparison(base, head).changes if not change.kind.name.startswith(effects)]


def said(head: Files | dict[str, str], base: Files | dict[str, str] = VALID) -> list[str]:
    return [change.said() for change in written(loaded(base).plan, loaded(head).plan)]


def kinds(head: Files | dict[str, str]) -> list[ChangeKind]:
    return [change.kind for change in written(BASE, loaded(head).plan)]


@pytest.mark.parametrize(
    ("path", "old", "new", "sentence"),
    [
        (
            ROADMAP_PATH,
            'conclusion: "2020-03-31"',
            'conclusion: "2020-06-15"',
            "En la hoja de ruta de c01, a1.1: la conclusión se atrasa 76 días, de 2020-03-31 a 2020-06-15.",
        ),
        (
            ROADMAP_PATH,
            'conclusion: "2020-03-31"',
            'conclusion: "2020-03-01"',
            "En la hoja de ruta de c01, a1.1: la conclusión se adelanta 30 días, de 2020-03-31 a 2020-03-01.",
        ),
        (
            ROADMAP_PATH,
            "valor: 5",
            "valor: 3",
            "En la hoja de ruta de c01, i1/metas/1: la meta pide menos que antes: «Valor» pasa de 5 a 3.",
        ),
        (
            ROADMAP_PATH,
            'responsable: "gob"',
            'responsable: "osc"',
            "En la hoja de ruta de c01: cambia quién responde («Responsable» de a1.1): gob → osc.",
        ),
        (
            COMMITMENT_PATH,
            'situacion: "vigente"',
            'situacion: "concluido"',
            "En el compromiso c01: «Situación» pasa de vigente a concluido.",
        ),
        (
            COMMITMENT_PATH,
            "Medir el agua.",
            "Que cada barrio sepa cuánta agua llega y quién la usa.",
            (
                "En el compromiso c01: se reescribe el apartado «Objetivo» (cambia 100 % del texto): "
                "«Medir el agua.» → «Que cada barrio sepa cuánta agua llega y quién la usa.»"
            ),
        ),
        (COMMITMENT_PATH, "Con medidores.", "Con medidores", ""),
        (
            COMMITMENT_PATH,
            "## Cómo contribuye\n\nCon medidores.\n\n",
            "",
            "En el compromiso c01: se quita el apartado «Cómo contribuye».",
        ),
        (
            TREE_PATH,
            '  - id: "c2"\n    texto: "Nadie mide el consumo."\n',
            "",
            "En el tema agua: se quita la causa «c2» («Nadie mide el consumo.»).",
        ),
        (
            TREE_PATH,
            'id: "c2"',
            'id: "c9"',
            "En el tema agua: la causa «c2» cambia de identificador a «c9».",
        ),
        (
            REPORT_PATH,
            "porcentaje: 40",
            "porcentaje: 50",
            "Lo publicado en el avance c01/2020-03-31-gob dice otra cosa en «Porcentaje» de actividades/a1.1: 40 → 50.",
        ),
        (
            "plan/actores.yml",
            '    sector: "sociedad_civil"',
            '    sector: "sociedad_civil"\n    cuentas:\n      - "intrusa"',
            "En plan/actores.yml: cambian las cuentas que hablan por osc: — → intrusa.",
        ),
        (
            "plan/plan.yml",
            'corte: "2020-12-31"',
            'corte: "2020-12-30"',
            (
                "En plan/plan.yml: cambia un ajuste con el que se calculan las cifras, «Fecha de corte»: "
                "2020-12-31 → 2020-12-30."
            ),
        ),
        (
            COMMITMENT_PATH,
            'campo: "pnd"\n    motivo: "No consta"',
            'campo: "pnd"\n    motivo: "No se publicó"',
            "En el compromiso c01: cambia «No disponible» en pnd.",
        ),
    ],
)
def test_a_change_is_said_in_one_sentence(path: str, old: str, new: str, sentence: str) -> None:
    found = said(changed(path, (old, new)))
    if sentence:
        assert found == [sentence]
    else:
        assert [kind.name for kind in kinds(changed(path, (old, new)))] == ["TYPO"]


def test_a_change_is_said_in_english_with_the_names_of_documents_and_all() -> None:
    swaps = (('conclusion: "2020-03-31"', 'conclusion: "2020-06-15"'), ("Instalar medidores", "Quitar medidores"))
    head = loaded(changed(ROADMAP_PATH, *swaps)).plan
    assert [change.said(locale("en").translate) for change in written(BASE, head)] == [
        "In the roadmap of c01, a1.1: the end slips 76 days, from 2020-03-31 to 2020-06-15.",
        "In the roadmap of c01: what was signed changes, “Title” of a1.1: «Instalar medidores» → «Quitar medidores».",
    ]


def test_records_tell_what_they_claim() -> None:
    before = {path: text for path, text in VALID.items() if path not in (REPORT_PATH, VERIFICATION_PATH)}
    assert said(VALID, before) == [
        "La verificación c01/2020-04-10-osc impugna «a1.1»: «Faltan medidores.»",
        "El avance c01/2020-03-31-gob reporta «a1.1»: en_proceso, 40 %.",
        "Se añade el avance c01/2020-03-31-gob.",
        "Se añade la verificación c01/2020-04-10-osc.",
    ]
    done = VALID[REPORT_PATH].replace('"en_proceso"\n    porcentaje: 40', '"completado"\n    porcentaje: 100')
    assert "En el avance c01/2020-03-31-gob: «a1.1» se da por completada sin evidencia comprobable (v1)." in said(
        {**VALID, REPORT_PATH: done}, before
    )


def test_what_is_lost_comes_first() -> None:
    head = changed(COMMITMENT_PATH, ("Medir el agua.", "Medir el Agua."))
    head[ROADMAP_PATH] = VALID[ROADMAP_PATH].replace('conclusion: "2020-03-31"', 'conclusion: "2020-04-30"')
    del head[REPORT_PATH], head[VERIFICATION_PATH]
    assert [kind.name for kind in kinds(head)] == ["RECORD_REMOVED", "RECORD_REMOVED", "LATER_END", "TYPO"]


def test_a_folder_that_moves_is_only_that() -> None:
    folder, other = "commitments/01-agua", "commitments/01-agua-medida"
    base: Files = {**VALID, f"{folder}/evidencias/acta.pdf": b"1"}
    head = {path.replace(folder, other): text for path, text in base.items()}
    assert said(head, base) == [f"La carpeta del compromiso c01 cambia de nombre: {folder} → {other}."]
    head[f"{other}/evidencias/otra.pdf"] = head.pop(f"{other}/evidencias/acta.pdf")
    moved = f"«{other}/evidencias/otra.pdf» cambia de lugar; antes era «{folder}/evidencias/acta.pdf»."
    assert said(head, base)[1:] == [f"El archivo de evidencia {moved}"]


def test_a_record_under_another_name_is_the_same_record() -> None:
    renamed = REPORT_PATH.replace("-gob", "-gob-2")
    head = {path.replace(REPORT_PATH, renamed): text for path, text in VALID.items()}
    [change] = written(BASE, loaded(head).plan)
    assert change.said() == (
        f"Lo publicado en el avance c01/2020-03-31-gob cambia de nombre: {REPORT_PATH} → {renamed}."
    )
    assert change.asks == ("Lo publicado no se edita ni se borra: se corrige con un documento nuevo.",)


def test_a_piece_of_evidence_under_another_name_is_the_same_unless_it_was_read_and_is_not() -> None:
    old, new = (f"commitments/01-agua/evidencias/{name}.pdf" for name in ("acta", "acta-firmada"))
    base, head = (loaded({**VALID, path: b"1"}).plan for path in (old, new))
    assert moved_evidence(base, head) == {new: old}
    [moved] = Comparison(base, head).changes
    assert moved.said() == f"El archivo de evidencia «{new}» cambia de lugar; antes era «{old}»."
    assert [change.said() for change in Comparison(base, head, {new}).changes] == [
        f"Se quita el archivo de evidencia «{old}».",
        f"Se añade el archivo «{new}».",
    ]


def test_evidence_that_goes_comes_or_changes() -> None:
    folder = "commitments/01-agua/evidencias"
    base: Files = {**VALID, f"{folder}/a.pdf": b"1", f"{folder}/b.pdf": b"1"}
    head: Files = {**VALID, f"{folder}/b.pdf": b"22"}
    assert said({**head, f"{folder}/c.pdf": b"333"}, base) == [
        f"Se quita el archivo de evidencia «{folder}/a.pdf».",
        f"El archivo de evidencia «{folder}/b.pdf» tiene otro contenido.",
        f"Se añade el archivo «{folder}/c.pdf».",
    ]


def test_what_could_not_be_read_is_not_taken_for_gone() -> None:
    assert said({**VALID, TREE_PATH: "---\n["}) == [f"No se puede leer {TREE_PATH}: no se sabe qué cambia ahí."]


def test_evidence_is_where_it_was_although_its_commitment_cannot_be_read() -> None:
    base: Files = {**VALID, "commitments/01-agua/evidencias/acta.pdf": b"1"}
    broken: Files = {**base, COMMITMENT_PATH: VALID[COMMITMENT_PATH].replace('titulo: "', "titulo: '", 1)}
    assert COMMITMENT_PATH in [document.path for document in loaded(broken).plan.unreadable]
    unread = f"No se puede leer {COMMITMENT_PATH}: no se sabe qué cambia ahí."
    before = f"Lo publicado en {COMMITMENT_PATH} no se podía leer: no se sabe qué cambia ahí."
    assert (said(broken, base), said(base, broken), said(broken, broken)) == ([unread], [before], [])
    assert [it.said() for it in Comparison(loaded(broken).plan, loaded(broken).plan, {COMMITMENT_PATH}).changes] == [
        unread
    ]
    replaced: Files = {**broken, "commitments/01-agua/evidencias/acta.pdf": b"22"}
    assert said(replaced, base) == [
        unread,
        "El archivo de evidencia «commitments/01-agua/evidencias/acta.pdf» tiene otro contenido.",
    ]


def data_of(text: str) -> Data:
    return cast("Data", yaml.safe_load(text.split("---\n")[1] if text.startswith("---") else text))


def rewritten(path: str, data: Data) -> Files:
    kind = kind_at(path)
    assert kind is not None
    body = VALID[path].partition("\n---\n")[2]
    return {**VALID, path: data_text(data) if kind.is_settings else document_text(data, body)}


def texts(value: Writable, steps: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in items:
        if isinstance(inner, dict | list):
            yield from texts(inner, (*steps, step))
        else:
            yield (*steps, step)


@pytest.mark.parametrize("path", VALID)
def test_nothing_is_ever_silent(path: str) -> None:
    """Each value of each document changed: either the plan no longer reads it as it did, or the change is said."""
    data = data_of(VALID[path])
    for steps in texts(data):
        for other in ("otra", "2020-02-02", 7, "a1.1", "osc"):
            mutant = copy.deepcopy(data)
            owner: object = mutant
            for step in steps[:-1]:
                owner = cast("dict[str | int, object]", owner)[step]
            holder = cast("dict[str | int, Writable]", owner)
            if holder[steps[-1]] == other:
                continue
            holder[steps[-1]] = other
            result = loaded(rewritten(path, mutant))
            if not any(finding.path == path and finding.code.startswith("FOR") for finding in result.findings):
                assert Comparison(BASE, result.plan).changes, (path, steps, other)


@pytest.mark.parametrize("path", VALID)
def test_another_way_of_writing_is_no_change(path: str) -> None:
    data = data_of(VALID[path])
    turned = rewritten(path, dict(reversed(data.items())))
    spaced = {**VALID, path: VALID[path].replace("\n\n", "\n\n\n") + "\n"}
    bare = {**VALID, path: VALID[path].replace('"gob"', "'gob'").replace('"2020-06-30"', "2020-06-30")}
    wrapped = {
        **VALID,
        path: VALID[path].replace("\nLas mujeres acarrean el agua.", "\nLas mujeres\nacarrean  el agua."),
    }
    apart = {**VALID, path: unicodedata.normalize("NFD", VALID[path])}
    dos = {**VALID, path: "\ufeff" + VALID[path].replace("\n", "\r\n")}
    for head in (turned, spaced, bare, wrapped, apart, dos):
        assert said(head) == []


def test_every_part_with_an_id_has_a_name_for_sentences() -> None:
    identified = {part for model in MODELS.values() for part in parts_of(model) if not issubclass(part, DocumentPart)}
    assert PARTS.keys() == {part for part in identified if part.identity == "id"}
    assert all(noun.named.partition(" ")[2] == noun.bare for noun in PARTS.values())
