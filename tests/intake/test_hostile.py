"""Whatever a form brings, it lands in one file of the plan or nowhere, and no word of it reaches the forge's signs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from intake.filled import CORRECTION, FACT, FORMS, PROGRESS, RULING, filled, intake, issue
from markdown_it import MarkdownIt
from plans import COMMITMENT, COMMITMENT_PATH, VALID, loaded, write

from actionplan.documents import Kind, kind_at
from actionplan.forge.issues import Issue
from actionplan.intake.answers import UnreadableError, read_answers
from actionplan.intake.forms import FormName
from actionplan.intake.proposal import as_json
from actionplan.intake.records import draft_of
from scripts.intake import _outcome

PLAN = loaded().plan
READER = MarkdownIt("commonmark").enable("table")
LACKING = COMMITMENT.replace('inicio: "2020-01-01"\n', "").replace(
    "no_disponible:\n", 'no_disponible:\n  - campo: "inicio"\n    motivo: "No consta"\n'
)
TRAILER = (
    r"(\n\nSale del formulario #7\.\n"
    r"(\nCo-authored-by: maria <583231\+maria@users\.noreply\.github\.com>\n)?)?"
)
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


@given(LONG, TEXT)
def test_answers_end_as_values_of_one_file(notes: str, reason: str) -> None:
    answers = RULING | {"notas": notes, "motivo": reason}
    try:
        form, found = read_answers(filled(FormName.RULING, answers), ALL)
        draft = draft_of(form.name, found, PLAN)
    except UnreadableError:
        return
    assert draft is not None
    assert kind_at(draft.path) is Kind.VERIFICATION
    data = yaml.safe_load(draft.text.split("\n---\n")[0].removeprefix("---\n"))
    assert set(data) == {"tipo", "compromiso", "fecha", "organizacion", "avance", "dictamenes"}
    assert data["dictamenes"][0].get("motivo", "") == found["motivo"]


@pytest.mark.parametrize(
    "hostile",
    ["@todos", "`rm -rf /`", "$(id)", "${{ secrets.X }}", "<script>", "[x](javascript:x)", "#1 fixes #2"],
)
def test_no_sign_of_an_answer_reaches_the_forge(tmp_path: Path, hostile: str) -> None:
    answer = intake(tmp_path, VALID, issue(filled(FormName.PROGRESS, PROGRESS | {"medio": hostile}), hostile))
    assert hostile not in "".join(text or "" for text in answer.values())


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Uno\x7fdos\u202e\x1b", "Unodos"),
        ("\ufeffuno\u200b do\xads", "uno dos"),
        ("👩\u200d👧", "👩👧"),
        ("• uno\tdos\u2028tres\x0bcuatro", "• uno dos\ntres\ncuatro"),
        ("::error::x\n - ##[group]", "::error::x\n - ##[group]"),
    ],
)
def test_what_nobody_sees_is_left_out_and_what_is_seen_is_kept_as_text(tmp_path: Path, written: str, kept: str) -> None:
    answer = intake(tmp_path, VALID, issue(filled(FormName.RULING, RULING | {"notas": written})))
    assert (tmp_path / answer["path"]).read_text("utf-8").endswith(f"## Notas\n\n{kept}\n")


@pytest.mark.parametrize("account", ["dependabot[bot]", "x\nCo-authored-by: y", "", "a" * 60])
def test_an_account_that_is_none_is_not_named(tmp_path: Path, account: str) -> None:
    answer = intake(tmp_path, VALID, issue(filled(FormName.PROGRESS, PROGRESS), account))
    assert answer["message"] == "Avance de c01: gob, 2020-06-30\n\nSale del formulario #7.\n"


HOSTILE = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *("@todas", "#1", "fixes #2", "GH-3", "www.malo.mx", "https://malo.mx", "[x](http://malo)", "<script>"),
                *("`id`", "$(id)", "${{ github.token }}", "'; id; '", '"', "\\", "::error::x", "##[error]x", "<!--"),
                *(
                    "__PROPUESTA__",
                    "# x",
                    "- x",
                    "---",
                    "\u202e",
                    "\x1b[31m",
                    "\x00",
                    "\u2028",
                    "acta",
                    "inicio",
                    "c01",
                ),
                *("plan/plan.yml", "commitments/01-agua/compromiso.md", "../../etc/passwd", ".github/workflows/x.yml"),
                *("2020-06-30", "100", "a1.1", "Falta agua.", "Co-authored-by: x <x@x.mx>", "x" * 3000),
            ]
        ),
        TEXT,
    ),
    max_size=4,
).map("".join)
FREE = {form.name: [it for it in form.questions if not it.options] for form in ALL}


@st.composite
def hostile_forms(draw: st.DrawFn) -> tuple[FormName, dict[str, str]]:
    """A form that is filled as it should be, but for some answers that people write themselves."""
    name = draw(st.sampled_from([FormName.PROGRESS, FormName.RULING, FormName.FACT, FormName.CORRECTION]))
    answers = {FormName.PROGRESS: PROGRESS, FormName.RULING: RULING, FormName.FACT: FACT}.get(name, CORRECTION)
    changed = draw(st.lists(st.sampled_from(FREE[name]), min_size=1, max_size=2))
    words = {it.id: text if it.long else text.replace("\n", " ") for it in changed for text in [draw(HOSTILE)]}
    return name, answers | words


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("plan"), {**VALID, COMMITMENT_PATH: LACKING})


@given(hostile_forms(), st.sampled_from(["maria", "@todas", "x\n::error::", "a[bot]", ""]))
def test_whatever_is_filled_in_the_forge_is_told_our_words_alone(
    root: Path, form: tuple[FormName, dict[str, str]], account: str
) -> None:
    sent = Issue(7, filled(*form), account, 583231)
    outcome = _outcome(sent, root)
    told = json.loads(as_json(outcome))
    assert told["branch"] in ("", "formulario-7")
    assert re.fullmatch(r"[\w./: ,áéíóúñ-]*", told["title"])
    assert re.fullmatch(TRAILER, told["message"].removeprefix(told["title"]))
    if outcome.draft:
        assert kind_at(outcome.draft.path)
        assert told["path"].startswith(("plan/", "commitments/"))
    for text in (told["reply"], told["body"]):
        ours = text.replace("#7", "").replace("__PROPUESTA__", "")
        shown = (
            re.sub(r"<code>[^<]*</code>|<[^>]*>", "", READER.render(ours)).replace("&lt;", "<").replace("&quot;", '"')
        )
        assert not re.search(r"<(a|img|script|pre|table)\b", READER.render(ours)), text
        assert not re.search(r"@\w|#\d|\bgh-\d|www\.|\w://", shown.replace("https://\u200b", ""), re.IGNORECASE), text
        assert text.count("__PROPUESTA__") <= 1
        assert len(text) <= 65_536
