"""``plan check`` as people and machines run it: what it prints, and the code it leaves with."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from plans import COMMITMENT_PATH, REPORT_PATH, VALID, changed, write

PLAN = Path(sys.executable).with_name("plan")
BROKEN = changed(COMMITMENT_PATH, ("numero: 1", "numero: 0"))
BROKEN[REPORT_PATH] = "Texto sin ficha"
SOURCELESS = changed(COMMITMENT_PATH, ('campo: "*"', 'campo: "titulo"'))


def check(here: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [str(PLAN), "check", *arguments]
    done = subprocess.run(
        command,
        cwd=here,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={"PATH": "/usr/bin:/bin", **environment},
    )
    assert "Traceback" not in done.stdout + done.stderr
    return done


def test_a_plan_in_order_leaves_with_0(tmp_path: Path) -> None:
    done = check(write(tmp_path, VALID))
    assert (done.returncode, done.stdout, done.stderr) == (0, "Sin hallazgos: el plan está en orden.\n", "")


def test_errors_leave_with_1_and_are_all_told_at_once(tmp_path: Path) -> None:
    done = check(tmp_path, "--root", str(write(tmp_path / "otro", BROKEN)))
    assert done.returncode == 1
    assert [line.partition(" error:")[0] for line in done.stdout.splitlines() if not line.startswith(" ")] == [
        f"{REPORT_PATH}:1:1: FOR04",
        f"{COMMITMENT_PATH}:4:9: FOR19",
        "Hallazgos. Errores: 2; advertencias: 0; notas: 0.",
    ]


@pytest.mark.parametrize(("strict", "code"), [([], 0), (["--strict"], 1)])
def test_warnings_stop_only_who_is_strict(tmp_path: Path, strict: list[str], code: int) -> None:
    done = check(write(tmp_path, SOURCELESS), *strict)
    assert done.returncode == code
    assert "PRO01 warning:" in done.stdout


@pytest.mark.parametrize(
    ("paths", "codes"),
    [
        ([COMMITMENT_PATH], ["FOR19"]),
        (["commitments/01-agua/avances"], ["FOR04"]),
        (["commitments/"], ["FOR04", "FOR19"]),
        ([COMMITMENT_PATH, REPORT_PATH], ["FOR04", "FOR19"]),
        (["."], ["FOR04", "FOR19"]),
        (["plan"], []),
    ],
)
def test_paths_choose_the_findings_to_show(tmp_path: Path, paths: list[str], codes: list[str]) -> None:
    done = check(write(tmp_path, BROKEN), "--format", "json", *paths)
    assert [row["code"] for row in json.loads(done.stdout)] == codes
    assert done.returncode == int(bool(codes))


def test_json_has_one_object_a_finding(tmp_path: Path) -> None:
    rows = json.loads(check(write(tmp_path, BROKEN), "--format", "json").stdout)
    assert [sorted(row) for row in rows] == [["code", "column", "fix", "line", "message", "path", "severity"]] * 2
    assert (rows[1]["path"], rows[1]["line"], rows[1]["column"]) == (COMMITMENT_PATH, 4, 9)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--root", "nada"],
        ["nada.md"],
        ["/etc/passwd"],
        ["../fuera.md"],
        ["--format", "xml"],
        ["--nada"],
    ],
)
def test_a_wrong_order_leaves_with_2_and_says_why(tmp_path: Path, arguments: list[str]) -> None:
    write(tmp_path, {"fuera.md": ""})
    done = check(write(tmp_path / "raíz", VALID), *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr


def test_the_report_is_utf8_whatever_the_terminal(tmp_path: Path) -> None:
    done = check(write(tmp_path, BROKEN), "--format", "markdown", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.returncode == 1
    assert "- ⛔ línea 4, **FOR19**" in done.stdout


def test_a_hostile_tree_is_findings_too(tmp_path: Path) -> None:
    root = write(tmp_path, {"plan/plan.yml": b"\xff\xfe\0", "plan/\x1b[31m.md": "x", "commitments/a": ""})
    (root / "plan/actores.yml").symlink_to("/etc/passwd")
    for form in ("text", "github", "json", "markdown"):
        done = check(root, "--format", form)
        assert (done.returncode, done.stderr) == (1, "")
        assert "\x1b" not in done.stdout
