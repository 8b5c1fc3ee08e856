"""One file: encoding, front matter, body, and what cannot be read at all."""

import pytest
from plans import COMMITMENT, COMMITMENT_PATH, PLAN, findings_of, loaded, messages_of, with_file

from actionplan.documents import Kind, read_document
from actionplan.language.keys import SPANISH

AT = COMMITMENT_PATH


def found(text: str | bytes) -> list[str]:
    return findings_of(with_file(AT, text))


def test_front_matter_and_body_are_parted_and_keep_their_lines() -> None:
    text = '---\ntipo: "pagina"\ntitulo: "Agua"\n---\nUno.\n\n## Dos\n\nTres.\n'
    document, findings = read_document("plan/agua.md", Kind.PAGE, text.encode(), SPANISH)
    assert findings == []
    assert document.readable
    assert document.position("title") == ("plan/agua.md", 3, 9)
    assert document.position("title", key=True) == ("plan/agua.md", 3, 1)
    assert document.spelling("title") == "titulo"
    assert document.body.text == "Uno.\n\n## Dos\n\nTres.\n"
    assert document.body.first_line == 5
    assert [(heading.slug, heading.line) for heading in document.body.headings] == [("dos", 7)]


def test_a_settings_file_is_data_from_its_first_line() -> None:
    document, _ = read_document("plan/plan.yml", Kind.PLAN, PLAN.encode(), SPANISH)
    assert document.position("kind", key=True) == ("plan/plan.yml", 1, 1)
    assert document.body.text == ""


@pytest.mark.parametrize("change", ["bom", "crlf", "cr", "all"])
def test_a_byte_order_mark_and_other_ends_of_line_change_nothing(change: str) -> None:
    text = {
        "bom": "\ufeff" + COMMITMENT,
        "crlf": COMMITMENT.replace("\n", "\r\n"),
        "cr": COMMITMENT.replace("\n", "\r"),
        "all": "\ufeff" + COMMITMENT.replace("\n", "\r\n"),
    }[change]
    [plain], [other] = (
        [entry for entry in plan.entries if entry.path == AT]
        for plan in (loaded().plan, loaded(with_file(AT, text)).plan)
    )
    assert (other.model, other.document) == (plain.model, plain.document)


def test_a_fence_may_end_in_blanks() -> None:
    assert found(COMMITMENT.replace("---\n", "---  \n")) == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (COMMITMENT.encode("latin-1"), "14:20 FOR01"),
        ("---\ntitulo: “ñ” ".encode() + b"\xe9\n---\n", "2:13 FOR01"),
        (COMMITMENT.encode("utf-16"), "1:1 FOR01"),
        (b"---\n\xed\xa0\x80\n", "2:1 FOR01"),
        ("", "1:1 FOR04"),
        ("\n" + COMMITMENT, "1:1 FOR04"),
        ("Sólo texto.\n", "1:1 FOR04"),
        ("----\na: 1\n---\n", "1:1 FOR04"),
        ("---\na: 1\n", "1:1 FOR05"),
        ("---", "1:1 FOR05"),
        ("---\na: 1\n ---\n", "1:1 FOR05"),
        ("---\n---\n", "2:1 FOR26"),
        ("---\n# nada\n---\n", "2:1 FOR26"),
        ("---\n- a\n---\n", "2:1 FOR26"),
        ("---\nhola\n---\n", "2:1 FOR26"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_finding(text: str | bytes, finding: str) -> None:
    assert found(text) == [f"{AT}:{finding}"]


@pytest.mark.parametrize("text", ["", "\n\n", "  "])
def test_an_empty_settings_file_is_one_finding(text: str) -> None:
    assert findings_of(with_file("plan/fuentes.yml", text)) == ["plan/fuentes.yml:1:1 FOR04"]


def test_what_cannot_be_read_says_how_to_mend_it() -> None:
    assert messages_of(with_file(AT, COMMITMENT.encode("latin-1"))) == [
        (
            "El archivo no está en UTF-8 (byte 0xf3). Los acentos y las eñes se verían rotos. "
            "Guárdelo de nuevo eligiendo la codificación «UTF-8»."
        )
    ]
    assert messages_of(with_file(AT, "Texto")) == [
        (
            "Falta la ficha de datos al inicio del archivo. Sin ella no se sabe qué es el documento. "
            "Escriba «---» en la primera línea, luego los datos, y cierre con otra línea «---»."
        )
    ]


HIDDEN = {
    "NUL": "\0",
    "escape": "\x1b",
    "bell": "\x07",
    "delete": "\x7f",
    "next line": "\x85",
    "soft hyphen": "\xad",
    "zero width space": "\u200b",
    "right-to-left mark": "\u200f",
    "line separator": "\u2028",
    "right-to-left override": "\u202e",
    "word joiner": "\u2060",
    "right-to-left isolate": "\u2067",
    "byte order mark inside": "\ufeff",
    "replacement character": "\ufffd",
    "tag character": "\U000e0041",
}


@pytest.mark.parametrize("character", HIDDEN.values(), ids=HIDDEN)
def test_a_character_that_nobody_sees_is_a_finding_at_its_place(character: str) -> None:
    assert found(COMMITMENT.replace("Falta agua", f"Falta{character} agua")) == [f"{AT}:39:6 FOR02"]
    assert found(COMMITMENT.replace('"agua"', f'"ag{character}ua"')) == [f"{AT}:9:10 FOR02"]


@pytest.mark.parametrize("escape", ["\\0", "\\x1b", "\\u202e", "\\u200b", "\\e", "\\N", "\\U000e0041"])
def test_an_escape_cannot_write_what_may_not_be_written(escape: str) -> None:
    text = COMMITMENT.replace('"Falta', '"').replace('cargo: "Dirección', f'cargo: "{escape}Dirección')
    assert found(text) == [f"{AT}:14:12 FOR02"]


def test_a_hidden_character_is_named() -> None:
    assert messages_of(with_file(AT, COMMITMENT.replace("Falta agua", "Falta\u202e agua"))) == [
        (
            "Hay un carácter invisible o de control (U+202E RIGHT-TO-LEFT OVERRIDE). "
            "No se ve, pero puede ocultar texto o cambiar el orden en que se lee. "
            "Bórrelo y escriba de nuevo ese tramo a mano, sin copiar y pegar."
        )
    ]


def test_a_tab_in_the_data_is_named_where_it_stands() -> None:
    assert found(COMMITMENT.replace('"Agua medida"', '"Agua\tmedida"', 1)) == [f"{AT}:5:14 FOR02"]
    assert found(COMMITMENT.replace('titulo: "Agua medida"', 'titulo:\t"Agua medida"', 1)) == [f"{AT}:5:8 FOR02"]
    assert found(COMMITMENT.replace('"Dirección de Aguas"', '"Dirección\\tde Aguas"', 1)) == []


@pytest.mark.parametrize("text", ["Tab:\taquí", "¿Qué? «Sí»… — 50 %", "👩🏽‍🌾 💧", "e\u0301", "中文 العربية"])
def test_what_people_write_is_let_through(text: str) -> None:
    assert found(COMMITMENT.replace("Falta agua", f"Falta {text} agua")) == []
