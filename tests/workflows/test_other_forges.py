"""The same steps on other forges: the orders of their files, run in a clean clone as their runners do."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import yaml
from workflows.rig import PUBLISHED, ROOT, Forge, workflow

ROADMAP = "commitments/01-agua/hoja-de-ruta.md"
TITLED = PUBLISHED[ROADMAP].replace('titulo: "Medir"', 'titulo: "Medir el agua"')
WRONG = PUBLISHED[ROADMAP].replace('conclusion: "2020-03-31"', 'conclusion: "31/03/2020"')
GITLAB = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
NOTE = (ROOT / "docs/forjas.md").read_text("utf-8")


def forgejo() -> list[dict[str, object]]:
    """The workflows that the note shows for Forgejo Actions."""
    return [
        {"on" if key is True else key: value for key, value in yaml.safe_load(text).items()}
        for text in re.findall(r"^```yaml\n(.+?)^```$", NOTE, re.MULTILINE | re.DOTALL)
    ]


def orders(found: dict[str, object]) -> list[str]:
    """What the steps of a workflow run."""
    assert isinstance(found["jobs"], dict)
    return [str(step["run"]) for job in found["jobs"].values() for step in job["steps"] if "run" in step]


PROPOSAL, PUBLICATION = forgejo()
GITLAB_KNOWS = {"CI_MERGE_REQUEST_IID": "7", "CI_PAGES_URL": "https://o.example/r"}
FORGEJO_KNOWS = {"PROPOSED": "refs/pull/7/head", "ALLOWED": ""}


def test_a_proposal_is_checked_told_and_shown(forge: Forge) -> None:
    forge.proposes(7, {ROADMAP: TITLED}, kind="merge-requests")
    run = forge.orders(GITLAB["propuesta"]["script"], **GITLAB_KNOWS, RIG_LIGHT="yes")
    assert run.code == 0, run.log
    assert "«Título» de a1: «Medir» → «Medir el agua»" in run.log
    assert "would preview --root .build/propuesta --base HEAD^1 --output .build/vista-previa" in run.log


def test_a_mistake_is_red(forge: Forge) -> None:
    forge.proposes(7, {ROADMAP: WRONG})
    run = forge.orders(orders(PROPOSAL), **FORGEJO_KNOWS)
    assert run.code == 1
    assert f"file={ROADMAP},line=15,col=21,title=FOR14" in run.log


def test_what_is_published_is_built_with_its_manifest(forge: Forge) -> None:
    run = forge.orders(GITLAB["pages"]["script"], **GITLAB_KNOWS)
    assert run.code == 0, run.log
    place = forge.folder / "clean/public"
    assert (place / "publicacion.json").is_file()
    assert "<loc>https://o.example/r/compromisos/</loc>" in (place / "sitemap.xml").read_text("utf-8")


def test_they_run_what_the_workflows_of_this_repository_run() -> None:
    """So each needs to be run but once: the one as it passes, the other as it fails."""
    assert orders(PUBLICATION) == [line for line in orders(workflow("publish.yml")) if line != "bash .ci/no-pages"]
    assert GITLAB["pages"]["script"][-1] == "mv site public"
    ours = orders(workflow("proposal.yml"))
    assert orders(PROPOSAL) == ours
    setting_out = ["git fetch --quiet origin main", "git switch --quiet --detach FETCH_HEAD"]
    swaps = {
        'bash .ci/fetch "$PROPOSED"': 'bash .ci/fetch "refs/merge-requests/$CI_MERGE_REQUEST_IID/head"',
        'bash .ci/preview "$ALLOWED"': 'bash .ci/preview "${PERMITIDA:-}"',
    }
    expected = [swaps.get(line, line).removesuffix(" --format github") for line in ours]
    assert GITLAB["propuesta"]["script"] == [*setting_out, *expected]


def test_the_note_s_workflows_are_workflows(tmp_path: Path) -> None:
    for number, text in enumerate(re.findall(r"^```yaml\n(.+?)^```$", NOTE, re.MULTILINE | re.DOTALL)):
        (tmp_path / f"{number}.yml").write_text(text, "utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]
    done = subprocess.run([*command, *map(str, tmp_path.iterdir())], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
