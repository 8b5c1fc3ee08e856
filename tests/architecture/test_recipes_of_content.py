"""The recipes of CONTRIBUTING for a rule and for a field, followed with names that are made up here."""

from __future__ import annotations

from pathlib import Path

from architecture.recipe import CATALOGUES, Recipe
from plans import COMMITMENT, COMMITMENT_PATH, VALID

ENGLISH = f"{CATALOGUES}/en.po"

RULE = '''WITHOUT_LANTERNS = Rule(
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


def test_an_optional_field_of_a_commitment_takes_three_files_and_its_schema(tmp_path: Path) -> None:
    lit = COMMITMENT.replace("inicio:", 'farol: "Verde claro"\ninicio:', 1)
    recipe = Recipe(tmp_path, "Add a field", VALID)
    model, keys = "actionplan/model/commitment.py", "actionplan/language/keys/es.py"
    recipe.insert(
        model, "    sdgs: ", '    street_lantern: Text | None = Field(None, title=msg("Farol de la calle"))\n'
    )
    recipe.insert(keys, '    "sdgs": "ods",\n', '    "street_lantern": "farol",\n')
    recipe.translate("en", {"Farol de la calle": "Street lantern"})
    assert recipe.touched == {model, keys, ENGLISH}
    assert recipe.generated() == {"docs/schemas/compromiso.json"}

    (recipe.root / COMMITMENT_PATH).write_text(lit, "utf-8")
    recipe.run("scripts.plan", "build")
    assert "Farol de la calle</dt> <dd>Verde claro" in recipe.page("compromisos/01-agua/index.html")
    assert "Street lantern</dt> <dd>Verde claro" in recipe.page("en/compromisos/01-agua/index.html")


def test_a_rule_takes_its_module_and_the_catalogue(tmp_path: Path) -> None:
    dark = COMMITMENT.replace('titulo: "', 'titulo: "Faroles y ', 1)
    recipe = Recipe(tmp_path, "Add a rule", {**VALID, COMMITMENT_PATH: dark})
    assert "MED97" not in recipe.run("scripts.check")
    module = "actionplan/rules/measurability.py"
    recipe.insert(module, "def check(plan: Plan)", RULE)
    recipe.insert(module, "CommitmentCheck(check_result", "PlanCheck(lanterns, (WITHOUT_LANTERNS,)), ")
    recipe.translate("en", {"Los faroles se cuentan aparte.": "Lanterns are counted apart."})
    assert recipe.touched == {module, ENGLISH}
    assert "MED97 notice: El título «Faroles y " in recipe.run("scripts.check")
    assert "MED97" in recipe.run("scripts.plan", "rules")
