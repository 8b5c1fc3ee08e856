"""The recipes of CONTRIBUTING for a rule and for a field, followed with names that are made up here."""

from __future__ import annotations

from pathlib import Path

from architecture.copied import RepositoryCopy

MOST_FILES_OF_A_FIELD = 4
MOST_FILES_OF_A_RULE = 3

RULE = '''
WITHOUT_LANTERNS = Rule(
    "MED97",
    Severity.NOTICE,
    msg("El título «{title}» habla de faroles."),
    msg("Los faroles se cuentan aparte."),
    msg("Quite los faroles del título."),
    Example(bad='titulo: "Faroles en la calle"', good='titulo: "Agua medida"', path=sample.COMMITMENT),
)


def lanterns(plan: Plan) -> Iterator[Finding]:
    """Check that no title speaks of lanterns."""
    for commitment_file in plan.commitment_files.values():
        entry = commitment_file.commitment
        if "Faroles" in entry.model.title:
            yield WITHOUT_LANTERNS.at(entry.position("title"), title=entry.model.title)


'''

TEST_OF_THE_FIELD = """
import json

from plans import COMMITMENT, COMMITMENT_PATH, VALID, changed, messages_of
from actionplan.documents.kinds import Kind
from actionplan.exports.schema import schema_of


def test_it_is_a_field_like_any_other(render):
    files = {**VALID, COMMITMENT_PATH: COMMITMENT.replace("inicio:", 'farol: "Verde claro"\\ninicio:', 1)}
    assert messages_of(files) == messages_of(VALID)
    assert "Farol de la calle</dt> <dd>Verde claro" in render(files, "compromisos/01-agua/index.md", "es")
    assert "Street lantern</dt> <dd>Verde claro" in render(files, "compromisos/01-agua/index.md", "en")


def test_the_schema_knows_it():
    assert "farol" in json.dumps(schema_of(Kind.COMMITMENT), ensure_ascii=False)
"""


def test_an_optional_field_of_a_commitment_takes_four_files(tmp_path: Path) -> None:
    copy = RepositoryCopy(tmp_path)
    field = '    street_lantern: Text | None = Field(None, title=msg("Farol de la calle"))\n'
    before = "    sdgs: "
    copy.edit("actionplan/model/commitment.py", before, field + before)
    copy.edit(
        "actionplan/language/keys/es.py", '    "sdgs": "ods",\n', '    "sdgs": "ods",\n    "street_lantern": "farol",\n'
    )
    copy.translate(lantern_es="Farol de la calle", lantern_en="Street lantern")
    assert len(copy.touched) <= MOST_FILES_OF_A_FIELD
    (tmp_path / "tests/pages/test_lantern.py").write_text(TEST_OF_THE_FIELD, "utf-8")
    copy.passes("tests/pages/test_lantern.py")
    copy.passes("tests/language/test_catalogue.py")


def test_a_rule_takes_two_files_and_is_run_by_its_example(tmp_path: Path) -> None:
    copy = RepositoryCopy(tmp_path)
    module = "actionplan/rules/measurability.py"
    copy.edit(module, "\ndef check(plan: Plan)", RULE.lstrip("\n") + "def check(plan: Plan)")
    copy.edit(module, "CHECKS = (", "CHECKS = (PlanCheck(lanterns, (WITHOUT_LANTERNS,)), ")
    copy.translate(
        what_es="El título «{title}» habla de faroles.",
        what_en="The title «{title}» speaks of lanterns.",
        why_es="Los faroles se cuentan aparte.",
        why_en="Lanterns are counted apart.",
        fix_es="Quite los faroles del título.",
        fix_en="Take the lanterns out of the title.",
    )
    assert len(copy.touched) <= MOST_FILES_OF_A_RULE
    copy.passes("tests/rules/test_examples.py", "-k", "MED97")
    copy.passes("tests/language/test_catalogue.py")
