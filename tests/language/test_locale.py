"""Dates, numbers and lists as each language prints them."""

from datetime import date
from decimal import Decimal

import pytest

from actionplan.language.locale import locale, name_of


@pytest.mark.parametrize(
    ("code", "day", "text"),
    [
        ("es", date(2019, 12, 10), "10 de diciembre de 2019"),
        ("es", date(2021, 8, 1), "1 de agosto de 2021"),
        ("en", date(2019, 12, 10), "10 December 2019"),
        ("en", date(2021, 8, 1), "1 August 2021"),
    ],
)
def test_a_day_is_written_in_full(code: str, day: date, text: str) -> None:
    assert locale(code).date(day) == text


@pytest.mark.parametrize(
    ("code", "parts", "text"),
    [
        ("es", (2019,), "2019"),
        ("es", (2019, 8), "agosto de 2019"),
        ("es", (2019, 8, 5), "5 de agosto de 2019"),
        ("en", (2019,), "2019"),
        ("en", (2019, 8), "August 2019"),
        ("en", (2019, 8, 5), "5 August 2019"),
    ],
)
def test_a_partial_date_says_no_more_than_is_known(code: str, parts: tuple[int, ...], text: str) -> None:
    assert locale(code).partial_date(*parts) == text


@pytest.mark.parametrize("code", ["es", "en"])
@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (0, None, "0"),
        (999, None, "999"),
        (1000, None, "1,000"),
        (-1000, None, "-1,000"),
        (Decimal("1234567.5"), None, "1,234,567.5"),
        (Decimal("-1234567.5"), None, "-1,234,567.5"),
        (Decimal("2.50"), None, "2.5"),
        (Decimal("1E+3"), None, "1,000"),
        (Decimal("0.000000000001"), None, "0.000000000001"),
        # Rounded half up, away from zero; never to the even neighbour.
        (Decimal("2.5"), 0, "3"),
        (Decimal("3.5"), 0, "4"),
        (Decimal("-2.5"), 0, "-3"),
        (Decimal("2.4999"), 0, "2"),
        (Decimal("0.125"), 2, "0.13"),
        (Decimal("1234567.55"), 1, "1,234,567.6"),
        (7, 2, "7.00"),
    ],
)
def test_a_number_has_separators_and_is_rounded_only_if_asked(
    code: str, value: Decimal | int, decimals: int | None, text: str
) -> None:
    assert locale(code).number(value, decimals) == text


@pytest.mark.parametrize(
    ("words", "spanish", "english"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a y b", "a and b"),
        (["a", "b", "c"], "a, b y c", "a, b and c"),
    ],
)
def test_a_list_is_joined_as_in_a_sentence(words: list[str], spanish: str, english: str) -> None:
    assert locale("es").listed(words) == spanish
    assert locale("en").listed(words) == english


def test_spanish_is_the_source_and_english_a_translation() -> None:
    assert locale("es").translate("Compromiso {number}") == "Compromiso {number}"
    assert locale("en").translate("Compromiso {number}") == "Commitment {number}"


def test_a_text_that_no_catalogue_has_stays_as_it_is() -> None:
    assert locale("en").translate("Escrito por una persona") == "Escrito por una persona"
    assert locale("en").translate("") == ""


def test_a_language_says_its_own_name() -> None:
    assert (name_of("es"), name_of("en"), name_of("fr")) == ("Español", "English", "fr")


@pytest.mark.parametrize("code", ["fr", "EN", "", "../en"])
def test_an_unknown_language_is_refused(code: str) -> None:
    with pytest.raises(KeyError) as refused:
        locale(code)
    assert refused.value.args == (code,)
