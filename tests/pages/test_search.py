"""The search finds words however people type them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from actionplan.pages.search import Index, SearchEntry, unaccented, with_plain_words


def index(*entries: tuple[str, str]) -> Index:
    docs = [SearchEntry(location=f"p{number}/", title=title, text=text) for number, (title, text) in enumerate(entries)]
    return Index(config={"lang": ["es"]}, docs=docs)


def texts(found: Index) -> list[str]:
    return [entry["text"] for entry in found["docs"]]


def test_accented_words_of_title_and_text_are_added_without_accents() -> None:
    found = with_plain_words(index(("Acción clave", "La consulta pública de señales.")))
    assert texts(found) == ["La consulta pública de señales. accion publica senales"]


def test_each_word_is_added_once_and_markup_is_no_word() -> None:
    found = with_plain_words(index(("Acción", 'acción ACCIÓN <mark title="opción">sí</mark>')))
    assert texts(found) == ['acción ACCIÓN <mark title="opción">sí</mark> accion si']


def test_an_entry_without_accents_stays_as_it_is_and_so_does_the_rest() -> None:
    before = index(("MX0075", "c01"))
    assert with_plain_words(before) == before


@given(st.text())
def test_without_accents_there_is_nothing_left_to_take(text: str) -> None:
    assert unaccented(unaccented(text)) == unaccented(text)
