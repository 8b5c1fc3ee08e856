"""The canonical form is one: writing it again changes nothing, and it says what the document said."""

from __future__ import annotations

from pathlib import Path

import pytest
from plans import COMMITMENT_PATH, ROADMAP_PATH, VALID, changed, loaded
from sample import ROADMAP

from actionplan.documents import WorkingTree, comment_lines, without_positions
from actionplan.loader import load
from actionplan.model import DocumentPart, Entry
from actionplan.repairs.canonical import canonical

ROOT = Path(__file__).parents[2]
REAL = {entry.path: entry for entry in load(WorkingTree(ROOT)).plan.entries}
SAMPLE = {entry.path: entry for entry in loaded().plan.entries}


def entry_of(path: str, text: str) -> Entry[DocumentPart]:
    return next(entry for entry in loaded({**VALID, path: text}).plan.entries if entry.path == path)


@pytest.mark.parametrize("path", REAL)
def test_the_real_plan_is_in_canonical_form(path: str) -> None:
    assert canonical(REAL[path]) == (ROOT / path).read_text("utf-8")


@pytest.mark.parametrize("path", SAMPLE)
def test_writing_again_changes_nothing_and_loses_nothing(path: str) -> None:
    once = canonical(SAMPLE[path])
    again = entry_of(path, once)
    assert canonical(again) == once
    assert without_positions(again.document.data) == without_positions(SAMPLE[path].document.data)
    assert again.document.body.text.strip() == SAMPLE[path].document.body.text.strip()


def test_keys_quotes_and_indentation_become_those_of_everybody() -> None:
    text = changed(
        ROADMAP_PATH,
        ('tipo: "hoja-de-ruta"\ncompromiso: "c01"', "compromiso: c01\ntipo: 'hoja-de-ruta'"),
        (
            '      - id: "a1.1"\n        titulo: "Instalar medidores"',
            "      -   titulo: Instalar medidores\n          id: a1.1",
        ),
        (
            '\n        responsable: "gob"\n        inicio: "2020-01-15"',
            '\n          inicio: "2020-01-15"\n          responsable: gob',
        ),
    )[ROADMAP_PATH]
    lines = str(text).split("\n")
    start = next(index for index, line in enumerate(lines) if "responsable" in line) + 1
    end = lines.index("indicadores:")
    lines[start:end] = [f"  {line}" for line in lines[start:end]]
    assert canonical(entry_of(ROADMAP_PATH, "\n".join(lines))) == ROADMAP


def test_the_prose_is_left_as_it_is() -> None:
    text = VALID[COMMITMENT_PATH].replace("Falta agua.", "Falta   agua.  \n\n\n- [ ] una\n* otra[^1]\n\n[^1]: nota\n")
    assert canonical(entry_of(COMMITMENT_PATH, text)) == text


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("---\na: \"#1\"\nb: '# no'\n---\n# Título\n", ()),
        ("---\n# uno\na: 1 # dos\nb: c#d\n---\n", (2, 3)),
        ('a: "uno\n  # dentro"\n#fuera\n', (3,)),
        ("---\nsin cerrar # sí\n", (2,)),
    ],
)
def test_comments_are_found_where_they_are(text: str, lines: tuple[int, ...]) -> None:
    assert comment_lines(text) == lines
