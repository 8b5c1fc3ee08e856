"""A translation puts texts in their place and brings no facts of its own."""

from __future__ import annotations

import plans

from actionplan.model import Plan, TranslationState, expected_fingerprint, localize, pairs

ENGLISH_PATH = "commitments/01-agua/compromiso.en.md"
ENGLISH = """\
---
tipo: "traduccion"
traduce: "c01"
original_sha256: "{fingerprint}"
textos:
  - campo: "titulo"
    texto: "Metered water"
  - campo: "responsables/gob/cargo"
    texto: "Water Directorate"
---

## Public problem

Water is lacking.

## Objective

To meter water.

## Medium-term objective

That there be enough.

## How it contributes

With meters.

## Gender and inclusion

Women carry the water.
"""


def with_translation(text: str, path: str = ENGLISH_PATH) -> dict[str, str | bytes]:
    return {**plans.VALID, path: text}


def translated(fingerprint: str = "0" * 64) -> Plan:
    return plans.loaded(with_translation(ENGLISH.format(fingerprint=fingerprint))).plan


def current() -> str:
    (pair,) = pairs(translated())
    assert pair.original is not None
    return ENGLISH.format(fingerprint=expected_fingerprint(pair.original, pair.translation))


def test_texts_are_put_in_place_and_everything_else_stays() -> None:
    english = localize(translated(), "en").plan.commitment_files["c01"].commitment
    assert english.model.title == "Metered water"
    assert english.model.leads[0].post == "Water Directorate"
    assert english.model.leads[0].institution == "gob"
    assert english.model.official_title == "Agua medida"


def test_the_body_keeps_the_anchors_of_the_original() -> None:
    body = localize(translated(), "en").plan.commitment_files["c01"].commitment.document.body
    assert [(heading.title, heading.slug) for heading in body.headings] == [
        ("Public problem", "problema-publico"),
        ("Objective", "objetivo"),
        ("Medium-term objective", "objetivo-de-mediano-plazo"),
        ("How it contributes", "como-contribuye"),
        ("Gender and inclusion", "genero-e-inclusion"),
    ]


def test_the_plan_as_written_is_not_touched() -> None:
    plan = translated()
    localize(plan, "en")
    assert plan.commitment_files["c01"].commitment.model.title == "Agua medida"


def test_a_language_without_translations_reads_as_written() -> None:
    assert localize(translated(), "fr").plan.commitment_files["c01"].commitment.model.title == "Agua medida"


def test_states() -> None:
    plan = plans.loaded(with_translation(current())).plan
    commitment = plan.commitment_files["c01"].commitment
    assert localize(plan, "en").state(commitment) is TranslationState.CURRENT
    assert (
        localize(translated(), "en").state(translated().commitment_files["c01"].commitment) is TranslationState.OUTDATED
    )
    assert localize(plan, "en").state(plan.trees["agua"]) is TranslationState.MISSING


def test_a_current_translation_has_no_finding() -> None:
    assert plans.findings_of(with_translation(current())) == []


def test_a_change_of_the_original_outdates_it_and_a_change_of_its_sources_does_not() -> None:
    moved = {**with_translation(current()), plans.COMMITMENT_PATH: plans.COMMITMENT.replace("Falta agua.", "No hay.")}
    assert plans.findings_of(moved) == [f"{ENGLISH_PATH}:4:18 IDI02"]
    resourced = plans.COMMITMENT.replace('certeza: "exacta"', 'certeza: "resumen"')
    assert plans.findings_of({**with_translation(current()), plans.COMMITMENT_PATH: resourced}) == []


def test_the_remedy_of_an_outdated_translation_is_the_fingerprint_to_write() -> None:
    (finding,) = plans.loaded(with_translation(ENGLISH.format(fingerprint="0" * 64))).findings
    expected = current().split('original_sha256: "')[1][:64]
    assert finding.fix() == f'Revise el texto y escriba después «original_sha256: "{expected}"».'


def test_what_a_translation_cannot_say() -> None:
    text = current()
    cases = {
        text.replace('campo: "titulo"', 'campo: "numero"'): ["6:12 IDI03", "4:18 IDI02"],
        text.replace("## Objective\n", "### Objective\n"): ["11:1 IDI04"],
        text.replace('traduce: "c01"', 'traduce: "c02"'): ["3:10 IDI05"],
    }
    for changed, found in cases.items():
        expected = sorted(f"{ENGLISH_PATH}:{place}" for place in found)
        assert sorted(plans.findings_of(with_translation(changed))) == expected


def test_a_translation_without_an_original_or_into_no_language_of_the_site() -> None:
    alone = "plan/6-seguimiento/notas.en.md"
    text = ENGLISH.format(fingerprint="0" * 64)
    assert plans.findings_of(with_translation(text, alone)) == [f"{alone}:3:10 IDI01"]
    french = ENGLISH_PATH.replace(".en.", ".fr.")
    assert f"{french}:1:1 IDI06" in plans.findings_of(with_translation(text, french))


def test_an_original_that_cannot_be_read_is_not_said_to_be_missing() -> None:
    broken = {**with_translation(current()), plans.COMMITMENT_PATH: "nada"}
    assert [said for said in plans.findings_of(broken) if "IDI" in said] == []
