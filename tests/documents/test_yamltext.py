"""Front matter is YAML without its traps: values with their places, and a finding for all else."""

from decimal import Decimal

import pytest

from actionplan.documents import find, without_positions
from actionplan.documents.yamltext import YamlReader

SHOWN = """\
titulo: "Agua"
causas:
  - "c1"
  - c2
foro:
  nombre: 'Comité'
  lista: [1, {clave: 2.50}]
"""


def reader_of(text: str) -> tuple[object, list[str]]:
    """The plain data, None if there is none, and the findings as ``line:column CODE``."""
    reader = YamlReader("f.md", 0, str, "no_disponible")
    value = reader.read(text)
    return None if value is None else without_positions(value), [
        f"{f.line}:{f.column} {f.code}" for f in reader.findings
    ]


def message(text: str) -> str:
    reader = YamlReader("f.md", 0, str, "no_disponible")
    reader.read(text)
    return reader.findings[0].message() + " " + reader.findings[0].fix()


def test_records_lists_and_scalars() -> None:
    assert reader_of(SHOWN) == (
        {
            "titulo": "Agua",
            "causas": ("c1", "c2"),
            "foro": {"nombre": "Comité", "lista": (1, {"clave": Decimal("2.50")})},
        },
        [],
    )


@pytest.mark.parametrize(
    ("steps", "key", "value"),
    [
        ((), (1, 1), (1, 1)),
        (("titulo",), (1, 1), (1, 9)),
        (("causas",), (2, 1), (3, 3)),
        (("causas", 0), (3, 5), (3, 5)),
        (("causas", 1), (4, 5), (4, 5)),
        (("foro",), (5, 1), (6, 3)),
        (("foro", "nombre"), (6, 3), (6, 11)),
        (("foro", "lista", 1, "clave"), (7, 15), (7, 22)),
        # What is not there has the place of the nearest thing above it that is.
        (("foro", "sede"), (5, 1), (6, 3)),
        (("causas", 7), (2, 1), (3, 3)),
    ],
)
def test_every_key_and_value_knows_its_line_and_column(
    steps: tuple[str | int, ...], key: tuple[int, int], value: tuple[int, int]
) -> None:
    root = YamlReader("f.md", 0, str, "").read(SHOWN)
    assert root is not None
    at_key, at_value = find(root, steps, key=True), find(root, steps)
    assert (at_key.line, at_key.column) == key
    assert (at_value.line, at_value.column) == value


def test_columns_count_characters_not_bytes() -> None:
    root = YamlReader("f.md", 0, str, "").read('ñandú: {"á": "💧", b: 1}\n')
    assert root is not None
    found = find(root, ("ñandú", "b"))
    assert (found.line, found.column) == (1, 22)


def test_lines_count_from_the_start_of_the_file() -> None:
    reader = YamlReader("f.md", 10, str, "")
    reader.read("a: 1\nb: no\n")
    assert [(f.line, f.column) for f in reader.findings] == [(12, 4)]


@pytest.mark.parametrize("text", ["no", "on", "12:30", "1_000", "010", "0x1f", "1e3", ".inf"])
def test_an_unquoted_value_that_programs_read_differently_is_a_finding_at_the_value(text: str) -> None:
    assert reader_of(f"a: 1\nb:   {text}\n") == ({"a": 1}, ["2:6 FOR10"])
    assert reader_of(f"a: [1, {text}]\n") == ({"a": (1,)}, ["1:8 FOR10"])


@pytest.mark.parametrize(
    "text", ["no", "on", "12:30", "1_000", "010", "0x1f", "1e3", ".inf", "true", "7", "2020-01-01"]
)
@pytest.mark.parametrize("quote", ['"', "'"])
def test_what_stands_between_quotes_is_text(text: str, quote: str) -> None:
    assert reader_of(f"a: {quote}{text}{quote}\n") == ({"a": text}, [])


def test_an_ambiguous_value_is_explained_with_its_remedy() -> None:
    assert message("a: no\n") == (
        "«no» sin comillas se lee de distinta manera según el programa. Cada programa leería otra cosa y el plan "
        'dejaría de decir lo mismo para todas las personas. Póngalo entre comillas dobles: "no".'
    )


def test_a_date_is_the_same_text_with_quotes_and_without() -> None:
    assert reader_of('a: 2020-06-30\nb: "2020-06-30"\n')[0] == {"a": "2020-06-30", "b": "2020-06-30"}


def test_a_block_of_text_keeps_its_words() -> None:
    assert reader_of("a: |\n  no\n  12:30\nb: >-\n  uno\n  dos\n") == ({"a": "no\n12:30\n", "b": "uno dos"}, [])


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("a: &x 1\n", "1:4 FOR08"),
        ("a: &x [1]\n", "1:4 FOR08"),
        ("a: &x {b: 1}\n", "1:4 FOR08"),
        ("&x a: 1\n", "1:1 FOR08"),
        ("a: 1\nb: *x\n", "2:4 FOR08"),
        ("*x : 1\n", "1:1 FOR08"),
        ("a: !!str 1\n", "1:4 FOR08"),
        ("a: ! 1\n", "1:4 FOR08"),
        ("a: !!python/object/apply:os.system [ls]\n", "1:4 FOR08"),
        ("a: !!set {b: 1}\n", "1:4 FOR08"),
        ("<<: {a: 1}\n", "1:1 FOR08"),
        ("<<: 1\n", "1:1 FOR08"),
        ("a: 1\n---\nb: 2\n", "2:1 FOR08"),
        ("a: 1\n...\n---\nb: 2\n", "3:1 FOR08"),
        ("[a]: 1\n", "1:1 FOR25"),
        ("{a: 1}: 1\n", "1:1 FOR25"),
        ("? - a\n: 1\n", "1:3 FOR25"),
    ],
)
def test_what_gives_yaml_two_readings_stops_the_reading_at_its_place(text: str, finding: str) -> None:
    assert reader_of(text) == (None, [finding])


def test_a_quoted_merge_sign_is_a_key_like_another() -> None:
    assert reader_of('"<<": 1\n') == ({"<<": 1}, [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: &x 1\n", "un ancla («&nombre»)"),
        ("a: *x\n", "una referencia («*nombre»)"),
        ("a: &x [1]\n", "un ancla («&nombre»)"),
        ("a: !!str 1\n", "una etiqueta («!tipo»)"),
        ("a: !!seq [1]\n", "una etiqueta («!tipo»)"),
        ("<<: {a: 1}\n", "una mezcla («<<»)"),
        ("a: 1\n---\n", "más de un documento en el archivo"),
    ],
)
def test_the_refused_feature_is_named(text: str, words: str) -> None:
    assert message(text).startswith(f"Se usa {words}, que aquí no se admite.")


def test_a_key_written_twice_is_a_finding_at_the_second_and_the_first_counts() -> None:
    assert reader_of("a: 1\nb: 2\na: 3\n") == ({"a": 1, "b": 2}, ["3:1 FOR09"])
    assert message("a: 1\nb: 2\na: 3\n").startswith("El dato «a» aparece dos veces (antes, en la línea 1).")


@pytest.mark.parametrize(
    ("text", "data", "finding"),
    [
        ("a: 1\nb:\n", {"a": 1}, "2:1 FOR22"),
        ("a: 1\nb: ~\n", {"a": 1}, "2:1 FOR22"),
        ("a: 1\nb: null\n", {"a": 1}, "2:1 FOR22"),
        ('a: 1\nb: ""\n', {"a": 1}, "2:1 FOR22"),
        ("a:\n  - 1\n  -\n  - 2\n", {"a": (1, 2)}, "3:4 FOR22"),
        ("a: {b: , c: 1}\n", {"a": {"c": 1}}, "1:5 FOR22"),
    ],
)
def test_a_value_that_says_nothing_is_a_finding_at_its_key(text: str, data: object, finding: str) -> None:
    assert reader_of(text) == (data, [finding])


def test_an_empty_value_is_told_where_to_declare_it() -> None:
    assert message("titulo:\n") == (
        "«titulo» está vacío. Un hueco no dice si el dato falta, no se conoce o se olvidó. "
        "Escriba el valor; si no se conoce, borre la línea y anótelo en «no_disponible» con su motivo."
    )


def test_a_refused_value_leaves_a_gap_in_its_record_and_nowhere_else() -> None:
    reader = YamlReader("f.md", 0, str, "")
    reader.read("a: 1\nb:\n  c: no\n  d:\n    - 010\ne:\n")
    assert {tuple(gap) for gap in reader.gaps} == {(3, 3, "c"), (3, 3, "d"), (1, 1, "e")}


@pytest.mark.parametrize(
    ("text", "finding", "words"),
    [
        ("a: 1\nb: uno: dos\n", "2:7 FOR06", "hay «:» dentro de un texto sin comillas"),
        ('a: 1\nb: "uno\nc: 2\n', "3:1 FOR06", "hay comillas que no se cierran"),
        ('a: "uno\nb: "dos"\n', "2:5 FOR06", "aquí debería empezar otro dato"),
        ("a:\n\t- 1\n", "2:1 FOR06", "hay un tabulador o un signo que pide comillas"),
        ("a: 1\nb: @x\n", "2:4 FOR06", "hay un tabulador o un signo que pide comillas"),
        ("a: [1, 2\nb: 3\n", "2:2 FOR06", "hay un corchete que no se cierra"),
        ('a: "\\q"\n', "1:5 FOR06", "hay una barra «\\» que no se reconoce dentro de comillas dobles"),
        ('a: "\\ud800"\n', "1:7 FOR06", "no tiene la forma «nombre: valor»"),
        ("a: 1\nb\nc: 2\n", "3:1 FOR06", "faltan los dos puntos después del nombre del dato"),
        ("a:\n - 1\n   - 2\nb: - 3\n", "4:4 FOR06", "aquí no puede empezar una lista"),
    ],
)
def test_what_is_not_yaml_is_explained_in_spanish_where_it_stops_making_sense(
    text: str, finding: str, words: str
) -> None:
    assert reader_of(text) == (None, [finding])
    assert f"({words})" in message(text)


def test_32_levels_are_read_and_the_33rd_is_not() -> None:
    assert reader_of("[" * 32 + "1" + "]" * 32)[1] == []
    assert reader_of("[" * 33 + "1" + "]" * 33) == (None, ["1:33 FOR07"])
    assert message("[" * 33).startswith("Los datos están anidados a más de 32 niveles.")
