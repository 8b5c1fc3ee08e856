"""One walk over a model finds every field with a mark, and tells the way to it."""

from plans import COMMITMENT_PATH, ROADMAP_PATH, TREE_PATH, VALID, loaded

from actionplan.model import DocumentPart, Identifies, Indicator, Refers, Roadmap, Signed, value_at
from actionplan.model.walk import marked_fields, walk


def model_at(path: str) -> DocumentPart:
    return next(entry.model for entry in loaded(VALID).plan.entries if entry.path == path)


def test_the_way_to_a_field_leads_to_its_value() -> None:
    for path in (COMMITMENT_PATH, ROADMAP_PATH, TREE_PATH):
        model = model_at(path)
        for kind in (Refers, Identifies, Signed):
            for marked in walk(model, kind):
                assert value_at(model, marked.steps) is marked.value
                assert isinstance(marked.mark, kind)
                assert marked.owners[0] is model
                assert value_at(marked.owner, marked.steps[-1:]) is marked.value


def test_parts_come_in_the_order_of_the_model_with_what_is_around_them() -> None:
    found = [
        (marked.value, [getattr(part, "id", "") for part in marked.owners])
        for marked in walk(model_at(TREE_PATH), Identifies)
    ]
    assert found[0] == ("agua", ["agua"])
    assert ("c1", ["agua", "c1"]) in found


def test_steps_that_lead_nowhere_give_nothing() -> None:
    model = model_at(TREE_PATH)
    assert value_at(model, ()) is model
    assert value_at(model, ("causes", 99, "id")) is None
    assert value_at(model, ("causes", "id")) is None
    assert value_at(model, ("nothing", "id")) is None


def test_both_sides_sign_for_what_is_marked_so() -> None:
    assert marked_fields(Roadmap, Signed) == ("final_result",)
    assert marked_fields(Indicator, Signed) == ("name", "level", "formula", "unit", "sense", "baseline", "targets")
