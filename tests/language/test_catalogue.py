"""Every catalogue translates exactly the messages that the product has."""

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
CATALOGUES = sorted((ROOT / "actionplan/language/catalogues").glob("*.po"))
EDGES = re.compile(r"^\s*|\s*$")
PLACEHOLDER = re.compile(r"\{[^{}]*\}")


@cache
def extracted() -> frozenset[str]:
    """What `make messages` finds, by the same settings of pyproject.toml."""
    mappings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["babel"]["mappings"]
    methods = [(mapping["pattern"], mapping["method"]) for mapping in mappings]
    options = {mapping.pop("pattern"): mapping for mapping in mappings}
    keywords = {**DEFAULT_KEYWORDS, "msg": None, "_": None}
    found = extract_from_dir(ROOT, methods, options, keywords)
    return frozenset(str(message) for _, _, message, _, _ in found)


@cache
def catalogue(path: Path) -> Catalog:
    with path.open("rb") as stream:
        return read_po(stream, locale=path.stem, abort_invalid=True)


def entries(path: Path) -> list[Message]:
    return [entry for entry in catalogue(path) if entry.id]


def test_english_is_among_the_catalogues_and_messages_are_found_in_code_and_templates() -> None:
    assert "en" in [path.stem for path in CATALOGUES]
    assert {"¿Quiso escribir «{guess}»?", "Qué se apoya en esta fuente"} <= {text.strip() for text in extracted()}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
class TestCatalogue:
    def test_has_every_message_and_no_other(self, path: Path) -> None:
        translated = {str(entry.id) for entry in entries(path)}
        assert sorted(extracted() - translated) == [], "missing"
        assert sorted(translated - extracted()) == [], "no longer in the product"
        assert list(catalogue(path).obsolete) == []

    def test_every_message_is_translated_and_reviewed(self, path: Path) -> None:
        assert [entry.id for entry in entries(path) if not str(entry.string).strip()] == []
        assert [entry.id for entry in entries(path) if entry.fuzzy] == []

    def test_placeholders_are_those_of_the_source(self, path: Path) -> None:
        for entry in entries(path):
            assert set(PLACEHOLDER.findall(str(entry.string))) == set(PLACEHOLDER.findall(str(entry.id))), entry.id

    def test_leading_and_trailing_spaces_are_those_of_the_source(self, path: Path) -> None:
        for entry in entries(path):
            assert EDGES.findall(str(entry.string)) == EDGES.findall(str(entry.id)), entry.id

    def test_says_its_language_and_keeps_its_messages_in_order(self, path: Path) -> None:
        headers = dict(catalogue(path).mime_headers)
        assert headers["Language"] == path.stem
        assert headers["Content-Type"].lower() == "text/plain; charset=utf-8"
        ids = [str(entry.id) for entry in entries(path)]
        assert ids == sorted(ids)
