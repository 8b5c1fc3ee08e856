"""``plan generate`` makes every generated file anew, and ``--check`` names those that are stale."""

from __future__ import annotations

import shutil
from pathlib import Path

from orders import names, plan

from scripts.cli.papers import MAP

ROOT = Path(__file__).parents[2]
PAPERS = ("README.md", "LEEME.md", "CONTRIBUTING.md")


def copied(root: Path) -> Path:
    """A repository with this one's plan, papers and map, and nothing that is generated."""
    for folder in ("plan", "commitments"):
        shutil.copytree(ROOT / folder, root / folder)
    (root / MAP).parent.mkdir()
    for file in (*PAPERS, MAP):
        shutil.copyfile(ROOT / file, root / file)
    return root


def test_everything_generated_in_this_repository_is_up_to_date() -> None:
    done = plan("generate", "--check", "--root", ROOT)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")


def test_what_is_stale_is_named_and_then_written(tmp_path: Path) -> None:
    root = copied(tmp_path)
    (root / "README.md").write_text(
        (ROOT / "README.md").read_text("utf-8").replace("one module a verb", "nothing"), "utf-8"
    )
    before = names(root)
    done = plan("generate", "--check", "--root", root)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "README.md no está al día: escríbalo de nuevo con «plan generate».\n" in done.stderr
    assert "LEEME.md" not in done.stderr
    assert names(root) == before

    done = plan("generate", "--root", root)
    assert done.exit_code == 0
    written = set(done.stdout.split())
    assert written == (names(root) - before) | {"README.md"}
    assert {".github/CODEOWNERS", "docs/schemas/compromiso.json", ".vscode/settings.json"} <= written
    assert [path for path in written if (root / path).read_bytes() != (ROOT / path).read_bytes()] == []
    assert plan("generate", "--check", "--root", root).exit_code == 0


def test_a_repository_without_our_papers_gets_the_files_of_its_plan(tmp_path: Path) -> None:
    root = copied(tmp_path)
    for file in (*PAPERS, MAP):
        (root / file).unlink()
    done = plan("generate", "--root", root)
    assert done.exit_code == 0
    assert not {*PAPERS} & names(root)
