"""Figures and trees before and after, below the changes of a proposal: what moved, in words, and nothing that acts."""

from __future__ import annotations

from collections.abc import Mapping

from plans import COMMITMENT_PATH, TREE_PATH, VALID, MemoryTree, changed
from tracked import action, activity, files_of, report, roadmap

from actionplan.diff.before_after import BeforeAfter
from actionplan.language.locale import locale
from actionplan.loader import Caches, plan_of, with_custody
from actionplan.model import Plan
from actionplan.preview.comment import before_and_after
from actionplan.preview.figures import figures_moved
from actionplan.preview.trees import trees_moved

ES = locale("es")
ROAD = roadmap(action("a1", activity("a1.1", "2020-01-01", "2020-12-31", means="v1")))
Files = Mapping[str, str | bytes]


def plans(before: Files, after: Files) -> tuple[Plan, Plan]:
    caches = Caches()
    was, now = MemoryTree(before), MemoryTree(after)
    return with_custody(plan_of(was, caches), was), with_custody(plan_of(now, caches), now)


def comment(before: Files, after: Files, room: int = 10_000) -> str:
    return before_and_after(BeforeAfter(*plans(before, after)), ES, room)


def test_a_proposal_that_moves_no_figure_and_no_tree_says_nothing() -> None:
    assert comment(VALID, VALID) == ""
    assert comment(VALID, changed("plan/plan.yml", ("Plan de prueba", "Plan de ensayo"))) == ""


def test_every_figure_that_moves_is_told_as_it_was_and_as_it_would_be() -> None:
    base, head = plans(files_of(ROAD), files_of(ROAD, report("2020-06-30", "a1.1 completado 100 +v1")))
    [affected] = figures_moved(BeforeAfter(base, head), ES)
    assert affected.commitment_file
    assert affected.commitment_file.commitment.model.id == "c01"
    assert [tuple(figure) for figure in affected.figures] == [
        ("Estado reportado", "Sin reporte", "Completado"),
        ("Segunda llave", "—", "Sin verificar"),
        ("Avance real", "sin reporte", "100 %"),
        ("Avance verificado", "—", "0 %"),
        ("Desviación", "—", "0 puntos"),
        ("Semáforo", "Sin datos para saberlo", "En tiempo"),
        ("Evidencia", "0 de 1", "1 de 1"),
        ("Nivel de cumplimiento", "Sin evidencia disponible", "Completo"),
    ]


def test_another_cutoff_moves_the_figures_of_the_plan() -> None:
    files = files_of(ROAD, report("2020-06-30", "a1.1 completado 100 +v1"))
    head = {**files, "plan/plan.yml": str(files["plan/plan.yml"]).replace('"2020-12-31"', '"2020-05-31"')}
    base, proposed = plans(files, head)
    [affected] = figures_moved(BeforeAfter(base, proposed), ES)
    assert affected.commitment_file is None
    assert ("Avance real", "100 %", "—") in [tuple(figure) for figure in affected.figures]
    table = comment(files, head)
    assert "\n**Todo el plan, cada versión con su corte y sus ajustes**\n\n| Cifra |" in table
    assert "| Avance real | 100 % | — |\n" in table


def test_a_commitment_that_is_withdrawn_counts_no_more() -> None:
    files = files_of(ROAD, report("2020-06-30", "a1.1 completado 100 +v1"))
    closing = 'situacion: "retirado"\ncierre:\n  fecha: "2020-07-01"\n  motivo: "Se retiró."\n'
    head = {**files, COMMITMENT_PATH: str(files[COMMITMENT_PATH]).replace('situacion: "vigente"\n', closing)}
    first, *_ = figures_moved(BeforeAfter(*plans(files, head)), ES)
    assert first.commitment_file is None
    assert ("Compromisos que cuentan", "1", "0") in [tuple(figure) for figure in first.figures]


def test_evidence_that_is_replaced_moves_the_figure_that_rested_on_it() -> None:
    before = files_of(ROAD, report("2020-06-30", "a1.1 completado 100 +v1"))
    path = next(path for path in before if path.endswith("acta.pdf"))
    base, head = plans(before, {**before, path: b"otra cosa"})
    [affected] = figures_moved(BeforeAfter(base, head, (path,)), ES)
    assert ("Avance real", "100 %", "99 %") in [tuple(figure) for figure in affected.figures]


def test_a_tree_is_one_list_with_what_goes_and_what_comes() -> None:
    base, head = plans(VALID, changed(TREE_PATH, ("Fugas en la red.", "Fugas en la red vieja.")))
    [grown] = trees_moved(base, head, ES)
    assert grown.lines == (
        "  Problema central: Falta agua en los barrios altos.",
        "  Efectos",
        "    e1: Las familias compran agua cara.",
        "  Causas",
        "-   c1: Fugas en la red.",
        "+   c1: Fugas en la red vieja.",
        "    c2: Nadie mide el consumo.",
    )


def test_a_topic_that_goes_is_all_lines_that_go() -> None:
    base, head = plans(VALID, {path: text for path, text in VALID.items() if path != TREE_PATH})
    [gone] = trees_moved(base, head, ES)
    assert gone.title == "Agua para todas las personas"
    assert {line[0] for line in gone.lines} == {"-"}
    assert {line[0] for line in trees_moved(head, base, ES)[0].lines} == {"+"}


def test_the_comment_is_a_table_and_a_comparison() -> None:
    text = comment(VALID, changed(TREE_PATH, ("Fugas en la red.", "Fugas.")))
    assert text == (
        "\n### Antes y después\n\n"
        "Cifras con fecha de corte 31 de diciembre de 2020; las reglas están en «Cómo se calcula».\n"
        "\n<details><summary>Árbol de problemas: Agua para todas las personas</summary>\n\n```diff\n"
        "  Problema central: Falta agua en los barrios altos.\n  Efectos\n    e1: Las familias compran agua cara.\n"
        "  Causas\n-   c1: Fugas en la red.\n+   c1: Fugas.\n    c2: Nadie mide el consumo.\n```\n\n</details>\n"
    )
    table = comment(files_of(ROAD), files_of(ROAD, report("2020-06-30", "a1.1 en_proceso 40")))
    assert "\n**Compromiso 1. Agua medida**\n\n| Cifra | Antes | Después |\n| --- | --- | --- |\n" in table
    assert "| Avance real | sin reporte | 40 % |\n" in table


def test_no_text_of_the_plan_ends_the_block_or_becomes_markup() -> None:
    hostile = "Fugas ``` ${{ secrets }} @todas | ```` fin"
    text = comment(VALID, changed(TREE_PATH, ("Fugas en la red.", hostile), ("Agua para todas", "@osc **|** todas")))
    assert "\n\n`````diff\n" in text
    assert text.endswith("\n`````\n\n</details>\n")
    assert "@osc" not in text
    assert "**|" not in text


def test_what_does_not_fit_is_counted() -> None:
    after = changed(TREE_PATH, ("Fugas en la red.", "Fugas."))
    whole = comment(VALID, after)
    assert comment(VALID, after, len(whole) - 1).endswith(
        "\nHay 1 comparaciones más, que no caben aquí: la vista previa las tiene todas.\n"
    )
    for room in (0, 100, 250, 400, len(whole) + 200):
        assert len(comment(VALID, after, room)) <= room
