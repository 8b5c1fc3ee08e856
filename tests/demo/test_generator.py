"""An invented plan: whole, in order, and the same for the same seed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from orders import plan
from plans import MemoryTree

from actionplan.demo.generator import files_after, generate
from actionplan.demo.simulated_plan import MOST_COMMITMENTS, SimulatedPlan
from actionplan.demo.word_lists import word_lists
from actionplan.findings import as_text
from actionplan.language.languages import SITE_SETTINGS
from actionplan.loader import Loaded, load
from actionplan.model import AlternativeOutcome, DependencyKind, DocumentStatus
from actionplan.repairs.canonical import canonical

PLAN = Path(sys.executable).with_name("plan")
SIZES = [*((count, seed) for count in (1, 2, 5, 6, 13) for seed in (1, 7)), (130, 1)]


def written(count: int, seed: int = 1) -> dict[str, str]:
    return {file.path: file.text for file in files_after(generate(count, seed))}


def read(count: int, seed: int = 1) -> Loaded:
    return load(MemoryTree(written(count, seed)))


def demo(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [str(PLAN), "demo", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **environment})


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize(("count", "seed"), SIZES)
def test_a_plan_of_any_size_has_nothing_to_mend(count: int, seed: int) -> None:
    loaded = read(count, seed)
    assert as_text(loaded.findings) == as_text(())
    assert len(loaded.plan.commitment_files) == count
    assert loaded.plan.identity.fictitious


def test_every_document_is_in_canonical_form() -> None:
    files = written(13)
    assert {entry.path: canonical(entry) for entry in read(13).plan.entries} == {
        path: text for path, text in files.items() if "/evidencias/" not in path
    }


@pytest.mark.parametrize("count", [0, -1, MOST_COMMITMENTS + 1])
def test_a_size_without_words_for_it_is_refused(count: int) -> None:
    with pytest.raises(ValueError, match="is not from 1 to"):
        generate(count, 1)


def test_the_same_seed_gives_the_same_bytes_whatever_the_process(tmp_path: Path) -> None:
    for name, hash_seed in (("a", "1"), ("b", "2")):
        arguments = (tmp_path / name, "--commitments", "20", "--seed", "5")
        assert demo(*arguments, PYTHONHASHSEED=hash_seed, TZ="Pacific/Kiritimati").returncode == 0
    assert files(tmp_path / "a") == files(tmp_path / "b")


def test_another_seed_gives_another_plan() -> None:
    one, other = written(13, 1), written(13, 2)
    titles = [{line for line in "".join(plan.values()).split("\n") if "titulo:" in line} for plan in (one, other)]
    assert len(titles[0] & titles[1]) < len(titles[0]) / 2


def test_a_bigger_plan_begins_with_the_smaller_ones_commitments() -> None:
    small, big = written(13), written(400)
    for path, text in small.items():
        if path.startswith(("commitments/", "plan/3-arboles/", "plan/sesiones/")):
            assert big[path] == text, path


def test_titles_and_topics_are_never_the_same() -> None:
    plan = SimulatedPlan(MOST_COMMITMENTS, 3)
    titles = [commitment.title for commitment in plan.commitments]
    assert len({title.es for title in titles}) == len({title.en for title in titles}) == MOST_COMMITMENTS
    assert len({topic.id for topic in plan.topics}) == len(plan.topics)
    assert len({len(area.subjects) for area in word_lists().policy_areas}) == 1


def test_no_larger_plan_has_topics_of_its_own() -> None:
    beyond = SimulatedPlan(MOST_COMMITMENTS + 1, 3)
    assert len({topic.id for topic in beyond.topics}) < len(beyond.topics)


def test_trees_have_levels_and_causes_with_and_without_an_answer() -> None:
    plan = read(60).plan
    answered = {
        cause for commitment_file in plan.commitment_files.values() for cause in commitment_file.commitment.model.causes
    }
    for tree in plan.trees.values():
        ids = re.findall(r'- id: "(c[\d.]+)"', written(60)[tree.path])
        assert {f"{tree.model.id}/{name}" in answered for name in ids} == {True, False}
    assert any(below.causes for tree in plan.trees.values() for cause in tree.model.causes for below in cause.causes)


def test_roadmaps_are_signed_dated_within_the_plan_and_keep_their_dependencies() -> None:
    plan = read(130).plan
    kinds, weighted = set(), set()
    for commitment_file in plan.commitment_files.values():
        assert commitment_file.roadmap
        model = commitment_file.roadmap.model
        assert model.document_status is DocumentStatus.SIGNED
        weighted.add(model.actions[0].weight is not None)
        activities = {activity.id: activity for activity in model.activities}
        for activity in activities.values():
            assert activity.start
            assert activity.end
            assert plan.identity.deadline
            assert activity.start < activity.end <= plan.identity.deadline
            for link in activity.depends_on:
                before = activities[link.activity]
                assert before.start
                assert before.end
                room = {
                    DependencyKind.FINISH_START: (activity.start - before.end).days - 1,
                    DependencyKind.START_START: (activity.start - before.start).days,
                    DependencyKind.FINISH_FINISH: (activity.end - before.end).days,
                    DependencyKind.START_FINISH: (activity.end - before.start).days + 1,
                }[link.kind]
                assert 0 <= link.lag <= room
                kinds.add(link.kind)
    assert kinds == set(DependencyKind)
    assert weighted == {True, False}


def test_tables_say_what_became_of_each_alternative_and_commitments_where_they_came_from() -> None:
    plan = read(60).plan
    outcomes = [item.outcome for table in plan.tables.values() for item in table.model.alternatives]
    assert set(outcomes) == {AlternativeOutcome.ADOPTED, AlternativeOutcome.PARTIAL, AlternativeOutcome.DISCARDED}
    for table in plan.tables.values():
        for item in table.model.alternatives:
            if item.commitment:
                origin = plan.commitment_files[item.commitment].commitment.model
                assert origin.alternatives == (f"{table.model.id}/{item.id}",)
                assert origin.causes == item.causes


def test_no_person_and_no_place_on_the_web_is_named() -> None:
    text = "".join(written(130).values())
    assert set(re.findall(r"https?://([^/\"\s]+)", text)) == {"ejemplo.invalid"}
    assert "@" not in text


@pytest.mark.parametrize("inside", ["algo.txt", ".oculto"])
def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path, inside: str) -> None:
    (tmp_path / inside).write_text("mío")
    done = demo(tmp_path)
    assert done.returncode == 2
    assert "no está vacía" in done.stderr
    assert files(tmp_path) == {inside: "mío".encode()}


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "plan").write_text("mío")
    assert demo(tmp_path / "plan").returncode == 2


@pytest.mark.parametrize("more", [(), ("--history",)])
def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, more: tuple[str, ...]) -> None:
    (tmp_path / "archivo").write_text("algo", "utf-8")
    done = plan("demo", tmp_path / "archivo" / "plan", "--commitments", "1", *more)
    assert done.exit_code == 1
    assert done.stderr.startswith(f"No se pudo escribir el plan en «{tmp_path / 'archivo' / 'plan'}»: ")


def test_the_site_builds_in_both_languages_and_says_on_every_page_that_it_is_made_up(tmp_path: Path) -> None:
    root = tmp_path / "nuevo"
    assert demo(root, "--commitments", "3").returncode == 0
    done = subprocess.run([PLAN, "build", "--root", root], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    pages = [path for path in (root / "site").rglob("*.html") if path.name != "404.html"]
    assert len(pages) > 80
    for path in pages:
        words = "Fictitious plan." if path.is_relative_to(root / "site/en") else "Plan ficticio."
        assert words in path.read_text("utf-8"), path


def test_mkdocs_alone_builds_it_too(tmp_path: Path) -> None:
    assert demo(tmp_path, "--commitments", "1").returncode == 0
    for settings in SITE_SETTINGS:
        program, file = PLAN.with_name("mkdocs"), tmp_path / settings
        command = [str(program), "build", "--strict", "-q", "-f", str(file)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "site/en/index.html").is_file()
