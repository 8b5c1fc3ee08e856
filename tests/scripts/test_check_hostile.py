"""Whatever a plan holds, ``plan check`` prints only plain text, and reads only the plan."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from itertools import product
from pathlib import Path

import pytest
from corpora import sampled
from plans import COMMITMENT_PATH, REPORT_PATH, VALID, changed, write

from actionplan.rules.reports import REPORTS

PLAN = Path(sys.executable).with_name("plan")
PROOF = 'porcentaje: 40\n    evidencias:\n      - titulo: "Acta"\n        archivo: "{}"\n'
UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
# The commands that a forge's runner obeys stand at the beginning of a line; ours are these three.
COMMAND = re.compile(r"^\s*(?:::(?!(?:error|warning|notice) file=)|##\[)", re.MULTILINE)


def check(root: Path, output: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [str(PLAN), "check", "--root", str(root), "--format", output, *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done


def codes_in_json(root: Path) -> list[str]:
    done = check(root, "json")
    assert done.returncode == 1
    return [row["code"] for row in json.loads(done.stdout)]


VALUES = {
    "escape": r"\e[31mrojo\e]0;titulo\a",
    "command": "::error file=x::orden",
    "command on a line of its own": r"uno\n::add-mask::dos\n##[set-env name=PATH]tres",
    "carriage return": r"uno\r::warning::dos",
    "percent": "%0A::error::orden",
    "bidi": r"\u202eodagap",
    "nul": r"uno\0dos",
    "lone surrogate": r"uno\ud800dos",
    "line separators": r"uno\u2028::error::dos\u0085::error::tres",
    "markdown": "<script>alert(1)</script> [x](javascript:alert(1)) @equipo ![](http://x.example/p.png)",
    "expression": "${{ secrets.TOKEN }} `id` $(id)",
}


@pytest.mark.parametrize(("value", "output"), sampled(product(VALUES.values(), REPORTS), 30))
def test_a_value_never_becomes_more_than_text(tmp_path: Path, value: str, output: str) -> None:
    root = write(tmp_path, changed(COMMITMENT_PATH, ('"agua/c1"', f'"{value}"'), ('tema: "agua"', f'tema: "{value}"')))
    done = check(root, output)
    assert done.returncode == 1
    assert not UNSAFE.search(done.stdout + done.stderr)
    assert not COMMAND.search(done.stdout + done.stderr)
    if output == "markdown":
        assert not re.search(r"(?<!\\)[<\[`]|@equipo", done.stdout.partition("\n")[2])
    if output in {"json", "sarif"}:
        json.loads(done.stdout)


@pytest.mark.parametrize("output", REPORTS)
@pytest.mark.parametrize(
    "name", ["\x1b[31m.md", "a\n::error::orden.md", "a,line=9::b.md", "%0A::error::x.md", "<b>@x.md"]
)
def test_a_name_never_becomes_more_than_text(tmp_path: Path, name: str, output: str) -> None:
    done = check(write(tmp_path, {**VALID, f"plan/{name}": "x"}), output)
    assert done.returncode == 1
    assert not UNSAFE.search(done.stdout)
    assert not COMMAND.search(done.stdout)
    assert output != "github" or done.stdout.count("::") == 2 * len(done.stdout.splitlines())


@pytest.mark.parametrize("output", REPORTS)
def test_an_order_is_not_echoed_raw_either(tmp_path: Path, output: str) -> None:
    done = check(write(tmp_path, VALID), output, "--base", "\x1b[31m\n::error::x")
    assert (done.returncode, done.stdout) == (2, "")
    assert not UNSAFE.search(done.stderr)
    assert not COMMAND.search(done.stderr)


@pytest.mark.parametrize("name", ["с01", "c０1", "ϲ01", "c01\u200b", "C01"])
def test_an_id_that_only_looks_like_another_is_refused(tmp_path: Path, name: str) -> None:
    """Cyrillic, full-width, Greek, with a character of no width, in capitals."""
    root = write(tmp_path, changed(COMMITMENT_PATH, ('id: "c01"', f'id: "{name}"')))
    assert codes_in_json(root)
    reference = write(tmp_path, changed(REPORT_PATH, ('compromiso: "c01"', f'compromiso: "{name}"')))
    assert codes_in_json(reference)


@pytest.mark.parametrize(
    "path",
    [
        "../../../../etc/passwd",
        "../compromiso.md",
        "/etc/passwd",
        "a/../../../x.pdf",
        "./../x.pdf",
        r"..\\..\\x.pdf",
        "C:/Windows/x.pdf",
        r"\\\\servidor\\x.pdf",
        "file:///etc/passwd",
        "%2e%2e/compromiso.md",
        "~/x.pdf",
        "$HOME/x.pdf",
    ],
)
def test_evidence_stays_in_its_folder(tmp_path: Path, path: str) -> None:
    assert codes_in_json(write(tmp_path, changed(REPORT_PATH, ("porcentaje: 40\n", PROOF.format(path)))))


@pytest.mark.parametrize("name", ["con.md", "nul.md", "com1.md", "aux.md"])
def test_a_name_that_windows_keeps_for_itself_is_refused(tmp_path: Path, name: str) -> None:
    page = '---\ntipo: "pagina"\ntitulo: "x"\n---\n'
    assert "FOR24" in codes_in_json(write(tmp_path, {**VALID, f"plan/{name}": page}))


@pytest.mark.parametrize("place", ["plan/actores.yml", COMMITMENT_PATH, REPORT_PATH, "commitments", "plan/fuera"])
def test_a_link_is_never_followed(tmp_path: Path, place: str) -> None:
    secret = write(tmp_path / "fuera", {"x.md": '---\ntipo: "SECRETO"\n---\n'}) / "x.md"
    root = write(tmp_path / "plan", {path: text for path, text in VALID.items() if not path.startswith(place)})
    (root / place).parent.mkdir(parents=True, exist_ok=True)
    (root / place).symlink_to(secret if "." in place else secret.parent)
    for output in REPORTS:
        done = check(root, output)
        assert done.returncode == 1
        assert "SECRETO" not in done.stdout + done.stderr
    assert "FOR17" in codes_in_json(root)


def test_a_tree_of_nothing_but_traps_is_findings(tmp_path: Path) -> None:
    root: Mapping[str, str | bytes] = {"plan/plan.yml": b"\xff\xfe\0", "plan/\x1b[31m.md": "x", "commitments/a": ""}
    here = write(tmp_path, root)
    (here / "plan/actores.yml").symlink_to("/etc/passwd")
    for output in REPORTS:
        done = check(here, output)
        assert done.returncode == 1
        assert not UNSAFE.search(done.stdout + done.stderr)
