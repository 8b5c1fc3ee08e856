"""Whatever stands where files should be: an answer in two seconds and 300 MB, and nothing else is read."""

from __future__ import annotations

import math
import os
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from plans import COMMITMENT_PATH, REPORT_PATH, VALID, MemoryTree, changed, said, with_file, write

from actionplan.loader import load

ROOT = Path(__file__).parents[2]
SECONDS, BYTES = 2, 300 * 2**20
STUCK = 120
START, STARTS = 0.095, 3  # seconds of processor that starting Python with the libraries took there
SECRET = "no es del plan"


def many_keys(root: Path) -> None:
    keys = "".join(f"a{number}: 1\n" for number in range(1_000_000))
    (root / COMMITMENT_PATH).write_text(f"---\n{keys}---\n")


def costly(root: Path) -> None:
    """A file as big as may be, of the shortest parts that there are."""
    figures = "".join(
        f'  - id: "f{n}"\n    nombre: "a"\n    afirmaciones:\n'
        '      - {valor: 1, fuentes: ["acta"], certeza: "exacta"}\n'
        for n in range(550)
    )
    text = VALID[COMMITMENT_PATH].replace("procedencia:", f"cifras:\n{figures}procedencia:")
    (root / COMMITMENT_PATH).write_bytes((text + "\n" + "[x](y) <b> {{ \n" * 20_000).encode()[: 256 * 1024])


def many_files(root: Path) -> None:
    for number in range(10_000):
        (root / f"plan/n{number}.md").touch()


def sparse(path: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        (root / path).parent.mkdir(exist_ok=True)
        with (root / path).open("wb") as file:
            file.truncate(100 * 2**20)

    return make


def linked(target: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        (root / "secreto.md").write_text(f"---\ntitulo: {SECRET}")
        (root / "plan/enlace.md").symlink_to(target)

    return make


def bomb(root: Path) -> None:
    folder = root / "commitments/01-agua/evidencias"
    folder.mkdir()
    with zipfile.ZipFile(folder / "acta.zip", "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a", bytes(50 * 2**20))
    (folder / "acta.zip").rename(folder / "acta.pdf")


SCENES: dict[str, tuple[Callable[[Path], object], str | None]] = {
    "a million keys": (many_keys, "FOR03"),
    "100 MB where a document should be": (sparse("plan/enorme.md"), "FOR03"),
    "100 MB of evidence": (sparse("commitments/01-agua/evidencias/video.pdf"), "EVI"),
    "the most that a file may hold": (costly, "FOR18"),
    "10,000 files": (many_files, "FOR04"),
    "a link to a file": (linked("index.md"), "FOR17"),
    "a link to a folder": (linked("."), "FOR17"),
    "a link to itself": (linked("enlace.md"), "FOR17"),
    "a link out of the plan": (linked("../secreto.md"), "FOR17"),
    "a link out of the machine": (linked("/dev/zero"), "FOR17"),
    "a pipe": (lambda root: os.mkfifo(root / "plan/tubo.md"), "FOR17"),
    "a folder with the name of a document": (lambda root: (root / "plan/nota.md").mkdir(), None),
    "a folder in the place of the settings": (
        lambda root: (root / "plan/plan.yml").rename(root / "plan.yml").with_name("plan").joinpath("plan.yml").mkdir(),
        "FOR20",
    ),
    "folders in folders": (lambda root: (root / "plan" / "/".join(["a"] * 500)).mkdir(parents=True), None),
    "a name that is not UTF-8": (lambda root: Path(os.fsdecode(bytes(root) + b"/plan/\xff.md")).touch(), "FOR24"),
    "a name that speaks to the terminal": (lambda root: (root / "plan/\x1b[2J\n::error::.md").touch(), "FOR24"),
    "a device of Windows": (lambda root: (root / "plan/con.md").touch(), "FOR24"),
    "a bomb in the shape of evidence": (bomb, None),
}


@pytest.fixture(scope="session")
def seconds() -> int:
    """What two seconds of the machine where this was first measured come to here and now."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for _ in range(STARTS):
        subprocess.run([sys.executable, "-c", "import pydantic, yaml, click"], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / STARTS
    return math.ceil(SECONDS * max(1, start / START))


@pytest.mark.parametrize(("make", "code"), SCENES.values(), ids=SCENES)
def test_a_hostile_folder_is_answered_in_two_seconds_and_300_mb(
    make: Callable[[Path], object], code: str | None, seconds: int, tmp_path: Path
) -> None:
    root = write(tmp_path, VALID)
    make(root)
    command = [sys.executable, "-m", "scripts.plan", "check", "--no-cache", "--root", str(root)]
    process = subprocess.run(
        command, cwd=ROOT, check=False, capture_output=True, timeout=STUCK, preexec_fn=partial(_limited, seconds)
    )
    assert process.returncode in {0, 1}, process.stderr
    assert b"Traceback" not in process.stderr
    report = process.stdout.decode()
    assert code is None or f" {code}" in report
    assert SECRET not in report
    assert "\x1b" not in report
    assert "\n::error" not in report


def _limited(seconds: int) -> None:
    """The kernel itself ends what takes more; of memory it counts what was asked for, used or not."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))


@pytest.mark.parametrize("problem", [FileNotFoundError, PermissionError, IsADirectoryError, OSError])
def test_a_file_that_is_gone_when_its_turn_comes_is_a_finding(problem: type[OSError]) -> None:
    class Gone(MemoryTree):
        def read(self, path: str) -> bytes:
            if path == REPORT_PATH:
                raise problem(path)
            return super().read(path)

    found = [said(finding) for finding in load(Gone(VALID)).findings]
    assert f"{REPORT_PATH}:1:1 FOR17" in found


@pytest.mark.parametrize(
    "name",
    [
        "../compromiso.md",
        "../../../../etc/passwd",
        "/etc/passwd",
        "a/../../x.pdf",
        "C:/x.pdf",
        "..\\\\x.pdf",
        "\\0.pdf",
    ],
)
def test_a_path_that_leads_out_of_its_folder_is_a_finding_and_is_not_followed(name: str) -> None:
    evidence = f'evidencias:\n      - titulo: "Acta"\n        archivo: "{name}"\n        sha256: "{"0" * 64}"'
    proof = f"porcentaje: 40\n    {evidence}"
    tree = MemoryTree(changed(REPORT_PATH, ("porcentaje: 40", proof)))
    assert {finding.path for finding in load(tree).findings} == {REPORT_PATH}
    assert sorted(tree.reads) == sorted(VALID)


def test_every_document_may_be_hostile_at_once() -> None:
    files = dict.fromkeys(VALID, "---\n" + "[" * 60_000)
    assert {finding.path for finding in load(MemoryTree(files)).findings} >= set(files)
    assert load(MemoryTree(with_file(COMMITMENT_PATH, b"\x00" * 200_000))).findings
