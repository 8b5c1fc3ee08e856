"""A new reference is one annotation: resolution, impact and backlinks read its mark, and so does the schema."""

from typing import Annotated

import pytest
from plans import COMMITMENT_PATH, ROADMAP_PATH, TREE_PATH, VALID, findings_of, loaded, with_file
from pydantic import Field

from actionplan.documents import Kind
from actionplan.exports.schema import NAMES, schema_of
from actionplan.model import CAUSE, MODELS, SOURCE, THEME, Session
from actionplan.model.fields import Id
from actionplan.model.impact import impact
from actionplan.model.marks import ACTIVITY

SESSION_PATH = "plan/sesiones/2020-02-20.md"
TEXT = """\
---
tipo: "sesion"
id: "s1"
fecha: "2020-02-20"
modalidad: "ordinaria"
tema: "{theme}"
procedencia:
  - campo: "*"
    fuentes:
      - "acta"
    certeza: "exacta"
---
"""


class SessionOnATheme(Session):
    """A made-up model: the one field is all that it takes."""

    theme: Annotated[Id | None, THEME] = Field(None, title="Tema")


@pytest.fixture(autouse=True)
def _made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MODELS, Kind.SESSION, SessionOnATheme)


def with_session(theme: str) -> dict[str, str | bytes]:
    return with_file(SESSION_PATH, TEXT.format(theme=theme))


def test_a_new_reference_is_resolved() -> None:
    assert f"{SESSION_PATH}:6:7 REF02" not in findings_of(with_session("agua"))
    assert f"{SESSION_PATH}:6:7 REF02" in findings_of(with_session("aire"))


def test_a_new_reference_spreads_the_impact_of_a_change_both_ways() -> None:
    plan = loaded(with_session("agua")).plan
    assert SESSION_PATH in impact(plan, [TREE_PATH])
    assert TREE_PATH in impact(plan, [SESSION_PATH])


def test_a_new_reference_has_a_backlink() -> None:
    backlinks = loaded(with_session("agua")).plan.references.backlinks[THEME, "agua"]
    assert [link.entry.path for link in backlinks] == [COMMITMENT_PATH, SESSION_PATH]


def test_a_new_reference_stands_in_the_schema() -> None:
    assert schema_of(Kind.SESSION)["properties"]["tema"][NAMES] == "arbol"
    assert schema_of(Kind.COMMITMENT)["properties"]["causas"][NAMES] == "arbol/causas"


def test_parts_are_named_with_their_document_only_where_their_id_alone_is_not_unique() -> None:
    plan = loaded(VALID).plan
    roadmap = next(entry for entry in plan.entries if entry.path == ROADMAP_PATH)
    assert set(plan.references.defined(CAUSE) or ()) == {"agua/c1", "agua/c2"}
    assert "acta" in (plan.references.defined(SOURCE) or ())
    assert "a1.1" in (plan.references.defined(ACTIVITY, roadmap) or ())


def test_only_the_papers_of_a_commitment_name_its_activities() -> None:
    plan = loaded(VALID).plan
    commitment = next(entry for entry in plan.entries if entry.path == COMMITMENT_PATH)
    assert plan.references.defined(ACTIVITY, commitment) is None
