"""The mistakes that a run draws, and what it makes of the tests that it runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from mutation import run, trial
from mutation.mutants import mutants_of

SOURCE = '''\
"""A module."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    LIMIT: "1 < 2"


def worst(days: list[int], more: bool = True) -> int | None:
    """Return 1 if 1 < 2."""
    kept = [day for day in days if day]
    if kept and more and not False:
        return max(kept) + 10
    return None if 3 <= len(days) else f"{days[0] < 1}"
'''


def mistakes(source: str) -> list[tuple[str, str, str]]:
    return [(mutant.kind, mutant.before, mutant.after) for mutant in mutants_of(source, "a.py")]


def test_every_kind_of_mistake_is_made_where_code_runs_and_nowhere_else() -> None:
    condition = "kept and more and (not False)"
    assert mistakes(SOURCE) == [
        ("branch never taken", "day", "False"),
        ("and, or swapped", condition, "kept or more or (not False)"),
        ("term dropped", condition, "more and (not False)"),
        ("term dropped", condition, "kept and (not False)"),
        ("term dropped", condition, "kept and more"),
        ("branch never taken", condition, "False"),
        ("min, max swapped", "max", "min"),
        ("constant + 1", "10", "11"),
        ("comparison flipped", "3 <= len(days)", "3 > len(days)"),
        ("comparison made strict or not", "3 <= len(days)", "3 < len(days)"),
        ("branch never taken", "3 <= len(days)", "False"),
        ("constant + 1", "3", "4"),
    ]


def test_a_mutant_is_the_module_with_one_expression_in_place_of_another() -> None:
    [mutant] = [mutant for mutant in mutants_of(SOURCE, "a.py") if mutant.before == "10"]
    assert mutant.source == SOURCE.replace("+ 10", "+ (11)")
    assert (mutant.function, mutant.line, mutant.key) == ("worst", 13, ("a.py", "worst", "10", "11", 0))


def test_mistakes_that_read_alike_are_told_apart_by_their_order() -> None:
    assert [mutant.nth for mutant in mutants_of("DAYS = (31, 28, 31)\n", "a.py")] == [0, 0, 1]


def test_letters_of_more_than_one_byte_move_nothing() -> None:
    [mutant] = mutants_of('AÑO = "año" if "ñandú" == "ñu" else ""\n', "a.py")[:1]
    assert mutant.source == "AÑO = \"año\" if ('ñandú' != 'ñu') else \"\"\n"


def test_one_seed_draws_the_same_mutants_again_and_another_draws_others() -> None:
    mutants = run.all_mutants()
    first, again, other = (run.draw(mutants, seed, 20) for seed in (1, 1, 2))
    assert first == again != other
    assert len({mutant.key for mutant in first}) > 10


def test_a_module_more_changes_the_draw_of_no_other() -> None:
    mutants = run.all_mutants()
    drawn = run.draw(mutants, 1, 50)
    fewer = [mutant for mutant in mutants if mutant.module != drawn[0].module]
    assert set(drawn) - set(run.draw(fewer, 1, 50)) == {item for item in drawn if item.module == drawn[0].module}


def test_every_mutant_that_is_called_equivalent_says_why() -> None:
    assert all(reason.strip() for reason in run.equivalents().values())


def test_what_is_called_equivalent_and_is_a_mutant_no_more_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "equivalents", lambda: {("actionplan/metrics/means.py", "mean", "0", "9", 0): "x"})
    monkeypatch.setattr("sys.argv", ["run"])
    with pytest.raises(SystemExit, match=r"mutants no more: .*means\.py"):
        run.main()


def test_the_nearest_tests_come_first() -> None:
    near, room, others = trial.stages_of("actionplan/metrics/network.py")
    assert near[0] == "tests/metrics/test_network.py"
    assert room == ["tests/metrics"]
    assert not {"tests/metrics", "tests/site"} & set(others)


@pytest.mark.parametrize(
    ("condition", "killer"),
    [
        ("test_half", "tests/test_worst.py::test_worst"),
        ("test_none", ""),
        ("test_ends", "tests/test_worst.py"),
    ],
)
def test_a_mutant_is_killed_by_the_first_test_that_fails(
    condition: str, killer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "root"
    texts = {
        "worst.py": "def worst(days):\n    return max(days)\n",
        "pyproject.toml": '[tool.pytest.ini_options]\naddopts = "--import-mode=importlib"\n',
        "tests/test_worst.py": "from worst import worst\n\n\ndef test_worst():\n    assert worst([1, 2]) == 2\n",
    }
    mutant = {
        "test_half": texts["worst.py"].replace("max", "min"),
        "test_none": texts["worst.py"].replace("max(days)", "max(days) + 0"),
        "test_ends": "1 /",
    }[condition]
    for name, text in texts.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    monkeypatch.setattr(trial, "ROOT", root)
    monkeypatch.setattr(trial, "listed", lambda: [*texts])
    place = trial.Workplace(tmp_path / "place")
    started = place.start("worst.py", mutant, [["tests/test_worst.py"]])
    while not (outcome := started.outcome()):
        pass
    assert outcome.killer == killer
    assert (root / "worst.py").read_text("utf-8") == texts["worst.py"]
