"""Fields say themselves what they are called and how they are printed."""

from __future__ import annotations

import pytest
from plans import COMMITMENT, COMMITMENT_PATH, loaded

from actionplan.loader import Loaded
from actionplan.model import Commitment
from actionplan.pages.field_values import commitment_facts, form_of_field, owes_source, title_of_field


def test_a_field_is_called_as_its_model_says_and_so_in_a_list(whole_plan: Loaded) -> None:
    model = whole_plan.plan.commitment_files["c01"].commitment.model
    assert title_of_field(model, "ogp_code") == "Clave en OGP"
    assert title_of_field(model.leads, "post") == "Cargo de la persona servidora pública"


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("partners", "actors"),
        ("theme", "theme"),
        ("origin", "words"),
        ("values", "words"),
        ("start", "day"),
        ("number", "number"),
        ("sdgs", "text"),
        ("causes", "text"),
        ("leads", "part"),
    ],
)
def test_a_value_is_printed_by_what_it_refers_to_or_by_its_type(name: str, form: str, whole_plan: Loaded) -> None:
    assert form_of_field(whole_plan.plan.commitment_files["c01"].commitment.model, name) == form


def test_what_is_about_the_document_owes_no_source() -> None:
    model = loaded({COMMITMENT_PATH: COMMITMENT}).plan.commitment_files["c01"].commitment.model
    assert (owes_source(model, "ogp_code"), owes_source(model, "origin")) == (False, True)


def test_a_field_without_another_place_on_the_page_is_among_the_facts_in_the_order_of_the_model() -> None:
    names = commitment_facts()
    assert {"official_title", "ogp_code", "leads", "start", "alignment"} <= set(names)
    assert not {"title", "causes", "irm", "provenance"} & set(names)
    assert list(names) == [name for name in Commitment.model_fields if name in names]
