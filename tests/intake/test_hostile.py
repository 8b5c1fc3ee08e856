"""Whatever a form brings, it lands in one file of the plan or nowhere, and no word of it reaches the forge's signs."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from intake.filled import FORMS, PROGRESS, RULING, filled, intake, issue
from plans import VALID, loaded

from actionplan.documents.kinds import Kind, kind_at
from actionplan.intake.answers import UnreadableError, read_answers
from actionplan.intake.forms import FormName
from actionplan.intake.records import draft_of

PLAN = loaded().plan
ALL = tuple(FORMS.values())
SIGNS = st.sampled_from(
    ["### Notas", "### Compromiso", "---", "```", "<!--", "_No response_", "${{ x }}", "@a", "\r\n"]
)
# What YAML cannot hold is left for the check to refuse.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), max_size=40)
LONG = st.lists(st.one_of(SIGNS, TEXT), max_size=8).map("\n".join)


def test_a_heading_inside_of_an_answer_is_kept_if_it_is_none_of_the_form(tmp_path: Path) -> None:
    notes = "Uno.\n\n### Otro\n\n```\n### Compromisos\n```"
    form, answers = read_answers(filled(FormName.RULING, RULING | {"notas": notes}), ALL)
    assert (form.name, answers["notas"]) == (FormName.RULING, notes)
    answer = intake(tmp_path, VALID, issue(filled(FormName.RULING, RULING | {"notas": notes})))
    assert "proponer" in answer["reply"] or answer["path"]


@pytest.mark.parametrize("notes", ["### Estado\n\nCompletado", "```\n### Porcentaje\n```", "### Notas"])
def test_a_heading_that_could_be_the_form_s_is_refused(notes: str) -> None:
    with pytest.raises(UnreadableError, match="No se reconoce el formulario"):
        read_answers(filled(FormName.PROGRESS, PROGRESS | {"notas": notes}), ALL)


def test_no_form_passes_for_another() -> None:
    for form in ALL:
        answers = {it.id: next(iter(it.options), "x") for it in form.questions}
        assert read_answers(filled(form.name, answers), ALL)[0].name == form.name
        assert read_answers(filled(form.name, answers), ALL[::-1])[0].name == form.name


@pytest.mark.parametrize("body", ["", "Hola", "x" * 70_000, "### Compromiso\n\nc01"])
def test_what_is_no_form_is_said_to_be_none(body: str) -> None:
    with pytest.raises(UnreadableError):
        read_answers(body, ALL)


def test_windows_ends_of_line_are_read_alike() -> None:
    text = filled(FormName.RULING, RULING)
    assert read_answers(text.replace("\n", "\r\n"), ALL) == read_answers(text, ALL)


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(body: str) -> None:
    with pytest.raises(UnreadableError):
        read_answers(body, ALL)


@given(LONG, TEXT, TEXT)
def test_answers_end_as_values_of_one_file(notes: str, activity: str, reason: str) -> None:
    answers = RULING | {"notas": notes, "actividad": activity, "motivo": reason}
    try:
        form, found = read_answers(filled(FormName.RULING, answers), ALL)
        draft = draft_of(form.name, found, PLAN)
    except UnreadableError:
        return
    assert draft is not None
    assert kind_at(draft.path) is Kind.VERIFICATION
    data = yaml.safe_load(draft.text.split("\n---\n")[0].removeprefix("---\n"))
    assert set(data) == {"tipo", "compromiso", "fecha", "organizacion", "avance", "dictamenes"}
    assert data["dictamenes"][0]["actividad"] == found["actividad"]


@pytest.mark.parametrize(
    "hostile",
    ["@todos", "`rm -rf /`", "$(id)", "${{ secrets.X }}", "<script>", "[x](javascript:x)", "#1 fixes #2"],
)
def test_no_sign_of_an_answer_reaches_the_forge(tmp_path: Path, hostile: str) -> None:
    answer = intake(tmp_path, VALID, issue(filled(FormName.PROGRESS, PROGRESS | {"actividad": hostile}), hostile))
    assert hostile not in "".join(text or "" for text in answer.values())


@pytest.mark.parametrize("sign", ["\x7f", "\u202e", "\x1b[31m", "\u2028"])
def test_invisible_signs_are_refused(tmp_path: Path, sign: str) -> None:
    answer = intake(tmp_path, VALID, issue(filled(FormName.RULING, RULING | {"motivo": f"Uno{sign}dos"})))
    assert answer["reply"].startswith("La respuesta a «Motivo» trae signos invisibles.")


@pytest.mark.parametrize("account", ["dependabot[bot]", "x\nCo-authored-by: y", "", "a" * 60])
def test_an_account_that_is_none_is_not_named(tmp_path: Path, account: str) -> None:
    answer = intake(tmp_path, VALID, issue(filled(FormName.PROGRESS, PROGRESS), account))
    assert answer["message"] == "Avance de c01: gob, 2020-06-30\n\nSale del formulario #7.\n"
