"""A proposal through its whole workflow: what turns red, what is shown, and that nothing of it is ever executed."""

from __future__ import annotations

import pytest
from workflows.rig import PUBLISHED, Forge, Run

PAGE = """\
---
tipo: "pagina"
titulo: "Nota; $(touch \\"$RIG_CANARY\\") `touch canary` ${{ github.token }}"
resumen: "::error::x <img src=x onerror=alert(1)> @todas"
procedencia:
  - campo: "*"
    fuentes:
      - "acta"
    certeza: "exacta"
---

Una nota.
"""
NAME = "plan/$(touch $RIG_CANARY);`id`.bin"
NOTE = "plan/6-seguimiento/nota.md"
ROADMAP = "commitments/01-agua/hoja-de-ruta.md"
WRONG = PUBLISHED[ROADMAP].replace('conclusion: "2020-03-31"', 'conclusion: "31/03/2020"')
HOSTILE = '"; touch "$RIG_CANARY"; echo " $(touch $RIG_CANARY) ${{ github.token }}'
TOUCH = 'touch "$RIG_CANARY"'
# As a runner has for large files: what a repository's attributes name, git runs.
FILTER = "".join(f'\t{name} = "touch $RIG_CANARY; cat"\n' for name in ("smudge", "clean", "textconv", "driver"))
SETTINGS = f'[filter "canary"]\n{FILTER}[diff "canary"]\n{FILTER}[merge "canary"]\n{FILTER}'
CODE = {
    "Makefile": f".venv/.site-ready:\n\t{TOUCH.replace('$', '$$')}\n",
    ".ci/overlay": TOUCH,
    ".ci/preview": TOUCH,
    ".envrc": TOUCH,
    "scripts/plan.py": "import os; open(os.environ['RIG_CANARY'], 'w')",
    "scripts/check.py": "import os; open(os.environ['RIG_CANARY'], 'w')",
    "sitecustomize.py": "import os; open(os.environ['RIG_CANARY'], 'w')",
    "hooks/load.py": "import os; open(os.environ['RIG_CANARY'], 'w')",
    "plan/.gitattributes": "* filter=canary\n*.md filter=canary diff=canary merge=canary\n",
    ".gitattributes": "* filter=canary\n",
    ".github/workflows/proposal.yml": f"on: pull_request\njobs: {{a: {{runs-on: x, steps: [{{run: '{TOUCH}'}}]}}}}\n",
    "plan/overrides/main.html": "{{ self.__init__.__globals__ }}",
}


def event(number: int, head: str, action: str = "opened", label: str = "") -> dict[str, object]:
    """What the forge says of a proposal from a fork whose author chose every text."""
    pull = {
        "number": number,
        "title": HOSTILE,
        "body": HOSTILE,
        "user": {"login": "ajena", "type": "User"},
        "head": {"sha": head, "ref": "x$(touch$IFS$RIG_CANARY)", "repo": {"full_name": "ajena/r", "fork": True}},
        "base": {"ref": "main", "repo": {"full_name": "o/r"}},
        "labels": [{"name": label}] if label else [],
    }
    said: dict[str, object] = {"action": action, "number": number, "pull_request": pull, "sender": {"login": "ajena"}}
    return said | ({"label": {"name": label}} if action == "labeled" else {}) | {"repository": {"full_name": "o/r"}}


def proposed(forge: Forge, head: str, action: str = "opened", label: str = "", **more: str) -> Run:
    run = forge.act("proposal.yml", "pull_request", event(7, head, action, label), **more)
    assert not forge.canary.exists()
    return run


def test_a_proposal_of_data_is_checked_told_and_shown(forge: Forge) -> None:
    run = proposed(forge, forge.proposes(7, {NOTE: PAGE, NAME: "x"}), RIG_LIGHT="yes")
    assert (run.code, run.steps["Revisar"]) == (0, True)
    assert "- Se añade plan/6-seguimiento/nota.md.\n" in run.log
    assert "cambia el programa" not in run.log
    assert "would preview --root .build/propuesta --base HEAD^1 --output .build/vista-previa" in run.log


def test_a_mistake_is_red_on_its_line_and_there_is_no_preview(forge: Forge) -> None:
    head = forge.proposes(7, {ROADMAP: WRONG})
    forge.publishes({"plan/actores.yml": PUBLISHED["plan/actores.yml"].replace("gob-uno", "gob-dos")})
    run = proposed(forge, head)
    assert (run.code, run.steps["Revisar"]) == (1, False)
    assert "actores" not in run.log  # what was published meanwhile is not taken for a change of the proposal's
    assert "Construir el sitio y su vista previa" not in run.steps
    assert f"::error file={ROADMAP},line=15,col=21,title=FOR14::«31/03/2020»" in run.log
    assert forge.left("vista-previa") == set()


def test_what_changes_the_program_is_marked_and_runs_nothing_also_where_its_preview_is_allowed(forge: Forge) -> None:
    forge.settings.write_text(SETTINGS, "utf-8")
    run = proposed(forge, forge.proposes(7, {**CODE, NOTE: PAGE, NAME: "x"}), "labeled", "permitir vista previa")
    assert (run.code, run.steps["Construir el sitio y su vista previa"]) == (0, True)
    assert "**Esta propuesta cambia el programa, no sólo el plan.**" in run.log
    assert "scripts/plan.py" in run.log
    assert "plan/.gitattributes" in run.log
    assert {"vista-previa/index.html", "6-seguimiento/nota/index.html"} <= forge.left("vista-previa")
    index = (forge.work / "vista-previa/vista-previa/index.html").read_text("utf-8")
    assert "6-seguimiento/nota/" in index
    assert "<img src=x" not in index


@pytest.mark.parametrize("order", ["make .venv/.site-ready", "bash .ci/overlay", ".venv/bin/plan check", "true"])
def test_the_traps_of_that_proposal_spring_for_whoever_checks_it_out(forge: Forge, order: str) -> None:
    if order == "true":  # what the checkout itself runs
        forge.settings.write_text(SETTINGS, "utf-8")
    forge.proposes(7, {**CODE, NOTE: PAGE})
    taking = ["git fetch --quiet origin refs/pull/7/head", "git checkout --quiet FETCH_HEAD", "rm -f .venv/.site-ready"]
    forge.orders([*taking, f"{order} || true"])
    assert forge.canary.exists()


def test_a_maintainer_allows_the_preview_of_one_revision(forge: Forge) -> None:
    # The label is still there from an earlier revision.
    head = forge.proposes(7, {**CODE, NOTE: PAGE})
    run = proposed(forge, head, "synchronize", "permitir vista previa", RIG_LIGHT="yes")
    assert run.code == 0
    assert "would build --root .build/propuesta" in run.log
    assert "would preview" not in run.log


def test_links_are_red_wherever_they_lead(forge: Forge) -> None:
    links = {f"commitments/01-agua/enlace-{n}.md": to for n, to in enumerate(("/etc", "../../../x", "compromiso.md"))}
    run = proposed(forge, forge.proposes(7, {}, links=links))
    assert (run.code, run.steps["Revisar"]) == (1, False)
    assert all(f"::error file={path},line=1,col=1,title=FOR" in run.log for path in links)


def test_what_collides_with_the_published_plan_is_red_and_says_where(forge: Forge) -> None:
    head = forge.proposes(7, {ROADMAP: PUBLISHED[ROADMAP].replace("2020-03-31", "2020-04-30")})
    forge.publishes({ROADMAP: PUBLISHED[ROADMAP].replace("2020-03-31", "2020-05-31")})
    run = proposed(forge, head)
    assert (run.code, run.steps["Poner sus datos sobre el programa publicado"]) == (1, False)
    assert f"Esta propuesta choca con lo publicado en: {ROADMAP}." in run.log


def test_a_proposal_of_the_forge_s_own_is_checked_by_its_number(forge: Forge) -> None:
    forge.proposes(9, {ROADMAP: WRONG})
    run = forge.act(
        "proposal.yml", "workflow_dispatch", {"inputs": {"number": "9"}, "repository": {"full_name": "o/r"}}
    )
    assert (run.code, run.steps["Revisar"]) == (1, False)
    run = forge.act("proposal.yml", "workflow_dispatch", {"inputs": {"number": "9/head --upload-pack=x"}})
    assert (run.code, run.steps["Traer la propuesta"]) == (1, False)
