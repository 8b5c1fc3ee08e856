"""The languages of the interface, in one table: a new one is a row here and a catalogue."""

from __future__ import annotations

from typing import NamedTuple

SOURCE = "es"
"""What the interface is written in; every other language has a catalogue."""


class Language(NamedTuple):
    """Hold how a language names itself and writes its dates and numbers.

    Attributes:
        name: What it calls itself.
        region: Whose separators its numbers have, as the CLDR names them.
        day: The pattern of a whole date, as the CLDR writes patterns.
        month: The pattern of a month of a year.
        day_of_year: The pattern of a date of which the year is said elsewhere.
    """

    name: str
    region: str
    day: str
    month: str
    day_of_year: str


LANGUAGES = {
    "es": Language("Español", "es_MX", "d 'de' MMMM 'de' y", "MMMM 'de' y", "d 'de' MMMM"),
    "en": Language("English", "en", "d MMMM y", "MMMM y", "d MMMM"),
}


def settings_name(code: str, main: str = SOURCE) -> str:
    """Return the name of the file with MkDocs' settings for the site in a language; the plan's own is short."""
    return "mkdocs.yml" if code == main else f"mkdocs.{code}.yml"


SITE_SETTINGS = tuple(map(settings_name, LANGUAGES))
"""The files with MkDocs' settings, one a language."""


def inheriting_settings() -> dict[str, str]:
    """Return the settings of every site that inherits those of the first, by the name of their file."""
    return {settings_name(code): _INHERITING.format(code=code, variable=code.upper()) for code in list(LANGUAGES)[1:]}


_INHERITING = """\
# Written by `plan generate` from actionplan/language/languages.py.
INHERIT: mkdocs.yml
site_dir: site/{code}
site_url: !ENV [SITE_URL_{variable}, ""]
theme:
  language: {code}
extra:
  language: {code}
"""
