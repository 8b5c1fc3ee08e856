"""A word that only holds a place is no text; and other things that a form leaves in a file."""

from __future__ import annotations

import pytest
from plans import COMMITMENT_PATH, PLAN, ROADMAP_PATH, VALID, changed, findings_of, messages_of

HOLDERS = ["Por definir", "pendiente", "XXX", "TBD", "N/A", "n.d.", "s/d", "Lorem ipsum dolor", "Por confirmar."]


@pytest.mark.parametrize("text", HOLDERS)
def test_a_value_that_holds_a_place_is_found(text: str) -> None:
    assert findings_of(changed(ROADMAP_PATH, ("Acta de entrega", text))) == [f"{ROADMAP_PATH}:22:26 FOR27"]


@pytest.mark.parametrize("text", HOLDERS)
def test_so_is_a_line_of_the_body(text: str) -> None:
    files = changed(COMMITMENT_PATH, ("Medir el agua.", text))
    assert findings_of(files) == [f"{COMMITMENT_PATH}:43:1 FOR27"]
    assert "anótelo en «no_disponible»" in messages_of(files)[0]


@pytest.mark.parametrize(
    "text", ["Lo pendiente se mide.", "La definirá el grupo.", "Acta s/d de folio", "XX aniversario"]
)
def test_a_text_with_such_words_is_a_text(text: str) -> None:
    assert findings_of(changed(ROADMAP_PATH, ("Acta de entrega", text))) == []
    assert findings_of(changed(COMMITMENT_PATH, ("Medir el agua.", text))) == []


def test_code_and_lines_drawn_in_a_body_hold_no_place() -> None:
    assert findings_of(changed(COMMITMENT_PATH, ("Medir el agua.", "```\nTBD\n```\n\n***"))) == []


@pytest.mark.parametrize("line", ["# nota", 'situacion: "vigente" # nota'])
def test_a_comment_in_the_data_is_noticed_where_the_first_is(line: str) -> None:
    files = changed(
        COMMITMENT_PATH, ('situacion: "vigente"', f'situacion: "vigente"\n{line}' if line[0] == "#" else line)
    )
    assert findings_of(files) == [f"{COMMITMENT_PATH}:{9 if line[0] == '#' else 8}:1 FOR28"]


@pytest.mark.parametrize("title", ["Agua # medida", "Medida de 100 #agua"])
def test_a_sign_between_quotes_is_no_comment(title: str) -> None:
    assert findings_of(changed(COMMITMENT_PATH, ('titulo: "Agua medida"', f'titulo: "{title}"'))) == []


def test_settings_may_name_their_schema_in_a_comment() -> None:
    schema = "# yaml-language-server: $schema=../docs/schemas/plan.json\n"
    assert findings_of({**VALID, "plan/plan.yml": schema + PLAN}) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "meant"),
    [
        (COMMITMENT_PATH, "titulo:", "title:", "titulo"),
        (COMMITMENT_PATH, "titulo:", "título:", "titulo"),
        (COMMITMENT_PATH, "responsables:", "leads:", "responsables"),
        (ROADMAP_PATH, "    actividades:", "    activities:", "actividades"),
        (COMMITMENT_PATH, '      - "acta"\n    certeza:', '      - "acta"\n    certainty:', "certeza"),
    ],
)
def test_a_key_in_the_other_language_is_recognised(path: str, old: str, new: str, meant: str) -> None:
    (message,) = messages_of(changed(path, (old, new)))
    assert f"¿Quiso escribir «{meant}»?" in message


@pytest.mark.parametrize("key", ["template", "hide", "search", "status"])
def test_a_key_of_the_site_s_theme_is_unknown_here(key: str) -> None:
    files = changed(COMMITMENT_PATH, ('situacion: "vigente"', f'situacion: "vigente"\n{key}: "x"'))
    assert findings_of(files) == [f"{COMMITMENT_PATH}:9:1 FOR11"]


@pytest.mark.parametrize("text", ["{! otro.md !}", '--8<-- "otro.md"', "{{ x }}", "{% x %}", '<a onclick="x()">'])
def test_a_body_includes_and_runs_nothing(text: str) -> None:
    assert findings_of(changed(COMMITMENT_PATH, ("Medir el agua.", text))) == [f"{COMMITMENT_PATH}:43:1 FOR18"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('titulo: "Agua medida"', "titulo: Agua: medida", "FOR06"),
        ("responsables:\n  - inst", "responsables:\n\t- inst", "FOR06"),
        ('titulo: "Agua medida"', 'titulo: "Agua\\u2028medida"', "FOR02"),
        ('titulo: "Agua medida"', 'titulo: &a "Agua medida"', "FOR08"),
        ('situacion: "vigente"', 'situacion: "vigente"\n<<: {}', "FOR08"),
        *(('titulo: "Agua medida"', f"titulo: {value}", "FOR10") for value in ("NO", "on", "12:30", "1_000", "010")),
    ],
)
def test_what_two_programs_would_read_in_two_ways_is_refused(old: str, new: str, code: str) -> None:
    assert code in {said[-5:] for said in findings_of(changed(COMMITMENT_PATH, (old, new)))}


def test_an_impossible_day_is_proposed_as_the_last_of_its_month() -> None:
    (message,) = messages_of(changed(COMMITMENT_PATH, ('inicio: "2020-01-01"', 'inicio: "30/02/2020"')))
    assert '"2020-02-29"' in message
