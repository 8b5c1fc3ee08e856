"""Evidence: it can be opened, is what it was, and is fit to be published."""

from hashlib import sha256
from pathlib import Path

import pytest
from plans import (
    REPORT,
    REPORT_PATH,
    VALID,
    MemoryTree,
    changed,
    codes,
    findings_of,
    messages_of,
    with_file,
    write,
)

from actionplan.documents import WorkingTree
from actionplan.findings import Severity
from actionplan.loader import load

FOLDER = "commitments/01-agua/evidencias"
ACTA = b"%PDF acta"
SEAL = sha256(ACTA).hexdigest()


def shown(*proofs: str, **files: bytes) -> dict[str, str | bytes]:
    """The valid plan with evidence in its report, and files in its folder of evidence."""
    entries = "".join(f'      - titulo: "Acta"\n        {proof}\n' for proof in proofs)
    plan = changed(REPORT_PATH, ("    porcentaje: 40\n", f"    porcentaje: 40\n    evidencias:\n{entries}"))
    return {**plan, **{f"{FOLDER}/{name}": content for name, content in files.items()}}


# What proves something stays as it was.


SEEN, MEANS = 'vista_el: "2020-03-30"', 'medio: "v1"'


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        (('url: "https://example.org/a"', MEANS), "«vista_el», «copia» o «sha256»"),
        (('url: "https://example.org/a"', MEANS, SEEN), "«copia» o «sha256»"),
        (('url: "https://example.org/a"', MEANS, 'copia: "https://example.org/b"'), "«vista_el»"),
        (('archivo: "acta.pdf"', MEANS), "«sha256»"),
        (('archivo: "acta.pdf"', MEANS, f'sha256: "{SEAL}"'), ""),
        (('url: "https://example.org/a"', MEANS, SEEN, f'sha256: "{SEAL}"'), ""),
        (('url: "https://example.org/a"',), ""),
    ],
)
def test_what_is_to_prove_a_means_is_in_custody(fields: tuple[str, ...], missing: str) -> None:
    files = shown("\n        ".join(fields), **{"acta.pdf": ACTA})
    expected = [f"La evidencia de «v1» no está en custodia: falta {missing}."] if missing else []
    found = [text for text in messages_of(files) if "custodia" in text]
    assert [text.split(" Lo que puede")[0] for text in found] == expected
    assert [code for code in codes(files) if "EVI09" in code] == (["11:9 EVI09"] if missing else [])


def test_a_fingerprint_that_was_refused_is_only_that() -> None:
    bad = shown(f'archivo: "acta.pdf"\n        {MEANS}\n        sha256: "{SEAL[1:]}"', **{"acta.pdf": ACTA})
    assert codes(bad) == ["14:17 FOR19"]


# What can be opened.


@pytest.mark.parametrize(
    ("proof", "expected"),
    [
        ('url: "https://example.org/a?b=1"', []),
        ('archivo: "acta firmada (año 2020).pdf"', []),
        ('archivo: "fotos/uno.png"', []),
        ('archivo: "otra.pdf"', ["12:18 EVI02"]),
        ('archivo: "ACTA firmada (año 2020).pdf"', ["12:18 EVI02"]),
        ('archivo: "fotos"', ["12:18 EVI02"]),
        ('archivo: "fotos/../fotos/uno.png"', ["12:18 EVI02"]),
        ('archivo: "fotos/../../compromiso.md"', ["12:18 EVI02"]),
        ('archivo: "fotos/uno.png."', ["12:18 EVI02"]),
        ('archivo: "CON"', ["12:18 EVI02"]),
        ('archivo: "../compromiso.md"', ["12:18 FOR19"]),
        ('archivo: "/etc/passwd"', ["12:18 FOR19"]),
        (r"archivo: 'fotos\uno.png'", ["12:18 FOR19"]),
        ('archivo: "C:/acta.pdf"', ["12:18 FOR19"]),
        ('url: "javascript:alert(1)"', ["12:14 FOR19"]),
        ('url: "ftp://example.org/a"', ["12:14 FOR19"]),
        ('copia: "file:///etc/passwd"\n        url: "https://example.org"', ["12:16 FOR19"]),
        ('vista_el: "2020-03-31"', ["11:9 EVI01"]),
    ],
)
def test_evidence_can_be_opened(proof: str, expected: list[str]) -> None:
    named = ('archivo: "acta firmada (año 2020).pdf"', 'archivo: "fotos/uno.png"')
    files = shown(proof, *named, **{"acta firmada (año 2020).pdf": b"%PDF", "fotos/uno.png": b"PNG"})
    assert codes(files) == expected


def test_a_name_that_is_nearly_right_is_proposed() -> None:
    [message] = messages_of(shown('archivo: "acta_1.pdf"', **{"acta-1.pdf": ACTA}))
    assert message.startswith(f"El archivo «acta_1.pdf» no está en «{FOLDER}/». ¿Quiso escribir «acta-1.pdf»?")


# What it was.


def sealed(seal: str, content: bytes = ACTA) -> dict[str, str | bytes]:
    return shown(f'archivo: "acta.pdf"\n        sha256: "{seal}"', **{"acta.pdf": content})


def test_a_file_has_the_fingerprint_that_was_reported() -> None:
    assert codes(sealed(SEAL)) == []
    assert codes(sealed(SEAL, ACTA + b".")) == ["13:17 EVI03"]
    assert codes(sealed("0" * 64)) == ["13:17 EVI03"]
    again = f'archivo: "acta.pdf"\n        sha256: "{SEAL}"', 'archivo: "acta.pdf"'
    assert codes(shown(*again, **{"acta.pdf": ACTA})) == []
    assert messages_of(sealed("0" * 64))[0].startswith(f"La huella SHA-256 no es la de «acta.pdf», que tiene {SEAL}.")


@pytest.mark.parametrize(
    ("proof", "expected"),
    [
        ('archivo: "otra.pdf"', ["12:18 EVI02"]),
        ('url: "https://example.org/acta.pdf"', []),
    ],
)
def test_the_fingerprint_of_what_is_not_here_is_not_compared(proof: str, expected: list[str]) -> None:
    assert codes(shown(f'{proof}\n        sha256: "{"0" * 64}"')) == expected


def test_only_files_with_a_fingerprint_are_read_and_each_once() -> None:
    seal = f'archivo: "acta.pdf"\n        sha256: "{SEAL}"'
    tree = MemoryTree(shown(seal, seal, 'archivo: "foto.png"', **{"acta.pdf": ACTA, "foto.png": b"PNG"}))
    load(tree)
    assert [path for path in tree.reads if path.startswith(FOLDER)] == [f"{FOLDER}/acta.pdf"]


def test_a_file_that_is_too_big_is_not_read() -> None:
    tree = MemoryTree({**sealed("0" * 64), "plan/plan.yml": VALID["plan/plan.yml"] + limit(5)})
    assert [finding.code for finding in load(tree).findings] == ["EVI04"]
    assert not [path for path in tree.reads if path.startswith(FOLDER)]


def test_a_file_that_does_not_let_itself_be_read_has_no_fingerprint() -> None:
    class Closed(MemoryTree):
        def read(self, path: str) -> bytes:
            if path.startswith(FOLDER):
                raise PermissionError(path)
            return super().read(path)

    assert load(Closed(sealed("0" * 64))).findings == ()


def test_the_file_on_disk_is_what_counts(tmp_path: Path) -> None:
    root = write(tmp_path, sealed(SEAL))
    assert load(WorkingTree(root)).findings == ()
    (root / FOLDER / "acta.pdf").write_bytes(b"otra cosa")
    assert [finding.code for finding in load(WorkingTree(root)).findings] == ["EVI03"]


# What is fit to be published.


def limit(size: int) -> str:
    return f"ajustes:\n  limite_de_evidencia: {size}\n"


def test_a_file_without_anything_in_it_proves_nothing() -> None:
    assert codes(shown('archivo: "acta.pdf"', **{"acta.pdf": b""})) == ["1:1 EVI10"]


@pytest.mark.parametrize(("size", "expected"), [(9, []), (8, ["1:1 EVI04"])])
def test_a_file_is_not_bigger_than_the_plan_allows(size: int, expected: list[str]) -> None:
    files = shown('archivo: "acta.pdf"', **{"acta.pdf": ACTA})
    assert codes({**files, "plan/plan.yml": VALID["plan/plan.yml"] + limit(size)}) == expected


@pytest.mark.parametrize(
    ("name", "refused"),
    [
        ("acta.pdf", False),
        ("ACTA.PDF", False),
        ("acta.exe.pdf", False),  # it will be opened as what its end says
        ("datos.zip", False),
        ("acta.pdf.exe", True),
        ("acta", True),
        ("dibujo.svg", True),
        ("pagina.html", True),
        ("nota.md", True),
        ("macro.docm", True),
    ],
)
def test_only_what_anyone_can_open_and_runs_nothing_is_admitted(name: str, refused: bool) -> None:
    files = shown(f'archivo: "{name}"', **{name: b"PK\x03\x04"})
    assert findings_of(files) == ([f"{FOLDER}/{name}:1:1 EVI05"] if refused else [])


@pytest.mark.parametrize("name", ["con.pdf", "NUL.tar.zip", "com1.png", "lpt¹.pdf", "a?.pdf", "a:b.pdf", "b /a.pdf"])
def test_a_name_that_windows_cannot_open_is_refused(name: str) -> None:
    assert [said.rpartition(" ")[2] for said in findings_of(with_file(f"{FOLDER}/{name}", ACTA))] == ["EVI06", "FOR24"]


@pytest.mark.parametrize("name", ["contrato.pdf", "icon.png", "com10.pdf", "auxiliar.csv", "a.con.pdf"])
def test_a_name_that_only_resembles_one_is_not(name: str) -> None:
    assert [said.rpartition(" ")[2] for said in findings_of(with_file(f"{FOLDER}/{name}", ACTA))] == ["EVI06"]


def test_the_name_of_any_file_counts() -> None:
    page = '---\ntipo: "pagina"\ntitulo: "Aux"\n---\n'
    assert findings_of(with_file("plan/agua/aux.md", page)) == ["plan/agua/aux.md:1:1 FOR24"]


# What nobody would find.


def test_a_file_that_no_report_names_and_no_page_links_to_is_a_notice() -> None:
    files = with_file(f"{FOLDER}/acta.pdf", ACTA)
    [finding] = load(MemoryTree(files)).findings
    assert (finding.code, finding.path, finding.severity) == ("EVI06", f"{FOLDER}/acta.pdf", Severity.NOTICE)
    assert codes({**files, REPORT_PATH: f"{REPORT}\nVéase [el acta](../evidencias/acta.pdf).\n"}) == []


@pytest.mark.parametrize(
    ("proof", "expected"),
    [('archivo: "acto.pdf"', ["12:18 EVI02"]), ('archivo: "../acta.pdf"', ["12:18 FOR19"])],
)
def test_a_file_whose_name_was_misspelled_is_only_that(proof: str, expected: list[str]) -> None:
    assert codes(shown(proof, **{"acta.pdf": ACTA})) == expected


def test_a_report_that_cannot_be_read_may_name_any_file() -> None:
    files = with_file(REPORT_PATH, REPORT.replace("---\ntipo", "---\n[tipo"))
    assert {said.rpartition(" ")[2] for said in findings_of({**files, f"{FOLDER}/acta.pdf": ACTA})} == {"FOR06"}
