"""A form through its whole workflow: what becomes of it at the forge, and that no word of a stranger gets there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from intake.filled import PROGRESS, filled
from workflows.rig import Forge, Run

from actionplan.intake.forms import FormName

SHELL = (
    '"; touch "$RIG_CANARY"; echo " $(touch $RIG_CANARY) `touch $RIG_CANARY` @todas closes #1 [x](https://malo.example)'
)
TOKEN = "${{ github.token }}"
LINES = f"{SHELL}\n\n- [ ] {SHELL}\n\nCloses #1\n\nCo-authored-by: mala"
ORDERS = f"{SHELL} {TOKEN}\n::add-mask::x\n::set-output name=path::../x\n##[error]x <img src=x onerror=alert(1)>"
BOT = "github-actions[bot]"
REPORT = "commitments/01-agua/avances/2020-06-30-gob.md"
TITLE = "Avance de c01: gob, 2020-06-30"
BODY = "Sale del formulario #7.\n\nCloses #7\n\n"
REPLY = """\
Gracias. Con sus respuestas se abrió la propuesta #8. En unos minutos un comentario dice ahí quién debe aprobarla. Si \
es su institución u organización, apruébela también, con su cuenta: la propuesta la abre un programa, y no cuenta como \
suya. Cuando quien debe esté de acuerdo, se publica; si piden un cambio, se lo dirán en la propuesta.

Si edita el texto de arriba, la propuesta se actualiza. Si cierra este formulario, se retira.

"""
AGAIN = "Edite el texto de arriba (menú «…», «Edit») y se revisará de nuevo. También puede pedir ayuda aquí mismo.\n\n"
CHECKS = [
    ["workflow", "run", "proposal.yml", {"--ref": "formulario-7", "number": "8"}],
    ["workflow", "run", "test.yml", {"--ref": "formulario-7"}],
]


def checks(desk: Desk) -> list[object]:
    """What is started for the proposal as it stands."""
    return [*CHECKS, ["workflow", "run", "answer.yml", {"head": desk.git("rev-parse", "formulario-7")}]]


class Desk:
    """A form that somebody sends, edits and closes."""

    def __init__(self, forge: Forge) -> None:
        self.forge = forge
        # A copy of somebody's has a proposal from a branch of the same name.
        other = {"number": 6, "state": "open", "head": {"ref": "formulario-7", "repo": {"fork": True}}}
        forge.state = {"pulls": {"6": other}, "issues": {}, "comments": {}}

    def part(self, name: str) -> dict[str, Any]:
        found = self.forge.state[name]
        assert isinstance(found, dict)
        return found

    def sends(self, action: str, answers: dict[str, str], *, author: str = "maria", state: str = "open") -> Run:
        """The form as its author leaves it, and what its workflow then does."""
        issue = {
            "number": 7,
            "state": state,
            "title": ORDERS,
            "body": filled(FormName.PROGRESS, PROGRESS | answers).replace("\n", "\r\n"),
            "user": {"login": author, "id": 583231, "type": "Bot" if author == BOT else "User"},
            "labels": [{"name": ORDERS}],
        }
        self.part("issues")["7"] = issue
        self.forge.state["asked"] = []
        payload: dict[str, object] = {
            "action": action,
            "issue": issue,
            "sender": issue["user"],
            "repository": {"full_name": "o/r"},
        }
        run = self.forge.act("intake.yml", "issues", payload)
        assert not self.forge.canary.exists()
        assert self.part("pulls")["6"]["state"] == "open"
        return run

    @property
    def replies(self) -> list[str]:
        return [said["body"] for said in self.part("comments").get("7", [])]

    def git(self, *arguments: str) -> str:
        return self.forge.git(*arguments, at=self.forge.bare)

    def branches(self) -> list[str]:
        return self.git("branch", "--format=%(refname:short)").splitlines()


@pytest.fixture
def desk(forge: Forge) -> Iterator[Desk]:
    with forge.takes_pushes():
        yield Desk(forge)


def test_a_form_becomes_a_proposal_that_follows_it_and_leaves_with_it(desk: Desk) -> None:
    run = desk.sends("opened", {"obstaculos": f"{SHELL} {TOKEN}", "notas": LINES}, author=ORDERS)
    assert (run.code, "Retirar" in run.steps) == (0, False)
    commented = ["issue", "comment", "7", {"--body": REPLY}]
    made = ["pr", "create", {"--head": "formulario-7", "--title": TITLE, "--body": BODY}]
    assert desk.forge.state["asked"] == [made, commented, *checks(desk)]
    assert desk.git("diff", "--name-status", "main", "formulario-7") == f"A\t{REPORT}"
    # What it says is there word by word, as data; what an account cannot be called is not.
    written = desk.git("show", f"formulario-7:{REPORT}")
    assert written.endswith(f"## Notas\n\n{LINES}")
    assert desk.git("log", "-1", "--format=%an %cn%n%B", "formulario-7") == (
        f"github-actions[bot] github-actions[bot]\n{TITLE}\n\nSale del formulario #7."
    )

    assert desk.sends("edited", {"porcentaje": "70"}).code == 0
    edited = ["PATCH", "pulls/8", {"title": TITLE, "body": BODY}]
    assert desk.forge.state["asked"] == [edited, commented, *checks(desk)]
    assert desk.replies == [REPLY]
    assert desk.git("rev-list", "--count", "main..formulario-7") == "1"
    assert "porcentaje: 70" in desk.git("show", f"formulario-7:{REPORT}")
    assert desk.git("log", "-1", "--format=%(trailers)", "formulario-7") == (
        "Co-authored-by: maria <583231+maria@users.noreply.github.com>"
    )

    # Whatever is done to a closed form, what it proposed goes: the run of its closing may have given way to this one.
    run = desk.sends("edited", {}, state="closed")
    assert (run.code, run.steps["Retirar"], "Leer" in run.steps) == (0, True, False)
    said = "Se retira: el formulario #7 se cerró o ya no dice lo que se propuso aquí."
    assert desk.forge.state["asked"] == [["pr", "close", "8", {"--comment": said}]]
    assert desk.part("pulls")["8"]["state"] == "closed"
    assert desk.branches() == ["main"]


def test_a_mistake_is_told_in_the_one_reply_and_proposes_nothing(desk: Desk) -> None:
    told = {"notas": ORDERS.replace("\n#", "\n- #"), "inicio_real": "`$(touch $RIG_CANARY)` @todas #1 ${{ x }}"}
    assert desk.sends("opened", told).code == 0
    (reply,) = desk.replies
    found = "«\\`\\$\\(touch \\$RIG\\_CANARY\\)\\` \\@&#8203;todas \\#&#8203;1 \\$\\{\\{ x \\}\\}»"
    assert reply.startswith(f"Todavía no se puede proponer. Falta corregir esto:\n\n- En «Inicio real»: {found} no es")
    assert "- En «Notas»: El texto contiene código HTML: " in reply
    assert reply.endswith(f"\n\n{AGAIN}")
    assert (desk.forge.state["asked"], desk.branches()) == ([["issue", "comment", "7", {"--body": reply}]], ["main"])


def test_a_second_form_of_the_day_takes_another_name_and_what_fails_is_owned_up_to(desk: Desk) -> None:
    other = desk.forge.proposes(6, {REPORT: "De otro formulario."})
    desk.forge.git("push", "--quiet", "origin", f"{other}:refs/heads/formulario-5")
    assert desk.sends("opened", {}).code == 0
    assert desk.git("diff", "--name-only", "main", "formulario-7") == REPORT.replace("-gob.md", "-gob-2.md")
    desk.forge.publishes({".ci/propose": "exit 1"})
    run = desk.sends("edited", {})
    assert (run.code, run.steps["Disculparse"]) == (1, True)
    assert desk.replies[0].startswith("No se pudo atender este formulario por una falla nuestra, no suya.")


def test_a_program_s_issue_is_no_form(desk: Desk) -> None:
    run = desk.sends("opened", {}, author=BOT)
    assert (run.code, run.steps, desk.forge.state["asked"]) == (0, {}, [])
