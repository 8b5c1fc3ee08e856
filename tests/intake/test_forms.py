"""The issue forms: what the forge accepts, made from the plan, and the same as those that are committed."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from plans import VALID, loaded, with_file, write

from actionplan.documents import WorkingTree
from actionplan.forge.github import FORMS_FOLDER as FOLDER
from actionplan.intake.forms import FormName, form_address, forms_of
from actionplan.intake.templates import form_files
from actionplan.loader import load
from scripts.plan import plan as command

ROOT = Path(__file__).parents[2]
PLAN = loaded().plan
FILES = form_files(PLAN)


@pytest.mark.parametrize("schema", ["forms", "config"])
def test_the_forge_accepts_them(tmp_path: Path, schema: str) -> None:
    paths = [
        path for path in write(tmp_path, FILES).rglob("*.yml") if (path.name == "config.yml") == (schema == "config")
    ]
    assert paths
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.github-issue-{schema}"]
    done = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_each_thing_asked_has_a_name_and_a_heading_of_its_own() -> None:
    for form in forms_of(PLAN):
        assert len({it.id for it in form.questions}) == len({it.label for it in form.questions}) == len(form.questions)


def test_what_is_to_be_chosen_comes_from_the_plan() -> None:
    items = {item.get("id"): item for item in yaml.safe_load(FILES[f"{FOLDER}/avance.yml"])["body"]}
    assert items["reporta"]["attributes"]["options"] == ["Secretaría de Prueba (gob)"]
    assert items["estado"]["attributes"]["options"] == ["Por iniciar", "En proceso", "Completado", "Cancelado"]
    assert items[None]["attributes"]["value"] == "Los compromisos son:\n\n- `c01`: Agua medida"


def test_a_title_is_no_markdown() -> None:
    text = VALID["commitments/01-agua/compromiso.md"].replace('\ntitulo: "Agua medida"', '\ntitulo: "Agua @todos"')
    plan = loaded(with_file("commitments/01-agua/compromiso.md", text)).plan
    assert "@todos" not in form_files(plan)[f"{FOLDER}/avance.yml"]


def test_an_address_fills_in_what_people_write_themselves() -> None:
    assert form_address(PLAN, FormName.PROGRESS, {"compromiso": "c01"}) is None
    entry = PLAN.identity_entry
    assert entry is not None
    model = entry.model.model_copy(update={"forge": "https://forja.example/plan/"})
    named = replace(PLAN, entries=tuple(replace(it, model=model) if it is entry else it for it in PLAN.entries))
    assert form_address(named, FormName.PROGRESS, {"compromiso": "c01&x"}) == (
        "https://forja.example/plan/issues/new?template=avance.yml&compromiso=c01%26x"
    )


def test_the_committed_ones_are_up_to_date() -> None:
    for path, text in form_files(load(WorkingTree(ROOT)).plan).items():
        assert (ROOT / path).read_text("utf-8") == text, path


def test_the_verb_writes_them_and_tells_when_they_are_old(tmp_path: Path) -> None:
    write(tmp_path, VALID)
    run, app = CliRunner(), command
    arguments = ["forms", "--root", str(tmp_path)]
    assert run.invoke(app, [*arguments, "--check"]).exit_code == 1
    assert run.invoke(app, arguments).exit_code == 0
    assert run.invoke(app, [*arguments, "--check"]).exit_code == 0
    (tmp_path / FOLDER / "avance.yml").write_text("otra cosa", "utf-8")
    done = run.invoke(app, [*arguments, "--check"])
    assert done.exit_code == 1
    assert f"{FOLDER}/avance.yml no está al día" in done.output
