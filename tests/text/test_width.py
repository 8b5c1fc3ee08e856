"""What the width estimate promises, and how lines break."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actionplan.text.width import longest_word_width, printable, text_width, words, wrap

# Measured in Chromium at 100 px in the widest of the common sans-serif fonts.
DEJAVU_SANS = [
    ("La opacidad en el ejercicio del gasto público permite que los recursos se desvíen", 4058, 4577),
    ("Desinstitucionalización", 1149, 1305),
    ("ILLINOIS, JALISCO Y MÉXICO", 1394, 1581),
    ("¿Cuánto? El 40 % de 1,300 municipios (2019-2021)", 2574, 2855),
    ("Ningún compromiso la atiende", 1534, 1726),
    ("Compromiso 11", 790, 877),
    ("mmmm wwww", 749, 821),
    ("Ежегодный отчёт", 937, 1023),
    ("Ελληνική δημοκρατία", 1086, 1215),
]

texts = st.text(st.sampled_from("aeimWñ é\u0301 \n\t\u00a0中文😀,.%"), max_size=80)
sizes = st.sampled_from([12, 14, 16])


@pytest.mark.parametrize(("text", "regular", "bold"), DEJAVU_SANS)
def test_estimate_is_a_few_per_cent_above_the_widest_common_font(text: str, regular: int, bold: int) -> None:
    for estimate, real in ((text_width(text, 100), regular), (text_width(text, 100, bold=True), bold)):
        assert real <= estimate <= real * 1.25
        if text.isascii():
            assert estimate <= real * 1.10


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("a", 66),
        ("il", 66),
        ("m", 104),
        ("á", 66),
        ("a\u0301", 66),  # the accent as a character of its own
        ("q\u0301", 66),  # a base and accent that have no composed form
        ("\u200b", 0),
        ("中文", 208),
        ("한", 104),
        ("😀", 135),
        ("1\ufe0f\u20e3", 135),  # the key cap one: a digit in its emoji form
    ],
)
def test_width_at_100_px(text: str, width: int) -> None:
    assert text_width(text, 100) == width


def test_width_rounds_up() -> None:
    assert text_width("a", 14) == 10  # 9.24


def test_words_end_at_white_space_and_no_break_spaces_hold_them_together() -> None:
    assert words("  El 40\u00a0% de\tlos\nrecursos ") == ("El", "40\u00a0%", "de", "los", "recursos")
    assert words(" \n ") == ()


def test_what_xml_cannot_hold_is_replaced() -> None:
    assert printable("a\x00b\ud800c\uffff") == "a\ufffdb\ufffdc\ufffd"
    assert words("a\x07b") == ("a\ufffdb",)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 100, ()),
        ("  ", 100, ()),
        ("Se pierden recursos públicos", 150, ("Se pierden recursos", "públicos")),
        ("Se pierden recursos públicos", 1000, ("Se pierden recursos públicos",)),
        ("La desinstitucionalización avanza", 80, ("La", "desinstitucionalización", "avanza")),
        ("desinstitucionalización", 0, ("desinstitucionalización",)),
        ("uno  dos\ntres", 1000, ("uno dos tres",)),
    ],
)
def test_wrap_breaks_between_words_only(text: str, width: int, lines: tuple[str, ...]) -> None:
    assert wrap(text, width, 14) == lines


@given(texts, st.integers(0, 400), sizes, st.booleans())
@settings(max_examples=150)
def test_wrap_keeps_every_word_whole_and_in_order(text: str, width: int, size: int, bold: bool) -> None:
    lines = wrap(text, width, size, bold=bold)
    assert tuple(word for line in lines for word in words(line)) == words(text)
    assert all(lines)


@given(texts, st.integers(0, 400), sizes, st.booleans())
@settings(max_examples=150)
def test_only_a_single_word_exceeds_the_width(text: str, width: int, size: int, bold: bool) -> None:
    for line in wrap(text, width, size, bold=bold):
        assert text_width(line, size, bold=bold) <= width or len(words(line)) == 1


@given(texts, st.integers(0, 400), sizes)
@settings(max_examples=100)
def test_wrap_is_greedy(text: str, width: int, size: int) -> None:
    lines = wrap(text, width, size)
    for line, following in pairwise(lines):
        assert text_width(f"{line} {words(following)[0]}", size) > width


@given(texts, sizes)
@settings(max_examples=100)
def test_nothing_exceeds_a_width_that_holds_the_longest_word(text: str, size: int) -> None:
    width = longest_word_width(text, size)
    assert all(text_width(line, size) <= width for line in wrap(text, width, size))


@given(texts, sizes)
@settings(max_examples=100)
def test_width_does_not_depend_on_how_accents_are_stored(text: str, size: int) -> None:
    assert text_width(unicodedata.normalize("NFD", text), size) == text_width(text, size)
