"""The templates of proposals: the same for every forge, in the words of the plan, and nothing depends on them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from plans import VALID, loaded, with_file

from actionplan.agreement.sides import Side
from actionplan.intake.pulls import pull_files, pull_templates
from actionplan.language.keys import SPANISH
from actionplan.model import ActivityState, RulingKind

ROOT = Path(__file__).parents[2]
PLAN = loaded().plan
FILES = pull_files(PLAN)
KINDS = ["avance", "verificacion", "reprogramacion", "correccion", "programa"]


def test_there_is_one_for_each_kind_of_proposal_and_a_short_one_for_the_rest() -> None:
    assert [template.name for template in pull_templates(PLAN)] == ["", *KINDS]
    assert sorted(FILES) == sorted(
        [
            ".github/PULL_REQUEST_TEMPLATE.md",
            *(f".github/PULL_REQUEST_TEMPLATE/{name}.md" for name in KINDS),
            *(f".gitlab/merge_request_templates/{name}.md" for name in ("Default", *KINDS)),
        ]
    )


@pytest.mark.parametrize("name", ["", *KINDS])
def test_every_forge_offers_the_same(name: str) -> None:
    github = f".github/PULL_REQUEST_TEMPLATE/{name}.md" if name else ".github/PULL_REQUEST_TEMPLATE.md"
    assert FILES[github] == FILES[f".gitlab/merge_request_templates/{name or 'Default'}.md"]


def test_the_default_asks_what_why_for_whom_and_from_where() -> None:
    assert FILES[".github/PULL_REQUEST_TEMPLATE.md"] == (
        "<!-- Lo escribe «plan forms» en el repositorio. En su propuesta, borre lo que no le sirva: ninguna revisión "
        "depende de este texto, que es público. -->\n\n"
        "## Qué cambia y por qué\n\n<!-- En una o dos oraciones. -->\n\n"
        "## Por quién hablo\n\n"
        "<!-- La parte pública, la sociedad civil o ninguna, y qué institución u organización. -->\n\n"
        "## De dónde sale\n\n<!-- La fuente o la evidencia de lo que se afirma. -->\n\n"
        "## Antes de enviar\n\n"
        "- [ ] Cada dato nuevo dice su fuente en `procedencia`.\n"
        "- [ ] Lo que no se sabe está en `no_disponible`, con su motivo.\n"
        "- [ ] No lleva nombres, correos ni teléfonos de personas: sólo cargos e instituciones.\n"
    )


def test_what_they_name_as_code_is_a_name_of_data_a_word_of_a_list_or_a_place() -> None:
    words = {SPANISH.author_word(kind.__name__, word.word) for kind in (ActivityState, RulingKind) for word in kind}
    places = {"plan/", "commitments/", "make test", "CHANGELOG.md"}
    named = {span for text in FILES.values() for span in re.findall(r"`([^`]+)`", text)}
    assert named <= {*SPANISH.keys.values(), *words, *places}
    assert words <= named


def test_a_plan_with_keys_in_english_gets_its_own_words() -> None:
    english = VALID["plan/plan.yml"].replace('idioma: "es"', 'idioma: "es"\nidioma_claves: "en"', 1)
    text = pull_files(loaded(with_file("plan/plan.yml", english)).plan)[".github/PULL_REQUEST_TEMPLATE/avance.md"]
    assert "`completed`" in text
    assert "(`proves`)" in text


def test_both_sides_are_called_what_the_decision_calls_them() -> None:
    text = FILES[".github/PULL_REQUEST_TEMPLATE.md"].lower()
    assert [side.name for side in Side if side.value not in text] == []


def test_no_step_of_a_workflow_reads_the_text_of_a_proposal() -> None:
    for path in [*(ROOT / ".github/workflows").glob("*.yml"), *(ROOT / ".ci").iterdir()]:
        assert "pull_request.body" not in path.read_text("utf-8"), path.name
