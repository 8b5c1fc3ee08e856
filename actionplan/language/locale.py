"""A language of the site: its messages, dates and numbers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from importlib import resources

from babel.dates import format_date
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from actionplan.language.languages import LANGUAGES, SOURCE
from actionplan.language.messages import Translate, msg, spanish


@dataclass(frozen=True)
class Locale:
    """Describe words, dates and numbers of one language.

    Attributes:
        code: One of ``LANGUAGES``.
        translate: From the Spanish source.
    """

    code: str
    translate: Translate

    def date(self, day: dt.date) -> str:
        """Return a day in full: «10 de diciembre de 2019»."""
        return _in_full(day, self.code)

    def partial_date(self, year: int, month: int = 0, day: int = 0) -> str:
        """Return a day, a month of a year, or a year, by what is known."""
        if day:
            return self.date(dt.date(year, month, day))
        if month:
            return _month(dt.date(year, month, 1), self.code)
        return str(year)

    def period(self, start: dt.date, end: dt.date) -> str:
        """Return two days as a sentence does it, what they share said once: «del 24 de mayo al 17 de junio de 2019»."""
        if start == end:
            return self.date(start)
        first = self.date(start)
        if start.year == end.year:
            pattern = "d" if start.month == end.month else LANGUAGES[self.code].day_of_year
            first = format_date(start, pattern, locale=LANGUAGES[self.code].region)
        return self.translate(_PERIOD).format(start=first, end=self.date(end))

    def number(self, value: Decimal | int, decimals: int | None = None) -> str:
        """Return a number with its separators.

        Args:
            value: Exact.
            decimals: How many to print, rounded half up; all that it has if None.
        """
        return _number(Decimal(value), decimals, self.code)

    def listed(self, words: list[str]) -> str:
        """Return words joined as a sentence does it: «a, b y c»."""
        if len(words) <= 1:
            return "".join(words)
        conjunction = self.translate(_AND)
        if self.code == SOURCE and _SOUNDS_LIKE_I.match(words[-1]):
            conjunction = "e"
        return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


# A plan repeats its dates and its numbers.


@cache
def _in_full(day: dt.date, code: str) -> str:
    return format_date(day, LANGUAGES[code].day, locale=LANGUAGES[code].region)


@cache
def _month(first: dt.date, code: str) -> str:
    return format_date(first, LANGUAGES[code].month, locale=LANGUAGES[code].region)


@cache
def _number(exact: Decimal, decimals: int | None, code: str) -> str:
    if decimals is not None:
        # Adding nothing turns a negative zero, which a rounded −0.4 would be, into plain zero.
        exact = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP) + 0
    digits = max(0, -int(exact.normalize().as_tuple().exponent)) if decimals is None else decimals
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    return format_decimal(exact, pattern, locale=LANGUAGES[code].region, decimal_quantization=False)


_AND = msg("y")
_PERIOD = msg("del {start} al {end}")
_SOUNDS_LIKE_I = re.compile(r"(?:i|hi(?!e))", re.IGNORECASE)


def name_of(code: str) -> str:
    """Return what a language calls itself; its code if it has no catalogue."""
    return LANGUAGES[code].name if code in LANGUAGES else code


@cache
def locale(code: str) -> Locale:
    """Return the language with that code.

    Raises:
        KeyError: There is no catalogue for it.
    """
    return Locale(code, spanish if code == SOURCE else _catalogue(code))


def _catalogue(code: str) -> Callable[[str], str]:
    file = resources.files("actionplan.language") / "catalogues" / f"{code}.po"
    if code not in LANGUAGES or not file.is_file():
        raise KeyError(code)
    with file.open("rb") as stream:
        catalogue = read_po(stream, locale=code)
    translations = {str(entry.id): str(entry.string) for entry in catalogue if entry.id and entry.string}
    return lambda text: translations.get(text, text)
