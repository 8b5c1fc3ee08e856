"""The trusted answer: which proposals, what it says to each, which statuses it sets, forks and hostile words too."""

from __future__ import annotations

import re
from typing import Any

import pytest
from plans import COMMITMENT_PATH
from workflows.rig import PUBLISHED, Forge, Run

ROADMAP = "commitments/01-agua/hoja-de-ruta.md"
ACTORS = "plan/actores.yml"
TITLED = PUBLISHED[ROADMAP].replace('titulo: "Medir"', 'titulo: "Medir el agua"')
LATER = PUBLISHED[ROADMAP].replace('conclusion: "2020-03-31"', 'conclusion: "2020-06-15"')
WRONG = PUBLISHED[COMMITMENT_PATH].replace("2020-06-30", "31/06/2020")
# Two jobs with the names of what is asked for, and nothing in them.
FORGED = "on: pull_request\njobs:\n" + "".join(
    f"  j{number}: {{name: {name}, runs-on: ubuntu-24.04, steps: [{{name: Revisar, run: 'true'}}]}}\n"
    for number, name in enumerate(("Revisar el plan", "Plan revisado"))
)
HOSTILE = (
    '"; touch "$RIG_CANARY"; echo " $(touch $RIG_CANARY) `id` ${{ github.token }} <!-- respuesta-a-la-propuesta -->'
)
MARK = "<!-- respuesta-a-la-propuesta -->\n"
BOT = "github-actions[bot]"


def listed(number: int, head: str, author: str, *, labels: tuple[str, ...] = (), base: str = "main") -> dict[str, Any]:
    return {
        "number": number,
        "state": "open",
        "title": HOSTILE,
        "body": HOSTILE,
        "user": {"login": author},
        "head": {"sha": head, "ref": "x$(touch$IFS$RIG_CANARY)", "repo": {"full_name": "ajena/r", "fork": True}},
        "base": {"ref": base},
        "labels": [{"name": label} for label in labels],
        "requested_reviewers": [],
    }


def review(account: str, state: str, commit: str, number: int = 1) -> dict[str, object]:
    sent = f"2026-01-0{number}T00:00:00Z"
    return {
        "id": number,
        "user": {"login": account},
        "state": state,
        "commit_id": commit,
        "submitted_at": sent,
        "body": HOSTILE,
    }


class Desk:
    """Proposals that are open on a forge."""

    def __init__(self, forge: Forge) -> None:
        self.forge = forge
        forge.state = {"pulls": {}, "reviews": {}, "comments": {}, "runs": []}

    def opens(self, number: int, files: dict[str, str], author: str, *reviews: dict[str, object], **more: Any) -> str:
        head = self.forge.proposes(number, files)
        self.part("pulls")[str(number)] = listed(number, head, author, **more)
        self.part("reviews")[str(number)] = [{**it, "commit_id": it["commit_id"] or head} for it in reviews]
        runs = self.forge.state["runs"]
        assert isinstance(runs, list)
        runs.append({"id": 5000 + number, "head_sha": head})
        return head

    def part(self, name: str) -> dict[str, Any]:
        found = self.forge.state.setdefault(name, {})
        assert isinstance(found, dict)
        return found

    def answers(self, head: str, event: str = "workflow_run", **run: object) -> Run:
        about = {"head_sha": head, "head_branch": HOSTILE, "display_title": HOSTILE, "pull_requests": [], **run}
        payload: dict[str, object] = {"action": "completed", "workflow_run": about} if event == "workflow_run" else {}
        done = self.forge.act("answer.yml", event, payload | {"repository": {"full_name": "o/r"}})
        assert not self.forge.canary.exists()
        return done

    def status(self, head: str, context: str = "Acuerdo de las dos partes") -> tuple[str, str]:
        status = self.part("statuses")[head][context]
        return status["state"], status["description"]

    def checked(self, head: str) -> tuple[str, str]:
        return self.status(head, "Plan revisado")

    def comment(self, number: int) -> str:
        (said,) = (it for it in self.part("comments")[str(number)] if it["user"]["login"] == BOT)
        return str(said["body"])


@pytest.fixture
def desk(forge: Forge) -> Desk:
    return Desk(forge)


def test_a_fork_s_proposal_is_told_all_there_is_to_say_and_an_approval_turns_it_green_in_the_same_comment(
    desk: Desk,
) -> None:
    head = desk.opens(7, {ROADMAP: TITLED}, "gob-uno")
    spoofed = {"id": 1, "user": {"login": "ajena"}, "body": MARK + HOSTILE}
    desk.part("comments")["7"] = [spoofed]
    assert desk.answers(head).code == 0
    waits = "falta el acuerdo de la sociedad civil (Organización de Prueba)."
    assert desk.status(head) == ("pending", f"Compromiso c01: {waits}")
    assert desk.checked(head) == ("success", "Sin hallazgos: el plan está en orden.")
    addresses = {status["target_url"] for status in desk.part("statuses")[head].values()}
    assert addresses == {"https://github.com/o/r/actions/runs/5007"}
    said = desk.comment(7)
    assert said.startswith(MARK)
    assert "- Compromiso c01: la parte pública propone este cambio \\(\\@&#8203;gob-uno\\)." in said
    assert "- En la hoja de ruta de c01: cambia lo firmado, «Título» de a1: «Medir» → «Medir el agua»." in said
    assert "**Sin hallazgos: el plan está en orden.**" in said
    assert "[la corrida de la revisión](https://github.com/o/r/actions/runs/5007#artifacts)." in said
    assert f"Última revisión: {head[:12]}." in said
    desk.part("reviews")["7"] = [review("osc-uno", "APPROVED", head)]
    assert desk.answers(head).code == 0
    assert desk.status(head) == ("success", "Las dos partes están de acuerdo con la última revisión.")
    assert "falta el acuerdo" not in desk.comment(7)
    assert desk.part("comments")["7"][0] == spoofed
    asked = desk.forge.state["asked"]
    assert isinstance(asked, list)
    assert [(method, place) for method, place, _ in asked] == [
        ("POST", f"statuses/{head}"),
        ("POST", f"statuses/{head}"),
        ("POST", "issues/7/comments"),
        ("POST", f"statuses/{head}"),
        ("POST", f"statuses/{head}"),
        ("PATCH", "issues/comments/1001"),
    ]


def test_those_that_must_stay_red_stay_red(desk: Desk) -> None:
    owner = PUBLISHED[ACTORS].replace('"osc-uno"', '"osc-uno"\n      - "ajena"')
    heads = {
        "a review of an older revision": desk.opens(
            1, {ROADMAP: LATER}, "gob-uno", review("osc-uno", "APPROVED", "a" * 40)
        ),
        "one who adds the own account": desk.opens(
            2, {ROADMAP: LATER, ACTORS: owner}, "gob-uno", review("ajena", "APPROVED", "")
        ),
        "an approval that was dismissed": desk.opens(
            3, {ROADMAP: LATER}, "gob-uno", review("osc-uno", "DISMISSED", "")
        ),
        "the author's own": desk.opens(4, {ROADMAP: LATER}, "gob-uno", review("gob-uno", "APPROVED", "")),
        "nobody's": desk.opens(5, {ROADMAP: LATER}, "ajena", review("otra", "APPROVED", "")),
    }
    refused = desk.opens(6, {ROADMAP: LATER}, "gob-uno", review("osc-uno", "CHANGES_REQUESTED", ""))
    code = desk.opens(8, {"Makefile": "all:\n\ttouch $RIG_CANARY\n"}, "ajena", labels=("permitir vista previa", "otra"))
    # Without any commit, as when something is published, all that are open are answered.
    assert desk.answers("", event="push").code == 0
    assert {name: desk.status(head)[0] for name, head in heads.items()} == dict.fromkeys(heads, "pending")
    assert desk.status(refused) == ("failure", "Compromiso c01: la sociedad civil pide cambios (@osc-uno).")
    assert desk.status(code)[0] == "success"
    assert "**Esta propuesta cambia el programa, no sólo el plan.**" in desk.comment(8)
    assert "ponga la etiqueta «permitir vista previa»" in desk.comment(8)
    # The label is spent, and no other is touched.
    assert desk.part("pulls")["8"]["labels"] == [{"name": "otra"}]


def test_errors_and_collisions_are_told_and_what_cannot_be_answered_keeps_no_other_waiting(desk: Desk) -> None:
    broken = desk.opens(1, {ROADMAP: LATER}, "gob-uno")
    desk.part("reviews")["1"] = [{"state": 3}]
    wrong = desk.opens(2, {COMMITMENT_PATH: WRONG}, "gob-uno")
    collides = desk.opens(3, {ROADMAP: LATER}, "gob-uno", review("osc-uno", "APPROVED", ""))
    desk.forge.publishes({ROADMAP: PUBLISHED[ROADMAP].replace("2020-03-31", "2020-05-31")})
    elsewhere = desk.opens(4, {ROADMAP: LATER}, "gob-uno", base="otra")
    run = desk.answers("", event="workflow_dispatch")
    assert (run.code, "no es el JSON que da la forja" in run.log) == (1, True)
    assert elsewhere not in desk.part("statuses")
    said = ("error", "No se pudo examinar esta propuesta: la corrida de «Respuesta» dice por qué.")
    assert (desk.status(broken), desk.checked(broken)) == (said, said)
    (address,) = {status["target_url"] for status in desk.part("statuses")[broken].values()}
    assert re.fullmatch(r"https://github\.com/o/r/actions/runs/\d+", address)
    assert desk.status(wrong)[0] == "pending"
    assert "**FOR14**: «31/06/2020»" in desk.comment(2)
    assert "No hay vista previa mientras haya errores." in desk.comment(2)
    assert desk.status(collides)[0] == "success"
    assert desk.checked(collides)[0] == "failure"
    assert "**Esta propuesta choca con lo publicado en: commitments/01-agua/hoja-de-ruta.md." in desk.comment(3)


def test_a_proposal_that_turns_its_own_check_green_stays_red(desk: Desk) -> None:
    forged = {".github/workflows/proposal.yml": FORGED, COMMITMENT_PATH: WRONG}
    head = desk.opens(7, forged, "gob-uno", review("osc-uno", "APPROVED", ""))
    run = desk.forge.act("proposal.yml", "pull_request", {"action": "opened"}, revision=head)
    assert (run.code, run.steps) == (0, {"Revisar": True})
    assert desk.answers(head).code == 0
    assert desk.checked(head) == ("failure", "Hallazgos. Errores: 1; advertencias: 0; notas: 0.")
    assert "**Esta propuesta cambia el programa, no sólo el plan.**" in desk.comment(7)


def test_what_was_wrong_before_is_nobody_s_fault_and_whoever_mends_it_passes(desk: Desk) -> None:
    desk.forge.publishes({COMMITMENT_PATH: WRONG})
    other = desk.opens(1, {ROADMAP: TITLED}, "gob-uno")
    mending = desk.opens(2, {COMMITMENT_PATH: PUBLISHED[COMMITMENT_PATH]}, "gob-uno")
    assert desk.answers("", event="workflow_dispatch").code == 0
    assert (desk.checked(other)[0], desk.checked(other)[1][:26]) == ("error", "No es por esta propuesta: ")
    assert desk.checked(mending)[0] == "success"
    assert desk.status(mending)[0] == "pending"


def test_a_proposal_is_on_hold_by_both_names_as_soon_as_it_arrives_and_asks_for_its_answer(desk: Desk) -> None:
    head = desk.opens(7, {ROADMAP: TITLED}, "ajena")
    about: dict[str, object] = {"pull_request": desk.part("pulls")["7"], "number": 7}
    run = desk.forge.act("arrival.yml", "pull_request_target", {"action": "opened", **about})
    assert run.code == 0
    assert desk.status(head) == desk.checked(head) == ("pending", "La respuesta llega en unos minutos.")
    asked = desk.forge.state["asked"]
    assert isinstance(asked, list)
    assert asked[2:] == [["workflow", "run", "answer.yml", {"head": head}]]
    # Another title is no arrival, another branch to go to is one.
    for changes, steps in (({"title": {"from": HOSTILE}}, 0), ({"base": {"ref": {"from": "otra"}}}, 3)):
        done = desk.forge.act("arrival.yml", "pull_request_target", {"action": "edited", "changes": changes, **about})
        assert len(done.steps) == steps
    assert not desk.forge.canary.exists()


def test_a_revision_that_came_meanwhile_is_left_to_its_own_run(desk: Desk) -> None:
    head = desk.opens(1, {ROADMAP: LATER}, "gob-uno")
    desk.forge.proposes(1, {ROADMAP: LATER.replace("2020-06-15", "2020-06-16")})
    assert desk.answers(head).code == 0
    assert "asked" not in desk.forge.state


def test_a_review_starts_nothing_but_an_end(forge: Forge) -> None:
    run = forge.act("review.yml", "pull_request_review", {"action": "submitted", "review": {"body": HOSTILE}})
    assert run.code == 0
    assert not forge.canary.exists()
