"""The words of invented plans: blanks that are filled, and contractions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from actionplan.demo import word_lists
from actionplan.demo.bilingual import Bilingual, fill_spanish

WORDS = Path(word_lists.__file__).with_name("words")
NOUNS = ("subject", "area", "people", "office", "partner")
BLANKS = {*NOUNS, *(f"{preposition}_{noun}" for preposition in ("a", "de") for noun in NOUNS), "n", "m"}


@pytest.mark.parametrize("path", sorted(WORDS.glob("*.yml")), ids=lambda path: path.stem)
def test_every_file_is_a_list_and_has_known_blanks(path: Path) -> None:
    assert path.stem in word_lists.WordLists._fields
    assert set(re.findall(r"\{(\w*)\}", path.read_text("utf-8"))) <= BLANKS


@pytest.mark.parametrize(
    ("noun", "filled"),
    [
        ("el agua", "sobre el agua, del agua, al agua"),
        ("los pozos", "sobre los pozos, de los pozos, a los pozos"),
        ("la salud", "sobre la salud, de la salud, a la salud"),
    ],
)
def test_prepositions_contract_with_the_masculine_article(noun: str, filled: str) -> None:
    assert fill_spanish("sobre {x}, {de_x}, {a_x}", x=Bilingual(noun, "")) == filled
