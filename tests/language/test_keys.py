"""The key tables know every field and every word of the model, one spelling each."""

from collections import Counter
from collections.abc import Iterator

import pytest

from actionplan.documents import Kind
from actionplan.language.keys import ENGLISH, SPANISH, KeyLanguage, es, es_words
from actionplan.model import MODELS, Part, Vocabulary, part_in

LISTS: dict[str, set[str]] = {
    Kind.__name__: {kind.value for kind in Kind},
    **{words.__name__: {member.word for member in words} for words in Vocabulary.__subclasses__()},
}


def parts() -> Iterator[type[Part]]:
    """Every model and every part below it, each once."""
    seen: set[type[Part]] = set()
    pending: list[type[Part]] = list(MODELS.values())
    while pending:
        part = pending.pop()
        if part not in seen:
            seen.add(part)
            yield part
            below = (part_in(field.annotation) for field in part.model_fields.values())
            pending += filter(None, below)


def twice(spellings: dict[str, str]) -> list[str]:
    return [spelling for spelling, count in Counter(spellings.values()).items() if count > 1]


def test_the_keys_are_the_fields_of_the_models() -> None:
    fields = {name for part in parts() for name in part.model_fields}
    assert sorted(fields - es.KEYS.keys()) == [], "without a Spanish spelling"
    assert sorted(es.KEYS.keys() - fields) == [], "of no model"


def test_parts_of_parts_are_among_them() -> None:
    names = {part.__name__ for part in parts()}
    assert {"Commitment", "Lead", "Means", "Evidence", "Claim", "ForumMember", "Effect"} <= names


def test_no_two_keys_share_a_spelling() -> None:
    assert twice(es.KEYS) == []


def test_there_is_a_list_of_words_for_each_vocabulary() -> None:
    assert es_words.WORDS.keys() == LISTS.keys()


@pytest.mark.parametrize("name", sorted(LISTS))
def test_the_words_are_the_members_of_the_vocabulary(name: str) -> None:
    assert es_words.WORDS[name].keys() == LISTS[name]
    assert twice(es_words.WORDS[name]) == []


@pytest.mark.parametrize("keys", [SPANISH, ENGLISH], ids=lambda keys: keys.code)
class TestKeyLanguage:
    def test_keys_go_both_ways(self, keys: KeyLanguage) -> None:
        for name in es.KEYS:
            assert keys.english(keys.author(name)) == name

    def test_words_go_both_ways(self, keys: KeyLanguage) -> None:
        for name, words in es_words.WORDS.items():
            for word in words:
                assert keys.english_word(name, keys.author_word(name, word)) == word

    def test_unknown_spellings_have_no_name(self, keys: KeyLanguage) -> None:
        assert keys.english("Título") == "?Título"
        assert keys.author("?Título") == "Título"
        assert keys.english_word("Certainty", "segura") is None


def test_spellings_are_those_of_the_language() -> None:
    assert (SPANISH.author("unavailable"), SPANISH.english("no_disponible")) == ("no_disponible", "unavailable")
    assert (ENGLISH.author("unavailable"), ENGLISH.english("no_disponible")) == ("unavailable", "?no_disponible")
    assert SPANISH.author_word("Kind", "roadmap") == "hoja-de-ruta"
