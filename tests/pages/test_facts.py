"""The marks beside facts: numbers of sources, a word where the fact is unsure, reasons for what is missing."""

from __future__ import annotations

from plans import COMMITMENT_PATH, PLAN, ROADMAP_PATH, changed, loaded

from actionplan.language.locale import locale
from actionplan.loader import Loaded
from actionplan.model import DocumentPart, Entry, Plan
from actionplan.pages.facts import Facts


def entry_at(plan: Plan, path: str) -> Entry[DocumentPart]:
    return next(entry for entry in plan.entries if entry.path == path)


def number(of: int) -> str:
    return f'<sup class="fuente"><a href="#fuente-{of}">{of}</a></sup>'


def test_sources_are_numbered_in_the_order_in_which_a_page_names_them(whole_plan: Loaded) -> None:
    facts = Facts(whole_plan.plan, locale("es"))
    settings = whole_plan.plan.identity
    press, deed = settings.events
    assert number(1) in facts.mark_of(press)
    assert number(2) in facts.mark_of(deed)
    assert number(1) in facts.mark_of(press)
    assert facts.sources == ("nota", "acta")


def test_each_page_begins_to_number_anew(whole_plan: Loaded) -> None:
    press, deed = whole_plan.plan.identity.events
    Facts(whole_plan.plan, locale("es")).mark_of(press)
    assert number(1) in Facts(whole_plan.plan, locale("es")).mark_of(deed)


def test_a_fact_of_several_sources_has_all_their_numbers(whole_plan: Loaded) -> None:
    facts = Facts(whole_plan.plan, locale("es"))
    mark = facts.mark(whole_plan.plan.commitment_files["c02"].commitment, "title")
    assert mark.startswith(number(1) + number(2))


def test_only_an_unsure_fact_carries_a_word(whole_plan: Loaded) -> None:
    commitment = whole_plan.plan.commitment_files["c02"].commitment
    facts = Facts(whole_plan.plan, locale("es"))
    assert '<span class="certeza certeza--inferred">inferida</span>' in facts.mark(commitment, "title")
    assert "certeza" not in facts.mark(commitment, "origin")


def test_a_summary_is_sure_enough() -> None:
    plan = loaded(changed(COMMITMENT_PATH, ('certeza: "exacta"', 'certeza: "resumen"'))).plan
    assert Facts(plan, locale("es")).mark(plan.commitment_files["c01"].commitment, "title") == number(1)


def test_the_word_is_in_the_language_of_the_page(whole_plan: Loaded) -> None:
    mark = Facts(whole_plan.plan, locale("en")).mark(whole_plan.plan.commitment_files["c02"].commitment, "title")
    assert ">inferred</span>" in mark


def test_a_mark_comes_from_the_nearest_entry_of_provenance() -> None:
    own = '  - campo: "{}"\n    fuentes:\n      - "acta"\n    certeza: "borrador"\n  - campo: "*"'
    for address in ("a1.1/titulo", "actividades/*/titulo", "a1.1", "a1"):
        plan = loaded(changed(ROADMAP_PATH, ('  - campo: "*"', own.format(address)))).plan
        roadmap = entry_at(plan, ROADMAP_PATH)
        facts = Facts(plan, locale("es"))
        assert "borrador" in facts.mark(roadmap, "actions", 0, "activities", 0, "title"), address
        assert "borrador" not in facts.mark(roadmap, "final_result"), address


def test_headings_have_marks_and_unknown_headings_have_none(whole_plan: Loaded) -> None:
    facts = Facts(whole_plan.plan, locale("es"))
    commitment = whole_plan.plan.commitment_files["c02"].commitment
    assert facts.mark_heading(commitment, "objetivo") == number(1)
    assert facts.mark_heading(commitment, "no-hay-tal") == ""


def test_a_fact_without_provenance_and_a_source_that_nobody_defines_have_no_mark() -> None:
    bare = loaded(changed("plan/plan.yml", (PLAN[PLAN.index("procedencia:") :], ""))).plan
    assert bare.identity_entry is not None
    assert Facts(bare, locale("es")).mark(bare.identity_entry, "title") == ""
    lost = loaded(changed("plan/plan.yml", ('- "acta"', '- "perdida"'))).plan
    assert lost.identity_entry is not None
    assert Facts(lost, locale("es")).mark(lost.identity_entry, "title") == ""


def test_notes_on_facts_are_kept_with_the_name_of_the_fact() -> None:
    entry = '  - campo: "{}/titulo"\n    fuentes:\n      - "acta"\n    certeza: "exacta"\n    nota: "Nota de {}."\n'
    swaps = (
        '  - campo: "*"',
        entry.format("a1", "la acción") + entry.format("a1.1", "la actividad") + '  - campo: "*"',
    )
    plan = loaded(changed(ROADMAP_PATH, swaps)).plan
    roadmap = entry_at(plan, ROADMAP_PATH)
    facts = Facts(plan, locale("es"))
    for _ in range(2):
        facts.mark(roadmap, "actions", 0, "title")
        facts.mark(roadmap, "actions", 0, "activities", 0, "title")
    # Two facts of the same name keep both notes, and a fact that is mentioned twice has its note once.
    assert facts.notes == (("Título", "Nota de la acción."), ("Título", "Nota de la actividad."))


def test_an_absence_speaks_for_its_field_its_pattern_and_what_is_below(whole_plan: Loaded) -> None:
    facts = Facts(whole_plan.plan, locale("es"))
    proactive = whole_plan.plan.commitment_files["c02"].commitment
    assert facts.absence(proactive, "leads", 0, "post") == "Nadie fue designado"
    assert facts.absence(proactive, "start") == "No consta"
    assert facts.absence(proactive, "theme") == ""
    assert facts.absence_at(proactive, "objetivo-de-mediano-plazo") == "El texto no lo separa"
    assert facts.absence_at(proactive, "no-hay-tal") == ""
    for address in ("actividades/*/inicio", "a1.1/inicio", "a1"):
        missing = f'no_disponible:\n  - campo: "{address}"\n    motivo: "Sin calendario"\nprocedencia:'
        swaps = ('        inicio: "2020-01-15"\n', ""), ("procedencia:", missing)
        plan = loaded(changed(ROADMAP_PATH, *swaps)).plan
        roadmap = entry_at(plan, ROADMAP_PATH)
        reason = Facts(plan, locale("es")).absence(roadmap, "actions", 0, "activities", 0, "start")
        assert reason == "Sin calendario", address
