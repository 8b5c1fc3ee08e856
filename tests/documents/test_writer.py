"""The canonical form: one way to write each document, and what is written reads as what it was."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionplan.documents import (
    Document,
    Kind,
    Plain,
    WorkingTree,
    Writable,
    collect,
    data_text,
    document_text,
    read_document,
    without_positions,
)
from actionplan.documents.writer import canonical
from actionplan.language.keys import SPANISH

ROOT = Path(__file__).parents[2]
REAL = [read_document(*source_file)[0] for source_file in collect(WorkingTree(ROOT)).source_files]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Agua", '"Agua"'),
        ("No", '"No"'),
        ("«Sí» — ¿qué?", '"«Sí» — ¿qué?"'),
        ('Dijo "agua" \\ pidió', '"Dijo \\"agua\\" \\\\ pidió"'),
        ("a: b # c", '"a: b # c"'),
        ("dos\nlíneas\ty tabulador", '"dos\\nlíneas\\ty tabulador"'),
        ("12:30", '"12:30"'),
        (date(2020, 2, 29), '"2020-02-29"'),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (-7, "-7"),
        (Decimal("12.50"), "12.50"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.000001"), "0.000001"),
    ],
)
def test_a_scalar_is_written_in_one_way(value: Writable, written: str) -> None:
    assert data_text({"valor": value}) == f"valor: {written}\n"


def test_lists_and_records_are_blocks_with_dashes_under_their_key() -> None:
    data: dict[str, Writable] = {
        "id": "c01",
        "causas": ["agua/c1", "agua/c2"],
        "acciones": [{"id": "a1", "actividades": [{"id": "a1.1", "medios": ["v1"]}], "peso": 20}],
        "foro": {"nombre": "Comité", "integrantes": [{"actor": "gob"}]},
    }
    assert (
        data_text(data)
        == """\
id: "c01"
causas:
  - "agua/c1"
  - "agua/c2"
acciones:
  - id: "a1"
    actividades:
      - id: "a1.1"
        medios:
          - "v1"
    peso: 20
foro:
  nombre: "Comité"
  integrantes:
    - actor: "gob"
"""
    )


def test_what_is_empty_is_left_out_at_any_depth() -> None:
    nothing: dict[str, Writable] = {"a": None, "b": [], "c": {}, "d": "", "e": {"f": [{"g": None}]}, "h": [None]}
    assert data_text({**nothing, "i": [{"j": 1, **nothing}]}) == "i:\n  - j: 1\n"


@pytest.mark.parametrize(
    ("body", "end"),
    [
        ("", "---\n"),
        ("\n\n", "---\n"),
        ("## Objetivo\n\nMedir.", "---\n\n## Objetivo\n\nMedir.\n"),
        ("\n\n## Objetivo\n\nMedir.\n\n\n", "---\n\n## Objetivo\n\nMedir.\n"),
    ],
)
def test_a_document_ends_in_one_line_feed(body: str, end: str) -> None:
    assert document_text({"tipo": "pagina"}, body) == f'---\ntipo: "pagina"\n{end}'


@pytest.mark.parametrize("document", REAL, ids=lambda document: str(document.path))
def test_the_real_plan_is_canonical_to_the_byte(document: Document) -> None:
    assert canonical(document).encode() == (ROOT / document.path).read_bytes()


# What the reader refuses, hidden characters, nobody writes; the writer is not asked to mend it.
TEXTS = st.text(
    st.characters(
        codec="utf-8",
        categories=("L", "M", "N", "P", "S", "Zs"),
        include_characters="\n\t",
        exclude_characters="\ufffc\ufffd",
    ),
    min_size=1,
)
SCALARS = st.one_of(
    TEXTS,
    st.sampled_from(["no", "~", "null", "0x1F", "<<", "-", "- a", "&a", "*a", "!t", "|", ">", "%", "@", "'", '"', "#"]),
    st.booleans(),
    st.integers(-(10**17), 10**17),
    st.decimals(-(10**12), 10**12, allow_nan=False, places=6),
)
KEYS = st.sampled_from(sorted(SPANISH.keys.values()))


def records(below: st.SearchStrategy[Writable]) -> st.SearchStrategy[dict[str, Writable]]:
    return st.dictionaries(KEYS, below, min_size=1, max_size=4)


VALUES: st.SearchStrategy[Writable] = st.recursive(
    SCALARS, lambda below: st.one_of(st.lists(below, min_size=1, max_size=4), records(below)), max_leaves=12
)
BODIES = st.lists(TEXTS.map(lambda text: text.replace("\n", " ")), max_size=4).map("\n".join)


def plain(value: Writable) -> Plain:
    """Data as the reader gives it: the model's names, tuples for lists."""
    if isinstance(value, dict):
        return {SPANISH.english(key): plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return tuple(plain(item) for item in value)
    assert isinstance(value, str | int | bool | Decimal)
    return value


@given(records(VALUES), BODIES)
def test_what_is_written_reads_as_the_same_data_and_writes_as_the_same_bytes(
    data: dict[str, Writable], body: str
) -> None:
    text = document_text(data, body)
    document, findings = read_document("plan/index.md", Kind.PAGE, text.encode(), SPANISH)
    assert findings == []
    assert without_positions(document.data) == plain(data)
    assert document.body.text.strip("\n") == body.strip("\n")
    assert canonical(document) == text
