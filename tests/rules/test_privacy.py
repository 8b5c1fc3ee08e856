"""No data of persons: what is found, what is let through, and that no text takes long."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from plans import COMMITMENT_PATH, PLAN, REPORT, REPORT_PATH, VALID, changed, findings_of, messages_of, with_file

from actionplan.rules.privacy import private_emails, traces

CURP, RFC = "GOMA800101MDFXYZ09", "GOMA800101AB1"
EMAIL = "ana.lopez@example.com"


def kinds(text: str) -> list[str]:
    """What is found in a text."""
    return [trace.kind for trace in (*traces(text), *private_emails(text, ("gob.mx", "org.mx")))]


@pytest.mark.parametrize("text", [CURP, f"CURP:{CURP}.", f"curp_{CURP}.pdf", f"({CURP})"])
def test_a_curp_is_found(text: str) -> None:
    assert kinds(text) == ["una CURP"]


@pytest.mark.parametrize("text", [RFC, f"RFC {RFC},", "ÑUÑA991231A1A"])
def test_the_rfc_of_a_person_is_found(text: str) -> None:
    assert kinds(text) == ["el RFC de una persona"]


@pytest.mark.parametrize(
    "text",
    [
        "55 1234 5678",
        "55-1234-5678",
        "(55) 1234-5678",
        "(55)1234 5678",
        "667 123 4567",
        "667.123.4567",
        "(667) 123-4567",
        "+52 55 1234 5678",
        "+525512345678",
        "+52 1 55 1234 5678",
        "+52 (55) 1234-5678",
        "Tel. 5512345678",
        "teléfono: 55 12 34 56 78",
        "Celular 667-123-4567",
        "Informes al 55 1234 5678, de 9 a 15 horas.",
    ],
)
def test_a_telephone_number_is_found(text: str) -> None:
    assert kinds(text) == ["un número de teléfono"]


@pytest.mark.parametrize(
    "text",
    [
        "XAXX010101000",  # the general public
        "SEP210905778",  # an institution has twelve signs
        "GOMA801301AB1",  # no such month
        "goma800101ab1",
        "800 123 4567",  # a free service
        "del 16 2019-2021",
        "Metas 16 2019 2020",
        "entre 2019 y 2020, 480 personas",
        "$ 1 234 567 890.00",
        "12 345 678 901",
        "1234567890",  # may be anything
        "2020-03-31 2020-04-10",
        "978-607-123-4567-8",
        "192.168.100.1000",
        "https://example.org/55-1234-5678",
        "https://example.org/x?tel=(55)1234-5678",
        "123e4567-e89b-12d3-a456-426614174000",
        "hotel 5512345678",
        "Celular en 2019-06-30, 12 casos",
    ],
)
def test_years_amounts_and_addresses_are_let_through(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (EMAIL, 1),
        (f"<{EMAIL}>", 1),
        (f"[escriba](mailto:{EMAIL})", 1),
        ("josé.núñez@correo.mx", 1),
        ("a@gob.mx.example.com", 1),
        ("a@xgob.mx", 1),
        ("transparencia@sfp.gob.mx", 0),
        ("Contacto@SFP.GOB.MX.", 0),
        ("contacto@fundar.org.mx", 0),
        ("a@gob.mx", 0),
        ("https://example.com/@ana", 0),
        ("https://ana@example.com/", 0),
        ("@ana en redes", 0),
        ("3 @ 5.50", 0),
    ],
)
def test_mail_is_found_unless_it_is_of_an_institution(text: str, expected: int) -> None:
    assert len(list(private_emails(text, ("gob.mx", "org.mx")))) == expected


# Where it is said.


def test_each_is_told_at_its_place_in_the_prose() -> None:
    files = changed(
        COMMITMENT_PATH, ("Medir el agua.", f"Medir el agua.\nEscriba a {EMAIL} o al 55 1234 5678.\n{CURP}")
    )
    assert findings_of(files) == [
        f"{COMMITMENT_PATH}:44:11 EVI08",
        f"{COMMITMENT_PATH}:44:38 EVI08",
        f"{COMMITMENT_PATH}:45:1 EVI07",
    ]
    first = with_file(REPORT_PATH, f"{REPORT}Es {CURP}.\n")
    assert findings_of(first) == [f"{REPORT_PATH}:{len(REPORT.splitlines()) + 1}:4 EVI07"]


def test_each_is_told_at_its_value_in_the_data() -> None:
    told = f'    porcentaje: 40\n    obstaculos: "Falta {RFC}, {EMAIL} y {CURP}"\n'
    assert findings_of(changed(REPORT_PATH, ("    porcentaje: 40\n", told))) == [
        f"{REPORT_PATH}:10:17 EVI07",
        f"{REPORT_PATH}:10:17 EVI07",
        f"{REPORT_PATH}:10:17 EVI08",
    ]


def test_what_is_found_is_never_repeated() -> None:
    for secret, masked in ((CURP, "GO…"), (RFC, "GO…"), (EMAIL, "an…"), ("55 1234 5678", "55…")):
        [message] = messages_of(changed(COMMITMENT_PATH, ("Medir el agua.", f"Medir. {secret}")))
        assert f"(«{masked}»)" in message
        assert secret[2:] not in message


def test_the_plan_says_which_domains_are_of_institutions() -> None:
    files = changed(COMMITMENT_PATH, ("Medir el agua.", f"Escriba a {EMAIL}."))
    ours = 'ajustes:\n  dominios_institucionales:\n    - "example.com"\n'
    assert findings_of({**files, "plan/plan.yml": PLAN + ours}) == []


def test_the_valid_plan_names_nobody() -> None:
    assert [kinds(text) for text in VALID.values()] == [[]] * len(VALID)


# Laws.

ids = st.from_regex(r"\A[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)*\Z")
days = st.dates().map(str)
seals = st.binary(min_size=32, max_size=32).map(bytes.hex)
paths = st.text("abcABC019-_.~/?=&%+@", max_size=40)
addresses = paths.map(lambda path: f"https://example.org/{path}")
words = st.one_of(ids, days, seals, addresses, st.integers(1900, 2100).map(str))


@given(st.lists(words, max_size=3).map("\n".join))
@example("https://example.org/+525512345678")
def test_ids_dates_fingerprints_and_addresses_are_no_data_of_persons(text: str) -> None:
    assert kinds(text) == []


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_curp_on_a_line_of_its_own_is_always_found(before: str, after: str) -> None:
    found = [trace.offset for trace in traces(f"{before}\n{CURP}\n{after}")]
    assert len(before) + 1 in found


SIZE = 256 * 1024


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "5",
            "55 ",
            "55 1234 567 ",
            "(55) 1234-567 ",
            "+52",
            "+52 1 2 3 4 ",
            "tel ",
            "tel 5512345 ",
            "tel" + " " * 14,
        ),
        *("A", "ABCD800101", "GOMA800101MDFXYZ0 ", "a@", "a@b.", "a.", "a@b-", "@", "https://a@b ", "http://"),
    ],
)
def test_no_text_takes_long(piece: str) -> None:
    text = f"{piece * (SIZE // len(piece))} AB8001010"
    begun = time.process_time()
    kinds(text)
    assert time.process_time() - begun < 0.5  # a fifth of that on an idle machine; quadratic time would be minutes
