"""``plan watch`` and what carries it out: a plan on disk, and a program in the place of the forge's."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from follow_up.told import FORGE, issue
from orders import plan
from plans import ACTORS, COMMITMENT, COMMITMENT_PATH, PLAN, VALID, write

from actionplan.follow_up.evidence_links import Link, LinkAnswer, LinkCause, LinkResult, LinkState, as_json

ROOT = Path(__file__).parents[2]
HOME = PLAN.replace("periodo:", f'forja: "{FORGE}"\najustes:\n  seguimiento_automatico: true\nperiodo:')
ON = ("--corte", "2020-05-01")
SENT = ("--repository", FORGE)
MARK = "<!-- seguimiento: pendientes gob {said} -->\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, {**VALID, "plan/plan.yml": HOME, "issues.json": "[]"})
    return tmp_path


def asked(root: Path, *more: str | Path) -> list[dict[str, object]]:
    done = plan("watch", "--root", root, "--issues", root / "issues.json", *more)
    assert done.exit_code == 0, done.output
    found: list[dict[str, object]] = json.loads(done.stdout)["actions"]
    return found


class TestVerb:
    def test_it_says_what_each_organisation_has_to_see_to(self, root: Path) -> None:
        done = plan("watch", "--root", root, *ON)
        assert (done.exit_code, done.stdout) == (
            0,
            (
                "Secretaría de Prueba (gob)\n"
                "  Actividades vencidas\n"
                "    c01 a1.1: 2020-03-31 (31 días) En proceso\n"
                "  Impugnaciones sin respuesta\n"
                "    c01 a1.1 2020-03-31-gob: 2020-04-10 (21 días) osc «Faltan medidores.»\n"
            ),
        )

    def test_the_cut_off_of_the_plan_is_the_day_unless_another_is_given(self, root: Path) -> None:
        assert json.loads(plan("watch", "--root", root, "--format", "json").stdout)["date"] == "2020-12-31"

    def test_as_data(self, root: Path) -> None:
        found = json.loads(plan("watch", "--root", root, *ON, "--format", "json").stdout)
        [row] = found["organisations"]
        assert (row["organisation"], row["name"], row["accounts"]) == ("gob", "Secretaría de Prueba", [])
        assert {**row["matters"][1], "key": ""} == {
            "kind": "impugnada",
            "notice": "pendientes",
            "asks": True,
            "commitment": "c01",
            "activity": "a1.1",
            "report": "2020-03-31-gob",
            "date": "2020-04-10",
            "days": 21,
            "by": "osc",
            "text": "Faltan medidores.",
            "why": None,
            "url": None,
            "key": "",
        }

    def test_when_there_is_nothing_it_says_so(self, root: Path) -> None:
        done = plan("watch", "--root", root, "--corte", "2020-02-01")
        assert done.stdout == "Nadie tiene pendientes, y nada concluye en los próximos 30 días.\n"

    def test_links_that_were_asked_count(self, root: Path) -> None:
        proof = '    evidencias:\n      - titulo: "Acta"\n        url: "https://x.example/a"\n'
        path = "commitments/01-agua/avances/2020-03-31-gob.md"
        write(root, {path: VALID[path].replace("porcentaje: 40\n", f"porcentaje: 40\n{proof}")})
        gone = LinkResult(Link("https://x.example/a"), LinkAnswer(LinkState.LOST, LinkCause.GONE, 404))
        (root / "links.json").write_text(as_json([gone]), "utf-8")
        done = plan("watch", "--root", root, *ON, "--links", root / "links.json")
        assert "«Acta» https://x.example/a el sitio dice que ya no existe" in done.stdout

    @pytest.mark.parametrize(
        "wrong",
        [
            ("--corte", "mañana"),
            ("--issues", "nada.json"),
            ("--links", "nada.json"),
            ("--format", "xml"),
            ("--topic", "otros"),
        ],
    )
    def test_misuse_is_told(self, root: Path, wrong: tuple[str, str]) -> None:
        done = plan("watch", "--root", root, *wrong)
        assert (done.exit_code, done.stdout) == (2, "")
        assert plan("watch", "--root", root / "nada").exit_code == 2

    @pytest.mark.parametrize("text", ["", "{", "[1]", "\x00", '[{"number": "\x1b[31m"}]'])
    @pytest.mark.parametrize("option", ["--issues", "--links"])
    def test_files_of_another_kind_are_misuse(self, root: Path, option: str, text: str) -> None:
        (root / "x.json").write_text(text, "utf-8")
        done = plan("watch", "--root", root, option, root / "x.json")
        assert (done.exit_code, done.stdout, "\x1b" in done.stderr) == (2, "", False)

    def test_a_plan_with_errors_is_not_watched(self, root: Path) -> None:
        write(root, {COMMITMENT_PATH: COMMITMENT.replace('tema: "agua"', 'tema: "otro"')})
        done = plan("watch", "--root", root)
        assert (done.exit_code, done.stdout, "REF02" in done.stderr) == (1, "", True)


class TestIssues:
    def test_what_is_owed_is_opened(self, root: Path) -> None:
        [row] = asked(root, *ON, *SENT)
        assert (row["do"], row["number"], row["title"]) == (
            "open",
            None,
            "Pendientes de seguimiento: Secretaría de Prueba",
        )
        assert asked(root, "--corte", "2020-03-01", *SENT, "--topic", "vencimientos")[0]["do"] == "open"

    def test_a_copy_of_the_plan_calls_nobody(self, root: Path) -> None:
        for other in ((), ("--repository", "https://forja.example/copia/plan")):
            assert asked(root, *ON, *other) == []
        assert len(asked(root, *ON, "--repository", f"{FORGE.upper()}/")) == 1

    def test_a_plan_that_does_not_say_where_it_lives_calls_nobody(self, root: Path) -> None:
        write(root, {"plan/plan.yml": HOME.replace(f'forja: "{FORGE}"\n', "")})
        assert asked(root, *ON, *SENT) == asked(root, *ON) == []

    def test_nobody_is_followed_up_unless_the_plan_says_so(self, root: Path) -> None:
        write(root, {"plan/plan.yml": HOME.replace("true", "false")})
        assert asked(root, *ON, *SENT) == []
        write(root, {"issues.json": json.dumps([issue(3, MARK.format(said="0123456789"))])})
        assert [(row["do"], row["number"]) for row in asked(root, *ON, *SENT)] == [("close", 3)]

    def test_the_real_plan_which_is_over_follows_nobody_up(self, tmp_path: Path) -> None:
        (tmp_path / "issues.json").write_text("[]")
        done = plan("watch", "--root", ROOT, "--issues", tmp_path / "issues.json", "--corte", "2026-11-29")
        assert (done.exit_code, json.loads(done.stdout)) == (0, {"actions": []})


# Gives out the issues it was given, and notes what it is asked, with the text of any file among its arguments.
GH = """\
#!/usr/bin/env bash
if [ "$1" = api ]; then echo "gh $*" >> "$ASKED"; cat "$ISSUES"; exit; fi
line=gh
while [ $# -gt 0 ]; do
  if [ "$1" = --body-file ]; then cp "$2" "$ASKED.$(wc -l < "$ASKED")"; shift 2; else line="$line $1"; shift; fi
done
echo "$line" >> "$ASKED"
case "$line" in *"$FAILS"*) exit 1;; esac
"""
LABEL = "gh label create seguimiento --force --color 0e6ba8 --description Avisos del seguimiento automático"
LIST = "gh api --paginate repos/o/plan/issues?state=all&labels=seguimiento&per_page=100"


def carried_out(
    root: Path, issues: list[dict[str, object]], on: str, *more: str, fails: str = "nothing"
) -> tuple[int, list[str]]:
    """What the forge's program was asked on a day."""
    tools = root / "tools"
    tools.mkdir()
    (root / ".venv/bin").mkdir(parents=True)
    order = f'#!/bin/sh\nexec "{sys.executable}" -c "from scripts.plan import main; main()" "$@"\n'
    for place, text in (
        (tools / "gh", GH),
        (tools / "date", f"#!/bin/sh\necho {on}\n"),
        (root / ".venv/bin/plan", order),
    ):
        place.write_text(text, "utf-8")
        place.chmod(0o755)
    (root / "issues.json").write_text(json.dumps(issues))
    environment = {
        **os.environ,
        "PATH": f"{tools}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "ASKED": str(root / "asked"),
        "ISSUES": str(root / "issues.json"),
        "FAILS": fails,
        "GH_REPO": "o/plan",
        "GITHUB_SERVER_URL": "https://forja.example",
        "PAUSE": "0",
    }
    command = ["bash", str(ROOT / ".ci/watch"), *(more or ("pendientes",))]
    done = subprocess.run(command, cwd=root, env=environment, check=False, capture_output=True, text=True)
    assert "Traceback" not in done.stderr
    return done.returncode, (root / "asked").read_text("utf-8").splitlines()


def texts(root: Path) -> list[str]:
    return [path.read_text("utf-8") for path in sorted(root.glob("asked.*"))]


class TestCarryingOut:
    TITLE = "Pendientes de seguimiento: Secretaría de Prueba"

    def test_an_issue_is_opened(self, root: Path) -> None:
        assert carried_out(root, [], "2020-05-01") == (
            0,
            [LIST, LABEL, f"gh issue create --title {self.TITLE} --label seguimiento"],
        )
        [body] = texts(root)
        assert body.startswith("<!-- seguimiento: pendientes gob ")

    def test_what_is_new_is_commented_before_it_is_marked_as_said(self, root: Path) -> None:
        done = carried_out(root, [issue(5, f"{MARK.format(said='0123456789')}Antes.")], "2020-05-01")
        assert done == (0, [LIST, LABEL, "gh issue comment 5", f"gh issue edit 5 --title {self.TITLE}"])
        comment, body = texts(root)
        assert comment.startswith("Desde la última vez hay algo nuevo:")
        assert body.startswith("<!-- seguimiento: pendientes gob ")

    def test_what_is_made_good_is_closed(self, root: Path) -> None:
        done = carried_out(root, [issue(5, f"{MARK.format(said='0123456789')}Antes.", title="T")], "2020-02-01")
        assert done == (
            0,
            [LIST, LABEL, "gh issue comment 5", "gh issue edit 5 --title T", "gh issue close 5 --reason completed"],
        )
        assert texts(root)[1] == f"{MARK.format(said='')}Antes."

    def test_what_a_person_closed_is_opened_again_for_something_new(self, root: Path) -> None:
        code, lines = carried_out(root, [issue(5, MARK.format(said="0123456789"), state="closed")], "2020-05-01")
        assert (code, lines[2:4]) == (0, ["gh issue reopen 5", "gh issue comment 5"])

    def test_where_nothing_is_to_be_done_nothing_is_asked(self, root: Path) -> None:
        assert carried_out(root, [issue(1, "Hola", login="maria")], "2020-02-01") == (0, [LIST])

    def test_one_that_fails_leaves_the_others_their_turn_and_is_told(self, root: Path) -> None:
        other = issue(6, "<!-- seguimiento: pendientes otra 0123456789 -->\n", title="T")
        mine = issue(5, MARK.format(said="0123456789"))
        code, lines = carried_out(root, [mine, other], "2020-05-01", fails="issue comment 5")
        assert (code, lines[2:]) == (
            1,
            [
                "gh issue comment 5",
                "gh issue comment 6",
                "gh issue edit 6 --title T",
                "gh issue close 6 --reason completed",
            ],
        )

    def test_words_of_the_plan_run_nowhere(self, root: Path) -> None:
        hostile = "$(touch x) `touch x` ${{ github.token }} ::set-output name=x::y @todos -x; touch x"
        write(
            root,
            {
                "plan/actores.yml": ACTORS.replace("Secretaría de Prueba", hostile),
                COMMITMENT_PATH: COMMITMENT.replace('titulo: "Agua medida"', f'titulo: "{hostile}"'),
            },
        )
        code, lines = carried_out(root, [], "2020-05-01")
        assert (code, lines[2]) == (
            0,
            f"gh issue create --title Pendientes de seguimiento: {hostile} --label seguimiento",
        )
        assert not list(root.rglob("x"))

    def test_a_plan_with_errors_asks_the_forge_for_nothing(self, root: Path) -> None:
        write(root, {COMMITMENT_PATH: COMMITMENT.replace('tema: "agua"', 'tema: "otro"')})
        assert carried_out(root, [], "2020-05-01") == (1, [LIST])


def test_every_step_of_the_workflow_runs_on_a_schedule_that_there_is() -> None:
    # A schedule is told apart by its own text, so that a new hour in one place only would end a reminder quietly.
    workflow = yaml.safe_load((ROOT / ".github/workflows/weekly.yml").read_text("utf-8"))
    daily, weekly = (item["cron"] for item in workflow[True]["schedule"])  # YAML's older readers take «on» for a truth
    steps = workflow["jobs"]["watch"]["steps"]
    assert {step["name"]: step["if"] for step in steps if "if" in step} == {
        "Recordar vencimientos": f"github.event.schedule != '{weekly}'",
        "Preguntar a los enlaces de evidencia": f"github.event.schedule != '{daily}'",
        "Decir los pendientes": f"github.event.schedule != '{daily}'",
    }
