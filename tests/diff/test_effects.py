"""What a proposal comes to in the figures: how far the final result moves, and progress."""

from __future__ import annotations

from pathlib import Path

import pytest
from plans import COMMITMENT, COMMITMENT_PATH, ROADMAP_PATH, MemoryTree, loaded
from tracked import action, activity, files_of, report, roadmap, ruling

from actionplan.diff.before_after import BeforeAfter
from actionplan.diff.change import ChangeKind
from actionplan.diff.compare import Comparison
from actionplan.diff.effects import final_results
from actionplan.documents import ParseCache
from actionplan.findings import Position
from actionplan.loader import Caches, plan_of

FIRST = activity("a1.1", "2021-01-01", "2021-01-10")
LAST = activity("a1.3", "2021-01-11", "2021-01-30", waits="a1.1 FC, a1.2 FC")
EFFECTS = {
    ChangeKind.LATER_END_OF_ALL,
    ChangeKind.FORECAST_LATER,
    ChangeKind.FORECAST_EARLIER,
    ChangeKind.PROGRESS,
    ChangeKind.VERIFIED_PROGRESS,
}


def said(before: dict[str, str | bytes], after: dict[str, str | bytes]) -> list[str]:
    caches = Caches()
    base, head = (plan_of(MemoryTree(files), caches) for files in (before, after))
    return [change.said() for change in Comparison(base, head).changes if change.kind in EFFECTS]


def road(end: str, *records: dict[str, str]) -> dict[str, str | bytes]:
    return files_of(roadmap(action("a1", FIRST, activity("a1.2", "2021-01-01", end), LAST)), *records)


def test_a_moved_end_says_by_how_much_the_final_result_moves() -> None:
    [later] = said(road("2021-01-05"), road("2021-01-14"))
    assert later == (
        "En la hoja de ruta de c01, a1.2: la conclusión se atrasa 9 días, de 2021-01-05 a 2021-01-14; "
        "el resultado final se atrasa 4 días."
    )
    assert said(road("2021-01-14"), road("2021-01-05")) == [
        "El resultado final de c01 se adelanta 4 días: su pronóstico pasa de 2021-02-03 a 2021-01-30."
    ]


def test_a_final_result_moves_with_the_end_of_its_own_commitment() -> None:
    def both(end: str, title: str = "Agua medida") -> dict[str, str | bytes]:
        first = {**road(end), COMMITMENT_PATH: COMMITMENT.replace('titulo: "Agua medida"', f'titulo: "{title}"')}
        second = {
            path.replace("01-agua", "02-agua"): str(text)
            .replace('"c01"', '"c02"')
            .replace("numero: 1\n", "numero: 2\n")
            for path, text in first.items()
            if path in {COMMITMENT_PATH, ROADMAP_PATH}
        }
        return {**first, **second}

    assert said(both("2021-01-05"), both("2021-01-14", "Agua que se mide")) == [
        f"En la hoja de ruta de {name}, a1.2: la conclusión se atrasa 9 días, de 2021-01-05 a 2021-01-14; "
        "el resultado final se atrasa 4 días."
        for name in ("c01", "c02")
    ]


def test_what_several_moves_come_to_is_said_once() -> None:
    later = activity("a1.3", "2021-01-11", "2021-02-10", waits="a1.1 FC, a1.2 FC")
    both = files_of(roadmap(action("a1", FIRST, activity("a1.2", "2021-01-01", "2021-01-14"), later)))
    assert said(road("2021-01-05"), both) == [
        "El resultado final de c01 se atrasa 15 días: su pronóstico pasa de 2021-01-30 a 2021-02-14."
    ]


def test_a_move_that_the_float_takes_moves_nothing() -> None:
    assert said(road("2021-01-05"), road("2021-01-10")) == []


def test_reports_and_verifications_move_progress() -> None:
    told = report("2020-12-01", "a1.1 en_proceso 50")
    verified = ruling("2020-12-10", "2020-12-01-gob", "a1.1 verificado")
    bare, reported, both = (road("2021-01-05", *records) for records in ((), (told,), (told, verified)))
    assert said(bare, reported)[-2:] == [
        "El avance real de c01 pasa de — a 16.7 %.",
        "El avance verificado de c01 pasa de — a 0 %.",
    ]
    assert said(reported, both) == ["El avance verificado de c01 pasa de 0 % a 16.7 %."]
    assert said(both, both) == []


def test_what_is_the_same_in_both_and_was_read_before_is_not_read_again(tmp_path: Path) -> None:
    files = road("2021-01-05", report("2020-12-01", "a1.1 en_proceso 50"))
    for _ in range(2):
        caches = Caches(parse_cache=ParseCache(tmp_path / "kept"))
        base, head = (plan_of(MemoryTree(tree), caches) for tree in (files, {**files, **road("2021-01-14")}))
        caches.parse_cache.save()
    assert ChangeKind.LATER_END_OF_ALL in {change.kind for change in Comparison(base, head).changes}
    assert [entry.path for entry in head.entries if "document" in vars(entry)] == [ROADMAP_PATH]


class TestWhatCouldNotBeRead:
    """Figures of half a document would say that the other half was taken out."""

    FILES = road("2021-01-05", report("2020-12-01", "a1.1 en_proceso 50"))

    @pytest.mark.parametrize(
        ("path", "old", "new"),
        [
            (ROADMAP_PATH, "acciones:", '"acciones:'),
            (ROADMAP_PATH, "acciones:", "\tacciones:"),
            (ROADMAP_PATH, 'conclusion: "2021-01-10"', 'conclusion: "31/06/2021"'),
            (ROADMAP_PATH, '- id: "a1.1"', '- id: "A 1"'),
            ("plan/plan.yml", "corte:", '"corte:'),
        ],
    )
    def test_moves_no_figure(self, path: str, old: str, new: str) -> None:
        text = str(self.FILES[path])
        assert old in text
        head = {**self.FILES, **road("2021-01-14", report("2020-12-01", "a1.1 en_proceso 90"))}
        assert said(self.FILES, head) != []
        assert said(self.FILES, {**head, path: str(head[path]).replace(old, new, 1)}) == []


def test_a_report_that_moves_the_forecast_asks_nothing_of_the_other_side() -> None:
    half, less = report("2020-11-01", "a1.2 en_proceso 50"), report("2020-12-01", "a1.2 en_proceso 1")
    caches = Caches()
    trees = (MemoryTree(road("2021-01-14", *records)) for records in ((half,), (half, less)))
    base, head = (plan_of(tree, caches) for tree in trees)
    [later] = [change for change in Comparison(base, head).changes if change.kind is ChangeKind.FORECAST_LATER]
    assert later.asks == ()


def test_dependencies_in_a_circle_lose_the_forecast_and_that_is_told() -> None:
    first = activity("a1.1", "2021-01-01", "2021-01-10", waits="a1.3 FC")
    circle = files_of(roadmap(action("a1", first, activity("a1.2", "2021-01-01", "2021-01-05"), LAST)))
    base, head = (loaded(files).plan for files in (road("2021-01-05"), circle))
    [lost] = [change for change in Comparison(base, head).changes if change.kind is ChangeKind.FORECAST_LOST]
    assert lost.said() == (
        "Ya no se puede calcular la ruta crítica ni el pronóstico de c01: "
        "hay actividades que se esperan unas a otras en círculo (a1.1 → a1.3 → a1.1)."
    )
    assert lost.position.path == ROADMAP_PATH
    assert lost.position.line == str(circle[ROADMAP_PATH]).split("\n").index("        depende_de:") + 2


def test_an_effect_stands_where_its_cause_does() -> None:
    told = report("2020-12-01", "a1.1 en_proceso 50")
    [path] = told
    before, after = (loaded(road("2021-01-05", *records)).plan for records in ((), (told,)))
    places = {change.kind: change.position for change in Comparison(before, after).changes if change.kind in EFFECTS}
    at = told[path].split("\n").index('  - actividad: "a1.1"') + 1
    assert {kind: (place.path, place.line) for kind, place in places.items()} == {
        ChangeKind.PROGRESS: (path, at),
        ChangeKind.VERIFIED_PROGRESS: (path, at),
    }


def test_an_effect_without_a_cause_stands_in_the_document_that_its_figure_is_about() -> None:
    told = report("2020-12-01", "a1.1 en_proceso 50")
    base, head = (loaded(files).plan for files in (road("2021-01-05"), road("2021-01-14", told)))
    assert {change.kind: change.position for change in final_results([], BeforeAfter(base, head))} == {
        ChangeKind.FORECAST_LATER: Position(ROADMAP_PATH),
        ChangeKind.PROGRESS: Position(COMMITMENT_PATH),
        ChangeKind.VERIFIED_PROGRESS: Position(COMMITMENT_PATH),
    }


def test_an_effect_on_the_plan_without_a_cause_stands_in_its_settings() -> None:
    files = road("2021-01-05", report("2020-12-01", "a1.1 en_proceso 50"))
    text = str(files["plan/plan.yml"]).replace('corte: "2020-12-31"', 'corte: "2020-11-30"')
    base, head = (loaded(tree).plan for tree in (files, {**files, "plan/plan.yml": text}))
    effects = final_results([], BeforeAfter(base, head))
    assert [(change.kind, change.position) for change in effects] == [
        (ChangeKind.PLAN_PROGRESS, Position("plan/plan.yml")),
        (ChangeKind.PLAN_VERIFIED_PROGRESS, Position("plan/plan.yml")),
    ]


def test_the_move_of_a_forecast_stands_where_an_end_moved_first() -> None:
    later = activity("a1.3", "2021-01-11", "2021-02-10", waits="a1.1 FC, a1.2 FC")
    both = files_of(roadmap(action("a1", FIRST, activity("a1.2", "2021-01-01", "2021-01-14"), later)))
    base, head = (loaded(files).plan for files in (road("2021-01-05"), both))
    [forecast] = [change for change in Comparison(base, head).changes if change.kind is ChangeKind.FORECAST_LATER]
    line = str(both[ROADMAP_PATH]).split("\n").index('        conclusion: "2021-01-14"') + 1
    assert (forecast.position.path, forecast.position.line) == (ROADMAP_PATH, line)


def test_another_cutoff_moves_the_progress_of_the_plan() -> None:
    files = road("2021-01-05", report("2020-12-01", "a1.1 en_proceso 50"))
    text = str(files["plan/plan.yml"])
    head = {**files, "plan/plan.yml": text.replace('corte: "2020-12-31"', 'corte: "2020-11-30"')}
    changes = [change for change in Comparison(loaded(files).plan, loaded(head).plan).changes if not change.commitment]
    line = [line.startswith("corte:") for line in text.split("\n")].index(True) + 1
    assert [(change.said(), change.position.path, change.position.line) for change in changes[1:]] == [
        ("El avance real del plan pasa de 16.7 % a —.", "plan/plan.yml", line),
        ("El avance verificado del plan pasa de 0 % a —.", "plan/plan.yml", line),
    ]
