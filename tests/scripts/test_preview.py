"""``plan preview`` on a real repository: a site to open, or a reason why there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from plans import TREE_PATH, VALID, write

from actionplan.language.languages import SITE_SETTINGS

ROOT = Path(__file__).parents[2]
WHO = ("-c", "user.name=Nadie", "-c", "user.email=nadie@example.org", "-c", "commit.gpgsign=false")
Run = Callable[..., subprocess.CompletedProcess[str]]
AFTER = str(VALID[TREE_PATH]).replace("Fugas en la red.", "Fugas en la red vieja.")


@pytest.fixture
def plan() -> Run:
    """Run ``plan``."""

    def running(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        command = [str(Path(sys.executable).with_name("plan")), *map(str, arguments)]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=600)

    return running


@pytest.fixture
def proposal(tmp_path: Path) -> Path:
    """A repository with a change that nobody has published."""
    write(tmp_path, VALID)
    for name in SITE_SETTINGS:
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "hooks").symlink_to(ROOT / "hooks")
    for order in (("init", "--quiet"), ("add", "plan", "commitments"), ("commit", "--quiet", "--message", "Empieza")):
        environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
        subprocess.run(["git", "-C", str(tmp_path), *WHO, *order], check=True, env=environment)
    write(tmp_path, {TREE_PATH: AFTER})
    return tmp_path


def test_the_site_of_a_proposal_begins_with_what_it_changes(proposal: Path, plan: Run) -> None:
    place = proposal / "previa"
    done = plan("preview", "--base", "HEAD", "--root", proposal, "--output", place)
    assert done.returncode == 0, done.stderr
    first = (place / "vista-previa" / "index.html").read_text("utf-8")
    assert "Fugas en la red vieja." in first
    assert "Fugas en la red vieja." in (place / "3-arboles" / "agua" / "index.html").read_text("utf-8")
    assert (place / "vista-previa" / "vista-previa.css").is_file()
    assert (place / "en" / "index.html").is_file()


def test_a_plan_with_errors_has_no_preview_and_what_was_there_stays(proposal: Path, plan: Run) -> None:
    place = proposal / "previa"
    place.mkdir()
    (place / "sitemap.xml").write_text("lo de antes", "utf-8")
    write(proposal, {TREE_PATH: AFTER.replace('id: "c1"', 'id: "c 1"')})
    done = plan("preview", "--base", "HEAD", "--root", proposal, "--output", place)
    assert done.returncode == 1
    assert "La propuesta tiene errores: no hay vista previa." in done.stderr
    assert [path.name for path in place.iterdir()] == ["sitemap.xml"]


def test_a_folder_that_holds_something_else_is_left_alone(proposal: Path, plan: Run) -> None:
    place = proposal / "previa"
    place.mkdir()
    (place / "tesis.txt").write_text("sin copia", "utf-8")
    done = plan("preview", "--base", "HEAD", "--root", proposal, "--output", place)
    assert (done.returncode, "guarda otra cosa que un sitio" in done.stderr) == (2, True)
    assert (place / "tesis.txt").read_text("utf-8") == "sin copia"


@pytest.mark.parametrize("arguments", [("--base", "nada"), ("--base", "HEAD", "--root", "no-hay")])
def test_what_cannot_be_done_is_refused_in_words(proposal: Path, plan: Run, arguments: tuple[str, ...]) -> None:
    done = plan("preview", *(("--root", proposal) if "--root" not in arguments else ()), *arguments)
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert "nada" in done.stderr or "no-hay" in done.stderr
