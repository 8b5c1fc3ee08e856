"""``plan format``, ``plan fix`` and ``plan schema``: what they write, what they leave alone, what they say."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from plans import COMMITMENT_PATH, VALID, changed, write

from scripts.plan import plan as command

RUN = CliRunner()
ROOT = Path(__file__).parents[2]


def plan(*arguments: str | Path) -> Result:
    done = RUN.invoke(command, [str(argument) for argument in arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done


def texts(root: Path) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): path.read_bytes().decode() for path in root.rglob("*") if path.is_file()}


class TestFormat:
    def test_check_names_what_would_change_and_writes_nothing(self, tmp_path: Path) -> None:
        write(tmp_path, changed(COMMITMENT_PATH, ('id: "c01"\nnumero: 1', "numero: 1\nid: 'c01'")))
        before = texts(tmp_path)
        done = plan("format", "--root", tmp_path, "--check")
        assert (done.exit_code, done.stdout) == (1, f"{COMMITMENT_PATH}\n")
        assert texts(tmp_path) == before

    def test_it_writes_the_canonical_form_and_keeps_the_mode(self, tmp_path: Path) -> None:
        write(tmp_path, changed(COMMITMENT_PATH, ('id: "c01"\nnumero: 1', "numero: 1\nid: 'c01'")))
        place = tmp_path / COMMITMENT_PATH
        place.chmod(0o640)
        assert plan("format", "--root", tmp_path).exit_code == 0
        assert texts(tmp_path) == VALID
        assert stat.S_IMODE(place.stat().st_mode) == 0o640
        assert plan("format", "--root", tmp_path, "--check").exit_code == 0

    def test_windows_line_ends_become_everybodys(self, tmp_path: Path) -> None:
        write(tmp_path, {**VALID, COMMITMENT_PATH: VALID[COMMITMENT_PATH].replace("\n", "\r\n")})
        plan("format", "--root", tmp_path)
        assert texts(tmp_path) == VALID

    def test_comments_are_kept_unless_it_is_told_otherwise(self, tmp_path: Path) -> None:
        write(tmp_path, changed(COMMITMENT_PATH, ("numero: 1", "numero: 1 # uno")))
        before = texts(tmp_path)
        done = plan("format", "--root", tmp_path)
        assert (done.exit_code, done.stdout) == (0, "")
        assert "tiene comentarios" in done.stderr
        assert texts(tmp_path) == before
        plan("format", "--root", tmp_path, "--drop-comments")
        assert texts(tmp_path) == VALID

    def test_what_has_mistakes_is_left_alone_and_named(self, tmp_path: Path) -> None:
        write(tmp_path, changed(COMMITMENT_PATH, ("numero: 1", "numero: uno"), ('id: "c01"', "id: 'c01'")))
        before = texts(tmp_path)
        done = plan("format", "--root", tmp_path)
        assert done.exit_code == 1
        assert f"{COMMITMENT_PATH}: se deja como está" in done.stderr
        assert texts(tmp_path) == before

    def test_the_real_plan_is_in_form(self) -> None:
        assert plan("format", "--root", ROOT, "--check").exit_code == 0


class TestFix:
    def test_it_says_what_it_did_and_does_no_more(self, tmp_path: Path) -> None:
        write(tmp_path, changed(COMMITMENT_PATH, ("ods:", "odss: # los ODS"), ('"2020-06-30"', '"30/06/2020"')))
        done = plan("fix", "--root", tmp_path)
        assert (done.exit_code, done.stdout.splitlines()) == (
            0,
            [
                f"{COMMITMENT_PATH}:19: FOR11: odss: # los ODS → ods: # los ODS",
                f'{COMMITMENT_PATH}:22: FOR14: conclusion: "30/06/2020" → conclusion: "2020-06-30"',
            ],
        )
        assert texts(tmp_path) == {**VALID, COMMITMENT_PATH: VALID[COMMITMENT_PATH].replace("ods:", "ods: # los ODS")}
        assert plan("fix", "--root", tmp_path).stdout == ""

    def test_a_dry_run_writes_nothing(self, tmp_path: Path) -> None:
        write(tmp_path, changed(COMMITMENT_PATH, ("ods:", "odss:")))
        before = texts(tmp_path)
        assert "ods:" in plan("fix", "--root", tmp_path, "--dry-run").stdout
        assert texts(tmp_path) == before

    def test_what_is_left_is_told(self, tmp_path: Path) -> None:
        write(tmp_path, changed(COMMITMENT_PATH, ('"2020-06-30"', '"30/02/2020"')))
        done = plan("fix", "--root", tmp_path)
        assert (done.exit_code, done.stdout) == (1, "")
        assert "Queda por ver con «plan check»: 1." in done.stderr


class TestSchema:
    def test_one_or_all_are_printed(self) -> None:
        every = json.loads(plan("schema").stdout)
        assert json.loads(plan("schema", "compromiso").stdout) == every["compromiso"]
        assert len(every) == 13

    def test_the_files_for_editors_are_up_to_date(self, tmp_path: Path) -> None:
        assert plan("schema", "--check", "--root", ROOT).exit_code == 0
        assert plan("schema", "--check", "--root", tmp_path).exit_code == 1
        assert plan("schema", "--write", "--root", tmp_path).exit_code == 0
        assert plan("schema", "--check", "--root", tmp_path).exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("schema", "nada"),
        ("format", "nada.md"),
        ("fix", "nada.md"),
        ("fix", "--root", "nada"),
        ("format", "--root", "nada"),
    ],
)
def test_what_cannot_be_done_is_refused_in_words(arguments: tuple[str, ...], tmp_path: Path) -> None:
    write(tmp_path, VALID)
    root = () if "--root" in arguments or arguments[0] == "schema" else ("--root", tmp_path)
    done = plan(*arguments, *root)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "nada" in done.stderr
