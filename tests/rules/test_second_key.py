"""The two keys: who signs what, each once and with its reason; and how a commitment ends before its time."""

import pytest
from plans import (
    COMMITMENT_PATH,
    REPORT,
    REPORT_PATH,
    ROADMAP,
    ROADMAP_PATH,
    VALID,
    VERIFICATION,
    VERIFICATION_PATH,
    changed,
    codes,
    messages_of,
    with_file,
)

OTHER_ACTIVITY = """\
      - id: "a1.2"
        titulo: "Leer medidores"
        responsable: "gob"
        inicio: "2020-02-01"
        conclusion: "2020-03-31"
        productos:
          - id: "p2"
            nombre: "Lecturas"
            tipo: "datos"
        medios_de_verificacion:
          - id: "v2"
            descripcion: "Base de datos"
indicadores:
"""
TWO_ACTIVITIES = ROADMAP.replace("indicadores:\n", OTHER_ACTIVITY)


# Who signs.


def test_nobody_reports_but_who_is_responsible() -> None:
    other = REPORT_PATH.replace("gob", "osc")
    assert codes(with_file(other, REPORT.replace('"gob"', '"osc"'))) == ["5:10 SEG02"]


def test_nobody_verifies_but_a_co_responsible_organisation() -> None:
    assert codes(changed(COMMITMENT_PATH, ('corresponsables:\n  - "osc"', 'corresponsables:\n  - "gob"'))) == [
        "5:15 SEG01"
    ]


@pytest.mark.parametrize("partners", ['  - "osc"\n', '  - "osc"\n  - "gob"\n'])
def test_nobody_verifies_a_report_of_its_own(partners: str) -> None:
    files = changed(COMMITMENT_PATH, ('corresponsables:\n  - "osc"\n', "corresponsables:\n" + partners))
    own = VERIFICATION.replace('organizacion: "osc"', 'organizacion: "gob"')
    assert codes({**files, VERIFICATION_PATH.replace("osc", "gob"): own}) == ["5:15 SEG04"]


def test_who_may_sign_is_told_also_where_it_is_nobody() -> None:
    def nobody(field: str, text: str) -> dict[str, str | bytes]:
        declared = f'  - campo: "{field}"\n    motivo: "No hay"\n  - campo: "alternativas"'
        return changed(COMMITMENT_PATH, (text, ""), ('  - campo: "alternativas"', declared))

    files = changed(COMMITMENT_PATH, ('corresponsables:\n  - "osc"', 'corresponsables:\n  - "gob"'))
    assert "Corresponsables ese día: gob. " in messages_of(files)[0]
    other = with_file(REPORT_PATH.replace("gob", "osc"), REPORT.replace('"gob"', '"osc"'))
    assert "Responsables ese día: gob. " in messages_of(other)[0]
    without_partners = nobody("corresponsables", 'corresponsables:\n  - "osc"\n')
    assert "Corresponsables ese día: —. " in messages_of(without_partners)[0]
    own = VERIFICATION.replace('organizacion: "osc"', 'organizacion: "gob"')
    del without_partners[VERIFICATION_PATH]
    assert "(—)" in messages_of({**without_partners, VERIFICATION_PATH.replace("osc", "gob"): own})[0]
    without_leads = nobody("responsables", 'responsables:\n  - institucion: "gob"\n    cargo: "Dirección de Aguas"\n')
    assert "Responsables ese día: —. " in messages_of(without_leads)[0]


def test_partners_that_were_refused_accuse_nobody() -> None:
    assert codes(changed(COMMITMENT_PATH, ('corresponsables:\n  - "osc"', "corresponsables:\n  - 5"))) == ["16:5 FOR12"]


# What is ruled on.


def test_only_a_contestation_owes_a_reason() -> None:
    without = ('    motivo: "Faltan medidores."\n', "")
    assert codes(changed(VERIFICATION_PATH, without)) == ["8:5 SEG03"]
    assert codes(changed(VERIFICATION_PATH, without, ('"impugnado"', '"verificado"'))) == []
    assert codes(changed(VERIFICATION_PATH, ('"Faltan medidores."', "5"))) == ["10:13 FOR12"]


def test_what_is_ruled_on_was_reported() -> None:
    files = changed(VERIFICATION_PATH, ('"a1.1"', '"a1.2"'), **{ROADMAP_PATH: TWO_ACTIVITIES})
    assert codes(files) == ["8:16 SEG05"]
    assert messages_of(files)[0].startswith("El avance «2020-03-31-gob» no dice nada de «a1.2».")


@pytest.mark.parametrize(
    ("report", "ruled", "expected"),
    [
        (REPORT, "a1.9", ["8:16 REF02"]),  # no such activity
        (REPORT.replace('"a1.1"', "5"), "a1.2", ["7:16 FOR12"]),  # perhaps it is this one
        (REPORT.replace("---\ntipo", "---\n- tipo"), "a1.2", ["3:1 FOR06"]),  # it cannot be read
    ],
)
def test_what_cannot_have_been_reported_is_only_that(report: str, ruled: str, expected: list[str]) -> None:
    files = changed(VERIFICATION_PATH, ('"a1.1"', f'"{ruled}"'), **{ROADMAP_PATH: TWO_ACTIVITIES, REPORT_PATH: report})
    assert codes(files) == expected


def test_a_report_and_a_verification_speak_of_an_activity_once() -> None:
    again = '  - actividad: "a1.1"\n    dictamen: "verificado"\n---\n'
    assert codes(with_file(VERIFICATION_PATH, VERIFICATION.removesuffix("---\n") + again)) == ["11:16 SEG06"]
    again = '  - actividad: "a1.1"\n    estado: "en_proceso"\n    porcentaje: 50\n---\n'
    assert codes(with_file(REPORT_PATH, REPORT.removesuffix("---\n") + again)) == ["10:16 SEG06"]


def test_another_verification_may_rule_again() -> None:
    later = VERIFICATION.replace("2020-04-10", "2020-05-10").replace('"impugnado"', '"verificado"')
    assert codes(with_file(VERIFICATION_PATH.replace("04-10", "05-10"), later)) == []


# Two of one day.


def test_two_reports_of_one_day_on_one_activity_are_told_and_the_last_by_name_counts() -> None:
    copy = REPORT_PATH.replace(".md", "-b.md")
    assert codes(with_file(copy, REPORT)) == ["7:16 SEG14"]
    [said] = messages_of(with_file(copy, REPORT))
    assert said.startswith(
        "«2020-03-31-gob», del mismo día, también habla de «a1.1»; cuenta éste, el último por su nombre."
    )
    corrects = 'reporta: "gob"\ncorrige: "2020-03-31-gob"\nmotivo: "Se contó mal."\n'
    assert codes(with_file(copy, REPORT.replace('reporta: "gob"\n', corrects))) == []
    assert codes(with_file(copy, REPORT.replace("a1.1", "a1.2"))) != ["7:16 SEG14"]


def test_two_institutions_that_report_on_one_activity_the_same_day_are_told_too() -> None:
    both = ("corresponsables:", '  - institucion: "osc"\n    cargo: "Otro"\ncorresponsables:')
    other = {REPORT_PATH.replace("-gob", "-osc"): REPORT.replace('"gob"', '"osc"')}
    assert codes(changed(COMMITMENT_PATH, both, **other)) == ["7:16 SEG14"]


# Corrections.


def correction(why: str) -> dict[str, str | bytes]:
    text = REPORT.replace("2020-03-31", "2020-04-30")
    corrects = f'reporta: "gob"\ncorrige: "2020-03-31-gob"\n{why}'
    return with_file(REPORT_PATH.replace("2020-03-31", "2020-04-30"), text.replace('reporta: "gob"\n', corrects))


def test_a_correction_owes_a_reason() -> None:
    assert codes(correction("")) == ["6:10 SEG07"]
    assert codes(correction("motivo: 5\n")) == ["7:9 FOR12"]


def test_a_report_corrects_neither_itself_nor_in_a_circle() -> None:
    why = 'motivo: "Se contó mal."\n'
    itself = {
        path: str(text).replace('"2020-03-31-gob"', '"2020-04-30-gob"', 1) if "04-30" in path else text
        for path, text in correction(why).items()
    }
    assert codes(itself) == ["6:10 SEG10"]
    said = messages_of(itself)
    assert said[0].startswith("El avance se corrige a sí mismo: 2020-04-30-gob → 2020-04-30-gob.")


def test_all_reports_of_a_commitment_in_one_circle_are_told_each() -> None:
    names = ["2020-03-31-gob", "2020-03-31-gob-2", "2020-03-31-gob-3"]
    files: dict[str, str | bytes] = {path: text for path, text in VALID.items() if path != VERIFICATION_PATH}
    for name, corrected in zip(names, [*names[1:], names[0]], strict=True):
        why = f'reporta: "gob"\ncorrige: "{corrected}"\nmotivo: "Se contó mal."'
        files[REPORT_PATH.replace("2020-03-31-gob", name)] = REPORT.replace('reporta: "gob"', why)
    assert codes(files) == ["6:10 SEG10"] * 3
    assert messages_of(files)[2].startswith(f"El avance se corrige a sí mismo: {' → '.join([*names, names[0]])}.")


def test_the_verification_of_a_report_that_was_corrected_later_stands() -> None:
    assert codes(correction('motivo: "Se sumó dos veces un barrio."\n')) == []


def test_what_a_correction_does_not_repeat_is_said_to_count_no_more() -> None:
    more = '  - actividad: "a1.2"\n    estado: "por_iniciar"\n    porcentaje: 0\nmediciones:\n'
    more += '  - indicador: "i1"\n    valor: 2\n    fecha: "2020-03-31"\n---\n'
    files = {**correction('motivo: "Se contó mal."\n'), ROADMAP_PATH: TWO_ACTIVITIES}
    files[REPORT_PATH] = REPORT.removesuffix("---\n") + more
    assert codes(files) == ["6:10 SEG15"]
    assert messages_of(files)[0].startswith(
        "«2020-03-31-gob», que éste corrige, también habla de «a1.2», «i1», y éste no: eso deja de contar."
    )


# How a commitment ends.


def ended(situation: str, *closure: str) -> dict[str, str | bytes]:
    lines = [f'situacion: "{situation}"', *(["cierre:"] if closure else []), *(f"  {line}" for line in closure)]
    return changed(COMMITMENT_PATH, ('situacion: "vigente"', "\n".join(lines)))


CLOSED = ('fecha: "2020-05-29"', 'motivo: "Sin presupuesto"')
HEIR = 'fusionado_en: "c02"'


@pytest.mark.parametrize(
    ("situation", "closure", "expected"),
    [
        ("vigente", (), []),
        ("vigente", CLOSED, ["9:1 SEG09"]),
        ("concluido", (), []),
        ("concluido", CLOSED, []),
        ("concluido", (*CLOSED, HEIR), ["12:17 SEG09"]),
        ("retirado", (), ["8:12 SEG08"]),
        ("retirado", CLOSED, []),
        ("retirado", (*CLOSED, HEIR), ["12:17 SEG09"]),
        ("fusionado", (), ["8:12 SEG08"]),
        ("fusionado", CLOSED, ["9:1 SEG08"]),
        ("fusionado", (*CLOSED, HEIR), []),
        ("fusionado", (*CLOSED, "fusionado_en: 2"), ["12:17 FOR12"]),
        ("fusionado", ("fecha: 5", CLOSED[1]), ["10:10 FOR12"]),
        ("fusionado", (*CLOSED, 'fusionado_en: "c03"'), ["12:17 REF02"]),
        ("retirado", (*CLOSED, 'acordada_en: "s9"'), ["12:16 REF02"]),
    ],
)
def test_a_commitment_that_ends_early_says_how_and_no_other_does(
    situation: str, closure: tuple[str, ...], expected: list[str]
) -> None:
    second = {path.replace("01-agua", "02-otro"): VALID[path] for path in (COMMITMENT_PATH, ROADMAP_PATH)}
    second = {path: text.replace('"c01"', '"c02"').replace("numero: 1", "numero: 2") for path, text in second.items()}
    assert codes({**ended(situation, *closure), **second}) == expected


def test_a_closure_names_what_is_missing_in_the_authors_words() -> None:
    assert messages_of(ended("fusionado", *CLOSED))[0].startswith(
        "El compromiso está «Fusionado» y falta «fusionado_en»."
    )
