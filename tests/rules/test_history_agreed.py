"""What was signed, reported or shown moves in the open, or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

import pytest
from plans import REPORT_PATH, ROADMAP_PATH, VALID, VERIFICATION_PATH, changed, loaded, said, with_file

from actionplan.diff.compare import Comparison
from actionplan.findings import Severity, in_order
from actionplan.rules.history_checks import check_all, check_changes

Files = Mapping[str, str | bytes]

DRAFT = changed(ROADMAP_PATH, ('"firmada"', '"borrador"'))
MOVE = """\
  - fecha: "{day}"
    actividad: "a1.1"
    campo: "conclusion"
    antes: "{before}"
    despues: "{after}"
    motivo: "Lluvias."
    acordada_en: "s1"
"""
FIRST = MOVE.format(day="2020-03-01", before="2020-03-31", after="2020-04-30")
SECOND = MOVE.format(day="2020-04-01", before="2020-04-30", after="2020-05-31")
EVIDENCE = "commitments/01-agua/evidencias"
PROOFS = """\
porcentaje: 40
    evidencias:
      - titulo: "Acta"
        archivo: "acta.pdf"
      - titulo: "Nota"
        url: "https://gob.example/nota"
"""
SHOWN: Files = {**changed(REPORT_PATH, ("porcentaje: 40\n", PROOFS)), f"{EVIDENCE}/acta.pdf": b"%PDF-1"}


def since(head: Files, base: Files = VALID, altered: tuple[str, ...] = ()) -> list[str]:
    found = check_changes(Comparison(loaded(base).plan, loaded(head).plan, altered))
    return [said(finding) for finding in in_order(list(found))]


def first_message(head: Files, base: Files = VALID) -> str:
    [finding] = check_changes(Comparison(loaded(base).plan, loaded(head).plan))
    return finding.message()


def edited(files: Files, path: str, *swaps: tuple[str, str]) -> Files:
    text = str(files[path])
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new, 1)
    return {**files, path: text}


def in_another_folder(files: Files) -> Files:
    return {path.replace("01-agua", "01-medidores"): files[path] for path in files}


def rescheduled(end: str, *entries: str, files: Files = VALID) -> Files:
    """The roadmap with its activity ending another day, and the entries that say so."""
    swap = ('conclusion: "2020-03-31"', f'conclusion: "{end}"')
    entered = ("procedencia:", f"reprogramaciones:\n{''.join(entries)}procedencia:")
    return edited(files, ROADMAP_PATH, swap, *([entered] if entries else []))


# Dates


def test_a_signed_date_moves_only_by_a_rescheduling() -> None:
    assert since(rescheduled("2020-04-30")) == [f"{ROADMAP_PATH}:15:21 HIS08"]
    assert first_message(rescheduled("2020-04-30")).startswith(
        "«conclusion» de «a1.1» pasó de 2020-03-31 a 2020-04-30 sin una reprogramación que lo diga."
    )
    assert since(rescheduled("2020-04-30", FIRST)) == []
    assert since(rescheduled("2020-05-31", FIRST, SECOND)) == []
    assert since(rescheduled("2020-05-31", FIRST, SECOND), rescheduled("2020-04-30", FIRST)) == []


def test_a_rescheduling_that_does_not_start_from_the_date_in_force_moves_nothing() -> None:
    assert since(rescheduled("2020-05-31", SECOND)) == [f"{ROADMAP_PATH}:15:21 HIS08"]
    other = FIRST.replace('"conclusion"', '"inicio"')
    assert since(rescheduled("2020-04-30", other)) == [f"{ROADMAP_PATH}:15:21 HIS08"]


def test_a_second_move_without_an_entry_is_told_although_there_is_a_first() -> None:
    assert since(rescheduled("2020-05-31", FIRST), rescheduled("2020-04-30", FIRST)) == [f"{ROADMAP_PATH}:15:21 HIS08"]


def test_a_signed_date_that_is_taken_out_has_moved_too() -> None:
    head = edited(VALID, ROADMAP_PATH, ('        conclusion: "2020-03-31"\n', ""))
    assert since(head) == [f"{ROADMAP_PATH}:11:9 HIS08"]
    assert "pasó de 2020-03-31 a — sin" in first_message(head)


def test_in_a_draft_a_date_that_moves_is_a_notice_and_on_signing_it_is_settled() -> None:
    moved = rescheduled("2020-04-30", files=DRAFT)
    [finding] = check_changes(Comparison(loaded(DRAFT).plan, loaded(moved).plan))
    assert (finding.code, finding.severity) == ("HIS09", Severity.NOTICE)
    assert since(rescheduled("2020-04-30", FIRST, files=DRAFT), DRAFT) == []
    assert since(rescheduled("2020-04-30"), DRAFT) == []


# Reschedulings


@pytest.mark.parametrize("files", [VALID, DRAFT])
def test_a_rescheduling_stays_as_it_was_published(files: Files) -> None:
    base = rescheduled("2020-05-31", FIRST, SECOND, files=files)
    gone = rescheduled("2020-05-31", SECOND, files=files)
    reworded = rescheduled("2020-05-31", FIRST.replace("Lluvias", "Ajuste"), SECOND, files=files)
    swapped = rescheduled("2020-05-31", SECOND, FIRST, files=files)
    assert [line.rpartition(" ")[2] for line in since(gone, base)] == ["HIS10"]
    assert since(reworded, base) == [f"{ROADMAP_PATH}:39:5 HIS10"]
    assert [line.rpartition(" ")[2] for line in since(swapped, base)] == ["HIS10"]
    assert first_message(reworded, base).startswith("La reprogramación de «a1.1» del 2020-03-01 ya no está")


def test_to_undo_a_move_by_taking_out_its_entry_is_one_finding() -> None:
    assert [line.rpartition(" ")[2] for line in since(VALID, rescheduled("2020-04-30", FIRST))] == ["HIS10"]


# What was signed


def test_a_signed_roadmap_stays_signed() -> None:
    assert since({**DRAFT}) == [f"{ROADMAP_PATH}:5:20 HIS11"]
    assert first_message(DRAFT).startswith("La hoja de ruta estaba firmada y ahora dice «borrador».")
    loosened = edited(DRAFT, ROADMAP_PATH, ("valor: 5", "valor: 3"), ('"2020-03-31"', '"2020-05-31"'))
    assert since(loosened) == [f"{ROADMAP_PATH}:5:20 HIS11"]
    assert since(VALID, DRAFT) == []


TERMS = [
    (("valor: 5", "valor: 3"), "i1/metas"),
    (("valor: 0", "valor: 2"), "i1/linea_base"),
    (('    linea_base:\n      valor: 0\n      fecha: "2020-01-01"\n', ""), "i1/linea_base"),
    (('unidad: "barrios"', 'unidad: "tomas"'), "i1/unidad"),
    (('titulo: "Medir"', 'titulo: "Medir"\n    ponderacion: 100'), "a1/ponderacion"),
    (("La red se mide", "Parte de la red se mide"), "resultado_final"),
    (("Medidores instalados", "Medidores comprados"), "p1/nombre"),
    (("Acta de entrega", "Acta de compra"), "v1/descripcion"),
    (('emite: "gob"', 'emite: "osc"'), "v1/emite"),
    (("Barrios medidos", "Barrios visitados y medidos"), "i1/nombre"),
    (('responsable: "gob"', 'responsable: "osc"'), "a1.1/responsable"),
    (
        (
            "        productos:",
            '        depende_de:\n          - actividad: "a1.1"\n            tipo: "FC"\n        productos:',
        ),
        "a1.1/depende_de",
    ),
    (
        (
            "        productos:\n",
            '        productos:\n          - id: "p0"\n            nombre: "Plano"\n            tipo: "otro"\n',
        ),
        "p0",
    ),
    (('      - id: "a1.1"', '      - id: "a1.0"\n        titulo: "Licitar"\n      - id: "a1.1"'), "a1.0"),
]


@pytest.mark.parametrize(("swap", "told"), TERMS)
def test_what_was_signed_changes_only_with_a_new_version(swap: tuple[str, str], told: str) -> None:
    head = edited(VALID, ROADMAP_PATH, swap)
    assert since(head) == [f"{ROADMAP_PATH}:4:10 HIS12"]
    assert first_message(head).startswith(f"Cambió lo firmado ({told}) y «version» sigue en 1.")
    assert since(edited(head, ROADMAP_PATH, ("version: 1", "version: 2"))) == []
    draft = edited(DRAFT, ROADMAP_PATH, swap)
    assert since(draft, DRAFT) == []


def test_many_terms_are_one_finding_and_rewriting_a_number_is_none() -> None:
    assert "(i1/linea_base, i1/metas)" in first_message(
        edited(VALID, ROADMAP_PATH, ("valor: 0", "valor: 1"), ("valor: 5", "valor: 4"))
    )
    assert since(edited(VALID, ROADMAP_PATH, ("valor: 5", "valor: 5.0"))) == []


# Records


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        (REPORT_PATH, "porcentaje: 40", "porcentaje: 60", "9:17"),
        (REPORT_PATH, '"gob"\n', '"gob"\nperiodo: "2020-T1"\n', "6:10"),
        (REPORT_PATH, "40\n---\n", "40\n---\n\nTodo va bien.\n", "11:1"),
        (VERIFICATION_PATH, '"impugnado"', '"verificado"', "9:15"),
        (VERIFICATION_PATH, "Faltan medidores.", "Faltan tomas.", "10:13"),
    ],
)
def test_a_record_that_was_published_is_not_edited(path: str, old: str, new: str, place: str) -> None:
    assert since(edited(VALID, path, (old, new))) == [f"{path}:{place} HIS14"]


def test_a_record_may_be_written_otherwise_move_with_its_folder_and_be_waived() -> None:
    waived = edited(VALID, REPORT_PATH, ("40\n", '40\nexcepciones:\n  - regla: "FEC03"\n    motivo: "Así fue."\n'))
    assert since(waived) == []
    assert since(in_another_folder(VALID)) == []


@pytest.mark.parametrize("path", [REPORT_PATH, VERIFICATION_PATH])
def test_a_record_that_was_published_is_not_removed_nor_renamed(path: str) -> None:
    assert since({name: text for name, text in VALID.items() if name != path}) == [f"{path}:1:1 HIS13"]
    renamed = {name.replace(path, path.replace(".md", "-2.md")): text for name, text in VALID.items()}
    assert since(renamed) == [f"{path}:1:1 HIS13"]


# Evidence


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('      - titulo: "Nota"\n        url: "https://gob.example/nota"\n', "", "HIS15"),
        ("gob.example/nota", "gob.example/otra", "HIS15"),
        ('archivo: "acta.pdf"', 'archivo: "otra.pdf"', "HIS15"),
        (
            '"https://gob.example/nota"\n',
            '"https://gob.example/nota"\n      - titulo: "Foto"\n        url: "https://f.example"\n',
            "HIS14",
        ),
    ],
)
def test_evidence_is_neither_removed_replaced_nor_added_afterwards(old: str, new: str, code: str) -> None:
    assert [line.rpartition(" ")[2] for line in since(edited(SHOWN, REPORT_PATH, (old, new)), SHOWN)] == [code]


def test_a_file_of_evidence_keeps_its_contents() -> None:
    longer = {**SHOWN, f"{EVIDENCE}/acta.pdf": b"%PDF-1 y otra cosa"}
    assert since(longer, SHOWN) == [f"{REPORT_PATH}:12:18 HIS16"]
    assert since(SHOWN, SHOWN, altered=(f"{EVIDENCE}/acta.pdf",)) == [f"{REPORT_PATH}:12:18 HIS16"]
    assert since(in_another_folder(SHOWN), SHOWN) == []


def test_a_file_that_no_report_shows_may_change() -> None:
    draft = f"{EVIDENCE}/borrador.pdf"
    assert since(with_file(draft, b"2222"), with_file(draft, b"1")) == []


# One mistake, one finding


def found_in_all(head: Files, base: Files) -> list[str]:
    """What the check says against what was published, by code."""
    before, after = loaded(base), loaded(head)
    fresh = [finding for finding in after.findings if finding not in before.findings]
    return sorted(finding.code for finding in check_all(fresh, Comparison(before.plan, after.plan)))


def test_a_date_that_moved_is_not_told_again_with_the_opposite_advice() -> None:
    base = rescheduled("2020-04-30", FIRST)
    moved = rescheduled("2020-05-31", FIRST)
    assert found_in_all(moved, base) == ["HIS08"]
    rewritten = edited(base, ROADMAP_PATH, ('despues: "2020-04-30"', 'despues: "2020-05-31"'))
    assert found_in_all(rewritten, base) == ["HIS10"]
    assert [finding.code for finding in loaded(moved).findings if finding.code == "FEC06"] == ["FEC06"]


def test_a_published_file_that_is_replaced_is_to_come_back_whatever_its_fingerprint_says() -> None:
    path = f"{EVIDENCE}/acta.pdf"
    sealed = edited(
        SHOWN, REPORT_PATH, ('"acta.pdf"\n', f'"acta.pdf"\n        sha256: "{sha256(b"%PDF-1").hexdigest()}"\n')
    )
    replaced = {**sealed, path: b"otra cosa"}
    assert found_in_all(replaced, sealed) == ["HIS16"]
    assert found_in_all(sealed, replaced) == []
