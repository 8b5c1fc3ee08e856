"""The charts of a plan: what each counts, what it leaves out and says so, and when there is none."""

from __future__ import annotations

import pytest
from plans import ACTORS, COMMITMENT, COMMITMENT_PATH, PLAN, SOURCES, VALID, changed, loaded

from actionplan.charts.commitments import commitments_by_goal, commitments_by_theme
from actionplan.charts.completeness import completeness_by_commitment, completeness_by_element
from actionplan.charts.data import MOST_ROWS, Bars
from actionplan.charts.goals import GOALS
from actionplan.charts.participation import participation
from actionplan.charts.phases import phases
from actionplan.charts.words import sentence
from actionplan.language.locale import locale
from actionplan.loader import Loaded
from actionplan.model import LocalizedPlan, localize

Files = dict[str, str | bytes]
ES, EN = locale("es"), locale("en")
BARE: Files = {"plan/plan.yml": PLAN, "plan/actores.yml": ACTORS, "plan/fuentes.yml": SOURCES}
COVERED = 'procedencia:\n  - campo: "*"\n    fuentes:\n      - "acta"\n    certeza: "exacta"\n'


def plan(files: Files) -> LocalizedPlan:
    return LocalizedPlan(loaded(files).plan, {})


def phase(number: int, *lines: str) -> str:
    head = f'tipo: "fase"\nid: "f{number}"\nnumero: {number}\ntitulo: "Fase de prueba {number}"\nproposito: "x"\n'
    return "\n".join([f"---\n{head}".rstrip("\n"), *lines, f"{COVERED}---\n"])


def figure(name: str, *claims: str) -> str:
    said = "".join(
        f'      - {claim}\n        fuentes:\n          - "acta"\n        certeza: "exacta"\n' for claim in claims
    )
    return f'  - id: "{name}"\n    nombre: "Personas"\n    afirmaciones:\n{said}'.rstrip("\n")


def table(number: int, *attendance: str) -> str:
    head = f'---\ntipo: "mesa"\nid: "m{number}"\nnumero: {number}'
    people = ["asistencia:", *(f"  - {item}" for item in attendance)] if attendance else []
    return "\n".join([head, *people, f"{COVERED}---\n"])


def group(sector: str, people: int, *more: str) -> str:
    return "\n    ".join([f'sector: "{sector}"', f"personas: {people}", *more])


def numbers(chart: Bars | None) -> dict[str, list[str]]:
    assert chart
    return {row.key: [str(item.number) if item else "-" for item in row.amounts] for row in chart.rows}


def of_phase(files: Files) -> Bars | None:
    made = plan({**BARE, **files})
    return participation(made.plan.phases[0], made, ES)


class TestParticipation:
    def test_adds_up_the_tables_of_the_phase_and_says_of_how_many_it_knows(self) -> None:
        chart = of_phase(
            {
                "plan/4-mesas/index.md": phase(4),
                "plan/4-mesas/m1.md": table(1, group("gobierno", 3), group("academia", 1)),
                "plan/4-mesas/m2.md": table(2, group("gobierno", 4)),
                "plan/4-mesas/m3.md": table(3),
            }
        )
        assert numbers(chart) == {"government": ["7"], "academia": ["1"]}
        assert chart
        assert chart.origin.rule == "Se suma la asistencia de las mesas de las que se conoce: 2 de 3."
        assert chart.origin.sources == ("Acta de la mesa",)

    def test_counts_nobody_twice_who_is_told_whole_by_sex_and_by_state(self) -> None:
        people = [
            group("gobierno", 10),
            group("gobierno", 6, 'sexo: "mujeres"'),
            group("gobierno", 4, 'sexo: "hombres"'),
            group("gobierno", 2, 'estado: "Oaxaca"'),
        ]
        chart = of_phase({"plan/4-mesas/index.md": phase(4), "plan/4-mesas/m1.md": table(1, *people)})
        assert numbers(chart) == {"government": ["10"]}

    def test_takes_the_figures_of_the_phase_where_tables_say_nothing(self) -> None:
        figures = [
            figure("personas-de-sociedad-civil", 'valor: 184\n        calificador: "mas_de"'),
            figure("personas-academicas", "valor: 20"),
            figure("otra-cifra", "valor: 9"),
        ]
        chart = of_phase({"plan/4-mesas/index.md": phase(4, "cifras:", *figures), "plan/4-mesas/m1.md": table(1)})
        assert numbers(chart) == {"civil_society": ["184"], "academia": ["20"]}
        assert chart
        assert sentence(chart, ES) == "Sociedad civil (más de 184) y Academia (20)."

    def test_where_sources_disagree_each_has_its_bar_and_nothing_is_added_up(self) -> None:
        figures = figure("personas-academicas", "valor: 20", "valor: 25", 'texto: "unas cuantas"')
        chart = of_phase({"plan/4-mesas/index.md": phase(4, "cifras:", figures)})
        assert chart
        assert [row.label for row in chart.rows] == ["Academia, según Acta de la mesa"] * 2
        assert sentence(chart, ES).count("En total") == 0

    def test_there_is_no_chart_without_figures(self) -> None:
        assert of_phase({"plan/4-mesas/index.md": phase(4)}) is None


class TestCommitments:
    def test_by_theme_counts_each_once_in_every_theme_of_the_plan(self, whole_plan: Loaded) -> None:
        chart = commitments_by_theme(LocalizedPlan(whole_plan.plan, {}), ES)
        assert numbers(chart) == {"agua": ["1", "0"], "bosque": ["0", "0"]}
        assert chart
        assert chart.remark == "De 2 compromisos, 1 no declaran tema."

    def test_by_goal_counts_a_target_in_its_goal_and_a_goal_once(self) -> None:
        files = changed(COMMITMENT_PATH, ('  - "6"\n', '  - "6"\n  - "6.1"\n  - "16.10"\n'))
        found = numbers(commitments_by_goal(plan(files), ES))
        assert len(found) == len(GOALS)
        assert {goal: counts for goal, counts in found.items() if counts != ["0", "0"]} == {
            "6": ["1", "0"],
            "16": ["1", "0"],
        }

    def test_what_is_less_certain_stands_apart_and_is_counted_in_words(self) -> None:
        files = changed(
            COMMITMENT_PATH,
            (
                "procedencia:\n",
                'procedencia:\n  - campo: "ods"\n    fuentes:\n      - "acta"\n    certeza: "borrador"\n',
            ),
        )
        chart = commitments_by_goal(plan(files), ES)
        assert numbers(chart)["6"] == ["0", "1"]
        assert chart
        assert chart.remark == "De los 1 que lo declaran, 1 constan con menos certeza."

    def test_there_is_no_chart_if_no_commitment_says(self) -> None:
        assert commitments_by_theme(plan(BARE), ES) is None
        assert commitments_by_goal(plan(BARE), ES) is None


class TestCompleteness:
    def test_by_commitment_counts_its_eight_elements(self, whole_plan: Loaded) -> None:
        assert numbers(completeness_by_commitment(LocalizedPlan(whole_plan.plan, {}), ES)) == {
            "c01": ["8", "0", "0"],
            "c02": ["0", "0", "8"],
        }

    def test_by_element_counts_the_commitments(self, whole_plan: Loaded) -> None:
        chart = completeness_by_element(LocalizedPlan(whole_plan.plan, {}), ES)
        found = numbers(chart)
        assert len(found) == 8
        assert chart
        assert sentence(chart, ES) == "Presente (8 elementos), En parte (0 elementos) y Ausente (8 elementos)."
        assert set(map(tuple, found.values())) == {("1", "0", "1")}

    def test_of_more_commitments_than_a_page_can_show_only_the_elements_are_charted(self) -> None:
        many: Files = {
            f"commitments/{number:02}-a/compromiso.md": COMMITMENT.replace("c01", f"c{number:02}").replace(
                "numero: 1", f"numero: {number}"
            )
            for number in range(1, MOST_ROWS + 2)
        }
        made = plan({**VALID, **many})
        assert completeness_by_commitment(made, ES) is None
        assert completeness_by_element(made, ES)

    def test_there_is_no_chart_without_commitments(self) -> None:
        assert completeness_by_commitment(plan(BARE), ES) is None
        assert completeness_by_element(plan(BARE), ES) is None


class TestPhases:
    def test_each_stands_from_its_start_to_its_end_in_order(self) -> None:
        files: Files = {
            "plan/2-b/index.md": phase(2, 'no_disponible:\n  - campo: "inicio"\n    motivo: "No consta"'),
            "plan/1-a/index.md": phase(1, 'inicio: "2019-05-24"', 'conclusion: "2019-06-17"'),
        }
        chart = phases(plan({**BARE, **files}), ES)
        assert chart
        assert [item.label for item in chart.spans] == [
            "1. Fase de prueba 1",
            "2. Fase de prueba 2",
        ]
        assert [len(item.days) for item in chart.spans] == [2, 0]
        assert chart.origin.sources == ("Acta de la mesa",)

    def test_there_is_no_chart_without_phases(self) -> None:
        assert phases(plan(BARE), ES) is None


@pytest.mark.parametrize("make", [commitments_by_theme, completeness_by_commitment])
def test_names_without_translation_say_their_language_on_an_english_page(make: object, whole_plan: Loaded) -> None:
    assert callable(make)
    english = make(localize(whole_plan.plan, "en"), EN)
    spanish = make(LocalizedPlan(whole_plan.plan, {}), ES)
    assert {row.lang for row in english.rows} == {"es"}
    assert {row.lang for row in spanish.rows} == {""}
