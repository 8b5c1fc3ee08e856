"""What a proposal is answered, word by word; and that no word of it calls anybody, links anywhere or hides anything."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plans import COMMITMENT_PATH, ROADMAP_PATH, VALID, loaded, with_file

from actionplan.agreement.answer import requests, unanswered
from actionplan.agreement.approvals import Decision, SideAnswer, Verdict
from actionplan.agreement.comment import ALLOWS, MARK, ROOM_OF_FIGURES, code_notice, collision_notice
from actionplan.agreement.examined import Examined
from actionplan.agreement.sides import Owner, Side
from actionplan.diff.compare import Comparison
from actionplan.diff.report import LONGEST
from actionplan.findings import brought
from actionplan.forge.pull_requests import Pull, Request
from actionplan.git.proposal import Proposed

A, B = "a" * 40, "b" * 40
RUN = "https://forja.example/o/r/actions/runs/5"
PULL = Pull(7, B, "gob-uno", "main", frozenset())
PLAN = loaded().plan
OURS = Owner("c01", Side.INSTITUTION, ("gob",), frozenset({"gob-uno"}))
THEIRS = Owner("c01", Side.ORGANISATION, ("osc",), frozenset({"osc-uno"}))
WAITING = Decision((Verdict(OURS, SideAnswer.WROTE, "gob-uno"), Verdict(THEIRS, SideAnswer.WAITS)), ())
QUIET = Examined(Proposed(A, B, "c" * 40, (ROADMAP_PATH,), ()), PLAN, WAITING, (), "", (), ())


def asked(examined: Examined, pull: Pull = PULL, comments: tuple[int, ...] = (), run: str = RUN) -> list[Request]:
    return requests(examined, pull, comments, run)


def status(decision: Decision) -> dict[str, str]:
    body = asked(QUIET._replace(decision=decision))[0].body
    assert body is not None
    return body


def checked(examined: Examined) -> dict[str, str]:
    body = asked(examined)[1].body
    assert body is not None
    return body


def comment(examined: Examined, run: str = RUN) -> str:
    body = asked(examined, run=run)[2].body
    assert body is not None
    return body["body"]


def decision(*answers: SideAnswer) -> Decision:
    return Decision(tuple(Verdict(owner, it, "x") for owner, it in zip((OURS, THEIRS), answers, strict=False)), ())


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ((), "success"),
        ((SideAnswer.WROTE, SideAnswer.AGREED), "success"),
        ((SideAnswer.AGREED, SideAnswer.WAITS), "pending"),
        ((SideAnswer.AGREED, SideAnswer.OBJECTS), "failure"),
        ((SideAnswer.WAITS, SideAnswer.NOBODY), "failure"),
    ],
)
def test_the_status_is_green_only_if_nobody_is_waited_for(answers: tuple[SideAnswer, ...], state: str) -> None:
    assert status(decision(*answers))["state"] == state


def test_the_status_says_whom_it_waits_for_within_the_forge_s_size() -> None:
    said = status(WAITING)
    assert said == {
        "state": "pending",
        "context": "Acuerdo de las dos partes",
        "description": "Compromiso c01: falta el acuerdo de la sociedad civil (Organización de Prueba).",
        "target_url": RUN,
    }
    many = Decision((Verdict(THEIRS, SideAnswer.WAITS),) * 9, ())
    assert len(status(many)["description"]) == 140


def test_the_plan_as_it_would_be_has_a_status_of_its_own_whatever_the_sides_say() -> None:
    told = {"context": "Plan revisado", "target_url": RUN}
    sound = {"state": "success", "description": "Sin hallazgos: el plan está en orden."}
    for answer in SideAnswer:
        assert checked(QUIET._replace(decision=decision(answer))) == told | sound
    assert "target_url" not in (asked(QUIET, run="")[1].body or {})


def test_it_is_red_for_an_error_and_no_less() -> None:
    dubious = {COMMITMENT_PATH: VALID[COMMITMENT_PATH].replace("Con medidores.", "Por definir")}
    wrong = {ROADMAP_PATH: VALID[ROADMAP_PATH].replace('"2020-03-31"', '"31/03/2020"')}
    for files, state, counts in (
        (dubious, "success", "Errores: 0; advertencias: 1; notas: 0."),
        (wrong, "failure", "Errores: 1; advertencias: 0; notas: 0."),
    ):
        findings = loaded({**VALID, **files}).findings
        said = checked(QUIET._replace(findings=findings, fresh=findings))
        assert (said["state"], said["description"]) == (state, f"Hallazgos. {counts}")


def test_it_is_red_for_a_collision_that_nobody_checked() -> None:
    said = checked(
        QUIET._replace(proposed=QUIET.proposed._replace(result="", collisions=("plan/a.md", "plan/\x1b.md")))
    )
    assert said["state"] == "failure"
    assert said["description"].startswith("Esta propuesta choca con lo publicado en: plan/a.md, plan/\\x1b.md. Otra")
    assert len(said["description"]) == 140


def test_what_cannot_be_examined_is_red_by_both_names() -> None:
    names = {request.body["context"] for request in asked(QUIET)[:2] if request.body}
    said = "No se pudo examinar esta propuesta: la corrida de «Respuesta» dice por qué."
    assert unanswered(PULL, RUN) == [
        Request("POST", f"statuses/{B}", {"state": "error", "context": name, "description": said, "target_url": RUN})
        for name in sorted(names)
    ]
    theirs = unanswered(PULL, "", unreadable=True)[0].body
    assert theirs is not None
    assert theirs["description"].startswith("No es por esta propuesta: lo publicado no se puede leer")
    assert "target_url" not in theirs


def test_errors_that_were_there_before_are_told_to_be_nobody_s_fault_here() -> None:
    wrong = {**VALID, ROADMAP_PATH: VALID[ROADMAP_PATH].replace('"2020-03-31"', '"31/03/2020"')}
    examined = QUIET._replace(findings=loaded(wrong).findings)
    said = "No es por esta propuesta: los errores ya estaban en lo publicado, y mantenimiento debe arreglarlos."
    assert (checked(examined)["state"], checked(examined)["description"]) == ("error", said)
    assert f"**{said}** Cuando lo haga, esta respuesta se repite sola." in comment(examined)
    assert "No hay vista previa mientras haya errores." in comment(examined)


def test_what_a_run_by_the_proposal_s_own_orders_leaves_is_not_led_to() -> None:
    paths = (".github/workflows/proposal.yml", ROADMAP_PATH)
    examined = QUIET._replace(proposed=QUIET.proposed._replace(paths=paths))
    assert "lo que deje su corrida puede ser cualquier cosa. No lo abra." in comment(examined)
    assert RUN not in str(asked(examined))


def test_a_comment_is_written_once_and_then_kept_up_to_date() -> None:
    assert [(it.method, it.position) for it in asked(QUIET)] == [
        ("POST", f"statuses/{B}"),
        ("POST", f"statuses/{B}"),
        ("POST", "issues/7/comments"),
    ]
    assert asked(QUIET, comments=(31,))[2][:2] == ("PATCH", "issues/comments/31")
    # Two that were written at once become one.
    assert [(it.method, it.position) for it in asked(QUIET, comments=(31, 32))[2:]] == [
        ("PATCH", "issues/comments/31"),
        ("DELETE", "issues/comments/32"),
    ]


def test_the_label_is_spent_with_the_answer() -> None:
    pull = PULL._replace(labels=frozenset({ALLOWS, "otra"}))
    assert asked(QUIET, pull)[3:] == [Request("DELETE", "issues/7/labels/permitir%20vista%20previa", None)]


def test_the_whole_comment_of_a_quiet_proposal() -> None:
    assert comment(QUIET) == (
        f"{MARK}\n\n"
        "## Quién debe estar de acuerdo\n\n"
        "**Todavía no están de acuerdo las dos partes con la última revisión.**\n\n"
        "- Compromiso c01: la parte pública propone este cambio \\(\\@&#8203;gob-uno\\).\n"
        "- Compromiso c01: falta el acuerdo de la sociedad civil \\(Organización de Prueba\\).\n\n"
        "## Qué dice la revisión\n\n"
        "**Sin hallazgos: el plan está en orden.**\n\n"
        "## Vista previa\n\n"
        "El sitio como quedaría, con una lista de las páginas que cambian, se descarga de "
        f"[la corrida de la revisión]({RUN}#artifacts).\n\n"
        "## Qué cambia\n\n"
        "**Sin cambios de fondo: el plan dice lo mismo que antes.**\n\n"
        "---\n\n"
        "Última revisión: bbbbbbbbbbbb. Lo publicado: aaaaaaaaaaaa. Este comentario se actualiza solo.\n"
    )


def test_only_what_the_proposal_brings_is_listed() -> None:
    files = {**VALID, "plan/x.txt.md": "x"}
    before = loaded(files)
    after = loaded({**files, ROADMAP_PATH: VALID[ROADMAP_PATH].replace('"2020-03-31"', '"31/03/2020"')})
    fresh = brought(before.findings, after.findings)
    said = comment(QUIET._replace(findings=after.findings, fresh=fresh))
    assert "Los que trae esta propuesta: 1. Los demás ya estaban en lo publicado." in said
    assert "**FOR14**: «31/03/2020»" in said
    assert "x\\_txt" not in said
    assert "plan/x.txt.md" not in said
    assert "No hay vista previa mientras haya errores." in said


def test_code_is_marked_and_collisions_are_explained() -> None:
    paths = ("Makefile", "plan/x.md", "plan/.gitattributes")
    marked = comment(QUIET._replace(proposed=QUIET.proposed._replace(paths=paths)))
    assert "**Esta propuesta cambia el programa, no sólo el plan.**" in marked
    assert "Mantenimiento debe leer estos archivos: Makefile, plan/.gitattributes." in marked
    assert "la etiqueta «permitir vista previa»; vale para esta revisión" in marked
    told = comment(QUIET._replace(proposed=QUIET.proposed._replace(result="", collisions=("plan/x.md",))))
    assert "**Esta propuesta choca con lo publicado en: plan/x.md. Otra persona cambió" in told
    assert "Vista previa" not in told
    assert code_notice(["plan/x.md"]) == ""
    assert "…" in collision_notice(["a" * 200, "b" * 200])


def test_a_comment_fits_however_much_there_is_to_say() -> None:
    tree = VALID["plan/3-arboles/agua.md"]
    causes = "".join(f'  - id: "n{number}"\n    texto: "Causa {"muy " * 40}{number}."\n' for number in range(400))
    after = loaded(with_file("plan/3-arboles/agua.md", tree.replace("causas:\n", f"causas:\n{causes}")))
    findings = after.findings * 40
    many = Decision(tuple(Verdict(THEIRS._replace(what=f"c{number}"), SideAnswer.WAITS) for number in range(1300)), ())
    paths = tuple(f"{'@' * 90}/{number}.py" for number in range(2000))
    changes, figures = Comparison(PLAN, after.plan).changes, "|" * ROOM_OF_FIGURES
    proposed = QUIET.proposed._replace(paths=paths)
    examined = Examined(proposed, PLAN, many, changes, figures, findings, findings)
    said = comment(examined)
    assert len(said) <= LONGEST
    assert said.endswith("Este comentario se actualiza solo.\n")
    assert "Hay más, que no cabe aquí" in said


@given(st.lists(st.text(min_size=1), min_size=1, max_size=3))
def test_names_of_files_are_words_and_nothing_else(names: list[str]) -> None:
    proposed = QUIET.proposed._replace(paths=tuple(names), collisions=tuple(names), result="")
    said = comment(QUIET._replace(proposed=proposed, decision=WAITING._replace(code=tuple(names))))
    bare = said.removeprefix(MARK)
    assert not re.search(
        r"(?<!\\)[<>`\[\]@#!](?!# )", re.sub(r"^#+ ", "", bare, flags=re.MULTILINE).replace("&#8203;", "")
    )
    assert not re.search(r"@(?!&#8203;)", bare)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e\u2066]", bare)
