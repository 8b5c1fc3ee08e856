"""``plan evidence add``: a file in custody and its entry in the report, both or neither."""

from __future__ import annotations

import subprocess
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import Result
from orders import names, plan
from plans import PLAN, REPORT, REPORT_PATH, VALID, VERIFICATION_PATH, changed, write

HOME = "commitments/01-agua/evidencias"
UNJUDGED = {path: text for path, text in VALID.items() if path != VERIFICATION_PATH}
NO_GIT = "No se pudo ver si el avance ya se publicó: aquí no hay «main» que git pueda leer.\n"
BYTES = b"%PDF-1.4\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "Acta (Firmada).PDF").write_bytes(BYTES)
    return write(tmp_path / "plan", UNJUDGED)


def add(root: Path, *arguments: str | Path) -> Result:
    return plan("evidence", "add", "c01", "--root", root, "--activity", "a1.1", *arguments)


def report(root: Path) -> str:
    return (root / REPORT_PATH).read_text("utf-8")


def test_a_file_is_copied_hashed_and_written_down(root: Path) -> None:
    done = add(root, "--file", root.parent / "Acta (Firmada).PDF", "--means", "v1", "--seen", "2020-03-30")
    assert (done.exit_code, done.stdout) == (0, f"{HOME}/acta-firmada.pdf\n{REPORT_PATH}\n")
    assert done.stderr == NO_GIT + f"Revíselo: plan check {REPORT_PATH}\n"
    assert (root / HOME / "acta-firmada.pdf").read_bytes() == BYTES
    assert report(root) == REPORT.replace(
        "40\n",
        '40\n    evidencias:\n      - titulo: "Acta de entrega"\n        archivo: "acta-firmada.pdf"\n'
        '        medio: "v1"\n        vista_el: "2020-03-30"\n'
        f'        sha256: "{sha256(BYTES).hexdigest()}"\n',
    )
    assert plan("check", "--strict", "--no-cache", "--root", root).exit_code == 0
    assert plan("format", "--check", "--root", root).exit_code == 0
    assert names(root) == {*UNJUDGED, f"{HOME}/acta-firmada.pdf"}


def test_a_file_that_is_in_custody_already_is_not_copied_again(root: Path) -> None:
    write(root, {f"{HOME}/Foto 1.png": b"a"})
    done = add(root, "--file", root / HOME / "Foto 1.png", "--means", "v1")
    assert (done.exit_code, names(root)) == (0, {*UNJUDGED, f"{HOME}/Foto 1.png"})
    assert 'archivo: "Foto 1.png"' in report(root)
    again = add(root, "--file", root / HOME / "Foto 1.png", "--means", "v1")
    assert (again.exit_code, again.stderr.splitlines()[-1]) == (1, "Esa prueba ya está anotada.")


def test_two_files_of_one_name_are_one_only_if_they_are_the_same(root: Path) -> None:
    file = root.parent / "Acta (Firmada).PDF"
    write(root, {f"{HOME}/acta-firmada.pdf": BYTES})
    assert add(root, "--file", file, "--title", "Acta").exit_code == 0
    file.write_bytes(b"otra")
    before = report(root)
    done = add(root, "--file", file, "--title", "Otra")
    assert (done.exit_code, report(root)) == (1, before)
    assert f"Ya hay otro archivo «{HOME}/acta-firmada.pdf»" in done.stderr
    assert (root / HOME / "acta-firmada.pdf").read_bytes() == BYTES


def test_a_link_needs_a_day_and_a_copy_to_prove_anything_and_a_means_to_count(root: Path) -> None:
    done = add(root, "--url", "https://a.mx/acta")
    assert done.stderr.splitlines()[1:] == [
        "No dice qué medio de verificación cumple (--means). Hay: v1.",
        "Una dirección sólo prueba con el día en que se vio (--seen) y una copia (--copy).",
        f"Revíselo: plan check {REPORT_PATH}",
    ]
    whole = ("--url", "https://a.mx/b", "--means", "v1", "--seen", "2020-03-30", "--copy", "https://b.mx/b")
    assert add(root, *whole).stderr == NO_GIT + f"Revíselo: plan check {REPORT_PATH}\n"
    assert plan("check", "--strict", "--no-cache", "--root", root).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Diga qué prueba es: con --file un archivo, o con --url una dirección."),
        (("--file", "a", "--url", "https://a.mx"), "Diga qué prueba es"),
        (("--file", "nada.pdf"), "No existe el archivo «nada.pdf»."),
        (("--url", "javascript:alert(1)"), "«javascript:alert(1)» no es un valor posible de «url»"),
        (("--url", "https://a.mx", "--title", "<b>"), "«<b>» no es un valor posible de «titulo»"),
        (("--url", "https://a.mx", "--means", "v2"), "En «a1.1» no existe el medio de verificación «v2»."),
        (("--url", "https://a.mx", "--seen", "2020-04-01"), "Se vio el 2020-04-01, después del día del avance"),
        (("--url", "https://a.mx", "--seen", "ayer"), "«ayer» no es una fecha."),
        (("--url", "https://a.mx", "--report", "2020-03-31-gov"), "En el compromiso no existe el avance"),
        (
            ("--url", "https://a.mx", "--activity", "a1.2"),
            "En el avance «2020-03-31-gob» no existe la actividad «a1.2»",
        ),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(root: Path, arguments: tuple[str, ...], said: str) -> None:
    done = add(root, *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.removeprefix(NO_GIT).startswith(said)
    assert (names(root), report(root)) == (set(UNJUDGED), REPORT)
    assert not (root / HOME).exists()


def test_files_that_the_check_would_refuse_do_not_come_in(root: Path) -> None:
    write(root, {"plan/plan.yml": PLAN.replace("foro:", "ajustes:\n  limite_de_evidencia: 1000\nforo:")})
    for name, size, said in (("a.svg", 1, "no es de un tipo"), ("con.pdf", 1, "Windows"), ("a.pdf", 1001, "1001")):
        (root.parent / name).write_bytes(b"a" * size)
        done = add(root, "--file", root.parent / name)
        assert (done.exit_code, done.stdout) == (2, "")
        assert said.lower() in done.stderr.lower()
    assert not (root / HOME).exists()


def test_comments_are_not_lost_in_silence(root: Path) -> None:
    write(root, {REPORT_PATH: changed(REPORT_PATH, ("40", "40 # más o menos"))[REPORT_PATH]})
    done = add(root, "--url", "https://a.mx")
    assert done.exit_code == 1
    assert "tiene comentarios" in done.stderr


def test_a_report_that_is_published_is_not_edited(root: Path) -> None:
    def git(*arguments: str) -> None:
        who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        subprocess.run(["git", "-C", str(root), *who, *arguments], check=True, capture_output=True)

    git("init", "-b", "main")
    git("add", ".")
    git("commit", "-m", "Plan")
    done = add(root, "--url", "https://a.mx")
    assert (done.exit_code, report(root)) == (1, REPORT)
    assert done.stderr.startswith(f"«{REPORT_PATH}» ya está publicado en «main», y un avance publicado no se edita.")
    assert plan("report", "c01", "--root", root).exit_code == 0  # what is on no branch yet, and the last of all
    fresh = add(root, "--url", "https://a.mx", "--means", "v1")
    assert (fresh.exit_code, fresh.stdout) == (0, "commitments/01-agua/avances/2020-12-31-gob.md\n")
    assert report(root) == REPORT
