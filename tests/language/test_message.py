"""A message is filled in at one place: texts of ours are translated, the plan's stay as they are."""

import pytest

from actionplan.language.locale import locale
from actionplan.language.messages import Counted, Message, Ours, msg, spanish

ENGLISH = locale("en").translate


def test_only_what_is_marked_as_ours_is_translated() -> None:
    template = "{one} {other}"
    assert Message(template, {"one": Ours("Objetivo"), "other": "Objetivo"}).text(ENGLISH) == "Objective Objetivo"


def test_words_of_ours_may_name_other_values() -> None:
    values = {"what": msg("Compromiso {id}"), "id": "c01", "side": "{id}"}
    assert Message("{what}: {side}", values).text(spanish) == "Compromiso c01: {id}"


@pytest.mark.parametrize(("number", "text"), [(1, "1 día"), (0, "0 días"), (3, "3 días")])
def test_a_number_of_things_has_its_words(number: int, text: str) -> None:
    days = Counted(number, Ours("{count} día"), Ours("{count} días"))
    assert Message("{days}", {"days": days}).text(spanish) == text
    assert days == str(number)


@pytest.mark.parametrize("template", ["{other}", "{ours}"])
def test_a_name_without_a_value_is_an_error(template: str) -> None:
    with pytest.raises(KeyError):
        Message(template, {"ours": Ours("{other}"), "one": "1"}).text(spanish)


def test_braces_of_the_plan_are_text() -> None:
    assert Message("«{one}»", {"one": "{other} {}"}).text(spanish) == "«{other} {}»"
